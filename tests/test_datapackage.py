"""The manifest says what the schema says, and an outside program agrees."""

import json

import pytest
from frictionless import Package, system

from dateline import datapackage, store
from dateline.datapackage import TABLE_MEANINGS, Origin
from dateline.schema import SCHEMA_VERSION, TABLES, Estimates, Mentions, Problems
from tests import factories

ORIGIN = Origin("sha256:seeds", "sha256:code")


def manifest(tables=None, texts=None):
    tables = tables or factories.tables()
    files = store.render(tables, texts or factories.texts(), ORIGIN)
    return json.loads(files["datapackage.json"]), files


def test_every_file_is_listed_with_its_length_and_hash():
    described, files = manifest()
    listed = {resource["path"]: resource for resource in described["resources"]}

    assert set(listed) == set(files) - {"datapackage.json"}
    for path, resource in listed.items():
        assert resource["bytes"] == len(files[path])
        assert resource["hash"] == datapackage.digest(files[path])


def test_it_names_its_version_and_what_it_was_made_from():
    described, _ = manifest()

    assert described["version"] == SCHEMA_VERSION
    assert described["dateline"] == {"seeds": "sha256:seeds", "code": "sha256:code"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_every_column_is_described(table):
    schema = datapackage.table_schema(table)

    assert [field["name"] for field in schema["fields"]] == list(table.columns())
    assert all(field["description"] for field in schema["fields"])
    assert TABLE_MEANINGS[table.table_name()]


def test_keys_lead_from_table_to_table():
    keys = {
        key["fields"][0]: key["reference"]["resource"]
        for table in (Mentions, Estimates, Problems)
        for key in datapackage.table_schema(table)["foreignKeys"]
    }

    assert keys == {"event_id": "events", "article_id": "articles", "force_id": "actors"}


def test_texts_with_any_name_get_names_of_their_own():
    texts = {"a0": "x", "Ä b": "x", "ä b": "x", "a.b": "x"}
    described, _ = manifest(texts=texts)
    names = [resource["name"] for resource in described["resources"]]

    assert len(names) == len(set(names))
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-") for name in names)


def frictionless_errors(directory):
    with system.use_context(trusted=True):
        report = Package(str(directory / "datapackage.json")).validate()
    return [error for *_, error in report.flatten(["rowNumber", "fieldName", "message"])]


@pytest.fixture
def directory(tmp_path):
    estimates = factories.estimates(
        {},
        {"event_id": "", "force_id": "ministry", "low": 0.5, "high": None, "bound": "more_than"},
        {"is_increment": True, "as_of_first": None, "part_of": 900},
    )
    mentions = factories.mentions(
        {}, {"date_start": None, "first_day": None, "last_day": None, "precision": None, "edtf": ""}
    )
    tables = factories.tables(
        estimates=estimates, mentions=mentions, problems=factories.problems({}, {"start": None})
    )
    store.write_tables(tables, factories.texts(), tmp_path / "data", ORIGIN)
    return tmp_path / "data"


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_it_valid(directory):
    assert frictionless_errors(directory) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("estimates.csv", ",approximate,", ",perhaps,"),
        ("estimates.csv", ",false,", ",no,"),
        ("mentions.csv", "a0-m1", "a0-m0"),
        ("mentions.csv", ",e0,", ",e9,"),
        ("articles.csv", "2031-05-06", "2031-02-30"),
    ],
)
def test_frictionless_sees_what_is_planted(directory, file, old, new):
    path = directory / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    errors = frictionless_errors(directory)

    assert [error for error in errors if "hash" not in error and "bytes" not in error]

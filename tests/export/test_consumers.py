"""Files read by the programs that they are for."""

import io
import json
import zipfile

import duckdb
import frictionless
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from dateline.export.formats import FORMATS, written
from dateline.export.shown import Shown
from dateline.export.view import shown
from dateline.schema import TABLES
from dateline.views.story import Story
from tests.golden import story as golden

NAMES = [table.table_name() for table in TABLES]


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def view(story: Story, address: str = "", table: str = "") -> Shown:
    return shown(story, "sha256:1", address, table)


def plainest(frame: pd.DataFrame) -> pd.DataFrame:
    """Every cell as text, a day as ISO 8601, a whole number without a point, nothing as ''."""
    found = {}
    for name in frame.columns:
        cells = []
        for value in frame[name]:
            if value is None or value is pd.NaT or value is pd.NA or value != value or value == "":
                cells.append("")
            elif hasattr(value, "isoformat"):
                cells.append(value.isoformat()[:10])
            elif isinstance(value, float) and value.is_integer():
                cells.append(str(int(value)))
            else:
                cells.append(str(value))
        found[name] = cells
    return pd.DataFrame(found, dtype="object")


@pytest.mark.parametrize("table", NAMES)
def test_pandas_and_duckdb_read_equal_frames(story, table, tmp_path):
    rows = plainest(view(story, table=table).rows.reset_index(drop=True))
    frames = {}
    for name in ("csv", "parquet", "jsonl", "xlsx"):
        path = tmp_path / f"rows.{name}"
        path.write_bytes(written(FORMATS[name], [view(story, table=table)]).content)
    frames["pandas csv"] = pd.read_csv(tmp_path / "rows.csv", dtype="str", keep_default_na=False)
    frames["pandas parquet"] = pd.read_parquet(tmp_path / "rows.parquet")
    frames["pandas xlsx"] = pd.read_excel(
        tmp_path / "rows.xlsx", sheet_name=table, dtype="object", na_values=[""],
        keep_default_na=False,
    )  # fmt: skip
    lines = (tmp_path / "rows.jsonl").read_text().split("\n")[:-1]
    frames["json"] = pd.DataFrame([json.loads(line) for line in lines], dtype="object")
    with duckdb.connect() as base:
        for name, read in (
            ("csv", "read_csv('{}', all_varchar = true, header = true)"),
            ("parquet", "read_parquet('{}')"),
        ):
            query = f"SELECT * FROM {read.format(tmp_path / f'rows.{name}')}"
            columns = [c[0] for c in base.execute(query).description]
            frames[f"duckdb {name}"] = pd.DataFrame(
                base.execute(query).fetchall(), columns=columns, dtype="object"
            )

    for reader, frame in frames.items():
        if len(rows):
            expected = rows.replace({"True": "true", "False": "false"}) if "csv" in reader else rows
            assert_frame_equal(plainest(frame), expected, obj=reader)


def test_parquet_keeps_types_meanings_and_provenance(story):
    content = io.BytesIO(written(FORMATS["parquet"], [view(story, "?kind=vote")]).content)
    import pyarrow.parquet as pq

    schema = pq.read_schema(content)

    assert str(schema.field("first_day").type) == "date32[day]"
    assert str(schema.field("article_count").type) == "int64"
    assert schema.field("title").metadata[b"description"].startswith(b"The event in a few words")
    assert json.loads(schema.metadata[b"dateline"])["filters"] == "Exact kind: Vote"


def validated(content: bytes, folder) -> frictionless.Report:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return frictionless.Package(str(folder / "datapackage.json")).validate()


@pytest.mark.parametrize(
    ("address", "table"),
    [("?kind=vote", ""), ("/estimates?state=deployed", ""), ("", "mentions"), ("", "articles"),
     ("", "actors"), ("?asof=2031-10-17", ""), ("?q=nothingatall", "")],
)  # fmt: skip
def test_a_package_of_a_view_is_valid_and_whole(story, address, table, tmp_path):
    report = validated(
        written(FORMATS["datapackage"], [view(story, address, table)]).content, tmp_path
    )

    assert report.valid, report.flatten(["type", "note"])


def test_a_package_of_everything_holds_every_table(story, tmp_path):
    content = written(FORMATS["datapackage"], [view(story, table=name) for name in NAMES]).content
    report = validated(content, tmp_path)
    manifest = json.loads((tmp_path / "datapackage.json").read_text())

    assert report.valid, report.flatten(["type", "note"])
    assert [resource["name"] for resource in manifest["resources"]] == NAMES
    assert manifest["dateline"][0]["data version"] == "sha256:1"


def test_a_package_of_events_brings_what_tells_them(story, tmp_path):
    validated(written(FORMATS["datapackage"], [view(story, "?kind=vote")]).content, tmp_path)
    events, mentions, articles = (
        pd.read_csv(tmp_path / f"{name}.csv") for name in ("events", "mentions", "articles")
    )

    assert set(events["kind"]) == {"vote"}
    assert set(mentions["event_id"]) == set(events["event_id"])
    assert set(articles["article_id"]) == set(mentions["article_id"])


def test_a_package_without_a_key_column_promises_no_key(story, tmp_path):
    chosen = shown(story, "", "", "mentions", ["sentence", "event_id"])
    report = validated(written(FORMATS["datapackage"], [chosen]).content, tmp_path)

    assert report.valid, report.flatten(["type", "note"])


def test_a_hidden_event_takes_its_mentions_along(story, tmp_path):
    short = Story(**{
        name: (story.table(name) if name != "events" else story.events.iloc[1:]) for name in NAMES
    })  # fmt: skip
    made = written(FORMATS["datapackage"], [view(short, table=name) for name in NAMES])

    assert validated(made.content, tmp_path).valid
    assert "told of an event that a person hid" in made.note()

"""data/ is whole or it is refused: old or new, never a mixture, and never silently wrong."""

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pandas as pd
import pytest

from dateline import directory_swap, store
from dateline.datapackage import Origin
from dateline.errors import DataError, DatelineError, StorageError
from dateline.schema import TABLES, Actors, Articles, Events
from tests import factories
from tests.killed_builds import KILLS

ROOT = Path(__file__).parents[1]


def write(directory, name="old", origin=Origin("s", "c")):  # noqa: B008 - frozen
    tables, texts = factories.a_set(name)
    return store.write_tables(tables, texts, directory, origin)


def name_of(directory):
    """The one name that every file of a snapshot carries; fails if there are two."""
    snapshot = store.read_all(directory)
    [text] = snapshot.texts.values()
    names = {
        snapshot.tables[Articles]["title"][0],
        snapshot.tables[Actors]["name"][0],
        text.rsplit(" ", 1)[1],
    }
    [name] = names
    return name


@pytest.fixture
def data(tmp_path):
    write(tmp_path / "data")
    return tmp_path / "data"


def test_what_was_written_is_read(data):
    snapshot = store.read_all(data)

    assert set(snapshot.tables) == set(TABLES)
    assert snapshot.origin == store.origin(data) == Origin("s", "c")
    assert snapshot.version == store.version(data)
    assert snapshot.texts == {"a0": store.read_text("a0", data)}
    for table in TABLES:
        pd.testing.assert_frame_equal(snapshot.tables[table], store.read_table(table, data))


def test_a_download_has_the_bytes_of_the_file(data):
    for table in TABLES:
        frame = store.read_table(table, data)

        assert (
            store.to_csv(frame, table).encode() == (data / f"{table.table_name()}.csv").read_bytes()
        )


def test_two_builds_are_the_same_bytes_on_any_day(tmp_path):
    write(tmp_path / "one")
    write(tmp_path / "two")

    for path in sorted((tmp_path / "one").rglob("*.*")):
        twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == twin.read_bytes()


def test_a_build_that_changes_nothing_touches_nothing(data):
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in data.rglob("*")}

    assert write(data) is False
    assert before == {
        path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in data.rglob("*")
    }
    assert write(data, "new") is True
    assert name_of(data) == "new"


def test_the_version_changes_with_any_byte(data):
    before = store.version(data)
    write(data, "new")
    after = store.version(data)
    write(data, "new", Origin("other", "c"))

    assert len({before, after, store.version(data)}) == 3


def test_texts_of_articles_that_are_gone_go(data):
    tables, texts = factories.a_set("old")
    store.write_tables(tables, texts | {"b": "More text."}, data)
    assert store.read_text("b", data) == "More text."

    store.write_tables(tables, texts, data)

    with pytest.raises(DataError, match=r"b\.txt: is missing .*python -m dateline build"):
        store.read_text("b", data)


def test_the_folder_keeps_the_usual_rights(data):
    (data.parent / "usual").mkdir()

    assert data.stat().st_mode == (data.parent / "usual").stat().st_mode


def test_nothing_is_left_beside_the_folder(data):
    write(data, "new")

    assert {path.name for path in data.parent.iterdir()} <= {"data", ".dateline-data.lock"}


# What is wrong with data/ on disk


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def rewrite_manifest(data, change):
    path = data / "datapackage.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "file", "problem"),
    [
        pytest.param(shutil.rmtree, "data", "is missing", id="no folder"),
        pytest.param(
            lambda data: (data / "events.csv").unlink(),
            "events.csv",
            "missing (half",
            id="no table",
        ),
        pytest.param(
            lambda data: (data / "datapackage.json").unlink(),
            "datapackage.json",
            "missing (half-written)",
            id="no manifest",
        ),
        pytest.param(
            lambda data: (data / "texts" / "a0.txt").unlink(), "a0.txt", "missing", id="no text"
        ),
        pytest.param(
            lambda data: os.truncate(data / "events.csv", (data / "events.csv").stat().st_size - 9),
            "events.csv",
            "half-written",
            id="half a table",
        ),
        pytest.param(
            lambda data: os.truncate(data / "datapackage.json", 900),
            "datapackage.json",
            "half-written",
            id="half a manifest",
        ),
        pytest.param(
            lambda data: edit(data / "events.csv", "regiment", "battalion"),
            "events.csv",
            "was edited by hand",
            id="an edited cell",
        ),
        pytest.param(
            lambda data: edit(data / "texts" / "a0.txt", "300", "900"),
            "a0.txt",
            "was edited by hand",
            id="an edited text",
        ),
        pytest.param(
            lambda data: edit(data / "events.csv", ",deployment,", ",parade,"),
            "events.csv",
            "'parade'",
            id="an unknown kind",
        ),
        pytest.param(
            lambda data: edit(data / "events.csv", ",ministry,", ",nobody,"),
            "events.csv",
            "actor_ids names 'nobody', which is not in actors",
            id="an unknown actor",
        ),
        pytest.param(
            lambda data: (data / "events.csv").write_bytes(b"\xff\xfe\x00"),
            "events.csv",
            "not a CSV file in UTF-8",
            id="no UTF-8",
        ),
        pytest.param(
            lambda data: rewrite_manifest(data, lambda manifest: manifest.update(version="0")),
            "datapackage.json",
            "another version of Dateline (tables version '0'",
            id="another version",
        ),
        pytest.param(
            lambda data: rewrite_manifest(data, lambda manifest: manifest["resources"].pop(0)),
            "datapackage.json",
            "does not list articles.csv",
            id="a table unlisted",
        ),
        pytest.param(
            lambda data: (data / "datapackage.json").write_text("[" * 100_000),
            "datapackage.json",
            "half-written or was edited",
            id="a manifest of brackets",
        ),
    ],
)
def test_damage_is_named_with_its_file_and_what_to_do(data, damage, file, problem):
    damage(data)

    with pytest.raises(DataError) as caught:
        store.verify(data)

    assert Path(caught.value.path).name == file
    assert problem in caught.value.problem
    assert str(caught.value).endswith("run `python -m dateline build`")


def test_a_listed_table_with_an_unknown_kind_is_refused(data):
    """Even with a manifest to match: the schema decides what may stand in a column."""
    path = data / "events.csv"
    edit(path, ",deployment,", ",parade,")

    def relist(manifest):
        for resource in manifest["resources"]:
            if resource["path"] == "events.csv":
                resource["hash"] = store.digest(path.read_bytes())

    rewrite_manifest(data, relist)

    with pytest.raises(DataError, match=r"events\.csv: kind: .*'parade'.*python -m dateline build"):
        store.verify(data)


def test_differences_name_row_and_column(data):
    tables, texts = factories.a_set("old")
    files = store.render(tables, texts, Origin())
    assert store.differences(data, files) == []

    edit(data / "events.csv", "2031-05-05", "2031-05-04")
    edit(data / "texts" / "a0.txt", "300", "900")
    (data / "actors.csv").unlink()
    (data / "texts" / "stray.txt").write_text("x")

    assert store.differences(data, files) == [
        "events.csv: row 1 (e0), column first_day: '2031-05-04' on disk, '2031-05-05' built",
        "actors.csv: not there",
        "texts/a0.txt: line 1 differs",
        "texts/stray.txt: should not be there",
    ]


# What the folder holds that is not ours


@pytest.mark.parametrize("name", ["notes.txt", "texts/plan.docx", ".hidden", "more/a.csv"])
def test_a_folder_with_anything_else_in_it_is_left_alone(data, name):
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_text("precious")

    with pytest.raises(StorageError, match="which Dateline did not write"):
        write(data, "new")

    assert (data / name).read_text() == "precious"
    assert name_of(data) == "old"


def test_litter_of_file_managers_is_in_nobodys_way(data):
    (data / ".DS_Store").write_bytes(b"\0")

    assert write(data, "new")


# Disks that refuse


def refuse(monkeypatch, number, where="fsync"):
    def fail(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(directory_swap.os, where, fail)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "no right to write"),
        (errno.EIO, "the disk refused"),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_tables(data, monkeypatch, number, words):
    refuse(monkeypatch, number)

    with pytest.raises(StorageError, match=words):
        write(data, "new")

    monkeypatch.undo()
    assert name_of(data) == "old"
    assert {path.name for path in data.parent.iterdir()} <= {"data", ".dateline-data.lock"}


def test_a_real_full_disk_leaves_the_old_tables(data, monkeypatch):
    """/dev/full refuses every byte with ENOSPC, as a full disk does."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    real_open = Path.open

    def onto_full(path, mode="r", *args, **kwargs):
        target = Path("/dev/full") if path.name == "events.csv" and "w" in mode else path
        return real_open(target, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", onto_full)

    with pytest.raises(StorageError, match="the disk is full"):
        write(data, "new")

    monkeypatch.undo()
    assert name_of(data) == "old"


def test_a_path_under_a_file_is_explained(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(StorageError, match="is a file, not a folder"):
        write(tmp_path / "file" / "data")
    with pytest.raises(StorageError, match="is a file, not a folder"):
        write(tmp_path / "file")


# Killed, and two at once

BUILD = """
import itertools, sys
from pathlib import Path
from tests.test_store import write
for name in itertools.cycle(["one", "two", "three"]):
    write(Path(sys.argv[1]), name)
    print(name, flush=True)
"""


def run_python(*arguments):
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def left_by_killed_builds(directory, way):
    process = run_python("-m", "tests.killed_builds", directory, way)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.split()


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_killed_at_any_moment_the_tables_are_old_or_new(tmp_path, way):
    left = left_by_killed_builds(tmp_path / "data", way)

    assert len(left) == KILLS
    assert set(left) == {"old", "new"}

    write(tmp_path / "data", "last")
    assert {path.name for path in tmp_path.iterdir()} <= {"data", ".dateline-data.lock"}


def test_killing_a_build_that_replaces_files_one_by_one_would_be_noticed(tmp_path):
    assert "mixture" in left_by_killed_builds(tmp_path / "data", "one by one")


def test_killed_between_two_renames_the_old_tables_come_back(data):
    data.rename(data.parent / ".dateline-data.old")
    (data.parent / ".dateline-data.new-1234").mkdir()

    assert name_of(data) == "old"
    assert {path.name for path in data.parent.iterdir()} <= {"data", ".dateline-data.lock"}


def test_readers_of_a_folder_that_is_being_rebuilt_see_whole_sets(tmp_path):
    directory = tmp_path / "data"
    process = run_python("-c", BUILD, directory)
    try:
        assert process.stdout.readline() == "one\n"
        seen = {name_of(directory) for _ in range(15)}
    finally:
        process.kill()
        process.communicate()

    assert seen <= {"one", "two", "three"}
    assert len(seen) > 1


def test_two_builds_at_once_equal_one(tmp_path):
    directory = tmp_path / "data"
    results, errors = [], []

    def build():
        try:
            results.append(write(directory, "same"))
        except DatelineError as error:
            errors.append(error)

    threads = [threading.Thread(target=build) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not errors
    assert sorted(results) == [False, False, False, True]
    assert name_of(directory) == "same"


def test_waiting_for_another_build_ends_with_a_message(data, monkeypatch):
    monkeypatch.setattr(directory_swap, "LOCK_SECONDS", 0.05)
    with directory_swap.locked(data), pytest.raises(StorageError, match="another build"):
        write(data, "new")


def test_a_table_cannot_be_written_with_a_kind_that_is_none():
    frame = factories.events({}).astype({"kind": "str"}).assign(kind="parade")

    with pytest.raises(DatelineError, match="'parade'"):
        store.to_csv(frame, Events)

"""The command line: what it says, what it writes, and with which exit status."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __main__ as command_line
from dateline import console, directory_swap, pipeline, store
from dateline.schema import TABLES, Articles, Events, Problems

ROOT = Path(__file__).parents[1]
ARTICLE = """\
---
title: A regiment arrives
publisher: The Courier
published: 2031-05-06
published_basis: stated
---
The Norwegian minister Ana Reno said on Monday that 300 soldiers arrived in Narvik on 3 May 2031.
"""
PLAIN = "On Sunday the minister Ana Reno met the mayor of Narvik, her office said."
ACTORS = "actor_id,name,aliases,kind,country\nreno,Ana Reno,Reno,person,NOR\n"
CORRECTED = "correction,event,value,reason\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, with a small story in seeds/."""
    (tmp_path / "seeds" / "articles").mkdir(parents=True)
    (tmp_path / "seeds" / "articles" / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "seeds" / "actors.csv").write_text(ACTORS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Run one command line; its exit status, standard output and standard error."""

    def run(*arguments):
        status = command_line.main(list(map(str, arguments)))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_a_build_writes_the_tables_and_sums_them_up(here, run):
    status, out, err = run("build")

    assert status == 0
    assert out.startswith("1 articles, ")
    assert out.endswith("Written to data/.\n")
    assert "[1/1] a" in err
    store.verify(here / "data")
    assert store.read_table(Articles, here / "data")["article_id"].tolist() == ["a"]
    assert store.read_text("a", here / "data") == ARTICLE.split("---\n")[2].strip()
    assert len(store.read_table(Events, here / "data")) > 0


def test_building_again_changes_nothing_and_says_so(here, run):
    run("build")
    before = store.version(here / "data")

    status, out, _ = run("build")

    assert status == 0
    assert "data/ already held just this." in out
    assert store.version(here / "data") == before


def test_check_agrees_with_a_fresh_build(here, run):
    run("build")

    assert run("check")[:2] == (0, "data/ is what the seeds and the code give today.\n")


def test_check_names_the_first_row_and_column_that_differ(here, run):
    run("build")
    path = here / "data" / "articles.csv"
    path.write_text(path.read_text().replace("The Courier", "The Herald"), newline="")

    status, out, _ = run("check")

    assert status == 1
    assert "articles.csv: row 1 (a), column publisher: 'The Herald' on disk" in out
    assert "was edited by hand" in out
    assert out.endswith("run `python -m dateline build`.\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            lambda here: (here / "seeds" / "articles" / "b.txt").write_text(
                f"Published: 6 May 2031\n{PLAIN}"
            ),
            "articles.csv: 1 rows on disk, 2 built",
            id="a new article",
        ),
        pytest.param(
            lambda here: (here / "seeds" / "landmarks.csv").write_text("day,words,note\n"),
            "the seeds have changed since, though they give the same tables",
            id="a seed that changes no table",
        ),
        pytest.param(lambda here: shutil.rmtree(here / "data"), "data: is missing", id="no data"),
        pytest.param(
            lambda here: (here / "data" / "datapackage.json").unlink(),
            "datapackage.json: is missing (half-written)",
            id="no manifest",
        ),
    ],
)
def test_check_fails_when_anything_changed(here, run, change, said):
    run("build")
    change(here)

    status, out, _ = run("check")

    assert status == 1
    assert said in out


def test_code_that_changed_and_gives_the_same_tables_is_no_difference(here, run, monkeypatch):
    run("build")
    monkeypatch.setattr(command_line.fingerprint, "of_code", lambda: "sha256:other")

    assert run("check")[0] == 0


def test_a_correction_is_built_in_and_breaks_no_rule(here, run):
    run("build")
    event_id = store.read_all(here / "data").tables[Events]["event_id"].iloc[0]
    lines = f"redate,{event_id},1999-01-01,It was then.\nhide,nothing,,Gone.\n"
    (here / "seeds" / "corrections.csv").write_text(CORRECTED + lines)

    assert run("build")[0] == 0
    tables = store.read_all(here / "data").tables
    events = tables[Events].set_index("event_id")
    assert events.loc[event_id, "edtf"] == "1999-01-01"
    assert list(tables[Problems]["kind"][tables[Problems]["article_id"] == ""]) == ["correction"]


def test_check_writes_nothing(here, run):
    run("check")

    assert not (here / "data").exists()


def test_a_bad_file_stops_the_build_and_nothing_is_written(here, run):
    articles = here / "seeds" / "articles"
    (articles / "b.txt").write_text("Nothing is dated.")
    (articles / "c.md").write_text(ARTICLE.replace("05-06", "02-30"))

    status, out, err = run("build")

    assert status == 1
    assert out == ""
    assert "error: seeds/articles/b.txt: has no publication day" in err
    assert "error: seeds/articles/c.md:4: 'published' is '2031-02-30'" in err
    assert "--skip-bad" in err
    assert not (here / "data").exists()


def test_a_bad_file_leaves_the_old_tables_alone(here, run):
    run("build")
    before = store.version(here / "data")
    (here / "seeds" / "articles" / "b.md").write_text("")

    assert run("build")[0] == 1
    assert store.version(here / "data") == before


def test_bad_files_can_be_left_out_and_the_summary_says_so(here, run):
    (here / "seeds" / "articles" / "b.txt").write_bytes(b"\0")

    status, out, err = run("build", "--skip-bad")

    assert status == 0
    assert "1 bad file was left out." in out
    assert "error: seeds/articles/b.txt: holds NUL" in err
    assert store.read_table(Articles, here / "data")["article_id"].tolist() == ["a"]


def test_leaving_out_every_file_builds_nothing(here, run):
    (here / "seeds" / "articles" / "a.md").write_text("")

    status, _, err = run("build", "--skip-bad")

    assert status == 1
    assert "no article is left" in err
    assert not (here / "data").exists()


@pytest.mark.parametrize(
    ("ruin", "said"),
    [
        (lambda here: shutil.rmtree(here / "seeds"), "error: seeds/articles: is missing"),
        (
            lambda here: (here / "seeds" / "articles" / "a.md").unlink(),
            "error: seeds/articles: holds no article",
        ),
        (
            lambda here: (here / "seeds" / "actors.csv").write_text(ACTORS.replace("NOR", "NO")),
            "error: seeds/actors.csv:2: country 'NO' is no ISO 3166-1 alpha-3 code",
        ),
        (
            lambda here: (here / "seeds" / "actors.csv").write_text(ACTORS.replace("person", "x")),
            "error: seeds/actors.csv:2: kind 'x' is none of",
        ),
        (
            lambda here: (here / "seeds" / "landmarks.csv").write_text("day,words,note\nx,y,z\n"),
            "error: seeds/landmarks.csv:2: day is 'x', expected YYYY-MM-DD",
        ),
        (
            lambda here: (here / "seeds" / "corrections.csv").write_text(f"{CORRECTED}hide,e,,\n"),
            "error: seeds/corrections.csv:2: hide has no reason",
        ),
        (lambda here: (here / "data").write_text("x"), "is a file, not a folder"),
    ],
)
def test_seeds_that_cannot_be_read_are_explained_in_one_line(here, run, ruin, said):
    ruin(here)

    status, out, err = run("build")

    assert status == 1
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_a_full_disk_is_explained_and_the_old_tables_stay(here, run, monkeypatch):
    run("build")
    (here / "seeds" / "articles" / "b.txt").write_text(f"Published: 6 May 2031\n{PLAIN}")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(directory_swap.os, "fsync", full)
    status, _, err = run("build")
    monkeypatch.undo()

    assert status == 1
    assert "the disk is full: free some space; nothing was changed" in err
    assert store.read_table(Articles, here / "data")["article_id"].tolist() == ["a"]


def test_other_folders_and_days_can_be_given(here, run):
    (here / "texts").mkdir()
    (here / "texts" / "one.txt").write_text(PLAIN)
    (here / "texts" / "two.txt").write_text(PLAIN)
    (here / "days.csv").write_text("article_id,published\ntwo,2031-05-07\n")

    status, _, _ = run(
        *("build", "--articles", "texts", "--out", "deep/er"),
        *("--published", "days.csv", "--published", "2031-05-06"),
    )

    assert status == 0
    built = store.read_table(Articles, here / "deep" / "er").set_index("article_id")
    assert built["published_day"].dt.day.to_dict() == {"one": 6, "two": 7}
    assert run("check", "--articles", "texts", "--out", "deep/er")[0] == 1


@pytest.mark.parametrize("out", ["seeds", "seeds/articles", "seeds/articles/data", "."])
def test_the_output_may_not_replace_the_input(here, run, out):
    status, _, err = run("build", "--out", out)

    assert status == 1
    assert "error" in err
    assert (here / "seeds" / "articles" / "a.md").read_text() == ARTICLE
    assert (here / "seeds" / "actors.csv").read_text() == ACTORS


def test_the_pipeline_is_handed_what_was_read(here, run, monkeypatch):
    """And what it reports on the way is shown."""
    seen = {}
    build = pipeline.build

    def spy(articles, actors, progress, corrections):
        seen.update(articles=[a.article_id for a in articles], actors=[a.name for a in actors])
        progress(1, 1, "halfway")
        return build(articles, actors, progress, corrections)

    monkeypatch.setattr(pipeline, "build", spy)
    _, _, err = run("build")

    assert seen == {"articles": ["a"], "actors": ["Ana Reno"]}
    assert "halfway" in err


def test_many_articles_are_reported_in_tens(here, run, monkeypatch):
    advance = console.progress()
    for done in range(1, 1001):
        advance(done, 1000, "x")

    assert len(run("dictionary")[2].splitlines()) == 10


def test_the_dictionary_names_every_table(run):
    status, out, _ = run("dictionary")

    assert status == 0
    assert all(f"`{table.table_name()}.csv`" in out for table in TABLES)


@pytest.mark.parametrize("arguments", [[], ["bulid"], ["build", "--nonsense"]])
def test_a_wrong_command_line_is_told_how_it_goes(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        command_line.main(arguments)

    assert caught.value.code == 2
    assert "usage: python -m dateline" in capsys.readouterr().err


def test_help_shows_a_build_with_days(capsys):
    with pytest.raises(SystemExit) as caught:
        command_line.main(["build", "-h"])

    assert caught.value.code == 0
    assert "NAME=YYYY-MM-DD" in capsys.readouterr().out


def test_it_runs_as_a_module_on_the_shipped_story(tmp_path):
    """Twice, with other hash seeds, locales and time zones: the same bytes."""
    for name, seed, zone in [("one", "1", "Pacific/Kiritimati"), ("two", "2", "America/Adak")]:
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-m", "dateline", "build", "--out", str(tmp_path / name)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    files = sorted(path for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(files) > len(TABLES)
    for path in files:
        assert (
            path.read_bytes()
            == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
        )


def test_the_committed_tables_are_what_the_seeds_give(run, monkeypatch):
    """If this fails, run `python -m dateline build` and look at the difference."""
    monkeypatch.chdir(ROOT)

    assert run("check")[:2] == (0, "data/ is what the seeds and the code give today.\n")

"""Reading seeds/: good files are read, bad ones named, and neither hides the other."""

import os
from datetime import date
from pathlib import Path

import pytest

from dateline import seeds
from dateline.errors import SeedError, UndatedError
from dateline.given_days import PublishedDays
from dateline.model import PublishedBasis
from dateline.seeds import Places

ROOT = Path(__file__).parents[1]
MARKDOWN = """\
---
title: A regiment arrives
publisher: The Courier
published: 2031-05-06
published_basis: stated
url: https://courier.example/a
derived_from: The Wire
---

The regiment arrived on Monday.

“About 300 soldiers came.”
"""
PLAIN = "Published: 6 May 2031\nThe regiment arrived on Monday."


@pytest.fixture
def folder(tmp_path):
    """Write files into a folder of articles; text or bytes, by name."""

    def write(**files):
        for name, content in files.items():
            path = tmp_path / "articles" / name.replace("__", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return tmp_path / "articles"

    return write


def read(directory, given=PublishedDays(), landmarks=()):  # noqa: B008 - frozen
    return seeds.read_articles(directory, given, landmarks)


def test_an_article_with_front_matter_is_read_whole(folder):
    [article], errors = read(folder(a__md=MARKDOWN))

    assert not errors
    assert article.article_id == "a"
    assert (article.title, article.publisher) == ("A regiment arrives", "The Courier")
    assert (article.published, article.published_basis) == (date(2031, 5, 6), "stated")
    assert (article.url, article.derived_from) == ("https://courier.example/a", "The Wire")
    assert article.text == "The regiment arrived on Monday.\n\n“About 300 soldiers came.”"


def test_an_inferred_day_keeps_its_note(folder):
    text = MARKDOWN.replace("basis: stated", "basis: inferred\nbasis_note: Told as of Monday.")
    [article], _ = read(folder(a__md=text))

    assert article.published_basis is PublishedBasis.INFERRED
    assert article.basis_note == "Told as of Monday."


def test_a_text_is_stored_as_it_stands_but_for_its_ends(folder):
    text = f"  \n{PLAIN}\t x\u00a0y\u2028z  \r\n\n"
    [article], _ = read(folder(a__txt=text))

    assert article.text == f"{PLAIN}\t x\u00a0y\u2028z"


def test_articles_are_sorted_by_name_and_endings_may_be_capitals(folder):
    articles, errors = read(folder(b__TXT=PLAIN, a__MD=MARKDOWN, C__txt=PLAIN))

    assert not errors
    assert [article.article_id for article in articles] == ["C", "a", "b"]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{PLAIN}\nSource: Courier.example", "Courier.example"),
        (f"Source:  The Courier \n{PLAIN}", "The Courier"),
        (f"{PLAIN}\nSource: a\nMore.", seeds.UNNAMED_PUBLISHER),
        (PLAIN, seeds.UNNAMED_PUBLISHER),
    ],
)
def test_the_publisher_of_plain_text_is_its_source_line(folder, text, publisher):
    [article], _ = read(folder(a__txt=text))

    assert article.publisher == publisher
    assert article.text == text.strip()


# Where the day of plain text comes from


def test_a_sidecar_gives_day_title_and_publisher(folder):
    sidecar = '{"published": "2031-05-07", "title": "T", "publisher": "P"}'
    [article], errors = read(folder(a__txt="No day.", a__json=sidecar))

    assert not errors
    assert (article.published, article.title, article.publisher) == (date(2031, 5, 7), "T", "P")
    assert article.published_basis is PublishedBasis.STATED


@pytest.mark.parametrize(
    ("files", "given", "day", "note"),
    [
        pytest.param({"a__txt": PLAIN}, "a=2031-05-09", "2031-05-09", "Given with", id="by name"),
        pytest.param({"a__txt": PLAIN}, "2031-05-09", "2031-05-06", "prints it", id="printed"),
        pytest.param({"a__txt": "None."}, "2031-05-09", "2031-05-09", "for all", id="for all"),
        pytest.param(
            {"a__txt": "Until 1 May 2031 and on 3 May 2031."},
            "2031-05-09",
            "2031-05-09",
            "for all",
            id="for all, before it is inferred",
        ),
        pytest.param({"a__md": MARKDOWN}, "2031-05-09", "2031-05-06", "", id="front matter"),
        pytest.param({"a__md": MARKDOWN}, "a=2031-05-06", "2031-05-06", "", id="the same twice"),
    ],
)
def test_the_nearest_word_on_the_day_counts(folder, files, given, day, note):
    [article], errors = read(folder(**files), seeds.read_published([given]))

    assert not errors
    assert article.published.isoformat() == day
    assert note in article.basis_note


def test_an_article_without_a_day_is_refused_with_three_ways_to_give_one(folder):
    articles, [error] = read(folder(a__txt="Nothing is dated here."))

    assert not articles
    assert isinstance(error, UndatedError)
    for way in ("--published a=YYYY-MM-DD", 'a.json as {"published"', '"Published: 1 May 2024"'):
        assert way in str(error)


def test_a_day_that_contradicts_the_file_is_refused(folder):
    _, [error] = read(folder(a__md=MARKDOWN), seeds.read_published(["a=2031-05-07"]))

    assert "says 2031-05-06 where --published says 2031-05-07" in str(error)


def test_a_day_for_an_article_that_is_not_there_is_refused(folder):
    articles, [error] = read(folder(a__md=MARKDOWN), seeds.read_published(["b=2031-05-07"]))

    assert len(articles) == 1
    assert "'b'" in str(error)


# Bad files, each beside a good one


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("b__txt", "", "is empty", id="empty"),
        pytest.param("b__txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL", id="binary"),
        pytest.param("b__txt", PLAIN + "\x1b[31m", "control character U+001B", id="control"),
        pytest.param("b__txt", b"a" * 10_000_000, "longer than the 2,000,000", id="10 MB"),
        pytest.param("b__txt", "—" * 40, "has no text", id="no letters"),
        pytest.param("b__md", "No front matter.", "has no front matter", id="no front matter"),
        pytest.param("b__md", MARKDOWN.replace("---\n\n", "\n"), "not closed", id="unclosed"),
        pytest.param("b__md", MARKDOWN.replace("05-06", "02-30"), "calendar", id="no such day"),
        pytest.param("b__md", MARKDOWN.split("\n\n")[0], "has no text", id="no body"),
        pytest.param("b__md", MARKDOWN.replace("The Wire", "b"), "names the article", id="itself"),
        pytest.param("b__md", b"\xff\xfe" + MARKDOWN.encode()[:-1], "UTF-8", id="not UTF-16"),
        pytest.param("b__docx", b"PK", "neither .md nor .txt", id="another format"),
        pytest.param("b__json", "{}", "belongs to no article", id="a sidecar alone"),
        pytest.param("b;c__md", MARKDOWN, "rename", id="a list's separator in the name"),
    ],
)
def test_a_bad_file_is_named_and_the_good_one_is_read(folder, name, content, problem):
    directory = folder(a__md=MARKDOWN, **{name: content})

    articles, [error] = read(directory)

    assert [article.article_id for article in articles] == ["a"]
    assert problem in error.problem
    assert error.path == directory / name.replace("__", ".")


@pytest.mark.parametrize(
    "names", [("b__md", "b__txt"), ("b__txt", "B__txt"), ("é__txt", "e\u0301__txt")]
)
def test_two_files_of_one_article_id_are_refused_by_name(folder, names):
    contents = {name: MARKDOWN if "md" in name else PLAIN for name in names}
    directory = folder(a__md=MARKDOWN, **contents)
    if len(list(directory.iterdir())) < 3:
        pytest.skip("this disk keeps no two such names")

    articles, errors = read(directory)

    assert [article.article_id for article in articles] == ["a"]
    assert len(errors) == 2
    for name in names:
        assert all(name.replace("__", ".") in error.problem for error in errors)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_refused_without_waiting_for_it(folder):
    directory = folder(a__md=MARKDOWN)
    os.mkfifo(directory / "b.txt")
    (directory / "c.txt").symlink_to("nowhere.txt")
    (directory / "d.md").mkdir()

    articles, errors = read(directory)

    assert len(articles) == 1
    assert [error.path.name for error in errors] == ["b.txt", "c.txt", "d.md"]
    assert all("not a file that can be read" in error.problem for error in errors)


def test_a_name_that_is_no_text_is_refused(folder):
    directory = folder(a__md=MARKDOWN)
    try:
        (directory / os.fsdecode(b"b\xff.txt")).write_text(PLAIN)
    except OSError:
        pytest.skip("this disk keeps no such name")

    articles, [error] = read(directory)

    assert len(articles) == 1
    assert "rename" in error.problem


def test_hidden_files_are_not_for_us(folder):
    articles, errors = read(folder(a__md=MARKDOWN, __DS_Store=b"\0"))

    assert len(articles) == 1
    assert not errors


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "is missing; put the articles there"),
        (lambda path: path.write_text("x"), "is a file, not a folder"),
        (lambda path: path.mkdir(), "holds no article"),
    ],
)
def test_a_folder_that_is_missing_or_empty_is_explained(tmp_path, make, problem):
    make(tmp_path / "articles")

    with pytest.raises(SeedError, match=problem):
        read(tmp_path / "articles")


# The other files of seeds/


def test_there_need_be_no_actors_and_no_landmarks(tmp_path):
    places = Places.under(tmp_path)

    assert seeds.read_actors(places.actors) == []
    assert seeds.read_landmarks(places.landmarks) == []
    assert seeds.read_corrections(places.corrections) == []


def test_days_may_stand_in_a_file_among_the_articles(folder):
    directory = folder(a__txt="None.", days__json='{"a.txt": "2031-05-09"}')
    given = seeds.read_published([str(directory / "days.json")])

    [article], errors = read(directory, given)

    assert not errors
    assert article.published == date(2031, 5, 9)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["yesterday"], "'yesterday'; expected YYYY-MM-DD, NAME=YYYY-MM-DD"),
        (["2024-02-30"], "no such day"),
        (["a=2024-02-30"], "the day of 'a'"),
        (["2024-10-21", "2024-10-22"], "two days for all"),
        (["a=2024-10-21", "a=2024-10-22"], "two days"),
        (["nowhere.json"], "not a file"),
    ],
)
def test_a_bad_day_on_the_command_line_is_explained(options, problem):
    with pytest.raises(SeedError, match=problem):
        seeds.read_published(options)


def test_the_digest_changes_with_any_seed_and_not_with_the_machine(folder, tmp_path):
    directory = folder(a__md=MARKDOWN)
    places, none = Places.under(tmp_path), PublishedDays()
    first = seeds.digest(places, none)
    seen = {first}

    (directory / "a.md").write_bytes(MARKDOWN.replace("\n", "\r\n").encode())
    assert seeds.digest(places, none) == first

    for name in ("articles/b.txt", "actors.csv", "landmarks.csv", "corrections.csv"):
        (tmp_path / name).write_text("x")
        seen.add(seeds.digest(places, none))
    seen.add(seeds.digest(places, seeds.read_published(["2024-10-21"])))
    (directory / "a.md").rename(directory / "z.md")
    seen.add(seeds.digest(places, none))

    assert len(seen) == 7


# The story that ships


def test_the_shipped_seeds_are_sound():
    places = Places.under(ROOT / "seeds")
    articles, errors = read(places.articles)

    assert not errors
    assert len(articles) >= 5
    assert seeds.read_actors(places.actors)
    assert seeds.read_landmarks(places.landmarks)


ORIGINALS = os.environ.get("DATELINE_ORIGINALS", "")
RIGHT_DAYS = [
    {"2024-10-21"},
    {"2024-10-21"},
    {"2024-10-25"},
    {"2024-10-18"},
    {"2024-10-21", "2024-10-22"},
]


@pytest.mark.originals
@pytest.mark.skipif(not ORIGINALS, reason="DATELINE_ORIGINALS names no folder")
def test_the_originals_are_dated_from_their_text():
    landmarks = seeds.read_landmarks(ROOT / "seeds" / "landmarks.csv")
    articles, errors = read(ROOT / ORIGINALS, PublishedDays(), landmarks)

    assert not errors
    assert len(articles) == len(RIGHT_DAYS)
    for article, right in zip(articles, RIGHT_DAYS, strict=True):
        assert article.published.isoformat() in right
        assert article.published_basis is PublishedBasis.INFERRED
        assert "Friday" in article.basis_note

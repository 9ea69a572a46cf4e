"""Front matter and sidecars: taken as words, checked by us, complained about by line."""

import json
from datetime import date

import pytest

from dateline.errors import SeedError
from dateline.metadata import MAX_CHARACTERS, from_front_matter, from_sidecar, split_front_matter
from dateline.model import PublishedBasis

FRONT = """\
title: A regiment arrives
publisher: The Courier
published: 2031-05-06
published_basis: stated"""


def test_values_are_words_whatever_yaml_makes_of_them():
    front = "title: no\npublisher: 012\npublished: 2031-05-06\npublished_basis: stated\nurl: ''"

    read = from_front_matter(front, "a.md")

    assert (read.title, read.publisher) == ("no", "012")
    assert (read.published, read.basis) == (date(2031, 5, 6), PublishedBasis.STATED)


def test_folded_text_becomes_one_line():
    front = f"{FRONT.replace('stated', 'inferred')}\nbasis_note: >-\n  One\n  two."

    assert from_front_matter(front, "a.md").basis_note == "One two."


@pytest.mark.parametrize(
    ("front", "line", "problem"),
    [
        pytest.param(FRONT + "\ntitel: x", 6, "unknown key 'titel'", id="an unknown key"),
        pytest.param(FRONT[27:], 1, "'title' is missing", id="a missing key"),
        pytest.param(FRONT + "\ntitle: again", 6, "'title' is given twice", id="a key twice"),
        pytest.param(FRONT.replace("05-06", "02-30"), 4, "calendar has no such day", id="no day"),
        pytest.param(FRONT.replace("05-06", "5-6"), 4, "expected YYYY-MM-DD", id="a short day"),
        pytest.param(FRONT.replace("2031", "٢٠٣١"), 4, "expected YYYY-MM-DD", id="Arabic digits"),
        pytest.param(FRONT.replace("stated", "sure"), 5, "'sure', expected stated or", id="basis"),
        pytest.param(FRONT.replace("stated", "inferred"), 5, "'basis_note' is missing", id="note"),
        pytest.param(FRONT + "\nurl: javascript:alert(1)", 6, "http://", id="a script"),
        pytest.param(FRONT + "\nurl: https://", 6, "http://", id="no host"),
        pytest.param(FRONT + "\nurl: 'http://[oops'", 6, "http://", id="a broken host"),
        pytest.param(FRONT + "\nurl: [a, b]", 6, "must be text", id="a list"),
        pytest.param(FRONT + ': more: "', 5, "not YAML", id="a colon too many"),
        pytest.param("- a\n- b", 2, "key: value", id="a list of lines"),
        pytest.param("", 2, "key: value", id="nothing"),
        pytest.param("title: " + "[" * 9000, 1, "nested too deeply", id="nested"),
        pytest.param(FRONT + '\nderived_from: "\\ud800"', 6, "no text", id="half a pair"),
        pytest.param(FRONT + '\nderived_from: "\\e[31m"', 6, "no text", id="an escape"),
        pytest.param(FRONT.replace("The Courier", "''"), 3, "'publisher' is empty", id="empty"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(front, line, problem):
    with pytest.raises(SeedError) as caught:
        from_front_matter(front, "seeds/articles/a.md")

    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"seeds/articles/a.md:{line}: ")


def test_several_problems_are_told_together():
    with pytest.raises(SeedError, match=r"a\.md:4: .*2031-02-30.*; unknown key 'x'"):
        from_front_matter(FRONT.replace("05-06", "02-30") + "\nx: y", "a.md")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("No front matter.", "has no front matter"),
        (f"---\n{FRONT}\nThe text.", "is not closed"),
        (f"---\ntitle: {'x' * MAX_CHARACTERS}\n---\nText.", "at most"),
    ],
)
def test_front_matter_must_be_there_and_end(text, problem):
    with pytest.raises(SeedError, match=rf"a\.md:1: .*{problem}"):
        split_front_matter(text, "a.md")


def test_a_line_of_dashes_in_the_text_ends_nothing():
    front, body = split_front_matter(f"---\n{FRONT}\n---\none\n---\ntwo", "a.md")

    assert (front, body) == (FRONT, "one\n---\ntwo")


def test_a_sidecar_may_leave_things_out():
    read = from_sidecar('{"published": "2031-05-06"}', "a.json")

    assert (read.published, read.publisher) == (date(2031, 5, 6), "")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        pytest.param('{\n"published":\n"2024-02-30"}', 2, "no such day", id="no day"),
        pytest.param('{\n\n"published": 20240230}', 3, "in double quotes", id="a number"),
        pytest.param('{"published": "2031-05-06",\n}', 2, "not JSON", id="a comma too many"),
        pytest.param('["2031-05-06"]', 1, "must be an object", id="a list"),
        pytest.param('{"day": "2031-05-06"}', 1, "unknown key 'day'", id="an unknown key"),
        pytest.param('{"title": "a", "title": "b"}', 1, "given twice", id="a key twice"),
        pytest.param('{"published_basis": "stated"}', 1, "'published' is missing", id="no day"),
        pytest.param('{"title": "\\ud800"}', 1, "no text", id="half a pair"),
        pytest.param("[" * 15_000, 1, "not JSON", id="nested"),
        pytest.param('{"title": {"a": "b"}}', 1, "in double quotes", id="a mapping"),
        pytest.param(json.dumps({"title": "x" * MAX_CHARACTERS}), 1, "at most", id="too long"),
    ],
)
def test_a_broken_sidecar_is_refused_with_its_line(text, line, problem):
    with pytest.raises(SeedError) as caught:
        from_sidecar(text, "a.json")

    assert problem in caught.value.problem
    assert caught.value.line == line

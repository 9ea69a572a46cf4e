"""Which words tell an event: the vectors, and every row of the lexicon in its own example."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.cues import find_cues
from dateline.extract.verbs import Form, forms_of
from dateline.model import EventKind

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "cues.json").read_text(encoding="utf-8")
)
ROWS = lexicon.rows("cues")


def named(row):
    return row["cue"]


def as_vector(cue, text):
    return {"quote": cue.span.of(text), "kind": str(cue.kind), "mood": str(cue.mood)}


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"] or "nothing")
def test_vectors(case):
    assert [as_vector(cue, case["text"]) for cue in find_cues(case["text"])] == case["expect"]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_each_row_is_found_in_its_own_example(row):
    """A row that an earlier one shadows is not found, and fails here."""
    found = {cue.rule: cue for cue in find_cues(row["example"])}

    assert row["cue"] in found, f"found {sorted(found)} instead"
    cue = found[row["cue"]]
    assert (str(cue.kind), cue.is_verb) == (row["kind"], row["form"] == "verb")
    assert cue.needs_date == (row["emit"] != "always")
    assert cue.only_dated == (row["emit"] == "only_dated")


def in_the_past(words):
    """One way of wording a row as a clause says it: the verb in the past, the first choice."""
    said = []
    for word in words.split():
        if word == "*":
            said.append("it all")
        elif word == "^":
            said.append("Rossi in")
        elif word.endswith("~"):
            forms = forms_of(word[:-1])
            said.append(next(form for form, kind in forms.items() if kind is Form.PAST))
        else:
            said.append(word.split("/")[0])
    return " ".join(said)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_each_wording_of_a_row_is_found(row):
    """Under the row itself, or under another one that tells the same kind."""
    near = row["near"].split("|")[0] or "thing"
    subject = "They" if row["form"] == "verb" else "Their"
    missed = []
    for words in row["words"].split("|"):
        text = f"{subject} {in_the_past(words)} a {near}."
        if not any(str(cue.kind) == row["kind"] for cue in find_cues(text)):
            missed.append(text)

    assert missed == []


@pytest.mark.parametrize("row", [row for row in ROWS if row["not_near"]], ids=named)
def test_each_word_that_must_not_stand_near_silences_its_row(row):
    said = [
        f"{row['example'].rstrip('.')} {word.strip()}."
        for word in row["not_near"].split("|")
        if any(
            cue.rule == row["cue"]
            for cue in find_cues(f"{row['example'].rstrip('.')} {word.strip()}.")
        )
    ]

    assert said == []


def test_the_columns_hold_what_the_code_knows():
    assert {row["form"] for row in ROWS} == {"verb", "noun"}
    assert {row["emit"] for row in ROWS} == {"always", "dated", "only_dated"}
    assert len({row["cue"] for row in ROWS}) == len(ROWS)


def test_every_kind_but_other_has_a_cue():
    assert {row["kind"] for row in ROWS} == {str(kind) for kind in EventKind} - {"other"}


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_cues_do_not_overlap_and_stand_in_the_sentence(row):
    text = f"{row['example']} Also, {row['example']}"
    found = find_cues(text)

    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start
    for cue in found:
        assert cue.word == cue.span.of(text).lower()[: len(cue.word)]
        assert text[: cue.span.start].endswith(cue.chain)

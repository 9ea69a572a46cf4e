"""Who says what: the vectors, and every row of the lexicon in its own example."""

import json
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.actors import ActorIndex
from dateline.extract.sayings import find_sayings
from dateline.extract.voices import voices_over
from dateline.model import Span

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "sayings.json").read_text(encoding="utf-8")
)
ROWS = lexicon.rows("sayings")
NOBODY = ActorIndex([])


def sayings_of(text):
    return find_sayings(text, NOBODY.find(text).mentions)


def named(row):
    return row["base"]


def as_vector(saying, text, keys):
    """Write a saying the way the vectors file does; `who` is nobody where none is named."""
    speakers = [speaker.span.of(text) for speaker in saying.speakers]
    vector = {
        "verb": saying.span.of(text),
        "who": saying.speaker_text if speakers else "",
        "stance": str(saying.stance),
        "mood": str(saying.mood),
    }
    if "content" in keys:
        vector["content"] = saying.content.of(text).lstrip()
    return vector


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    found = sayings_of(case["text"])
    keys = [set(expected) for expected in case["expect"]] + [set()] * len(found)

    seen = [as_vector(saying, case["text"], k) for saying, k in zip(found, keys, strict=False)]
    assert seen == case["expect"]


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_each_row_is_found_in_its_own_example(row):
    """A row that an earlier one shadows is not found, and fails here."""
    rule = f"saying:{row['base'].replace(' ', '_')}"
    found = {saying.rule: saying for saying in sayings_of(row["example"])}

    assert rule in found, f"found {sorted(found)} instead"
    assert str(found[rule].stance) == row["stance"]
    assert found[rule].is_statement == (row["is_statement"] == "yes")
    assert found[rule].speaker_text


@pytest.mark.parametrize("row", [row for row in ROWS if row["not_near"]], ids=named)
def test_each_word_that_must_not_stand_near_silences_its_row(row):
    rule = f"saying:{row['base'].replace(' ', '_')}"
    loud = [
        word
        for word in row["not_near"].split("|")
        if rule
        in [saying.rule for saying in sayings_of(f"{row['example'].rstrip('.')} {word.strip()}.")]
    ]

    assert loud == []


def test_no_verb_has_two_rows():
    assert len({row["base"] for row in ROWS}) == len(ROWS)


def test_voices_go_from_the_innermost_outwards():
    text = "France confirmed that Italy had reported that the ferry sank."
    at = text.index("sank")

    voices = voices_over(sayings_of(text), Span(at, at + 4))
    assert [voice.speaker_text for voice in voices] == ["Italy", "France"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_every_span_stands_in_the_sentence(case):
    text = case["text"]

    for saying in sayings_of(text):
        assert 0 <= saying.span.start < saying.span.end <= len(text)
        assert 0 <= saying.content.start <= saying.content.end <= len(text)
        assert not saying.content.holds(saying.span)

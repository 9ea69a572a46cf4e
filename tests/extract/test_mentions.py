"""What an article tells: the vectors over many stories, told and not told, and what must hold."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.model import Article, DateBasis, EventKind, PublishedBasis, Stance

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "mentions_en.json").read_text(encoding="utf-8")
)
NOBODY = ActorIndex([])


def mentions_of(text, published="2031-05-07"):
    article = Article(
        "a", "", "The Courier", date.fromisoformat(published), PublishedBasis.STATED, text
    )
    return read_article(article, [], NOBODY).mentions


def as_vector(mention, keys):
    """Write a mention the way the vectors file does, so a failure reads as a diff of it."""
    vector = {
        "kind": str(mention.kind),
        "edtf": mention.reading.edtf if mention.reading else "",
        "date_basis": str(mention.date_basis),
        "stance": str(mention.stance),
        "actors": list(mention.actor_ids),
        "targets": list(mention.target_ids),
        "attributed_to": list(mention.attributed_to),
        "place": mention.place,
        "title": mention.title,
    }
    return {key: value for key, value in vector.items() if key in keys}


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    found = mentions_of(case["text"], case["published"])
    everything = ["kind", "edtf", "date_basis", "stance", "actors", "title"]
    keys = [list(expected) for expected in case["expect"]] + [everything] * len(found)

    seen = [as_vector(mention, k) for mention, k in zip(found, keys, strict=False)]
    assert seen == case["expect"]


def test_the_vectors_cover_what_they_promise():
    expected = [mention for case in VECTORS for mention in case["expect"]]

    assert len(VECTORS) >= 60
    assert len([case for case in VECTORS if not case["expect"]]) >= 20
    assert {mention["kind"] for mention in expected} == set(map(str, EventKind))
    assert {mention.get("stance", "asserted") for mention in expected} == set(map(str, Stance))
    assert {mention.get("date_basis", "none") for mention in expected} >= {
        str(basis) for basis in DateBasis if basis is not DateBasis.ANAPHORIC
    }


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_every_quote_stands_in_the_text(case):
    text = case["text"]

    for mention in mentions_of(text, case["published"]):
        assert mention.sentence.of(text) == mention.sentence_text
        assert mention.cue is None or mention.sentence.holds(mention.cue)
        assert mention.date is None or mention.date.span.of(text) == mention.date.text
        assert mention.title


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_a_mention_is_dated_by_words_or_by_inheritance_and_by_nothing_else(case):
    for mention in mentions_of(case["text"], case["published"]):
        if mention.date_basis is DateBasis.NONE:
            assert (mention.date, mention.reading) == (None, None)
        elif mention.date_basis is DateBasis.INHERITED:
            assert mention.date is None
            assert mention.reading is not None
            assert mention.date_rule
        else:
            assert mention.date is not None
            assert mention.reading is not None


CASES = [case for case in VECTORS if case["expect"] and "\n" not in case["text"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_sentence_tells_the_same_after_another_paragraph(case):
    before = "The weather was fine.\n"
    alone = mentions_of(case["text"], case["published"])
    inside = mentions_of(before + case["text"], case["published"])

    keys = ["kind", "edtf", "date_basis", "stance", "actors", "targets", "attributed_to", "title"]
    assert [as_vector(m, keys) for m in inside] == [as_vector(m, keys) for m in alone]
    assert [m.sentence for m in inside] == [m.sentence.shifted(len(before)) for m in alone]
    assert [m.mention_id for m in inside] == [m.mention_id for m in alone]


def test_ids_are_of_the_article_and_unlike_each_other():
    text = "France summoned the Italian ambassador on Monday. " * 3
    ids = [mention.mention_id for mention in mentions_of(text)]

    assert len(ids) == 3
    assert len(set(ids)) == 3
    assert all(mention_id.startswith("a-") for mention_id in ids)


def test_two_dated_events_of_one_sentence_are_two_mentions():
    text = "France summoned the envoy on Monday and Italy voted on the bill on Tuesday."
    found = mentions_of(text)

    assert [(str(m.kind), m.reading.edtf) for m in found] == [
        ("summons", "2031-05-05"),
        ("vote", "2031-05-06"),
    ]


def test_an_empty_article_tells_nothing():
    assert mentions_of("") == ()

"""Who claims a figure, who passes it on, of whose people, and as of when."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.model import Article, PublishedBasis

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "claims_en.json").read_text(encoding="utf-8")
)
NOBODY = ActorIndex([])


def reading_of(text):
    article = Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)
    return read_article(article, [], NOBODY)


def as_vector(estimate, keys):
    """Write an estimate the way the vectors file does, so a failure reads as a diff of it."""
    vector = {
        "phrase": estimate.phrase,
        "claimants": list(estimate.claimants),
        "claimant_text": estimate.claimant_text,
        "relayed_by": list(estimate.relayed_by),
        "force": estimate.force_id,
        "stance": str(estimate.stance),
        "as_of": estimate.as_of.edtf if estimate.as_of else "",
        "as_of_basis": estimate.as_of_basis,
    }
    return {key: value for key, value in vector.items() if key in keys}


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    found = reading_of(case["text"]).estimates
    keys = [set(expected) for expected in case["expect"]] + [{"phrase"}] * len(found)

    seen = [as_vector(estimate, k) for estimate, k in zip(found, keys, strict=False)]
    assert seen == case["expect"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_every_phrase_stands_in_the_text(case):
    reading = reading_of(f"The weather was fine.\n{case['text']}")
    text = f"The weather was fine.\n{case['text']}"
    mentions = {mention.mention_id for mention in reading.mentions}

    for estimate in reading.estimates:
        assert estimate.figure.span.of(text) == estimate.phrase
        assert estimate.figure.span.holds(estimate.figure.number)
        assert estimate.sentence.holds(estimate.figure.span)
        assert estimate.mention_id in {"", *mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Earlier reports said 900 soldiers had crossed the river.", "Earlier reports"),
        ("According to a tweet, 900 soldiers crossed the river.", "a tweet"),
        ("Some 900 soldiers crossed the river, Kenya said.", "Kenya"),
        ("Some 900 soldiers crossed the river.", ""),
    ],
)
def test_a_claimant_is_kept_in_the_words_that_name_it(text, words):
    [estimate] = reading_of(text).estimates

    assert estimate.claimant_text == words


def test_a_claimant_is_not_its_own_relay():
    text = "Kenya said on Monday that Kenya had counted 900 soldiers."

    [estimate] = reading_of(text).estimates
    assert estimate.claimants == ("kenya",)
    assert estimate.relayed_by == ()


def test_equal_sentences_give_estimates_with_ids_of_their_own():
    found = reading_of("Ethiopia sent 900 soldiers to the border. " * 3).estimates

    assert len({estimate.estimate_id for estimate in found}) == 3


def test_an_estimate_belongs_to_the_event_beside_it():
    reading = reading_of("Ethiopia sent 900 soldiers to the border in April, Kenya said on Sunday.")

    [estimate] = reading.estimates
    home = next(m for m in reading.mentions if m.mention_id == estimate.mention_id)
    assert str(home.kind) == "deployment"

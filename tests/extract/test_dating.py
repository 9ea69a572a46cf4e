"""Which telling of a sentence a date belongs to, and which day is handed on within it."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.extract.clauses import find_breaks
from dateline.extract.dating import (
    Telling,
    attach_dates,
    is_fronted,
)
from dateline.extract.shared_days import is_during, is_framed, is_simultaneous
from dateline.extract.timex import find_dates
from dateline.model import Span

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "dating.json").read_text(encoding="utf-8")
)
WEDNESDAY = date(2031, 5, 7)


def span_of(words, text):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    text = case["text"]
    words = [*case["verbs"], *case.get("nouns", [])]
    tellings = [Telling(span_of(word, text), word in case["verbs"]) for word in words]
    dates = find_dates(text, WEDNESDAY)

    attached = attach_dates(text, tellings, dates, find_breaks(text))
    seen = {words[at]: found.text for at, found in attached.items()}
    assert seen == {word: quote for word, quote in case["expect"].items() if word in words}


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_a_date_dates_one_telling_at_the_most(case):
    text = case["text"]
    tellings = [Telling(span_of(word, text), True) for word in case["verbs"]]
    attached = attach_dates(text, tellings, find_dates(text, WEDNESDAY), find_breaks(text))

    spans = [found.span for found in attached.values()]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    ("text", "fronted"),
    [
        ("On Monday, the mayor left.", True),
        ("Late on Monday the mayor left.", True),
        ("The mayor, who on Monday left, is back.", True),
        ("The bridge fell; on Monday it was mended.", True),
        ("The mayor left on Monday.", False),
        ("The talks on Monday failed.", False),
    ],
)
def test_a_date_that_opens_its_clause_is_fronted(text, fronted):
    assert is_fronted(text, span_of("Monday", text)) is fronted


@pytest.mark.parametrize(
    ("text", "frame", "framed"),
    [
        ("In a call on Monday, she promised help.", "call", True),
        ("At a meeting on Monday with the mayor, she promised help.", "meeting", True),
        ("In a call on Monday she promised help.", "call", False),
        ("The call on Monday, she promised help.", "call", False),
    ],
)
def test_a_dated_frame_dates_its_clause(text, frame, framed):
    assert (
        is_framed(text, span_of(frame, text), span_of("on Monday", text), span_of("promised", text))
        is framed
    )


@pytest.mark.parametrize(
    ("text", "frame", "when", "during"),
    [
        ("They signed the pact during a June visit.", "visit", "June", True),
        ("They signed the pact at a meeting in June.", "meeting", "in June", True),
        ("The king, who during a June visit signed the pact, left.", "visit", "June", True),
        ("They signed the pact after a June visit.", "visit", "June", False),
        ("They signed the pact, and at a meeting in June left.", "meeting", "in June", False),
    ],
)
def test_an_occasion_dates_what_happened_during_it(text, frame, when, during):
    assert (
        is_during(text, span_of("signed", text), span_of(frame, text), span_of(when, text))
        is during
    )


@pytest.mark.parametrize(
    ("text", "simultaneous"),
    [
        ("They met on Monday and signed a pact.", True),
        ("They met on Monday, toured the port, and signed a pact.", True),
        ("They met on Monday as the ministers signed a pact.", True),
        ("They met on Monday because they had signed a pact.", False),
        ("They met on Monday after the envoys signed a pact.", False),
        ("The king, who met her in June, signed a pact.", False),
    ],
)
def test_joined_verbs_share_a_day(text, simultaneous):
    assert (
        is_simultaneous(text, span_of("met", text), span_of("signed", text), find_breaks(text))
        is simultaneous
    )

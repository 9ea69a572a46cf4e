"""A title is made of the sentence's own words, short, and never ends in mid-air."""

import json
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.title_words import LONGEST, tidied
from dateline.extract.titles import Subject, clause_title, quoted_title, title_of
from dateline.model import Span

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "titles.json").read_text(encoding="utf-8")
)
STOP_WORDS = lexicon.table("function_words")["title_end"].split()


def span_of(words, text):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    text, name = case["text"], case["subject"]
    title = title_of(
        text,
        span_of(case["cue"], text),
        None if case.get("noun") else case["chain"],
        Subject(name, span_of(name, text)) if name else None,
        [span_of(words, text) for words in case["dates"]],
        is_saying=case.get("saying", False),
    )

    assert title == case["title"]
    assert len(title) <= LONGEST


def test_a_subject_that_stands_elsewhere_is_put_in_front():
    text = "He signed the pact."

    title = title_of(text, span_of("signed", text), "", Subject("Ida Berg", None), [])
    assert title == "Ida Berg signed the pact"


def test_what_somebody_was_led_to_do_is_told_as_done():
    text = "The quake led Ida Berg to call a meeting."

    title = title_of(
        text,
        span_of("call", text),
        "to ",
        Subject("Ida Berg", span_of("Ida Berg", text)),
        [],
        is_caused=True,
    )
    assert title == "Ida Berg called a meeting"


def test_words_before_their_speaker_follow_the_name():
    assert (
        quoted_title("Ida Berg", "said", "the port is shut, ") == "Ida Berg said: the port is shut"
    )


@pytest.mark.parametrize("word", STOP_WORDS)
def test_a_title_does_not_end_on_a_word_that_leads_on(word):
    text = f"Troops left {word} 3 May."

    title = title_of(text, span_of("left", text), "", None, [span_of("3 May", text)])
    assert title == "Troops left"


@pytest.mark.parametrize("quote", ["“a ruin", '"a ruin'])
def test_a_quotation_that_is_cut_is_closed(quote):
    text = f"France called it {quote}; it fell."

    title = title_of(text, span_of("called", text), "", None, [])
    assert title[-1] in '”"'


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("OSLO, May 3 (Northline) - the ferry sank", "The ferry sank"),
        ("16:40 The ferry sank", "The ferry sank"),
        ("but the ferry sank, the coast guard said", "The ferry sank"),
        ("'s quake shook the town", "Quake shook the town"),
        ("That the ferry sank", "The ferry sank"),
        ("According to papers seen in Oslo, the ferry sank", "The ferry sank"),
        ("The ferry sank, according to the coast guard", "The ferry sank"),
        ("The ferry sank shortly", "The ferry sank"),
    ],
)
def test_a_title_has_no_loose_ends(words, title):
    assert tidied(words) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "The coast guard called off the search for the crew of a trawler, which sank in a gale",
            "The coast guard called off the search for the crew of a trawler",
        ),
        (
            "The ministry said that two ships in the northern port had lately been searched twice",
            "The ministry said that two ships in the northern port had lately been searched…",
        ),
        (
            "The ministry said that far more ships than last year had been searched in the port",
            "The ministry said that far more ships than last year had been searched",
        ),
    ],
)
def test_a_long_title_is_cut_where_a_phrase_ends_or_says_that_it_is_cut(words, title):
    assert tidied(words) == title
    assert len(title) <= LONGEST


@pytest.mark.parametrize(
    ("text", "clause", "title"),
    [
        (
            "Ida Berg, 58, who was held in Oslo, is ill.",
            "was held in Oslo",
            "Ida Berg was held in Oslo",
        ),
        ("She lost the mill, which burned.", "which burned", "The mill burned"),
        (
            "They mourned a mill, which the town sold.",
            "which the town sold",
            "The town sold a mill",
        ),
    ],
)
def test_a_relative_clause_is_told_of_its_noun(text, clause, title):
    assert clause_title(text, span_of(clause, text), []) == title


def test_a_noun_is_told_as_its_doer_s():
    text = "Ida Berg came back, and a visit to Selm followed."

    title = title_of(text, span_of("visit", text), None, Subject("Ida Berg", None), [])
    assert title == "Ida Berg's visit to Selm followed"

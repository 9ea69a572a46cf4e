"""A title is made of the sentence's own words, short, and never ends in mid-air."""

import json
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.titles import LONGEST, Subject, quoted_title, title_of
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
    assert title == "Ida Berg: meeting"


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

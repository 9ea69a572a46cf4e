"""No text makes reading slow: what grows faster than the text would stop a build for hours."""

import time
from datetime import date

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.attributions import according_to, claims_by
from dateline.extract.clauses import find_breaks
from dateline.extract.cues import find_cues
from dateline.extract.dating import is_during, is_framed, is_fronted, is_simultaneous
from dateline.extract.reader import read_article
from dateline.extract.sayings import find_sayings
from dateline.extract.sentences import split_sentences
from dateline.extract.verbs import chain_before
from dateline.merge.clusters import channels_of, large_numbers
from dateline.merge.publishers import shingles
from dateline.model import Article, PublishedBasis, Span

CHARACTERS = 50_000
SECONDS = 2.0
NOBODY = ActorIndex([])

PIECES = {
    "letters": "a",
    "spaces": " ",
    "newlines": "\n",
    "stops": ".",
    "stops and spaces": ". ",
    "initials": "A.",
    "glued": "word.Word",
    "commas": ", ",
    "that": "that ",
    "said that": "said that ",
    "according to": "according to ",
    "claims by": "claims by a b ",
    "quoted as saying": "quoted x as saying ",
    "not": "not ",
    "will": "will ",
    "had been": "had been ",
    "auxiliaries": "has not really been expected to ",
    "adverbs": "really ",
    "sent troops": "sent troops ",
    "win": "win a ",
    "knock": "knock it ",
    "signed": "signed ",
    "if": "if ",
    "as": "as ",
    "open quotes": "“",
    "straight quotes": '"',
    "closed quotes": "”.",
    "numbers": "1,000,",
    "digits": "7",
    "dashes": "— ",
    "capitals": "On Monday ",
    "on X": "on X ",
    "possessives": "'s ",
    "ellipses": "… ",
}
FUNCTIONS = {
    "split_sentences": split_sentences,
    "find_cues": find_cues,
    "find_breaks": find_breaks,
    # A sentence at a time, as the reader asks: its length is bounded by split_sentences.
    "find_sayings": lambda text: [
        find_sayings(sentence.span.of(text), []) for sentence in split_sentences(text)
    ],
    "according_to": lambda text: according_to(text, []),
    "claims_by": lambda text: claims_by(text, []),
    "chain_before": lambda text: chain_before(text, len(text)),
    "is_fronted": lambda text: is_fronted(text, Span(len(text) - 1, len(text))),
    "is_framed": lambda text: is_framed(
        text, Span(0, 1), Span(1, 2), Span(len(text) - 1, len(text))
    ),
    "is_during": lambda text: is_during(
        text, Span(0, 1), Span(len(text) - 1, len(text)), Span(len(text) - 2, len(text) - 1)
    ),
    "is_simultaneous": lambda text: is_simultaneous(
        text, Span(0, 1), Span(len(text) - 1, len(text)), []
    ),
    "large_numbers": large_numbers,
    "channels_of": channels_of,
    "shingles": shingles,
}


def seconds(function, text):
    start = time.process_time()
    function(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_fifty_thousand_characters_take_under_two_seconds(name, piece):
    text = PIECES[piece] * (CHARACTERS // len(PIECES[piece]))
    tenth = text[: CHARACTERS // 10]

    # What is slow already fails here, before it costs minutes.
    assert min(seconds(FUNCTIONS[name], tenth) for _ in range(2)) < SECONDS / 8
    assert seconds(FUNCTIONS[name], text) < SECONDS


def article_of(text):
    return Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)


SENTENCE = "France said on Monday that Italy had sent 900 soldiers to Malta, which Spain denied. "


def test_a_long_article_takes_time_in_proportion():
    """Twice the article may take about twice as long; a quadratic step would take four times."""

    def reading(text):
        read_article(article_of(text), [], NOBODY)

    reading(SENTENCE)  # the lexicon is read
    half = min(seconds(reading, SENTENCE * 100) for _ in range(2))

    assert min(seconds(reading, SENTENCE * 200) for _ in range(2)) < 3 * half + 0.1


def test_one_endless_sentence_is_read_in_time():
    """Nobody writes it, but a table or a broken page may come as one."""
    text = ", ".join([SENTENCE.strip(". ")] * 120)

    assert seconds(lambda whole: read_article(article_of(whole), [], NOBODY), text) < 2 * SECONDS

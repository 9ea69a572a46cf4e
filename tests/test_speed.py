"""No text makes reading slow: what grows faster than the text would stop a build for hours."""

import time
from datetime import date

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.attributions import according_to, claims_by
from dateline.extract.clauses import find_breaks
from dateline.extract.cues import find_cues
from dateline.extract.dating import is_fronted
from dateline.extract.nouns import noun_mood
from dateline.extract.reader import read_article
from dateline.extract.sayings import find_sayings
from dateline.extract.sentences import split_sentences
from dateline.extract.shared_days import is_during, is_framed, is_simultaneous
from dateline.extract.verbs import chain_before
from dateline.merge.clues import channels_of, large_numbers
from dateline.merge.publishers import shingles
from dateline.model import Article, PublishedBasis, Span

CHARACTERS = 50_000
SECONDS = 6.0
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
# What reads a whole text, and what reads one of the sentences that it is cut into.
OF_TEXTS = {
    "split_sentences": split_sentences,
    "large_numbers": large_numbers,
    "channels_of": channels_of,
    "shingles": shingles,
    # The whole of reading costs more than its parts, so it gets a fifth of the text.
    "read_article": lambda text: read_article(article_of(text[: len(text) // 5]), [], NOBODY),
}
OF_SENTENCES = {
    "find_cues": find_cues,
    "find_breaks": find_breaks,
    "find_sayings": lambda text: find_sayings(text, []),
    "according_to": lambda text: according_to(text, []),
    "claims_by": lambda text: claims_by(text, []),
    "chain_before": lambda text: chain_before(text, len(text)),
    "is_fronted": lambda text: is_fronted(text, last(text)),
    "is_framed": lambda text: is_framed(text, Span(0, 1), Span(1, 2), last(text)),
    "is_during": lambda text: is_during(text, Span(0, 1), last(text), last(text)),
    "is_simultaneous": lambda text: is_simultaneous(text, Span(0, 1), last(text), []),
    "noun_mood": lambda text: noun_mood(text, Span(0, 1)),
    "noun_mood at the end": lambda text: noun_mood(text, last(text)),
}
FUNCTIONS = [*OF_TEXTS, *OF_SENTENCES]


def article_of(text):
    return Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)


def last(text):
    return Span(len(text) - 1, len(text))


def run(name, text):
    if name in OF_TEXTS:
        OF_TEXTS[name](text)
    else:
        for sentence in split_sentences(text):
            OF_SENTENCES[name](sentence.span.of(text))


def seconds(function, *given):
    start = time.process_time()
    function(*given)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_fifty_thousand_characters_take_little_time(name, piece):
    text = PIECES[piece] * (CHARACTERS // len(PIECES[piece]))
    tenth = text[: CHARACTERS // 10]

    # What is slow already fails here, before it costs minutes.
    assert min(seconds(run, name, tenth) for _ in range(2)) < SECONDS / 8
    assert seconds(run, name, text) < SECONDS


SENTENCE = "France said on Monday that Italy had sent 900 soldiers to Malta, which Spain denied. "


def test_a_long_article_takes_time_in_proportion():
    """Twice the article may take about twice as long; a quadratic step would take four times."""

    def reading(text):
        read_article(article_of(text), [], NOBODY)

    reading(SENTENCE)  # the lexicon is read
    half = min(seconds(reading, SENTENCE * 100) for _ in range(2))

    assert min(seconds(reading, SENTENCE * 200) for _ in range(2)) < 3 * half + 0.5


def test_one_endless_sentence_is_read_in_time():
    """Nobody writes it, but a table or a broken page may come as one."""
    text = ", ".join([SENTENCE.strip(". ")] * 120)

    assert seconds(lambda whole: read_article(article_of(whole), [], NOBODY), text) < 2 * SECONDS

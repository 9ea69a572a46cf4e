"""Where sentences end: the vectors, the words of the lexicon, and that no character is lost."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.sentences import LONGEST, split_sentences

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "sentences.json").read_text(encoding="utf-8")
)
WORDS = lexicon.table("sentences")


def sentences_of(text):
    return [sentence.span.of(text) for sentence in split_sentences(text)]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    assert sentences_of(case["text"]) == case["expect"]


@pytest.mark.parametrize(
    "case", [case for case in VECTORS if "headings" in case], ids=lambda case: case["text"]
)
def test_headings_are_told_from_sentences(case):
    found = split_sentences(case["text"])

    assert [s.span.of(case["text"]) for s in found if s.is_heading] == case["headings"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_no_character_but_white_space_is_lost(case):
    text = case["text"]
    found = split_sentences(text)

    assert "".join("".join(sentences_of(text)).split()) == "".join(text.split())
    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start
        assert earlier.paragraph <= later.paragraph


@pytest.mark.parametrize("word", WORDS["before_name"])
def test_a_title_never_ends_a_sentence(word):
    text = f"Then {word}. Berg left."

    assert sentences_of(text) == [text]


@pytest.mark.parametrize("word", WORDS["may_end"])
def test_an_abbreviation_ends_a_sentence_only_where_a_new_one_starts(word):
    assert len(sentences_of(f"It was {word}. Berg who left.")) == 1
    assert len(sentences_of(f"It was {word}. The rest left.")) == 2


@pytest.mark.parametrize("word", WORDS["starters"])
def test_a_starter_opens_a_sentence_after_an_abbreviation(word):
    assert len(sentences_of(f"It merged with Acme Inc. {word} left.")) == 2


def test_no_word_of_the_lexicon_is_in_two_lists():
    assert not set(WORDS["before_name"]) & set(WORDS["may_end"])
    for words in WORDS.values():
        assert len(words) == len(set(words))


def test_paragraphs_count_lines_with_words():
    text = "One. Two.\n\nThree.\nFour."

    assert [sentence.paragraph for sentence in split_sentences(text)] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "text", ["The dam broke and " * 400, "x" * 5_000, "x" * 999 + " " + "y" * 999]
)
def test_a_page_without_stops_is_cut_between_words_where_there_are_any(text):
    found = [sentence.span for sentence in split_sentences(text)]

    assert max(span.end - span.start for span in found) <= LONGEST
    assert len(found) < 2 * len(text) / LONGEST + 1
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())
    for span in found[1:] if " " in text else []:
        assert text[span.start - 1] == " "
        assert not text[span.start].isspace()


def test_a_long_sentence_of_news_is_left_whole():
    text = f"The mayor said {'that the old bridge ' * 40}was shut."

    assert LONGEST * 0.8 < len(text) < LONGEST
    assert sentences_of(text) == [text]


def test_a_heading_is_short():
    title = "The Mayor Of Samsø Condemns The Closure Of The Bridge "

    assert split_sentences(title.strip())[0].is_heading
    assert not split_sentences((title * 3).strip())[0].is_heading

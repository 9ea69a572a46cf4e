"""How alike two tellings are: words by their stems, numbers above all, quotations by runs."""

import pytest

from dateline import lexicon
from dateline.merge.similarity import Words, quoted_runs, stem, stems_of, words_of
from dateline.model import EventKind
from tests.merge.factory import mention

STATEMENT, DEPLOYMENT = EventKind.STATEMENT, EventKind.DEPLOYMENT


def likeness(one, other):
    return Words(mention(one, DEPLOYMENT)).likeness(Words(mention(other, DEPLOYMENT)))


@pytest.mark.parametrize(
    "words",
    [
        ["deployed", "deployment", "deploys", "deploying", "deployments"],
        ["signed", "signing", "signs"],
        ["Paris", "Paris's", "Paris’s"],
        ["soldier", "soldiers"],
    ],
)
def test_forms_of_one_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("sing", "sings"), ("bed", "beds"), ("ties", "tied")])
def test_a_short_word_keeps_its_ending(one, other):
    assert len(stem(one)) >= 3
    assert len(stem(other)) >= 3


def test_a_sentence_is_wholly_like_itself():
    text = "The regiment crossed the river with nine boats."

    assert likeness(text, text) == pytest.approx(1.0)


def test_sentences_without_a_common_word_are_not_alike():
    assert likeness("The regiment crossed the river.", "Nurses closed two wards.") == 0.0


def test_little_words_make_nothing_alike():
    assert likeness("The regiment had been at the river.", "The nurses had been at work.") < 0.01


def test_more_common_words_are_more_alike():
    text = "The regiment crossed the river with nine boats."

    assert likeness(text, "The regiment crossed the river.") > likeness(text, "The river is deep.")


def test_likeness_is_the_same_both_ways():
    one, other = "The regiment crossed the river.", "900 men of the regiment crossed the river."

    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0.0 < likeness(one, other) < 1.0


def test_a_common_number_says_more_than_a_common_word():
    text = "The regiment of 900 men crossed the river."

    assert likeness(text, "Some 900 swimmers drowned.") > likeness(text, "Some men drowned.")


def test_synonyms_are_one_word():
    assert likeness("The vessel sank.", "The ship capsized.") == pytest.approx(1.0)


def test_each_row_of_synonyms_holds_them_as_its_example_says():
    for row in lexicon.rows("synonyms"):
        words = set(row["words"].split())
        found = [word for word in row["example"].lower().strip(".").split() if word in words]

        assert len(found) > 1, row
        assert len(set(stems_of(" ".join(found)))) == 1, row


def test_who_speaks_is_not_compared_with_what_is_said():
    said = mention("Harbour master Ada Rossi, the head of the port, said it was shut.", STATEMENT,
                   cue="said", actors="ada_rossi")  # fmt: skip

    assert not {stem(word) for word in ("rossi", "harbour", "head")} & set(words_of(said))
    assert stem("shut") in words_of(said)


def test_states_and_days_say_nothing_since_they_are_compared_by_themselves():
    assert likeness("French nurses struck on Monday.", "A French ship sank on Monday.") == 0.0


def test_only_the_words_around_the_cue_count():
    far = "The ferry sank " + "and then there was much talk of it, " * 8 + "and nurses struck."
    words = words_of(mention(far, EventKind.ACCIDENT, cue="sank"))

    assert stem("sink") in words
    assert stem("nurses") not in words


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("He called it “a grave threat”.", {("grave", "threat")}),
        ('He called it "a grave threat".', {("grave", "threat")}),
        ("He called it a grave threat.", set()),
        ("He said “no”.", set()),
        ("He said “it is not the”.", set()),
        ("He named “grave new threats” there.", {("grave", "new"), ("new", "threats")}),
    ],
)
def test_quotations_are_compared_in_runs_of_two_words(text, runs):
    assert quoted_runs(mention(text, STATEMENT)) == runs


def test_a_shared_quotation_is_seen_whatever_stands_around_it():
    one = mention("He called it “a grave threat to all”.", STATEMENT)
    other = mention("“Grave threat”, the minister said of the ship.", STATEMENT)
    third = mention("He called it “a big mistake”.", STATEMENT)

    assert quoted_runs(one) & quoted_runs(other)
    assert not quoted_runs(one) & quoted_runs(third)


def test_a_sentence_of_little_words_is_like_nothing():
    assert likeness("It was it.", "It was it.") in (0.0, pytest.approx(1.0))

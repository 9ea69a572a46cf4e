"""How many independent publishers carry an event: a retelling adds none."""

import pytest

from dateline.merge.publishers import Independence, remembered, shingles
from tests.merge.factory import article

WIRE = (
    "The ferry sank off the island at dawn with eighty people on board, and the coast guard "
    "pulled sixty of them from the water before the storm closed the harbour for the day."
)
OTHER = (
    "A storm took the eighty passengers of an old ship by surprise; most were saved, officials "
    "on the island reported, though the search went on until the evening under heavy rain."
)


def count(*articles):
    return len(set(Independence(articles).groups().values()))


def test_two_publishers_are_two():
    assert count(article("a", text=WIRE), article("b", text=OTHER)) == 2


def test_two_articles_of_one_publisher_are_one():
    pair = article("a", publisher="The Post", text=WIRE), article("b", publisher="THE POST")

    assert count(*pair) == 1


def test_a_retelling_adds_none():
    assert count(article("a", text=WIRE), article("b", text=OTHER, derived_from="a")) == 1


def test_two_retellings_of_a_report_that_is_not_there_are_one():
    wire = "An agency report"
    pair = article("a", text=WIRE, derived_from=wire), article("b", derived_from=wire.upper())

    assert count(*pair) == 1


def test_a_retelling_of_a_retelling_leads_back_to_the_first():
    chain = [
        article("a", text=WIRE),
        article("b", text=OTHER, derived_from="a"),
        article("c", derived_from="b"),
    ]

    assert count(*chain) == 1


def test_nearly_the_same_text_is_the_same_report():
    copied = WIRE.replace("at dawn", "in the early morning") + " Nobody knows why."

    assert count(article("a", text=WIRE), article("b", text=copied)) == 1


def test_a_short_copy_of_a_long_text_is_the_same_report():
    assert count(article("a", text=WIRE + " " + OTHER), article("b", text=WIRE)) == 1


def test_one_common_sentence_does_not_make_a_retelling():
    shared = "Nobody on the island could remember such a storm in any spring."
    pair = article("a", text=f"{WIRE} {shared}"), article("b", text=f"{OTHER} {shared}")

    assert count(*pair) == 2


def test_publishers_that_nobody_named_count_as_one():
    unnamed = "Unnamed publisher"
    pair = (
        article("a", publisher=unnamed, text=WIRE),
        article("b", publisher=unnamed, text=OTHER),
    )

    assert count(*pair) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_articles_changes_nothing(order):
    trio = [
        article("a", text=WIRE),
        article("b", text=OTHER),
        article("c", publisher="The A Post", derived_from="b"),
    ]

    assert count(*[trio[at] for at in order]) == 1


def test_the_first_of_a_group_stands_for_it():
    trio = article("b", text=WIRE), article("a", text=WIRE), article("c", text=OTHER)

    assert Independence(trio).groups() == {"a": "a", "b": "a", "c": "c"}


def test_a_text_shorter_than_a_shingle_has_none():
    assert shingles("Four words stand here") == frozenset()
    assert len(shingles("Five words stand here now")) == 1


def test_letter_case_and_punctuation_are_left_out():
    assert shingles("The ferry sank at dawn") == shingles("the FERRY sank, at dawn!")


def test_two_articles_without_words_are_not_one():
    assert count(article("a", text="Yes."), article("b", text="No.")) == 2


def test_a_long_text_is_remembered_by_a_part_of_its_runs_and_found_by_them():
    words = [f"word{number * number % 997}" for number in range(900)]
    whole, half = " ".join(words), " ".join(words[200:650])
    pair = article("a", text=whole), article("b", text=f"Quite another beginning. {half}")

    assert 0 < len(remembered(shingles(whole))) < len(shingles(whole)) / 4
    assert remembered(shingles(WIRE)) == shingles(WIRE)
    assert count(*pair) == 1

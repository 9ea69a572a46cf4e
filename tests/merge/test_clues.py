"""Small things in a sentence that tell events apart or together."""

import pytest

from dateline.merge.clues import (
    channels_of,
    large_numbers,
    place_words,
    tells_another,
    tells_one_apart,
)
from dateline.model import EventKind
from tests.merge.factory import mention


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It sent 1,500 men and 300 boats.", {"1500", "300"}),
        ("It sent 1500 men.", {"1500"}),
        ("It sent 12 men in 1998 and 2031.", set()),
        ("In 1,998 places", set()),
        ("", set()),
    ],
)
def test_large_numbers_are_those_that_are_no_years(text, numbers):
    assert large_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("She wrote on X that all was well.", {"X"}),
        ("On Twitter she wrote and on Telegram too.", {"X", "Telegram"}),
        ("She wrote on paper.", set()),
        ("She wrote on Xenon.", set()),
    ],
)
def test_channels_are_networks(text, networks):
    assert channels_of(text) == networks


def test_a_place_is_known_by_its_names():
    assert place_words("the eastern Tarn region") == {"tarn"}
    assert place_words("the border") == set()


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Another recall was announced.", True),
        ("An earlier recall cost millions.", True),
        ("The longer recall cost millions.", True),
        ("Its second safety recall cost millions.", True),
        ("The recall cost millions.", False),
        ("An earlier version of the recall cost millions.", False),
    ],
)
def test_words_in_front_say_that_it_is_another_event(text, another):
    assert tells_another(mention(text, EventKind.RECALL, cue="recall")) is another


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Another recall was announced.", True),
        ("A similar recall was announced.", True),
        ("The longer recall was announced.", False),
        ("The recall was announced.", False),
    ],
)
def test_one_of_the_same_day_is_told_apart_where_it_is_new(text, apart):
    assert tells_one_apart(mention(text, EventKind.RECALL, cue="recall")) is apart


def test_a_mention_without_a_cue_is_not_another():
    assert not tells_another(mention("Another day passed.", EventKind.OTHER))

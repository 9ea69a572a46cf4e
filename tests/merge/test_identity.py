"""Names of events: readable, unique, and of the mention that founds them."""

import pytest

from dateline.merge.identity import event_slug, name_events
from dateline.model import DateRange, EventKind, Precision
from tests.merge.factory import day, days, mention, month

SUMMONS = EventKind.SUMMONS


@pytest.mark.parametrize(
    ("reading", "actors", "targets", "slug"),
    [
        (day(5), "france", "italy", "2031-05-05-summons-france"),
        (day(5), "", "italy", "2031-05-05-summons-italy"),
        (day(5), "", "", "2031-05-05-summons-unnamed"),
        (month(6), "france", "", "2031-06-summons-france"),
        (days(3, 4), "france", "", "2031-05-03_2031-05-04-summons-france"),
        (None, "france", "", "undated-summons-france"),
    ],
)
def test_a_name_says_when_what_and_who(reading, actors, targets, slug):
    founder = mention("France acted.", SUMMONS, reading, actors=actors, targets=targets)

    assert event_slug(founder) == slug


@pytest.mark.parametrize(
    ("first", "last", "opening"), [(5, None, "2031-05-05-on-"), (None, 5, "to-2031-05-05-")]
)
def test_an_open_end_is_said_in_words(first, last, opening):
    known = day(5).first
    reading = DateRange(known if first else None, known if last else None, Precision.INTERVAL)

    slug = event_slug(mention("France acted.", SUMMONS, reading, actors="france"))
    assert slug == f"{opening}summons-france"


def test_a_name_can_stand_in_an_address():
    odd = mention("It acted.", SUMMONS, day(5), actors="çafé/ö?")

    assert not set(event_slug(odd)) - set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_the_first_of_two_equal_names_keeps_it():
    twins = [
        mention("France acted.", SUMMONS, day(5), actors="france", at=at, of="a") for at in (0, 90)
    ]

    first, second = name_events(twins)
    assert first == event_slug(twins[0])
    assert second.startswith(f"{first}-")


def test_no_two_events_share_a_name():
    same = [mention("France acted.", SUMMONS, day(5), actors="france")] * 4

    assert len(set(name_events(same))) == 4


def test_nothing_has_no_name():
    assert name_events([]) == []

"""Whether two tellings can be of the same days, and which days both allow."""

from datetime import date

import pytest

from dateline.merge.days import days_agree, is_within, narrowed
from dateline.model import DateRange, Precision
from tests.merge.factory import day, days, month


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (day(5), day(5), "same day"),
        (day(5), day(6), "apart"),
        (day(5), None, "unknown"),
        (None, None, "unknown"),
        (day(5), month(5), "overlap"),
        (day(5), month(6), "apart"),
        (days(1, 7), days(7, 9), "overlap"),
        (days(1, 6), days(7, 9), "apart"),
        (day(5), DateRange.around(date(2031, 1, 1), Precision.YEAR), "unknown"),
        (DateRange(date(2031, 5, 5), None, Precision.INTERVAL), day(5), "overlap"),
        (DateRange(date(2031, 5, 5), None, Precision.INTERVAL), day(6), "apart"),
        (
            DateRange(date(2031, 5, 5), None, Precision.INTERVAL),
            DateRange(date(2031, 5, 5), date(2031, 9, 1), Precision.INTERVAL),
            "overlap",
        ),
        (
            DateRange(date(2031, 5, 5), None, Precision.INTERVAL),
            DateRange(date(2031, 5, 6), date(2031, 9, 1), Precision.INTERVAL),
            "apart",
        ),
        (DateRange(date(2031, 5, 5), None, Precision.INTERVAL), month(5), "apart"),
        (DateRange(date(2031, 6, 1), None, Precision.INTERVAL), day(5), "apart"),
    ],
)
def test_days_agree_both_ways(one, other, agree):
    assert days_agree(one, other) == agree
    assert days_agree(other, one) == agree


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, month(5), month(5)),
        (month(5), day(5), day(5)),
        (day(5), month(5), day(5)),
        (days(1, 7), days(5, 9), days(5, 7)),
        (month(5), days(1, 7), days(1, 7)),
    ],
)
def test_a_range_is_narrowed_to_what_both_allow(one, other, expected):
    found = narrowed(one, other)

    assert (found.first, found.last, found.precision) == (
        expected.first,
        expected.last,
        expected.precision,
    )


def test_ranges_that_never_meet_are_not_narrowed():
    assert narrowed(day(5), day(6)) == day(5)


def test_an_open_end_is_not_narrowed():
    since = DateRange(date(2031, 5, 5), None, Precision.INTERVAL)

    assert narrowed(since, month(5)) == since
    assert narrowed(month(5), since) == month(5)


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        (day(5), month(5), True),
        (days(1, 7), days(3, 9), False),
        (day(5), day(5), True),
        (day(5), month(6), False),
        (None, day(5), False),
        (day(5), DateRange(date(2031, 5, 1), None, Precision.INTERVAL), False),
    ],
)
def test_one_range_lies_in_the_other_whichever_comes_first(one, other, within):
    assert is_within(one, other) is within
    assert is_within(other, one) is within

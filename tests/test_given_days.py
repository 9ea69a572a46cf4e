"""Days from the command line."""

from datetime import date

import pytest

from dateline.errors import SeedError
from dateline.given_days import PublishedDays, from_pairs, parse_day
from dateline.model import Unresolved


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2024-2-3", "21.10.2024", "", "today", "٢٠٢٤-10-21"]
)
def test_a_day_is_written_in_one_way(text):
    assert isinstance(parse_day(text), Unresolved)


def test_a_leap_day_is_a_day():
    assert parse_day("2024-02-29") == date(2024, 2, 29)


def test_a_name_may_carry_its_ending():
    assert from_pairs([("a.b.TXT", " 2024-10-21 ", "--published", 0)]) == {
        "a.b": date(2024, 10, 21)
    }


def test_two_days_for_one_article_are_refused():
    pairs = [("a", "2024-10-21", "days.csv", 2), ("a.txt", "2024-10-22", "days.csv", 3)]

    with pytest.raises(SeedError, match=r"days\.csv:3: 'a' is given two days"):
        from_pairs(pairs)


def test_the_order_of_days_does_not_show():
    one = PublishedDays({"b": date(2024, 1, 2), "a": date(2024, 1, 1)}, date(2024, 1, 3))

    assert str(one) == "2024-01-03 a=2024-01-01 b=2024-01-02"

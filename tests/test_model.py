"""The words of the domain refuse what cannot be, and a range writes itself as EDTF."""

from datetime import date, timedelta

import pytest

from dateline.model import Bound, CountRange, DateRange, Precision, Span

D = date.fromisoformat


def test_a_span_is_the_words_it_covers():
    text = "on Monday"
    span = Span(3, 9)

    assert span.of(text) == "Monday"
    assert span.shifted(-3).of(text) == "on Mon"
    assert Span(0, 9).holds(span)
    assert not span.holds(Span(0, 9))
    assert span.overlaps(Span(0, 4))
    assert not span.overlaps(Span(0, 3))


@pytest.mark.parametrize(
    ("day", "precision", "first", "last"),
    [
        ("2024-02-29", Precision.DAY, "2024-02-29", "2024-02-29"),
        ("2024-10-20", Precision.WEEK, "2024-10-14", "2024-10-20"),
        ("2024-02-15", Precision.MONTH, "2024-02-01", "2024-02-29"),
        ("2023-12-31", Precision.MONTH, "2023-12-01", "2023-12-31"),
        ("2024-06-30", Precision.QUARTER, "2024-04-01", "2024-06-30"),
        ("2024-12-31", Precision.QUARTER, "2024-10-01", "2024-12-31"),
        ("2024-06-30", Precision.YEAR, "2024-01-01", "2024-12-31"),
    ],
)
def test_a_unit_is_all_the_days_around_one_of_them(day, precision, first, last):
    assert DateRange.around(D(day), precision) == DateRange(D(first), D(last), precision)


@pytest.mark.parametrize("precision", [Precision.PART, Precision.SEASON, Precision.INTERVAL])
def test_what_has_no_centre_has_nothing_around_it(precision):
    with pytest.raises(ValueError, match="no range is centred"):
        DateRange.around(D("2024-10-21"), precision)


@pytest.mark.parametrize(("first", "last"), [(None, None), ("2024-10-21", "2024-10-20")])
def test_a_range_has_an_end_and_runs_forward(first, last):
    with pytest.raises(ValueError, match="date range"):
        DateRange(first and D(first), last and D(last), Precision.INTERVAL)


@pytest.mark.parametrize(
    ("first", "last", "precision", "approximate", "edtf"),
    [
        ("2024-10-21", "2024-10-21", Precision.DAY, False, "2024-10-21"),
        ("2024-10-21", "2024-10-21", Precision.DAY, True, "2024-10-21~"),
        ("2024-10-01", "2024-10-31", Precision.MONTH, False, "2024-10"),
        ("2024-10-01", "2024-10-31", Precision.MONTH, True, "2024-10~"),
        ("2024-01-01", "2024-12-31", Precision.YEAR, False, "2024"),
        ("2024-06-01", "2024-08-31", Precision.SEASON, False, "2024-22"),
        ("2024-12-01", "2025-02-28", Precision.SEASON, False, "2024-24"),
        ("2024-10-19", "2024-10-20", Precision.PART, False, "2024-10-19/2024-10-20"),
        ("2024-04-01", "2024-06-30", Precision.QUARTER, False, "2024-04/2024-06"),
        ("2022-02-01", None, Precision.INTERVAL, False, "2022-02/.."),
        ("2022-02-24", None, Precision.INTERVAL, False, "2022-02-24/.."),
        (None, "2024-10-21", Precision.INTERVAL, False, "../2024-10-21"),
        (None, "2024-10-31", Precision.INTERVAL, False, "../2024-10"),
        ("0476-09-04", "0476-09-04", Precision.DAY, False, "0476-09-04"),
    ],
)
def test_a_range_writes_itself_as_edtf(first, last, precision, approximate, edtf):
    dated = DateRange(first and D(first), last and D(last), precision, approximate)

    assert dated.edtf == edtf


def test_an_open_range_holds_every_day_on_its_open_side():
    since = DateRange(D("2022-02-01"), None, Precision.INTERVAL)

    assert D("2999-01-01") in since
    assert D("2022-01-31") not in since
    assert since.can_meet(DateRange(None, D("2022-02-01"), Precision.INTERVAL))
    assert not since.can_meet(DateRange.day(D("2022-01-31")))
    assert since.width_days > 36_000


def test_meeting_is_mutual_and_means_a_day_in_common():
    start = D("2024-10-01")
    ranges = [
        DateRange(start + timedelta(days=a), start + timedelta(days=a + width), Precision.INTERVAL)
        for a in range(6)
        for width in range(4)
    ]
    for one in ranges:
        for other in ranges:
            common = any(
                start + timedelta(days=n) in one and start + timedelta(days=n) in other
                for n in range(12)
            )
            assert one.can_meet(other) == other.can_meet(one) == common


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (Bound.EXACT, 5, 5),
        (Bound.APPROXIMATE, 5, 5),
        (Bound.BETWEEN, 5, 9),
        (Bound.AT_LEAST, 5, None),
        (Bound.MORE_THAN, 5, None),
        (Bound.AT_MOST, None, 5),
        (Bound.LESS_THAN, None, 5),
        (Bound.VAGUE, None, None),
    ],
)
def test_a_count_fills_the_ends_its_bound_gives_and_no_other(bound, low, high):
    assert CountRange(low, high, bound).bound is bound
    for other in [(5, None), (None, 5), (None, None), (5, 9)]:
        if (other[0] is None, other[1] is None) != (low is None, high is None):
            with pytest.raises(ValueError, match="does not fill"):
                CountRange(*other, bound)


def test_a_count_runs_forward():
    with pytest.raises(ValueError, match="ends before it starts"):
        CountRange(9, 5, Bound.BETWEEN)

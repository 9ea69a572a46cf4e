"""Calendar units: the unit around a day, a step of n units, and a unit's name in TIMEX3."""

import calendar
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from dateline.model import DateRange, Precision


class Unit(StrEnum):
    """What a date expression counts in. From fine to coarse."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


FINENESS = {unit: rank for rank, unit in enumerate(Unit)}
_PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.FORTNIGHT: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
}
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.SEASON: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
DURATION_LETTERS = {
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.FORTNIGHT: "F",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_NAMES = {month: name for name, month in SEASON_STARTS.items()}


def around(day: date, unit: Unit) -> DateRange:
    """The whole unit that holds *day*; a winter belongs to the year in which it starts."""
    if unit in _PRECISIONS:
        return DateRange.around(day, _PRECISIONS[unit])
    match unit:
        case Unit.WEEKEND:
            first = day - timedelta(days=day.weekday()) + timedelta(days=5)
            return DateRange(first, first + timedelta(days=1), Precision.PART)
        case Unit.SEASON:
            start = day.month // 3 * 3
            first = date(day.year, start, 1) if start else date(day.year - 1, 12, 1)
            return replace(_months_from(first, 3), precision=Precision.SEASON)
        case Unit.HALF:
            return _months_from(date(day.year, 1 if day.month < 7 else 7, 1), 6)
        case Unit.DECADE:
            return _months_from(date(max(day.year // 10 * 10, 1), 1, 1), 120)
        case _:
            return _months_from(date((day.year - 1) // 100 * 100 + 1, 1, 1), 1200)


def step(day: date, unit: Unit, count: int) -> date:
    """The day *count* units from *day*; where a month is too short, its last day."""
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def timex_value(day: date, unit: Unit) -> str:
    """The unit around *day* as TIMEX3 writes it: 2024-10-21, 2024-W43, 2024-Q4, 202."""
    match unit:
        case Unit.DAY:
            return day.isoformat()
        case Unit.WEEK | Unit.FORTNIGHT:
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}"
        case Unit.WEEKEND:
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}-WE"
        case Unit.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Unit.QUARTER:
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case Unit.HALF:
            return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
        case Unit.SEASON:
            first = around(day, Unit.SEASON).first or day
            return f"{first.year:04d}-{_SEASON_NAMES[first.month]}"
        case Unit.YEAR:
            return f"{day.year:04d}"
        case Unit.DECADE:
            return f"{day.year // 10:03d}"
        case Unit.CENTURY:
            return f"{(day.year - 1) // 100:02d}"


def part_of(whole: DateRange, unit: Unit, part: str) -> DateRange:
    """The named part of *whole*: thirds for early, mid and late, halves for first and second.

    Days of a month fall into tens (1-10, 11-20, 21 on); longer units are cut at month ends.
    """
    if whole.first is None or whole.last is None:
        return whole
    if unit in (Unit.WEEK, Unit.MONTH):
        days = (whole.last - whole.first).days
        third = 10 if unit is Unit.MONTH else 2
        cuts = {
            "early": (0, third - 1),
            "mid": (third, days if unit is Unit.WEEK else 19),
            "late": (2 * third, days),
            "first": (0, days // 2),
            "second": (days // 2 + 1, days),
        }
        if unit is Unit.WEEK:
            cuts |= {"mid": (2, 3), "late": (3, days)}
        low, high = cuts[part]
        first, last = whole.first + timedelta(days=low), whole.first + timedelta(days=high)
        return DateRange(first, last, Precision.PART)
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    low, high = {
        "early": (0, months // 3),
        "mid": (months // 3, months - months // 3),
        "late": (months - months // 3, months),
        "first": (0, months // 2),
        "second": (months // 2, months),
    }[part]
    return _months_from(step(whole.first, Unit.MONTH, low), max(high - low, 1))


def _months_from(first: date, count: int) -> DateRange:
    """A stretch of whole months, as a part of something longer."""
    last = step(first, Unit.MONTH, count - 1)
    end = calendar.monthrange(last.year, last.month)[1]
    return DateRange(first, last.replace(day=end), Precision.PART)

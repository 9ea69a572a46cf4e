"""Holidays that English news uses as dates, as rows of ``lexicon/dates_holidays.csv``.

A rule is a month and day (``12-25``), the nth weekday of a month (``4 thu 11``, ``-1 mon 5``) with
an optional number of days after it, or days from Easter Sunday (``easter -2``).
"""

from datetime import date, timedelta

from dateline import lexicon

_ROWS = {row["name"].lower(): row for row in lexicon.rows("dates_holidays")}
PLAIN = {name for name, row in _ROWS.items() if row["plain"]}  # nouns, too: the Christmas tree
LOCAL = {name for name, row in _ROWS.items() if row["local"]}  # other countries have their own
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def name_of(words: str) -> str:
    """The name in the table that *words* spell."""
    squeezed = " ".join(words.lower().replace("\u2019", "'").split())
    if squeezed in _ROWS:
        return squeezed
    return next(name for name in _ROWS if name.replace("'", "") == squeezed)


def in_year(name: str, year: int) -> date:
    """The day on which the holiday falls in *year*."""
    rule = _ROWS[name]["rule"]
    if "-" in rule and " " not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    first, *rest = rule.split()
    if first == "easter":
        return easter(year) + timedelta(days=int(rest[0]))
    found = _nth_weekday(year, int(rest[1]), _WEEKDAYS.index(rest[0]), int(first))
    return found + timedelta(days=int(rest[2]) if len(rest) > 2 else 0)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        start = date(year, month, 1)
        return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth - 1))
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's method)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)

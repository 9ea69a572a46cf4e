"""Two days, months or years in a row that one "and" joins: "struck in January and February 2019".

What happened then has both for its days. Dates further apart, or with a word of their own ("and on
Friday"), tell two things.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from dateline.model import DateMention, DateRange, Precision, Span

_AND = re.compile(r"\s(?:and|&)\s")
_BEFORE = re.compile(r"\b(?:on|in|during|of|both|over|for|late|early)\s\Z", re.IGNORECASE)
_UNITS = {Precision.DAY, Precision.MONTH, Precision.YEAR}


def joined_days(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates of *text* in their order, two neighbouring ones that are joined as one interval."""
    joined: list[DateMention] = []
    for date in dates:
        days = _both(text, joined[-1], date) if joined else None
        if days is None:
            joined.append(date)
            continue
        span = Span(joined[-1].span.start, date.span.end)
        joined[-1] = DateMention(span, span.of(text), date.rule, date.basis, days)
    return joined


def _both(text: str, one: DateMention, other: DateMention) -> DateRange | None:
    """The days of both dates, where they follow each other in the calendar and in the words."""
    left, right = one.reading, other.reading
    if not (isinstance(left, DateRange) and isinstance(right, DateRange)):
        return None
    if not _AND.fullmatch(text, one.span.end, other.span.start):
        return None
    if left.precision is not right.precision or left.precision not in _UNITS:
        return None
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    follows = right.first - left.last == timedelta(days=1)
    if not follows or not _BEFORE.search(text[max(0, one.span.start - 12) : one.span.start]):
        return None
    approximate = left.approximate or right.approximate
    return DateRange(left.first, right.last, Precision.INTERVAL, approximate)

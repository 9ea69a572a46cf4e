"""Which events a mention has to be compared with: those of its kind that are near it in time.

Comparing every mention with every event of its kind costs the square of their number. A mention
that says its days within `WIDE_DAYS` meets the events whose days can be the same; any other meets
the events that happened, or were told, within `HORIZON_DAYS` of its own article: what an article
tells without a day is news, or was in print not long ago. Events are kept by month (blocking keys;
see Christen, "A Survey of Indexing Techniques for Scalable Record Linkage", 2012).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from dateline.merge.days import WIDE_DAYS
from dateline.merge.kinds import compared_kinds
from dateline.model import DateRange, EventKind, Mention

HORIZON_DAYS = 180
_MONTH_DAYS = 31  # months are counted in stretches of this many days

Key = tuple[EventKind, int]


def is_narrow(reading: DateRange | None) -> bool:
    """Whether the days are few enough to look events up by them."""
    return reading is not None and reading.width_days <= WIDE_DAYS


class Neighbourhood:
    """The events so far, by number, in the months in which they happened and were told."""

    def __init__(self) -> None:
        self._happened: dict[Key, set[int]] = defaultdict(set)
        self._told: dict[Key, set[int]] = defaultdict(set)
        # Events of which some telling has no narrow days, by the month of that telling.
        self._loose: dict[Key, set[int]] = defaultdict(set)

    def add(self, event: int, mention: Mention, published: date) -> None:
        """Have *event* told by one mention more."""
        self._told[mention.kind, _month(published)].add(event)
        if is_narrow(mention.reading):
            for month in _months_of(mention.reading):
                self._happened[mention.kind, month].add(event)
        else:
            self._loose[mention.kind, _month(published)].add(event)

    def candidates(self, mention: Mention, published: date) -> list[int]:
        """The events that *mention* may tell, in the order in which they were founded."""
        reach = HORIZON_DAYS // _MONTH_DAYS + 1
        middle = _month(published)
        around = range(middle - reach, middle + reach + 1)
        found: set[int] = set()
        is_dated = is_narrow(mention.reading)
        for kind in compared_kinds(mention.kind, is_dated):
            if is_dated:
                found |= self._in(self._happened, kind, _months_of(mention.reading))
                found |= self._in(self._loose, kind, around)
            else:
                found |= self._in(self._happened, kind, around)
                found |= self._in(self._told, kind, around)
        return sorted(found)

    @staticmethod
    def _in(events: dict[Key, set[int]], kind: EventKind, months: Iterable[int]) -> set[int]:
        return set().union(*(events.get((kind, month), ()) for month in months))


def _month(day: date) -> int:
    return day.toordinal() // _MONTH_DAYS


def _months_of(reading: DateRange | None) -> range:
    if reading is None or reading.first is None or reading.last is None:
        return range(0)
    return range(_month(reading.first), _month(reading.last) + 1)

"""Which events a mention has to be compared with: those of its kind that are near it in time.

Comparing every mention with every event of its kind costs the square of their number. A mention
that says its days within `WIDE_DAYS` meets the events whose days can be the same; any other meets
the events that happened, or were told, within `HORIZON_DAYS` of its own article: what an article
tells without a day is news, or was in print not long ago. Most of what is told so is said by
somebody: a statement without a day meets those of its speakers, and a denial all that is denied,
since no rule of `said` joins others. Events are kept by week, month and speaker (blocking keys; see
Christen, "A Survey of Indexing Techniques for Scalable Record Linkage", 2012).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeGuard

from dateline.merge.cluster import Cluster
from dateline.merge.days import WIDE_DAYS
from dateline.merge.kinds import SPEECH, compared_kinds
from dateline.merge.telling import Telling
from dateline.model import DateRange, Stance

HORIZON_DAYS = 180
# Days are counted in weeks, and what was in print about a time in stretches of a month.
_WEEK_DAYS, _MONTH_DAYS = 7, 31

Events = dict[tuple[str, int], set[int]]


def is_narrow(reading: DateRange | None) -> TypeGuard[DateRange]:
    """Whether the days are few enough to look events up by them."""
    return reading is not None and reading.width_days <= WIDE_DAYS


class Neighbourhood:
    """The events so far, by number, by when they happened, when they were told, and who spoke."""

    def __init__(self) -> None:
        self._happened: Events = defaultdict(set)
        self._told: Events = defaultdict(set)
        # Events of which some telling has no narrow days, by the month of that telling.
        self._loose: Events = defaultdict(set)
        # Statements by each of their speakers, and those that deny.
        self._spoken: Events = defaultdict(set)
        self._denied: dict[int, set[int]] = defaultdict(set)

    def add(self, event: Cluster, telling: Telling) -> None:
        """Have *event* told by one mention more, which it holds by now."""
        mention, month = telling.mention, _month(telling.published)
        self._told[mention.kind, month].add(event.number)
        if is_narrow(mention.reading):
            for week in _weeks_of(mention.reading):
                self._happened[mention.kind, week].add(event.number)
        else:
            self._loose[mention.kind, month].add(event.number)
        if event.is_speech:
            for time in {month, *_months_of(mention.reading)}:
                for speaker in event.actors:
                    self._spoken[speaker, time].add(event.number)
                if mention.stance is Stance.DENIED:
                    self._denied[time].add(event.number)

    def candidates(self, telling: Telling) -> list[int]:
        """The events that the mention may tell, in the order in which they were founded."""
        mention, published = telling.mention, telling.published
        reach = HORIZON_DAYS // _MONTH_DAYS + 1
        middle = _month(published)
        around = range(middle - reach, middle + reach + 1)
        if is_narrow(mention.reading):
            kinds = compared_kinds(mention.kind, is_dated=True)
            found = _in(self._happened, kinds, _weeks_of(mention.reading))
            found |= _in(self._loose, kinds, around)
        elif mention.kind in SPEECH:
            found = _in(self._spoken, telling.actors, around)
            if mention.stance is Stance.DENIED:
                found |= set().union(*(self._denied.get(month, ()) for month in around))
        else:
            kinds = compared_kinds(mention.kind, is_dated=False)
            found = _in(self._happened, kinds, _weeks_around(published))
            found |= _in(self._told, kinds, around)
        return sorted(found)


def _in(events: Events, keys: Iterable[str], times: range) -> set[int]:
    """The events under any of *keys* in any of *times*."""
    return set().union(*(events.get((key, time), ()) for key in keys for time in times))


def _month(day: date) -> int:
    return day.toordinal() // _MONTH_DAYS


def _months_of(reading: DateRange | None) -> range:
    """The months of days that are few; none of others."""
    if not is_narrow(reading):
        return range(0)
    first, last = _ends(reading)
    return range(first // _MONTH_DAYS, last // _MONTH_DAYS + 1)


def _weeks_of(reading: DateRange) -> range:
    return _weeks(*_ends(reading))


def _weeks_around(day: date) -> range:
    return _weeks(day.toordinal() - HORIZON_DAYS, day.toordinal() + HORIZON_DAYS)


def _weeks(first: int, last: int) -> range:
    return range(first // _WEEK_DAYS, last // _WEEK_DAYS + 1)


def _ends(reading: DateRange) -> tuple[int, int]:
    """The first and last day of a reading that has both, as narrow ones do."""
    assert reading.first is not None
    assert reading.last is not None
    return reading.first.toordinal(), reading.last.toordinal()

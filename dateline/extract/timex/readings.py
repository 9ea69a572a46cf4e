"""From the pieces a rule cut out to the days they mean.

A reader returns a `Point` (a unit, by one of its days), a `Stretch` (two stated ends), an
`Unresolved`, or `None` where the words turn out to be no date. The part of a unit (early, late,
the first half of) and of a day (morning, night) is applied here, once for all rules.
"""

from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit, around, part_of, timex_value
from dateline.extract.timex.words import PARTS, squeeze
from dateline.model import DateBasis, DateRange, DateReading, Precision, Unresolved

NOTHING_SPOKEN = Unresolved("no earlier date in the text to count from")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another, as stated; `value` is its TIMEX3 form."""

    first: date
    last: date
    value: str
    precision: Precision = Precision.INTERVAL


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a sighting, and what it hung the date on."""

    what: Point | Stretch | Unresolved
    basis: DateBasis
    approximate: bool = False
    daytime: str = ""  # in TIMEX3 terms (TMO, TNI), where the words name a time and no day
    # A week counted as seven days: "a week later" is about the same day of the next week.
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression in TIMEX3 terms: the span of its words, its type and its value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A sighting, read: the days it can mean, and the TIMEX3 expressions it is made of."""

    sighting: Sighting
    reading: DateReading
    basis: DateBasis
    timexes: tuple[Timex, ...]


def finish(sighting: Sighting, read: Read, context: Context) -> Reading:
    """Apply the part of the unit or of the day that the words name."""
    what = read.what
    approximate = read.approximate or _is_hedged(sighting, context.text)
    match what:
        case Unresolved():
            return Reading(sighting, what, read.basis, ())
        case Stretch(first, last, value, precision):
            days = DateRange(first, last, precision, approximate)
            kind = "DURATION" if value.startswith("P") else "DATE"
        case Point(day, unit):
            days = around(day, Unit.DAY if read.to_the_day else unit)
            if approximate:
                days = replace(days, approximate=True)
            value, kind = timex_value(day, unit), "DATE"
            part = PARTS.get(squeeze(sighting.groups.get("part") or ""), "")
            if read.daytime:
                value, kind = value + read.daytime, "TIME"
            elif part and unit not in (Unit.DAY, Unit.WEEKEND):
                days, value = _cut(days, what, part, value, context)
    timex = Timex(sighting.start, sighting.end, kind, value)
    return Reading(sighting, days, read.basis, (timex,))


def _is_hedged(sighting: Sighting, text: str) -> bool:
    before = cues.word_before(text, sighting.start)
    counts = sighting.groups.get("count") and not sighting.groups.get("way")
    return before in cues.CUES["hedge"] or bool(counts and before in cues.CUES["hedge_of_count"])


def _cut(
    days: DateRange, point: Point, part: str, value: str, context: Context
) -> tuple[DateRange, str]:
    """The named part of a unit; "earlier" ends, and "later" starts, on the day it is said of."""
    if part in ("earlier", "later"):
        said = context.published
        if said not in days and (spoken := context.latest(Unit.MONTH)):
            said = spoken.day
        if said in days and days.first and days.last:
            first = days.first if part == "earlier" else said
            last = said if part == "earlier" else days.last
            return DateRange(first, last, Precision.PART, days.approximate), value
        part = "early" if part == "earlier" else "late"
    if point.unit is Unit.YEAR and part in ("first", "second"):
        value = f"{value}-H{1 if part == 'first' else 2}"
    return replace(part_of(days, point.unit, part), approximate=days.approximate), value

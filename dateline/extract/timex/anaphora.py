"""Readers for dates that hang on the date just spoken of: the day before, a month later."""

import re
from dataclasses import replace
from datetime import date

from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import NOTHING_SPOKEN, Read
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import FINENESS, Unit, step
from dateline.extract.timex.words import DAYTIMES, REFERENCES, UNITS, count_of
from dateline.model import DateBasis

_BACKWARD = {"before", "earlier", "prior", "previously", "ago"}
_STATED_YEAR = re.compile(r",? in ([12][0-9]{3})(?![0-9])")


def unit_of(sighting: Sighting) -> Unit:
    """The unit a sighting counts in."""
    return Unit(UNITS[sighting.key("unit")])


def is_one_week(sighting: Sighting, unit: Unit, count: float) -> bool:
    """Whether a single week is counted, which people count to the day: "a week ago"."""
    return unit is Unit.WEEK and abs(count) == 1 and " or " not in sighting.key("count")


def is_comparison(sighting: Sighting) -> bool:
    """Whether a figure is set beside one of "a year earlier": the text does not move there."""
    if sighting.rule.read != "shifted" or unit_of(sighting) is not Unit.YEAR:
        return False
    return sighting.key("side") in _BACKWARD


def looks_back(sighting: Sighting) -> bool:
    """Whether it is "the previous year" or the like: a story does not go on from there."""
    return REFERENCES.get(sighting.key("reference"), 0) < 0


def shifted(sighting: Sighting, context: Context) -> Read:
    """Read "a month later", "the day before": counted from the date just spoken of.

    "A year earlier" is said of figures, too, with no date before it: then it is a year before
    the publication day.
    """
    unit = unit_of(sighting)
    count = count_of(sighting.word("count") or "1")
    if sighting.key("side") in _BACKWARD:
        count = -count
    if same := _in_apposition(sighting, unit, context):
        return Read(same, DateBasis.ANAPHORIC)
    if spoken := context.latest_for(sighting, unit):
        point = Point(step(spoken.day, unit, count), unit)
        to_the_day = spoken.unit is Unit.DAY and is_one_week(sighting, unit, count)
        return Read(point, DateBasis.ANAPHORIC, approximate=to_the_day, to_the_day=to_the_day)
    if unit is Unit.YEAR and count < 0:
        return Read(Point(step(context.published, unit, count), unit), DateBasis.RELATIVE)
    return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)


def _in_apposition(sighting: Sighting, unit: Unit, context: Context) -> Point | None:
    """The date that stands beside as another name of this one.

    "In 2020, a year later, ..." and "Two years later, in 1984, ..." say one date twice.
    """
    text = context.text
    if stated := _STATED_YEAR.match(text, sighting.end):
        return Point(date(int(stated[1]), 1, 1), unit) if unit is Unit.YEAR else None
    gap = text[context.spoken_end : sighting.start]
    if gap == ", " and text[sighting.end : sighting.end + 1] == "," and context.spoken:
        spoken = context.spoken[-1]
        return spoken if FINENESS[spoken.unit] <= FINENESS[unit] else None
    return None


def referred_unit(sighting: Sighting, which: Unit, offset: int, context: Context) -> Read:
    """The unit that lies *offset* units from the one just spoken of."""
    spoken = context.latest_for(sighting, which)
    if spoken is None:
        return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)
    return Read(Point(step(spoken.day, which, offset), which), DateBasis.ANAPHORIC)


def reference_daytime(sighting: Sighting, context: Context) -> Read:
    """Read "the next morning", "that evening"."""
    return _at_daytime(sighting, REFERENCES[sighting.key("reference")], context)


def daytime_before(sighting: Sighting, context: Context) -> Read:
    """Read "the night before"."""
    return _at_daytime(sighting, -1 if sighting.key("side") == "before" else 1, context)


def _at_daytime(sighting: Sighting, offset: int, context: Context) -> Read:
    read = referred_unit(sighting, Unit.DAY, offset, context)
    return replace(read, daytime=DAYTIMES[sighting.key("daytime")])

"""Two dates joined into one interval, and dates that "since" and "until" leave open at one end."""

import re
from dataclasses import replace
from datetime import date

from dateline.extract.timex import cues
from dateline.extract.timex.readings import Reading
from dateline.model import DateRange, Precision

_LINK = re.compile(r"\s?[-\u2010-\u2014]\s?|/|,?\s(?:to|through|until|till|up to)\s(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r",?\sand\s(?:the\s)?", re.IGNORECASE)
_OPENS = {"since", "starting", "beginning"}
_CLOSES = {"until", "till", "through"}
_BETWEEN = {"the", "about", "around", "at", "least", "on", "in", "as", "early", "late"}


def join(text: str, readings: list[Reading]) -> list[Reading]:
    """Make one interval of "from A to B", "between A and B" and "A-B"; keep all else."""
    joined: list[Reading] = []
    for reading in readings:
        if joined and (interval := _interval(text, joined[-1], reading)):
            joined[-1] = interval
        else:
            joined.append(reading)
    return joined


def _interval(text: str, left: Reading, right: Reading) -> Reading | None:
    if not isinstance(left.reading, DateRange) or not isinstance(right.reading, DateRange):
        return None
    gap = text[left.sighting.end : right.sighting.start]
    if len(gap) > 12 or left.reading.precision is Precision.INTERVAL:
        return None
    if not _LINK.fullmatch(gap):
        before = [cues.word_before(text, left.sighting.start)]
        if not (_AND.fullmatch(gap) and before[-1:] == ["between"]):
            return None
    first, last = left.reading.first, right.reading.last
    if first is None or last is None or last < first:
        return None
    approximate = left.reading.approximate or right.reading.approximate
    days = DateRange(first, last, Precision.INTERVAL, approximate)
    sighting = replace(left.sighting, end=right.sighting.end)
    return Reading(sighting, days, left.basis, left.timexes + right.timexes)


def opened(text: str, reading: Reading, published: date) -> Reading:
    """The reading with an end left open where "since" or "until" stands before it."""
    days = reading.reading
    if not isinstance(days, DateRange) or days.precision is Precision.INTERVAL:
        return reading
    before = cues.tokens_before(text, reading.sighting.start)
    while before and before[-1].lower() in _BETWEEN:
        before.pop()
    cue = before[-1].lower() if before else ""
    if days.first and (cue in _OPENS or (cue == "from" and _starts(before, days, published))):
        days = DateRange(days.first, None, Precision.INTERVAL, days.approximate)
    elif cue in _CLOSES and days.last:
        days = DateRange(None, days.last, Precision.INTERVAL, days.approximate)
    else:
        return reading
    return replace(reading, reading=days)


def _starts(before: list[str], days: DateRange, published: date) -> bool:
    """Whether "from" opens a range, and does not say where something comes from."""
    source = before[-2].lower() if len(before) > 1 else ""
    return source not in cues.CUES["sources"] and (
        before[-1] == "From" or source == "," or bool(days.first and days.first > published)
    )

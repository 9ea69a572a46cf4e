"""Two dates joined into one interval, and dates that "since" and "until" leave open at one end."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.timex import cues
from dateline.extract.timex.readings import Reading
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit, around, step, timex_value
from dateline.extract.timex.words import month_of
from dateline.model import DateBasis, DateRange, Precision

_LINK = re.compile(
    r"\s?[-\u2010-\u2014]\s?|/|,?\s(?:to|through|until|till|up to)\s(?:the\s)?", re.IGNORECASE
)
_DASH = re.compile(r"\s[-\u2010-\u2014]\s")
_AND = re.compile(r",?\sand\s(?:the\s)?", re.IGNORECASE)
_LONGEST_GAP = 12  # characters between two dates that are joined
_OWNED = re.compile(r"['\u2019]s\s|,\s(?:when|in which)\s")
_OPENS = {"since", "starting", "beginning"}
_CLOSES = {"until", "till", "through"}
_WEEK = timedelta(days=7)
_BETWEEN = {"the", "about", "around", "at", "least", "on", "in", "as", "early", "late"}


def share_years(text: str, sightings: list[Sighting]) -> list[Sighting]:
    """Give a day or month the year of its neighbour: "from May 15 to August 16, 1988"."""
    shared = list(sightings)
    for n in range(len(shared) - 2, -1, -1):
        _give_year(text, shared[n], shared[n + 1], shared[n], -1)
    for n in range(1, len(shared)):
        _give_year(text, shared[n - 1], shared[n], shared[n], 1)
    return shared


def share_weeks(text: str, sightings: list[Sighting]) -> list[Sighting]:
    """Give a weekday the week of the one it is joined to: "Tuesday and Wednesday of last week"."""
    shared = list(sightings)
    for n in range(len(shared) - 2, -1, -1):
        left, right = shared[n], shared[n + 1]
        if left.rule.name != "weekday" or right.rule.name != "weekday_of_week":
            continue
        gap = text[left.end : right.start]
        is_bare = left.groups.get("weekday") == text[left.start : left.end]
        if is_bare and len(gap) <= _LONGEST_GAP and (_LINK.fullmatch(gap) or _AND.fullmatch(gap)):
            groups = {**right.groups, "weekday": left.groups["weekday"]}
            shared[n] = replace(left, rule=right.rule, groups=groups)
    return shared


def _give_year(text: str, left: Sighting, right: Sighting, to: Sighting, way: int) -> None:
    """Fill in the year of *to* from the other of two linked dates."""
    giver = right if to is left else left
    mine, theirs = to.groups, giver.groups
    year = theirs.get("year")
    if not year or not year.isdigit() or not mine.get("month") or not theirs.get("month"):
        return
    if any(
        mine.get(name) for name in ("year", "yearchoice", "yearreference", "choice", "reference")
    ):
        return
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP or not (_LINK.fullmatch(gap) or _AND.fullmatch(gap) or gap == ", "):
        return
    ahead = (month_of(mine["month"] or "") - month_of(theirs["month"] or "")) * way
    mine["year"] = str(int(year) + (way if ahead < 0 else 0))


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
    if len(gap) > _LONGEST_GAP or left.reading.precision is Precision.INTERVAL:
        return None
    if not _LINK.fullmatch(gap):
        before = [cues.word_before(text, left.sighting.start)]
        if not (_AND.fullmatch(gap) and before[-1:] == ["between"]):
            return None
    left, right = _in_order(left, right)
    start, end = left.reading, right.reading
    if not isinstance(start, DateRange) or not isinstance(end, DateRange):
        return None
    first, last = start.first, end.last
    if first is None or last is None or last < first:
        return None
    is_within = end.first and start.last and end.first < first and start.last < last
    if is_within and _DASH.fullmatch(gap):
        # "February 6 - this year": the dash only says more of the day.
        sighting = replace(left.sighting, end=right.sighting.end)
        return replace(left, sighting=sighting, timexes=left.timexes + right.timexes)
    approximate = start.approximate or end.approximate
    days = DateRange(first, last, Precision.INTERVAL, approximate)
    sighting = replace(left.sighting, end=right.sighting.end)
    return Reading(sighting, days, left.basis, left.timexes + right.timexes)


def _in_order(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """Two linked readings, moved apart where each was read as the nearest and the end came first.

    "Monday to Wednesday" then starts a week earlier, "Nov. 20 to Feb. 3" ends a year later.
    """
    start, end = left.reading, right.reading
    if not (isinstance(start, DateRange) and isinstance(end, DateRange)):
        return left, right
    if not (start.first and end.first and end.last):
        return left, right
    if left.basis is right.basis is DateBasis.WEEKDAY and end.first - start.first > _WEEK:
        return left, _moved(right, end.first - _WEEK, Unit.DAY)  # "from Friday until Sunday"
    if start.first <= end.last:
        return left, right
    if not (date.min.year < start.first.year and end.first.year < date.max.year):
        return left, right
    if left.basis is right.basis is DateBasis.WEEKDAY:
        return _moved(left, start.first - timedelta(days=7), Unit.DAY), right
    if left.basis is right.basis is DateBasis.RELATIVE and end.precision in _UNITS:
        unit = _UNITS[end.precision]
        return left, _moved(right, step(end.first, Unit.YEAR, 1), unit)
    return left, right


_UNITS = {Precision.DAY: Unit.DAY, Precision.MONTH: Unit.MONTH}


def _moved(reading: Reading, day: date, unit: Unit) -> Reading:
    timexes = tuple(replace(timex, value=timex_value(day, unit)) for timex in reading.timexes)
    return replace(reading, reading=around(day, unit), timexes=timexes)


def opened(text: str, reading: Reading, published: date) -> Reading:
    """The reading with an end left open where "since" or "until" stands before it."""
    days = reading.reading
    if not isinstance(days, DateRange) or days.precision is Precision.INTERVAL:
        return reading
    if _OWNED.match(text, reading.sighting.end):
        # "since Tuesday's vote", "the worst since 1998, when": the day is the other event's.
        return reading
    if cues.is_not_until(text, reading.sighting.start):
        return reading  # "not until Friday": on Friday, and not before
    before = cues.tokens_before(text, reading.sighting.start)
    while before and before[-1].lower() in _BETWEEN:
        before.pop()
    cue = before[-1].lower() if before else ""
    if days.first and (cue in _OPENS or (cue == "from" and _starts(before, days, published))):
        days = DateRange(days.first, None, Precision.INTERVAL, days.approximate)
    elif days.last and cue in _CLOSES and not _is_within(before):
        days = DateRange(None, days.last, Precision.INTERVAL, days.approximate)
    elif days.last and cue == "by" and days.last > published:
        # A deadline: it may be met on any day until then.
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


def _is_within(before: list[str]) -> bool:
    """Whether "through" says how far into the date somebody is."""
    return len(before) > 1 and before[-2].lower() in cues.CUES["into"]

"""Readers for dates counted from the publication day or from the date just spoken of."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import Read, Stretch
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import FINENESS, Unit, around, step
from dateline.extract.timex.words import (
    CHOICES,
    DAYTIMES,
    REFERENCES,
    UNITS,
    count_of,
    squeeze,
    weekday_of,
)
from dateline.model import DateBasis, Unresolved

_OFFSETS = {
    "today": 0,
    "tonight": 0,
    "tonite": 0,
    "this": 0,
    "yesterday": -1,
    "last": -1,
    "tomorrow": 1,
}
_LETTERS = {
    Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M", Unit.QUARTER: "Q", Unit.YEAR: "Y", Unit.DECADE: "DE",
    Unit.CENTURY: "CE", Unit.WEEKEND: "WE", Unit.FORTNIGHT: "F",
}  # fmt: skip
_HABITS = {f"{daytime}s" for daytime in DAYTIMES}  # on Saturday mornings
_NOTHING = Unresolved("no earlier date in the text to count from")


def _unit(sighting: Sighting) -> Unit:
    return Unit(UNITS[(sighting.groups["unit"] or "").lower()])


def near_day(sighting: Sighting, context: Context) -> Read:
    """Read today, yesterday, tomorrow and their nights and mornings."""
    g = sighting.groups
    word = (g["word"] or "").lower()
    offset = _OFFSETS[word]
    if word == "today" and _means_the_present(sighting, context):
        return None
    if side := g.get("side"):
        offset += -1 if side.lower() == "before" else 1
    point = Point(context.published + timedelta(days=offset), Unit.DAY)
    daytime = (g.get("daytime") or "").lower() if word in ("this", "last") else ""
    daytime = "night" if word in ("tonight", "tonite") else daytime
    return Read(point, DateBasis.RELATIVE, daytime=DAYTIMES.get(daytime, ""))


def _means_the_present(sighting: Sighting, context: Context) -> bool:
    """Whether "today" says "in our time".

    So it does in a history, after "known", "still" or "of", and at the head of a sentence in which
    nothing has happened or will ("Today, most of them are farmers").
    """
    tokens = [token.lower() for token in cues.tokens_before(context.text, sighting.start)]
    if tokens[-2:] == ["as", "of"]:
        return False
    if context.story or (tokens and tokens[-1] in cues.CUES["present_age"]):
        return True
    if context.text[sighting.start : sighting.end + 1] != "Today,":
        return False
    after = cues.tokens_after(context.text, sighting.end, 70)
    acts = any(token.endswith("ing") for token in after)
    toward = cues.direction(context.text, sighting.start, sighting.end)
    return not acts and toward is cues.Direction.NONE


def weekday(sighting: Sighting, context: Context) -> Read | None:
    """Read a weekday as the latest one, the publication day included; a future cue turns it."""
    g = sighting.groups
    if not _is_weekday(sighting, context.text):
        return None
    wanted = weekday_of(g["weekday"] or "")
    if reference := g.get("reference"):
        return _referred_weekday(wanted, REFERENCES[squeeze(reference)], context)
    published = context.published
    back = (published.weekday() - wanted) % 7
    ahead = -back % 7
    choice = CHOICES[squeeze(g["choice"] or "")] if g.get("choice") else None
    if choice == -1 or g.get("after"):
        offset = -(back or 7)
    elif choice == 1:
        offset = ahead or 7
    elif choice == 0 and published.weekday() < 5:
        offset = wanted - published.weekday()
    elif context.told and context.told.unit is Unit.DAY:
        back = (context.told.day.weekday() - wanted) % 7
        return Read(Point(context.told.day - timedelta(days=back), Unit.DAY), DateBasis.ANAPHORIC)
    else:
        toward = cues.direction(context.text, sighting.start, sighting.end)
        offset = ahead if toward is cues.Direction.FUTURE else -back
    return Read(Point(published + timedelta(days=offset), Unit.DAY), DateBasis.WEEKDAY)


def weekday_of_week(sighting: Sighting, context: Context) -> Read | None:
    """Read "Thursday of next week"."""
    g = sighting.groups
    base, basis = context.published, DateBasis.RELATIVE
    offset = CHOICES[squeeze(g["weekchoice"])] if g["weekchoice"] else 0
    if reference := g["weekreference"]:
        spoken = context.latest(Unit.WEEK)
        if spoken is None:
            return Read(_NOTHING, DateBasis.ANAPHORIC)
        base, basis, offset = spoken.day, DateBasis.ANAPHORIC, REFERENCES[squeeze(reference)]
    monday = base - timedelta(days=base.weekday())
    day = monday + timedelta(days=7 * offset + weekday_of(g["weekday"] or ""))
    return Read(Point(day, Unit.DAY), basis)


def _is_weekday(sighting: Sighting, text: str) -> bool:
    """Whether it is one day: no habit, no name, and no short form that is a word as well."""
    g = sighting.groups
    before = cues.word_before(text, sighting.start)
    after = cues.word_after(text, sighting.end)
    if (
        after.lower() in _HABITS
        or before in cues.CUES["habit"]
        or before in cues.CUES["before_weekday_name"]
    ):
        return False
    if after.lower() in cues.CUES["after_weekday_name"] and not g.get("choice"):
        return False
    if (
        text[sighting.end : sighting.end + 5].lower() == " the "
        and text[sighting.end + 5 : sighting.end + 6].isdigit()
    ):
        return False
    name = g["weekday"] or ""
    if len(name.rstrip(".")) > 5 or g.get("choice") or g.get("part"):
        return True
    return (before in ("on", "since", "until") or name.endswith(".")) and not after[:1].isupper()


def _referred_weekday(wanted: int, offset: int, context: Context) -> Read:
    spoken = context.latest(Unit.WEEK)
    if spoken is None:
        return Read(_NOTHING, DateBasis.ANAPHORIC)
    after = (wanted - spoken.day.weekday()) % 7
    if offset > 0:
        days = after or 7
    elif offset < 0:
        days = after - 7
    else:
        days = after if spoken.unit is Unit.WEEK or after == 0 else after - 7
    return Read(Point(spoken.day + timedelta(days=days), Unit.DAY), DateBasis.ANAPHORIC)


def weekend(sighting: Sighting, context: Context) -> Read:
    """Read a weekend: the latest to have begun, or with a future cue the coming one."""
    g = sighting.groups
    published = context.published
    monday = published - timedelta(days=published.weekday())
    if reference := g.get("reference"):
        spoken = context.latest(Unit.WEEK)
        if spoken is None:
            return Read(_NOTHING, DateBasis.ANAPHORIC)
        day = spoken.day + timedelta(days=7 * REFERENCES[squeeze(reference)])
        return Read(Point(day, Unit.WEEKEND), DateBasis.ANAPHORIC)
    choice = CHOICES[squeeze(g["choice"] or "")] if g.get("choice") else None
    if choice == -1:
        weeks = -1
    elif choice == 1:
        weeks = 0 if published.weekday() < 5 else 1
    else:
        toward = cues.direction(context.text, sighting.start, sighting.end)
        past = toward is cues.Direction.PAST or (choice is None and toward is cues.Direction.NONE)
        weeks = -1 if past and published.weekday() < 5 else 0
    return Read(Point(monday + timedelta(days=7 * weeks), Unit.WEEKEND), DateBasis.RELATIVE)


def ago(sighting: Sighting, context: Context) -> Read | None:
    """Read "two weeks ago": days exactly, longer units at their own precision."""
    unit = _unit(sighting)
    count = count_of(sighting.groups["count"] or "")
    return Read(Point(step(context.published, unit, -count), unit), DateBasis.RELATIVE)


def couple_ago(sighting: Sighting, context: Context) -> Read | None:
    """Read "a couple of weeks ago" as about two."""
    unit = _unit(sighting)
    return Read(
        Point(step(context.published, unit, -2), unit), DateBasis.RELATIVE, approximate=True
    )


def half_ago(sighting: Sighting, context: Context) -> Read | None:
    """Read "two and a half years ago" in the next finer unit."""
    unit, count = _unit(sighting), count_of(sighting.groups["count"] or "")
    if unit is Unit.YEAR:
        point = Point(step(context.published, Unit.MONTH, -12 * count - 6), Unit.MONTH)
    elif unit is Unit.DECADE:
        point = Point(step(context.published, Unit.YEAR, -10 * count - 5), Unit.YEAR)
    else:
        point = Point(step(context.published, unit, -count), unit)
    return Read(point, DateBasis.RELATIVE, approximate=True)


def from_now(sighting: Sighting, context: Context) -> Read | None:
    """Read "in two weeks", "three days from now"."""
    unit = _unit(sighting)
    count = count_of(sighting.groups["count"] or "")
    return Read(Point(step(context.published, unit, count), unit), DateBasis.RELATIVE)


def in_units(sighting: Sighting, context: Context) -> Read | None:
    """Read "in two weeks" where the sentence looks ahead; "built in two weeks" is a duration."""
    toward = cues.direction(context.text, sighting.start, sighting.end)
    return from_now(sighting, context) if toward is cues.Direction.FUTURE else None


def shifted(sighting: Sighting, context: Context) -> Read | None:
    """Read "a month later", "the day before": counted from the date just spoken of.

    "A year earlier" is said of figures, too, with no date before it: then it is a year before
    the publication day.
    """
    g = sighting.groups
    unit = _unit(sighting)
    count = count_of(g["count"] or "") if g.get("count") else 1
    if (g["side"] or "").lower() in ("before", "earlier", "prior", "previously", "ago"):
        count = -count
    if same := _in_apposition(sighting, unit, context):
        return Read(same, DateBasis.ANAPHORIC)
    spoken = context.latest(unit)
    if spoken:
        return Read(Point(step(spoken.day, unit, count), unit), DateBasis.ANAPHORIC)
    if unit is Unit.YEAR and count < 0:
        return Read(Point(step(context.published, unit, count), unit), DateBasis.RELATIVE)
    return Read(_NOTHING, DateBasis.ANAPHORIC)


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


_STATED_YEAR = re.compile(r",? in ([12][0-9]{3})(?![0-9])")


def stretch(sighting: Sighting, context: Context) -> Read | None:
    """Read "the last 18 months" as the days from then to the publication day."""
    g = sighting.groups
    unit = _unit(sighting)
    count = count_of(g["count"] or "")
    value = f"P{count}{_LETTERS[unit]}"
    way = (g["way"] or "").lower()
    start, basis = context.published, DateBasis.RELATIVE
    if way in ("previous", "following"):
        spoken = context.latest(Unit.YEAR)
        if spoken is None:
            return Read(_NOTHING, DateBasis.ANAPHORIC)
        start, basis = spoken.day, DateBasis.ANAPHORIC
    if way in ("last", "past", "previous"):
        return Read(Stretch(step(start, unit, -count), start, value), basis)
    return Read(Stretch(start, step(start, unit, count), value), basis)


def unit_before_last(sighting: Sighting, context: Context) -> Read:
    """Read "the week before last"."""
    unit = _unit(sighting)
    offset = -2 if (sighting.groups["side"] or "").lower().startswith("before") else 2
    first = around(context.published, unit).first or context.published
    return Read(Point(step(first, unit, offset), unit), DateBasis.RELATIVE)


def past_unit(sighting: Sighting, context: Context) -> Read | None:
    """Read "the past year", "over the last year" as the year that ends on the publication day."""
    unit = _unit(sighting)
    published = context.published
    if unit in (Unit.DAY, Unit.WEEKEND):
        return None
    before = cues.word_before(context.text, sighting.start)
    is_last = (sighting.groups["way"] or "").lower() == "last"
    if is_last and before not in cues.CUES["up_to_now"]:
        first = around(published, unit).first or published
        return Read(Point(step(first, unit, -1), unit), DateBasis.RELATIVE)
    value = f"P1{_LETTERS[unit]}"
    return Read(Stretch(step(published, unit, -1), published, value), DateBasis.RELATIVE)


def unit(sighting: Sighting, context: Context) -> Read | None:
    """Read "last week", "that month", "the end of the year"."""
    g = sighting.groups
    which = _unit(sighting)
    if reference := g.get("reference"):
        return _referred_unit(which, REFERENCES[squeeze(reference)], context)
    if choice := g.get("choice"):
        offset = CHOICES[squeeze(choice)]
        if which is Unit.DAY:
            return _referred_unit(which, offset, context) if offset > 0 else None
        first = around(context.published, which).first or context.published
        return Read(Point(step(first, which, offset), which), DateBasis.RELATIVE)
    if which is Unit.DAY:
        return None  # "the end of the day" is a time
    if context.told:
        fine = FINENESS[context.told.unit] <= FINENESS[which]
        spoken = context.told if fine else context.latest(which)
        return Read(Point(spoken.day, which), DateBasis.ANAPHORIC) if spoken else None
    return Read(Point(context.published, which), DateBasis.RELATIVE)


def _referred_unit(which: Unit, offset: int, context: Context) -> Read:
    spoken = context.latest(which)
    if spoken is None:
        return Read(_NOTHING, DateBasis.ANAPHORIC)
    return Read(Point(step(spoken.day, which, offset), which), DateBasis.ANAPHORIC)


def reference_daytime(sighting: Sighting, context: Context) -> Read | None:
    """Read "the next morning", "that evening"."""
    offset = REFERENCES[squeeze(sighting.groups["reference"] or "")]
    return _at_daytime(_referred_unit(Unit.DAY, offset, context), sighting)


def daytime_before(sighting: Sighting, context: Context) -> Read | None:
    """Read "the night before"."""
    offset = -1 if (sighting.groups["side"] or "").lower() == "before" else 1
    return _at_daytime(_referred_unit(Unit.DAY, offset, context), sighting)


def _at_daytime(read: Read, sighting: Sighting) -> Read:
    return replace(read, daytime=DAYTIMES[(sighting.groups["daytime"] or "").lower()])


def vague(sighting: Sighting, context: Context) -> Read:
    """Seen, and too vague for any range of days."""
    return Read(Unresolved("vague: no days follow from these words"), DateBasis.NONE)

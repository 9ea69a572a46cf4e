"""Readers for dates counted from the publication day: today, last month, two weeks ago."""

from datetime import timedelta

from dateline.extract.timex import cues
from dateline.extract.timex.anaphora import is_one_week, referred_unit, unit_of
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import NOTHING_SPOKEN, Read, Stretch
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import DURATION_LETTERS, FINENESS, Unit, around, step
from dateline.extract.timex.words import CHOICES, DAYTIMES, REFERENCES, count_of
from dateline.model import DateBasis, Precision, Unresolved

_OFFSETS = {"yesterday": -1, "last": -1, "tomorrow": 1}  # days; others are the day itself


def near_day(sighting: Sighting, context: Context) -> Read | None:
    """Read today, yesterday, tomorrow and their nights and mornings."""
    word = sighting.key("word")
    offset = _OFFSETS.get(word, 0)
    if word == "today" and _means_the_present(sighting, context):
        return None
    if side := sighting.key("side"):
        offset += -1 if side == "before" else 1
    daytime = sighting.key("daytime") if word in ("this", "last") else ""
    daytime = "night" if word in ("tonight", "tonite") else daytime
    point = Point(context.published + timedelta(days=offset), Unit.DAY)
    return Read(point, DateBasis.RELATIVE, daytime=DAYTIMES.get(daytime, ""))


def overnight(sighting: Sighting, context: Context) -> Read:
    """Read "overnight" as the night to the publication day, which has two days."""
    del sighting
    last = context.published
    first = last - timedelta(days=1)
    return Read(Stretch(first, last, "P1D", Precision.PART), DateBasis.RELATIVE)


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
    return not acts and context.direction(sighting) is cues.Direction.NONE


def ago(sighting: Sighting, context: Context) -> Read:
    """Read "two weeks ago": days exactly, longer units at their own precision."""
    return _counted(sighting, context, -1)


_NOW = {"today": Unit.DAY, "this week": Unit.WEEK, "this month": Unit.MONTH}


def ago_now(sighting: Sighting, context: Context) -> Read:
    """Read "20 years ago this month" in the unit that it is now."""
    unit, count = unit_of(sighting), count_of(sighting.word("count"))
    day = step(context.published, unit, -count)
    return Read(Point(day, _NOW[sighting.key("now")]), DateBasis.RELATIVE)


def from_now(sighting: Sighting, context: Context) -> Read:
    """Read "three days from now"."""
    return _counted(sighting, context, 1)


def in_units(sighting: Sighting, context: Context) -> Read | None:
    """Read "in two weeks" where the sentence looks ahead; "built in two weeks" is a duration."""
    if context.direction(sighting) is not cues.Direction.FUTURE:
        return None
    return _counted(sighting, context, 1)


def _counted(sighting: Sighting, context: Context, way: int) -> Read:
    unit, count = unit_of(sighting), count_of(sighting.word("count"))
    point = Point(step(context.published, unit, way * count), unit)
    to_the_day = is_one_week(sighting, unit, count)
    return Read(point, DateBasis.RELATIVE, approximate=to_the_day, to_the_day=to_the_day)


def couple_ago(sighting: Sighting, context: Context) -> Read:
    """Read "a couple of weeks ago" as about two."""
    unit = unit_of(sighting)
    point = Point(step(context.published, unit, -2), unit)
    return Read(point, DateBasis.RELATIVE, approximate=True)


def half_ago(sighting: Sighting, context: Context) -> Read:
    """Read "two and a half years ago" in the next finer unit."""
    unit, count = unit_of(sighting), count_of(sighting.word("count"))
    published = context.published
    if unit is Unit.YEAR:
        point = Point(step(published, Unit.MONTH, -12 * count - 6), Unit.MONTH)
    elif unit is Unit.DECADE:
        point = Point(step(published, Unit.YEAR, -10 * count - 5), Unit.YEAR)
    else:
        point = Point(step(published, unit, -count), unit)
    return Read(point, DateBasis.RELATIVE, approximate=True)


def stretch(sighting: Sighting, context: Context) -> Read:
    """Read "the last 18 months" as the days from then to the publication day."""
    unit, count = unit_of(sighting), count_of(sighting.word("count"))
    way = sighting.key("way")
    start, basis = context.published, DateBasis.RELATIVE
    if way in ("previous", "following"):
        spoken = context.latest(Unit.YEAR)
        if spoken is None:
            return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)
        start, basis = spoken.day, DateBasis.ANAPHORIC
    value = f"P{count}{DURATION_LETTERS[unit]}"
    if way in ("last", "past", "previous"):
        return Read(Stretch(step(start, unit, -count), start, value), basis)
    return Read(Stretch(start, step(start, unit, count), value), basis)


def past_unit(sighting: Sighting, context: Context) -> Read | None:
    """Read "the past year", "over the last year" as the year that ends on the publication day."""
    unit, published = unit_of(sighting), context.published
    if unit in (Unit.DAY, Unit.WEEKEND):
        return None
    ends_now = context.before(sighting) in cues.CUES["up_to_now"]
    if sighting.key("way") == "last" and not ends_now:
        return _chosen_unit(unit, -1, context)
    value = f"P1{DURATION_LETTERS[unit]}"
    return Read(Stretch(step(published, unit, -1), published, value), DateBasis.RELATIVE)


def unit_before_last(sighting: Sighting, context: Context) -> Read:
    """Read "the week before last"."""
    return _chosen_unit(
        unit_of(sighting), -2 if sighting.key("side") == "before last" else 2, context
    )


def unit(sighting: Sighting, context: Context) -> Read | None:
    """Read "last week", "that month", "the end of the year"."""
    which = unit_of(sighting)
    if reference := sighting.key("reference"):
        return referred_unit(sighting, which, REFERENCES[reference], context)
    if choice := sighting.key("choice"):
        if which is not Unit.DAY:
            return _chosen_unit(which, CHOICES[choice], context)
        return referred_unit(sighting, which, 1, context) if CHOICES[choice] > 0 else None
    if which is Unit.DAY:
        return None  # "the end of the day" is a time
    if context.told:
        fine = FINENESS[context.told.unit] <= FINENESS[which]
        spoken = context.told if fine else context.latest(which)
        return Read(Point(spoken.day, which), DateBasis.ANAPHORIC) if spoken else None
    return Read(Point(context.published, which), DateBasis.RELATIVE)


def _chosen_unit(unit: Unit, offset: int, context: Context) -> Read:
    """The unit that lies *offset* units from the publication day's."""
    first = around(context.published, unit).first or context.published
    return Read(Point(step(first, unit, offset), unit), DateBasis.RELATIVE)


def vague(sighting: Sighting, context: Context) -> Read:
    """Seen, and too vague for any range of days."""
    return Read(Unresolved("vague: no days follow from these words"), DateBasis.NONE)

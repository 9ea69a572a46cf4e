"""Readers for days of the calendar and for holidays.

What the words leave out is taken from the publication day or, in a text that tells of other years,
from the date just spoken of; the basis says which.
"""

from datetime import date

from dateline.extract.timex import cues, holidays
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.months import chosen_year, story_year
from dateline.extract.timex.readings import Read
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit, step
from dateline.extract.timex.words import CHOICES, month_of, ordinal_of, weekday_of, year_of
from dateline.extract.timex.years import stated_year
from dateline.model import DateBasis, Unresolved

CONTRADICTED = Unresolved("the weekday contradicts the date")

# Russia and Greece were the last to leave the Julian calendar, whose weekdays differ.
_GREGORIAN_SINCE = 1923
_NEAR = 45  # days: beyond them a verb decides whether the coming or the last such day is meant
_YEARS = (-1, 0, 1)


def numeric_day(sighting: Sighting, context: Context) -> Read:
    """Read 2022-05-09, or 2022-05."""
    year, month = int(sighting.word("year")), int(sighting.word("month"))
    if day := sighting.word("day"):
        return Read(Point(date(year, month, int(day)), Unit.DAY), DateBasis.STATED)
    return Read(Point(date(year, month, 1), Unit.MONTH), DateBasis.STATED)


def ambiguous_day(sighting: Sighting, context: Context) -> Read | None:
    """Read 10/21/2022: month first as Americans write, unless only the other order is a day.

    Dots are day first: nobody writes 10.21.2022. Without slashes a two-digit year needs two
    digits everywhere, or it is a score or a version number.
    """
    one, two, year = sighting.word("one"), sighting.word("two"), sighting.word("year")
    separator = sighting.word("sep")
    if len(year) == 2 and separator != "/" and len(one + two) < 4:
        return None
    day_first = separator == "." or int(one) > 12
    month, day = (int(two), int(one)) if day_first else (int(one), int(two))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    found = date(year_of(year, context.published), month, day)
    return Read(Point(found, Unit.DAY), DateBasis.STATED)


def nine_eleven(sighting: Sighting, context: Context) -> Read:
    """Read 9/11 as the day it stands for."""
    return Read(Point(date(2001, 9, 11), Unit.DAY), DateBasis.STATED)


def day(sighting: Sighting, context: Context) -> Read:
    """Read a day of a month, with its year or without."""
    month, number = month_of(sighting.word("month")), ordinal_of(sighting.word("day"))
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := sighting.key("choice"):
        year, basis = chosen_year(CHOICES[choice], month, context), DateBasis.RELATIVE
    elif context.told:
        year, basis = story_year(month, context.told), DateBasis.ANAPHORIC
    else:
        published, safe = context.published, min(number, 28)
        days = {n: (date(published.year + n, month, safe) - published).days for n in _YEARS}
        year, basis = published.year + _nearest(days, sighting, context), DateBasis.RELATIVE
    try:
        found = date(year, month, number)
    except ValueError:
        return Read(Unresolved("no such day in the calendar"), basis)
    if weekday := sighting.word("weekday"):
        return _checked(found, weekday, basis)
    return Read(Point(found, Unit.DAY), basis)


def _checked(found: date, weekday: str, basis: DateBasis) -> Read:
    """The day, if it is the weekday that stands before it.

    A day without its year may be last year's. An abbreviation is no evidence: "Sun" and "Sat" end
    the line before as often as they name a day.
    """
    wanted = weekday_of(weekday)
    if found.weekday() != wanted and basis is DateBasis.RELATIVE:
        before = step(found, Unit.YEAR, -1)
        found = before if before.weekday() == wanted else found
    if found.weekday() != wanted and found.year >= _GREGORIAN_SINCE and len(weekday) > 5:
        return Read(CONTRADICTED, basis)
    return Read(Point(found, Unit.DAY), basis)


def _nearest(days: dict[int, int], sighting: Sighting, context: Context) -> int:
    """Of one day in three years, given its distance in days, the nearest; or as a verb says."""
    nearest = min(days, key=lambda n: abs(days[n]))
    if abs(days[nearest]) > _NEAR:
        toward = context.direction(sighting)
        if toward is cues.Direction.FUTURE and days[nearest] < 0:
            return nearest + 1
        if toward is cues.Direction.PAST and days[nearest] > 0:
            return nearest - 1
    return nearest


def week_of_day(sighting: Sighting, context: Context) -> Read:
    """Read "the week of Oct. 7" as the week, or weekend, around that day."""
    groups = sighting.groups
    groups["month"] = groups["month"] or groups["month2"]
    groups["day"] = groups["day"] or groups["day2"]
    read = day(sighting, context)
    if not isinstance(read.what, Point):
        return read
    return Read(Point(read.what.day, Unit(sighting.key("unit"))), read.basis)


def day_of_month(sighting: Sighting, context: Context) -> Read | None:
    """Read "the 28th of that month", and "on the 28th" once a month has been spoken of."""
    base, basis = context.published, DateBasis.RELATIVE
    if choice := sighting.key("yearchoice"):
        base = step(base, Unit.MONTH, CHOICES.get(choice, 0))
    else:
        spoken = context.latest(Unit.MONTH)
        if spoken is None or not (
            sighting.word("yearreference") or context.before(sighting) == "on"
        ):
            return None
        base, basis = spoken.day, DateBasis.ANAPHORIC
    return Read(Point(base.replace(day=ordinal_of(sighting.word("ordinal"))), Unit.DAY), basis)


def holiday(sighting: Sighting, context: Context) -> Read | None:
    """Read a holiday's name as its day, in the year stated, told of, or nearest."""
    name = holidays.name_of(sighting.word("holiday"))
    published = context.published
    stated = stated_year(sighting, context)
    if name in holidays.LOCAL and context.before(sighting) in ("s", "'s"):
        return None  # some other country's
    if name in holidays.PLAIN and not stated and not _stands_alone(sighting, context):
        return None
    if stated:
        year, basis = stated
    elif choice := sighting.key("choice"):
        year, basis = published.year, DateBasis.RELATIVE
        this_year = holidays.in_year(name, year)
        year += (CHOICES[choice] > 0 and this_year <= published) - (
            CHOICES[choice] < 0 and this_year >= published
        )
    elif context.told:
        year, basis = context.told.day.year, DateBasis.ANAPHORIC
    else:
        days = {n: (holidays.in_year(name, published.year + n) - published).days for n in _YEARS}
        year, basis = published.year + _nearest(days, sighting, context), DateBasis.RELATIVE
    return Read(Point(holidays.in_year(name, year), Unit.DAY), basis)


def _stands_alone(sighting: Sighting, context: Context) -> bool:
    """Whether it is no adjective ("the Christmas tree"), wish or surname."""
    before = cues.tokens_before(context.text, sighting.start)[-1:]
    if before and before[0][:1].isupper() and before[0].lower() not in cues.CUES["before_holiday"]:
        return False
    after = context.after(sighting).lower()
    return not after[:1].isalpha() or after in cues.CUES["after_holiday"]

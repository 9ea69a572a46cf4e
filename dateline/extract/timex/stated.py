"""Readers for days, months, seasons and quarters of the calendar, and for holidays.

What the words leave out is taken from the publication day or, in a text that tells of other years,
from the date just spoken of; the basis says which.
"""

from datetime import date, timedelta

from dateline.extract.timex import cues, holidays
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import Read, Stretch
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import SEASON_STARTS, Unit, step
from dateline.extract.timex.words import (
    CHOICES,
    REFERENCES,
    SEASONS,
    month_of,
    ordinal_of,
    squeeze,
    weekday_of,
    year_of,
)
from dateline.model import DateBasis, Precision, Unresolved

# Russia and Greece were the last to leave the Julian calendar, whose weekdays differ.
_GREGORIAN_SINCE = 1923
_NO_SUCH_DAY = Unresolved("no such day in the calendar")
_NAMES_TOO = {
    "march",
    "april",
    "may",
    "june",
    "august",
    "mar",
    "jan",
    "jun",
    "dec",
    "sept",
    "sep",
    "apr",
    "jul",
    "oct",
    "nov",
    "feb",
    "aug",
}
_NEAR = 45  # days


def stated_year(sighting: Sighting, context: Context) -> tuple[int, DateBasis] | None:
    """The year the words state or choose ("of last year"), with its basis."""
    groups = sighting.groups
    if year := groups.get("year"):
        return year_of(year, context.published), DateBasis.STATED
    if choice := groups.get("yearchoice"):
        return context.published.year + CHOICES.get(squeeze(choice), 0), DateBasis.RELATIVE
    if reference := groups.get("yearreference"):
        if spoken := context.latest(Unit.YEAR):
            return spoken.day.year + REFERENCES[squeeze(reference)], DateBasis.ANAPHORIC
    return None


def numeric_day(sighting: Sighting, context: Context) -> Read:
    """Read 2022-05-09, or 2022-05."""
    g = sighting.groups
    year, month = int(g["year"] or 0), int(g["month"] or 0)
    if day := g.get("day"):
        return Read(Point(date(year, month, int(day)), Unit.DAY), DateBasis.STATED)
    return Read(Point(date(year, month, 1), Unit.MONTH), DateBasis.STATED)


def ambiguous_day(sighting: Sighting, context: Context) -> Read | None:
    """Read 10/21/2022: month first as Americans write, unless only the other order is a day.

    Dots are day first: nobody writes 10.21.2022. Without slashes a two-digit year needs two
    digits everywhere, or it is a score or a version number.
    """
    g = sighting.groups
    one, two, year = g["one"] or "", g["two"] or "", g["year"] or ""
    if len(year) == 2 and g["sep"] != "/" and len(one + two) < 4:
        return None
    day_first = g["sep"] == "." or int(one) > 12
    month, day = (int(two), int(one)) if day_first else (int(one), int(two))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Read(
        Point(date(year_of(year, context.published), month, day), Unit.DAY), DateBasis.STATED
    )


def nine_eleven(sighting: Sighting, context: Context) -> Read:
    """Read 9/11 as the day it stands for."""
    return Read(Point(date(2001, 9, 11), Unit.DAY), DateBasis.STATED)


def day(sighting: Sighting, context: Context) -> Read | None:
    """Read a day of a month, with its year or without."""
    g = sighting.groups
    month, number = month_of(g["month"] or ""), ordinal_of(g["day"] or "")
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := g.get("choice"):
        year, basis = _chosen_year(CHOICES[squeeze(choice)], month, context), DateBasis.RELATIVE
    else:
        year, basis = _year_of_day(month, number, sighting, context)
    try:
        found = date(year, month, number)
    except ValueError:
        return Read(_NO_SUCH_DAY, basis)
    if weekday := g.get("weekday"):
        wanted = weekday_of(weekday)
        if found.weekday() != wanted and basis is DateBasis.RELATIVE:
            before = step(found, Unit.YEAR, -1)
            found = before if before.weekday() == wanted else found
        if found.weekday() != wanted and year >= _GREGORIAN_SINCE and len(weekday) > 5:
            return Read(Unresolved("the weekday contradicts the date"), basis)
    return Read(Point(found, Unit.DAY), basis)


def week_of_day(sighting: Sighting, context: Context) -> Read | None:
    """Read "the week of Oct. 7" as the week, or weekend, around that day."""
    g = sighting.groups
    g["month"], g["day"] = g["month"] or g["month2"], g["day"] or g["day2"]
    read = day(sighting, context)
    if read is None or not isinstance(read.what, Point):
        return read
    return Read(Point(read.what.day, Unit((g["unit"] or "").lower())), read.basis)


def _year_of_day(
    month: int, number: int, sighting: Sighting, context: Context
) -> tuple[int, DateBasis]:
    """The year that brings a day nearest to the publication day, or the story's."""
    if context.told:
        return _story_year(month, context.told), DateBasis.ANAPHORIC
    published = context.published
    safe = min(number, 28)
    days = {n: (date(published.year + n, month, safe) - published).days for n in _YEARS}
    return published.year + _nearest(days, sighting, context), DateBasis.RELATIVE


_YEARS = (-1, 0, 1)


def _nearest(days: dict[int, int], sighting: Sighting, context: Context) -> int:
    """Of the same day in three years, by its distance in days: the nearest.

    A verb near the date decides where the nearest lies long before or after publication.
    """
    nearest = min(days, key=lambda n: abs(days[n]))
    if abs(days[nearest]) > _NEAR:
        toward = _direction(sighting, context)
        if toward is _AHEAD and days[nearest] < 0:
            return nearest + 1
        if toward is cues.Direction.PAST and days[nearest] > 0:
            return nearest - 1
    return nearest


def _story_year(month: int, told: Point) -> int:
    """Stories run forward: a month goes with the year told of, or early in the next."""
    if told.unit is not Unit.YEAR and told.day.month - month >= _TURN_OF_YEAR:
        return told.day.year + 1
    return told.day.year


_TURN_OF_YEAR = 8


def _chosen_year(choice: int, month: int, context: Context) -> int:
    """The year of "last June" or "next June": the nearest June wholly on that side."""
    published = context.published
    if choice < 0:
        return published.year - (month >= published.month)
    return published.year + (choice > 0 and month <= published.month)


def month(sighting: Sighting, context: Context) -> Read | None:
    """Read a month, with its year or without."""
    g = sighting.groups
    number = month_of(g["month"] or "")
    if g.get("choice") or g.get("reference"):
        after = cues.word_after(context.text, sighting.end)
        if (g["month"] or "").lower() in _NAMES_TOO and after[:1].isupper():
            return None  # "that June Smith had left"
    if choice := g.get("choice"):
        year, basis = _chosen_year(CHOICES[squeeze(choice)], number, context), DateBasis.RELATIVE
    elif reference := g.get("reference"):
        year, basis = _referred_year(number, REFERENCES[squeeze(reference)], context)
    elif stated := stated_year(sighting, context):
        year, basis = stated
    elif context.told:
        year, basis = _story_year(number, context.told), DateBasis.ANAPHORIC
    else:
        published = context.published
        year, basis = published.year, DateBasis.RELATIVE
        if number > published.month:
            year -= _direction(sighting, context) is not _AHEAD
        elif number < published.month:
            year += _direction(sighting, context) is _AHEAD
    return Read(Point(date(year, number, 1), Unit.MONTH), basis)


_AHEAD = cues.Direction.FUTURE


def _direction(sighting: Sighting, context: Context) -> cues.Direction:
    """Which way the sentence looks; a list of days to come goes on to come."""
    if context.is_continued(sighting.start) and context.spoken[-1].day > context.published:
        return _AHEAD
    return cues.direction(context.text, sighting.start, sighting.end)


def _referred_year(number: int, offset: int, context: Context) -> tuple[int, DateBasis]:
    """The year of "the following March", "that June"."""
    spoken = context.told or context.latest(Unit.YEAR)
    base = spoken.day if spoken else context.published
    year = base.year
    if offset < 0:
        year -= number >= base.month
    elif offset > 0:
        year += number <= base.month and not (spoken and spoken.unit is Unit.YEAR)
    return year, DateBasis.ANAPHORIC


def bare_month(sighting: Sighting, context: Context) -> Read | None:
    """Read a month that stands alone; one that is also a name or a verb needs a cue around it."""
    name = (sighting.groups["month"] or "").rstrip(".")
    before = cues.word_before(context.text, sighting.start)
    if before in cues.CUES["habit"]:
        return None
    if name.lower() in _NAMES_TOO and not _is_month(name, before, sighting.end, context.text):
        return None
    return month(sighting, context)


def _is_month(name: str, before: str, end: int, text: str) -> bool:
    after = cues.word_after(text, end)
    if name.isupper() and len(name) < 5:
        return False
    if before in cues.CUES["determiner"]:
        return len(name) > 3 and after.islower() and after not in _MARCHES_ON
    if before not in cues.CUES["before_month"]:
        return False
    surname = after[:1].isupper() and name.lower() != "may"
    return not (surname and before in ("by", "of", "from", "to", "for", "as", "than"))


_MARCHES_ON = {
    "to",
    "on",
    "of",
    "through",
    "against",
    "for",
    "in",
    "and",
    "from",
    "toward",
    "towards",
    "was",
    "is",
}


def week_of_month(sighting: Sighting, context: Context) -> Read | None:
    """Read "the last week of September" as seven days of it."""
    whole = month(sighting, context)
    if whole is None or not isinstance(whole.what, Point):
        return whole
    nth = (sighting.groups["nth"] or "").lower()
    if nth in ("last", "final"):
        first = step(whole.what.day, Unit.MONTH, 1) - timedelta(days=7)
    else:
        first = whole.what.day + timedelta(days=7 * (ordinal_of(nth) - 1))
    return Read(Stretch(first, first + timedelta(days=6), "P1W", Precision.PART), whole.basis)


def day_of_month(sighting: Sighting, context: Context) -> Read | None:
    """Read "the 28th of that month", and "on the 28th" once a month has been spoken of."""
    g = sighting.groups
    base, basis = context.published, DateBasis.RELATIVE
    if choice := g.get("yearchoice"):
        base = step(base, Unit.MONTH, CHOICES.get(squeeze(choice), 0))
    else:
        spoken = context.latest(Unit.MONTH)
        if not g.get("yearreference") and cues.word_before(context.text, sighting.start) != "on":
            return None
        if spoken is None:
            return None
        base, basis = spoken.day, DateBasis.ANAPHORIC
    return Read(Point(base.replace(day=ordinal_of(g["ordinal"] or "")), Unit.DAY), basis)


def season(sighting: Sighting, context: Context) -> Read | None:
    """Read a season, with its year or without."""
    g = sighting.groups
    start = SEASON_STARTS[SEASONS[(g["season"] or "").lower()]]
    published = context.published
    spoken = context.told or context.latest(Unit.YEAR)
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := g.get("choice"):
        offset = CHOICES[squeeze(choice)]
        year, basis = published.year, DateBasis.RELATIVE
        if offset < 0:
            year -= start + 2 >= published.month
        elif offset > 0:
            year += start <= published.month
        elif start == 12 and published.month < 3:
            year -= 1
    elif spoken and (context.told or g.get("reference")):
        offset = REFERENCES[squeeze(g.get("reference") or "that")]
        later = spoken.unit is not Unit.YEAR and start <= spoken.day.month
        year, basis = spoken.day.year + (offset > 0 and later), DateBasis.ANAPHORIC
    else:
        toward = _direction(sighting, context)
        year, basis = published.year, DateBasis.RELATIVE
        year -= start > published.month and toward is not _AHEAD
    return Read(Point(date(year, start, 1), Unit.SEASON), basis)


def quarter(sighting: Sighting, context: Context) -> Read | None:
    """Read a quarter of a year; without a year, the latest to have begun."""
    g = sighting.groups
    number = int(g.get("digit") or g.get("digit2") or 0) or ordinal_of(g["ordinal"] or "")
    if not 1 <= number <= 4:
        return None
    start = 3 * number - 2
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := g.get("choice"):
        year, basis = context.published.year + CHOICES[squeeze(choice)], DateBasis.RELATIVE
    else:
        year = context.published.year - (start > context.published.month)
        basis = DateBasis.RELATIVE
    return Read(Point(date(year, start, 1), Unit.QUARTER), basis)


def holiday(sighting: Sighting, context: Context) -> Read | None:
    """Read a holiday's name as its day, in the year stated, told of, or nearest."""
    g = sighting.groups
    name = holidays.name_of(g["holiday"] or "")
    published = context.published
    stated = stated_year(sighting, context)
    if name in holidays.LOCAL and cues.word_before(context.text, sighting.start) in ("s", "'s"):
        return None
    if (
        name in holidays.PLAIN
        and not stated
        and not _stands_alone(context.text, sighting.start, sighting.end)
    ):
        return None
    if stated:
        year, basis = stated
    elif choice := g.get("choice"):
        offset = CHOICES[squeeze(choice)]
        year, basis = published.year, DateBasis.RELATIVE
        if offset < 0 and holidays.in_year(name, year) >= published:
            year -= 1
        elif offset > 0 and holidays.in_year(name, year) <= published:
            year += 1
    elif context.told:
        year, basis = context.told.day.year, DateBasis.ANAPHORIC
    else:
        days = {n: (holidays.in_year(name, published.year + n) - published).days for n in _YEARS}
        year = published.year + _nearest(days, sighting, context)
        basis = DateBasis.RELATIVE
    return Read(Point(holidays.in_year(name, year), Unit.DAY), basis)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether it is no adjective ("the Christmas tree"), wish or surname."""
    tokens = cues.tokens_before(text, start)
    if (
        tokens
        and tokens[-1][:1].isupper()
        and tokens[-1].lower() not in cues.CUES["before_holiday"]
    ):
        return False
    after = cues.word_after(text, end).lower()
    return not after[:1].isalpha() or after in cues.CUES["after_holiday"]

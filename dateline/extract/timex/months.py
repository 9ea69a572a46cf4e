"""Readers for months, seasons and quarters of the calendar.

A month without a year is the latest one, the month of publication included, or the next where a
verb looks ahead; in a text that tells of other years it goes with the year told of.
"""

from datetime import date, timedelta

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import Read, Stretch
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import SEASON_STARTS, Unit, step
from dateline.extract.timex.words import CHOICES, REFERENCES, SEASONS, month_of, ordinal_of
from dateline.extract.timex.years import stated_year
from dateline.model import DateBasis, Precision

_TURN_OF_YEAR = 8  # months back at which a story is taken to have gone on to the next year


def chosen_year(choice: int, month: int, context: Context) -> int:
    """The year of "last June" or "next June": the nearest June wholly on that side."""
    published = context.published
    if choice < 0:
        return published.year - (month >= published.month)
    return published.year + (choice > 0 and month <= published.month)


def story_year(month: int, told: Point) -> int:
    """Stories run forward: a month goes with the year told of, or early in the next."""
    turned = told.unit is not Unit.YEAR and told.day.month - month >= _TURN_OF_YEAR
    return told.day.year + turned


def month(sighting: Sighting, context: Context) -> Read | None:
    """Read a month, with its year or without."""
    name, number = sighting.key("month"), month_of(sighting.word("month"))
    choice, reference = sighting.key("choice"), sighting.key("reference")
    ambiguous = (choice or reference) and name in cues.CUES["months_and_names"]
    if ambiguous and context.after(sighting)[:1].isupper():
        return None  # "that June Smith had left"
    if choice:
        year, basis = chosen_year(CHOICES[choice], number, context), DateBasis.RELATIVE
    elif reference:
        year, basis = _referred_year(number, REFERENCES[reference], context)
    elif stated := stated_year(sighting, context):
        year, basis = stated
    elif context.told:
        year, basis = story_year(number, context.told), DateBasis.ANAPHORIC
    else:
        year, basis = context.published.year, DateBasis.RELATIVE
        if number != context.published.month:
            ahead = context.direction(sighting) is cues.Direction.FUTURE
            year += (ahead and number < context.published.month) - (
                not ahead and number > context.published.month
            )
    return Read(Point(date(year, number, 1), Unit.MONTH), basis)


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
    if context.before(sighting) in cues.CUES["habit"]:
        return None
    ambiguous = sighting.word("month").rstrip(".").lower() in cues.CUES["months_and_names"]
    if ambiguous and not _is_month(sighting, context):
        return None
    return month(sighting, context)


def _is_month(sighting: Sighting, context: Context) -> bool:
    """Whether the words around May, March or June leave only the month."""
    name = sighting.word("month").rstrip(".")
    before, after = context.before(sighting), context.after(sighting)
    if name.isupper() and len(name) < 5:
        return False
    if before in cues.CUES["determiner"]:  # "a March operation", but no "march on the capital"
        return len(name) > 3 and after.islower() and after not in cues.CUES["after_a_march"]
    if before not in cues.CUES["before_month"]:
        return False
    is_surnamed = after[:1].isupper() and name.lower() != "may"
    return not (is_surnamed and before in cues.CUES["before_person"])


def week_of_month(sighting: Sighting, context: Context) -> Read | None:
    """Read "the last week of September" as seven days of it."""
    whole = month(sighting, context)
    if whole is None or not isinstance(whole.what, Point):
        return whole
    nth = sighting.key("nth")
    if nth in ("last", "final"):
        first = step(whole.what.day, Unit.MONTH, 1) - timedelta(days=7)
    else:
        first = whole.what.day + timedelta(days=7 * (ordinal_of(nth) - 1))
    return Read(Stretch(first, first + timedelta(days=6), "P1W", Precision.PART), whole.basis)


def season(sighting: Sighting, context: Context) -> Read:
    """Read a season, with its year or without."""
    start = SEASON_STARTS[SEASONS[sighting.key("season")]]
    published = context.published
    reference = sighting.key("reference")
    spoken = context.told or (context.latest(Unit.YEAR) if reference else None)
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := sighting.key("choice"):
        year, basis = (
            published.year + _season_step(CHOICES[choice], start, published.month),
            (DateBasis.RELATIVE),
        )
    elif spoken:
        over = spoken.unit is not Unit.YEAR and start <= spoken.day.month
        year = spoken.day.year + (over and REFERENCES.get(reference, 0) > 0)
        basis = DateBasis.ANAPHORIC
    else:
        year, basis = published.year, DateBasis.RELATIVE
        year -= start > published.month and context.direction(sighting) is not cues.Direction.FUTURE
    return Read(Point(date(year, start, 1), Unit.SEASON), basis)


def _season_step(choice: int, start: int, month: int) -> int:
    """Years from the publication's to that of "last", "this" or "next" season."""
    if choice < 0:
        return -1 if start + 2 >= month else 0
    if choice > 0:
        return 1 if start <= month else 0
    return -1 if start == 12 and month < 3 else 0


def quarter(sighting: Sighting, context: Context) -> Read | None:
    """Read a quarter of a year; without a year, the latest to have begun."""
    digit = sighting.word("digit") or sighting.word("digit2")
    number = int(digit) if digit else ordinal_of(sighting.word("ordinal"))
    if not 1 <= number <= 4:
        return None
    start = 3 * number - 2
    if stated := stated_year(sighting, context):
        year, basis = stated
    elif choice := sighting.key("choice"):
        year, basis = context.published.year + CHOICES[choice], DateBasis.RELATIVE
    else:
        year = context.published.year - (start > context.published.month)
        basis = DateBasis.RELATIVE
    return Read(Point(date(year, start, 1), Unit.QUARTER), basis)

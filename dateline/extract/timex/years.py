"""Readers for years, decades and centuries, and for numbers that only look like years."""

from datetime import date

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import Read
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit
from dateline.extract.timex.words import (
    CHOICES,
    DECADES,
    REFERENCES,
    ordinal_of,
    spelled_year,
    year_of,
)
from dateline.model import DateBasis, Unresolved

_LONGEST_SPAN = 300  # years; "1380-2075" is a telephone number
_OLDEST = 1500  # older than this, a stretch needs a word before it
_RECENT = 1900  # older than this, a year needs one
_AHEAD = 40  # years after publication; later than this, a year needs one
_CURRENCY_OR_CODE = frozenset("$£€¥#.:+@_=\\")


def stated_year(sighting: Sighting, context: Context) -> tuple[int, DateBasis] | None:
    """The year the words state or choose ("of last year"), with its basis."""
    if year := sighting.word("year"):
        return year_of(year, context.published), DateBasis.STATED
    if choice := sighting.key("yearchoice"):
        return context.published.year + CHOICES.get(choice, 0), DateBasis.RELATIVE
    reference, spoken = sighting.key("yearreference"), context.latest(Unit.YEAR)
    if reference and spoken:
        return spoken.day.year + REFERENCES[reference], DateBasis.ANAPHORIC
    return None


def year(sighting: Sighting, context: Context) -> Read:
    """Read a year, or with a digit one of its halves."""
    number = year_of(sighting.word("year") or sighting.word("short"), context.published)
    if digit := sighting.word("digit") or sighting.word("digit2"):
        return Read(Point(date(number, 6 * int(digit) - 5, 1), Unit.HALF), DateBasis.STATED)
    return _stated(number)


def _stated(number: int) -> Read:
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


def years(sighting: Sighting, context: Context) -> Read | None:
    """Read one end of "1950-53", unless the two cannot be years of one stretch."""
    first, last = int(sighting.word("first")), int(sighting.word("last"))
    if not first < last <= first + _LONGEST_SPAN:
        return None
    if first < _OLDEST and context.before(sighting) not in cues.CUES["before_year"]:
        return None
    return _stated(int(sighting.word("year")))


def bare_year(sighting: Sighting, context: Context) -> Read | None:
    """Read four digits as a year, unless the words around them count or number something."""
    number = int(sighting.word("year"))
    if _is_joined(context.text, sighting.start, sighting.end):
        return None
    return _stated(number) if _passes_for_year(number, sighting, context) else None


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether the digits are a piece of something longer: a price, a code, a telephone number."""
    left, right = text[max(0, start - 2) : start], text[end : end + 2]
    if left[-1:] in _CURRENCY_OR_CODE:
        return True
    if left[-1:] in ("-", "\u2013", "/") and left[:1].isdigit():
        return True
    return right[:1] in ("-", "/", "_", "\\", "@") and right[1:].isdigit()


def _passes_for_year(number: int, sighting: Sighting, context: Context) -> bool:
    tokens = [token.lower() for token in cues.tokens_before(context.text, sighting.start)]
    before = tokens[-1] if tokens else ""
    if before == "." and len(tokens) > 1 and tokens[-2] in cues.CUES["shortened"]:
        before = tokens[-2]
    after = context.after(sighting).lower()
    if before in cues.CUES["numbered"] or after in cues.CUES["counted"]:
        return False
    if before in ("in", "since") or context.story.holds(number):
        return True
    recent = _RECENT <= number <= context.published.year + _AHEAD
    named = before in cues.CUES["determiner"]
    round_or_old = number % 100 == 0 or not recent or before in cues.CUES["hedge"]
    if round_or_old and not named and _is_plural(after):
        return False
    return recent or before in cues.CUES["before_year"] or (named and after.isalpha())


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and word not in cues.CUES["singular"]


def short_year(sighting: Sighting, context: Context) -> Read | None:
    """Read '89 after a word that leads to a year."""
    if context.before(sighting) not in cues.CUES["before_short_year"]:
        return None
    return _stated(year_of(sighting.word("year"), context.published))


def year_in_words(sighting: Sighting, context: Context) -> Read | None:
    """Read "nineteen eighty-four"."""
    if context.before(sighting) not in cues.CUES["before_year_in_words"]:
        return None
    return _stated(spelled_year(sighting.word("yearwords")))


def anno_domini(sighting: Sighting, context: Context) -> Read:
    """Read 347 AD."""
    return _stated(int(sighting.word("ad") or sighting.word("ad2")))


def before_year_one(sighting: Sighting, context: Context) -> Read:
    """A year before the common era is seen, and beyond what a date here can hold."""
    return Read(Unresolved("before the year 1"), DateBasis.STATED)


def decade(sighting: Sighting, context: Context) -> Read | None:
    """Read the 1990s, the '90s, the nineties; somebody's fifties are an age."""
    if context.before(sighting) in cues.CUES["possessive"]:
        return None
    if digits := sighting.word("digits"):
        words = context.text[sighting.start : sighting.end]
        if words.startswith(digits) and words[4] != "s":
            return _stated(int(digits))  # "Vision 2030's goals"
        first = int(digits)
    else:
        tens = sighting.word("tens")
        number = int(tens) if tens else DECADES[sighting.key("decade")]
        first = 1900 + number if number or context.published.year < 2000 else 2000
    return Read(Point(date(first, 1, 1), Unit.DECADE), DateBasis.STATED)


def century(sighting: Sighting, context: Context) -> Read:
    """Read the 19th century."""
    number = ordinal_of(sighting.word("ordinal"))
    return Read(Point(date(number * 100 - 50, 1, 1), Unit.CENTURY), DateBasis.STATED)


def year_end(sighting: Sighting, context: Context) -> Read:
    """Read "year-end" as the last day of the year told of, or of publication."""
    year = (context.told.day if context.told else context.published).year
    basis = DateBasis.ANAPHORIC if context.told else DateBasis.RELATIVE
    return Read(Point(date(year, 12, 31), Unit.DAY), basis)

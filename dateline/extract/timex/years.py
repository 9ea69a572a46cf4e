"""Readers for years, decades and centuries, and for numbers that only look like years."""

from datetime import date

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import Read
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit
from dateline.extract.timex.words import DECADES, ordinal_of, spelled_year, year_of
from dateline.model import DateBasis, Unresolved

_LONGEST_SPAN = 300  # years; "1380-2075" is a telephone number
_FAR_AHEAD = 80


def year(sighting: Sighting, context: Context) -> Read | None:
    """Read a year, or with a digit one of its halves."""
    g = sighting.groups
    number = year_of(g["year"] or "", context.published)
    if digit := g.get("digit"):
        return Read(Point(date(number, 6 * int(digit) - 5, 1), Unit.HALF), DateBasis.STATED)
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


def bare_year(sighting: Sighting, context: Context) -> Read | None:
    """Read four digits as a year, unless the words around them count or number something."""
    number = int(sighting.groups["year"] or 0)
    text, start, end = context.text, sighting.start, sighting.end
    if text[start - 1 : start] in tuple("$£€¥#.:+@_=\\") and start:
        return None
    if text[end : end + 1] in tuple("-/_\\@") and text[end + 1 : end + 2].isdigit():
        return None
    before = cues.word_before(text, start)
    after = cues.word_after(text, end)
    if before in cues.CUES["numbered"] or after.lower() in cues.CUES["counted"]:
        return None
    if text[start - 1 : start] in ("-", "\u2013", "/") and text[max(0, start - 2) : start - 1].isdigit():
        return None
    if before != "in" and _is_plural(after) and text[end : end + 1].isspace():
        return None
    if before not in cues.CUES["before_year"]:
        if not 1900 <= number <= context.published.year + _FAR_AHEAD:
            return None
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


_NOT_PLURALS = {"was", "has", "is", "as", "his", "its", "this", "does", "us", "thus", "across", "perhaps", "versus", "plus", "always", "besides", "unless", "towards", "afterwards"}


def _is_plural(word: str) -> bool:
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURALS


def year_in_words(sighting: Sighting, context: Context) -> Read | None:
    """Read "nineteen eighty-four"."""
    words = sighting.groups["yearwords"] or ""
    if words.lower().startswith("twenty") and cues.word_before(context.text, sighting.start) not in (
        cues.CUES["before_year"]
    ):
        return None
    return Read(Point(date(spelled_year(words), 1, 1), Unit.YEAR), DateBasis.STATED)


def anno_domini(sighting: Sighting, context: Context) -> Read:
    """Read 347 AD."""
    g = sighting.groups
    return Read(Point(date(int(g["ad"] or g["ad2"] or 0), 1, 1), Unit.YEAR), DateBasis.STATED)


def before_year_one(sighting: Sighting, context: Context) -> Read:
    """A year before the common era is seen, and beyond what a date here can hold."""
    return Read(Unresolved("before the year 1"), DateBasis.STATED)


def decade(sighting: Sighting, context: Context) -> Read | None:
    """Read the 1990s, the '90s, the nineties; somebody's fifties are an age."""
    g = sighting.groups
    if cues.word_before(context.text, sighting.start) in cues.CUES["possessive"]:
        return None
    if digits := g.get("digits"):
        first = int(digits)
    else:
        tens = int(g["tens"]) if g.get("tens") else DECADES[(g["decade"] or "").lower()]
        first = 1900 + tens if tens or context.published.year < 2000 else 2000
    return Read(Point(date(first, 1, 1), Unit.DECADE), DateBasis.STATED)


def century(sighting: Sighting, context: Context) -> Read | None:
    """Read the 19th century."""
    number = ordinal_of(sighting.groups["ordinal"] or "")
    return Read(Point(date(number * 100 - 50, 1, 1), Unit.CENTURY), DateBasis.STATED)


def year_end(sighting: Sighting, context: Context) -> Read:
    """Read "year-end" as the end of the year told of, or of publication."""
    day = context.told.day if context.told else context.published
    basis = DateBasis.ANAPHORIC if context.told else DateBasis.RELATIVE
    return Read(Point(day, Unit.YEAR), basis, part="late")

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
_OLDEST = 1500  # older than this, a stretch needs a word before it
_RECENT = 1900  # older than this, a year needs one
_AHEAD = 40
_SHORTENED = {"c", "ca", "b", "d", "est", "no", "nos", "art", "p", "pp", "vol"}


def year(sighting: Sighting, context: Context) -> Read | None:
    """Read a year, or with a digit one of its halves."""
    g = sighting.groups
    number = year_of(g["year"] or g.get("short") or "", context.published)
    if digit := g.get("digit") or g.get("digit2"):
        return Read(Point(date(number, 6 * int(digit) - 5, 1), Unit.HALF), DateBasis.STATED)
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


def years(sighting: Sighting, context: Context) -> Read | None:
    """Read one end of "1950-53", unless the two cannot be years of one stretch."""
    g = sighting.groups
    first, last = int(g["first"] or 0), int(g["last"] or 0)
    before = cues.word_before(context.text, sighting.start)
    if not first < last <= first + _LONGEST_SPAN:
        return None
    if first < _OLDEST and before not in cues.CUES["before_year"]:
        return None
    return Read(Point(date(int(g["year"] or 0), 1, 1), Unit.YEAR), DateBasis.STATED)


def bare_year(sighting: Sighting, context: Context) -> Read | None:
    """Read four digits as a year, unless the words around them count or number something."""
    number = int(sighting.groups["year"] or 0)
    if _is_joined(context.text, sighting.start, sighting.end):
        return None
    if not _passes_for_year(number, sighting, context):
        return None
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether the digits are a piece of something longer: a price, a code, a telephone number."""
    left, right = text[max(0, start - 2) : start], text[end : end + 2]
    if left[-1:] in tuple("$£€¥#.:+@_=\\") and left:
        return True
    if left[-1:] in ("-", "\u2013", "/") and left[:1].isdigit():
        return True
    return right[:1] in tuple("-/_\\@") and right[1:].isdigit()


def _passes_for_year(number: int, sighting: Sighting, context: Context) -> bool:
    text = context.text
    tokens = cues.tokens_before(text, sighting.start)
    before = tokens[-1].lower() if tokens else ""
    if before == "." and len(tokens) > 1 and tokens[-2].lower() in _SHORTENED:
        before = tokens[-2].lower()
    after = cues.word_after(text, sighting.end).lower()
    if before in cues.CUES["numbered"]:
        return False
    if before in ("in", "since") and after not in cues.CUES["counted"]:
        return True
    if after in cues.CUES["counted"]:
        return False
    if context.story.holds(number):
        return True
    recent = _RECENT <= number <= context.published.year + _AHEAD
    named = before in cues.CUES["determiner"]
    hedged = before in cues.CUES["hedge"]
    if _is_plural(after) and not named and (hedged or number % 100 == 0 or not recent):
        return False
    return recent or before in cues.CUES["before_year"] or (named and after.isalpha())


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and word not in cues.CUES["singular"]


def short_year(sighting: Sighting, context: Context) -> Read | None:
    """Read '89 after a word that leads to a year."""
    if cues.word_before(context.text, sighting.start) not in cues.CUES["before_short_year"]:
        return None
    number = year_of(sighting.groups["year"] or "", context.published)
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


def year_in_words(sighting: Sighting, context: Context) -> Read | None:
    """Read "nineteen eighty-four"."""
    if cues.word_before(context.text, sighting.start) not in cues.CUES["before_year_in_words"]:
        return None
    number = spelled_year(sighting.groups["yearwords"] or "")
    return Read(Point(date(number, 1, 1), Unit.YEAR), DateBasis.STATED)


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
        words = context.text[sighting.start : sighting.end]
        if words[:4] == digits and words[4] != "s":  # 2030's: of that year
            return Read(Point(date(first, 1, 1), Unit.YEAR), DateBasis.STATED)
    else:
        tens = int(g["tens"]) if g.get("tens") else DECADES[(g["decade"] or "").lower()]
        first = 1900 + tens if tens or context.published.year < 2000 else 2000
    return Read(Point(date(first, 1, 1), Unit.DECADE), DateBasis.STATED)


def century(sighting: Sighting, context: Context) -> Read | None:
    """Read the 19th century."""
    number = ordinal_of(sighting.groups["ordinal"] or "")
    return Read(Point(date(number * 100 - 50, 1, 1), Unit.CENTURY), DateBasis.STATED)


def year_end(sighting: Sighting, context: Context) -> Read:
    """Read "year-end" as the last day of the year told of, or of publication."""
    year = (context.told.day if context.told else context.published).year
    basis = DateBasis.ANAPHORIC if context.told else DateBasis.RELATIVE
    return Read(Point(date(year, 12, 31), Unit.DAY), basis)

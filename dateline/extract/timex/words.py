"""The closed word classes of date English, as lookup tables and as regular expressions.

A rule's pattern names a class in braces: ``{month} {day}``. Each class becomes one named group,
every repetition in it is bounded, and only ASCII digits count as digits.
"""

import re
from collections.abc import Iterable
from datetime import date

from dateline import lexicon

_TABLES = lexicon.table("dates_words")

MONTHS = {name.lower(): int(n) for n, names in _TABLES["months"].items() for name in names}
WEEKDAYS = {name.lower(): int(n) for n, names in _TABLES["weekdays"].items() for name in names}
UNITS: dict[str, str] = _TABLES["units"]
SEASONS: dict[str, str] = _TABLES["seasons"]
DAYTIMES: dict[str, str] = _TABLES["daytimes"]
PARTS: dict[str, str] = _TABLES["parts"]
CHOICES: dict[str, int] = _TABLES["choices"]
REFERENCES: dict[str, int] = _TABLES["references"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
DECADES: dict[str, int] = _TABLES["decades"]
_NUMBERS: dict[str, int] = _TABLES["numbers"]
_TENS = [word for word, n in _NUMBERS.items() if n >= 20]
_ONES = [word for word, n in _NUMBERS.items() if 1 <= n <= 9 and word not in ("a", "an")]
COUNTS = _NUMBERS | {
    f"{ten}{sep}{one}": _NUMBERS[ten] + _NUMBERS[one]
    for ten in _TENS
    for one in _ONES
    for sep in "- "
}

SPACE = "(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,8})"
_END = "(?![A-Za-z0-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_DASH = "[-\u2010\u2011\u2013\u2014]"


def _any(words: Iterable[str]) -> str:
    """An alternation of words, longest first, blind to case and to the kind of space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\ ", SPACE).replace(r"\-", "[- ]") for word in ordered
    )


def _names(table: str) -> str:
    """Names that need their capital: full in title case or capitals, short with an optional dot."""
    full, short = [], []
    for names in _TABLES[table].values():
        full += [names[0], names[0].upper()]
        short += [form for name in names[1:] for form in (name, name.upper())]
    short.sort(key=len, reverse=True)
    return rf"(?-i:(?:{'|'.join(full)}){_END}|(?:{'|'.join(short)})(?:\.|{_END}))"


_ORDINAL_WORDS = _any(ORDINALS)
_NOT_COUNTED = r"(?![0-9]|[.,:/][0-9]|[A-Za-z%])"
# "In May 12 people died": the number counts them and is no day.
_COUNTED = _any(_TABLES["cues"]["counted_after_day"])
_ONE_DAY = rf"{_DAY}(?:st|nd|rd|th)?{_NOT_COUNTED}(?!{SPACE}(?:{_COUNTED}){_END})"
# "In March first-time buyers ...": an ordinal in words is a day only where its phrase ends.
_ONE_ORDINAL = (
    rf"(?:{_ORDINAL_WORDS})(?![-A-Za-z0-9])"
    rf"(?={SPACE}(?:of|and|at|in|on|when|the|after|before|with|for|by){_END}|{SPACE}?[,.;:)]|$)"
)
# Text scraped from web pages glues headings to what follows ("1918General Ludendorff ...").
_AFTER_YEAR = r"(?![0-9]|[.,:][0-9]|[a-z%]|(?-i:[A-Z](?![a-z])))"
_YEAR = rf"(?-i:(?:1[0-9]{{3}}|20[0-9]{{2}}){_AFTER_YEAR})"
_SHORT_YEAR = "['\u2018\u2019][0-9]{2}(?![0-9]|[A-Za-z])"
_ONE_TO_99 = rf"(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?|{_any(_NUMBERS)}"
_COUNT = rf"[0-9]{{1,3}}|{_ONE_TO_99}"
_LINK = rf"(?:{SPACE}?{_DASH}{SPACE}?|,?{SPACE}(?:and|or|to|through|until|till|&){SPACE})"
_TWO_DIGIT_WORDS = (
    rf"(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?|ten|eleven|twelve|[a-z]{{3,5}}teen"
)
_WHICH_YEAR = (
    rf"(?:,?{SPACE}(?:(?:of|in){SPACE})?(?:(?P<yearchoice>{_any(CHOICES)})|"
    rf"(?P<yearreference>{_any(REFERENCES)})){SPACE}year{_END})"
)
_HOLIDAYS = sorted((row["name"] for row in lexicon.rows("dates_holidays")), key=len, reverse=True)
_HOLIDAY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", SPACE).replace("'", "['\u2019]?") for name in _HOLIDAYS
)
_FULL_WEEKDAYS = _any(names[0] for names in _TABLES["weekdays"].values())

CLASSES = {
    "month": rf"(?P<month>{_names('months')})",
    "month2": rf"(?P<month2>{_names('months')})",
    "months": rf"(?P<months>{_names('months')}(?:/|{_LINK}){_names('months')})",
    "weekday": rf"(?P<weekday>{_names('weekdays')}|(?:{_FULL_WEEKDAYS}){_END})",
    "day": rf"(?P<day>{_ONE_DAY}|{_ONE_ORDINAL})",
    "day2": rf"(?P<day2>{_ONE_DAY})",
    "days": rf"(?P<days>{_ONE_DAY}(?:,{SPACE}{_ONE_DAY}){{0,6}}{_LINK}(?:the{SPACE})?{_ONE_DAY})",
    "year": rf"(?P<year>{_YEAR})",
    "anyyear": rf"(?P<year>{_YEAR}|{_SHORT_YEAR})",
    "years": rf"(?P<years>{_YEAR}{SPACE}?{_DASH}{SPACE}?(?:{_YEAR}|(?-i:[0-9]{{2}}{_AFTER_YEAR}))|"
    rf"{_YEAR}/(?:[0-9]{{2}}|{_YEAR})(?![0-9/]))",
    "yearwords": rf"(?P<yearwords>(?:{_any(_TABLES['year_tens'])})[- ](?:{_TWO_DIGIT_WORDS})|"
    rf"two{SPACE}thousand(?:{SPACE}and)?{SPACE}(?:{_any(_ONES)}|{_TWO_DIGIT_WORDS})){_END}",
    "unit": rf"(?P<unit>{_any(u for u in UNITS if UNITS[u] == u)}){_END}",
    "units": rf"(?P<unit>{_any(UNITS)}){_END}",
    "count": rf"(?P<count>{_COUNT}){_END}",
    "vaguecount": rf"(?:{_any(_TABLES['vague_counts'])}){_END}",
    "part": rf"(?P<part>{_any(PARTS)})(?:{SPACE}|{_DASH})",
    "choice": rf"(?P<choice>{_any(CHOICES)}){SPACE}",
    "reference": rf"(?P<reference>{_any(REFERENCES)}){SPACE}",
    "whichyear": _WHICH_YEAR,
    "season": rf"(?P<season>{_any(SEASONS)}){_END}",
    "daytime": rf"(?P<daytime>{_any(DAYTIMES)}){_END}",
    "ordinal": rf"(?P<ordinal>{_ORDINAL_WORDS}|[0-9]{{1,2}}(?:st|nd|rd|th)){_END}",
    "holiday": rf"(?P<holiday>(?-i:{_HOLIDAY_NAMES})){_END}",
    "decade": rf"(?P<decade>{_any(DECADES)}){_END}",
    "end": _END,
}


def _first_words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split("[^a-z]", word.lower())[0] for word in words)


# What each class can open with: lower-case words, "0" for a digit, "'" for an apostrophe.
CLASS_OPENERS: dict[str, frozenset[str]] = {
    "month": _first_words(MONTHS),
    "month2": _first_words(MONTHS),
    "months": _first_words(MONTHS),
    "weekday": _first_words(WEEKDAYS),
    "day": _first_words(ORDINALS) | {"0"},
    "day2": frozenset("0"),
    "days": frozenset("0"),
    "year": frozenset("0"),
    "anyyear": frozenset("0'"),
    "years": frozenset("0"),
    "yearwords": _first_words(_TABLES["year_tens"]) | {"two"},
    "unit": _first_words(UNITS),
    "units": _first_words(UNITS),
    "count": _first_words(_NUMBERS) | {"0"},
    "vaguecount": _first_words(_TABLES["vague_counts"]),
    "part": _first_words(PARTS),
    "choice": _first_words(CHOICES),
    "reference": _first_words(REFERENCES),
    "season": _first_words(SEASONS),
    "daytime": _first_words(DAYTIMES),
    "ordinal": _first_words(ORDINALS) | {"0"},
    "decade": _first_words(DECADES),
    "holiday": _first_words(_HOLIDAYS),
    "whichyear": frozenset(),  # always behind a month, season or quarter
    "end": frozenset(),
}


def vocabulary(patterns: Iterable[str]) -> frozenset[str]:
    """Every word that any class or pattern names: what can follow an opener."""
    tables: list[Iterable[str]] = [UNITS, SEASONS, DAYTIMES, PARTS, CHOICES, REFERENCES, ORDINALS]
    tables += [DECADES, _NUMBERS, MONTHS, WEEKDAYS]
    found = {piece for table in tables for word in table for piece in re.split("[^a-z]", word)}
    found |= {piece.lower() for name in _HOLIDAYS for piece in re.split("[^A-Za-z]", name)}
    found |= {w for t in ("year_tens", "vague_counts") for x in _TABLES[t] for w in x.split()}
    for pattern in patterns:
        bare = re.sub(r"\{[a-z]+\}|\?P?[<=][a-z0-9]+>?|\(\?[=!][^)]*\)", " ", pattern)
        for word in re.findall(r"[A-Za-z]{2,}\??", bare):
            found.add(word.lower().rstrip("?"))
            if word.endswith("?"):
                found.add(word[:-2].lower())  # the mark makes the last letter optional
    return frozenset(found - {""})


def expand(pattern: str) -> str:
    """A rule's pattern as a regular expression: classes filled in, spaces made flexible."""
    pieces = re.split(r"(\{[a-z]+2?\}|\[[^\]]{0,200}\])", pattern)
    return "".join(
        f"(?:{CLASSES[piece[1:-1]]})"
        if piece.startswith("{") and piece.endswith("}")
        else piece
        if piece.startswith("[")
        else piece.replace(" ", SPACE)
        for piece in pieces
    )


def count_of(words: str) -> int:
    """The number that digits or number words say."""
    return int(words) if words.isdigit() else COUNTS[" ".join(words.lower().split())]


def ordinal_of(words: str) -> int:
    """The number that an ordinal says: 21st, twenty-first, 21."""
    digits = re.match("[0-9]{1,2}", words)
    return int(digits[0]) if digits else ORDINALS["-".join(words.lower().split())]


def year_of(words: str, published: date) -> int:
    """A year in four digits, or in two: then the latest that is not long after publication."""
    if len(words) == 4 and words.isdigit():
        return int(words)
    year = published.year // 100 * 100 + int(words[-2:])
    return year - 100 if year > published.year + 10 else year


def spelled_year(words: str) -> int:
    """The year that words spell: nineteen eighty-four, twenty sixteen, two thousand and eight."""
    pieces = squeeze(words).replace(" and ", " ").split(" ")
    if pieces[0] == "two":
        return 2000 + sum(COUNTS[piece] for piece in pieces[2:])
    hundreds: int = _TABLES["year_tens"][pieces[0]]
    return hundreds + sum(COUNTS[piece] for piece in pieces[1:])


def month_of(name: str) -> int:
    """The number of a month in words, or in digits as ISO writes it."""
    return int(name) if name.isdigit() else MONTHS[name.rstrip(".").lower()]


def weekday_of(name: str) -> int:
    return WEEKDAYS[name.rstrip(".").lower()]


def squeeze(words: str) -> str:
    """Lower case, single spaces: the form the tables are keyed by."""
    return " ".join(words.lower().replace("-", " ").split())

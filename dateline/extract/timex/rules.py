"""The rules, compiled, and the one pass over a text that finds where they hold.

Matching is linear whatever the text: a cheap scan stops only at words and digits that can open a
date, there every rule is tried once, and no pattern repeats without a bound.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline import lexicon
from dateline.extract.timex import words
from dateline.extract.timex.openers import DIGIT, QUOTE, openers

Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of writing dates. `example` is run by the tests, so it cannot go stale."""

    name: str
    pattern: str
    read: str
    example: str
    value: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that look like a date: the rule that saw them and the pieces it cut them into."""

    start: int
    end: int
    rule: Rule
    groups: Groups = field(compare=False)

    def word(self, name: str) -> str:
        """The words of a group as they stand; empty where it caught none."""
        return self.groups.get(name) or ""

    def key(self, name: str) -> str:
        """The words of a group in the form that the tables are keyed by."""
        return words.squeeze(self.groups.get(name) or "")


RULES = tuple(Rule(**row) for row in lexicon.table("dates_rules")["rule"])
_BY_RULE = [re.compile(words.expand(rule.pattern), re.IGNORECASE) for rule in RULES]
_OPENERS = [openers(rule.pattern) for rule in RULES]


def _spellings(vocabulary: Iterable[str]) -> str:
    """An alternation of words in lower case, title case and capitals, grouped by first letter."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(vocabulary, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    groups = []
    for letter, rests in sorted(by_letter.items()):
        upper = "|".join(rest.upper() for rest in rests if rest)
        any_case = f"[{letter}{letter.upper()}](?:{'|'.join(rests)})"
        groups.append(any_case if not upper else f"{any_case}|{letter.upper()}(?:{upper})")
    return "|".join(groups)


# Words that open a date only together with the word that follows.
_LEANING = {
    word
    for name in ("count", "vaguecount", "part", "choice", "reference", "ordinal", "yearwords")
    for word in words.CLASS_OPENERS[name]
} | {"the", "a", "an"}
_WORDS = frozenset().union(*_OPENERS) - {DIGIT, QUOTE}
_ARTICLES = {"the", "a", "an"}  # follow no word that leans, in any rule
_FOLLOWING = _spellings(words.vocabulary(rule.pattern for rule in RULES) - _ARTICLES)
_GAP = rf"\]?(?:{words.SPACE}|[-\u2010-\u2014])"
_ALONE, _WITH_NEXT = _spellings(_WORDS - _LEANING), _spellings(_WORDS & _LEANING)
_NEXT = rf"{_GAP}(?:['\u2018\u2019]?[0-9]|[QH][1-4]|(?:{_FOLLOWING})(?![a-z]))"
# Digits: a year, or a number that a date's word, mark or second number follows.
_SECOND = r"\s?[-/.\u2010-\u2014]\s?[0-9]|,\s[0-9]|,?\s(?:and|or|to|through|until|till|&)\s"
_NUMBER = (
    rf"[0-9](?=[0-9]{{3}}|[0-9]{{0,2}}(?:st|nd|rd|th)?(?:{_SECOND}|{_GAP}(?:{_FOLLOWING})(?![a-z]))"
    r"|[QH]|[0-9]{0,3}[ABC])"
)
_TRIGGER = re.compile(
    rf"(?<![A-Za-z0-9_])(?:(?P<word>(?:{_ALONE})(?![a-z])|(?:{_WITH_NEXT})(?={_NEXT}))"
    rf"|(?P<quote>['\u2018\u2019][0-9])|{_NUMBER})"
)


_RULES_BY_OPENER = {
    opener: [(RULES[n], _BY_RULE[n]) for n, first in enumerate(_OPENERS) if opener in first]
    for opener in _WORDS | {DIGIT, QUOTE}
}


def scan(text: str) -> Iterator[Sighting]:
    """The date expressions of *text* in reading order, none overlapping another."""
    position = 0
    while trigger := _TRIGGER.search(text, position):
        start = trigger.start()
        word = trigger["word"]
        opener = word.lower() if word else QUOTE if trigger["quote"] else DIGIT
        for rule, pattern in _RULES_BY_OPENER[opener]:
            match = pattern.match(text, start)
            if match and not (rule.name == "iso_month" and _is_season(match[0])):
                groups = match.groupdict()
                begin, end = match.span("core" if "core" in groups else 0)
                yield from _split(Sighting(begin, end, rule, groups), match)
                position = match.end()
                break
        else:
            position = trigger.end()


def _is_season(words: str) -> bool:
    """Whether "2011-12" says two years in a row, as sport and finance write them, and no month."""
    return int(words[2:4]) + 1 == int(words[-2:])


_PIECE = {
    "days": ("day", re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")),
    "months": ("month", re.compile(r"[A-Z][A-Za-z]{2,}\.?")),
    "years": ("year", re.compile(r"[0-9]{2,4}")),
}


def _split(sighting: Sighting, match: re.Match[str]) -> Iterator[Sighting]:
    """One sighting for each day of "Oct. 3, 5 and 9", each year of "1950-53"."""
    group = next((name for name in _PIECE if sighting.groups.get(name)), None)
    if group is None:
        yield sighting
        return
    single, piece = _PIECE[group]
    parts = list(piece.finditer(match.string, *match.span(group)))
    for n, part in enumerate(parts):
        start = sighting.start if n == 0 else part.start()
        end = sighting.end if n == len(parts) - 1 else part.end()
        groups = sighting.groups | {single: part[0], group: None}
        if n:
            groups |= {"weekday": None}
        if group == "years":
            first, last = parts[0][0], parts[1][0]
            groups |= {"first": first, "last": first[: -len(last)] + last}
            groups["year"] = groups["last"] if n else first
        yield Sighting(start, end, sighting.rule, groups)

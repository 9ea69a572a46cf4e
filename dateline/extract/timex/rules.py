"""The rules, compiled, and the one pass over a text that finds where they hold.

Matching is linear whatever the text: a cheap scan stops only at words and digits that can open a
date, there every rule is tried once, and no pattern repeats without a bound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline import lexicon
from dateline.extract.timex import words

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


RULES = tuple(Rule(**row) for row in lexicon.table("dates_rules")["rule"])
_BY_RULE = [re.compile(words.expand(rule.pattern), re.IGNORECASE) for rule in RULES]


def _without_names(pattern: str) -> str:
    """The pattern with its named groups made silent, so that only whole rules count as groups."""
    return re.sub(r"\(\?P<[a-z0-9]+>", "(?:", pattern)


def _opens(pattern: str) -> bool:
    return "(?P=" not in pattern


# One alternation of all rules answers "does any hold here?"; a rule with a back-reference joins in
# without it and is asked again by its own pattern.
_ANY_RULE = re.compile(
    "|".join(
        f"({_without_names(words.expand(rule.pattern).replace('(?P=sep)', '[-/.]'))})"
        for rule in RULES
    ),
    re.IGNORECASE,
)
_LITERALS = {
    word.lower()
    for rule in RULES
    for word in re.findall(r"[A-Za-z]{2,}", re.sub(r"\{[a-z0-9]+\}|\?P?[<=][a-z]+>?", " ", rule.pattern))
}
_NEVER_FIRST = {"and", "of", "to", "or", "ago", "on", "from", "now", "time"}
_DETERMINERS = {"the", "a", "an", "this", "that", "in"}
_HEADS = (words.HEADS | _LITERALS) - _NEVER_FIRST
_FORMS = sorted({form for h in _HEADS for form in (h, h.capitalize(), h.upper())}, key=len, reverse=True)
_TRIGGER = re.compile(rf"(?<![A-Za-z0-9_])(?:{'|'.join(map(re.escape, _FORMS))}|['\u2018\u2019]?[0-9])")


def scan(text: str) -> Iterator[Sighting]:
    """The date expressions of *text* in reading order, none overlapping another."""
    position = 0
    while trigger := _TRIGGER.search(text, position):
        start = trigger.start()
        found = _ANY_RULE.match(text, start)
        if found is None or found.lastindex is None or found.end() == start:
            position = trigger.end()
            continue
        index = found.lastindex - 1
        match = _BY_RULE[index].match(text, start)
        if match is None:
            position = trigger.end()
            continue
        yield from _split(Sighting(start, match.end(), RULES[index], match.groupdict()), match)
        position = match.end()


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
        if group == "years" and n and len(part[0]) == 2:
            groups["year"] = parts[0][0][:2] + part[0]
        yield Sighting(start, end, sighting.rule, groups)

"""What the figures of one sentence say about each other.

Groups and their size multiply ("five units of 3,000 each" states 15,000), one hedge may stand for
two numbers ("at least 100 killed and 1,000 injured"), and a whole may be named before its part
("of the 300 workers, 40 were hurt").
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.figures.cues import cue_starting
from dateline.extract.figures.hedges import bounded
from dateline.extract.figures.phrases import Phrase
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import Bound, CountRange, State

_LINKS: Final = frozenset({"of", "with", ",", "each", "comprising", "having", "containing"})
_AUXILIARIES: Final = words_of("auxiliaries")
_HARMED: Final = frozenset({State.KILLED, State.WOUNDED, State.CASUALTIES, State.CAPTURED})
_LONGEST_GAP: Final = 4
_EACH: Final = frozenset({"each", "apiece"})


def relate(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with what each says about the one before or after it worked in."""
    found: list[Phrase] = []
    for phrase in _join_products(words, phrases):
        before = found[-1] if found else None
        if before is not None and before.count is not None and phrase.count is not None:
            count = phrase.count
            if _is_whole_of(words, before, phrase):
                found[-1] = replace(before, state=State.OTHER)
                part_of = before.count.high or before.count.low
                phrase = replace(phrase, part_of=part_of, unit=before.unit)
            elif _shares_hedge(words, before, phrase):
                phrase = replace(phrase, count=bounded(count, before.count.bound))
        is_part = _names_part(words, phrase) or _goes_on(words, before, phrase)
        found.append(replace(phrase, inherits=is_part))
    return [phrase for phrase in found if phrase.unit.kind != "container"]


def _is_whole_of(words: Sequence[Word], whole: Phrase, part: Phrase) -> bool:
    """ "Of the 300 workers, 40 ...": the whole opens its clause after "of" or "among"."""
    if [word.low for word in words[whole.after : part.first]] != [","]:
        return False
    at = whole.first - 1
    at -= at >= 0 and words[at].low in ("the", "its", "their", "those", "these")
    if at < 0 or words[at].low not in ("of", "among"):
        return False
    is_opening = at == 0 or words[at - 1].sentence != words[at].sentence
    return is_opening or words[at - 1].kind is Kind.MARK


def _shares_hedge(words: Sequence[Word], before: Phrase, phrase: Phrase) -> bool:
    """Whether the earlier hedge reaches this number: only casualty words and "and" between."""
    if (
        phrase.first != phrase.number[0]
        or words[before.first].sentence != words[phrase.first].sentence
    ):
        return False
    behind = phrase.after
    while behind < len(words) and words[behind].low in _AUXILIARIES:
        behind += 1
    is_participle = phrase.rule == "befallen" and bool(cue_starting(words, behind))
    if phrase.is_increment or not (is_participle or phrase.unit.state is not None):
        return False
    at, end = before.after, phrase.first - 1
    if end < at or words[end].low not in ("and", ","):
        return False
    while at < end:
        if words[at].low in _AUXILIARIES:
            at += 1
            continue
        sightings = cue_starting(words, at)
        if not sightings or not sightings[0].cue.is_bare or sightings[0].cue.people not in _HARMED:
            return False
        at = sightings[0].after
    return before.unit.state is not None or end > before.after


def _goes_on(words: Sequence[Word], before: Phrase | None, phrase: Phrase) -> bool:
    """Whether it goes on with the parts: "including 500 officers and 3 generals"."""
    if before is None or not before.inherits:
        return False
    gap = {word.low for word in words[before.after : phrase.first]}
    return bool(gap) and gap <= {"and", ","}


def _names_part(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether it is some of the people just counted: "including 3 children", "12 of them women"."""
    lows = [word.low for word in words[max(0, phrase.first - 2) : phrase.first]]
    if lows[-1:] == ["including"] or lows == ["among", "them"] or lows[-1:] == ["whom"]:
        return True
    return phrase.rule == "again" or (phrase.rule == "part" and phrase.part_of is None)


def _join_products(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with each pair of groups and their size made one."""
    found: list[Phrase] = []
    for phrase in phrases:
        groups = found[-1] if found else None
        if groups is not None and _multiplies(words, groups, phrase):
            found[-1] = _product(words, groups, phrase)
        else:
            found.append(phrase)
    return found


def _multiplies(words: Sequence[Word], groups: Phrase, size: Phrase) -> bool:
    gap = [word.low for word in words[groups.after : size.first]]
    if not gap or len(gap) > _LONGEST_GAP or not set(gap) <= _LINKS or gap == [","]:
        return False
    follows = size.after < len(words) and words[size.after].low in _EACH
    return follows or "each" in gap


def _product(words: Sequence[Word], groups: Phrase, size: Phrase) -> Phrase:
    follows = size.after < len(words) and words[size.after].low in _EACH
    return replace(
        size,
        first=groups.first,
        after=size.after + follows,
        number=(groups.number[0], size.number[1]),
        count=_times(groups.count, size.count),
        rule="product",
        is_increment=groups.is_increment or size.is_increment,
    )


def _times(groups: CountRange | None, size: CountRange | None) -> CountRange | None:
    """Both ends multiplied; an end that either leaves open stays open."""
    if groups is None or size is None:
        return None
    low = None if groups.low is None or size.low is None else groups.low * size.low
    high = None if groups.high is None or size.high is None else groups.high * size.high
    for bound in (size.bound, groups.bound):
        if bound not in (Bound.EXACT, Bound.APPROXIMATE):
            break
    else:
        inexact = Bound.APPROXIMATE in (size.bound, groups.bound)
        bound = Bound.APPROXIMATE if inexact else Bound.EXACT
    if low is None and high is None:
        bound = Bound.VAGUE
    return CountRange(low, high, bound)

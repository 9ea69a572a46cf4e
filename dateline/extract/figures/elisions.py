"""Read the number whose noun is left out: "killing 12", "30 others", "the toll rose to 120".

What it counts comes from the words that leave the noun out: a verb that only befalls people, an
earlier figure of the same sentence, a toll, or a body of people whose size it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.figures.cues import Sighting, cue_ending, cue_starting
from dateline.extract.figures.nouns import COLLECTIVES, STOPS, Unit, read_noun, unit_at
from dateline.extract.figures.phrases import Phrase
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import State

_COUNT_VERBS: Final = words_of("count_verbs")
_FIGURE_NOUNS: Final = frozenset({"number", "figure", "total", "estimate", "count", "tally"})
_PEOPLE: Final = Unit(("people",), "people", "people", None)
_TROOPS: Final = Unit(("troops",), "troops", "force", None)
_KILLED: Final = Unit(("people",), "people", "people", State.KILLED)
_AUXILIARIES: Final = words_of("auxiliaries")
_NUMBERING: Final = words_of("numbering")
_PRONOUNS: Final = words_of("pronouns")
_TOLL_REACH: Final = 12


def read_elided(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]
) -> Phrase | None:
    """The phrase of a *quantity* that has no noun of its own, if something says what it counts."""
    if quantity.count is None or not quantity.whole or quantity.rule in ("ratio", "share"):
        return None
    if _is_age(words, quantity) or _is_name(words, quantity):
        return None
    before = _antecedent(words, quantity, earlier)
    if _low(words, quantity.after) == "others":
        unit = before.unit if before else _PEOPLE
        return _phrase(quantity, unit, (quantity.after, quantity.after + 1), "others")
    return (
        _each(words, quantity, earlier)
        or _of_them(words, quantity, before)
        or (
            _ends_phrase(words, quantity.after)
            and (
                _toll(words, quantity, earlier)
                or _strength(words, quantity)
                or _befallen(words, quantity, before)
            )
        )
        or None
    )


def _is_age(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it bounds an age: "children under 12 were hurt"."""
    if quantity.first == 0 or words[quantity.first].low not in ("under", "over", "above", "below"):
        return False
    unit, _ = unit_at(words, quantity.first - 1)
    return unit is not None and unit.kind == "people"


def _is_name(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether the number belongs to a name: "Task Force 20 killed"."""
    at = quantity.first
    if at < 2 or quantity.is_hedged or words[at].kind is not Kind.NUMBER:
        return False
    before = words[at - 1]
    is_first = words[at - 2].sentence != before.sentence
    return before.kind is Kind.WORD and before.is_capital and not is_first


def _phrase(quantity: Quantity, unit: Unit, noun: tuple[int, int] | None, rule: str) -> Phrase:
    after = noun[1] if noun and noun[0] >= quantity.after else quantity.after
    return Phrase(
        quantity.first, after, quantity.number, quantity.count, unit, noun, rule,
        quantity.is_increment,
    )  # fmt: skip


def _antecedent(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]
) -> Phrase | None:
    """The last figure of people or forces that the same sentence states before this one."""
    for phrase in reversed(earlier[-3:]):
        same = words[phrase.first].sentence == words[quantity.first].sentence
        if same and phrase.unit.kind in ("force", "people"):
            return phrase
    return None


def _each(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """The size of groups named just before it: "five units of 3,000 each"."""
    groups = earlier[-1] if earlier else None
    if groups is None or quantity.first - groups.after > 2:
        return None
    follows = _low(words, quantity.after) in ("each", "apiece")
    if not follows or groups.unit.kind not in ("corps", "container"):
        return None
    return _phrase(quantity, _TROOPS, groups.noun, "cardinal")


def _of_them(words: Sequence[Word], quantity: Quantity, before: Phrase | None) -> Phrase | None:
    """A part of the people just counted: "of whom 300", "300 of them"."""
    is_part = (
        _low(words, quantity.after) == "of" and _low(words, quantity.after + 1) in _PRONOUNS
    ) or (
        quantity.first > 1
        and words[quantity.first - 1].low in _PRONOUNS
        and words[quantity.first - 2].low in ("of", "among")
    )
    if before is None or not is_part:
        return None
    return _phrase(quantity, before.unit, None, "part")


def _ends_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether no noun that Dateline does not know may follow: "killed 12 cows" elides nothing."""
    if at >= len(words):
        return True
    word = words[at]
    if word.dated or word.kind is not Kind.WORD:
        return word.kind is not Kind.NUMBER and word.text not in "%-:/°" and word.text not in "$€£"
    return word.low in STOPS or bool(cue_starting(words, at)) or word.low.endswith("ly")


def _toll(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """The number that a toll or "the number of injured" has come to."""
    start, sentence = quantity.first, words[quantity.first].sentence
    lead = words[start - 1].low if start else ""
    hedged = words[start].low if start < quantity.number[0] else ""
    if lead not in _COUNT_VERBS | {"of"} and hedged not in _COUNT_VERBS:
        return None
    for at in range(start - 1, max(start - _TOLL_REACH, -1), -1):
        if words[at].sentence != sentence or (earlier and at < earlier[-1].after):
            return None
        if words[at].low == "toll":
            return _phrase(quantity, _KILLED, (at, at + 1), "toll")
        if words[at].low in _FIGURE_NOUNS and _low(words, at + 1) == "of":
            noun = read_noun(words, _after_article(words, at + 2))
            if noun is not None and noun.after <= start:
                return _phrase(quantity, noun.unit, (noun.first, noun.head[1]), "number_of")
    return None


def _after_article(words: Sequence[Word], at: int) -> int:
    return at + (_low(words, at) in ("the", "those", "its", "their"))


def _strength(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """The size of a body: "a battalion of 500", "a force numbering 500", "a force 500 strong"."""
    start = quantity.first
    lead = words[start - 1].low if start else ""
    is_strong = _low(words, quantity.after) == "strong"
    if lead == "of" and start > 1:
        body = words[start - 2]
        if body.low in COLLECTIVES and not body.is_capital:
            sized = _sized(quantity, body.low, start - 2)
            return replace(sized, first=_article_before(words, start - 2))
        return None
    if lead not in _NUMBERING and not is_strong:
        return None
    for at in range(start - 1, max(start - 8, -1), -1):
        word = words[at]
        if word.sentence != words[start].sentence:
            return None
        if word.low in COLLECTIVES:
            return _sized(quantity, word.low, at)
        unit, after = unit_at(words, at)
        if unit is not None and unit.kind in ("force", "people"):
            return _phrase(quantity, unit, (at, after), "strength")
    return None


def _article_before(words: Sequence[Word], at: int) -> int:
    """Where "an elite battalion" begins, at most three words before its noun at *at*."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if words[place].low in ("a", "an", "the", "one", "another"):
            return place
        if words[place].kind is not Kind.WORD or words[place].low in STOPS:
            break
    return at


def _sized(quantity: Quantity, body: str, at: int) -> Phrase:
    unit = _TROOPS if COLLECTIVES[body] == "troops" else _PEOPLE
    return _phrase(quantity, unit, (at, at + 1), "strength")


def _befallen(words: Sequence[Word], quantity: Quantity, before: Phrase | None) -> Phrase | None:
    """People whom the verb beside the number names well enough: "killing 12", "30 injured"."""
    for sighting in cue_ending(words, quantity.first):
        if sighting.cue.is_bare and sighting.cue.role == "object":
            passive = sighting.first and words[sighting.first - 1].low in _AUXILIARIES
            if not passive or sighting.cue.form == "active":
                unit = (
                    before.unit if before and _is_coordinate(words, before, sighting) else _PEOPLE
                )
                return _phrase(quantity, unit, None, "befallen")
    at = quantity.after
    for _ in range(4):
        for sighting in cue_starting(words, at):
            if sighting.cue.is_bare:
                return _phrase(quantity, before.unit if before else _PEOPLE, None, "befallen")
            if before is not None and at > quantity.after:
                return _phrase(quantity, before.unit, None, "antecedent")
        if _low(words, at) not in _AUXILIARIES and not _low(words, at).endswith("ly"):
            break
        at += 1
    return None


def _is_coordinate(words: Sequence[Word], before: Phrase, sighting: Sighting) -> bool:
    """Whether the verb joins that of the earlier figure: "killed 2 troops and wounded 4"."""
    gap = [word.low for word in words[before.after : sighting.first]]
    return len(gap) <= 3 and bool({"and", ","} & set(gap)) and set(gap) <= {"and", ",", "also"}


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""

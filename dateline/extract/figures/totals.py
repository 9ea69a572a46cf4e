"""Read the number that a toll, a total or a body of people has come to.

"The death toll rose to 120", "the number of troops has reached 10,000", "put the figure at
1,200", "a battalion of 500", "a force numbering 500", "five units of 3,000 each": the noun that
says what is counted stands before the number.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.figures.antecedents import (
    COUNTED,
    FAR,
    counted_before,
    meant,
    named_before,
)
from dateline.extract.figures.nouns import (
    COLLECTIVES,
    QUOTES,
    STOPS,
    Unit,
    read_noun,
    unit_at,
)
from dateline.extract.figures.phrases import PEOPLE, TROOPS, Phrase, after_determiners, elided
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import State

_COUNT_VERBS: Final = words_of("count_verbs")
_COUNT_NOUNS: Final = words_of("count_nouns")
_ATTENDANCES: Final = words_of("attendances")
# What makes a body of people one of soldiers: "an advance party of 1,500".
_FORCED: Final = frozenset({"advance", "landing", "boarding", "raiding"})
_NUMBERING: Final = words_of("numbering")
_KILLED: Final = Unit(("people",), "people", "people", State.KILLED)
_LOST: Final = Unit(("losses",), "people", "people", State.CASUALTIES)
_LOSSES: Final = frozenset({"losses", "casualties"})
# "Deaths in the city stood at 340", "casualties between March and April were 270,000".
_OF_WHOM: Final = frozenset({"in", "between", "among", "since", "on", "from", "over", "for", "of"})
_FILLERS: Final = words_of("auxiliaries") | words_of("adverbs")
_LONGEST_RISE: Final = 7
# What "the total" may be of without a number before; people named may just be listeners.
_TOTALLED: Final = frozenset({"force", "thing", "tally"})
_REACH: Final = 18
# "Had spoken of 3,000", "believes it is nearer 12,000".
_SPEAKING_OF: Final = words_of("speaking_of")
_DEAD: Final = frozenset({"dead", "killed"})
_HURT: Final = frozenset({"wounded", "injured", "hurt"})
_BEFALLEN: Final = words_of("befallen")
_NUMBER: Final = frozenset({"number", "numbers", "numbered"})
_PUT: Final = frozenset({"put", "puts", "putting"})
_IS: Final = frozenset({"is", "was", "were", "be"})
_IT: Final = frozenset({"it", "that", "they", "there", "may", "might", "could", "must", "would"})


def read_total(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]
) -> Phrase | None:
    """The phrase of *quantity* if a noun before it says what it is the sum of."""
    return (
        _each(words, quantity, earlier)
        or _body(words, quantity)
        or _numbering(words, quantity)
        or _risen(words, quantity)
        or _come_to(words, quantity, earlier)
        or _spoken_of(words, quantity, earlier)
    )


def _each(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """The size of groups named just before it: "five units of 3,000 each"."""
    groups = earlier[-1] if earlier else None
    if groups is None or quantity.first - groups.after > 2:
        return None
    if _low(words, quantity.after) not in ("each", "apiece"):
        return None
    is_body = groups.unit.kind in ("corps", "container")
    return elided(quantity, TROOPS, groups.noun, "cardinal") if is_body else None


def _body(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "A battalion of 500"; never "the Group of Seven"."""
    at = quantity.first - 2
    if at < 0 or words[at + 1].low != "of":
        return None
    if words[at].low not in COLLECTIVES or words[at].is_capital:
        return None
    return replace(_sized(words, quantity, words[at].low, at), first=_article_before(words, at))


def _article_before(words: Sequence[Word], at: int) -> int:
    """Where "an elite battalion" begins, at most three words before its noun at *at*."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if words[place].low in ("a", "an", "the", "one", "another"):
            return place
        if words[place].kind is not Kind.WORD or words[place].low in STOPS:
            break
    return at


def _numbering(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "A force numbering 500", "soldiers totalling 500", "a force 500 strong", "the dead number
    23"."""
    start = quantity.first
    lead = words[start - 1].low if start else ""
    if lead in _NUMBER:
        return _those_who_number(words, quantity)
    if lead not in _NUMBERING and _low(words, quantity.after) != "strong":
        return None
    for at in range(start - 1, max(start - 8, -1), -1):
        if words[at].sentence != words[start].sentence:
            return None
        if words[at].low in COLLECTIVES:
            return _sized(words, quantity, words[at].low, at)
        unit, after = unit_at(words, at)
        if unit is not None and unit.kind in ("force", "people"):
            return elided(quantity, unit, (at, after), "strength")
    return None


def _those_who_number(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "The dead now number 23", "the missing numbered nine", "strikers number about 300"."""
    at = quantity.first - 2
    while at >= 0 and words[at].low in _FILLERS:
        at -= 1
    if at < 0 or words[at].sentence != words[quantity.first].sentence:
        return None
    is_known = at > 0 and words[at - 1].low in ("the", "its", "their")
    if is_known and words[at].low in _BEFALLEN:
        state = State.KILLED if words[at].low in _DEAD else State.OTHER
        state = State.WOUNDED if words[at].low in _HURT else state
        return elided(quantity, replace(PEOPLE, state=state), (at, at + 1), "strength")
    unit, after = unit_at(words, at)
    is_many = unit is not None and unit.kind in ("force", "people") and words[at].low != "number"
    return elided(quantity, unit, (at, after), "strength") if unit and is_many else None


def _risen(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "Deaths rose to 41", "losses run to several hundred": the counted itself is what rises."""
    at = quantity.first
    risen = any(word.low in _COUNT_VERBS for word in words[at : quantity.number[0]])
    while at > max(0, quantity.first - _LONGEST_RISE):
        at -= 1
        low = words[at].low
        if words[at].sentence != words[quantity.first].sentence:
            return None
        if low in _COUNT_VERBS:
            risen = True
            continue
        unit, after = unit_at(words, at)
        if unit is None and low in _LOSSES:
            unit, after = _LOST, at + 1
        if low in _HURT and at > 1 and words[at - 1].low in ("or", "and"):
            # "The number of killed or wounded"
            unit = _LOST if words[at - 2].low in _DEAD else unit
        if unit is not None and unit.kind in COUNTED:
            is_named = unit.state is not None or unit.kind == "tally"
            return elided(quantity, unit, (at, after), "number_of") if risen and is_named else None
        if low not in _FILLERS:
            return None
    return None


def _come_to(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """What a noun of counting, with a verb of reaching, has come to."""
    start, sentence = quantity.first, words[quantity.first].sentence
    lead = _lead(words, start)
    hedges = {word.low for word in words[start : quantity.number[0]]}
    if lead not in _COUNT_VERBS | {"of"} and not hedges & _COUNT_VERBS:
        return None
    for at in range(start - 1, max(start - _REACH, -1), -1):
        low = words[at].low
        if words[at].sentence != sentence:
            return None
        if low == "toll":
            return elided(quantity, _KILLED, (at, at + 1), "toll")
        if low in _LOSSES and (lead == "at" or _low(words, at + 1) in _OF_WHOM):
            return elided(quantity, _LOST, (at, at + 1), "number_of")
        if lead in _COUNT_VERBS and _low(words, at + 1) in _OF_WHOM:
            unit, after = unit_at(words, at)
            if unit is not None and unit.state is not None and unit.kind in COUNTED:
                return elided(quantity, unit, (at, after), "number_of")
        if low in _ATTENDANCES and lead in ("at", "was") and quantity.is_many:
            return elided(quantity, PEOPLE, (at, at + 1), "number_of")
        if low in _COUNT_NOUNS and (lead != "of" or start - at <= 3):
            return _counted(words, quantity, earlier, at)
        if low in COLLECTIVES and lead != "of" and not words[at].is_capital:
            return _sized(words, quantity, low, at)
    return None


def _spoken_of(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]
) -> Phrase | None:
    """ "Seoul had spoken of 3,000", "Kyiv believes it is nearer 12,000": the same people again."""
    at = quantity.first - (_lead(words, quantity.first) != _low(words, quantity.first - 1))
    lows = (_low(words, at - 2), _low(words, at - 1)) if at >= 2 else ("", "")
    speaks = lows[1] == "of" and lows[0] in _SPEAKING_OF
    speaks = speaks or (lows == ("it", "at") and at > 2 and _low(words, at - 3) in _PUT)
    equals = lows[1] in _IS and lows[0] in _IT and quantity.is_hedged
    if not speaks and not equals:
        return None
    unit = meant(words, quantity.first, earlier, COUNTED)
    return None if unit is None else elided(quantity, replace(unit, state=None), None, "figure")


def _lead(words: Sequence[Word], at: int) -> str:
    """The word before *at*, an opening quotation mark left out."""
    at -= 1
    if at > 0 and words[at].text in QUOTES:
        at -= 1
    return words[at].low if at >= 0 else ""


def _counted(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase], at: int
) -> Phrase | None:
    """What "the number" at *at* is of: its own noun, or the figure it refers back to."""
    if _low(words, at + 1) == "of" and at + 2 < quantity.first:
        of_whom = {word.low for word in words[at + 2 : min(at + 6, quantity.first)]}
        if of_whom & _DEAD and of_whom & _HURT:
            return elided(quantity, _LOST, (at, at + 1), "number_of")
        noun = read_noun(words, after_determiners(words, at + 2))
        if noun is None or noun.after > quantity.first:
            return None
        return elided(quantity, noun.unit, (noun.first, noun.head[1]), "number_of")
    before = counted_before(words, quantity.first, earlier, COUNTED, FAR)
    unit = before.unit if before else named_before(words, quantity.first, _TOTALLED)
    return None if unit is None else elided(quantity, unit, None, "figure")


def _sized(words: Sequence[Word], quantity: Quantity, body: str, at: int) -> Phrase:
    is_force = COLLECTIVES[body] == "troops" or (at and words[at - 1].low in _FORCED)
    return elided(quantity, TROOPS if is_force else PEOPLE, (at, at + 1), "strength")


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""

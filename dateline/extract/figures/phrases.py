"""Join each quantity with what it counts, said beside it or left out: "killing 12, wounding 30".

A number with a noun of its own is read by that noun. One without needs a reason to count people
or forces: a verb that only befalls people, an earlier figure in the sentence, a toll, a battalion
that it is the strength of. Without a reason it is no figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.figures.hedges import bounded, trailing_hedge
from dateline.extract.figures.nouns import (
    COLLECTIVES,
    QUOTES,
    STOPS,
    Noun,
    Unit,
    read_noun,
    read_unlisted,
    unit_at,
)
from dateline.extract.figures.numerals import role
from dateline.extract.figures.quantities import Quantity, read_quantity
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import Bound, CountRange, State

_STANDING: Final = words_of("standing_heads")
_STANDING_WORDS: Final = words_of("standing_words")
_POPULATIONS: Final = words_of("population_heads")
_ASSEMBLIES: Final = words_of("assemblies")
_SOURCES: Final = words_of("source_words")
_SUFFERING: Final = words_of("suffering")
_SPEAKING: Final = words_of("speaking")
_DETERMINERS: Final = words_of("determiners")
_MANY: Final = 20
PEOPLE: Final = Unit(("people",), "people", "people", None)
TROOPS: Final = Unit(("troops",), "troops", "force", None)
_SHARE: Final = Unit(("share",), "share", "mass", None)
_RATIO: Final = Unit(("ratio",), "ratio", "ratio", None)


def as_troops(unit: Unit) -> Unit:
    """The unit of people, where these are of a force."""
    return replace(unit, unit="troops", kind="force")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity with its unit, in words `first` to `after`."""

    first: int
    after: int
    number: tuple[int, int]
    count: CountRange | None
    unit: Unit
    noun: tuple[int, int] | None
    rule: str
    is_increment: bool = False
    part_of: float | None = None
    state: State | None = None
    inherits: bool = False  # its state is that of the figure before, unless something is said
    problem: str = ""


def read_phrase(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """The phrase that *quantity* begins, if a noun beside it says what it counts."""
    if quantity.count is None and not quantity.problem:
        return None
    if quantity.rule == "ratio":
        return _phrase(quantity, _RATIO, None, quantity.after)
    if _is_proportion(words, quantity):
        return None
    after = quantity.after
    if _low(words, after) == "-" and words[after].glued:
        return _compound(words, quantity)
    if quantity.rule == "share":
        return _share(words, quantity)
    if _low(words, after) in QUOTES and _low(words, after + 1) == "of":
        quantity = replace(quantity, after=after + 1)  # "a small number" of soldiers
        after += 1
    if _low(words, after) == "of":
        return _of(words, quantity)
    noun = read_noun(words, after, is_one=_is_one(quantity))
    if noun is None and _is_many(quantity):
        noun = read_unlisted(words, after)
    return None if noun is None else _with_noun(words, quantity, noun)


def _is_many(quantity: Quantity) -> bool:
    """Whether so many are counted that a noun which no list knows must be of things."""
    count = quantity.count
    many = (count.high or count.low or 0) if count else 0
    return many >= _MANY and not (1500 <= many <= 2100 and count and count.bound is Bound.EXACT)


def elided(quantity: Quantity, unit: Unit, noun: tuple[int, int] | None, rule: str) -> Phrase:
    """The phrase of a *quantity* whose noun stands elsewhere, if anywhere, in the sentence."""
    after = noun[1] if noun and noun[0] >= quantity.after else quantity.after
    return replace(_phrase(quantity, unit, noun, after, rule), state=None)


def _phrase(
    quantity: Quantity, unit: Unit, noun: tuple[int, int] | None, after: int, rule: str = ""
) -> Phrase:
    return Phrase(
        quantity.first, after, quantity.number, quantity.count, unit, noun,
        rule or quantity.rule, quantity.is_increment, state=unit.state, problem=quantity.problem,
    )  # fmt: skip


def _with_noun(words: Sequence[Word], quantity: Quantity, noun: Noun) -> Phrase | None:
    if noun.unit.kind == "mass" or _is_background(words, quantity, noun):
        return None
    if not quantity.whole and noun.unit.kind != "container":
        quantity = replace(quantity, count=None, problem="a fraction of what is counted whole")
    if (
        quantity.count is not None
        and noun.unit.unit in ("tonnes",)
        and _is_ambiguous(words, quantity)
    ):
        quantity = replace(quantity, count=None, problem="a dot that may group or divide")
    if noun.unit.state is not None and _are_troops(words, quantity.first, noun.after):
        noun = replace(noun, unit=as_troops(noun.unit))
    after, bound = trailing_hedge(words, noun.after)
    if quantity.count is not None:
        quantity = replace(quantity, count=bounded(quantity.count, bound))
    return _phrase(quantity, noun.unit, (noun.first, noun.head[1]), after)


def _are_troops(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether casualties are of a force: "its forces suffered 300", "300 among its soldiers"."""
    if _low(words, after) in ("among", "in", "of"):
        noun = read_noun(words, after_determiners(words, after + 1))
        return noun is not None and noun.unit.kind == "force"
    if first == 0 or words[first - 1].low not in _SUFFERING:
        return False
    for at in range(first - 2, max(first - 8, -1), -1):
        if words[at].sentence != words[first].sentence or words[at].text == ",":
            return False
        unit, _ = unit_at(words, at)
        if unit is not None and unit.kind in ("force", "corps"):
            return True
    return False


def _is_ambiguous(words: Sequence[Word], quantity: Quantity) -> bool:
    digits = words[quantity.number[0]].text.split(".")
    return quantity.number[1] == quantity.number[0] + 1 and len(digits) == 2 and len(digits[1]) == 3


def _is_proportion(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it is one side of "one in five workers" or "12 per 100,000 people"."""
    lows = [word.low for word in words[max(0, quantity.first - 3) : quantity.first]]
    if lows[-1:] in (["per"], ["every"]):
        return True
    out_of = 2 if lows[-2:] == ["out", "of"] else 1 if lows[-1:] == ["in"] else 0
    before = words[quantity.first - out_of - 1 : quantity.first - out_of] if out_of else []
    return bool(before) and (role(before[0]) == "small" or before[0].text in "123456789")


def _is_background(words: Sequence[Word], quantity: Quantity, noun: Noun) -> bool:
    """Whether the count is of a standing army, a population or a journalist's sources."""
    inside = {word.low for word in words[quantity.first : noun.after]}
    joined = "-".join(word.low for word in words[quantity.first : noun.after] if word.text != "-")
    if inside & _STANDING_WORDS or "active-duty" in joined:
        return True
    following = _low(words, noun.after)
    if following == "of" and _low(words, after_determiners(words, noun.after + 1)) in _ASSEMBLIES:
        return True
    if following in _SOURCES or (following, _low(words, noun.after + 1)) == ("with", "knowledge"):
        return True
    if following in _SPEAKING and _low(words, noun.after + 1) != "to":
        return True
    before = words[max(0, quantity.first - 3) : quantity.first]
    lows = [word.low for word in before]
    if lows[-1:] == ["of"] and len(lows) > 1 and lows[-2] in _POPULATIONS | _STANDING:
        return True
    return lows[-2:] == ["home", "to"]


def _share(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "A third of all munitions", "half the soldiers", "two-thirds of the 900 employees"."""
    at = after_determiners(words, quantity.after + (_low(words, quantity.after) == "of"))
    whole = _whole(words, at)
    if whole is not None and whole.count is not None:
        part = _phrase(quantity, _SHARE, whole.noun, whole.after, "share")
        return replace(part, part_of=whole.count.high or whole.count.low)
    noun = read_noun(words, at)
    if noun is None:
        return None
    return _phrase(quantity, _SHARE, (noun.first, noun.head[1]), noun.after, "share")


def _whole(words: Sequence[Word], at: int) -> Phrase | None:
    """The figure at *at* of which something is a part, its hedges included."""
    for ahead in range(at, min(at + 5, len(words))):
        quantity = read_quantity(words, ahead)
        if quantity is not None:
            noun = read_noun(words, quantity.after) if quantity.first <= at else None
            return None if noun is None else _with_noun(words, quantity, noun)
    return None


def _of(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "8,000 of the 10,000 troops", "dozens of soldiers", "300 of its tanks"."""
    at = after_determiners(words, quantity.after + 1)
    if _is_one(quantity):
        return None
    whole = _whole(words, at)
    if whole is not None and whole.count is not None:
        part = _phrase(quantity, whole.unit, whole.noun, whole.after, "part")
        return replace(part, part_of=whole.count.high or whole.count.low)
    noun = read_noun(words, at)
    if noun is None:
        return None
    return _with_noun(words, quantity, noun)


def _compound(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "a 500-strong battalion", "a 3,000-soldier contingent"; never "a 14-year-old"."""
    at = quantity.after + 1
    if at >= len(words) or quantity.count is None:
        return None
    if words[at].low in ("strong", "member", "man", "person"):
        for place in range(at + 1, min(at + 5, len(words))):
            low = words[place].low
            if low in _STANDING or words[place].kind is not Kind.WORD or low in STOPS:
                return None
            if low in COLLECTIVES:
                unit = TROOPS if COLLECTIVES[low] == "troops" else PEOPLE
                return _phrase(quantity, unit, (place, place + 1), place + 1, "strength")
        return None
    counted, after = unit_at(words, at, is_one=True)
    if counted is None or not counted.is_singular or counted.kind == "measure":
        return None
    if after < len(words) and words[after].glued and words[after].kind is Kind.HYPHEN:
        return None
    return _phrase(quantity, counted, (at, after), after, "compound")


def after_determiners(words: Sequence[Word], at: int) -> int:
    """Where the noun phrase goes on behind "the", "all of its" or "the North's"."""
    while at < len(words) and (words[at].low in _DETERMINERS or words[at].is_possessive):
        at += 1
    return at


def _is_one(quantity: Quantity) -> bool:
    count = quantity.count
    return count is not None and count.low == 1 and count.high == 1


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""

"""Put number words and the hedges around them together: "between 2,000 and about 3,000 or so".

The result is the count as stated. A hedge never makes up an end: "at least 300" has no upper one,
"around 300" has 300 at both ends and is marked approximate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.figures.hedges import (
    AFTER,
    BEFORE,
    Hedge,
    bounded,
    hedges_before,
    match_hedge,
    reversal,
    reversed_bound,
)
from dateline.extract.figures.numerals import Numeral, read_number
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import Bound, CountRange

_CHANGES: Final = words_of("change_verbs")
_SCORES: Final = words_of("scores")
_RATIOS: Final = words_of("ratios")
_MINUTES: Final = 2  # digits
_OF_TIME: Final = frozenset({"at", "by", "until", "till", "from", "before", "after", "around"})
_DASHES: Final = frozenset("–—−")
# Where hedges meet ("at least some 300"), the one that bounds says more than the one that blurs.
_STRENGTH: Final = {Bound.EXACT: 0, Bound.APPROXIMATE: 1}


MANY: Final = 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in words `first` to `after`, hedges and all; the bare number is `number`.

    `count` is `None` where a number stands there that counts nothing (a year range, a score), or,
    with a `problem`, that could not be read.
    """

    first: int
    after: int
    number: tuple[int, int]
    count: CountRange | None
    rule: str
    is_increment: bool = False
    is_hedged: bool = False
    problem: str = ""
    whole: bool = True

    @property
    def is_many(self) -> bool:
        """Whether it is a hundred or more, or as many as no digits tell ("tens of thousands")."""
        if self.count is None:
            return False
        most = self.count.high or self.count.low
        return self.rule == "vague" if most is None else most >= MANY


def read_quantity(words: Sequence[Word], at: int) -> Quantity | None:
    """The quantity whose first number word is at *at*, or nothing."""
    number = read_number(words, at)
    if number is None:
        return None
    if number.problem:
        return Quantity(
            at, number.after, (at, number.after), None, number.rule, problem=number.problem
        )
    if number.rule == "none":
        after = _after_named_range(words, number.after)
        return Quantity(at, after, (at, after), None, "none")
    first, hedges = hedges_before(words, at)
    ratio = _ratio(words, number)
    if ratio is not None:
        return _with_hedges(words, ratio, first, hedges)
    if number.rule == "cardinal":
        number, first = _range(words, number, first)
    return _with_hedges(words, number, first, hedges)


def _after_named_range(words: Sequence[Word], at: int) -> int:
    """The end of "20 to 30" in "aged 20 to 30", whose second number is no count either."""
    if at + 1 < len(words) and words[at].low in ("to", "and", "or", "-", "–"):
        second = read_number(words, at + 1)
        return second.after if second is not None and second.value is not None else at
    return at


def _with_hedges(
    words: Sequence[Word], number: Numeral, first: int, before: list[Hedge]
) -> Quantity:
    after, behind = number.after, match_hedge(words, number.after, AFTER)
    if behind is not None:
        after += len(behind.words)
    hedges = [*before, behind] if behind else before
    bounds = [hedge.bound for hedge in hedges if hedge.bound is not None]
    negation = reversal(words, first) if before and before[-1].is_verb else None
    if negation is not None:
        first, bounds = negation, [reversed_bound(bound) for bound in bounds]
    count: CountRange | None = None
    problem = number.problem
    if not problem and number.rule != "none":
        if number.value is None or number.top is None:
            count = CountRange(None, None, Bound.VAGUE)
        elif number.top > number.value:
            count = CountRange(number.value, number.top, Bound.BETWEEN)
        else:
            count = CountRange(number.value, number.value, Bound.EXACT)
            bound = max(bounds, key=lambda b: _STRENGTH.get(b, 2), default=None)
            count = bounded(count, bound)
    return Quantity(
        first, after, (number.first, number.after), count, number.rule,
        is_increment=any(hedge.is_increment for hedge in hedges),
        is_hedged=bool(hedges), problem=problem, whole=number.whole,
    )  # fmt: skip


def _range(words: Sequence[Word], low: Numeral, first: int) -> tuple[Numeral, int]:
    """The range that begins with *low*, or *low* itself, and where its phrase begins."""
    at = low.after
    between = first > 0 and words[first - 1].low in ("between", "from")
    joiner = words[at] if at < len(words) and not words[at].dated else None
    if joiner is None or joiner.sentence != words[low.first].sentence:
        return low, first
    is_dash = joiner.kind is Kind.HYPHEN or joiner.text in _DASHES
    if is_dash and joiner.glued != (at + 1 < len(words) and words[at + 1].glued):
        return low, first
    if not is_dash and joiner.low not in ("to", "or", "and"):
        return low, first
    if joiner.low == "and" and not (between and words[first - 1].low == "between"):
        return low, first
    at += 1
    last = at + 6
    while not is_dash and at < last and (hedge := match_hedge(words, at, BEFORE)):
        at += len(hedge.words)
    high = read_number(words, at)
    if high is None or high.rule != "cardinal" or high.value is None or low.value is None:
        return low, first
    if joiner.low == "to" and _is_change(words, first):
        return low, first
    value = _shared_scale(words, low, high)
    rule, problem = "range", ""
    if is_dash and (high.value <= value or _looks_like_years(words, low, high)):
        rule = "none"
    elif high.value <= value:
        if joiner.low != "and":
            return low, first
        problem = "the range runs backwards"
    if between and rule == "range":
        first -= 1
    return (
        Numeral(low.first, high.after, value, high.value, rule, problem, high.whole),
        first,
    )


def _shared_scale(words: Sequence[Word], low: Numeral, high: Numeral) -> float:
    """The lower end, with the upper end's "million" where it has none: "2 to 3 million"."""
    assert low.value is not None
    assert high.value is not None
    bare = read_number(words[high.first : high.first + 1], 0)
    if low.after - low.first > 1 or bare is None or not bare.value:
        return low.value
    if high.value == bare.value:
        grouped = words[high.first].text.split(",")  # "10-15,000" leaves out a ",000"
        is_short = len(grouped) == 2 and grouped[1] == "000" and low.value < float(grouped[0])
        return low.value * 1000 if is_short else low.value
    if low.value < bare.value:
        return low.value * (high.value / bare.value)
    return low.value


def _looks_like_years(words: Sequence[Word], low: Numeral, high: Numeral) -> bool:
    return all(
        len(words[n.first].text) == 4 and words[n.first].text[:2] in ("18", "19", "20")
        for n in (low, high)
    )


def _is_change(words: Sequence[Word], first: int) -> bool:
    """Whether "from 300 to 500" tells a change: "rose from 300 to 500" states two counts."""
    return any(word.low in _CHANGES for word in words[max(0, first - 5) : first])


def _ratio(words: Sequence[Word], number: Numeral) -> Numeral | None:
    """ "10:1" and "ten to one", unless it is a time or a score, which are read as nothing."""
    at = number.after
    if at + 1 >= len(words) or number.value is None or number.rule != "cardinal":
        return None
    near = {word.low for word in words[max(0, number.first - 10) : at + 8]}
    if words[at].text == ":" and words[at].glued and words[at + 1].glued:
        other = words[at + 1]
        if other.kind is not Kind.NUMBER:
            return None
        if at + 2 < len(words) and words[at + 2].text == ":" and words[at + 2].glued:
            return Numeral(number.first, at + 2, None, None, "none")
        lead = words[number.first - 1].low if number.first else ""
        is_time = len(other.text) == _MINUTES and lead in _OF_TIME
        is_ratio = bool(near & _RATIOS) or (other.text == "1" and not near & _SCORES)
        is_ratio = is_ratio and not is_time
        after = at + 2
    else:
        at += words[at].kind is Kind.HYPHEN
        if words[at].low != "to":
            return None
        at += 1
        at += at < len(words) and words[at].kind is Kind.HYPHEN
        if at >= len(words) or words[at].low not in ("one", "1") or not near & _RATIOS:
            return None
        other, is_ratio, after = words[at], True, at + 1
    divisor = float(other.text) if other.text.isascii() and other.text.isdigit() else 1.0
    if not is_ratio or not divisor:
        return Numeral(number.first, after, None, None, "none")
    value = number.value / divisor
    return Numeral(number.first, after, value, value, "ratio")

"""The words around a number that bound or blur it: rows of `hedges.csv`, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import lexicon
from dateline.extract.figures.numerals import read_number
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import Bound, CountRange

_LONGEST: Final = 5
_OVER_PARTICLES: Final = words_of("over_particles")


@dataclass(frozen=True, slots=True)
class Hedge:
    words: tuple[str, ...]
    bound: Bound | None
    is_increment: bool
    is_verb: bool  # "passed", "exceeds": what may be denied


Hedges = dict[tuple[str, ...], Hedge]


def _hedges(place: str) -> Hedges:
    return {
        (words := tuple(row["phrase"].split())): Hedge(
            words,
            Bound(row["bound"]) if row["bound"] else None,
            bool(row["increment"]),
            bool(row["verb"]),
        )
        for row in lexicon.rows("hedges")
        if row["place"] == place
    }


BEFORE: Final = _hedges("before")
AFTER: Final = _hedges("after")
_TRAILING: Final = _hedges("trailing")


def hedges_before(words: Sequence[Word], at: int) -> tuple[int, list[Hedge]]:
    """Where the hedges that end at *at* begin, and what they are: "another batch of around"."""
    found: list[Hedge] = []
    while len(found) < 4:
        hedge = _hedge_ending(words, at)
        if hedge is None:
            break
        found.append(hedge)
        at -= len(hedge.words)
    return at, found


def _hedge_ending(words: Sequence[Word], at: int) -> Hedge | None:
    for length in range(min(_LONGEST, at), 0, -1):
        window = words[at - length : at]
        if any(word.dated or word.sentence != words[at].sentence for word in window):
            continue
        hedge = BEFORE.get(tuple(word.low for word in window))
        if hedge is None:
            continue
        before = words[at - length - 1].low if at > length else ""
        if hedge.words == ("over",) and before in _OVER_PARTICLES:
            return None
        return hedge
    return None


def match_hedge(words: Sequence[Word], at: int, table: Hedges) -> Hedge | None:
    """The longest hedge of *table* that begins at *at*."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        hedge = table.get(tuple(word.low for word in words[at : at + length]))
        if hedge is not None:
            return hedge
    return None


def trailing_hedge(words: Sequence[Word], at: int) -> tuple[int, Bound | None]:
    """A hedge after the thing counted ("300 people at least"): where it ends, and its bound."""
    hedge = match_hedge(words, at, _TRAILING)
    if hedge is None or read_number(words, at + len(hedge.words)) is not None:
        return at, None
    return at + len(hedge.words), hedge.bound


_NEGATIONS: Final = frozenset({"not", "never", "nor", "hardly", "without", "cannot"})
_LONGEST_NEGATION: Final = 4
_REVERSED: Final = {
    Bound.MORE_THAN: Bound.AT_MOST, Bound.AT_LEAST: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.AT_LEAST, Bound.AT_MOST: Bound.MORE_THAN,
}  # fmt: skip


def reversal(words: Sequence[Word], at: int) -> int | None:
    """Where a negation begins that reverses the hedge at *at*: "has not passed 3,000"."""
    for place in range(at - 1, max(at - _LONGEST_NEGATION, -1), -1):
        word = words[place]
        if word.sentence != words[at].sentence or word.kind is not Kind.WORD or word.dated:
            return None
        if word.low in _NEGATIONS or word.low.endswith(("n't", "n’t")):
            return place
    return None


def reversed_bound(bound: Bound) -> Bound:
    """What is left when *bound* is denied: not more than 300 are at most 300."""
    return _REVERSED.get(bound, bound)


def bounded(count: CountRange, bound: Bound | None) -> CountRange:
    """The count with *bound* laid on it; ranges and vague counts keep their own."""
    if bound is None or count.bound not in (Bound.EXACT, Bound.APPROXIMATE):
        return count
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return CountRange(count.low, None, bound)
    if bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return CountRange(None, count.high, bound)
    return CountRange(count.low, count.high, bound)

"""What figures told together say of each other's state.

Cars sent along with soldiers are deployed with them, not supplied; officers who "were among some
12,000 personnel" share that state; and of "none of the 22 crew" nothing has befallen anybody.
"""

from collections.abc import Sequence
from typing import Final

from dateline.extract.figures.phrases import Phrase
from dateline.extract.figures.states import Said
from dateline.extract.figures.words import Word
from dateline.model import State

_PERSONS: Final = frozenset({"force", "people", "corps"})
_JOINTS: Final = frozenset({"and", ",", "with", "as", "well", "plus", "also", "together", "by"})
_LONGEST_GAP: Final = 4
_NONE: Final = frozenset({"none", "neither", "nobody"})
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "those", "all", "some"})
_AMONG: Final = _DETERMINERS | {"among", "were", "are", "was", "is", "be", "been", "also", "now"}

Told = tuple[Phrase, Said]


def settle(words: Sequence[Word], told: Sequence[Told]) -> list[Told]:
    """The figures with their states as their company leaves them."""
    settled = list(told)
    for at, (phrase, said) in enumerate(told):
        if _is_none(words, phrase):
            settled[at] = phrase, (State.OTHER, None)
            continue
        beside = [told[near] for near in (at - 1, at + 1) if 0 <= near < len(told)]
        if any(_is_sent_along(words, phrase, said, other) for other in beside):
            settled[at] = phrase, (State.DEPLOYED, said[1])
    for at in range(len(settled) - 2, -1, -1):
        phrase, said = settled[at]
        whole, state = settled[at + 1]
        joined = _gap(words, phrase, whole)
        is_among = "among" in joined and set(joined) <= _AMONG
        if is_among and said == (State.OTHER, None) and phrase.unit.kind in _PERSONS:
            settled[at] = phrase, (state[0], None)
            _share_back(words, settled, at)
    return settled


def _share_back(words: Sequence[Word], settled: list[Told], at: int) -> None:
    """Give the state at *at* to those counted in one breath with it: "500 officers and three"."""
    while at > 0:
        phrase, said = settled[at - 1]
        joined = set(_gap(words, phrase, settled[at][0]))
        if said != (State.OTHER, None) or not joined or not joined <= {"and", ","}:
            return
        settled[at - 1] = phrase, settled[at][1]
        at -= 1


def _is_none(words: Sequence[Word], phrase: Phrase) -> bool:
    at = phrase.first - 1
    while at >= 0 and words[at].low in _DETERMINERS:
        at -= 1
    return at > 0 and words[at].low == "of" and words[at - 1].low in _NONE


def _is_sent_along(words: Sequence[Word], phrase: Phrase, said: Said, other: Told) -> bool:
    """Whether one verb sends people and things that one "and" joins."""
    companion, state = other
    first, second = sorted((phrase, companion), key=lambda one: one.first)
    gap = _gap(words, first, second)
    return (
        phrase.unit.kind == "thing"
        and said[0] is State.SUPPLIED
        and companion.unit.kind in _PERSONS
        and state == (State.DEPLOYED, said[1])
        and 0 < len(gap) <= _LONGEST_GAP
        and set(gap) <= _JOINTS
    )


def _gap(words: Sequence[Word], first: Phrase, second: Phrase) -> list[str]:
    return [word.low for word in words[first.after : second.first]]

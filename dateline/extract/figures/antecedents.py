"""What an earlier part of the text counts or names, for a number that leaves its noun out.

"3,000 soldiers ... about 10,000 of them", "the first soldiers arrived. Some 300 of them": the
noun may stand with a number of its own or without one. It is looked for in the sentence of the
number, then just before; only words that point back on purpose ("the total", "a further
7,000") may reach over more.
"""

from collections.abc import Sequence
from typing import Final

from dateline.extract.figures.nouns import Unit, unit_at
from dateline.extract.figures.phrases import Phrase
from dateline.extract.figures.words import Kind, Word

PERSONS: Final = frozenset({"force", "people"})
COUNTED: Final = frozenset({"force", "people", "corps", "thing", "tally"})
# How many sentences "them" and "the total" may reach back; an empty line counts as one more.
NEAR: Final = 2
FAR: Final = 8
_LONGEST_WALK: Final = 60  # words
_LATEST: Final = 4  # figures


def counted_before(
    words: Sequence[Word],
    at: int,
    earlier: Sequence[Phrase],
    kinds: frozenset[str],
    back: int = 0,
) -> Phrase | None:
    """The last figure of *kinds* in the sentence of the word *at*, or at most *back* before it."""
    sentence = words[at].sentence
    for phrase in reversed(earlier[-_LATEST:]):
        if sentence - words[phrase.first].sentence <= back and phrase.unit.kind in kinds:
            return phrase
    return None


def named_before(
    words: Sequence[Word], at: int, kinds: frozenset[str], back: int = NEAR
) -> Unit | None:
    """The last plural of *kinds* before *at* in its sentence or at most *back* before it."""
    for place in range(at - 1, max(at - _LONGEST_WALK, -1), -1):
        if words[at].sentence - words[place].sentence > back:
            return None
        if words[place].kind is not Kind.WORD or words[place].dated:
            continue
        unit, _ = unit_at(words, place)
        if unit is not None and unit.kind in kinds and unit.state is None:
            return unit
    return None


def meant(
    words: Sequence[Word],
    at: int,
    earlier: Sequence[Phrase],
    kinds: frozenset[str],
    back: int = NEAR,
) -> Unit | None:
    """What "them" or "the total" means: what was counted or, failing that, named before."""
    phrase = counted_before(words, at, earlier, kinds, back)
    return phrase.unit if phrase is not None else named_before(words, at, kinds)

"""The sorts of kinds that events are joined by, and which kinds a telling can be of.

"The two sides first clashed on Monday" is dated, and `other` because no cue tells its kind. Its
words still say that it can be an attack, and cannot be a vote. The words of each kind are rows of
``lexicon/kind_words.csv``.
"""

from collections import Counter
from collections.abc import Sequence, Set
from functools import cache

from dateline import lexicon
from dateline.merge.similarity import clause_around, plain_stems
from dateline.model import EventKind, Mention

SPEECH = frozenset({EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT})
# One act of its kind between the same parties in the same days is one event.
SINGULAR = frozenset(
    {
        EventKind.AGREEMENT,
        EventKind.VOTE,
        EventKind.SUMMONS,
        EventKind.CALL,
        EventKind.ELECTION,
        EventKind.RECALL,
        EventKind.DISASTER,
        EventKind.ACCIDENT,
        EventKind.LABOUR_ACTION,
        EventKind.CYBER_INCIDENT,
    }
)
# What happens to people rather than between parties: who is named beside it says little.
INCIDENTS = frozenset(
    {
        EventKind.RECALL,
        EventKind.DISASTER,
        EventKind.ACCIDENT,
        EventKind.LABOUR_ACTION,
        EventKind.CYBER_INCIDENT,
        EventKind.RESCUE,
    }
)
# Kinds that name one thing by two sides: a ransomware attack is an attack, a fire is both.
_RELATED = (
    {EventKind.DISASTER, EventKind.ACCIDENT},
    {EventKind.ATTACK, EventKind.CYBER_INCIDENT},
    {EventKind.ATTACK, EventKind.ACCIDENT},
    {EventKind.CYBER_INCIDENT, EventKind.ACCIDENT},
    {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT},
    {EventKind.ELECTION, EventKind.VOTE},
)


@cache
def _kinds_by_stem() -> dict[str, frozenset[EventKind]]:
    found: dict[str, set[EventKind]] = {}
    for row in lexicon.rows("kind_words"):
        for stem in plain_stems(row["words"]):
            found.setdefault(stem, set()).add(EventKind(row["kind"]))
    return {stem: frozenset(kinds) for stem, kinds in found.items()}


def kinds_of(mention: Mention) -> frozenset[EventKind]:
    """The mention's kind; of an `other`, the kinds that the words of its clause speak of."""
    if mention.kind is not EventKind.OTHER:
        return frozenset({mention.kind})
    table = _kinds_by_stem()
    return frozenset().union(*(table.get(stem, ()) for stem in plain_stems(clause_around(mention))))


@cache
def related_kinds(kind: EventKind) -> frozenset[EventKind]:
    """The kinds under which another article can tell the same event; *kind* is one of them."""
    return frozenset({kind}.union(*(pair for pair in _RELATED if kind in pair)))


@cache
def compared_kinds(kind: EventKind, is_dated: bool) -> tuple[EventKind, ...]:
    """The kinds of the events that a mention of *kind* may tell.

    Only where both say on which days can one of them be told under no kind.
    """
    if not is_dated:
        return tuple(sorted(related_kinds(kind)))
    if kind is EventKind.OTHER:
        return tuple(EventKind)
    if kind in SPEECH:
        return tuple(sorted(SPEECH | {EventKind.OTHER}))
    return tuple(each for each in EventKind if each not in SPEECH)


def are_akin(one: Set[EventKind], other: Set[EventKind]) -> bool:
    """Whether a telling that can be of one set of kinds can be of one of the other set."""
    return any(not related_kinds(kind).isdisjoint(other) for kind in one)


def kind_of(told: Sequence[Mention]) -> EventKind:
    """The kind of the event that the mentions tell: the most frequent that a cue gave.

    Of equally frequent ones it is that of the earlier mention.
    """
    kinds = Counter(mention.kind for mention in told if mention.kind is not EventKind.OTHER)
    return kinds.most_common(1)[0][0] if kinds else EventKind.OTHER

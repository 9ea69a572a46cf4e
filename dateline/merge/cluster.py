"""The mentions of one event, and the sorts of kinds that events are joined by."""

from dataclasses import dataclass, field

from dateline.model import DateRange, EventKind

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
        EventKind.RESCUE,
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


@dataclass
class Cluster:
    """The mentions of one event, as places in the sequence, with the rule that joined each."""

    kind: EventKind
    members: list[int] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    reading: DateRange | None = None
    actors: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    is_planned: bool = False

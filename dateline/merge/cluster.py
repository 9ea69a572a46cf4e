"""The mentions of one event, and what they have in common."""

from dataclasses import dataclass, field

from dateline.merge.days import narrowed
from dateline.merge.kinds import SPEECH
from dateline.merge.telling import Telling
from dateline.model import DateRange, EventKind

# So many of an event's mentions are compared word by word, the best dated: a story told a
# thousand times costs no more for each telling than one told twelve times.
COMPARED = 12


@dataclass
class Cluster:
    """The tellings of one event, with the rule that joined each, and what they have in common."""

    number: int
    members: list[int] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    compared: list[Telling] = field(default_factory=list)
    # The articles that tell it, with the days that each gives it in words of its own.
    articles: dict[str, list[DateRange | None]] = field(default_factory=dict)
    kinds: set[EventKind] = field(default_factory=set)
    reading: DateRange | None = None
    actors: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    is_planned: bool = False

    def add(self, index: int, telling: Telling, rule: str) -> None:
        mention = telling.mention
        if not self.members:
            self.is_planned = telling.is_planned
        self.members.append(index)
        self.rules[index] = rule
        if len(self.compared) < COMPARED:
            self.compared.append(telling)
        dated = self.articles.setdefault(mention.article_id, [])
        if mention.date is not None:
            dated.append(mention.reading)
        self.kinds.add(mention.kind)
        self.actors |= set(telling.actors)
        self.parties |= telling.parties
        self.places |= telling.places
        if mention.reading is not None:
            self.reading = narrowed(self.reading, mention.reading)

    @property
    def is_speech(self) -> bool:
        return bool(self.kinds & SPEECH)

    @property
    def can_be(self) -> set[EventKind]:
        """Its kinds; where no cue told one, those that the words of its mentions speak of."""
        told = self.kinds - {EventKind.OTHER}
        return told or set().union(*(telling.kinds for telling in self.compared))

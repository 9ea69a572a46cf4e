"""What people overrule of the events that the machine put together.

Corrections are applied in the order of their lines, those that move mentions first. One that finds
nothing to correct changes nothing and becomes a problem: the articles or the rules have moved on,
and the line should be looked at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.correction import Correction, CorrectionKind, read_days
from dateline.merge.identity import founder_of, name_event
from dateline.merge.kinds import kind_of
from dateline.merge.rows import best_title, joining_order, reading_of
from dateline.model import DateRange, EventKind, Mention, Problem, ProblemKind

RULE = "correction"
MOVING = (CorrectionKind.SPLIT, CorrectionKind.MERGE)


@dataclass
class Event:
    """The mentions of one event in the order in which they joined it, and what it was corrected to.

    `corrected` names what a person changed: ``title``, ``days``, ``kind``, ``mentions``.
    """

    mentions: list[Mention]
    kind: EventKind
    title: str
    reading: DateRange | None
    corrected: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    is_hidden: bool = False

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> "Event":
        """The event as the machine reads it."""
        return cls(list(mentions), kind_of(mentions), best_title(mentions), reading_of(mentions))

    def note(self, what: str, correction: Correction) -> None:
        self.corrected += [what] if what and what not in self.corrected else []
        self.reasons += [correction.reason] if correction.reason not in self.reasons else []

    def reread(self) -> None:
        """Work out title, days and kind again from other mentions, where nobody corrected them."""
        if "title" not in self.corrected:
            self.title = best_title(self.mentions)
        if "kind" not in self.corrected:
            self.kind = kind_of(self.mentions)
        if "days" not in self.corrected:
            self.reading = reading_of(self.mentions)


class Corrector:
    """Applies corrections to the events of one build; `events` holds them by id."""

    def __init__(
        self, told: Mapping[str, Sequence[Mention]], published: Mapping[str, date]
    ) -> None:
        self.events = {event_id: Event.of(mentions) for event_id, mentions in told.items()}
        self.moved: set[str] = set()  # ids of mentions that a person put into their event
        self.problems: list[Problem] = []
        self._published = published
        self._apply: Mapping[CorrectionKind, Callable[[str, Correction], str]] = {
            CorrectionKind.RETITLE: self._retitle,
            CorrectionKind.REDATE: self._redate,
            CorrectionKind.REKIND: self._rekind,
            CorrectionKind.SPLIT: self._split,
            CorrectionKind.MERGE: self._merge,
            CorrectionKind.HIDE: self._hide,
        }

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Apply *corrections*; each that no longer applies becomes a problem."""
        for correction in sorted(corrections, key=lambda each: each.kind not in MOVING):
            event_id = self._find(correction.event)
            if event_id is None:
                problem = "no event or mention has this id"
            else:
                problem = self._apply[correction.kind](event_id, correction)
            if problem:
                reason = f"corrections.csv:{correction.line}: {correction.kind}: {problem}"
                kind = ProblemKind.CORRECTION
                self.problems.append(Problem("", None, correction.event, kind, reason))

    def _find(self, name: str) -> str | None:
        """The event with this id, or the one that a mention with this id tells."""
        if name in self.events:
            return name
        return next(
            (
                event_id
                for event_id, event in self.events.items()
                if any(mention.mention_id == name for mention in event.mentions)
            ),
            None,
        )

    def _retitle(self, event_id: str, correction: Correction) -> str:
        event = self.events[event_id]
        if event.title == correction.value:
            return "the event has this title already"
        event.title = correction.value
        event.note("title", correction)
        return ""

    def _redate(self, event_id: str, correction: Correction) -> str:
        event, reading = self.events[event_id], read_days(correction.value)
        if event.reading == reading:
            return "the event has these days already"
        event.reading = reading
        event.note("days", correction)
        return ""

    def _rekind(self, event_id: str, correction: Correction) -> str:
        event, kind = self.events[event_id], EventKind(correction.value)
        if event.kind is kind:
            return "the event is of this kind already"
        event.kind = kind
        event.note("kind", correction)
        return ""

    def _hide(self, event_id: str, correction: Correction) -> str:
        event = self.events[event_id]
        if event.is_hidden:
            return "the event is hidden already"
        event.is_hidden = True
        event.note("", correction)
        return ""

    def _split(self, event_id: str, correction: Correction) -> str:
        event = self.events[event_id]
        wanted = set(mention_ids(correction.value))
        leaving = [mention for mention in event.mentions if mention.mention_id in wanted]
        staying = [mention for mention in event.mentions if mention.mention_id not in wanted]
        if missing := wanted - {mention.mention_id for mention in leaving}:
            return f"the event is not told by {', '.join(sorted(missing))}"
        if not staying:
            return "no mention would be left to tell the event"
        other = Event.of(leaving)
        other_id = name_event(founder_of(leaving, self._published), self.events)
        event.mentions = staying
        event.reread()
        self.events[other_id] = other
        self.moved |= wanted
        for each in (event, other):
            each.note("mentions", correction)
        return ""

    def _merge(self, event_id: str, correction: Correction) -> str:
        target_id = self._find(correction.value)
        if target_id is None:
            return f"no event or mention has the id {correction.value!r}"
        if target_id == event_id:
            return "the two are one event already"
        event, target = self.events.pop(event_id), self.events[target_id]
        self.moved |= {mention.mention_id for mention in event.mentions}
        target.mentions = sorted(
            target.mentions + event.mentions,
            key=lambda mention: joining_order(mention, self._published[mention.article_id]),
        )
        target.reread()
        target.note("mentions", correction)
        return ""


def mention_ids(value: str) -> list[str]:
    """The ids in the value of a split."""
    return [part for part in (piece.strip() for piece in value.split(";")) if part]

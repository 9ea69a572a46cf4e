"""Days handed to the next sentence, where it plainly continues a dated one.

A speaker goes on, and the members of a dated meeting speak under its date. What is handed on is
marked as inherited and carries the name of the rule; the next paragraph inherits nothing but the
scene of a meeting.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.dated import Dated
from dateline.extract.tellings import Candidate, SentenceView
from dateline.extract.verbs import Mood
from dateline.model import (
    DateBasis,
    DateRange,
    EventKind,
    Mention,
    Precision,
    Stance,
)

# How many sentences a dated meeting's members may go on speaking under its date.
SCENE_SENTENCES = 6
_GROUP = re.compile(
    r"\b(ambassador|minister|envoy|lawmaker|senator|delegate|diplomat|leader|official|witness|"
    r"governor|commissioner|deput(?=ies))(?:s|es|ies)\b",
    re.IGNORECASE,
)
# What people say more at.
_OCCASIONS = frozenset(
    {
        EventKind.STATEMENT,
        EventKind.INTELLIGENCE_REPORT,
        EventKind.MEETING,
        EventKind.CALL,
        EventKind.SUMMONS,
    }
)


@dataclass(frozen=True, slots=True)
class Thread:
    """What a following sentence may continue: the last dated telling of the text."""

    paragraph: int
    order: int
    reading: DateRange
    speaking: frozenset[str]  # who spoke then, or was where people spoke
    group: str  # "ambassador" where the dated sentence spoke of ambassadors at a meeting


def inherit(
    view: SentenceView, dated: list[Dated], thread: Thread | None, order: int
) -> list[Dated]:
    """Give the first telling of a sentence that continues a dated one that one's day."""
    if thread is None or any(item.reading and not _is_aside(view, item) for item in dated):
        return dated
    first = next((item for item in dated if _can_inherit(item.candidate)), None)
    if first is None or first.reading is not None:
        return dated
    speakers = first.candidate.saying.speakers if first.candidate.saying else ()
    rule = ""
    if thread.group and order - thread.order <= SCENE_SENTENCES:
        # The office may stand behind the name: "Robert Wood, the deputy ambassador, said".
        titles = " ".join(
            view.text[max(0, speaker.span.start - 25) : speaker.span.end + 45]
            for speaker in speakers
        ).lower()
        if thread.group in titles:
            rule = "scene"
    if not rule and view.sentence.paragraph == thread.paragraph and order == thread.order + 1:
        who = {speaker.actor_id for speaker in speakers}
        if who & thread.speaking:
            rule = "same_speaker"
    if not rule:
        return dated
    heir = replace(first, reading=thread.reading, basis=DateBasis.INHERITED, rule=rule)
    return [heir if item is first else item for item in dated]


def _is_aside(view: SentenceView, item: Dated) -> bool:
    """Whether a telling stands in a relative clause, which dates nothing but itself."""
    start = item.candidate.span.start
    before = [brk.word for brk in view.breaks if brk.span.end <= start and brk.word != ","]
    return bool(before) and bool({"who", "which", "whose", "where"} & set(before[-2:]))


def _can_inherit(candidate: Candidate) -> bool:
    """Whether the telling is a saying in the past: plans and conditions have days of their own.

    What somebody "has denied" was denied some time before, and what he "says" is said in print.
    """
    saying = candidate.saying
    return (
        saying is not None
        and saying.mood is Mood.FACT
        and not saying.is_perfect
        and not saying.is_present
    )


def thread_after(
    view: SentenceView, told: Sequence[Mention], thread: Thread | None, order: int
) -> Thread | None:
    """What the next sentence may continue."""
    dated = [
        mention
        for mention in told
        if mention.reading is not None
        and mention.reading.precision is Precision.DAY
        and mention.stance not in (Stance.PLANNED, Stance.CONDITIONAL)
    ]
    if not dated:
        if thread and thread.group and order - thread.order < SCENE_SENTENCES:
            return thread
        return None
    main = dated[-1]
    assert main.reading is not None
    if main.date_rule == "scene" and thread:
        return replace(thread, order=order)
    group = ""
    if any(mention.kind is EventKind.MEETING for mention in dated):
        match = _GROUP.search(view.text)
        group = match[1].lower() if match else ""
    # Whoever spoke on that day, or was where people speak, may go on in the next sentence; who is
    # named beside a strike or a death may speak on any day.
    speaking = {a for mention in dated if mention.kind in _OCCASIONS for a in mention.actor_ids}
    if speaking:
        speaking |= {actor.actor_id for actor in view.actors if actor.kind == "person"}
    return Thread(view.sentence.paragraph, order, main.reading, frozenset(speaking), group)

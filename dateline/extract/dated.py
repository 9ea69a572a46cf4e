"""The tellings of one sentence with their days: those of their own words, and those handed on.

A frame dates its clause ("In a call on Monday, she said"), and a joined verb shares its
neighbour's day. What is handed on is marked as inherited and carries the name of the rule.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.extract.dating import attach_dates
from dateline.extract.shared_days import is_during, is_framed, is_simultaneous
from dateline.extract.tellings import Candidate, SentenceView
from dateline.extract.voices import Saying
from dateline.model import (
    DateBasis,
    DateMention,
    DateRange,
    EventKind,
    Span,
)

# One of these is told by all its verbs together.
_BEFALLING = frozenset(
    {EventKind.DISASTER, EventKind.ACCIDENT, EventKind.ATTACK, EventKind.CYBER_INCIDENT}
)
_SPEECH = {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT}


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate with the date it was given, and how."""

    candidate: Candidate
    date: DateMention | None
    reading: DateRange | None
    basis: DateBasis
    rule: str


def date_candidates(
    view: SentenceView,
    found: list[Candidate],
    plain: Sequence[Span] = (),
    predicates: Mapping[Span, Span] = MappingProxyType({}),
) -> tuple[list[Dated], dict[Span, DateMention]]:
    """The candidates with their dates, and the dates that verbs of no known kind keep."""
    readable = [date for date in view.dates if isinstance(date.reading, DateRange)]
    if not readable:
        return _one_each([_dated(candidate, None) for candidate in found]), {}
    attached = attach_dates(
        view.text,
        [candidate.telling for candidate in found],
        readable,
        view.breaks,
        plain,
        predicates,
    )
    dated = [_dated(candidate, attached.get(index)) for index, candidate in enumerate(found)]
    dated = _one_each(dated)
    kept = {verb: attached[at] for at, verb in enumerate(plain, len(found)) if at in attached}
    dated, kept = _resume(view, dated, kept)
    return _share_dates(view, dated), kept


def _one_each(dated: list[Dated]) -> list[Dated]:
    """What one speaker says in several verbs as one telling, that of the verb that has the day.

    "It claimed the attack and demanded a ransom in April."
    """
    kept: list[Dated] = []
    for item in dated:
        saying = item.candidate.saying
        if saying is None or not item.candidate.goes_on:
            kept.append(item)
            continue
        if item.date is None:
            continue
        kept = [
            other
            for other in kept
            if other.date is not None
            or other.candidate.saying is None
            or other.candidate.saying.speakers != saying.speakers
        ]
        kept.append(item)
    return kept


_RESUMED = re.compile(r",?\s(?:when|during which|in which|the day that)\s")


def _resume(
    view: SentenceView, dated: list[Dated], kept: dict[Span, DateMention]
) -> tuple[list[Dated], dict[Span, DateMention]]:
    """Hand a verb's date to what was told of it: "aid began in May, when 40 tanks were sent"."""
    for verb, date in list(kept.items()):
        opening = _RESUMED.match(view.text, date.span.end)
        if opening is None:
            continue
        told = next((item for item in dated if item.candidate.span.start >= opening.end()), None)
        if told is not None and told.reading is None:
            dated = [_dated(item.candidate, date) if item is told else item for item in dated]
            del kept[verb]
    return dated, kept


def _dated(candidate: Candidate, date: DateMention | None) -> Dated:
    if date is None or not isinstance(date.reading, DateRange):
        return Dated(candidate, None, None, DateBasis.NONE, "")
    return Dated(candidate, date, date.reading, date.basis, date.rule)


def _dated_as(item: Dated, source: Dated) -> Dated:
    return replace(
        item, date=source.date, reading=source.reading, basis=source.basis, rule=source.rule
    )


def _share_dates(view: SentenceView, dated: list[Dated]) -> list[Dated]:
    """Hand a date on within the sentence: from a frame to its clause, between joined verbs."""
    shared = list(dated)
    repeated: list[int] = []
    for index, item in enumerate(dated):
        if item.date is not None or not item.candidate.telling.is_verb:
            continue
        for source_index, source in enumerate(dated):
            if source.date is None or source.reading is None:
                continue
            frame = source.candidate.span
            saying = item.candidate.saying
            if saying is not None and saying.content.holds(frame):
                # What is said on Thursday of last week is not said then.
                continue
            if (
                not source.candidate.telling.is_verb
                and is_framed(view.text, frame, source.date.span, item.candidate.span)
                and not _is_said_behind(view, frame, item.candidate)
            ):
                if source.candidate.kind in _SPEECH and item.candidate.kind in _SPEECH:
                    # "In a statement on Friday, the ministry demanded": one event, dated.
                    shared[index] = _dated_as(item, source)
                    shared[source_index] = replace(source, date=None, reading=None)
                elif item.candidate.kind is source.candidate.kind in _BEFALLING:
                    repeated.append(index)
                else:
                    shared[index] = replace(
                        item,
                        reading=source.reading,
                        basis=DateBasis.INHERITED,
                        rule="frame",
                    )
                break
            if is_during(view.text, item.candidate.span, frame, source.date.span):
                shared[index] = replace(
                    item, reading=source.reading, basis=DateBasis.INHERITED, rule="during"
                )
                break
            if saying is not None and _speaks_behind(view, frame, saying):
                continue
            if is_simultaneous(view.text, frame, item.candidate.span, view.breaks):
                if (
                    saying
                    and not source.candidate.telling.is_verb
                    and source.candidate.kind in _SPEECH
                ):
                    # "in his address on Tuesday, said": one act.
                    shared[index] = _dated_as(item, source)
                    repeated.append(source_index)
                    break
                if item.candidate.kind is source.candidate.kind in _BEFALLING:
                    repeated.append(index)  # "flooded the valley and destroyed the bridge"
                    break
                shared[index] = replace(
                    item, reading=source.reading, basis=DateBasis.INHERITED, rule="same_clause"
                )
                break
    return [item for index, item in enumerate(shared) if index not in repeated]


def _speaks_behind(view: SentenceView, frame: Span, saying: Saying) -> bool:
    """Whether a saying opens with a speaker of its own, behind a comma: "..., the owner said".

    It is neither joined to the verb in front nor of its day.
    """
    gap = view.text[frame.end : saying.span.start]
    return gap.endswith(", ") and any(
        frame.end <= speaker.span.start < saying.span.start for speaker in saying.speakers
    )


def _is_said_behind(view: SentenceView, frame: Span, candidate: Candidate) -> bool:
    """Whether what is told stands in words spoken behind the frame, with days of its own."""
    return any(
        saying.span.start > frame.end and saying.content.holds(candidate.span)
        for saying in view.sayings
    )

"""Dated clauses that no cue explains: they still tell that something happened on that day.

Each becomes a mention of kind `other`. A date that only compares ("the worst since 1998", "more
than last year"), or a second date of a clause that is dated already, tells nothing of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.clauses import clause_around
from dateline.extract.stance import Commitment
from dateline.extract.tellings import SentenceView
from dateline.extract.verbs import (
    Form,
    Mood,
    chain_before,
    is_auxiliary,
    is_finite,
    is_planned,
    mood_of,
)
from dateline.extract.voices import voices_over
from dateline.model import DateMention, DateRange, Span, Stance

_COMPARED = re.compile(
    r"\b(?:(?:first|last|worst|best|biggest|deadliest|largest|smallest|highest|lowest|most|only)\b"
    r"[^,;]{0,60}(?:since|in|of)|than|compared (?:with|to)|up from|down from|from)\s"
    r"(?:the\s)?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+(?:['’]t)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatedClause:
    """A clause with a date of its own, and how far the sentence commits to it."""

    date: DateMention
    clause: Span
    commitment: Commitment


def dated_clauses(
    view: SentenceView, told: Sequence[Span], used: Sequence[DateMention]
) -> list[DatedClause]:
    """The dated clauses that tell something no candidate tells.

    *told* are the cues of the sentence's dated mentions, *used* the dates that date them.
    """
    clauses: list[DatedClause] = []
    taken = [date.span for date in used]
    for date in view.dates:
        if not isinstance(date.reading, DateRange) or date.span in taken:
            continue
        clause = clause_around(view.breaks, len(view.text), date.span.start)
        if any(clause.holds(cue) for cue in told):
            continue
        if _COMPARED.search(view.text[max(0, date.span.start - 80) : date.span.start]):
            continue
        verb = _finite_verb(view.text, clause, date.span)
        if verb is None:
            continue
        clauses.append(DatedClause(date, clause, _commitment(view, verb, clause)))
        told = [*told, clause]
    return clauses


def _finite_verb(text: str, clause: Span, date: Span) -> Span | None:
    """The verb of the clause that stands nearest to the date."""
    verbs = [
        Span(*match.span())
        for match in _WORD.finditer(text, clause.start, clause.end)
        if not date.overlaps(Span(*match.span())) and is_finite(match[0])
    ]
    return min(verbs, key=lambda verb: abs(verb.start - date.start), default=None)


def _commitment(view: SentenceView, verb: Span, clause: Span) -> Commitment:
    word = verb.of(view.text)
    auxiliary = is_auxiliary(word)
    chain = chain_before(view.text, verb.end + 1 if auxiliary else verb.start)
    mood = mood_of(Form.PAST, chain or word)
    voices = voices_over(view.sayings, verb)
    ahead = view.text[clause.start : max(verb.end, clause.start)]
    if mood is Mood.FACT and is_planned(ahead):
        mood = Mood.PLANNED
    if mood is Mood.PLANNED or (mood is Mood.CONDITIONAL and voices):
        return Commitment(Stance.PLANNED, f"chain:{chain.strip() or word}")
    if mood is Mood.CONDITIONAL:
        return Commitment(Stance.CONDITIONAL, f"chain:{chain.strip() or word}")
    for voice in voices:
        if voice.stance in (Stance.DENIED, Stance.ALLEGED, Stance.CONFIRMED):
            return Commitment(voice.stance, voice.rule)
    return Commitment(Stance.ASSERTED, voices[0].rule if voices else "told")

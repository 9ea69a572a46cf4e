"""Dated clauses that no cue explains: they still tell that something happened on that day.

Each becomes a mention of kind `other`. A date that only compares ("the worst since 1998", "more
than last year"), or a second date of a clause that is dated already, tells nothing of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.asides import find_asides
from dateline.extract.clauses import clause_around
from dateline.extract.stance import Commitment, never_came, own_voices
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
from dateline.model import DateMention, DateRange, Precision, Span, Stance

_COMPARED = re.compile(
    r"\b(?:(?:first|last|worst|best|biggest|deadliest|largest|smallest|highest|lowest|most|only)\b"
    r"[^,;]{0,60}since|than|compared (?:with|to)|up from|down from|from)\s"
    r"(?:the\s)?\Z",
    re.IGNORECASE,
)
# "The deadliest attack of 2024": what is the most of a month or a year is compared with the rest.
_MOST_OF = re.compile(
    r"\b(?:first|last|worst|best|biggest|deadliest|largest|smallest|highest|lowest|most|only)\b"
    r"[^,;]{0,60}(?:in|of)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_LONG = {Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.YEAR}
_CHAIN_CHARACTERS = 16  # of the auxiliaries behind the first: "would not have"
_WORD = re.compile(r"[a-z]+(?:['’]t)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatedClause:
    """A clause with a date of its own, and how far the sentence commits to it."""

    date: DateMention
    clause: Span
    commitment: Commitment


def dated_clauses(
    view: SentenceView,
    told: Sequence[Span],
    used: Sequence[DateMention],
    kept: Mapping[Span, DateMention],
) -> list[DatedClause]:
    """The dated clauses that tell something no candidate tells.

    *told* are the cues of the sentence's dated mentions, *used* the dates that date them, and
    *kept* the dates that verbs of no known kind keep for themselves.
    """
    clauses: list[DatedClause] = []
    if view.text.endswith("?"):
        return clauses
    taken = [date.span for date in used]
    by_date = {date.span: verb for verb, date in kept.items()}
    hanging = [date for date in kept.values() if date not in view.dates]
    for date in sorted([*view.dates, *hanging], key=lambda date: date.span):
        if not isinstance(date.reading, DateRange) or date.span in taken:
            continue
        if date.span in by_date and not (
            _is_compared(view.text, date) and not _looks_ahead(view, by_date[date.span])
        ):
            owner = by_date[date.span]
            if _is_unreal(view.text, owner):
                continue  # "two years ago this would not have been possible"
            clause = _clause_with(view, owner)
            clauses.append(DatedClause(date, clause, _commitment(view, owner, clause)))
            told = [*told, owner]
            continue
        clause = _clause_of(view, date.span)
        if any(clause.holds(cue) for cue in told):
            continue
        if _is_compared(view.text, date) and not is_planned(clause.of(view.text)):
            continue
        verb = _finite_verb(view.text, clause, date.span)
        if verb is None or _is_unreal(view.text, verb):
            continue
        clauses.append(DatedClause(date, clause, _commitment(view, verb, clause)))
        told = [*told, clause]
    return clauses


def _is_unreal(text: str, verb: Span) -> bool:
    """Whether the verb opens a chain that tells what did not happen: "would not have been"."""
    return never_came(text[verb.start : verb.end + _CHAIN_CHARACTERS])


def _is_compared(text: str, date: DateMention) -> bool:
    before = text[max(0, date.span.start - 80) : date.span.start]
    if _COMPARED.search(before):
        return True
    is_long = isinstance(date.reading, DateRange) and date.reading.precision in _LONG
    # "A first batch arrived in June": the verb has the month, and not what is the first.
    most = _MOST_OF.search(before) if is_long else None
    return most is not None and not re.search(r"\sin\s\Z", most[0])


def _looks_ahead(view: SentenceView, verb: Span) -> bool:
    """Whether the verb speaks of what is to come: "would fly from October 29" compares nothing."""
    words = view.text[verb.start : verb.end + 4]
    return is_planned(words) or words.startswith(("would", "could", "may", "might"))


def _clause_with(view: SentenceView, verb: Span) -> Span:
    """The clause around a verb, or the aside that it stands in."""
    for aside in find_asides(view.text):
        if aside.holds(verb):
            return aside
    return clause_around(view.breaks, len(view.text), verb.start)


# Breaks that a date may follow without a clause of its own: "closed since Sunday".
_TEMPORAL = frozenset(("since", "until", "before", "after", "as", "at", "on", "in", "during"))
_RELATIVE = frozenset(("that", "which", "who", "whose"))


def _clause_of(view: SentenceView, date: Span) -> Span:
    """The clause that tells what happened on *date*.

    Words before a verb are no clause yet, so it reaches back over "since" and over a relative
    clause ahead; what a speaker says behind "said on Friday" is a clause of its own.
    """
    text = view.text
    aside = next((aside for aside in find_asides(text) if aside.holds(date)), None)
    if aside is not None:
        return aside
    clause = clause_around(view.breaks, len(text), date.start)
    if _finite_verb(text, clause, date) is None:
        opening = [brk for brk in view.breaks if brk.span.end == clause.start]
        closing = [brk for brk in view.breaks if brk.span.start == clause.end]
        if opening and opening[0].word in _TEMPORAL:
            before = clause_around(view.breaks, len(text), opening[0].span.start)
            clause = Span(min(before.start, clause.start), clause.end)
        elif closing and closing[0].word in _RELATIVE:
            stops = (brk.span.start for brk in view.breaks if brk.word in (";", ":"))
            end = next((stop for stop in stops if stop > clause.end), len(text))
            clause = Span(clause.start, end)
    for saying in view.sayings:
        if clause.holds(saying.span) and saying.content.holds(date):
            start = max(saying.span.end, clause.start, _last_date_before(view, date))
            if any(is_finite(word) for word in _WORD.findall(text[start : date.start])):
                return Span(start, clause.end)
    return clause


def _last_date_before(view: SentenceView, date: Span) -> int:
    return max((other.span.end for other in view.dates if other.span.end <= date.start), default=0)


def _finite_verb(text: str, clause: Span, date: Span) -> Span | None:
    """The verb of the clause that stands nearest to the date."""
    verbs = [
        Span(*match.span())
        for match in _WORD.finditer(text, clause.start, clause.end)
        if not date.overlaps(Span(*match.span())) and is_finite(match[0])
    ]
    return min(verbs, key=lambda verb: abs(verb.start - date.start), default=None)


_TO_DO = re.compile(
    r"\s?(?:(?:not|now|also|then|still|expected|due|set|scheduled|likely|about|supposed|meant)\s){0,2}"
    r"to(?=\s[a-z])"
)


def _commitment(view: SentenceView, verb: Span, clause: Span) -> Commitment:
    word = verb.of(view.text)
    auxiliary = is_auxiliary(word)
    chain = chain_before(view.text, verb.end + 1 if auxiliary else verb.start)
    if auxiliary and (ahead := _TO_DO.match(view.text, verb.end)):
        chain = f"{chain.strip()} {ahead[0].strip()}"  # "flights were (due) to resume"
    mood = mood_of(Form.PAST, chain or word)
    voices = [
        voice
        for voice in own_voices(view.text, view.sayings, verb)
        if voice.mood is not Mood.PURPOSE
    ]
    before = view.text[clause.start : max(verb.end, clause.start)]
    if mood is Mood.FACT and is_planned(before):
        mood = Mood.PLANNED
    if mood is Mood.PLANNED or (mood is Mood.CONDITIONAL and voices):
        return Commitment(Stance.PLANNED, f"chain:{chain.strip() or word}")
    if mood is Mood.CONDITIONAL:
        return Commitment(Stance.CONDITIONAL, f"chain:{chain.strip() or word}")
    for voice in voices:
        if voice.stance in (Stance.DENIED, Stance.ALLEGED, Stance.CONFIRMED):
            return Commitment(voice.stance, voice.rule)
    return Commitment(Stance.ASSERTED, voices[0].rule if voices else "told")

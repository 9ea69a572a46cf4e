"""Dated clauses that no cue explains: they still tell that something happened on that day.

Each becomes a mention of kind `other`. A date that only compares ("the worst since 1998", "more
than last year"), or a second date of a clause that is dated already, tells nothing of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.asides import find_asides
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
    is_verb_there,
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


# A statement that is framed so is one act with the saying behind it: "In a post published on
# Friday, she said".
_FRAMED = re.compile(
    r"\b(?:statement|report|letter|post|interview|video|message|filing|documents?|papers|remarks|"
    r"speech|article|tweet|memo|email|e-mail|blog)\s\Z"
)


_MODAL = re.compile(r"(?:will|would|could|might|may|shall|should)\Z", re.IGNORECASE)
_IS_TO = re.compile(
    r"\s(?:not\s|now\s|also\s|then\s|due\s|expected\s|set\s|scheduled\s){0,2}to\s[a-z]"
)
_BE = frozenset(("is", "are", "was", "were"))
_LONGEST_CHAIN = 30


def plain_verbs(view: SentenceView, told: Sequence[Span]) -> list[Span]:
    """The verbs of a dated sentence that no candidate, cue or saying explains.

    They are past forms, modals ("would appear") and "is to"; not those whose subject is an event
    with a cue of its own ("talks resumed"), nor what is said of one ("a truce brokered by").
    """
    if not view.dates:
        return []
    taken = [*told, *(cue.span for cue in view.cues), *(saying.span for saying in view.sayings)]
    taken += [actor.span for actor in view.actors]
    taken += [date.span for date in view.dates]
    return [
        verb
        for match in _WORD.finditer(view.text)
        if _is_plain(view.text, match)
        and not any((verb := Span(*match.span())).overlaps(other) for other in taken)
        and not _FRAMED.search(view.text[max(0, match.start() - 14) : match.start()])
        and not _leads_to_telling(view, verb)
        and not _has_event_for_subject(view, verb)
    ]


def _is_plain(text: str, match: re.Match[str]) -> bool:
    if is_verb_there(text, match.start(), match[0]) or _MODAL.match(match[0]):
        return True
    return match[0].lower() in _BE and bool(_IS_TO.match(text, match.end()))


def _leads_to_telling(view: SentenceView, verb: Span) -> bool:
    """Whether a modal only helps a verb that a cue or a saying explains: "would strike"."""
    return any(
        verb.end <= cue.span.start and verb.start >= cue.span.start - len(cue.chain)
        for cue in view.cues
        if cue.is_verb
    ) or any(
        0 <= saying.span.start - verb.end <= _LONGEST_CHAIN
        and is_auxiliary(verb.of(view.text))
        and not re.search(r"[,;]", view.text[verb.end : saying.span.start])
        for saying in view.sayings
    )


_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|with|after|before|over|during|since|against|into|about|amid|"
    r"following|despite|because of)\s(?:[\w’'.-]{1,20}\s){0,4}\Z",
    re.IGNORECASE,
)


def _has_event_for_subject(view: SentenceView, verb: Span) -> bool:
    """Whether an event noun is the subject of the verb, or the verb only says more of it."""
    for cue in view.cues:
        if cue.is_verb or cue.span.end > verb.start:
            continue
        between = view.text[cue.span.end : verb.start]
        if between == " ":
            return True
        is_split = any(
            cue.span.end <= brk.span.start and brk.span.end <= verb.start and brk.word != ","
            for brk in view.breaks
        )
        if is_split or any(
            is_verb_there(between, at.start(), at[0]) for at in _WORD.finditer(between)
        ):
            continue
        if not _GOVERNED.search(view.text[max(0, cue.span.start - 60) : cue.span.start]):
            return True
    return False


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
    taken = [date.span for date in used]
    by_date = {date.span: verb for verb, date in kept.items()}
    for date in view.dates:
        if not isinstance(date.reading, DateRange) or date.span in taken:
            continue
        if date.span in by_date and not _is_compared(view.text, date.span):
            verb = by_date[date.span]
            clause = _clause_with(view, verb)
            clauses.append(DatedClause(date, clause, _commitment(view, verb, clause)))
            told = [*told, verb]
            continue
        clause = _clause_of(view, date.span)
        if any(clause.holds(cue) for cue in told):
            continue
        if _is_compared(view.text, date.span):
            continue
        verb = _finite_verb(view.text, clause, date.span)
        if verb is None:
            continue
        clauses.append(DatedClause(date, clause, _commitment(view, verb, clause)))
        told = [*told, clause]
    return clauses


def _is_compared(text: str, date: Span) -> bool:
    return bool(_COMPARED.search(text[max(0, date.start - 80) : date.start]))


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
        chain = f"{chain}{ahead[0]}".strip()  # "flights were (due) to resume"
    mood = mood_of(Form.PAST, chain or word)
    voices = voices_over(view.sayings, verb)
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

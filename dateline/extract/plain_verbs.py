"""The verbs of a dated sentence that tell no known kind of event, and yet own their dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.asides import find_asides
from dateline.extract.clauses import clause_around, weight_between
from dateline.extract.noun_forms import is_counted
from dateline.extract.offsets import OPENS_CLAUSE, has_offset
from dateline.extract.tellings import SentenceView
from dateline.extract.verbs import Mood, chain_before, is_auxiliary, is_verb_there
from dateline.model import Span

_WORD = re.compile(r"[a-z]+(?:['’]t)?", re.IGNORECASE)
# A statement that is framed so is one act with the saying behind it: "In a post published on
# Friday, she said".
_FRAMED = re.compile(
    r"\b(?:statement|report|letter|post|interview|video|message|filing|documents?|papers|remarks|"
    r"speech|article|tweet|memo|email|e-mail|blog)\s\Z"
)


_MODAL = re.compile(r"(?:will|would|could|might|may|shall|should)\Z", re.IGNORECASE)
_IS_TO = re.compile(
    r"\s(?:not\s|now\s|also\s|then\s|due\s|expected\s|set\s|scheduled\s){0,2}to\s[a-z]|"
    r"\s(?:now\s|also\s|then\s){0,2}(?:due|expected|scheduled|planned|slated)\s"
    r"(?:back|home|for|on|in|at|by|next|this|here|there|later|tomorrow)\b"
)
_BE = frozenset(("is", "are", "was", "were"))
_LONGEST_CHAIN = 30


@dataclass(frozen=True, slots=True)
class PlainVerbs:
    """Verbs of no known kind: those that tell by themselves, and those whose subject tells.

    `predicates` has the verb of each event noun: "the fire near the town was put out".
    """

    verbs: list[Span]
    predicates: dict[Span, Span]


def plain_verbs(view: SentenceView, told: Sequence[Span]) -> PlainVerbs:
    """The verbs of a dated sentence that no candidate, cue or saying explains.

    They are past forms, modals ("would appear") and "is to"; not those whose subject is an event
    with a cue of its own ("talks resumed"), nor what is said of one ("a truce brokered by").
    """
    if (not view.dates and not has_offset(view.text)) or view.text.endswith("?"):
        return PlainVerbs([], {})
    taken = [*told, *(cue.span for cue in view.cues), *(saying.span for saying in view.sayings)]
    taken += [actor.span for actor in view.actors]
    taken += [date.span for date in view.dates]
    found = (
        Span(*match.span())
        for match in _WORD.finditer(view.text)
        if _is_plain(view.text, match) or _is_scheduled(view, match)
    )
    speaks = any(saying.is_statement for saying in view.sayings)
    verbs: list[Span] = []
    predicates: dict[Span, Span] = {}
    for verb in found:
        if any(verb.overlaps(other) for other in taken) or _leads_to_telling(view, verb):
            continue
        if _only_describes(view, verb):
            continue
        if speaks and _FRAMED.search(view.text[max(0, verb.start - 14) : verb.start]):
            continue
        event = _event_as_subject(view, verb)
        if event is None:
            verbs.append(verb)
        else:
            predicates.setdefault(event, verb)
    return PlainVerbs(verbs, predicates)


def _is_plain(text: str, match: re.Match[str]) -> bool:
    if match[0].lower() == "asked":
        return False  # whoever is asked is dated by the answer
    if is_counted(text, Span(*match.span())):
        return False
    if is_verb_there(text, match.start(), match[0]) or _MODAL.match(match[0]):
        return True
    return match[0].lower() in _BE and bool(_IS_TO.match(text, match.end()))


# Verbs that tell in the present when something is: "the truce expires on Friday".
_SCHEDULED = frozenset(
    (
        "begins", "closes", "ends", "expires", "falls", "lasts", "opens", "reopens", "resumes",
        "runs", "starts",
    )
)  # fmt: skip
_SCHEDULE_CHARACTERS = 25


def _is_scheduled(view: SentenceView, match: re.Match[str]) -> bool:
    return match[0].lower() in _SCHEDULED and any(
        0 <= date.span.start - match.end() <= _SCHEDULE_CHARACTERS for date in view.dates
    )


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


_BY = re.compile(r"\sby\b")
_ADJACENT = 5  # characters: "captured in May", "seized last week"


def _only_describes(view: SentenceView, verb: Span) -> bool:
    """Whether it is a participle that says more of an object: "hit a lorry loaded with sand on
    Monday" tells of the hitting; "shelled the town captured in May" dates the capture."""
    if not verb.of(view.text).endswith("ed") or chain_before(view.text, verb.start):
        return False
    if any(0 <= date.span.start - verb.end <= _ADJACENT for date in view.dates):
        return False
    return any(
        cue.is_verb
        and cue.mood is Mood.FACT
        and cue.span.end < verb.start
        and not _BY.match(view.text, cue.span.end)
        and not weight_between(view.breaks, cue.span.end - 1, verb.start)
        and not _PARTED.search(view.text, cue.span.end, verb.start)
        for cue in view.cues
    )


_PARTED = re.compile(r"[,;:—–“”\"]|\b(?:and|or|but|then)\b")
_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|with|over|during|against|into|about|amid|"
    r"following|despite|because of)\s(?:[\w’'.-]{1,20}\s){0,4}\Z",
    re.IGNORECASE,
)


_CONJOINED = re.compile(
    r"\b(?:after|before|since|until)\s(?:[\w’'.-]{1,20}\s){0,4}\Z", re.IGNORECASE
)


# "The accident, which occurred on Friday": what opens a clause about the noun in front of it.
_RELATIVE = re.compile(r",?\s(?:which|that)\s(?:[a-z]{2,20}ly\s|had\s|also\s)?\Z")
_TAKES_PLACE = re.compile(r"took place\b", re.IGNORECASE)
# What events do: "aid began in May with the shipment of shells" tells the shipment.
_OF_EVENTS = frozenset(
    {"began", "begun", "started", "ended", "came", "happened", "occurred", "followed", "continued"}
)


def _describes_another(view: SentenceView, noun: Span, verb: Span) -> bool:
    """Whether the verb behind a comma only says more of what stands before it, and not of the noun.

    In "the inquiry into the fate of Rex Moll, crushed in May" it is he who was crushed; what is
    dated between the two ("the strike, on Monday, closed the port") ends an aside.
    """
    between = view.text[noun.end : verb.start]
    is_dated = any(noun.end <= date.span.start < verb.start for date in view.dates)
    return between.endswith(", ") and between.count(",") == 1 and between != ", " and not is_dated


def _is_aside(asides: Sequence[Span], noun: Span, verb: Span) -> bool:
    """Whether the noun stands between commas in front of the verb: "who spoke by phone, will"."""
    return any(aside.holds(noun) and not aside.holds(verb) for aside in asides)


_PLURAL = re.compile(r"\b(?:were|are|have)\s(?:[a-z]{2,20}ly\s)?(?:been\s)?\Z")


def _disagree(noun: str, between: str) -> bool:
    """Whether a verb of many cannot have one event for its subject: "those lost after the fire were
    found on Sunday"."""
    return bool(_PLURAL.search(between)) and not noun.endswith("s") and " and " not in between


def _event_as_subject(view: SentenceView, verb: Span) -> Span | None:
    """The event noun that is the subject of the verb, or of which the verb only says more."""
    happens = verb.of(view.text).lower() in _OF_EVENTS or _TAKES_PLACE.match(view.text, verb.start)
    if happens:
        clause = clause_around(view.breaks, len(view.text), verb.start)
        nouns = [cue.span for cue in view.cues if clause.holds(cue.span) and not cue.is_verb]
        if nouns:
            return nouns[0]
        opening = _RELATIVE.search(view.text[: verb.start])
        if opening is not None:
            return next(
                (cue.span for cue in view.cues
                 if not cue.is_verb and cue.span.end == opening.start()), None,
            )  # fmt: skip
    asides = find_asides(view.text)
    for cue in view.cues:
        if cue.is_verb or cue.span.end > verb.start:
            continue
        between = view.text[cue.span.end : verb.start]
        if between == " ":
            return cue.span
        if _describes_another(view, cue.span, verb):
            continue
        is_split = any(
            cue.span.end <= brk.span.start
            and brk.span.end <= verb.start
            and brk.word != ","
            and not any(0 <= date.span.start - brk.span.end <= 1 for date in view.dates)
            for brk in view.breaks
        )
        if is_split or any(
            is_verb_there(between, at.start(), at[0]) for at in _WORD.finditer(between)
        ):
            continue
        if _disagree(cue.word, between) or _is_aside(asides, cue.span, verb):
            continue
        before = view.text[max(0, cue.span.start - 60) : cue.span.start]
        is_conjoined = "," in between or OPENS_CLAUSE.match(between)
        if _GOVERNED.search(before) or (is_conjoined and _CONJOINED.search(before)):
            continue
        return cue.span
    return None

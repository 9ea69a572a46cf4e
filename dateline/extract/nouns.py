"""What the words around a noun make of the event it names: planned, put off, prevented."""

import re

from dateline.extract.verbs import Form, Mood, chain_before, mood_of
from dateline.model import Span

_NO_EVENT = re.compile(
    r"\b(?:no|not an?|without an?|never an?|foil(?:s|ed)|prevent(?:s|ed)|avert(?:s|ed)|"
    r"thwart(?:s|ed)|avoid(?:s|ed)|cancel(?:s|l?ed)|called off)\s(?:an?\s|the\s|its\s)?"
    r"(?:[a-z-]{3,20}\s){0,2}\Z",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:postponed|delayed|rescheduled|moved|scheduled|planned|announced plans for)\s"
    r"(?:an?\s|the\s|its\s|their\s)?(?:[a-z-]{3,20}\s){0,2}\Z"
)
_LIGHT = re.compile(
    r"\b(?P<verb>hold|stage|launch|begin|start|conduct|attend|host|go on|carry out|call)\s"
    r"(?:an?\s|the\s|its\s|their\s|new\s)?(?:[a-z-]{3,20}\s){0,2}\Z"
)
_SUBJECT_OF = re.compile(
    r"(?:\s(?!and\b|but\b|that\b|which\b|who\b)[\w’'-]{1,25}){0,6}?\s(?P<chain>(?:is|are|was|were|will|would|"
    r"could|may|might)\s(?:not\s)?(?:also\s|now\s)?(?:be\s)?)(?P<verb>[a-z]{3,20})"
)
_PUT_OFF = frozenset({"cancelled", "canceled", "averted", "prevented", "foiled", "thwarted"})
_TO_COME = frozenset(
    {"planned", "scheduled", "expected", "due", "set", "postponed", "delayed", "slated"}
)


def noun_mood(sentence: str, span: Span) -> Mood:
    """What the words around a noun make of its event: "a strike is planned", "no attack"."""
    before = sentence[max(0, span.start - 70) : span.start]
    if _NO_EVENT.search(before):
        return Mood.NEGATED
    if _MOVED.search(before):
        return Mood.PLANNED
    if light := _LIGHT.search(before):
        at = span.start - len(before) + light.start("verb")
        mood = mood_of(Form.BASE, chain_before(sentence, at))
        return mood if mood in (Mood.PLANNED, Mood.CONDITIONAL, Mood.NEGATED) else Mood.FACT
    if governing := _SUBJECT_OF.match(sentence, span.end):
        chain, verb = governing["chain"], governing["verb"]
        if verb in _PUT_OFF:
            return Mood.NEGATED
        if verb in _TO_COME:
            return Mood.PLANNED
        mood = mood_of(Form.PAST, chain)
        return mood if mood in (Mood.PLANNED, Mood.CONDITIONAL, Mood.NEGATED) else Mood.FACT
    return Mood.FACT

"""Find the words that tell an event, and what kind of event they tell.

The cues are rows of ``lexicon/cues.csv``: a verb in any of its forms (`send~`) or a noun, words
that must stand near it and words that must not, and an example that the tests run. A cue says
what is told; whether it happened, is planned or denied is the business of `stance`.
"""

import re
from dataclasses import dataclass
from functools import cache

from dateline import lexicon
from dateline.extract.verbs import Form, Mood, chain_before, forms_of, mood_of
from dateline.model import EventKind, Span

# How far the words named in `near` and `not_near` may stand from the cue, in characters.
NEAR_CHARACTERS = 90
# How close a noun stands to a verb of its kind to be its object rather than another event.
ABSORB_CHARACTERS = 70

# "The reports led the president to call a meeting": what was caused happened.
_CAUSED = re.compile(
    r"\b(?:led|forced|prompted|pushed|moved|caused|brought|drove|compelled)\s[^,;]{2,60}\Z"
)
# "has supplied no weapons"
_NO_OBJECT = re.compile(r"\s(?:no|nothing|none|neither)\b")
_WITHOUT_OBJECT = re.compile(
    r"\Z|[^\w\s]|\s(?:in|on|by|at|for|to|from|last|this|during|over|after|before|earlier|yesterday|today|"
    r"[A-Z][a-z]{2,5}day)\b"
)
_WORD = re.compile(r"[^\W_](?:[\w’'.-]{0,30}\w)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a sentence that tell an event. `span` counts from the sentence's start."""

    span: Span
    rule: str
    kind: EventKind
    is_verb: bool
    mood: Mood
    chain: str  # the auxiliaries in front of a verb, as printed
    needs_date: bool  # told only where a date or a stance is tied to it
    only_dated: bool = False  # told only where a date is tied to it
    word: str = ""  # the first word, in small letters
    is_bare: bool = False  # a verb without an object behind it: "held last year"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to word a rule of the lexicon, ready to match at a word."""

    rule: str
    regex: re.Pattern[str]
    form: Form | None  # of the verb that opens the pattern; None for a noun
    near: re.Pattern[str] | None
    not_near: re.Pattern[str] | None

    def match(self, sentence: str, start: int) -> Span | None:
        """The words matched at *start*, if what must stand near does and the rest does not."""
        found = self.regex.match(sentence, start)
        if not found:
            return None
        window = sentence[max(0, start - NEAR_CHARACTERS) : found.end() + NEAR_CHARACTERS].lower()
        if self.near and not self.near.search(window):
            return None
        if self.not_near and self.not_near.search(window):
            return None
        return Span(*found.span())


def alternation(words: str) -> re.Pattern[str] | None:
    """Compile ``a|b c`` of the lexicon into a whole-word pattern; None where it is empty."""
    terms = [term.strip() for term in words.split("|") if term.strip()]
    if not terms:
        return None
    parts = [
        (r"\b" if term[0].isalnum() else "")
        + re.escape(term).replace(r"\ ", r"\s+")
        + (r"\b" if term[-1].isalnum() else "")
        for term in terms
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def compile_patterns(
    rule: str, words: str, near: str = "", not_near: str = ""
) -> list[tuple[str, Pattern]]:
    """The patterns of one rule, each with the lower-case word that opens it."""
    patterns: list[tuple[str, Pattern]] = []
    for alternative in words.split("|"):
        first, *rest = alternative.split()
        tail = "".join(
            r"(?:\s+[\w’'-]{1,30}){0,5}?" if word == "*" else rf"\s+{_inflected(word)}"
            for word in rest
        )
        openings: dict[str, Form | None] = (
            dict(forms_of(first[:-1])) if first.endswith("~") else {first: None}
        )
        for opening, form in openings.items():
            regex = re.compile(rf"{re.escape(opening)}{tail}(?![\w-])", re.IGNORECASE)
            patterns.append(
                (
                    opening.lower(),
                    Pattern(rule, regex, form, alternation(near), alternation(not_near)),
                )
            )
    return patterns


def _inflected(word: str) -> str:
    if not word.endswith("~"):
        return "(?:" + "|".join(re.escape(choice) for choice in word.split("/")) + ")"
    return "(?:" + "|".join(re.escape(form) for form in forms_of(word[:-1])) + ")"


@cache
def _patterns() -> dict[str, list[tuple[Pattern, EventKind, str]]]:
    """Every event cue of the lexicon, by the word that opens it."""
    table: dict[str, list[tuple[Pattern, EventKind, str]]] = {}
    for row in lexicon.rows("cues"):
        for opening, pattern in compile_patterns(
            row["cue"], row["words"], row["near"], row["not_near"]
        ):
            table.setdefault(_first_word(opening), []).append(
                (pattern, EventKind(row["kind"]), row["emit"])
            )
    return table


def _first_word(opening: str) -> str:
    match = _WORD.match(opening)
    return match[0] if match else opening


def find_cues(sentence: str) -> list[Cue]:
    """The event cues of one sentence, left to right, no two of them on the same words."""
    table = _patterns()
    found: list[Cue] = []
    for word in _WORD.finditer(sentence):
        for pattern, kind, emit in table.get(word[0].lower(), ()):
            span = pattern.match(sentence, word.start())
            if span is None:
                continue
            is_verb = pattern.form is not None
            chain = chain_before(sentence, span.start) if is_verb else ""
            if pattern.form and reads_as_noun(sentence, span, pattern.form, chain):
                continue
            mood = mood_of(pattern.form, chain) if pattern.form else noun_mood(sentence, span)
            if mood is Mood.PURPOSE and _CAUSED.search(
                sentence[max(0, span.start - 90) : span.start - len(chain)]
            ):
                mood = Mood.FACT
            if is_verb and _NO_OBJECT.match(sentence, span.end):
                mood = Mood.NEGATED
            needs_date, only_dated = emit != "always", emit == "only_dated"
            found.append(
                Cue(
                    span,
                    pattern.rule,
                    kind,
                    is_verb,
                    mood,
                    chain,
                    needs_date,
                    only_dated,
                    word[0].lower(),
                    bool(_WITHOUT_OBJECT.match(sentence, span.end)),
                )
            )
    kept = _without_overlaps(found)
    chains = [Span(cue.span.start - len(cue.chain), cue.span.start) for cue in kept]
    # "agreed to send": the agreeing is the chain of the sending.
    return _absorb([cue for cue in kept if not any(cue.span.overlaps(chain) for chain in chains)])


_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|its|his|her|their|our|any|no|some|every|each|of|"
    r"alleged|first|last|new|joint|major|planned)|['’]s)\s+(?:[a-z-]{3,20}\s+)?\Z",
    re.IGNORECASE,
)


def reads_as_noun(sentence: str, span: Span, form: Form, chain: str) -> bool:
    """Whether "strikes", "transfer" or "meeting" stands where a noun does.

    News tells events in the past, or with an auxiliary in front; a bare base form or "-s" is a
    noun far oftener than a verb, and a gerund behind an article or a possessive is one too.
    """
    if form in (Form.BASE, Form.PRESENT):
        return not chain.strip()
    if form is Form.GERUND:
        return bool(_NOUN_BEFORE.search(sentence[max(0, span.start - 40) : span.start]))
    return False


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


def _without_overlaps(cues: list[Cue]) -> list[Cue]:
    """Of cues on the same words the longest stays, then the one named first in the lexicon."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: cue.span.start - cue.span.end):
        if not any(cue.span.overlaps(other.span) for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.span)


def _absorb(cues: list[Cue]) -> list[Cue]:
    """Leave out nouns that are the object of a verb of their kind: "launched an attack"."""
    kept: list[Cue] = []
    for cue in cues:
        if cue.needs_date and any(_is_object_of(cue, verb) for verb in cues):
            continue
        twins = [
            other
            for other in cues
            if other is not cue
            and other.kind is cue.kind
            and _gap(other.span, cue.span) <= ABSORB_CHARACTERS
        ]
        if any(_outranks(twin, cue) for twin in twins):
            continue
        kept.append(cue)
    return kept


_INTRANSITIVE = frozenset({"concluded", "ended", "began", "opened", "closed", "collapsed"})


def _is_subject_of(noun: Cue, verb: Cue) -> bool:
    """Whether the noun stands right in front of the verb: "the summit concluded"."""
    return 0 <= verb.span.start - len(verb.chain) - noun.span.end <= 2


# Verbs of one kind whose object is an event of another: one ratifies an agreement.
_OBJECT_KINDS = {EventKind.VOTE: EventKind.AGREEMENT}
_OBJECT_CHARACTERS = 45


def _is_object_of(noun: Cue, verb: Cue) -> bool:
    """Whether a noun is what an act of another kind is about: "ratified the treaty"."""
    return (
        not noun.is_verb
        and _OBJECT_KINDS.get(verb.kind) is noun.kind
        and 0 <= noun.span.start - verb.span.end <= _OBJECT_CHARACTERS
    )


def _outranks(twin: Cue, cue: Cue) -> bool:
    """Whether *twin* tells the event that *cue* only names again."""
    if not cue.is_verb:
        if twin.is_verb and twin.span.start < cue.span.start:
            return twin.mood is not Mood.PURPOSE
        if twin.is_verb:
            return _is_subject_of(cue, twin) and (
                twin.word in _INTRANSITIVE or bool(twin.chain) or not twin.is_bare
            )
        return twin.span.start < cue.span.start and not twin.needs_date and cue.needs_date
    if not twin.is_verb and _is_subject_of(twin, cue) and not cue.chain:
        # "a summit held in May": the participle only says more of the noun.
        return cue.is_bare and cue.word not in _INTRANSITIVE
    if cue.mood is Mood.PURPOSE:
        return not twin.is_verb and twin.span.start < cue.span.start
    # "forces trained in Russia have been stationed": the participle only describes the subject.
    return (
        twin.is_verb
        and not cue.chain
        and bool(twin.chain)
        and 0 < twin.span.start - len(twin.chain) - cue.span.end <= 40
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

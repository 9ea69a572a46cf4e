"""Find the words that tell an event, and what kind of event they tell.

The cues are rows of ``lexicon/cues.csv``: a verb in any of its forms (`send~`) or a noun, words
that must stand near it and words that must not, and an example that the tests run. A cue says
what is told; whether it happened, is planned or denied is the business of `stance`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline import lexicon
from dateline.extract.noun_forms import is_adjective, reads_as_noun
from dateline.extract.nouns import noun_mood
from dateline.extract.patterns import Pattern, compile_patterns
from dateline.extract.verbs import Form, Mood, chain_before, mood_of
from dateline.model import EventKind, Span

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


@cache
def _patterns() -> dict[str, list[tuple[Pattern, EventKind, str]]]:
    """Every event cue of the lexicon, by the word that opens it."""
    table: dict[str, list[tuple[Pattern, EventKind, str]]] = {}
    for row in lexicon.rows("cues"):
        for opening, pattern in compile_patterns(
            row["cue"], row["words"], row["near"], row["not_near"], bool(row["topical"])
        ):
            table.setdefault(_first_word(opening), []).append(
                (pattern, EventKind(row["kind"]), row["emit"])
            )
    return table


def _first_word(opening: str) -> str:
    match = _WORD.match(opening)
    return match[0] if match else opening


def find_cues(sentence: str, topic: EventKind | None = None) -> list[Cue]:
    """The event cues of one sentence, left to right, no two of them on the same words.

    *topic* is the kind of event that the article is about: in an article about a hack "the attack"
    is one, whatever stands beside it.
    """
    table = _patterns()
    found: list[tuple[int, Cue]] = []
    for word in _WORD.finditer(sentence):
        for pattern, kind, emit in table.get(word[0].lower(), ()):
            sighting = pattern.sight(sentence, word.start(), kind is topic)
            if sighting is None:
                continue
            span, gap = sighting
            is_verb = pattern.form is not None
            if not is_verb and (
                _COMPOUND.match(sentence, span.end)
                or _ONLY_NAMED.search(sentence[max(0, span.start - 50) : span.start])
                or _MODAL_BEFORE.search(sentence[max(0, span.start - 9) : span.start])
            ):
                continue
            chain = chain_before(sentence, span.start) if is_verb else ""
            if pattern.form and reads_as_noun(sentence, span, pattern.form, chain):
                continue
            if pattern.form is Form.PAST and not chain and is_adjective(sentence, span):
                continue
            mood = mood_of(pattern.form, chain) if pattern.form else noun_mood(sentence, span)
            if mood is Mood.PURPOSE and _CAUSED.search(
                sentence[max(0, span.start - 90) : span.start - len(chain)]
            ):
                mood = Mood.FACT
            if is_verb and _NO_OBJECT.match(sentence, span.end):
                mood = Mood.NEGATED
            needs_date, only_dated = emit != "always", emit == "only_dated"
            cue = Cue(
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
            found.append((gap, cue))
    kept = _without_overlaps(found)
    # "agreed to send": the agreeing is the chain of the sending.
    chained = _characters(Span(cue.span.start - len(cue.chain), cue.span.start) for cue in kept)
    return _absorb(sentence, [cue for cue in kept if not chained >= set(range(*cue.span))])


def _characters(spans: Iterable[Span]) -> set[int]:
    """Every position that the spans cover: one look-up instead of comparing all with all."""
    return {at for span in spans for at in range(*span)}


# What every article tells besides its own matter.
_OF_ANY_TOPIC = frozenset(
    {EventKind.STATEMENT, EventKind.MEETING, EventKind.CALL, EventKind.POLICY_REVIEW}
)


# "Fire crews", "election commission", "strike leaders": the noun only says what sort they are.
_COMPOUND = re.compile(
    r"\s(?:crews?|departments?|services?|officials?|commission|office|board|authority|agency|victims|"
    r"survivors|zones?|teams?|workers?|investigators|leaders?|committee|campaign|site|scene|"
    r"helicopters?|monitors|observers|laws?|chiefs?|engines?|trucks?|fighters|alarms?|fund|insurance|"
    r"warnings?|season|risk|damage|negotiators|participants)\b",
    re.IGNORECASE,
)


# "Claimed responsibility for the attack on Tuesday" tells the claim.
_ONLY_NAMED = re.compile(
    r"\bresponsibility for (?:the|an?|this|that|both)\s(?:[\w-]{2,20}\s){0,2}\Z", re.IGNORECASE
)
_MODAL_BEFORE = re.compile(r"\b(?:will|would|could|can|may|might|should|must|they|we)\s\Z")


@cache
def _topical_words() -> frozenset[str]:
    table = _patterns()
    return frozenset(word for word in table if any(p.is_topical for p, _, _ in table[word]))


def has_topical_words(sentence: str) -> bool:
    """Whether the topic of its article can make a difference to the cues of *sentence*."""
    return any(word[0].lower() in _topical_words() for word in _WORD.finditer(sentence))


def topic_of(cues: Iterable[Cue]) -> EventKind | None:
    """The kind of event that an article with these cues is about, acts of speech aside."""
    counts = Counter(cue.kind for cue in cues if cue.kind not in _OF_ANY_TOPIC)
    return counts.most_common(1)[0][0] if counts else None


def _without_overlaps(cues: list[tuple[int, Cue]]) -> list[Cue]:
    """Of cues on the same words the longest stays, then the one whose near word is nearest.

    "The strike began after talks failed" begins a strike, not a meeting.
    """
    kept: list[Cue] = []
    taken: set[int] = set()
    ranked = sorted(cues, key=lambda found: (found[1].span.start - found[1].span.end, found[0]))
    for _, cue in ranked:
        if not taken & set(range(*cue.span)):
            kept.append(cue)
            taken |= set(range(*cue.span))
    return sorted(kept, key=lambda cue: cue.span)


# "Certified the winner nine days after the election": what came before is another event.
_APART_IN_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|hours)\s(?:after|before)\s")


def _absorb(sentence: str, cues: list[Cue]) -> list[Cue]:
    """Leave out nouns that are the object of a verb of their kind: "launched an attack"."""
    kept: list[Cue] = []
    for at, cue in enumerate(cues):
        near = _neighbours(cues, at)
        if cue.needs_date and any(_is_object_of(cue, verb) for verb in near):
            continue
        if any(
            twin.kind is cue.kind
            and _outranks(sentence, twin, cue)
            and not _APART_IN_TIME.search(sentence, twin.span.end, cue.span.start)
            for twin in near
        ):
            continue
        kept.append(cue)
    return kept


def _neighbours(cues: list[Cue], at: int) -> list[Cue]:
    """The cues close enough to be of one act with the one at *at*; *cues* are in order."""
    near: list[Cue] = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(cues) and _gap(cues[other].span, cues[at].span) <= ABSORB_CHARACTERS:
            near.append(cues[other])
            other += step
    return near


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


def _outranks(sentence: str, twin: Cue, cue: Cue) -> bool:
    """Whether *twin* tells the event that *cue* only names again."""
    if not cue.is_verb:
        if twin.is_verb and twin.span.start < cue.span.start:
            return twin.mood is not Mood.PURPOSE
        if twin.is_verb and cue.needs_date and twin.chain:
            # "the agreement that both had reached"
            return True
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
        and not _is_first_of_two(sentence, cue, twin)
    )


_NEXT_CLAUSE = re.compile(r",|\s(?:and|but|or|when|while|before|until)\s")


def _is_first_of_two(sentence: str, cue: Cue, twin: Cue) -> bool:
    """Whether a clause of its own ends behind *cue*: "it overturned, minutes after it was rammed".

    "The men, trained abroad, were stationed" has a comma in front as well: an aside.
    """
    is_aside = sentence[: cue.span.start].endswith(", ")
    return bool(_NEXT_CLAUSE.search(sentence, cue.span.end, twin.span.start)) and not is_aside


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

"""How far a sentence commits to an event: asserted, confirmed, alleged, denied, planned.

The stance is the event's, not the saying's: "Yoon confirmed that troops had been sent" confirms the
sending. It comes, in this order, from the verb's own auxiliaries, from the voices whose words the
event stands in, and from hedges in its clause. What the sentence does not tell as an event at all
("has not confirmed", "could reconsider", "a policy of not exporting") has no stance.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline import lexicon
from dateline.extract.asides import find_asides
from dateline.extract.clauses import Break, clause_around
from dateline.extract.cues import Cue
from dateline.extract.patterns import alternation
from dateline.extract.verbs import Mood
from dateline.extract.voices import Saying, voices_over
from dateline.model import Span, Stance

# What makes of a noun or a gerund behind it a thought rather than an event.
_NOT_TOLD = re.compile(
    r"\b(?:refrain\w* from|ban on|policy of|policy on|prohibit\w*|instead of|rather than|without|"
    r"possibility (?:of|that)|prospect of|possible|potential|consider\w*|capable of|"
    r"intent\w* (?:to|of)|"
    r"in exchange for|stance on|position on|motivation for|response to any|risk of|fears? of|"
    r"lead(?:ing)? to|result(?:ing)? in|in case of|in the event of|no evidence of|"
    r"plausible|any|whether|how)\s(?:[\w’'-]+\s){0,4}\Z",
    re.IGNORECASE,
)
_IF = re.compile(r"\bif\s(?:[\w’'-]+\s){0,8}\Z", re.IGNORECASE)
# "Unconfirmed reports say that"
_UNCONFIRMED = re.compile(r"\b(?:unconfirmed|unverified|alleged|rumou?rs?)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b")
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|should)(?:n['’]t)?\s(?:(?:not|never|still|also)\s)?have\b", re.IGNORECASE
)
_OPENS_WITH_IF = re.compile(r"[“\"]?(?:If|Unless|Were|Should)\b")
_NOBODY = re.compile(r"\b(?:neither|none|nobody|no one|no official)\b", re.IGNORECASE)
# "Reports of", "claims that": they hedge what they lead into, and no more of the sentence.
_REPORTS = "hedge:reports that"
REPORTED_CHARACTERS = 60
# "Unconfirmed reports say that": how far the adjective stands before what it hedges.
UNCONFIRMED_CHARACTERS = 30
# How far behind a noun "would" may stand: "that the postal votes would be opened".
_NOUN_CHARACTERS = 40
_AFFIRMED = {Stance.CONFIRMED, Stance.ASSERTED}


@dataclass(frozen=True, slots=True)
class Commitment:
    """A stance and the rule or cue that gave it."""

    stance: Stance
    rule: str


@cache
def _hedges() -> list[tuple[re.Pattern[str], Stance, str]]:
    hedges = []
    for row in lexicon.rows("hedges_of_fact"):
        pattern = alternation(row["words"])
        assert pattern is not None
        hedges.append((pattern, Stance(row["stance"]), f"hedge:{row['words'].split('|')[0]}"))
    return hedges


def commitment_to(
    sentence: str, cue: Cue, sayings: Sequence[Saying], breaks: list[Break]
) -> Commitment | None:
    """How far *sentence* commits to the event of *cue*; None where it tells no event."""
    before = sentence[
        max(0, cue.span.start - len(cue.chain) - 90) : cue.span.start - len(cue.chain)
    ]
    voices = own_voices(sentence, sayings, cue.span)
    if voices and voices[0].stance is Stance.DENIED:
        if voices[0].mood is not Mood.FACT:
            return None
        return Commitment(Stance.DENIED, voices[0].rule)
    match cue.mood:
        case Mood.NEGATED | Mood.PURPOSE:
            return None
        case Mood.CONDITIONAL if (
            voices
            and _speaks_of_would(sentence, cue)
            and not _IF.search(before)
            and not never_came(cue.chain)
        ):
            # "She said that they would send": the future as it was when she said it.
            return Commitment(Stance.PLANNED, f"chain:{cue.chain.strip()}")
        case Mood.CONDITIONAL:
            return Commitment(Stance.CONDITIONAL, f"chain:{cue.chain.strip()}")
        case Mood.PLANNED if _IF.search(before):
            return Commitment(Stance.CONDITIONAL, "if")
        case Mood.PLANNED:
            return Commitment(Stance.PLANNED, f"chain:{cue.chain.strip()}")
        case Mood.POSSIBLE:
            return Commitment(Stance.ALLEGED, f"chain:{cue.chain.strip()}")
    if (not cue.is_verb or cue.mood is Mood.GERUND) and _NOT_TOLD.search(before):
        return None
    if _IF.search(before):
        return Commitment(Stance.CONDITIONAL, "if")
    if any(voice.mood is Mood.NEGATED or _spoken_by_nobody(sentence, voice) for voice in voices):
        return None
    if voices and voices[0].mood in (Mood.CONDITIONAL, Mood.PURPOSE):
        return None
    hedged = _hedge(sentence, cue, breaks)
    if hedged:
        return hedged
    for voice in voices:
        if not voice.speakers and _UNCONFIRMED.search(voice.speaker_text):
            return Commitment(Stance.ALLEGED, "hedge:unconfirmed")
        if voice.stance is Stance.PLANNED and cue.is_verb:
            return Commitment(Stance.PLANNED, voice.rule)
        if voice.stance not in _AFFIRMED:
            return Commitment(voice.stance, voice.rule)
        if voice.stance is Stance.CONFIRMED:
            return Commitment(Stance.CONFIRMED, voice.rule)
    return Commitment(Stance.ASSERTED, voices[0].rule if voices else "told")


def never_came(chain: str) -> bool:
    """Whether a verb's chain speaks of what did not happen: "would have sent"."""
    return bool(_WOULD_HAVE.search(chain))


def _speaks_of_would(sentence: str, cue: Cue) -> bool:
    """Whether it is "would" that makes a verb, or what a noun does, depend on something."""
    if cue.is_verb:
        return bool(_WOULD.search(cue.chain))
    if _OPENS_WITH_IF.match(sentence):
        return False
    return bool(_WOULD.search(sentence, cue.span.end, cue.span.end + _NOUN_CHARACTERS))


def own_voices(sentence: str, sayings: Sequence[Saying], span: Span) -> list[Saying]:
    """The voices that commit themselves to what *span* tells, from the innermost outwards.

    What an aside tells ("troops, who crossed the border in May, had been withdrawn, he denied") is
    the writer's own, unless somebody speaks in it.
    """
    voices = voices_over(sayings, span)
    aside = (
        next((one for one in find_asides(sentence) if one.holds(span)), None) if voices else None
    )
    return [voice for voice in voices if aside is None or aside.holds(voice.span)]


def _spoken_by_nobody(sentence: str, voice: Saying) -> bool:
    return bool(_NOBODY.search(sentence[max(0, voice.span.start - 60) : voice.span.start]))


def _hedge(sentence: str, cue: Cue, breaks: list[Break]) -> Commitment | None:
    """The nearest hedge in the cue's clause, or one that introduces it ("reports that")."""
    clause = clause_around(breaks, len(sentence), cue.span.start)
    start = max(0, clause.start - 40)
    for pattern, stance, rule in _hedges():
        for match in pattern.finditer(sentence, start, clause.end):
            reach = UNCONFIRMED_CHARACTERS if rule == "hedge:unconfirmed" else 6
            introduces = match.end() >= clause.start - reach
            if match.start() >= clause.start or introduces:
                if rule == _REPORTS and cue.span.start - match.end() > REPORTED_CHARACTERS:
                    continue
                if _opens_another(sentence, match.end(), cue.span.start):
                    continue
                return Commitment(stance, rule)
    return None


def _opens_another(sentence: str, hedge_end: int, cue_start: int) -> bool:
    """Whether the hedge stands behind the cue at the head of something else, after a comma."""
    return hedge_end > cue_start and ", " in sentence[cue_start:hedge_end]

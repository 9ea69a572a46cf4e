"""From figures to estimates: whose people or things they are, who claims them, as of when.

A figure alone is a number in a sentence. An estimate adds the claimant (the voice nearest to it),
the voices that relay the claim, the force it counts, how far the sentence commits to it, and the
days it speaks of: those of its own event, else those of the claim, else the day of the report.
"""

import hashlib
import re
from collections.abc import Sequence

from dateline.extract.actors import ActorMention
from dateline.extract.clauses import clause_around, weight_between
from dateline.extract.counters import Voice, beside, continuing, counter_of
from dateline.extract.cues import Cue
from dateline.extract.stance import Commitment, commitment_to
from dateline.extract.tellings import SentenceView
from dateline.extract.verbs import Mood
from dateline.extract.voices import Saying, voices_over
from dateline.model import (
    ActorKind,
    DateRange,
    Estimate,
    EventKind,
    Figure,
    Mention,
    Stance,
    State,
)

_SPEECH = {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT}
_TOO_FAR = 24.0
_LONGEST_MEMORY = 6  # speakers
# What a verb's auxiliaries make of the number it governs: "may have sent 900", "could send 900".
_CARRIED_MOODS = (Mood.POSSIBLE, Mood.CONDITIONAL)
_FORCE_REACH = 40


def estimates_of(
    article_id: str, views: Sequence[SentenceView], mentions: Sequence[Mention]
) -> list[Estimate]:
    """The estimates of one article, in reading order."""
    estimates: list[Estimate] = []
    seen: dict[str, int] = {}
    spoken: list[ActorMention] = []
    for view in views:
        if view.sentence.is_heading:
            continue
        told = [mention for mention in mentions if mention.sentence == view.sentence.span]
        for figure in view.figures:
            if _is_of_oneself(view.text, figure):
                continue
            estimates.append(_estimate(article_id, view, figure, told, seen, spoken))
        spoken = [*spoken, *_speakers(view)][-_LONGEST_MEMORY:]
    return estimates


# "I have three jobs": what one person has of its own.
_ONESELF = re.compile(r"\bI(?:['’]ve|\s(?:have|had|own|owned|lost|got))\s(?:[a-z]{1,12}\s){0,2}\Z")


def _is_of_oneself(text: str, figure: Figure) -> bool:
    return bool(_ONESELF.search(text[max(0, figure.span.start - 40) : figure.span.start]))


def _estimate(
    article_id: str,
    view: SentenceView,
    figure: Figure,
    told: Sequence[Mention],
    seen: dict[str, int],
    spoken: Sequence[ActorMention],
) -> Estimate:
    home = _home(view, figure, told)
    speech = [mention for mention in told if mention.kind in _SPEECH]
    voices = voices_over(view.sayings, figure.span)
    claimants, claimant_text, relays = _claim(view, figure, voices, spoken)
    commitment = _commitment(view, figure, voices)
    as_of, basis = _as_of(home, speech)
    return Estimate(
        estimate_id=_estimate_id(article_id, view, figure, seen),
        article_id=article_id,
        mention_id=home.mention_id if home else "",
        sentence=view.sentence.span,
        sentence_text=view.text,
        figure=figure.shifted(view.sentence.span.start),
        phrase=figure.span.of(view.text),
        force_id=_force(view, figure, home),
        claimants=claimants,
        claimant_text=claimant_text,
        relayed_by=tuple(dict.fromkeys(relay for relay in relays if relay not in claimants)),
        stance=commitment.stance,
        as_of=as_of,
        as_of_basis=basis,
        state_rule=_state_rule(view, figure),
    )


def _claim(
    view: SentenceView, figure: Figure, voices: Sequence[Saying], spoken: Sequence[ActorMention]
) -> tuple[tuple[str, ...], str, list[str]]:
    """Who claims the figure, in which words, and who passes the claim on.

    The claimant is who counts it, else the innermost voice over it, else the one beside it.
    """
    chain = [
        Voice(voice.speakers, voice.speaker_text)
        for voice in voices
        if voice.speakers or not _PASSIVE.search(view.text[: voice.span.start])
    ]
    counter = counter_of(view, figure)
    if counter is not None and not counter.speakers and chain and _OWN_PEOPLE.match(counter.text):
        counter = chain[0]  # "he says that his men have counted 150": it is his figure
    if counter is not None:
        chain = [counter, *(voice for voice in chain if voice.speakers != counter.speakers)]
    elif not chain and (voice := beside(view, figure)):
        chain = [voice]
    named = [voice for voice in chain if voice.speakers]
    first = named[0] if named and counter is None else (chain or [Voice((), "")])[0]
    claimants = tuple(dict.fromkeys(speaker.actor_id for speaker in first.speakers))
    if not claimants and (known := continuing(first.text, spoken)) is not None:
        claimants = (known.actor_id,)
    relays = [s.actor_id for voice in named if voice is not first for s in voice.speakers]
    return claimants, first.text, relays


_OWN_PEOPLE = re.compile(r"(?:his|her|its|their)\s", re.IGNORECASE)
# "Eleven people were confirmed dead, the mayor said": nobody is told to confirm it.
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s(?:[a-z]{2,20}ly\s)?\Z")


def _is_generic(view: SentenceView, speaker: ActorMention) -> bool:
    """Whether the naming is a bare role ("the agency") that may stand for somebody named before."""
    return speaker.rule == "role" and " " not in speaker.span.of(view.text)


def _speakers(view: SentenceView) -> list[ActorMention]:
    """Who speaks in a sentence under a name of their own."""
    return [
        speaker
        for saying in view.sayings
        for speaker in saying.speakers
        if not _is_generic(view, speaker)
        and not _ASIDE.search(view.text[max(0, speaker.span.start - 12) : speaker.span.start])
    ]


# "..., a day after Washington put it at 300": who speaks in passing is not who speaks on.
_ASIDE = re.compile(r"\b(?:after|before|when|while|since|as|than)\s(?:the\s)?\Z")


def _estimate_id(article_id: str, view: SentenceView, figure: Figure, seen: dict[str, int]) -> str:
    key = f"{view.text}|{figure.span.start}|{figure.unit}"
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    again = seen[digest] = seen.get(digest, 0) + 1
    return f"{article_id}-{digest}" + (f"-{again}" if again > 1 else "")


def _home(view: SentenceView, figure: Figure, told: Sequence[Mention]) -> Mention | None:
    """The mention that the figure belongs to: the nearest event, else the saying it stands in."""
    best, best_cost = None, _TOO_FAR
    for mention in told:
        if mention.cue is None or mention.kind in _SPEECH:
            continue
        cue = mention.cue.shifted(-view.sentence.span.start)
        left, right = min(cue.end, figure.span.end), max(cue.start, figure.span.start)
        cost = max(0, right - left) / 6 + weight_between(view.breaks, left - 1, right)
        if cost < best_cost:
            best, best_cost = mention, cost
    if best is not None:
        return best
    speech = [mention for mention in told if mention.kind in _SPEECH]
    if speech:
        return speech[-1]
    return told[-1] if told else None


def _commitment(view: SentenceView, figure: Figure, voices: Sequence[Saying]) -> Commitment:
    """How far the sentence commits to the figure: as to an event told by the figure's words.

    What is merely not an event ("whether 500 soldiers") still states its figure, so it is alleged.
    """
    verb = _governing_verb(view, figure)
    cue = Cue(
        figure.span,
        verb.rule if verb else "figure",
        EventKind.OTHER,
        False,
        verb.mood if verb and verb.mood in _CARRIED_MOODS else Mood.FACT,
        verb.chain if verb else "",
        False,
    )
    found = commitment_to(view.text, cue, view.sayings, view.breaks)
    if found is None:
        return Commitment(Stance.ALLEGED, "figure:not_told")
    if found.stance is Stance.ASSERTED and figure.state is State.PLANNED:
        return Commitment(Stance.PLANNED, "figure:planned")
    if found.stance is Stance.ASSERTED and verb and verb.mood is Mood.PLANNED:
        return Commitment(Stance.PLANNED, f"chain:{verb.chain.strip()}")
    return found


def _governing_verb(view: SentenceView, figure: Figure) -> Cue | None:
    """The event verb whose clause holds the figure."""
    clause = clause_around(view.breaks, len(view.text), figure.span.start)
    verbs = [cue for cue in view.cues if cue.is_verb and clause.holds(cue.span)]
    if not verbs:
        # "to have deployed four brigades, in all 12,000 soldiers": the verb stands further ahead.
        verbs = [cue for cue in view.cues if cue.is_verb and cue.span.end <= figure.span.start][-1:]
    return min(verbs, key=lambda cue: abs(cue.span.start - figure.span.start), default=None)


def _as_of(home: Mention | None, speech: Sequence[Mention]) -> tuple[DateRange | None, str]:
    if home is not None and home.kind not in _SPEECH and home.reading is not None:
        return home.reading, "figure"
    for mention in speech:
        if mention.reading is not None:
            return mention.reading, "claim"
    return None, "report"


def _force(view: SentenceView, figure: Figure, home: Mention | None) -> str:
    """Whose people or things are counted: named in the phrase, just before it, or by its event."""
    near = [
        actor
        for actor in view.actors
        if actor.kind == ActorKind.STATE
        and (
            figure.span.overlaps(actor.span)
            or _OWNED.fullmatch(view.text[actor.span.end : figure.span.start])
        )
    ]
    if near:
        return near[0].actor_id
    origin = _from_whom(view, figure)
    if origin:
        return origin
    # The state whose soldiers or shells they are opens the clause more often than it closes it.
    states = {actor.actor_id for actor in view.actors if actor.kind == ActorKind.STATE}
    doers = [actor_id for actor_id in home.actor_ids if actor_id in states] if home else []
    if home is not None and home.kind not in _SPEECH and doers:
        return doers[0]
    clause = clause_around(view.breaks, len(view.text), figure.span.start)
    owners = [
        actor
        for actor in view.actors
        if actor.kind == ActorKind.STATE
        and clause.start <= actor.span.start
        and actor.span.end <= figure.span.start
    ]
    return owners[0].actor_id if owners else ""


_OWNED = re.compile(r"(?:['’]s?)?\s")
_FROM = re.compile(r"\bfrom\s(?:the\s)?\Z")
_BY = re.compile(r"\bby\s(?:the\s)?\Z")
# States in which whoever acts on the people or things is whose they are.
_OWN = {State.DEPLOYED, State.PREPARING, State.PLANNED, State.SUPPLIED, State.PRODUCED}


def _from_whom(view: SentenceView, figure: Figure) -> str:
    for actor in view.actors:
        gap = view.text[figure.span.end : actor.span.start]
        is_owner = _FROM.search(gap) or (figure.state in _OWN and _BY.search(gap))
        if 0 < len(gap) <= _FORCE_REACH and is_owner:
            return actor.actor_id
    return ""


def _state_rule(view: SentenceView, figure: Figure) -> str:
    return f"cue:{figure.state_cue.of(view.text)}" if figure.state_cue else "no_cue"

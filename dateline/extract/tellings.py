"""What a sentence tells: its event cues and its public sayings, each a candidate for a mention.

A `SentenceView` is one sentence with everything found in it, in offsets of its own; later steps
read it and never go back to the article.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.actors import ActorMention
from dateline.extract.asides import find_asides
from dateline.extract.clauses import Break, find_breaks
from dateline.extract.cues import Cue, find_cues, has_topical_words, topic_of
from dateline.extract.dating import Telling
from dateline.extract.sayings import find_sayings
from dateline.extract.sentences import Sentence
from dateline.extract.verbs import Mood
from dateline.extract.voices import Saying, voices_over
from dateline.model import DateMention, EventKind, Figure, Span, Stance

# A quotation may open in the sentence before, or close in one after.
_QUOTED = re.compile(r"“[^”]{1,600}(?:”|\Z)|\"[^\"]{1,600}(?:\"|\Z)|\A[^“”]{1,600}”")
_NOBODY = re.compile(r"\b(?:neither|none|nobody|no one|nor)\b", re.IGNORECASE)
_INTELLIGENCE = re.compile(
    r"\b(?:intelligence|spy agenc|spy service|security service|espionage)", re.I
)


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence and what was found in it; every span counts from the sentence's start."""

    sentence: Sentence
    text: str
    dates: tuple[DateMention, ...]
    actors: tuple[ActorMention, ...]
    figures: tuple[Figure, ...]
    breaks: list[Break]
    cues: list[Cue]
    sayings: list[Saying]
    quotes: list[Span]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may become a mention: an event cue or a saying, never both."""

    telling: Telling
    kind: EventKind
    rule: str
    cue: Cue | None
    saying: Saying | None
    # A further saying of one speaker: an act of its own only where the sentence dates it.
    goes_on: bool = False

    @property
    def span(self) -> Span:
        return self.telling.span


def view_of(
    sentence: Sentence,
    text: str,
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
    figures: Sequence[Figure],
) -> SentenceView:
    """Gather what one sentence holds; the arguments are already in the sentence's offsets."""
    breaks = find_breaks(text)
    cues = _cues_of(text, dates, actors)
    quotes = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    return SentenceView(
        sentence,
        text,
        tuple(dates),
        tuple(actors),
        tuple(figures),
        breaks,
        cues,
        find_sayings(text, actors),
        quotes,
    )


def _cues_of(
    text: str,
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
    topic: EventKind | None = None,
) -> list[Cue]:
    """The cues of a sentence that are part of no name and no date."""
    return [
        cue
        for cue in find_cues(text, topic)
        if not any(actor.name.holds(cue.span) for actor in actors)
        and not any(cue.span.overlaps(date.span) for date in dates)
    ]


def on_topic(views: Sequence[SentenceView]) -> list[SentenceView]:
    """The views of an article, their cues read again in the light of what the article is about."""
    topic = topic_of(cue for view in views for cue in view.cues)
    return [
        replace(view, cues=_cues_of(view.text, view.dates, view.actors, topic))
        if topic is not None and has_topical_words(view.text)
        else view
        for view in views
    ]


def candidates_of(
    view: SentenceView, is_intelligence: Callable[[ActorMention], bool]
) -> list[Candidate]:
    """The candidates of one sentence, left to right.

    *is_intelligence* says whether an actor's saying is an intelligence report.
    """
    sayings = [
        saying for saying in view.sayings if _is_public(saying) and not _is_quoted(view, saying)
    ]
    chosen = [saying for saying in sayings if not _is_relay(saying, sayings)]
    firsts = _first_of_each_speaker(view.text, chosen)
    candidates = [
        Candidate(
            Telling(saying.span, is_verb=True, content=saying.content),
            EventKind.INTELLIGENCE_REPORT
            if any(is_intelligence(speaker) for speaker in saying.speakers)
            or (not saying.speakers and _INTELLIGENCE.search(saying.speaker_text))
            else EventKind.STATEMENT,
            saying.rule,
            None,
            saying,
            goes_on=saying not in firsts,
        )
        for saying in chosen
    ]
    candidates += [
        Candidate(Telling(cue.span, cue.is_verb), cue.kind, f"cue:{cue.rule}", cue, None)
        for cue in view.cues
        if not any(saying.span.overlaps(cue.span) for saying in view.sayings)
        and not (cue.rule == "intelligence_noun" and _is_said(cue.span, firsts))
    ]
    return sorted(candidates, key=lambda candidate: candidate.span)


def _is_said(span: Span, sayings: Sequence[Saying]) -> bool:
    """Whether the words stand in a saying: intelligence that a speaker cites is that saying."""
    return any(saying.content.holds(span) for saying in sayings)


def _is_quoted(view: SentenceView, saying: Saying) -> bool:
    """Whether somebody quoted speaks, rather than a speaker whose verb is quoted.

    In: Kim “condemned in the strongest terms” the dispatch, the quotation opens with the verb.
    """
    for quote in view.quotes:
        if quote.holds(saying.span):
            return saying.span.start - quote.start > 1
    return False


def _is_public(saying: Saying) -> bool:
    """Whether a saying is an act that happened: not a belief, a plan to speak, or a silence."""
    return (
        saying.is_statement
        and (saying.mood is Mood.FACT or is_undenied(saying))
        and not _NOBODY.search(saying.speaker_text)
        and (
            bool(saying.speakers)
            or saying.speaker_text.lower()
            not in ("", "it", "that", "this", "which", "who", "as", "and")
        )
    )


def is_undenied(saying: Saying) -> bool:
    """Whether somebody asked lets a thing stand: "did not deny", "did not dispute"."""
    return (
        saying.stance is Stance.DENIED
        and saying.mood is Mood.NEGATED
        and bool(saying.speakers)
        and not saying.is_present
        and not saying.is_perfect
    )


def _is_relay(saying: Saying, others: Sequence[Saying]) -> bool:
    """Whether a trailing attribution ("..., the ministry said") only passes another saying on."""
    return saying.content.end <= saying.span.start and any(
        saying.content.holds(other.span) and other.speakers for other in others
    )


def _first_of_each_speaker(text: str, sayings: Sequence[Saying]) -> list[Saying]:
    """One saying per speaker and attitude: "said that ... and noted that ..." is one statement.

    What an aside tells ("the union, which denounced it in May, welcomed it") is another.
    """
    asides = find_asides(text)
    seen: dict[tuple[tuple[str, ...], bool], Span | None] = {}
    kept: list[Saying] = []
    for saying in sayings:
        who = tuple(speaker.actor_id for speaker in saying.speakers)
        key = (who, saying.stance is Stance.DENIED)
        if not who:
            # A verb without a subject of its own ("... and warned of measures") goes on with the
            # voice before it.
            if any(other.speakers for other in kept):
                continue
        elif key in seen and ((aside := seen[key]) is None or aside.holds(saying.span)):
            continue
        seen[key] = next((aside for aside in asides if aside.holds(saying.span)), None)
        kept.append(saying)
    return kept


def attributed_to(sayings: Sequence[Saying], span: Span) -> tuple[str, ...]:
    """The actor ids that vouch for the words at *span*, from the nearest voice outwards."""
    chain: list[str] = []
    for voice in voices_over(sayings, span):
        for speaker in voice.speakers:
            if speaker.actor_id not in chain:
                chain.append(speaker.actor_id)
    return tuple(chain)

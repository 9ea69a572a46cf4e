"""A voice in a sentence, and the voices that words stand under."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.actors import ActorMention
from dateline.extract.speakers import noun_phrase_before
from dateline.extract.verbs import Mood
from dateline.model import Span, Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """One voice in a sentence. Spans count from the sentence's start."""

    span: Span  # the verb, or "according to"
    rule: str
    stance: Stance  # what the verb does to the content: asserted, confirmed, alleged, denied
    mood: Mood
    speakers: tuple[ActorMention, ...]
    speaker_text: str
    content: Span
    is_statement: bool  # an act in public, rather than a belief
    is_present: bool = False  # "observers say"
    is_perfect: bool = False  # "the captain has denied"


def voice_of(
    span: Span,
    rule: str,
    stance: Stance,
    mood: Mood,
    speakers: tuple[ActorMention, ...],
    sentence: str,
    content: Span,
    is_statement: bool,
) -> Saying:
    """A saying with its speaker in words; where nobody is named, the noun phrase in front."""
    if speakers:
        text = sentence[speakers[0].span.start : speakers[-1].span.end]
    else:
        text = noun_phrase_before(sentence, span.start)
    return Saying(span, rule, stance, mood, speakers, text, content, is_statement)


def voices_over(sayings: Sequence[Saying], span: Span) -> list[Saying]:
    """The sayings whose content holds *span*, from the innermost voice outwards."""
    holding = [saying for saying in sayings if saying.content.holds(span) and saying.span != span]
    return sorted(holding, key=lambda saying: saying.content.end - saying.content.start)

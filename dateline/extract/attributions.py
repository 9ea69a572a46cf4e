"""Voices that no verb of saying in front tells: "according to", "claims by", "quoted as saying"."""

import re
from collections.abc import Sequence

from dateline.extract.actors import ActorMention
from dateline.extract.speakers import list_after, speakers_before
from dateline.extract.verbs import Mood, is_passive
from dateline.extract.voices import Saying, voice_of
from dateline.model import Span, Stance

_ACCORDING = re.compile(r"\b(?:according to|as reported by|in the words of|citing|per)\s", re.I)
AS_SAYING = re.compile(
    r"\s[^,;]{1,80}?\sas\s(?P<verb>saying|telling|declaring|replying|adding|warning|stating)\b"
)
_GOES_ON = re.compile(r",\s(?:and|with)\s")
# "According to the police at least 30 were hurt": what is said begins without a comma.
_WITHOUT_COMMA = re.compile(
    r"\s(?=(?:at least|at most|as many|more than|fewer than|less than|up to|over|about|around|some|"
    r"nearly|almost|there (?:is|are|was|were)|the|an?|no|nobody|[0-9])\s|[0-9][0-9,.]{1,12}\s)"
)
# What stands between a participle and its agent holds no clause and no place of its own:
# "confirmed on Monday by", not "said it would decide by" or "said in papers posted by".
BY = re.compile(
    r"\s(?!(?:in|at|from|to)\s)"
    r"(?:(?!(?:it|he|she|they|we|that|would|will|could|was|were|is|are|had|has|have)\s)"
    r"[\w-]+\s){0,4}?by\s"
)
_NOMINAL = re.compile(
    r"\b(?P<noun>claims?|reports?|allegations?|assertions?|accusations?|assessments?|estimates?)"
    r"\s(?:from|by|of)\s(?:the\s|some\s|several\s|both\s)?",
    re.IGNORECASE,
)
_NOMINAL_CONTENT = re.compile(r"[^,;]{0,60}?\s(?:that|of|regarding|about|saying)\s")


def quoted_by(
    sentence: str,
    span: Span,
    chain: str,
    relay: re.Match[str],
    actors: Sequence[ActorMention],
) -> list[Saying]:
    """ "The embassy quoted the ambassador as saying": the quoted voice inside the quoting one.

    In the passive ("the ambassador was quoted by the embassy as saying") they change places.
    """
    subject = speakers_before(sentence, span.start - len(chain), actors)
    agent = BY.match(sentence, span.end)
    passive = is_passive(chain, span.of(sentence))
    inside = tuple(
        actor
        for actor in actors
        if span.end <= actor.span.start and actor.span.end <= relay.start("verb")
    )
    if passive:
        outer, inner = (inside[-1:] if agent else ()), subject
    else:
        outer, inner = subject, inside[:1]
    content = Span(relay.end(), len(sentence))
    verb = Span(*relay.span("verb"))
    outer_content = Span(span.end, len(sentence))
    return [
        voice_of(
            span, "saying:quote", Stance.ASSERTED, Mood.FACT, outer, sentence, outer_content, False
        ),
        voice_of(
            verb,
            "saying:as_saying",
            Stance.ASSERTED,
            Mood.FACT,
            inner,
            sentence,
            content,
            bool(inner),
        ),
    ]


def according_to(sentence: str, actors: Sequence[ActorMention]) -> list[Saying]:
    sayings = []
    for match in _ACCORDING.finditer(sentence):
        speakers = list_after(sentence, match.end(), actors, within=30)
        comma = sentence.find(", ", match.end())
        leads = match.start() == 0 or sentence[: match.start()].rstrip().endswith((";", "—"))
        goes_on = speakers and _WITHOUT_COMMA.match(sentence, speakers[-1].span.end)
        if leads and goes_on:
            content = Span(goes_on.end(), len(sentence))
        elif leads and comma > 0:
            content = Span(comma + 2, len(sentence))
        elif _GOES_ON.match(sentence, speakers[-1].span.end if speakers else match.end()):
            content = Span(0, len(sentence))
        else:
            content = Span(0, match.start())
        text = (
            sentence[speakers[0].span.start : speakers[-1].span.end]
            if speakers
            else sentence[match.end() : comma if comma > 0 else len(sentence)].rstrip('.”"')[:80]
        )
        sayings.append(
            Saying(
                Span(match.start(), match.end() - 1),
                "saying:according_to",
                Stance.ASSERTED,
                Mood.FACT,
                speakers,
                text,
                content,
                False,
            )
        )
    return sayings


def claims_by(sentence: str, actors: Sequence[ActorMention]) -> list[Saying]:
    """ "Claims by South Korean officials that ...": a saying told by a noun."""
    sayings = []
    for match in _NOMINAL.finditer(sentence):
        speakers = list_after(sentence, match.end(), actors)
        if not speakers:
            continue
        opening = _NOMINAL_CONTENT.match(sentence, speakers[-1].span.end)
        if not opening:
            continue
        text = sentence[speakers[0].span.start : speakers[-1].span.end]
        sayings.append(
            Saying(
                Span(*match.span("noun")),
                f"saying:{match['noun'].lower().rstrip('s')}_by",
                Stance.ALLEGED,
                Mood.FACT,
                speakers,
                text,
                Span(opening.end(), len(sentence)),
                False,
            )
        )
    return sayings

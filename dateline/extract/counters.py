"""Whose figure it is, where no verb of saying covers it.

Figures have voices of their own: who "puts the number at" one, whose "estimate is" one, who "had
counted" so many; and a saying put in between ("..., police said, and ...") vouches for what stands
before it as well as for what follows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.actors import ActorMention
from dateline.extract.speakers import noun_phrase_before, speakers_before
from dateline.extract.tellings import SentenceView
from dateline.model import ActorKind, Figure, Span

_LONGEST_LEAD: Final = 140  # characters before the figure
_NOUNS = (
    r"(?:numbers?|figures?|totals?|tolls?|counts?|estimates?|tally|crowd|losses|casualties|size|"
    r"strength|turnout|that|them|it)"
)
_AT = r"[\s,]{1,2}(?:at)?\s?(?:[“\"‘']\s?)?\Z"
_PUTS = re.compile(
    rf"\b(?P<verb>put|puts|putting)\s[^.;“”\"0-9]{{0,40}}\b{_NOUNS}\b[^.;“”\"0-9]{{0,60}}?{_AT}"
)
_GIVES = re.compile(
    r"\b(?P<verb>gave|gives?|given|giving|cited?|cites|citing|quoted?|quotes|offered|offers|issued)"
    rf"\s(?:an?|its|his|her|their|the)\s(?:[\w-]{{2,15}}\s){{0,2}}{_NOUNS}\sof\s?[“\"‘']?\Z"
)
_SPEAKS = re.compile(
    r"\b(?P<verb>spoken|speaks?|spoke|speaking|talked|talks?)\s(?:[\w. ]{1,24}\s)?of\s?[“\"‘']?\Z"
)
_COUNTS = re.compile(
    r"\b(?P<verb>count(?:ed|s|ing)|estimat(?:ed|es|ing)|reckon(?:ed|s)|record(?:ed|s)|"
    r"register(?:ed|s)|tall(?:ied|ies)|record(?:ed|s)|identified|document(?:ed|s))\s?[“\"‘']?\Z"
)
_ESTIMATED = re.compile(r"estimated\s")
_CLAIMS = re.compile(
    r"\b(?P<verb>claim(?:s|ed|ing))\s(?:to\s(?:have|hold|control|possess|represent)\s)?"
    r"(?:[^.;,“”\"]{1,40}\sof\s)?[“\"‘']?\Z"
)
_VERBS: Final = (_PUTS, _GIVES, _SPEAKS, _COUNTS, _CLAIMS)
_CHAIN = re.compile(
    r"(?:\s|^)(?:(?:has|have|had|also|now|then|already|earlier|later|still|would|is|are|was|were|"
    r"which|that|who|itself)\s){1,4}\Z"
)
_OWN = re.compile(
    r"['’]s?\s(?:(?:own|latest|official|last|new|current|first|initial)\s){0,2}"
    r"(?:figures?|estimates?|counts?|tally|toll|data|records|numbers?)\s"
    r"(?:is|was|are|were|stands?\sat|of|shows?|showed|puts?\s[^.;]{1,40}\sat|stood\sat|suggests?)"
    r"\s?[“\"‘']?\Z"
)
_BY_COUNT = re.compile(
    r"\sby\s(?:the\s)?(?P<who>[\w .’'-]{2,40}?)(?:['’]s?)?\s(?:own\s)?"
    r"(?:counts?|estimates?|reckoning|tally|figures)\b"
)
_PARTICIPLE = re.compile(r"ing\Z")
_AFTER_SAYING = re.compile(
    r"\s?(?:[,;.”\"]|\Z|(?:by|in|on|at|to|late|early|through|via|earlier|after|during|[A-Z][a-z]{2,8}day)\b)"
)
_LONGEST_SUBJECT: Final = 60
_LONGEST_GAP: Final = 200


@dataclass(frozen=True, slots=True)
class Voice:
    """Who states a figure: the speakers found, and the words that name them."""

    speakers: tuple[ActorMention, ...]
    text: str


def counter_of(view: SentenceView, figure: Figure) -> Voice | None:
    """Who counts or puts the figure, told by a verb that governs it or by an owner's noun."""
    start = figure.span.start
    if estimated := _ESTIMATED.match(view.text, start):
        start = estimated.end()  # "the agency estimated 100 dead": a verb, not the figure's hedge
    base = max(0, start - _LONGEST_LEAD)
    lead = view.text[base:start]
    if owned := _OWN.search(lead):
        return _owner(view, base + owned.start())
    if by_count := _BY_COUNT.match(view.text, figure.span.end):
        who = Span(*by_count.span("who"))
        named = tuple(actor for actor in view.actors if who.holds(actor.span))
        return Voice(named[-1:], who.of(view.text))
    for pattern in _VERBS:
        if match := pattern.search(lead):
            return _subject(view, base + match.start("verb"), match["verb"])
    return None


def _owner(view: SentenceView, at: int) -> Voice | None:
    named = [actor for actor in view.actors if actor.span.end == at]
    if named:
        return Voice(tuple(named[-1:]), named[-1].span.of(view.text))
    words = view.text[max(0, at - _LONGEST_SUBJECT) : at].split()
    return Voice((), words[-1]) if words else None


def _subject(view: SentenceView, at: int, verb: str) -> Voice | None:
    """The subject of the verb at *at*: the nearest naming in front, or the words before it."""
    text = view.text
    base = max(0, at - _LONGEST_SUBJECT)
    chain = _CHAIN.search(text[base:at])
    start = base + chain.start() + 1 if chain and base + chain.start() else at
    speakers = speakers_before(text, start, view.actors) or speakers_before(text, at, view.actors)
    if speakers:
        return Voice(speakers, text[speakers[0].span.start : speakers[-1].span.end])
    if _PARTICIPLE.search(verb):
        # "..., putting the number at 300": the subject is that of the sentence.
        earlier = [saying for saying in view.sayings if saying.span.end <= at]
        named = next((saying for saying in earlier if saying.speakers), None)
        if named is not None:
            return Voice(named.speakers, named.speaker_text)
        first = text.split(",")[0] if "," in text[:at] else ""
        return Voice((), first) if 0 < len(first) <= _LONGEST_SUBJECT else None
    words = noun_phrase_before(text, start)
    return Voice((), words) if words else None


def beside(view: SentenceView, figure: Figure) -> Voice | None:
    """Who speaks behind the clause of the figure: "..., police said, and ..."."""
    for saying in view.sayings:
        if saying.span.start <= figure.span.end or not _AFTER_SAYING.match(
            view.text, saying.span.end
        ):
            continue
        opening = view.text.rfind(", ", figure.span.end, saying.span.start)
        if opening < 0 or opening - figure.span.end > _LONGEST_GAP:
            continue
        subject = view.text[opening + 2 : saying.span.start].strip()
        is_phrase = 0 < len(subject) <= _LONGEST_SUBJECT and not _NO_SUBJECT.match(subject)
        if not is_phrase or ";" in view.text[figure.span.end : opening]:
            continue
        stretch = Span(opening + 2, saying.span.start)
        named = tuple(
            actor for actor in view.actors if stretch.holds(actor.span) and not actor.is_modifier
        )
        return Voice(named[-1:], named[-1].span.of(view.text) if named else subject)
    return None


# What may stand between a comma and a verb without being its subject.
_NO_SUBJECT = re.compile(
    r"(?:and|but|or|who|which|that|as|then|while|when|also|has|had|have|was|were|is|are|not|to|"
    r"after|before|since|in|on|at|by|with|including)\b",
    re.IGNORECASE,
)


_SORTS: Final = {
    "it": {ActorKind.BODY, ActorKind.STATE},
    "they": {ActorKind.BODY},
    "he": {ActorKind.PERSON},
    "she": {ActorKind.PERSON},
}


def continuing(pronoun: str, spoken: Sequence[ActorMention]) -> ActorMention | None:
    """Who "it" or "he" is that speaks on: the last of its sort that has spoken."""
    sorts = _SORTS.get(pronoun.lower(), set())
    return next((actor for actor in reversed(spoken) if actor.kind in sorts), None)

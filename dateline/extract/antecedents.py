"""Whom the pronouns of an article stand for, sentence after sentence.

A pronoun is answered where the grammar leaves one candidate: the speaker whose words it opens
("the ministry said it had"), what the sentence before was about ("The ministry denied it. It
said"), else the one actor of fitting kind that stands nearby. Where that leaves two, nobody acts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.actors import ActorMention, ActorsFound, fits_pronoun, resolve_pronoun
from dateline.extract.sayings import find_sayings
from dateline.extract.sentences import Sentence
from dateline.extract.speakers import speakers_before
from dateline.extract.spread import Spread
from dateline.extract.verbs import Mood, is_finite
from dateline.extract.voices import Saying
from dateline.model import ActorKind, Span

# Pronouns as subjects; an object ("told him") acts in nothing.
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
# A subject pronoun goes back to a subject: not to whom somebody told something, nor to a place.
_OBJECT = re.compile(
    r"\b(?:told|asked|with|(?<!according\s)to|by|from|of|for|against|in|at|near|off|on|into|over|"
    r"across|around|outside|inside|between|towards?)\s(?:the\s)?\Z"
)
_PAIR = re.compile(
    r"\b(?:[Tt]heir leaders|(?:[Tt]he two|[Bb]oth) (?:countries|nations|sides|states|leaders|"
    r"presidents|governments|neighbou?rs))\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
# What may stand before a pronoun that opens a sentence: a quotation mark, a small word, or words
# in front of a comma.
_OPENING = re.compile(
    r"[“\"‘]?(?:(?:But|And|Yet|Still|So|Then|Later|However|Instead|Also|Meanwhile),?\s)?"
    r"(?:(?:In|On|At|By|During|Earlier|After|Last|This|Late|Asked|Speaking)\b[^,;“”\"]{0,70},\s)?"
)
# What may stand between a verb of saying and a pronoun that opens what is said.
_INTO_SAID = re.compile(r"(?:[^,;:“”\"]{0,60}\bthat)?\s", re.DOTALL)
# "Claims by Norway that it": whom the claims are about.
_BY_NOUN = re.compile(r"saying:(?:\w+_by|according_to)")
_ALSO_SAID = re.compile(r"\s(?:and|but)\s(?:that\s)?\Z")
_LONGEST_FRONT = 110


def with_pronouns(
    text: str, sentences: Sequence[Sentence], found: ActorsFound
) -> list[ActorMention]:
    """The namings, and the pronouns that can stand for one actor only, in reading order."""
    pronouns: list[ActorMention] = []
    namings = Spread([(mention.span, mention) for mention in found.mentions])
    topic: _Topic | None = None
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        start = before.span.start if before else sentence.span.start
        near = replace(found, mentions=namings.within(Span(start, sentence.span.end)))
        here = namings.within(sentence.span)
        told = _Sentence(text, sentence, here)
        pronouns += _pairs(text, before, sentence, near)
        for match in _PRONOUN.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            actor = told.speaker_opening(span) or _continued(text, sentence, span, topic)
            actor = actor or _said_behind(told, span, topic)
            actor = actor or _only_one(text, span, near, before, sentence)
            if actor is not None:
                resolved = replace(actor, span=span, name=span, is_modifier=False, rule="pronoun")
                pronouns.append(resolved)
                told.add(resolved)
        topic = _Topic(told)
    taken = [pronoun.span for pronoun in pronouns if pronoun.rule == "pair"]
    named = [
        mention
        for mention in found.mentions
        if not (mention.rule == "role" and any(mention.span.overlaps(span) for span in taken))
    ]
    return sorted([*named, *pronouns], key=lambda mention: mention.span)


class _Sentence:
    """One sentence with its namings, read for its voices only when a pronoun asks."""

    def __init__(self, text: str, sentence: Sentence, namings: Sequence[ActorMention]) -> None:
        self.sentence = sentence
        self.words = sentence.span.of(text)
        self._namings = list(namings)
        self._sayings: list[Saying] | None = None

    def add(self, pronoun: ActorMention) -> None:
        self._namings = sorted([*self._namings, pronoun], key=lambda mention: mention.span)
        self._sayings = None

    def sayings(self) -> list[Saying]:
        if self._sayings is None:
            self._sayings = find_sayings(self.words, self.relative())
        return self._sayings

    def relative(self) -> list[ActorMention]:
        by = -self.sentence.span.start
        return [
            replace(one, span=one.span.shifted(by), name=one.name.shifted(by))
            for one in self._namings
        ]

    def speaker_opening(self, span: Span) -> ActorMention | None:
        """The speaker whose words the pronoun opens: "the ministry said (that) it"."""
        if not any(naming.span.end < span.start for naming in self._namings):
            return None
        here = span.shifted(-self.sentence.span.start)
        pronoun = here.of(self.words)
        for saying in reversed(self.sayings()):
            if not (saying.speakers and saying.span.end <= here.start):
                continue
            if _BY_NOUN.fullmatch(saying.rule):
                continue
            if saying.content.start > here.start or saying.content.end < here.end:
                continue
            gap = self.words[saying.span.end : here.start]
            if not (_INTO_SAID.fullmatch(gap) or _ALSO_SAID.search(gap)):
                return None
            return _fitting(saying.speakers, pronoun, self.words)
        return None


class _Topic:
    """What a sentence is about, for the next one to go on with: who speaks, else its subject."""

    def __init__(self, told: _Sentence) -> None:
        self._told = told
        self.paragraph = told.sentence.paragraph
        self._actors: tuple[ActorMention, ...] | None = None
        self.speaks = False

    def actors(self) -> tuple[ActorMention, ...]:
        if self._actors is None:
            self._actors = self._find()
        return self._actors

    def words(self) -> str:
        return self._told.words

    def _find(self) -> tuple[ActorMention, ...]:
        for saying in self._told.sayings():
            if saying.speakers and saying.mood is Mood.FACT:
                self.speaks = True
                return saying.speakers
        return _subject(self._told.words, self._told.relative())


def _continued(
    text: str, sentence: Sentence, span: Span, topic: _Topic | None
) -> ActorMention | None:
    """What the sentence before was about, where the pronoun opens this one."""
    front = text[sentence.span.start : span.start]
    if topic is None or len(front) > _LONGEST_FRONT or not _OPENING.fullmatch(front):
        return None
    if front[:1] in ("“", '"', "‘"):
        return None
    actor = _fitting(topic.actors(), span.of(text), topic.words())
    if actor is None:
        return None
    is_far = topic.paragraph != sentence.paragraph and not topic.speaks
    return None if is_far and actor.kind is not ActorKind.PERSON else actor


_TAIL = re.compile(r"\s(?:said|says|added|told|claimed|announced|wrote|noted|warned)\b")


def _said_behind(told: _Sentence, span: Span, topic: _Topic | None) -> ActorMention | None:
    """Who speaks in ", it said" behind the words: their own subject, else who spoke before."""
    here = span.shifted(-told.sentence.span.start)
    front = told.words[: here.start]
    if not front.rstrip('”" ').endswith(",") or not _TAIL.match(told.words, here.end):
        return None
    pronoun = here.of(told.words)
    subject = _fitting(_subject(front, told.relative()), pronoun, told.words)
    if subject is not None or topic is None or not topic.actors() or not topic.speaks:
        return subject
    return _fitting(topic.actors(), pronoun, topic.words())


def _subject(words: str, namings: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The subject of the first verb of *words*."""
    for word in _WORD.finditer(words):
        if is_finite(word[0]) and not any(one.span.overlaps(Span(*word.span())) for one in namings):
            return speakers_before(words, word.start(), namings)
    return ()


def _fitting(actors: Sequence[ActorMention], pronoun: str, words: str) -> ActorMention | None:
    """The one of *actors* that the pronoun can stand for, spans within *words*."""
    fitting = [actor for actor in actors if fits_pronoun(pronoun, actor, words)]
    if not fitting and pronoun.lower() == "they" and len(actors) == 1:
        # "The police force said they": a body speaks in the plural as well.
        fitting = [actor for actor in actors if actor.kind is ActorKind.BODY]
    return fitting[0] if len({actor.actor_id for actor in fitting}) == 1 else None


def _only_one(
    text: str, span: Span, near: ActorsFound, before: Sentence | None, sentence: Sentence
) -> ActorMention | None:
    """The one actor of fitting kind nearby, if a subject pronoun can go back to it."""
    if not near.mentions:
        return None
    known = before.span if before else sentence.span
    actor = resolve_pronoun(span, near, sentence.span, known)
    if actor is None or _is_far(actor, before, sentence):
        return None
    is_object = _OBJECT.search(text[max(0, actor.span.start - 30) : actor.span.start])
    return None if is_object else actor


def _is_far(actor: ActorMention, before: Sentence | None, sentence: Sentence) -> bool:
    """Whether "it" or "they" would reach into another paragraph; only a person goes on there."""
    return (
        actor.kind is not ActorKind.PERSON
        and before is not None
        and before.paragraph != sentence.paragraph
        and actor.span.start < sentence.span.start
    )


def _pairs(
    text: str, before: Sentence | None, sentence: Sentence, found: ActorsFound
) -> list[ActorMention]:
    """ "Their leaders", "both countries": the two states that the sentence before named."""
    pairs: list[ActorMention] = []
    for match in _PAIR.finditer(text, sentence.span.start, sentence.span.end):
        start = before.span.start if before else sentence.span.start
        states = {
            mention.actor_id: mention
            for mention in found.mentions
            if start <= mention.span.start
            and mention.span.end <= match.start()
            and mention.kind == ActorKind.STATE
            and mention.rule != "role"
        }
        if len(states) == 2:
            span = Span(*match.span())
            pairs += [
                replace(state, span=span, name=span, is_modifier=False, rule="pair")
                for state in states.values()
            ]
    return pairs

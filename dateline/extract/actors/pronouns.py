"""Whom a pronoun stands for, answered only where one candidate is left."""

import re

from dateline.extract.actors.mention import ActorMention, ActorsFound
from dateline.extract.sentences import split_sentences
from dateline.model import ActorKind, Span

_PERSON = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
_THING = frozenset(("it", "its", "itself"))
_SEVERAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_FEMALE = re.compile(r"(?i)\b(?:\w{1,20}woman|Mrs|Ms|Madam|Lady|Dame|Baroness|queen|princess)\b")
_MALE = re.compile(r"(?i)\b(?:\w{0,20}(?<!wo)man|Mr|Sir|Lord|king|prince)\b")


def resolve_pronoun(
    span: Span, found: ActorsFound, sentence_span: Span, before: Span | None = None
) -> ActorMention | None:
    """The one actor of fitting kind named before *span* in its sentence or the one before.

    A candidate is a person for "he", a state or body for "it"; "they" is answered for a lone
    body whose name is a plural ("police", "officials"). *before* is the sentence before, for
    callers who know it; looking it up costs a pass over the line.
    """
    pronoun = span.of(found.text).lower()
    start = before.start if before else _preceding_sentence(found.text, sentence_span)
    nearby = [m for m in found.mentions if start <= m.span.start and m.span.end <= span.start]
    candidates = [m for m in nearby if not m.is_modifier and fits_pronoun(pronoun, m, found.text)]
    if len({m.actor_id for m in candidates}) != 1:
        return None
    return candidates[-1]


def fits_pronoun(pronoun: str, mention: ActorMention, text: str) -> bool:
    """Whether *pronoun* can stand for the naming; its span counts in *text*."""
    pronoun = pronoun.lower()
    naming = mention.span.of(text)
    if pronoun in _PERSON:
        if mention.kind is not ActorKind.PERSON:
            return False
        is_female = pronoun in ("she", "her", "hers", "herself")
        return not (_MALE if is_female else _FEMALE).search(naming)
    if pronoun in _THING:
        return mention.kind is not ActorKind.PERSON and not _is_plural(mention, text)
    return pronoun in _SEVERAL and _is_plural(mention, text)


def _is_plural(mention: ActorMention, text: str) -> bool:
    last = mention.span.of(text).split()[-1].lower()
    return mention.rule == "role" and (
        last.endswith("s") or last in ("police", "media", "military")
    )


def _preceding_sentence(text: str, sentence: Span) -> int:
    """Where the sentence before *sentence* begins, or *sentence* itself if it is the first."""
    # Two lines back are enough: no sentence crosses a line.
    line = text.rfind("\n", 0, max(text.rfind("\n", 0, sentence.start), 0)) + 1
    before = [s.span.start + line for s in split_sentences(text[line : sentence.start])]
    return before[-1] if before else sentence.start

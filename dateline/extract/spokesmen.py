"""Whether a speaker is somebody whose saying is an act, or only "officials"."""

import re

from dateline import lexicon
from dateline.extract.actors import ActorMention
from dateline.extract.voices import Saying
from dateline.model import ActorKind

_NOBODIES = frozenset(lexicon.table("name_words")["nobodies"])
_COUNTS = r"(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|[0-9]{1,2})"
_COUNTED = re.compile(rf"(?:an?|another|one|{_COUNTS})\s", re.IGNORECASE)
# "Analysts at Corwen", "officials from both states", "a person briefed on the inquiry".
_PLACED = re.compile(
    r"\s(?:at|from|with|of|for|close to|familiar with|briefed|involved|who|working|based|"
    r"in (?=[A-Z]))"
)


def is_anybody(actor: ActorMention, saying: Saying, text: str) -> bool:
    """Whether a speaker is a role of which nothing more is told: "analysts", ", police said".

    "A doctor", "two officials" and "analysts at Corwen" are somebody.
    """
    if actor.rule != "role" or actor.country:
        return False
    words = actor.span.of(text)
    if _COUNTED.match(words) or _PLACED.match(text, actor.span.end):
        return False
    if _COUNTED.search(text[max(0, actor.span.start - 8) : actor.span.start]):
        return False
    is_tail = saying.content.end <= saying.span.start
    plain = words.lower().split()
    return is_tail or (bool(_NOBODIES & set(plain)) and plain[-1].endswith(("s", "people")))


_THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)


def is_the_one(actor: ActorMention, text: str) -> bool:
    """Whether a role is one body that an article makes known: "the opposition", "the ministry"."""
    before = text[max(0, actor.span.start - 5) : actor.span.start]
    is_one = not actor.span.of(text).endswith("s")
    return actor.kind is ActorKind.BODY and is_one and bool(_THE.search(before))


# "The election office", "St Anne's Hospital", "Analysts at Brightwater": a speaker that no list
# knows is still one where the words name it.
_NAMED = re.compile(
    r"(?:But\s|And\s)?(?:(?:The|the|Its|its|His|Her|his|her)\s[a-z]|"
    rf"(?:[Aa]n?|[Aa]nother|[Oo]ne|(?i:{_COUNTS}))\s[a-z]|"
    r"[\w’'.-]{1,60}\s.{0,300}\b[A-Z][a-z])"
)
_UNNAMED = re.compile(r"[“”\"]|\b(?:it|he|she|they|we|I|you|that|this|which|what)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:\A|[\s”\"])(?:he|she)\Z", re.IGNORECASE)


def is_named(words: str) -> bool:
    """Whether the words of a speaker that no list knows still name one.

    Whom "she" means may stay open, and yet it is one person who spoke.
    """
    return bool(_PERSON.search(words) or (_NAMED.match(words) and not _UNNAMED.search(words)))

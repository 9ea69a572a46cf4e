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
    if _OWNED.search(text[max(0, actor.span.start - 6) : actor.span.start]):
        return False  # "its security service"
    if _COUNTED.match(words) or _PLACED.match(text, actor.span.end):
        return False
    if _COUNTED.search(text[max(0, actor.span.start - 8) : actor.span.start]):
        return False
    is_tail = saying.content.end <= saying.span.start
    plain = words.lower().split()
    return is_tail or (bool(_NOBODIES & set(plain)) and plain[-1].endswith(("s", "people")))


_OWNED = re.compile(r"\b(?:its|his|her|their)\s\Z", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|its|his|her|their)\s\Z", re.IGNORECASE)


def is_the_one(actor: ActorMention, text: str) -> bool:
    """Whether a role is one body that an article makes known: "the opposition", "their union".

    "Lawyers in Vienna" are known as well, and "lawyers" are not.
    """
    if _PLACED.match(text, actor.span.end):
        return True
    before = text[max(0, actor.span.start - 6) : actor.span.start]
    is_one = not actor.span.of(text).endswith("s")
    return actor.kind is ActorKind.BODY and is_one and bool(_THE.search(before))


# "The election office", "St Anne's Hospital", "Analysts at Brightwater": a speaker that no list
# knows is still one where the words name it.
_NAMED = re.compile(
    r"(?:But\s|And\s)?(?:(?:The|the|Its|its|His|Her|his|her|Their|their)\s\w|"
    rf"(?:[Aa]n?|[Aa]nother|[Oo]ne|(?i:{_COUNTS}))\s[a-z]|"
    r"[\w’'.-]{1,60}\s.{0,300}\b[A-Z][a-z])"
)
_UNNAMED = re.compile(r"[“”\"]|\b(?:it|he|she|they|we|I|you|that|this|which|what)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:\A|[\s”\"])(?:he|she)\Z", re.IGNORECASE)


def is_named(words: str) -> bool:
    """Whether the words of a speaker that no list knows still name one.

    Whom "she" means may stay open, and yet it is one person who spoke.
    """
    if _PERSON.search(words):
        return True
    if _UNNAMED.search(words):
        return False
    return bool(_NAMED.match(words) or _NAME.fullmatch(words)) or _is_sort_of_people(words)


# One word that nobody knows, and that is no plural: "Infrafer" and not "Residents".
_NAME = re.compile(r"[A-Z][\w’'-]{2,30}(?<!s)")


_SORT = re.compile(r"(?:But\s|And\s)?[A-Z][\w’'-]{2,20}\s(?P<who>[a-z][a-z’'-]{2,20}s)\Z")
_VAGUE = frozenset({"some", "many", "most", "other", "several", "all", "few", "these", "those"})


def _is_sort_of_people(words: str) -> bool:
    """Whether they are people of a sort that is told: "Kyrgyz commanders", "Opposition parties"."""
    found = _SORT.fullmatch(words)
    if found is None or found["who"] in _NOBODIES:
        return False
    return words.split()[-2].lower() not in _VAGUE

"""Whether a speaker is somebody whose saying is an act, or only "officials"."""

import re

from dateline import lexicon
from dateline.extract.actors import ActorMention
from dateline.extract.voices import Saying

_NOBODIES = frozenset(lexicon.table("name_words")["nobodies"])


def is_anybody(actor: ActorMention, saying: Saying, text: str) -> bool:
    """Whether a speaker is a role without a country: "analysts", or in a tail ", police said"."""
    is_tail = saying.content.end <= saying.span.start
    words = actor.span.of(text).lower().split()
    is_nobody = bool(_NOBODIES & set(words)) and words[-1].endswith(("s", "people"))
    return actor.rule == "role" and not actor.country and (is_tail or is_nobody)


# "The election office", "St Anne's Hospital", "Analysts at Brightwater": a speaker that no list
# knows is still one where the words name it.
_NAMED = re.compile(
    r"(?:But\s|And\s)?(?:(?:The|the|Its|its|His|Her)\s[a-z]|[\w’'.-]{1,60}\s.{0,300}\b[A-Z][a-z])"
)
_UNNAMED = re.compile(
    r"[“”\"]|\b(?:it|he|she|they|we|I|you|that|this|who|which|what)\b", re.IGNORECASE
)


def is_named(words: str) -> bool:
    """Whether the words of a speaker that no list knows still name one."""
    return bool(_NAMED.match(words)) and not _UNNAMED.search(words)

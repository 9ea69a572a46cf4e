"""What is found: one naming of an actor, and all of an article's namings."""

import re
import unicodedata
from dataclasses import dataclass, field

from dateline.model import Actor, ActorKind, Span


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One naming. `span` has title and nationality, `name` the name's own words."""

    span: Span
    name: Span
    actor_id: str
    kind: ActorKind
    country: str
    is_modifier: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ActorsFound:
    """An article's namings in reading order, without overlaps; `text` is what was read."""

    mentions: list[ActorMention]
    created: list[Actor]
    ambiguous: list[tuple[Span, str]]
    text: str = field(default="", repr=False, compare=False)


# Letters that Unicode does not take apart into a plain letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"}
)


def slug(name: str) -> str:
    """The name as an id: small letters, digits and underscores."""
    plain = name.replace("'s ", " ").replace("’s ", " ").translate(_UNDECOMPOSED)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’.")
    return re.sub(r"[\W_]+", "_", plain.casefold()).strip("_")

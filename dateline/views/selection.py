"""What the reader chose to see."""

from dataclasses import dataclass, field, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class Selection:
    """Choices that narrow every table. An empty one stands for all there is.

    `publishers` holds slugs, everything else ids or enum values as they stand in the tables.
    """

    first: date | None = None
    last: date | None = None
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    query: str = ""

    @property
    def has_days(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def words(self) -> tuple[str, ...]:
        """The words to search for, each of which has to be there."""
        return tuple(self.query.casefold().split())

    def active(self) -> list[str]:
        """The names of the choices that are made, in words, to say what could be widened."""
        return [WORDS[f.name] for f in fields(self) if f.name in WORDS and getattr(self, f.name)]


WORDS = {
    "first": "the first day",
    "last": "the last day",
    "families": "the families of kinds",
    "kinds": "the kinds",
    "actors": "the actors",
    "publishers": "the publishers",
    "stances": "the stances",
    "claimants": "the claimants",
    "states": "the states",
    "query": "the search words",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, each value with the words that show it, in order."""

    families: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)
    stances: dict[str, str] = field(default_factory=dict)
    claimants: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

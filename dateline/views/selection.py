"""What the reader chose to see."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

SPOKEN = "spoken"  # claims by the days that they speak of, rather than by those of their reports


@dataclass(frozen=True, slots=True)
class Selection:
    """Choices that narrow every table. An empty one stands for all there is.

    `publishers` and `places` hold slugs, everything else ids or enum values as they stand in the
    tables. `known_on` names the day whose story is asked (`views.known`); it filters nothing here.
    `by` says which days of a claim are meant: those of its report, or `SPOKEN`.
    """

    first: date | None = None
    last: date | None = None
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    least_publishers: int = 1
    stances: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    query: str = ""
    known_on: date | None = None
    by: str = ""

    @property
    def has_days(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def words(self) -> tuple[str, ...]:
        """The words to search for, each of which has to be there."""
        return tuple(self.query.lower().split())

    def without(self, name: str) -> "Selection":
        """The same with one choice of several values taken back."""
        nothing: dict[str, Any] = {name: ()}
        return replace(self, **nothing)

    def active(self) -> list[str]:
        """The names of the choices that are made, in words, to say what could be widened."""
        made = [f.name for f in fields(self) if getattr(self, f.name) != f.default]
        return [WORDS[name] for name in made if name != "by"]


WORDS = {
    "first": "the first day",
    "last": "the last day",
    "families": "the families of kinds",
    "kinds": "the kinds",
    "actors": "the actors",
    "targets": "the targets",
    "places": "the places",
    "statuses": "the statuses",
    "publishers": "the publishers",
    "least_publishers": "the number of publishers",
    "stances": "the stances",
    "claimants": "the claimants",
    "states": "the states",
    "query": "the search words",
    "known_on": "the day on which it was known",
    "by": "the days of a claim",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, each value with the words that show it, in order."""

    families: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)
    stances: dict[str, str] = field(default_factory=dict)
    claimants: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    most_publishers: int = 1
    report_days: tuple[date, ...] = ()

"""Every name known before an article is opened: the given actors, states, bodies and media.

The lexicon's states and bodies make the index usable on any story; where the given actors hold
the same state or body, theirs is the id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline import lexicon
from dateline.extract.actors import words as w
from dateline.extract.actors.mention import slug
from dateline.extract.actors.tokens import Phrases, words_of
from dateline.model import Actor, ActorKind


class Sort(StrEnum):
    """What a known phrase is: the same state is named by its name, its people or its capital."""

    ALIAS = "alias"  # of a person or a body
    COUNTRY = "country"
    DEMONYM = "demonym"
    PEOPLE = "people"  # "South Koreans"
    CAPITAL = "capital"
    SHORT = "short"  # "the North": only in an article that names both
    PLACE = "place"  # not an actor


NATIONS = frozenset({Sort.COUNTRY, Sort.DEMONYM, Sort.PEOPLE, Sort.CAPITAL})


@dataclass(frozen=True, slots=True)
class Known:
    """What one phrase stands for. Several actors: they share it, and the article must decide."""

    sort: Sort
    actors: tuple[Actor, ...] = ()
    is_generic: bool = False  # common words: "the spy agency" is nobody's own name
    needs: frozenset[str] = frozenset()  # words one of which the article must hold

    @property
    def actor(self) -> Actor:
        return self.actors[0]


BodyKey = tuple[str, frozenset[str]]

_SPELLINGS = {"defence": "defense", "labour": "labor", "centre": "center"} | {
    "organisation": "organization",
    "programme": "program",
}
_EMPTY = frozenset(["of", "the", "for", "and", "in", "to", "affairs", "'s", "'", "-", ".", ","])
BODY_NOUNS = {row["body"]: row for row in lexicon.rows("bodies") if row["part"] == "noun"}
_GENERIC = (
    {noun.lower() for noun, row in BODY_NOUNS.items() if row["shared"] == "yes"}
    | w.ROLE_MODIFIERS
    | _EMPTY
    | {"media", "state", "spy", "lower", "upper", "house", "parliament", "intelligence", "press"}
)


class NameBook:
    """The known phrases, and the given bodies by country and words in any order."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.given = {actor.actor_id: actor for actor in actors}
        self.names: Phrases[Known] = Phrases()
        self.persons: dict[str, Actor] = {}
        self._bodies: dict[BodyKey, Actor | None] = {}
        states = {a.country: a for a in actors if a.kind is ActorKind.STATE and a.country}
        # The countries of the story that the given actors belong to.
        self.countries = frozenset(states)
        self.states: dict[str, Actor] = {}
        nations = dict(self._nations(states))
        self._add_given(actors, nations)
        for phrase, known in nations.items():
            self.names.add(phrase, known)
        self._add_lexicon()
        for place in w.PLACES:
            self.names.add(place, Known(Sort.PLACE))

    def _nations(self, given: dict[str, Actor]) -> Iterable[tuple[str, Known]]:
        for row in lexicon.rows("countries"):
            own = given.get(row["iso3"])
            needs = frozenset() if own else frozenset(_split(row["only_with"]))
            state = own or Actor(
                slug(row["name"]), row["name"], (row["name"],), ActorKind.STATE, row["iso3"]
            )
            self.states[row["iso3"]] = state
            for name in [row["name"], *_split(row["names"])]:
                yield name, Known(Sort.COUNTRY, (state,), needs=needs)
            for name in _split(row["demonyms"]):
                sort = Sort.PEOPLE if name.endswith("s") and name != "Swiss" else Sort.DEMONYM
                yield name, Known(sort, (state,))
            for name in _split(row["capital"]):
                yield name, Known(Sort.CAPITAL, (state,))
            for name in _split(row["shorts"]):
                yield name, Known(Sort.SHORT, (state,))
                yield name[0].upper() + name[1:], Known(Sort.SHORT, (state,))

    def _add_given(self, actors: Sequence[Actor], nations: dict[str, Known]) -> None:
        owners: dict[str, list[Actor]] = {}
        nation_names: Phrases[Known] = Phrases()
        for name, known_nation in nations.items():
            nation_names.add(name, known_nation)
        for actor in actors:
            if actor.kind is ActorKind.PERSON:
                self.persons.setdefault(slug(actor.name), actor)
            for alias in (actor.name, *actor.aliases):
                owners.setdefault(alias, [])
                if actor not in owners[alias]:
                    owners[alias].append(actor)
                if actor.kind is ActorKind.PERSON and len(words_of(alias)) > 1:
                    self.persons.setdefault(slug(alias), actor)
                if actor.kind is ActorKind.BODY and _is_descriptive(alias):
                    key = (actor.country, body_words(_without(alias, nation_names)))
                    known = self._bodies.get(key, actor)
                    self._bodies[key] = actor if known is actor else None
        for alias, who in owners.items():
            nation = nations.get(alias)
            if nation and all(a.kind is ActorKind.STATE for a in who):
                self.names.add(alias, Known(nation.sort, tuple(who)))
            elif all(a.kind is ActorKind.STATE for a in who):
                self.names.add(alias, Known(_state_sort(alias), tuple(who)))
            else:
                self.names.add(alias, Known(Sort.ALIAS, tuple(who), _is_generic(alias)))

    def _add_lexicon(self) -> None:
        """Known bodies and media; one that is also given keeps the given id."""
        named = [
            (row["body"], row["aliases"], row["country"])
            for row in lexicon.rows("bodies")
            if row["part"] == "name"
        ]
        named += [(r["name"], r["aliases"], r["country"]) for r in lexicon.rows("media")]
        for name, aliases, country in named:
            phrases = (name, *_split(aliases))
            actor = self._given_body(phrases) or Actor(
                slug(name), name, phrases, ActorKind.BODY, country
            )
            for phrase in phrases:
                self.names.add(phrase, Known(Sort.ALIAS, (actor,)))

    def _given_body(self, phrases: tuple[str, ...]) -> Actor | None:
        for phrase in phrases:
            known = self.names.get(words_of(phrase))
            if known and known.sort is Sort.ALIAS and known.actor.kind is ActorKind.BODY:
                return known.actor
        return None

    def body(self, country: str, words: frozenset[str]) -> Actor | None:
        """The one given body of *country* that these words describe, in any order."""
        return self._bodies.get((country, words))


def body_words(words: Iterable[str]) -> frozenset[str]:
    """The words that tell one body from another, spelled one way."""
    lower = (word.lower() for word in words)
    return frozenset(_SPELLINGS.get(word, word) for word in lower if word not in _EMPTY)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _is_descriptive(alias: str) -> bool:
    return len(words_of(alias)) > 1


def _is_generic(alias: str) -> bool:
    return all(word.lower() in _GENERIC for word in words_of(alias))


def _state_sort(alias: str) -> Sort:
    """A given state's own spelling: adjectives end as in "N. Korean", names do not."""
    return Sort.DEMONYM if alias.endswith(("an", "ese", "ish", "i")) else Sort.COUNTRY


def _without(alias: str, nations: Phrases[Known]) -> list[str]:
    """The alias's words without those that name a nation."""
    words, kept, at = words_of(alias), [], 0
    while at < len(words):
        hit = nations.longest(words, at)
        if hit is None:
            kept.append(words[at])
        at = hit[0] if hit else at + 1
    return kept

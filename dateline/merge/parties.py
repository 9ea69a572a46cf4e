"""Who is party to what a mention tells: those named, with the states that they stand for."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dateline import lexicon
from dateline.model import Actor, ActorKind, Mention, Stance


@cache
def roles() -> frozenset[str]:
    """The roles that anybody can have ("leaders", "officials"): they name no party."""
    return frozenset(row["role_id"] for row in lexicon.rows("roles"))


# What of a spelling depends on who writes a foreign name in Latin letters, in this order:
# Zelensky, Zelenskiy, Zelenskyy; Nebenzya, Nebenzia; Akhmad, Ahmad.
_SPELLINGS = (("kh", "h"), ("ph", "f"), ("w", "v"), ("j", "i"), ("y", "i"))
_DOUBLED = re.compile(r"(.)\1+")
# Words by which papers call the intelligence service of a state, whatever its name.
_INTELLIGENCE = frozenset({"spy", "intelligence"})
_SERVICE = _INTELLIGENCE | {"agency", "service", "services", "officials", "national", "the"}


class Parties:
    """Persons, bodies and states, who stands for whom, and who is written in several ways."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._states = {
            actor.country: actor.actor_id
            for actor in actors.values()
            if actor.kind is ActorKind.STATE and actor.country
        }
        first: dict[tuple[str, str], str] = {}
        self._same = {
            actor_id: first.setdefault(key, actor_id)
            for actor_id, actor in sorted(actors.items())
            if (key := _known_as(actor, actors.get(self._states.get(actor.country, ""))))
            is not None
        }

    def of(self, mention: Mention) -> frozenset[str]:
        """Everybody in the mention, with the states they stand for."""
        named = {*self.same(mention.actor_ids), *self.same(mention.target_ids)} - roles()
        if mention.stance is Stance.DENIED:
            # Who denies a deed is a party to it: mostly the one who is said to have done it.
            named |= set(self.same(mention.attributed_to)) - roles()
        return frozenset(named | self.sides(named))

    def same(self, actor_ids: Iterable[str]) -> tuple[str, ...]:
        """These actors, each by one id for all the ways in which papers write them."""
        return tuple(self._same.get(actor_id, actor_id) for actor_id in actor_ids)

    def sides(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """The states that these stand for."""
        return frozenset(map(self._state_of, actor_ids)) - {""}

    def are_specific(self, actor_ids: Iterable[str]) -> bool:
        """Whether one of them is a person or a body: a state speaks with many voices."""
        return any(
            self._actors[actor_id].kind is not ActorKind.STATE
            for actor_id in actor_ids
            if actor_id in self._actors
        )

    def are_others(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two groups are of other people: of two states, or each of persons of its own."""
        one, other = set(one), set(other)
        if one & other:
            return False
        sides, theirs = self.sides(one), self.sides(other)
        if sides and theirs and not sides & theirs:
            return True
        return any(map(self._is_person, one)) and any(map(self._is_person, other))

    def _is_person(self, actor_id: str) -> bool:
        actor = self._actors.get(actor_id)
        return actor is not None and actor.kind is ActorKind.PERSON

    def are_named(self, text: str, actor_ids: Iterable[str]) -> bool:
        """Whether *text* names a body that is one of *actor_ids*."""
        return any(
            name in text
            for actor_id in actor_ids
            if (actor := self._actors.get(actor_id)) and actor.kind is ActorKind.BODY
            for name in (actor.name, *actor.aliases)
        )

    def is_state(self, actor_id: str) -> bool:
        actor = self._actors.get(actor_id)
        return actor is not None and actor.kind is ActorKind.STATE

    def _state_of(self, actor_id: str) -> str:
        actor = self._actors.get(actor_id)
        return self._states.get(actor.country, "") if actor else ""


def _known_as(actor: Actor, state: Actor | None) -> tuple[str, str] | None:
    """What is the same for every spelling of a person's name, and for every name of a state's
    intelligence service; None for others."""
    words = actor.name.lower().replace("-", " ").split()
    if actor.kind is ActorKind.PERSON and len(words) > 1:
        name = " ".join(words)
        for written, spelled in _SPELLINGS:
            name = name.replace(written, spelled)
        return "", _DOUBLED.sub(r"\1", name)
    if actor.kind is ActorKind.BODY and state is not None:
        own = set(words) - set(state.name.lower().split())
        if own & _INTELLIGENCE and own <= _SERVICE:
            return actor.country, "intelligence"
    return None

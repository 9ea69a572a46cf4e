"""Who is party to what a mention tells: those named, with the states that they stand for."""

from collections.abc import Iterable, Mapping
from functools import cache

from dateline import lexicon
from dateline.model import Actor, ActorKind, Mention, Stance


@cache
def roles() -> frozenset[str]:
    """The roles that anybody can have ("leaders", "officials"): they name no party."""
    return frozenset(row["role_id"] for row in lexicon.rows("roles"))


class Parties:
    """Persons, bodies and states, and who stands for whom."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._states = {
            actor.country: actor.actor_id
            for actor in actors.values()
            if actor.kind is ActorKind.STATE and actor.country
        }

    def of(self, mention: Mention) -> frozenset[str]:
        """Everybody in the mention, with the states they stand for."""
        named = {*mention.actor_ids, *mention.target_ids} - roles()
        if mention.stance is Stance.DENIED:
            # Who denies a deed is a party to it: mostly the one who is said to have done it.
            named |= set(mention.attributed_to) - roles()
        return frozenset(named | self.sides(named))

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

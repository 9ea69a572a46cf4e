"""Actors by the state they belong to: the lanes of the timeline and the colours of the claims."""

from dataclasses import dataclass

import pandas as pd

from dateline.model import ActorKind
from dateline.views.ids import split
from dateline.views.story import Story

NOBODY = "unnamed"


@dataclass(frozen=True, slots=True)
class Groups:
    """Which group each actor is in, and what each group is called.

    A group is a state with everybody and everything of its country, or a body of no country.
    """

    of_actor: dict[str, str]
    names: dict[str, str]

    def of(self, cell: str) -> str:
        """The group of the first actor of a ';'-joined cell."""
        ids = split(cell)
        return self.of_actor.get(ids[0], NOBODY) if ids else NOBODY

    def name(self, group: str) -> str:
        return self.names.get(group, group)


def grouped(story: Story) -> Groups:
    """The groups of a story's actors, worked out once."""
    found: Groups = story.remember("groups", lambda: groups(story.actors))
    return found


def groups(actors: pd.DataFrame) -> Groups:
    """Put every actor with the state of its country; the state's own id names the group."""
    states = actors[actors["kind"] == ActorKind.STATE]
    home = dict(zip(states["country"], states["actor_id"], strict=True))
    of_actor = {
        row.actor_id: home.get(row.country, row.actor_id) if row.country else row.actor_id
        for row in actors.itertuples()
    }
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    return Groups(of_actor, {**names, NOBODY: "No actor named"})


def actor_names(story: Story) -> dict[str, str]:
    """What each actor is called, by id; worked out once, so nobody writes into it."""
    actors = story.actors
    found: dict[str, str] = story.remember(
        "actor names", lambda: dict(zip(actors["actor_id"], actors["name"], strict=True))
    )
    return found


def names_of(cell: str, names: dict[str, str]) -> str:
    """The names behind a ';'-joined cell of ids, for a person to read."""
    return ", ".join(names.get(actor_id, actor_id) for actor_id in split(cell))

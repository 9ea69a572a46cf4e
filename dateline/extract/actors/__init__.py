"""Who is named in an article, with or without a list of actors, and where things happen."""

from dateline.extract.actors.index import ActorIndex
from dateline.extract.actors.mention import ActorMention, ActorsFound
from dateline.extract.actors.places import find_places
from dateline.extract.actors.pronouns import fits_pronoun, resolve_pronoun

__all__ = [
    "ActorIndex",
    "ActorMention",
    "ActorsFound",
    "find_places",
    "fits_pronoun",
    "resolve_pronoun",
]

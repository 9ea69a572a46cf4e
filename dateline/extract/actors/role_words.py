"""The lexicon's roles: what each is called, and what a nation before it makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline import lexicon
from dateline.extract.actors.tokens import Phrases
from dateline.model import ActorKind


class Nation(StrEnum):
    """What a nation before the role makes of it."""

    STATE = "state"  # "Russian officials" speak for Russia
    OWN = "own"  # "Japanese police" are police
    REQUIRED = "required"  # "intelligence" is somebody only as "Norwegian intelligence"


class Number(StrEnum):
    SINGULAR = "singular"  # wants an article: "the company"
    PLURAL = "plural"
    MASS = "mass"  # one body that goes without an article: "police", "parliament"


@dataclass(frozen=True, slots=True)
class Role:
    role_id: str
    kind: ActorKind
    nation: Nation
    number: Number


ROLES: Phrases[Role] = Phrases()
for _row in lexicon.rows("roles"):
    _role = Role(
        _row["role_id"],
        ActorKind(_row["kind"]),
        Nation(_row["nation"]),
        Number(_row["number"]),
    )
    for _form in _row["forms"].split(";"):
        ROLES.add(_form, _role)
        ROLES.add(_form.lower(), _role)

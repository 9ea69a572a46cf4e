"""What one rule read at one position, before the article's memory says who it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.actors.memory import Memory
from dateline.model import Actor

Who = Callable[[Memory], Actor]


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens from `start` to `end` name somebody; `name_start` to `name_end` are the name's own.

    `who` is asked only for the reading that is kept, since naming somebody is remembered. Without
    it the tokens name nobody (a war, a sea) and are passed over, or could name several: then
    `doubt` says why they are left unresolved.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    who: Who | None
    rule: str
    is_modifier: bool = False
    doubt: str = ""


def nobody(start: int, end: int) -> Naming:
    """Words that look like a name and are known not to be one."""
    return Naming(start, end, start, end, None, "nobody")


def doubtful(start: int, end: int, candidates: list[Actor], rule: str = "short_form") -> Naming:
    """A short form that several can be called by."""
    names = " or ".join(sorted(actor.name for actor in candidates))
    return Naming(start, end, start, end, None, rule, doubt=f"can be {names}")


def always(actor: Actor) -> Who:
    """An answer that is known already."""
    return lambda memory: actor

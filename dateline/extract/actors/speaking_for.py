"""Those who speak for somebody with a name: "a spokesman for X", "X officials"."""

from __future__ import annotations

from dateline.extract.actors import words as w
from dateline.extract.actors.bodies import read_body
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.mention import slug
from dateline.extract.actors.namebook import Sort
from dateline.extract.actors.naming import Who, always
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.role_words import ROLES
from dateline.extract.actors.titles import head_at
from dateline.model import Actor, ActorKind

SPEAKING_LINKS = frozenset(("for", "of", "at", "from", "with"))
SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "official", "officials"))


def spoken_for_at(reading: Reading, role_end: int, memory: Memory) -> tuple[int, Who] | None:
    """Whom "a spokesman for X" speaks for, if X has a name."""
    link = reading.lower(role_end)
    if reading.low[role_end - 1] not in SPEAKS_FOR or link not in SPEAKING_LINKS:
        return None
    at = role_end + 1
    while reading.lower(at) in ("the", "a", "an"):
        at += 1
    if not reading.is_proper(at):
        return None
    body, hit = read_body(reading, at), reading.body(at)
    if hit and (body is None or body.end <= hit[0]):
        return hit[0], always(hit[1].actor)
    if body is not None and body.who is not None:
        return body.end, body.who
    if learned := memory.called(reading.words, at):
        return learned[0], always(learned[1])
    if link != "for":
        return None
    if nation := reading.nation(at):
        return nation[0], always(nation[1].actor)
    end = at + 1
    while reading.continues(end) and reading.is_proper(end):
        end += 1
    words = reading.words[at:end]
    return end, lambda memory: memory.body_of(words, "", " ".join(words))


def owner_at(reading: Reading, at: int, memory: Memory) -> tuple[int, Actor] | None:
    """A body or person whose people speak for it: "NATO officials", "Yoon's administration"."""
    learned = memory.called(reading.words, at)
    hit = reading.body(at) or learned
    if hit is None and (known := reading.known.get(at)) and known[1].sort is Sort.ALIAS:
        hit = known
    if hit is None:
        people = memory.surname(reading.words[at]) if reading.is_capital(at) else []
        hit = (at + 1, people[0]) if len(people) == 1 else None
    if hit is None:
        hit = _unknown_owner(reading, at)
    if hit is None:
        return None
    end, owner = hit[0], hit[1] if isinstance(hit[1], Actor) else hit[1].actor
    past = reading.after_possessive(end)
    if owner.kind is ActorKind.PERSON:
        state = memory.book.states.get(owner.country)
        return (past, state) if state is not None and past > end else None
    return (past, owner) if owner.kind is ActorKind.BODY else None


def _unknown_owner(reading: Reading, at: int) -> tuple[int, Actor] | None:
    """A name that only its people explain: "Cal Fire officials", "California authorities"."""
    end = at
    if (hit := reading.known.get(at)) and hit[1].sort is Sort.PLACE:
        end = hit[0]
    last = len(reading.words)
    while end < last and end not in reading.known and end - at < 3 and _is_owner_word(reading, end):
        end += 1
    if end == at or not ROLES.longest(reading.words, reading.after_possessive(end)):
        return None
    name = " ".join(reading.words[at:end])
    return end, Actor(slug(name), name, (name,), ActorKind.BODY, "")


def _is_owner_word(reading: Reading, at: int) -> bool:
    has_inner_capital = not reading.word(at)[1:].islower()
    if reading.opens[at] and not (has_inner_capital or reading.is_proper(at + 1)):
        return False
    return (
        reading.is_proper(at)
        and reading.low[at] not in w.ROLE_MODIFIERS - {"fire"}
        and reading.words[at].isalpha()
        and head_at(reading, at) is None
    )

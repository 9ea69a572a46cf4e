"""Claimants without a name: police, officials, "Ukrainian military sources", "the company".

Where a nation stands before officials they speak for the state; where "the ministry" was named in
full before, it is that ministry; else the role itself is the actor, with an id such as "police".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline import lexicon
from dateline.extract.actors import words as w
from dateline.extract.actors.bodies import read_body
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.namebook import BODY_NOUNS, Sort
from dateline.extract.actors.naming import Naming, Who, always, doubtful
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.tokens import Phrases
from dateline.model import Actor, ActorKind

_MOST_MODIFIERS = 5
_DEFINITE = frozenset(("the", "its", "their", "that", "this", "his", "her"))
_DETERMINERS = _DEFINITE | {"a", "an", "one", "another", "each", "every", "our", "my", "'s", "said", "says"}
_SPEAKING_LINKS = frozenset(("for", "of", "at", "from", "with"))
_SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "official", "officials"))


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


_ROLES: Phrases[Role] = Phrases()
for _row in lexicon.rows("roles"):
    _role = Role(
        _row["role_id"],
        ActorKind(_row["kind"]),
        Nation(_row["nation"]),
        Number(_row["number"]),
    )
    for _form in _row["forms"].split(";"):
        _ROLES.add(_form, _role)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A role as read: where its words and its nation stand."""

    head: int
    end: int
    role: Role
    modifiers: tuple[str, ...]
    nation: Actor | None


def read_role(reading: Reading, at: int, memory: Memory) -> Naming | None:
    """The role named at *at*, its nation and its adjectives before it."""
    phrase = _read_phrase(reading, at, memory)
    if phrase is None or not _stands_alone(reading, at, phrase):
        return None
    if spoken_for := _spoken_for(reading, phrase, memory):
        end, who = spoken_for
        return Naming(at, end, phrase.head, end, who, "role")
    role, nation, end = phrase.role, phrase.nation, phrase.end
    noun = " ".join(reading.low[phrase.head : end])
    telling = tuple(word for word in phrase.modifiers if word in w.TELLING_MODIFIERS)
    if nation is None and role.number is not Number.PLURAL and not telling:
        candidates = _short_form(reading, at, noun, role, memory)
        if len(candidates) > 1:
            return doubtful(at, end, candidates)
        if candidates:
            return Naming(at, end, at, end, always(candidates[0]), "short_form")
    if role.kind is ActorKind.PERSON and nation is not None:
        people = memory.noun(noun, ActorKind.PERSON, nation.country)
        if len(people) == 1:
            return Naming(at, end, phrase.head, end, always(people[0]), "short_form")
    words = (*telling, *reading.low[phrase.head : end])
    return Naming(at, end, phrase.head, end, _actor_of(role, nation, noun, words), "role")


def _actor_of(role: Role, nation: Actor | None, noun: str, words: tuple[str, ...]) -> Who:
    """The state itself, a body described by the words, or the role as an actor of its own."""
    if nation is not None and role.nation is Nation.STATE:
        return always(nation)
    country = nation.country if nation else ""
    name = f"{nation.name} {' '.join(words)}" if nation else " ".join(words)
    is_described = role.number is Number.SINGULAR and (len(words) > 1 or nation is not None)
    if role.kind is ActorKind.BODY and is_described:
        return lambda memory: memory.body_of(words, country, name)
    role_id = f"{nation.actor_id}_{role.role_id}" if nation else role.role_id
    name = f"{nation.name} {noun}" if nation else noun
    return lambda memory: memory.role(role_id, name, role.kind, country)


def _stands_alone(reading: Reading, at: int, phrase: _Phrase) -> bool:
    """Whether the role is somebody here: "the court said", not "court order" or "in opposition"."""
    last = reading.lower(phrase.end - 1)
    if reading.word(phrase.end) == ":":
        return False
    if not last.endswith("s") and reading.noun_follows(phrase.end):
        return False
    if phrase.nation is not None:
        return True
    if phrase.role.nation is Nation.REQUIRED:
        return False
    if phrase.role.number is not Number.SINGULAR or reading.opens[at]:
        return True
    return reading.lower(at - 1) in _DETERMINERS


def _owner(reading: Reading, at: int, memory: Memory) -> tuple[int, Actor] | None:
    """A body or person whose people speak for it: "NATO officials", "Yoon's administration"."""
    learned = memory.names.longest(reading.words, at)
    hit = reading.body(at) or learned
    if hit is None and (known := reading.known.get(at)) and known[1].sort is Sort.ALIAS:
        hit = known
    if hit is None:
        people = memory.surname(reading.words[at]) if reading.is_capital(at) else []
        hit = (at + 1, people[0]) if len(people) == 1 else None
    if hit is None:
        return None
    end, owner = hit[0], hit[1] if isinstance(hit[1], Actor) else hit[1].actor
    past = reading.after_possessive(end)
    if owner.kind is ActorKind.PERSON:
        state = memory.book.states.get(owner.country)
        return (past, state) if state is not None and past > end else None
    return (past, owner) if owner.kind is ActorKind.BODY else None


def _read_phrase(reading: Reading, at: int, memory: Memory) -> _Phrase | None:
    if reading.in_headline[at]:
        return None
    here, nation = at, None
    if hit := reading.nation(at):
        end, known = hit
        if known.sort is Sort.PEOPLE:
            return None
        here, nation = reading.after_possessive(end), known.actor
    elif owner := _owner(reading, at, memory):
        here, nation = owner
    elif not (reading.words[at].islower() or reading.opens[at] or reading.words[at] in BODY_NOUNS):
        return None
    first, best = here, None
    modifiers: list[str] = []
    while here < reading.count and here - first <= _MOST_MODIFIERS:
        if here > at and not reading.continues(here):
            break
        words = reading.low if _may_lower(reading, here, at) else reading.words
        if role := _ROLES.longest(words, here):
            best = _Phrase(here, role[0], role[1], tuple(modifiers), nation)
            modifiers.extend(reading.low[here : role[0]])
            here = role[0]
        elif reading.lower(here) in w.ROLE_MODIFIERS and (reading.words[here].islower() or here == at):
            modifiers.append(reading.low[here])
            here += 1
            if reading.is_glued(here, "-"):
                here += 1
        elif reading.words[here] in ("-", "and") and best is None and modifiers:
            break
        else:
            break
    if best and nation and reading.nation(at) is None and best.role.nation is not Nation.STATE:
        return None
    return best


def _may_lower(reading: Reading, here: int, at: int) -> bool:
    """Whether a capital here may be a sentence's or a "Parliament"'s rather than a name's."""
    if reading.words[here].islower() or (here == at and reading.opens[at]):
        return True
    return (
        reading.words[here] in BODY_NOUNS
        and not reading.is_proper(here + 1)
        and (here == 0 or reading.nation(at) is not None or not reading.is_proper(here - 1))
    )


def _spoken_for(reading: Reading, phrase: _Phrase, memory: Memory) -> tuple[int, Who] | None:
    """Whom "a spokesman for X" speaks for, if X has a name."""
    link = reading.lower(phrase.end)
    if reading.low[phrase.end - 1] not in _SPEAKS_FOR or link not in _SPEAKING_LINKS:
        return None
    at = phrase.end + 1
    while reading.lower(at) in ("the", "a", "an"):
        at += 1
    if not reading.is_proper(at):
        return None
    body, hit = read_body(reading, at), reading.body(at)
    if hit and (body is None or body.end <= hit[0]):
        return hit[0], always(hit[1].actor)
    if body is not None and body.who is not None:
        return body.end, body.who
    if learned := memory.names.longest(reading.words, at):
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


def _short_form(
    reading: Reading, at: int, noun: str, role: Role, memory: Memory
) -> list[Actor]:
    """Those named before whom "the ministry" can mean."""
    if reading.lower(at - 1) not in _DEFINITE:
        return []
    return memory.noun(noun, role.kind)

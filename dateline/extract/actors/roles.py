"""Claimants without a name: police, officials, "Ukrainian military sources", "the company".

Where a nation stands before officials they speak for the state; where "the ministry" was named in
full before, it is that ministry; else the role itself is the actor, with an id such as "police".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.actors import words as w
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.namebook import BODY_NOUNS, Sort, body_words
from dateline.extract.actors.naming import Naming, Who, always, doubtful
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.role_words import ROLES, Nation, Number, Role
from dateline.extract.actors.speaking_for import (
    SPEAKING_LINKS,
    SPEAKS_FOR,
    owner_at,
    spoken_for_at,
)
from dateline.model import Actor, ActorKind

_MOST_MODIFIERS = 5
_DEFINITE = frozenset(("the", "its", "their", "that", "this", "his", "her"))
_DETERMINERS = _DEFINITE | w.DETERMINERS
# Bodies that are buildings too: "at the hospital" nobody speaks.
_BUILDINGS = frozenset(
    ("hospital", "school", "university", "court", "bank", "embassy", "consulate")
)
_INTO = w.PLACE_BEFORE | {"to", "leaving", "left", "entering", "entered"}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A role as read: where its words and its nation stand."""

    head: int
    head_end: int
    end: int  # behind "spokesman" and the like, who speak for the head
    role: Role
    modifiers: tuple[str, ...]
    nation: Actor | None
    owner: int  # where the nation stands


def read_role(reading: Reading, at: int, memory: Memory) -> Naming | None:
    """The role named at *at*, its nation and its adjectives before it."""
    phrase = _read_phrase(reading, at, memory)
    if phrase is None or not _stands_alone(reading, at, phrase):
        return None
    if phrase.owner > at and (hit := reading.body(phrase.owner)) and hit[0] == phrase.end:
        return Naming(at, phrase.end, phrase.owner, phrase.end, always(hit[1].actor), "alias")
    if spoken_for := spoken_for_at(reading, phrase.end, memory):
        end, who = spoken_for
        return Naming(at, end, phrase.head, end, who, "role")
    if (principal := _principal(reading, phrase, memory)) is not None:
        return replace(principal, start=at, name_start=phrase.head, rule="role")
    return _named(reading, at, phrase, memory)


def _named(reading: Reading, at: int, phrase: _Phrase, memory: Memory) -> Naming:
    """The role itself, or the one named before whom it means."""
    role, nation, end = phrase.role, phrase.nation, phrase.end
    noun = " ".join(reading.low[phrase.head : phrase.head_end])
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
    elif role.kind is ActorKind.BODY and nation is not None and not telling:
        found = [a for a in memory.noun(noun, role.kind) if a.country in ("", nation.country)]
        if len(found) == 1 and memory.lately(found, reading.sentence[at]):
            return Naming(at, end, phrase.head, end, always(found[0]), "short_form")
    return Naming(at, end, phrase.head, end, _actor_of(role, nation, noun, telling), "role")


def _principal(reading: Reading, phrase: _Phrase, memory: Memory) -> Naming | None:
    """The role that "a spokesman for the ministry" speaks for."""
    is_speaker = reading.low[phrase.end - 1] in SPEAKS_FOR
    if not is_speaker or reading.lower(phrase.end) not in SPEAKING_LINKS or phrase.nation:
        return None
    at = phrase.end + 1
    while reading.lower(at) in ("the", "a", "an"):
        at += 1
    if not reading.continues(at):
        return None
    principal = _read_phrase(reading, at, memory)
    # One step only: "an official of the spokesman for the ..." has no end.
    if principal is None or reading.low[principal.end - 1] in SPEAKS_FOR:
        return None
    if not _stands_alone(reading, at, principal):
        return None
    naming = _named(reading, at, principal, memory)
    return naming if naming.who is not None else None


def _actor_of(role: Role, nation: Actor | None, noun: str, telling: tuple[str, ...]) -> Who:
    """The state itself, a body described by the words, or the role as an actor of its own."""
    if nation is not None and role.nation is Nation.STATE:
        return always(nation)
    country = nation.country if nation else ""
    is_described = role.number is Number.SINGULAR and (telling or nation is not None)
    if role.kind is ActorKind.BODY and is_described:
        said = (*telling, *noun.split())
        general = (*telling, *role.role_id.split("_"))
        name = " ".join((nation.name, *said) if nation else said)

        def who(memory: Memory) -> Actor:
            is_given = memory.book.body(country, body_words(said)) is not None
            return memory.body_of(said if is_given else general, country, name)

        return who
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
    if phrase.role.number is Number.SINGULAR and reading.lower(phrase.end) in w.BASE_FORMS:
        return False  # "a court order": after a singular this is no verb
    if phrase.nation is not None:
        return True
    if phrase.role.nation is Nation.REQUIRED:
        return False
    if phrase.role.number is not Number.SINGULAR or reading.opens[at]:
        return True
    before = at - 1
    while reading.word(before - 1) == "-" and reading.is_glued(before - 1, "-"):
        before -= 3  # "the Hamas-run health ministry"
    if phrase.role.role_id in _BUILDINGS and reading.lower(before - 1) in _INTO:
        return False
    return reading.lower(before) in _DETERMINERS


def _read_phrase(reading: Reading, at: int, memory: Memory) -> _Phrase | None:
    if reading.in_headline[at]:
        return None
    here, nation = at, None
    before = at
    while before - at < 3 and _is_adjective(reading, before, at):
        before += 1  # "senior Ukrainian officials"
    if hit := reading.nation(before):
        end, known = hit
        if known.sort is Sort.PEOPLE:
            return None
        here, nation = reading.after_possessive(end), known.actor
    elif owner := owner_at(reading, at, memory):
        here, nation = owner
    elif not (
        reading.words[at].islower()
        or reading.opens[at]
        or reading.words[at] in BODY_NOUNS
        or reading.lower(at - 1) == "the"
    ):
        return None
    first, best = here, None
    modifiers: list[str] = []
    while here < reading.count and here - first <= _MOST_MODIFIERS:
        if here > at and not reading.continues(here):
            break
        words = reading.low if _may_lower(reading, here, at) else reading.words
        if role := ROLES.longest(words, here):
            speaks = best is not None and _speaks_for(reading, best, here, role[0])
            if best is not None and speaks:
                best = replace(best, end=role[0])
            else:
                kept = tuple(modifiers)
                best = _Phrase(here, role[0], role[0], role[1], kept, nation, before)
            modifiers.extend(reading.low[here : role[0]])
            here = role[0]
        elif reading.lower(here) in w.ROLE_MODIFIERS and (
            reading.words[here].islower() or here == at
        ):
            modifiers.append(reading.low[here])
            here += 1
            if reading.is_glued(here, "-"):
                here += 1
        else:
            break
    if best is None or nation is None or reading.nation(before) is not None:
        return best
    if best.role.nation is Nation.STATE:
        return best
    if best.role.number is Number.PLURAL and best.role.role_id not in w.NOT_A_BODYS_VOICE:
        return replace(best, role=replace(best.role, nation=Nation.STATE))
    return None


def _speaks_for(reading: Reading, phrase: _Phrase, here: int, end: int) -> bool:
    """Whether these words are a body's voice: "ministry spokesman", "agency officials"."""
    voice = reading.low[end - 1] in SPEAKS_FOR | {"chief", "leaders", "leader", "sources"}
    return voice and here == phrase.end and phrase.role.kind is ActorKind.BODY


def _is_adjective(reading: Reading, here: int, at: int) -> bool:
    is_plain = reading.word(here).islower() or (here == at and reading.opens[at])
    return is_plain and reading.lower(here) in w.ROLE_MODIFIERS


def _may_lower(reading: Reading, here: int, at: int) -> bool:
    """Whether a capital here may be a sentence's or a "Parliament"'s rather than a name's."""
    if reading.words[here].islower() or (here == at and reading.opens[at]):
        return True
    if here == at and reading.lower(at - 1) == "the" and not reading.is_proper(here + 1):
        return True  # "the President", "the Minister"
    return (
        reading.words[here] in BODY_NOUNS
        and not reading.is_proper(here + 1)
        and (here == 0 or reading.nation(at) is not None or not reading.is_proper(here - 1))
    )


def _short_form(reading: Reading, at: int, noun: str, role: Role, memory: Memory) -> list[Actor]:
    """Those named before whom "the ministry" can mean."""
    if reading.lower(at - 1) not in _DEFINITE:
        return []
    found = memory.noun(noun, role.kind)
    if len(found) > 1 and role.kind is ActorKind.BODY:
        # Of several agencies the one just spoken of is meant; of two people neither is.
        lately = memory.lately(found, reading.sentence[at])
        return lately if len(lately) == 1 else found
    return found

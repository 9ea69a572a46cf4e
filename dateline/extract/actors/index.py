"""Who is named in an article: the rules of this package, tried at each word in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.extract.actors import words as w
from dateline.extract.actors.bodies import read_body, read_explained, read_lone, read_sorted
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.mention import ActorMention, ActorsFound
from dateline.extract.actors.namebook import NameBook, Sort
from dateline.extract.actors.naming import Naming, Who, always, doubtful
from dateline.extract.actors.nations import only_qualifies, read_nation
from dateline.extract.actors.people import (
    read_apposition,
    read_speaker,
    read_surname,
    read_titled,
)
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.role_words import ROLES
from dateline.extract.actors.roles import read_role
from dateline.extract.actors.short_names import learn_acronym
from dateline.extract.actors.titles import title_openers
from dateline.model import Actor, ActorKind


class ActorIndex:
    """The given actors and the lexicon's, ready to be found in any number of articles."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._book = NameBook(actors)

    def find(self, text: str) -> ActorsFound:
        """Everybody named in *text*, in reading order and without overlaps.

        The text is read twice: a title with a surname ("President Vega" in a headline) may come
        before the full name, and is answered from the first reading.
        """
        reading = Reading(text, self._book)
        fixed = Fixed(reading)
        first = Memory(self._book)
        _read(fixed, first)
        memory = Memory(self._book, later=first)
        named, doubts = _read(fixed, memory)
        mentions = [_mention(reading, naming, actor, memory) for naming, actor in named]
        actors = {actor.actor_id: memory.created.get(actor.actor_id, actor) for _, actor in named}
        return ActorsFound(
            mentions=mentions,
            created=[a for key, a in actors.items() if key not in self._book.given],
            ambiguous=[(reading.span(n.start, n.end), n.doubt) for n in doubts],
            text=text,
        )


Named = tuple[Naming, Actor]


class Fixed:
    """What can be named at each word whoever was named before: asked for twice, read once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        openers, known = _openers(), reading.known
        # Most words can open no naming, so they are sorted out first.
        self.can_open = [
            word[0].isalpha() and (not word[0].islower() or word in openers or at in known)
            for at, word in enumerate(reading.words)
        ]
        self._described: dict[int, Naming | None] = {}
        self._spelled: dict[int, tuple[Naming | None, Naming | None, Naming | None]] = {}

    def described(self, at: int) -> Naming | None:
        """A name with what it is said to be."""
        if at not in self._described:
            self._described[at] = read_apposition(self.reading, at)
        return self._described[at]

    def spelled(self, at: int) -> tuple[Naming | None, Naming | None, Naming | None]:
        """A body by its words, a name with its sort behind it, a nation."""
        if at not in self._spelled:
            reading = self.reading
            self._spelled[at] = (
                read_body(reading, at),
                read_sorted(reading, at),
                read_nation(reading, at),
            )
        return self._spelled[at]


def _read(fixed: Fixed, memory: Memory) -> tuple[list[Named], list[Naming]]:
    """Who is named, and which short forms stay open."""
    reading, can_open = fixed.reading, fixed.can_open
    named: list[Named] = []
    doubts: list[Naming] = []
    at = 0
    while at < reading.count:
        naming = None
        if can_open[at] or memory.called(reading.words, at) is not None:
            naming = _naming_at(fixed, at, memory)
        if naming is None:
            at += 1
            continue
        if naming.who is not None:
            actor = naming.who(memory)
            named.append((naming, actor))
            memory.last_sentence[actor.actor_id] = reading.sentence[naming.start]
            _read_inside(reading, naming, memory)
            if actor.kind is ActorKind.BODY:
                learn_acronym(reading, naming, actor, memory)
        elif naming.doubt:
            doubts.append(naming)
        at = max(naming.end, at + 1)
    return _coordinated(reading, _explained(named)), doubts


def _read_inside(reading: Reading, naming: Naming, memory: Memory) -> None:
    """Remember the bodies inside a title or apposition: they may be named for short later."""
    if naming.rule not in ("title_name", "apposition", "role"):
        return
    inside = [*range(naming.start, naming.name_start), *range(naming.name_end, naming.end)]
    at = -1
    for here in inside:
        body = read_body(reading, here) if here >= at else None
        if body is not None and body.who is not None and body.end <= naming.end:
            learn_acronym(reading, body, body.who(memory), memory)
            at = body.end


@cache
def _openers() -> frozenset[str]:
    """The words without a capital that a title or a role can begin with."""
    return title_openers() | ROLES.openers() | w.ROLE_MODIFIERS


def _naming_at(fixed: Fixed, at: int, memory: Memory) -> Naming | None:
    """The longest naming that a rule reads at *at*; of equally long ones the first rule's."""
    reading = fixed.reading
    word = reading.words[at]
    if (titled := read_titled(reading, at, memory)) is not None:
        return titled
    if word[0].isupper() and (named := fixed.described(at)) is not None:
        return named
    body, sorted_name, nation = fixed.spelled(at)
    found = [
        _read_alias(reading, at, memory),
        body,
        sorted_name,
        read_role(reading, at, memory),
        nation,
    ]
    best = max((n for n in found if n is not None), key=lambda n: n.end, default=None)
    if best is not None or not word[0].isupper():
        return best
    if (explained := read_explained(reading, at)) is not None:
        return explained
    return read_speaker(reading, at) or read_surname(reading, at, memory) or read_lone(reading, at)


def _read_alias(reading: Reading, at: int, memory: Memory) -> Naming | None:
    """A given person or body by an alias, or somebody by the name this article gave them."""
    hit = reading.known.get(at)
    learned = memory.called(reading.words, at)
    if learned and (hit is None or learned[0] > hit[0]):
        end, actor = learned
        if end - at > 1 or actor.kind is ActorKind.BODY:
            is_modifier = actor.kind is ActorKind.BODY and only_qualifies(reading, at, end)
            return Naming(at, end, at, end, always(actor), "alias", is_modifier)
        return None
    if hit is None or hit[1].sort is not Sort.ALIAS:
        return None
    end, known = hit
    words = reading.words[at:end]
    actors = known.actors
    if len(actors) > 1 or (len(words) == 1 and known.actor.kind is ActorKind.PERSON):
        named = [actor for actor in actors if actor.actor_id in memory.named]
        others = [a for a in memory.surname(words[0]) if a not in actors]
        actors = tuple(named + others) or actors
        if len(actors) > 1:
            return doubtful(at, end, list(actors), "alias")
    is_modifier = actors[0].kind is ActorKind.BODY and only_qualifies(reading, at, end)
    return Naming(at, end, at, end, _met(actors[0], words), "alias", is_modifier)


def _met(actor: Actor, words: Sequence[str]) -> Who:
    def who(memory: Memory) -> Actor:
        if actor.kind is ActorKind.PERSON:
            memory.meet_person(actor, words)
        else:
            memory.meet_body(actor, words)
        return actor

    return who


def _explained(named: list[Named]) -> list[Named]:
    """ "the newspaper Dong-A Ilbo", "automaker Orion": the role and the name are one naming."""
    result: list[Named] = []
    for naming, actor in named:
        before = result[-1] if result else None
        if (
            before is not None
            and before[0].rule == "role"
            and before[0].end == naming.start
            and before[1].kind is ActorKind.BODY
            and actor.kind is ActorKind.BODY
            and naming.rule in ("alias", "organisation", "speaker")
        ):
            result[-1] = (replace(naming, start=before[0].start), actor)
        else:
            result.append((naming, actor))
    return result


def _coordinated(reading: Reading, named: list[Named]) -> list[Named]:
    """ "U.S. and South Korean officials": both states speak, not only the nearer."""
    result = list(named)
    for here in range(len(named) - 1, 0, -1):
        (before, actor), (after, _) = named[here - 1], result[here]
        if (
            after.rule == "role"
            and before.rule in ("country", "demonym")
            and reading.nation(after.start) is not None
            and reading.lower(before.end) in ("and", "or", ",")
            and after.start == before.end + 1
        ):
            result[here - 1] = (replace(before, rule="role", is_modifier=False), actor)
    return result


def _mention(reading: Reading, naming: Naming, actor: Actor, memory: Memory) -> ActorMention:
    actor = memory.created.get(actor.actor_id, actor)
    return ActorMention(
        span=reading.span(naming.start, naming.end),
        name=reading.span(naming.name_start, naming.name_end),
        actor_id=actor.actor_id,
        kind=actor.kind,
        country=actor.country,
        is_modifier=naming.is_modifier,
        rule=naming.rule,
    )

"""Whom an article has named so far, and so who "Kim", "the ministry" or "the NIS" can be.

A short form is answered only where one candidate is left: two Kims in one article are two
people, and a guess between them would put words into the wrong mouth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.actors import words as w
from dateline.extract.actors.mention import slug
from dateline.extract.actors.namebook import BODY_NOUNS, BodyKey, NameBook, body_words
from dateline.extract.actors.titles import SHORT_TITLES
from dateline.extract.actors.tokens import Phrases, words_of
from dateline.model import Actor, ActorKind


def surnames(words: Sequence[str], country: str) -> tuple[str, ...]:
    """The words by which a person of this name is called for short: the surname, first or last."""
    parts = [word for word in words if word not in w.SUFFIXES and word not in "-."]
    if len(parts) < 2:
        return tuple(parts)
    family_first = parts[0] in w.SURNAMES_FIRST and (
        country in w.SURNAME_FIRST_COUNTRIES
        or "-" in words
        or (len(parts) == 3 and all(len(part) <= 5 for part in parts[1:]))
        or (len(parts) == 2 and parts[1] not in w.SURNAMES_FIRST and country == "")
    )
    if family_first and not (country == "" and len(parts) == 2 and "-" not in words):
        return (parts[0],)
    if len(parts) == 2 and country == "" and parts[0] in w.SURNAMES_FIRST:
        return (parts[-1], parts[0])
    return (parts[-1],)


# What a body without a name of its own is called once it has been described.
_SHORT_ROLES = frozenset({"agency", "ministry", "service", "office", "commission", "authority"})


@dataclass
class Memory:
    """Everybody named so far. `later`: the same for the whole article, asked only about names
    that come before anybody who bears them in full.
    """

    book: NameBook
    later: Memory | None = None
    created: dict[str, Actor] = field(default_factory=dict)
    names: Phrases[Actor] = field(default_factory=Phrases)
    by_surname: dict[str, list[Actor]] = field(default_factory=dict)
    by_first_name: dict[str, list[Actor]] = field(default_factory=dict)
    by_noun: dict[str, list[Actor]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)
    bodies: dict[BodyKey, Actor] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    last_sentence: dict[str, int] = field(default_factory=dict)

    def person(self, words: Sequence[str], country: str, titles: Sequence[str] = ()) -> Actor:
        """The person of this full name, made from the text where no list has them."""
        name = _joined(words)
        if len(words) > 1:
            self._forget_lone(words[-1])
        actor = self.book.persons.get(slug(name)) or self.created.get(slug(name))
        if actor is None:
            actor = self._create(name, ActorKind.PERSON, country)
        elif not actor.country and country and actor.actor_id in self.created:
            actor = self.created[actor.actor_id] = replace(actor, country=country)
        self.meet_person(actor, words, titles)
        return actor

    def _forget_lone(self, surname: str) -> None:
        """Whoever was known by a surname alone is the one whose full name is told now."""
        people = self.by_surname.get(surname, [])
        people[:] = [p for p in people if p.name != surname or p.actor_id in self.book.given]

    def meet_person(self, actor: Actor, words: Sequence[str], titles: Sequence[str] = ()) -> None:
        """Note that *actor* was named by *words*, with these titles."""
        self.named.add(actor.actor_id)
        full = words_of(actor.name)
        for name in (tuple(words), full):
            for surname in surnames(name, actor.country) if len(name) > 1 else ():
                _note(self.by_surname, surname, actor)
        if len(words) > 1:
            _note(self.by_first_name, words[0], actor)
        for particles in _with_particles(words):
            self.names.add(particles, actor)
        if len(full) == 1:
            _note(self.by_surname, full[0], actor)
        self.names.add(" ".join(words) if "-" not in words else _joined(words), actor)
        for title in titles:
            nouns = {title.lower(), title.lower().replace("-", " ").split()[-1]}
            nouns |= {SHORT_TITLES[title]} if title in SHORT_TITLES else set()
            self.titles.setdefault(actor.actor_id, set()).update(nouns)
            for noun in sorted(nouns):
                _note(self.by_noun, noun, actor)

    def surname(self, word: str, titles: Sequence[str] = ()) -> list[Actor]:
        """Who can be called *word*: people named so far, else those named later on."""
        found = self._with_title(self.by_surname.get(word, []), titles)
        if not found and self.later is not None and titles:
            found = self.later._with_title(self.later.by_surname.get(word, []), titles)
        return found

    def first_name(self, word: str) -> list[Actor]:
        """Who can be called *word* where the name in use is the first: Indonesians, Icelanders."""
        return self.by_first_name.get(word, [])

    def _with_title(self, people: list[Actor], titles: Sequence[str]) -> list[Actor]:
        if len(people) < 2 or not titles:
            return people
        wanted = {title.lower().split()[-1] for title in titles}
        fitting = [p for p in people if wanted & self.titles.get(p.actor_id, set())]
        return fitting or people

    def body_of(self, words: Sequence[str], country: str, name: str) -> Actor:
        """The body that these words describe, of this country where one is said."""
        key = (country, body_words(words))
        actor = self.book.body(*key) or self.bodies.get(key)
        if actor is None and not country:
            same = {a.actor_id: a for (_, told), a in self.bodies.items() if told == key[1]}
            if len(same) == 1:
                [actor] = same.values()
        if actor is None:
            actor = self._create(name, ActorKind.BODY, country)
        self.bodies[key] = actor
        self.meet_body(actor, words)
        return actor

    def meet_body(self, actor: Actor, words: Sequence[str] = ()) -> None:
        """Note that *actor* was named, and the nouns it is called by for short."""
        self.named.add(actor.actor_id)
        key = (actor.country, body_words(words))
        if key[1] and len(words) > 1:
            self.bodies.setdefault(key, actor)
        nouns = {noun for word in words_of(actor.name) for noun in _shorts(word)}
        nouns |= {noun for word in words for noun in _shorts(word)}
        if any("intelligence" in name.lower() for name in (actor.name, *actor.aliases)):
            nouns |= {"agency", "service", "spy agency", "intelligence agency"}
        if any(word.endswith("men") or word in w.UNION_MEMBERS for word in words):
            nouns.add("union")
        if not nouns and actor.actor_id in self.created:
            nouns = {"company", "firm", "group"}
        for noun in nouns:
            _note(self.by_noun, noun, actor)

    def called(self, words: Sequence[str], at: int) -> tuple[int, Actor] | None:
        """Who is named at *at* by a name of this article's; of bodies, one said later as well."""
        word = words[at] if at < len(words) else ""
        if not self.names.opens_with(word) and not (
            self.later is not None and self.later.names.opens_with(word)
        ):
            return None
        now = self.names.longest(words, at)
        then = self.later.names.longest(words, at) if self.later is not None else None
        if then and then[1].kind is ActorKind.BODY and (now is None or then[0] > now[0]):
            return then
        return now

    def alias(self, phrase: str, actor: Actor) -> None:
        """From here on *phrase* is *actor*: an acronym that the text introduced."""
        self.names.add(phrase, actor)

    def noun(self, noun: str, kind: ActorKind, country: str = "") -> list[Actor]:
        """Who "the ministry" or "the president" can be."""
        found = [a for a in self.by_noun.get(noun, []) if a.kind is kind]
        return [a for a in found if a.country == country] if country else found

    def lately(self, candidates: Sequence[Actor], sentence: int) -> list[Actor]:
        """Those of the *candidates* named in this sentence or the one before."""
        return [a for a in candidates if self.last_sentence.get(a.actor_id, -2) >= sentence - 1]

    def role(self, role_id: str, name: str, kind: ActorKind, country: str) -> Actor:
        """An actor without a name of its own: police, officials."""
        actor = self.book.given.get(role_id) or self.created.get(role_id)
        actor = actor or self._create(name, kind, country, role_id)
        *described, noun = name.split()
        if kind is ActorKind.BODY and described and noun in _SHORT_ROLES:
            _note(self.by_noun, noun, actor)  # "the disaster agency", later "the agency"
        return actor

    def _create(self, name: str, kind: ActorKind, country: str, actor_id: str = "") -> Actor:
        actor_id = actor_id or slug(name)
        if actor_id in self.book.given:
            return self.book.given[actor_id]
        known = self.created.get(actor_id)
        if known is None:
            known = self.created[actor_id] = Actor(actor_id, name, (name,), kind, country)
        return known


def _with_particles(words: Sequence[str]) -> list[str]:
    """ "de Vries" and "De Vries" for Jan de Vries."""
    at = len(words) - 1
    while at > 1 and words[at - 1] in w.PARTICLES:
        at -= 1
    if at == len(words) - 1:
        return []
    name = " ".join(words[at:])
    return [name, name[0].upper() + name[1:]]


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" .", ".").replace(" 's", "'s")


def _note(index: dict[str, list[Actor]], word: str, actor: Actor) -> None:
    known = index.setdefault(word, [])
    if all(other.actor_id != actor.actor_id for other in known):
        known.append(actor)


def _shorts(word: str) -> list[str]:
    """The short nouns that a word of a body's name brings: Motors, the company."""
    row = BODY_NOUNS.get(word) or BODY_NOUNS.get(word.capitalize())
    return row["shorts"].split(";") if row else []

"""Organisations by their words: "South Korea's Ministry of National Defense", "Acme Motors Corp".

A run of capitalised words is a body if one of them says what sort of body it is. A lone
capitalised word is one if it speaks, and if its capital is not just its sentence's first.
"""

from __future__ import annotations

from dateline.extract.actors import words as w
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.namebook import BODY_NOUNS
from dateline.extract.actors.naming import Naming, nobody
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.runs import LINKS, capital_run
from dateline.extract.actors.short_names import short_names
from dateline.extract.actors.titles import head_at
from dateline.model import Actor

_LONGEST_SORTED = 3
_COMPANY_ENDS = frozenset(("Inc", "Corp", "Co", "Ltd"))


def read_body(reading: Reading, at: int) -> Naming | None:
    """A body named by a run of capitalised words, its nation before it."""
    if not reading.is_capital(at) or reading.in_headline[at]:
        return None
    start, country, nation_name = at, "", ""
    if (hit := reading.nation(at)) and not (at and reading.is_glued(at - 1, "-")):
        end, known = hit
        start = reading.after_possessive(end)
        country, nation_name = known.actor.country, known.actor.name
        is_owner = start > end
    stop = capital_run(reading, start)
    last = _body_end(reading, start, stop)
    if last is None:
        if start == at and (event := _event_end(reading, at, stop)):
            return nobody(at, event)
        if (
            start > at
            and not is_owner
            and (event := _event_end(reading, at, capital_run(reading, at)))
        ):
            return nobody(at, event)
        return None
    words = [word for word in reading.words[start:last] if word != "."]
    shared = any(BODY_NOUNS[word]["shared"] == "yes" for word in words if word in BODY_NOUNS)
    if len(words) == 1 and not (nation_name and (shared or not is_owner)):
        return None
    end = _with_acronym_stop(reading, last)
    if nation_name and not is_owner and not shared:
        # Turkish Airlines, Japan Nuclear Fuel: the nation is a part of the name.
        start, words = at, reading.words[at:end]
        name = " ".join(words)
    else:
        name = f"{nation_name} {' '.join(words)}".strip()
    country = country or _inner_country(reading, start, end)
    name = name.replace(" - ", "-").replace(" .", "")

    def who(memory: Memory) -> Actor:
        actor = memory.body_of(words, country, name)
        for short in short_names(reading, at, start, end):
            memory.alias(short, actor)
        return actor

    return Naming(at, end, start, end, who, "organisation")


def _body_end(reading: Reading, start: int, stop: int) -> int | None:
    """Where the body's name ends in the run: at its last noun, or with what hangs on it by "of"."""
    last = None
    for here in range(start, stop):
        if reading.words[here] in BODY_NOUNS:
            last = here
    if last is None:
        return None
    if last + 1 < stop and reading.low[last + 1] in LINKS | {"and"}:
        return stop
    if any(reading.low[i] in LINKS and reading.words[i].islower() for i in range(start, last)):
        return stop
    if last + 1 < stop and reading.words[last + 1] in w.GEOGRAPHIC | w.NOT_ACTOR_HEADS:
        return None
    return last + 1


def _with_acronym_stop(reading: Reading, end: int) -> int:
    """ "Acme Motors Corp." keeps its full stop where the sentence goes on."""
    if (
        reading.word(end) == "."
        and reading.words[end - 1] in _COMPANY_ENDS
        and (reading.word(end + 1).islower() or reading.word(end + 1) in (",", "'s"))
    ):
        return end + 1
    return end


def _event_end(reading: Reading, at: int, stop: int) -> int | None:
    """Where a run that names a war, a law or a stretch of land ends."""
    if stop - at < 2:
        return None
    last = reading.words[stop - 1]
    if reading.words[at] in w.NOT_ACTOR_OPENERS and not reading.nation(at):
        return stop
    if last in w.NOT_ACTOR_HEADS or (
        last in w.GEOGRAPHIC and not _is_nation_end(reading, at, stop)
    ):
        return stop
    return None


def _is_nation_end(reading: Reading, at: int, stop: int) -> bool:
    return any((hit := reading.nation(i)) is not None and hit[0] == stop for i in range(at, stop))


def _inner_country(reading: Reading, start: int, end: int) -> str:
    for here in range(start, end):
        if hit := reading.nation(here):
            return hit[1].actor.country
    return ""


def read_explained(reading: Reading, at: int) -> Naming | None:
    """A name of two or three words behind the sort of body it is: "grid operator Nordal Kraft"."""
    before = reading.lower(at - 1)
    is_based = before == "based" and reading.is_glued(at - 1, "-") is False
    is_explained = before in w.APPOSITIVE and reading.words[at - 1].islower()
    if at == 0 or not reading.continues(at) or not (is_explained or is_based):
        return None
    end = at
    while end - at < _LONGEST_SORTED and (further := _lone_end(reading, end)) is not None:
        end = further
        if not reading.continues(end):
            break
    return _lone(reading, at, end, end) if end - at > 1 else None


def read_lone(reading: Reading, at: int) -> Naming | None:
    """A capitalised word that no list knows and that speaks or acts: "Boeing said"."""
    end = _lone_end(reading, at)
    if end is None or (reading.continues(end) and reading.is_proper(end)):
        return None
    if at > 0 and reading.continues(at) and reading.is_proper(at - 1):
        return None
    before = reading.lower(at - 1)
    is_explained = before in w.APPOSITIVE and reading.words[at - 1].islower()
    if not is_explained and (before in w.PLACE_BEFORE or before == "of"):
        return None
    names_itself = reading.word(end) == "(" and reading.is_acronym(at)
    is_source = before == "to" and reading.lower(at - 2) == "according"
    if not (is_explained or is_source or names_itself or reading.acts(end)):
        return None
    return _lone(reading, at, end, end)


def read_sorted(reading: Reading, at: int) -> Naming | None:
    """A name with the sort of body behind it: "the Unite union", "the Dagbladet newspaper"."""
    end = at
    while end - at < _LONGEST_SORTED and (further := _lone_end(reading, end)) is not None:
        end = further
        if not reading.continues(end):
            return None
    if end == at or reading.words[end] not in w.APPOSITIVE:
        return None
    return None if reading.noun_follows(end + 1) else _lone(reading, at, end, end + 1)


def _lone_end(reading: Reading, at: int) -> int | None:
    """Where a word ends that only a name explains: its capital is not its sentence's."""
    if at >= reading.count or not reading.is_proper(at) or reading.in_headline[at]:
        return None
    word = reading.words[at]
    if not word[0].isalpha() or len(word) < 2 or word in BODY_NOUNS or word in w.GEOGRAPHIC:
        return None
    if at in reading.known or head_at(reading, at):
        return None
    if reading.opens[at] and not (reading.used[word] or reading.is_acronym(at)):
        is_plural = word.endswith("s") and not word.endswith(("us", "ss", "is"))
        if is_plural or word.endswith(w.ABSTRACT_ENDINGS) or word.lower() in reading.all_words:
            return None
    end = at + 1
    while reading.is_glued(end, "-") and reading.is_capital(end + 1):
        end += 2
    return None if reading.is_glued(end, "-") else end


def _lone(reading: Reading, at: int, name_end: int, end: int) -> Naming:
    words = reading.words[at:name_end]
    name = " ".join(words).replace(" - ", "-")

    if name_end - at == 1 and end == name_end and reading.words[at] in reading.called_he_or_she:
        # "Vega said he was tired": somebody whose full name is never told.
        return Naming(at, end, at, end, lambda memory: memory.person(words, ""), "speaker")

    def who(memory: Memory) -> Actor:
        actor = memory.body_of(words, "", name)
        memory.alias(name, actor)
        memory.meet_body(actor, reading.words[at:end])
        return actor

    return Naming(at, end, at, name_end, who, "speaker")

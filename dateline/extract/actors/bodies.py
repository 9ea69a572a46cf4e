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
from dateline.extract.actors.titles import head_at
from dateline.model import Actor

_LONGEST_RUN = 12
_LINKS = frozenset("of for on de du des del della".split())
_OWNERS = frozenset("People Women Men Children King Queen Workers Teachers Farmers Lloyd".split())
_COMPANY_ENDS = frozenset(("Inc", "Corp", "Co", "Ltd"))


def read_body(reading: Reading, at: int) -> Naming | None:
    """A body named by a run of capitalised words, its nation before it."""
    if not reading.is_capital(at) or reading.in_headline[at]:
        return None
    start, country, nation_name = at, "", ""
    if hit := reading.nation(at):
        end, known = hit
        start = reading.after_possessive(end)
        country, nation_name = known.actor.country, known.actor.name
        is_owner = start > end
    stop = _run(reading, start)
    end = _body_end(reading, start, stop)
    if end is None:
        if start == at and (event := _event_end(reading, at, stop)):
            return nobody(at, event)
        if start > at and not is_owner and (event := _event_end(reading, at, _run(reading, at))):
            return nobody(at, event)
        return None
    words = [word for word in reading.words[start:end] if word != "."]
    shared = any(BODY_NOUNS[word]["shared"] == "yes" for word in words if word in BODY_NOUNS)
    if len(words) == 1 and not (nation_name and shared):
        return None
    end = _with_acronym_stop(reading, end)
    if nation_name and not is_owner and not shared:
        # Turkish Airlines, Japan Nuclear Fuel: the nation is a part of the name.
        start, words = at, reading.words[at:end]
        name = " ".join(words)
    else:
        name = f"{nation_name} {' '.join(words)}".strip()
    country = country or _inner_country(reading, start, end)
    name = name.replace(" - ", "-").replace(" .", "")
    return Naming(
        at, end, start, end, lambda memory: memory.body_of(words, country, name), "organisation"
    )


def _run(reading: Reading, at: int) -> int:
    """Where the run of capitalised words that begins at *at* ends."""
    here, linked = at, False
    while here < reading.count and here - at < _LONGEST_RUN:
        if here > at and not reading.continues(here):
            break
        word, low = reading.words[here], reading.low[here]
        if nation := reading.nation(here):
            here = nation[0]
        elif reading.is_proper(here) and not _is_title(reading, here, at):
            here += 1
        elif here == at:
            break
        elif word == "&" or reading.is_glued(here, "-"):
            if not reading.is_proper(here + 1):
                break
            here += 2
        elif word == "'s" and reading.words[here - 1] in _OWNERS:
            here += 1
        elif low in _LINKS and word.islower() and _links(reading, at, here):
            linked = True
            here += 2 if reading.lower(here + 1) == "the" else 1
        elif low == "and" and linked and _joins(reading, here + 1):
            here += 1
        else:
            break
    return here


def _is_title(reading: Reading, here: int, start: int) -> bool:
    """Whether a title begins, and so somebody's name, rather than the body's goes on."""
    if reading.words[here] in BODY_NOUNS or here == start:
        return False
    head = head_at(reading, here)
    return head is not None and reading.word(here - 1) != "of"


def _links(reading: Reading, start: int, here: int) -> bool:
    after = here + 2 if reading.lower(here + 1) == "the" else here + 1
    if not reading.continues(after) or not reading.is_proper(after):
        return False
    if reading.low[here] == "on" or reading.low[here] == "for":
        return reading.words[here - 1] in BODY_NOUNS
    return any(reading.words[i] in BODY_NOUNS for i in range(start, here)) or (
        reading.words[here - 1] in ("Board", "Chiefs", "Academy", "House", "Ministers")
    )


def _joins(reading: Reading, at: int) -> bool:
    if not reading.continues(at) or not reading.is_proper(at) or reading.is_acronym(at):
        return False
    return at not in reading.known and head_at(reading, at) is None


def _body_end(reading: Reading, start: int, stop: int) -> int | None:
    """Where the body's name ends in the run: at its last noun, or with what hangs on it by "of"."""
    last = None
    for here in range(start, stop):
        if reading.words[here] in BODY_NOUNS:
            last = here
    if last is None:
        return None
    if last + 1 < stop and reading.low[last + 1] in _LINKS | {"and"}:
        return stop
    if any(reading.low[i] in _LINKS and reading.words[i].islower() for i in range(start, last)):
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
    if last in w.NOT_ACTOR_HEADS or (last in w.GEOGRAPHIC and not _is_nation_end(reading, at, stop)):
        return stop
    return None


def _is_nation_end(reading: Reading, at: int, stop: int) -> bool:
    return any(
        (hit := reading.nation(i)) is not None and hit[0] == stop for i in range(at, stop)
    )


def _inner_country(reading: Reading, start: int, end: int) -> str:
    for here in range(start, end):
        if hit := reading.nation(here):
            return hit[1].actor.country
    return ""


def read_lone(reading: Reading, at: int) -> Naming | None:
    """A capitalised word or two that no list knows and that speak or act: "Boeing said"."""
    if not reading.is_proper(at) or reading.in_headline[at] or at in reading.known:
        return None
    word = reading.words[at]
    end = at + 1
    while reading.is_glued(end, "-") and reading.is_capital(end + 1):
        end += 2
    if not word[0].isalpha() or len(word) < 2 or word in BODY_NOUNS or word in w.GEOGRAPHIC:
        return None
    if head_at(reading, at) or reading.lower(at - 1) in w.PLACE_BEFORE | {"of"}:
        return None
    if reading.continues(end) and reading.is_proper(end):
        return None
    if reading.opens[at] and not (reading.used[word] or reading.is_acronym(at)):
        return None
    behind = reading.lower(at - 1) == "to" and reading.lower(at - 2) == "according"
    names_itself = reading.word(end) == "(" and reading.is_acronym(at)
    if not reading.acts(end) and not behind and not names_itself:
        return None
    words = reading.words[at:end]
    return Naming(
        at, end, at, end, lambda memory: memory.body_of(words, "", "".join(words)), "speaker"
    )


def learn_acronym(reading: Reading, naming: Naming, actor: Actor, memory: Memory) -> None:
    """Learn the acronym (or an acronym's meaning) in parentheses behind a body."""
    end = naming.end
    if reading.word(end) != "(":
        return
    begin = end + 2 if reading.lower(end + 1) == "the" else end + 1
    close = begin
    while close < min(end + _LONGEST_RUN, reading.count) and reading.words[close] != ")":
        close += 1
    if reading.word(close) != ")":
        return
    inner = reading.words[begin:close]
    if len(inner) == 1 and reading.is_acronym(begin):
        memory.alias(inner[0], actor)
    elif len(inner) > 1 and reading.is_acronym(naming.name_start) and _run(reading, begin) == close:
        memory.alias(" ".join(inner), actor)
        memory.meet_body(actor, inner)

"""Titles before a name: "South Korea's Vice Foreign Minister", "Acme Motors chief executive"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import lexicon
from dateline.extract.actors import words as w
from dateline.extract.actors.namebook import BODY_NOUNS, Sort
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.tokens import Phrases

_LONGEST_TITLE = 9

# What somebody with this title is called for short: Gov., the governor.
SHORT_TITLES = {row["title"]: row["short"] for row in lexicon.rows("titles") if row["short"]}

_HEADS: Phrases[str] = Phrases()
_MODIFIERS: Phrases[str] = Phrases()
for _row in lexicon.rows("titles"):
    _phrases = _HEADS if _row["part"] == "head" else _MODIFIERS
    _spellings = {_row["title"]}
    if _row["form"] == "any":
        # "chief executive officer", "Chief executive officer", "Chief Executive Officer"
        _spellings |= {_row["title"].title(), _row["title"][0].upper() + _row["title"][1:]}
    for _spelling in _spellings:
        _phrases.add(_spelling, _row["title"])


@dataclass(frozen=True, slots=True)
class Title:
    """A title up to where the name begins; `country` is told by a nation or body inside it."""

    end: int
    heads: tuple[str, ...]
    country: str
    needs_comma: bool = False  # "ambassador to Japan, Maria Lopez," and "chief executive, Ann Lee,"


def title_openers() -> frozenset[str]:
    """Every word that a title can begin with, other than a name."""
    return _HEADS.openers() | _MODIFIERS.openers() | w.TELLING_MODIFIERS


def head_at(reading: Reading, at: int) -> int | None:
    """Where the title noun that begins here ends."""
    hit = _HEADS.longest(reading.words, at) if at < reading.count else None
    return hit[0] if hit else None


def titles_from(reading: Reading, at: int) -> list[Title]:
    """Every way to read a title that begins here, the longest first."""
    found: list[Title] = []
    heads: list[str] = []
    country, here = "", at
    while here < reading.count and here - at <= _LONGEST_TITLE:
        if here > at and not reading.continues(here):
            break
        if hit := _HEADS.longest(reading.words, here):
            end, head = hit
            heads.append(head)
            if reading.is_glued(end, "-") and reading.lower(end + 1) in ("elect", "designate"):
                end += 2
            if reading.word(end) == "." and reading.words[end - 1] in ("Gov", "Dr"):
                end += 1
            found.append(Title(end, tuple(heads), country))
            if reading.word(end) == ",":
                found.append(Title(end + 1, tuple(heads), country, needs_comma=True))
            found.extend(_with_office(reading, end, tuple(heads), country))
            here = end
        elif step := _step(reading, here, bool(heads)):
            here, told = step
            country = country or told
        else:
            break
    return found[::-1]


def _step(reading: Reading, at: int, has_head: bool) -> tuple[int, str] | None:
    """One word or name inside a title, and the country it tells."""
    if (nation := reading.nation(at)) and nation[1].sort is not Sort.PEOPLE:
        end, known = nation
        return _past_dash(reading, reading.after_possessive(end)), known.actor.country
    if body := reading.body(at):
        return reading.after_possessive(body[0]), body[1].actor.country
    if (hit := reading.known.get(at)) and hit[1].sort is not Sort.PLACE:
        return None
    if hit_modifier := _MODIFIERS.longest(reading.words, at):
        return _past_dash(reading, hit_modifier[0]), ""
    if reading.words[at] in w.TELLING_MODIFIERS:
        return at + 1, ""
    if not has_head and reading.is_proper(at) and not reading.in_headline[at]:
        end = at + 1
        while reading.is_glued(end, "-") and reading.is_capital(end + 1):
            end += 2
        return reading.after_possessive(end), ""
    if not has_head and reading.word(at) == "&":
        return at + 1, ""
    return None


def _past_dash(reading: Reading, at: int) -> int:
    return at + 1 if reading.is_glued(at, "-") else at


def _with_office(reading: Reading, at: int, heads: tuple[str, ...], country: str) -> list[Title]:
    """The title with "of ...", "to ..." behind it: "Secretary of State", "Ambassador to Japan,"."""
    if reading.lower(at) not in ("of", "to", "for", "at"):
        return []
    here, told, found = at + 1, country, []
    is_open = False  # unknown words were passed: only a comma can end the office then
    for _ in range(_LONGEST_TITLE):
        if not reading.continues(here):
            break
        hit = reading.known.get(here)
        if reading.word(here) == ",":
            found.append(Title(here + 1, heads, told, needs_comma=True))
            break
        if (
            hit
            and hit[1].actors
            and hit[1].sort is not Sort.PEOPLE
            and not _is_person(hit[1].actors)
        ):
            is_ambassador = reading.lower(at) == "to"
            told = told if is_ambassador else told or hit[1].actor.country
            here = reading.after_possessive(hit[0])
        elif modifier := _MODIFIERS.longest(reading.words, here):
            here = modifier[0]
        elif reading.word(here) in BODY_NOUNS or reading.lower(here) in ("the", "and", "of"):
            here += 1
        elif reading.is_proper(here) or reading.lower(here) in w.ROLE_MODIFIERS:
            is_open = True
            here += 1
        else:
            break
        if not is_open and reading.low[here - 1] not in ("the", "and", "of"):
            found.append(Title(here, heads, told))
    return found


def _is_person(actors: tuple[object, ...]) -> bool:
    return any(getattr(actor, "kind", None) == "person" for actor in actors)

"""Runs of capitalised words, with the small words that hold a body's name together."""

from __future__ import annotations

from dateline.extract.actors.namebook import BODY_NOUNS
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.titles import head_at

LONGEST_RUN = 12
LINKS = frozenset(("of", "for", "on", "de", "du", "des", "del", "della"))
# Whose 's is inside a name: "the People's Army".
_OWNERS = frozenset(
    ("People", "Women", "Men", "Children", "King", "Queen", "Workers", "Teachers", "Farmers")
)


def capital_run(reading: Reading, at: int) -> int:
    """Where the run of capitalised words that begins at *at* ends."""
    here, linked = at, False
    while here < reading.count and here - at < LONGEST_RUN:
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
        elif _is_inner_possessive(reading, here):
            here += 1
        elif low in LINKS and word.islower() and _links(reading, at, here):
            linked = True
            here += 2 if reading.lower(here + 1) == "the" else 1
        elif low == "and" and (
            _joins(reading, here + 1) if linked else _is_pair(reading, at, here)
        ):
            here += 1
        else:
            break
    return here


def _is_inner_possessive(reading: Reading, here: int) -> bool:
    """Whether a possessive belongs to the name: "the People's Army", "the Nurses' Association"."""
    before = reading.words[here - 1]
    if not reading.continues(here + 1) or not reading.is_proper(here + 1):
        return False
    if reading.words[here] == "'s":
        return before in _OWNERS or before.endswith("men")
    return reading.words[here] == "'" and before.endswith("s") and here + 1 not in reading.known


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
    if reading.low[here] == "on":
        return reading.words[here - 1] in ("Committee", "Council", "Commission", "Board", "Office")
    if reading.low[here] == "for":
        return reading.words[here - 1] in BODY_NOUNS
    return any(reading.words[i] in BODY_NOUNS for i in range(start, here)) or (
        reading.words[here - 1] in ("Board", "Chiefs", "Academy", "House", "Ministers")
    )


def _is_pair(reading: Reading, start: int, at: int) -> bool:
    """Whether "and" stands inside one body's name: "the Food and Medicines Agency"."""
    before = range(start, at)
    if any(i in reading.known or _is_noun(reading.words[i]) for i in before):
        return False
    here = at + 1
    while here < at + 5 and _joins(reading, here):
        here += 1
        if (row := BODY_NOUNS.get(reading.words[here - 1])) is not None:
            return row["shared"] == "yes" or "company" not in row["shorts"]
    return False


def _is_noun(word: str) -> bool:
    return word in BODY_NOUNS and word not in ("Air", "Health", "Energy", "Maritime")


def _joins(reading: Reading, at: int) -> bool:
    if not reading.continues(at) or not reading.is_proper(at) or reading.is_acronym(at):
        return False
    return at not in reading.known and head_at(reading, at) is None

"""Where things happen: the capitalised words behind "in", "near", "off the coast of"."""

from collections.abc import Sequence

from dateline.extract.actors import words as w
from dateline.extract.actors.mention import ActorMention
from dateline.extract.actors.namebook import BODY_NOUNS, NameBook, Sort
from dateline.extract.actors.reading import Reading
from dateline.model import ActorKind, Span

_MOST_WORDS = 6
_NO_PLACE = frozenset(BODY_NOUNS) | w.GEOGRAPHIC - {"East", "West"} | {"Municipality", "Internet"}
_BOOK = NameBook(())


def find_places(text: str, mentions: Sequence[ActorMention]) -> list[Span]:
    """The places that a preposition of place introduces, with "region", "airport" and the like.

    People and bodies among the *mentions* are no places: "in NATO", "from President Vega".
    """
    reading = Reading(text, _BOOK)
    taken = [m.span for m in mentions if m.kind is not ActorKind.STATE and m.rule != "speaker"]
    found: list[Span] = []
    at = 0
    while at < reading.count - 1:
        if reading.low[at] not in w.PLACE_BEFORE or reading.in_headline[at]:
            at += 1
            continue
        place = _read_place(reading, at + 1)
        if place is None or _is_origin(reading, at, place[0]):
            at += 1
            continue
        span = reading.span(*place)
        if not any(span.overlaps(other) for other in taken):
            found.append(span)
        at = place[1]
    return found


def _is_origin(reading: Reading, at: int, start: int) -> bool:
    """Whether "from" and "toward" tell a giver or a target: "technology from Russia"."""
    if reading.low[at] not in ("from", "toward", "towards") or reading.lower(at - 1) in w.TRAVEL:
        return False
    hit = reading.known.get(start)
    return hit is None or hit[1].sort is not Sort.PLACE


def _read_place(reading: Reading, at: int) -> tuple[int, int] | None:
    """The place words behind a preposition: where they begin and end."""
    here = at
    if reading.lower(here) in ("the", "a", "an"):
        here += 1
    begin = None
    for _ in range(3):
        low = reading.lower(here)
        if (
            low
            in (
                "coast",
                "shores",
                "shore",
                "outskirts",
                "waters",
                "border",
                "north",
                "south",
                "east",
                "west",
                "city",
                "town",
                "village",
                "capital",
                "port",
                "island",
                "province",
                "region",
                "state",
                "heart",
                "centre",
                "center",
                "suburb",
                "district",
                "coasts",
            )
            and reading.lower(here + 1) == "of"
        ):
            begin = here if begin is None else begin
            here += 3 if reading.lower(here + 2) == "the" else 2
        elif reading.word(here).islower() and low in w.PLACE_MODIFIERS:
            here += 1
            if reading.is_glued(here, "-"):
                here += 2
        else:
            break
    end = _run(reading, here)
    if end == here + 1 and (reading.words[here] in _NO_PLACE or _is_unknown_acronym(reading, here)):
        return None
    if end == here or reading.words[end - 1] in w.NOT_ACTOR_HEADS:
        return None
    start = here if begin is None else begin
    if (
        reading.continues(end)
        and reading.lower(end) in w.PLACE_HEADS
        and reading.words[end].islower()
    ):
        return start, end + 1
    if reading.is_glued(end, "-") or reading.word(end) == "'s":
        return _possessed(reading, start, end)
    return start, end


def _is_unknown_acronym(reading: Reading, at: int) -> bool:
    return reading.is_acronym(at) and at not in reading.known


def _run(reading: Reading, at: int) -> int:
    here = at
    while here < reading.count and here - at < _MOST_WORDS:
        if here > at and not reading.continues(here):
            break
        if (hit := reading.known.get(here)) and not hit[1].actors:
            here = hit[0]
            if reading.word(here) not in w.GEOGRAPHIC:
                break
        elif nation := reading.nation(here):
            if nation[1].sort in (Sort.DEMONYM, Sort.PEOPLE) and not _goes_on(reading, nation[0]):
                break
            here = nation[0]
        elif (
            (
                reading.is_proper(here)
                and reading.words[here][0].isalpha()
                and len(reading.words[here]) > 1
            )
            or (
                here > at
                and reading.lower(here) in ("of", "de", "da", "do", "del", "la", "al", "and")
                and _links(reading, here)
            )
            or (here > at and reading.is_glued(here, "-") and reading.is_capital(here + 1))
        ):
            here += 1
        else:
            break
    return here


def _goes_on(reading: Reading, at: int) -> bool:
    return reading.continues(at) and reading.is_proper(at)


def _links(reading: Reading, at: int) -> bool:
    if not (reading.continues(at + 1) and reading.is_proper(at + 1)):
        return False
    return reading.low[at] != "and" and (
        reading.low[at] != "of" or reading.words[at - 1] in w.GEOGRAPHIC | w.PLACE_OPENERS
    )


def _possessed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """ "in Russia's Kursk region" is there; "in Russia's war" is nowhere."""
    if reading.word(end) != "'s":
        return None
    here = end + 1
    while reading.word(here).islower() and reading.low[here] in w.PLACE_MODIFIERS:
        here += 1
    stop = _run(reading, here)
    if stop == here:
        return None
    if reading.continues(stop) and reading.lower(stop) in w.PLACE_HEADS:
        stop += 1
    return start, stop

"""People by name: after a title, before an apposition, or as the subject of a saying.

A name is a run of capitalised words that no list knows as something else. What makes it a
person's is the company it keeps: "Gov. John Roe", "Jane Doe, a spokeswoman for", "Jane Doe said".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.actors import words as w
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.namebook import BODY_NOUNS, NATIONS, Sort
from dateline.extract.actors.naming import Naming, Who, always, doubtful
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.titles import Title, head_at, titles_from
from dateline.model import Actor, ActorKind

_LONGEST_NAME = 5
_APPOSITION = 9
_ENDS_APPOSITION = frozenset(",.;)—-:\n")


def read_name(reading: Reading, at: int, titled: bool = False) -> int:
    """Where the run of name words that begins at *at* ends; *at* itself where there is none."""
    here, count = at, 0
    while here < reading.count and count < _LONGEST_NAME:
        if here > at and not reading.continues(here):
            break
        if reading.lower(here) in w.PARTICLES and (count or titled):
            after = here + 2 if reading.is_glued(here + 1, "-") else here + 1
            if reading.words[here].islower() and not _is_name_word(reading, after, count, titled):
                if reading.lower(after) not in w.PARTICLES:
                    break
                after += 1
                if not _is_name_word(reading, after, count, titled):
                    break
            if reading.words[here].islower():
                here = after
        if not _is_name_word(reading, here, count, titled):
            break
        if count and reading.in_headline[here] and reading.lower(here) in w.ACTING_FORMS:
            break
        here += 1
        count += 1
        while reading.is_glued(here, "-") and reading.word(here + 1).isalpha():
            here += 2
        if (
            reading.word(here) == "."
            and len(reading.words[here - 1]) == 1
            and here + 1 < reading.count
        ):
            here += 1
    if reading.word(here) == "." and reading.word(here - 1) in w.SUFFIXES:
        # "Marcos Jr. ordered": the stop is the name's where the sentence goes on.
        return here + 1 if reading.word(here + 1).islower() else here
    # "Vega et al", "Park - ...": no mark ends a name.
    while here > at and reading.words[here - 1] in ".-":
        here -= 1
    return here


def _is_name_word(reading: Reading, at: int, count: int, titled: bool) -> bool:
    if at >= reading.count:
        return False
    word = reading.words[at]
    if word in w.SUFFIXES and count:
        return True
    if not word[0].isupper() or not word.replace("'", "").isalpha():
        return False
    if not reading.is_proper(at):
        follows_a_name = count == 1 and not reading.word(at + 1).isdigit()
        return follows_a_name and (word in w.NAMES_TOO or (titled and len(word) == 1))
    if word in BODY_NOUNS and not (titled and count):
        return False
    if count and (
        (word in w.GEOGRAPHIC and word not in ("Park", "West", "North")) or word in BODY_NOUNS
    ):
        return False
    if hit := reading.known.get(at):
        end, known = hit
        if known.sort is Sort.COUNTRY and not count and end - at == 1 and not word.isupper():
            return reading.is_proper(end) and end not in reading.known
        if known.sort is Sort.ALIAS:
            return known.actor.kind is ActorKind.PERSON or (bool(count) and len(word) > 4)
        return known.sort is Sort.PLACE and end - at == 1 and (titled or bool(count))
    if word.isupper() and len(word) > 2 and not titled:
        return False
    if head_at(reading, at):
        return bool(count) and word in w.NAMES_TOO and not reading.is_proper(at + 1)
    return True


def read_titled(reading: Reading, at: int, memory: Memory) -> Naming | None:
    """A title with the name behind it, as one naming."""
    for title in titles_from(reading, at):
        start = title.end
        if not reading.continues(start):
            continue
        known = _known_person(reading, start)
        end = max(read_name(reading, start, titled=True), known[0] if known else start)
        if end == start or _goes_on(reading, end):
            continue
        is_closed = reading.word(end) in (",", ")") or reading.acts(end)
        if title.needs_comma and (not is_closed or end - start < 2):
            continue
        naming = _titled(reading, at, start, end, title, memory)
        if naming is not None:
            return naming
    return None


def _titled(
    reading: Reading, at: int, start: int, end: int, title: Title, memory: Memory
) -> Naming | None:
    words = reading.words[start:end]
    known = _known_person(reading, start)
    who: Who
    if known and known[0] == end and (len(words) > 1 or len(memory.surname(words[0])) < 2):
        who = _met(known[1], words, title.heads)
    elif len(words) == 1 and (candidates := memory.surname(words[0], title.heads)):
        if len(candidates) > 1:
            return doubtful(at, end, candidates)
        who = _met(candidates[0], words, title.heads)
    elif reading.in_headline[start]:
        return None
    else:
        who = _new(words, title.country, title.heads)
    return Naming(at, end, start, end, who, "title_name")


def _met(actor: Actor, words: Sequence[str], heads: Sequence[str] = ()) -> Who:
    """Somebody known, to be remembered by these words and titles."""

    def who(memory: Memory) -> Actor:
        memory.meet_person(actor, words, heads)
        return actor

    return who


def _new(words: Sequence[str], country: str, heads: Sequence[str] = ()) -> Who:
    return lambda memory: memory.person(words, country, heads)


def _known_person(reading: Reading, at: int) -> tuple[int, Actor] | None:
    """The one given person whose alias stands here."""
    hit = reading.known.get(at)
    if hit and hit[1].sort is Sort.ALIAS and len(hit[1].actors) == 1:
        end, known = hit
        if known.actor.kind is ActorKind.PERSON and reading.words[at][0].isupper():
            return (end, known.actor) if not head_at(reading, end - 1) else None
    return None


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the capitals go on into a body or place: "Queen Elizabeth Hospital"."""
    if not reading.continues(end):
        return False
    return reading.word(end) in BODY_NOUNS or (
        reading.word(end) in w.GEOGRAPHIC and reading.word(end) not in ("West", "North")
    )


def read_apposition(reading: Reading, at: int) -> Naming | None:
    """ "Jane Doe, a spokeswoman for Acme Motors": the name, with what it is said to be."""
    end = _full_name(reading, at)
    is_placed = at > 0 and reading.low[at - 1] in w.OF_PLACES
    if end is None or is_placed or reading.word(end) not in (",", "(", "—", "-"):
        return None
    here, country, unknown = end + 1, "", 0
    if reading.word(here).isdigit() and reading.word(here + 1) == ",":
        here += 2  # "Jane Doe, 45, a nurse"
    heads: list[str] = []
    stop = min(end + _APPOSITION, reading.count)
    while here < stop and not heads:
        if not reading.continues(here) or reading.words[here] in ",.;:()":
            return None
        if head := head_at(reading, here):
            heads.append(" ".join(reading.words[here:head]))
            here = head
        elif (hit := reading.known.get(here)) and hit[1].actors:
            country = country or hit[1].actor.country
            here = reading.after_possessive(hit[0])
        elif reading.is_capital(here) or reading.words[here] in ("'s", "'", "-", "and", "&"):
            here += 1
        elif (
            unknown < 4
            and reading.words[here][0].isalnum()
            and not w.can_be_verb(reading.low[here])
        ):
            here, unknown = here + 1, unknown + 1
        else:
            return None
    if not heads:
        return None
    while (further := head_at(reading, here)) is not None:
        heads.append(" ".join(reading.words[here:further]))
        here = further
    close = _close_apposition(reading, here)
    if close is None:
        return None
    return Naming(at, close, at, end, _person_of(reading, at, end, country, heads), "apposition")


def _close_apposition(reading: Reading, at: int) -> int | None:
    """Where "... of the National Police" ends; a verb behind it says it was no apposition."""
    here = at
    while here < reading.count and here - at < 14:
        if reading.word(here) == "(" and reading.word(here + 2) == ")":
            here += 3
            continue
        if not reading.continues(here) or reading.words[here] in _ENDS_APPOSITION:
            return here
        if here == at and reading.low[here] not in (
            "for",
            "of",
            "at",
            "in",
            "with",
            "from",
            "to",
            "who",
            "based",
            "and",
            "on",
        ):
            return None
        if reading.low[here] in ("who", "based", "and"):
            return here
        here += 1
    return at


def _full_name(reading: Reading, at: int) -> int | None:
    """Where a name of at least two words ends that begins here and is nothing else."""
    if reading.in_headline[at] or reading.word(at - 1) in ("The", "the"):
        return None
    known = _known_person(reading, at)
    end = max(read_name(reading, at), known[0] if known else at)
    parts = [word for word in reading.words[at:end] if word[0].isalpha()]
    if known and known[0] == end:
        return end
    if len(parts) < 2 or _goes_on(reading, end):
        return None
    if parts[-1] in w.NOT_ACTOR_HEADS or parts[0] in w.NOT_ACTOR_OPENERS:
        return None
    if parts[0] in w.PLACE_OPENERS or parts[-1] in w.GEOGRAPHIC - {"Park"}:
        return None
    return end


def _person_of(
    reading: Reading, at: int, end: int, country: str = "", heads: Sequence[str] = ()
) -> Who:
    words = reading.words[at:end]
    known = _known_person(reading, at)
    if known and known[0] == end:
        return _met(known[1], words, heads)
    return _new(words, country, heads)


def read_speaker(reading: Reading, at: int) -> Naming | None:
    """A full name that no title explains, as the subject of a verb of saying or doing."""
    end = _full_name(reading, at)
    if end is None or reading.lower(at - 1) in w.PLACE_BEFORE:
        return None
    is_said = reading.acts(end) or _is_source(reading, at) or reading.acts_after_aside(end)
    if not is_said and reading.words[end - 1] not in reading.words_alone:
        return None
    return Naming(at, end, at, end, _person_of(reading, at, end), "name")


def _is_source(reading: Reading, at: int) -> bool:
    before = reading.lower(at - 1)
    return before in ("said", "says", "told", "added", "wrote") or (
        before == "to" and reading.lower(at - 2) == "according"
    )


def read_surname(reading: Reading, at: int, memory: Memory) -> Naming | None:
    """A surname alone, of the one person of that name the article has named."""
    if not reading.is_capital(at):
        return None
    word = reading.words[at]
    end = at + 1
    while reading.is_glued(end, "-") and reading.is_capital(end + 1):
        end += 2
        word = reading.text[reading.tokens[at].start : reading.tokens[end - 1].end]
    candidates = memory.surname(word)
    if not candidates and len(memory.first_name(word)) == 1:
        candidates = memory.first_name(word)
    hit = reading.known.get(at)
    if not candidates or (hit and (hit[0] > end or hit[1].sort in NATIONS)):
        return None
    if reading.is_glued(end, "-") and not reading.words[end + 1][0].isupper():
        return None
    if len(candidates) > 1:
        return doubtful(at, end, candidates)
    return Naming(at, end, at, end, always(candidates[0]), "short_form")

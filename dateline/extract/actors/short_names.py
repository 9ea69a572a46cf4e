"""What a body may be called once it was named in full: its initials, an acronym, half its name."""

from __future__ import annotations

from dateline.extract.actors import words as w
from dateline.extract.actors.memory import Memory
from dateline.extract.actors.namebook import BODY_NOUNS
from dateline.extract.actors.naming import Naming
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.runs import LONGEST_RUN, capital_run
from dateline.model import Actor

_SHORTEST_INITIALS = 3
# What introduces a short name behind a comma, and its number of words.
_CALLED = {"or ": 1, "known as ": 2, "also known as ": 3, "abbreviated as ": 2}


def short_names(reading: Reading, at: int, start: int, end: int) -> list[str]:
    """What the body may be called from here on: its initials, a company without its "Motors"."""
    shorts = []
    for begin in {at, start}:
        capitals = [word for word in reading.words[begin:end] if word[0].isupper()]
        initials = "".join(word[0] for word in capitals)
        if len(initials) >= _SHORTEST_INITIALS:
            shorts.append(initials)
    core = end
    while core > start and _says_company(reading.words[core - 1]):
        core -= 1
        if core > start and not _is_common(reading, start, core):
            shorts.append(" ".join(reading.words[start:core]))
    if core < end and core - start > 1 and not _is_common(reading, start, start + 1):
        shorts.append(reading.words[start])
    return shorts


def _says_company(word: str) -> bool:
    return word == "." or (word in BODY_NOUNS and "company" in BODY_NOUNS[word]["shorts"])


def _is_common(reading: Reading, start: int, end: int) -> bool:
    """Whether a company's name without its last noun is a nation's, a place's or a common word."""
    return start in reading.known or (
        end - start == 1 and reading.words[start].lower() in w.ROLE_MODIFIERS | reading.all_words
    )


def learn_acronym(reading: Reading, naming: Naming, actor: Actor, memory: Memory) -> None:
    """Learn what the text says a body is called for short, or what its acronym stands for.

    "National Weather Agency (NWA)", "HUR (Main Directorate of Intelligence)",
    "the Maritime Alliance, known as USMX,".
    """
    begin = naming.end
    if reading.word(begin) == ",":
        behind = " ".join(reading.low[begin + 1 : begin + 4])
        steps = [count for phrase, count in _CALLED.items() if behind.startswith(phrase)]
        begin += 1 + max(steps, default=0)
        if steps and reading.is_acronym(begin + (reading.lower(begin) == "the")):
            memory.alias(reading.words[begin + (reading.lower(begin) == "the")], actor)
        return
    if reading.word(begin) != "(":
        return
    begin += 2 if reading.lower(begin + 1) == "the" else 1
    close = begin
    while close < min(begin + LONGEST_RUN, reading.count) and reading.words[close] != ")":
        close += 1
    if reading.word(close) != ")":
        return
    inner = reading.words[begin:close]
    if len(inner) == 1 and reading.is_acronym(begin):
        memory.alias(inner[0], actor)
    elif (
        len(inner) > 1
        and reading.is_acronym(naming.name_start)
        and capital_run(reading, begin) == close
    ):
        memory.alias(" ".join(inner), actor)
        memory.meet_body(actor, inner)

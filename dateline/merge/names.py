"""The names in a text that say what it is about: of states, and of what has a name of its own.

Two articles are of one story where they share such names. Calibrated on the articles of
``tests/stories`` and ``seeds``: articles of one story share two or more, articles of two stories at
most one.
"""

import re
from dataclasses import dataclass
from functools import cache

from dateline import lexicon
from dateline.merge.similarity import stem

# Names that two articles share from which they are of one story.
SAME_STORY = 2
# ... and states, where they share just one such name.
SAME_STATES = 2

_NAME = re.compile(r"(?<=[\w,;:’'”\"(] )[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"(?:U\.S\.|U\.K\.|[A-Z][\w-]+)")
_LONGEST_NATION = 3  # words
_LOWER = re.compile(r"(?<![\w’'-])[a-z][\w’'-]+")


@cache
def _nations() -> dict[str, str]:
    """Every name, demonym and capital of a state, with the state's code."""
    return {
        name: row["iso3"]
        for row in lexicon.rows("countries")
        for name in (row["name"], *row["names"].split(";"), *row["demonyms"].split(";"),
                     row["capital"])
        if name
    }  # fmt: skip


@cache
def _no_names() -> frozenset[str]:
    """Stems of words that are printed with a capital and name nobody: months, days, titles."""
    words = lexicon.table("function_words")["capitalised"].split()
    titles = (word for row in lexicon.rows("titles") for word in row["title"].split())
    roles = (word for row in lexicon.rows("roles") for word in re.split(r"[;\s]", row["forms"]))
    return frozenset(stem(word) for word in (*words, *titles, *roles) if word)


def nations_in(text: str) -> frozenset[str]:
    """ISO 3166-1 codes of the states that *text* names, also by a demonym or a capital."""
    return frozenset(code for _, code in _nations_of(text))


def names_in(text: str) -> frozenset[str]:
    """Stems of the other names in *text*: capitals inside a sentence that no list explains."""
    of_states = {word for name, _ in _nations_of(text) for word in name.split()}
    names = {stem(word) for word in _NAME.findall(text) if word not in of_states}
    return frozenset(names - _no_names() - {stem(word) for word in _LOWER.findall(text)})


def _nations_of(text: str) -> set[tuple[str, str]]:
    """The names of states in *text* with their codes; the longest from where it begins."""
    words = _CAPITAL.findall(text)
    found, at = set(), 0
    while at < len(words):
        for length in range(min(_LONGEST_NATION, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if code := _nations().get(name):
                found.add((name, code))
                at += length - 1
                break
        at += 1
    return found


@dataclass(frozen=True, slots=True)
class Naming:
    """The states that a text names, and the other names in it."""

    nations: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Naming":
        return cls(nations_in(text), names_in(text))


def of_one_story(one: Naming, other: Naming) -> bool:
    """Whether articles with these names tell one story."""
    shared = len(one.names & other.names)
    return shared >= SAME_STORY or (shared == 1 and len(one.nations & other.nations) >= SAME_STATES)

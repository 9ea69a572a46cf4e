"""The words that say what became of the counted: rows of `figure_states.csv`, and where they stand.

A row is a verb with its active forms and its participles, a noun, or a tag ("dead"); it gives one
state for troops, one for other people and one for things, since soldiers who are sent are
deployed whereas shells that are sent are supplied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import lexicon
from dateline.extract.figures.words import Kind, Word
from dateline.model import State


@dataclass(frozen=True, slots=True)
class Cue:
    """A row's word: the state it gives to troops, to `people` and to `things`, if any."""

    words: tuple[str, ...]
    role: str  # object, subject, noun, tag
    form: str  # active or participle of a verb with an object, else any
    state: State
    people: State | None
    things: State | None
    is_noun_too: bool  # "ship", "train": a verb only before a figure, or after "to"
    is_bare: bool  # whether people need no name beside it: "killing 12"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A cue in the text: its words `first` to `after`."""

    first: int
    after: int
    cue: Cue


def _cues() -> dict[tuple[str, ...], tuple[Cue, ...]]:
    found: dict[tuple[str, ...], tuple[Cue, ...]] = {}
    for row in lexicon.rows("figure_states"):
        for column, form in (("forms", "active"), ("participles", "participle")):
            for phrase in filter(None, row[column].split("|")):
                words = tuple(phrase.lstrip("*").split())
                cue = Cue(
                    words, row["role"], form if row["role"] == "object" else "any",
                    State(row["state"]), _state(row["people"]), _state(row["things"]),
                    phrase.startswith("*"), bool(row["bare"]),
                )  # fmt: skip
                found[words] = (*found.get(words, ()), cue)
    return found


def _state(name: str) -> State | None:
    return State(name) if name else None


_CUES: Final = _cues()
_LONGEST: Final = max(len(phrase) for phrase in _CUES)


def cue_starting(words: Sequence[Word], at: int) -> list[Sighting]:
    """The longest cues whose first word is at *at*."""
    return _longest(words, [(at, at + length) for length in range(_LONGEST, 0, -1)])


def cue_ending(words: Sequence[Word], at: int) -> list[Sighting]:
    """The longest cues whose last word is the one before *at*."""
    return _longest(words, [(at - length, at) for length in range(_LONGEST, 0, -1)])


def _longest(words: Sequence[Word], places: list[tuple[int, int]]) -> list[Sighting]:
    for first, after in places:
        if first < 0 or after > len(words):
            continue
        cues = _CUES.get(tuple([word.low for word in words[first:after]]))
        if cues is None or any(word.dated for word in words[first:after]):
            continue
        if not (_is_hyphenated(words, first) or _is_hyphenated(words, after)):
            # Unlike "well-trained", "Russian-supplied".
            return [Sighting(first, after, cue) for cue in cues]
    return []


def _is_hyphenated(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties the words on both sides of the place *at*."""
    if at < len(words) and words[at].kind is Kind.HYPHEN:
        return words[at].glued
    return 0 < at < len(words) and words[at].glued and words[at - 1].kind is Kind.HYPHEN

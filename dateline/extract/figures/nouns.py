"""Find what a number counts: the noun that ends the phrase after it, and that noun's unit.

Without a grammar, the phrase is the run of words after the number up to one that cannot stand
inside it (a preposition, a verb, a plural that is no unit). A number whose phrase holds no noun
of `units.csv` counts nothing that Dateline keeps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline import lexicon
from dateline.extract.figures.numerals import is_number_start, role
from dateline.extract.figures.people import names_a_people, names_people
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.extract.verbs import is_finite
from dateline.model import State

STOPS: Final = words_of("stops") | words_of("months") | words_of("weekdays")
_PLURAL_MODIFIERS: Final = words_of("plural_modifiers")
_LONGEST_PHRASE: Final = 9
# Containers that are counted whatever they hold; "two groups" are, only if of something counted.
_ALONE: Final = frozenset({"tonnes", "rounds"})
_LONGEST_CHAIN: Final = 9
# Of a noun that no list knows: the words that may stand before it, and its letters.
_MODIFIERS: Final = 2
_NO_THINGS: Final = words_of("no_things")
_SHORTEST: Final = 5
# What a people does: "60,000 Lebanese live there".
_LIVING: Final = frozenset({"live", "work", "study", "flee", "cross", "reside", "vote", "serve"})
QUOTES: Final = frozenset("“”\"‘’'")


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of `units.csv`: a noun and how what it names is counted."""

    noun: tuple[str, ...]
    unit: str
    kind: str  # force, corps, collective, people, thing, mass, container, measure
    state: State | None
    is_singular: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun phrase from `first` to `after`, whose head is the words `head`."""

    first: int
    head: tuple[int, int]
    after: int
    unit: Unit


def _units() -> dict[tuple[str, ...], Unit]:
    found: dict[tuple[str, ...], Unit] = {}
    for row in lexicon.rows("units"):
        state = State(row["state"]) if row["state"] else None
        for form, is_singular in ((row["noun"], False), (row["singular"], True)):
            noun = tuple(form.lower().replace("-", " - ").split())
            if noun and row["class"] != "collective":
                found.setdefault(noun, Unit(noun, row["unit"], row["class"], state, is_singular))
                if row["noun"] == row["singular"]:
                    break
    return found


_UNITS: Final = _units()
COLLECTIVES: Final = {
    row["singular"]: row["unit"] for row in lexicon.rows("units") if row["class"] == "collective"
}
_PEOPLE: Final = Unit(("people",), "people", "people", None)
_LONGEST_NOUN: Final = max(len(noun) for noun in _UNITS)


def read_noun(words: Sequence[Word], at: int, is_one: bool = False) -> Noun | None:
    """The noun phrase that begins at *at*; its head is plural unless the number *is_one*."""
    noun = _read_plain(words, at, is_one)
    if noun is None or noun.unit.kind != "container":
        return noun
    is_countable = noun.unit.unit in _ALONE
    alone = replace(noun, unit=replace(noun.unit, kind="thing")) if is_countable else None
    if _low(words, noun.after) != "of":
        return alone
    inner = _read_plain(words, noun.after + 1, is_one=False)
    if inner is not None:
        unit = _contained(noun.unit, inner.unit)
        return Noun(noun.first, inner.head, inner.after, unit)
    if noun.after + 1 < len(words) and is_number_start(words[noun.after + 1]):
        return noun  # "five groups of 3,000 each": a count only once it is multiplied
    return alone if noun.unit.unit == "tonnes" else None  # never "rounds of talks"


def read_unlisted(words: Sequence[Word], at: int) -> Noun | None:
    """The plural at *at* that no list knows, behind two modifiers at most: "40 soup kitchens"."""
    first = at
    while at < len(words) and at - first <= _MODIFIERS and not words[at].dated:
        word = words[at]
        unit, _ = unit_at(words, at)
        if unit is not None or word.kind is not Kind.WORD or word.low in STOPS or role(word):
            return None
        if word.is_possessive or word.is_capital or word.low in _NO_THINGS:
            return None
        if word.low.endswith("s") and not word.low.endswith(("ss", "us", "is", "ous")):
            if _hangs_on(words, at + 1) or len(word.low) < _SHORTEST:
                return None
            return Noun(first, (at, at + 1), at + 1, Unit((word.low,), word.low, "thing", None))
        at += 1
    return None


def _read_plain(words: Sequence[Word], at: int, is_one: bool) -> Noun | None:
    """Walk over modifiers to the last of the nouns that follow them: "armed forces personnel"."""
    first, found = at, None
    for _ in range(_LONGEST_PHRASE):
        if at >= len(words) or words[at].dated or words[at].sentence != words[first].sentence:
            break
        unit, after = unit_at(words, at, is_one)
        if unit is not None and unit.kind == "measure":
            if found is not None or at == first or words[at - 1].kind is not Kind.NUMBER:
                break
            at = after  # "155 mm" within "300,000 155 mm shells"
            continue
        if unit is not None and not _hangs_on(words, after):
            if unit.state is not None and found is not None and found.unit.kind == "force":
                unit = replace(unit, unit=found.unit.unit, kind="force")  # "11 soldiers dead"
            found = Noun(first, (at, after), after, unit)
            at = after
            continue
        if found is not None:
            break
        after_modifier = _after_modifier(words, at, first)
        if after_modifier is None:
            break
        at = after_modifier
    return found


def _hangs_on(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen makes the noun before *at* part of a longer word: "forces-led"."""
    return at < len(words) and words[at].kind is Kind.HYPHEN and words[at].glued


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""


def unit_at(words: Sequence[Word], at: int, is_one: bool = False) -> tuple[Unit | None, int]:
    """The unit whose noun begins at *at* in its plural (or singular, for one), and its end."""
    for length in range(_LONGEST_NOUN, 0, -1):
        window = words[at : at + length]
        if len(window) < length or window[0].kind is not Kind.WORD:
            continue
        unit = _UNITS.get(tuple(word.low for word in window))
        if unit is not None and (not unit.is_singular or is_one or unit.kind == "measure"):
            return unit, at + length
    if words[at].kind is Kind.WORD and (
        names_people(words[at]) or (names_a_people(words[at]) and _is_alone(words, at + 1))
    ):
        return _PEOPLE, at + 1
    return None, at


def _is_alone(words: Sequence[Word], at: int) -> bool:
    """Whether no noun goes on at *at* with what stands before it."""
    if at >= len(words) or words[at].dated:
        return True
    word = words[at]
    if word.low in _JOINS and _goes_on_with_names(words, at):
        return False
    if word.kind not in (Kind.WORD, Kind.NUMBER, Kind.HYPHEN) or word.low in STOPS:
        return True
    return word.low in _LIVING or (word.kind is Kind.WORD and is_finite(word.low))


_JOINS: Final = frozenset({"and", "or", ","})


def _goes_on_with_names(words: Sequence[Word], at: int) -> bool:
    """Whether other peoples and then a noun follow: "Chinese, Indian and Nepali workers"."""
    names = 0
    while at < len(words) and (words[at].low in _JOINS or words[at].is_capital):
        names += words[at].is_capital
        at += 1
    return names > 0 and at < len(words) and unit_at(words, at)[0] is not None


def _contained(container: Unit, inner: Unit) -> Unit:
    """What "rounds of shells" or "tonnes of ammunition" counts."""
    if container.unit == "rounds" and inner.unit == "shells":
        return inner
    if container.unit == "pieces" and inner.unit == "artillery":
        return replace(inner, kind="thing")
    return replace(container, kind="thing" if inner.kind in ("thing", "mass") else "corps")


def _after_modifier(words: Sequence[Word], at: int, first: int) -> int | None:
    """Where the phrase goes on after the modifier at *at*, or nothing if it ends there."""
    word = words[at]
    if word.text in QUOTES:
        return at + 1
    if word.kind is Kind.NUMBER:
        is_model = at > first and words[at - 1].is_capital and len(word.text) <= 3
        return _chain(words, at) if is_model or _is_calibre(words, at) else None
    if word.low in ("and", "or"):
        return at + 1 if at > first and _joins_modifiers(words, at) else None
    if word.text == ",":
        return at + 1 if at > first and _joins_modifiers(words, at) else None
    if word.kind is not Kind.WORD or word.low in STOPS:
        return None
    if word.is_possessive:  # "310,000 St Hilda's patients", never "2,000 yesterday's men"
        is_name = all(before.is_capital for before in words[first:at])
        return at + 1 if at > first and word.is_capital and is_name else None
    after = _chain(words, at)
    if after == at + 1:
        if role(word) and role(word) != "part":
            return None
        is_plural = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is", "ous"))
        if is_plural and not word.is_capital and word.low not in _PLURAL_MODIFIERS:
            return None
    return after


def _chain(words: Sequence[Word], at: int) -> int:
    """The end of the words that hang together from *at*: "surface-to-surface", "155mm"."""
    after = at + 1
    while (
        after < len(words)
        and after - at < _LONGEST_CHAIN
        and words[after].glued
        and words[after].kind in (Kind.HYPHEN, Kind.WORD, Kind.NUMBER)
    ):
        after += 1
    return after


def _is_calibre(words: Sequence[Word], at: int) -> bool:
    """Whether the number at *at* is glued to letters ("155mm", "122-mm") or measures ("155 mm")."""
    if _chain(words, at) > at + 1:
        return True
    following, _ = unit_at(words, at + 1) if at + 1 < len(words) else (None, at)
    return following is not None and following.kind == "measure"


def _joins_modifiers(words: Sequence[Word], at: int) -> bool:
    """Whether the comma or "and" at *at* joins two adjectives: "elite, well-trained soldiers"."""
    before = words[at - 1]
    if before.kind is not Kind.WORD or before.low in STOPS or at + 2 >= len(words):
        return False
    following = words[at + 1]
    if following.kind is not Kind.WORD or following.low in STOPS or role(following):
        return False
    if words[at].text == "," and not (before.is_capital and following.is_capital):
        adjective = following.low.endswith(("ed", "ing", "al", "ive", "ous", "en", "y"))
        if not adjective and _chain(words, at + 1) == at + 2:
            return False
    return True

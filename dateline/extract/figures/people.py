"""Which nouns name people: those of `people.toml`, and those whose ending tells.

News counts people by whatever they are at the moment, from flight attendants to picketers, and no
list holds them all. A plural in "-ers" or "-ists" that is not listed as a thing names people.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from dateline import lexicon
from dateline.extract.figures.words import Word

_TABLE: Final = {name: frozenset(text.split()) for name, text in lexicon.table("people").items()}
_STEERING: Final = frozenset({"endings", "things", "peoples", "people_endings", "sent", "alone"})
_LISTED: Final = frozenset(
    chain.from_iterable(words for name, words in _TABLE.items() if name not in _STEERING)
)
_ENDINGS: Final = tuple(_TABLE["endings"])
_PEOPLE_ENDINGS: Final = tuple(_TABLE["people_endings"])
_SHORTEST: Final = 6  # letters: "users" is listed among the units, "overs" and "hers" are nobody


def is_sent_to_help(phrase: Sequence[Word]) -> bool:
    """Whether the *phrase* counts people who are sent where something happens: "75 rescuers".

    Who arrives to help is deployed, as soldiers are; migrants who arrive are not.
    """
    return any(word.low in _TABLE["sent"] for word in phrase)


def speaks_in_print(word: Word) -> bool:
    """Whether papers ask such people what they think: nobody is counted by "two analysts said"."""
    return word.low in _TABLE["speakers"]


def names_people(word: Word) -> bool:
    """Whether the plural *word* names people: "nurses", "picketers", "Koreans", "MPs"."""
    if word.low in _LISTED:
        return True
    if word.is_capital:
        is_long = len(word.low) >= _SHORTEST and word.low.endswith(_PEOPLE_ENDINGS)
        return is_long or word.low in _TABLE["peoples"]
    has_ending = len(word.low) >= _SHORTEST and word.low.endswith(_ENDINGS)
    return has_ending and word.low not in _TABLE["things"]


def names_a_people(word: Word) -> bool:
    """Whether the adjective *word* names people where no noun follows: "the Chinese"."""
    return word.is_capital and word.low in _TABLE["alone"]

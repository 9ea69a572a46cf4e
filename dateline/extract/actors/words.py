"""The lexicon's words as sets, and what one word can be."""

from functools import cache

from dateline import lexicon
from dateline.extract.verbs import forms_of

_LISTS = lexicon.table("name_words")

PLAIN = frozenset(_LISTS["plain"])
CALENDAR = frozenset(_LISTS["calendar"])
CALENDAR_SHORT = frozenset(_LISTS["calendar_short"])
NOT_ACTORS = frozenset(_LISTS["not_actors"])
ADJECTIVES = frozenset(_LISTS["adjectives"])
NOT_ACTOR_HEADS = frozenset(_LISTS["not_actor_heads"])
NOT_ACTOR_OPENERS = frozenset(_LISTS["not_actor_openers"])
PARTICLES = frozenset(_LISTS["particles"])
SUFFIXES = frozenset(_LISTS["suffixes"])
SURNAMES_FIRST = frozenset(_LISTS["surnames_first"])
SURNAME_FIRST_COUNTRIES = frozenset(_LISTS["surname_first_countries"])
# What stands before a place: "in Vila Real, the commander, Rui Matos, said".
OF_PLACES = frozenset({"in", "near", "outside", "around"})
PLACE_BEFORE = frozenset(_LISTS["place_before"])
PLACE_HEADS = frozenset(_LISTS["place_heads"])
ABSTRACT_ENDINGS = tuple(_LISTS["abstract_endings"])
APPOSITIVE = frozenset(_LISTS["appositive"])
NAMES_TOO = frozenset(_LISTS["names_too"])
GEOGRAPHIC = frozenset(_LISTS["geographic"])
PLACE_OPENERS = frozenset(_LISTS["place_openers"])
PLACE_MODIFIERS = frozenset(_LISTS["place_modifiers"])
PLACES = tuple(_LISTS["places"])
CAPITAL_IS_PLACE_BEFORE = frozenset(_LISTS["capital_is_place_before"])
CAPITAL_IS_PLACE_AFTER = frozenset(_LISTS["capital_is_place_after"])
TRAVEL = frozenset(_LISTS["travel"])
OF_GOVERNMENT = frozenset(_LISTS["of_government"])
ROLE_MODIFIERS = frozenset(_LISTS["role_modifiers"])
TELLING_MODIFIERS = frozenset(_LISTS["telling_modifiers"])
DETERMINERS = frozenset(_LISTS["determiners"])
NOT_A_BODYS_VOICE = frozenset(_LISTS["not_a_bodys_voice"])
UNION_MEMBERS = frozenset(_LISTS["union_members"])
FUNCTION = frozenset(_LISTS["function"])
NOUNS_IN_ING = frozenset(_LISTS["nouns_in_ing"])
MODIFIED_NOUNS = frozenset(_LISTS["modified_nouns"])

ACTING_FORMS = frozenset(form for verb in _LISTS["acting_verbs"] for form in forms_of(verb))
BASE_FORMS = frozenset(_LISTS["acting_verbs"])
_PLAIN_VERBS = frozenset(_LISTS["plain_verbs"])
_IRREGULAR = frozenset(
    form
    for row in lexicon.rows("irregular_verbs")
    for column in ("past", "participle")
    for form in row[column].split("|")
)
AUXILIARIES = frozenset(_LISTS["auxiliaries"])


@cache
def can_be_verb(word: str) -> bool:
    """Whether a lower-case word after a name is a verb rather than a noun it modifies."""
    return (
        word in ACTING_FORMS
        or word in _IRREGULAR
        or word in _PLAIN_VERBS
        or (word.endswith("ed") and len(word) > 3)
        or "n't" in word
    )


def is_function(word: str) -> bool:
    """Whether a lower-case word only holds others together: prepositions, adverbs, auxiliaries."""
    return word in FUNCTION or (word.endswith("ly") and len(word) > 4)

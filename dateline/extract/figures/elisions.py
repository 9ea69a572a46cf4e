"""Read the number whose noun is left out: "killing 12", "30 others", "of whom 300", "up from 800".

What it counts comes from the words that leave the noun out: a verb that only befalls people, or
an earlier figure that the words refer back to. Without such words it is no figure.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.figures.antecedents import (
    COUNTED,
    FAR,
    PERSONS,
    counted_before,
    meant,
    named_before,
)
from dateline.extract.figures.cues import Sighting, cue_ending, cue_starting
from dateline.extract.figures.nouns import QUOTES, STOPS, unit_at
from dateline.extract.figures.numerals import role
from dateline.extract.figures.phrases import PEOPLE, TROOPS, Phrase, elided
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.totals import read_total
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word
from dateline.model import State

_AUXILIARIES: Final = words_of("auxiliaries")
_BE: Final = _AUXILIARIES - {"have", "has", "had"}  # "have killed 300" is no passive
_FILLERS: Final = _AUXILIARIES | words_of("adverbs") | words_of("listings")
_PRONOUNS: Final = words_of("pronouns")
_MODALS: Final = words_of("modals")
_HOMES: Final = words_of("homes")
_BEFALLS_THINGS: Final = words_of("befalls_things")
_OWNERS: Final = frozenset({"their", "its", "the"})
_ENDS: Final = frozenset("%-:/°$€£")
_THINGS: Final = frozenset({"thing", "tally", "mass"})
_FEWEST_FAR: Final = 100  # "another 12" may count anything, "another 1,200" goes on with a force
_GOING: Final = words_of("going")
_PERSON_WORDS: Final = frozenset({"man", "woman", "boy", "girl", "patient", "child", "youth"})
_MANY_BODIES: Final = 50
_COUNTING: Final = frozenset({"said", "say", "says", "claimed", "claim", "estimated", "counted"})
_OPENINGS: Final = frozenset("—–,(:;") | {"with"}
_WHERE: Final = frozenset({"on", "in", "last", "at", "during"})
# "Up from 8,000", "against 1,200 for his rival": the same thing counted another time.
_COMPARISONS: Final = (
    ("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("against",),
    ("versus",), ("including",),
)  # fmt: skip


def read_elided(
    words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]
) -> Phrase | None:
    """The phrase of a *quantity* that has no noun of its own, if something says what it counts."""
    if quantity.count is None or not quantity.whole or quantity.rule in ("ratio", "share"):
        return None
    if _is_age(words, quantity) or _is_name(words, quantity):
        return None
    if _low(words, quantity.after) == "%" or _is_few(words, quantity):
        return None
    if _is_of_things(words, quantity):
        return None
    before = counted_before(words, quantity.first, earlier, PERSONS)
    if _low(words, quantity.after) == "others":
        unit = before.unit if before else PEOPLE
        return elided(quantity, unit, (quantity.after, quantity.after + 1), "others")
    referring = _of_them(words, quantity, earlier)
    if referring is not None or not _ends_phrase(words, quantity.after):
        return referring
    return (
        read_total(words, quantity, earlier)
        or _befallen_after(words, quantity, before)
        or _befallen_before(words, quantity, before)
        or _driven_out(words, quantity)
        or _sent(words, quantity, earlier)
        or _again(words, quantity, earlier)
        or _subject(words, quantity, earlier)
    )


def _is_age(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it is an age: "children under 12 were hurt", "a man of 71 died"."""
    lead = tuple(word.low for word in words[max(0, quantity.first - 2) : quantity.first])
    if len(lead) == 2 and lead[0] in _PERSON_WORDS and lead[1] == "of":
        return True
    if quantity.first == 0 or words[quantity.first].low not in ("under", "over", "above", "below"):
        return False
    unit, _ = unit_at(words, quantity.first - 1)
    return unit is not None and unit.kind == "people" and unit.state is None


def _is_few(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it is "a few" or "several" alone, which without a noun say too little."""
    first, after = quantity.number
    return quantity.rule == "vague" and role(words[after - 1]) == "some" and after - first <= 2


def _is_of_things(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether what is told of it befalls only things: "90 were destroyed"."""
    behind = [word.low for word in words[quantity.after : quantity.after + 3]]
    return behind[:1] in (["were"], ["was"]) and not _BEFALLS_THINGS.isdisjoint(behind)


def _is_name(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether the number belongs to a name: "Task Force 20 killed"."""
    at = quantity.first
    if at < 2 or quantity.is_hedged or words[at].kind is not Kind.NUMBER:
        return False
    before = words[at - 1]
    if before.is_possessive:
        return False  # "to Ms Larsen's 300"
    is_first = words[at - 2].sentence != before.sentence
    return before.kind is Kind.WORD and before.is_capital and not is_first


def _ends_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether no noun that Dateline does not know may follow: "killed 12 cows" elides nothing."""
    if at >= len(words) or words[at].dated:
        return True
    word = words[at]
    if word.kind is not Kind.WORD:
        return word.kind is not Kind.NUMBER and word.text not in _ENDS
    if word.low in STOPS | _FILLERS or word.low.endswith(("ly", "ed")):
        return True
    return bool(cue_starting(words, at))


def _of_them(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """A part of the people just named: "of whom 300", "300 of them", "18 of those who died"."""
    after = quantity.after
    follows = _low(words, after) == "of" and _low(words, after + 1) in _PRONOUNS
    leads = tuple(word.low for word in words[max(0, quantity.first - 2) : quantity.first])
    precedes = len(leads) == 2 and leads[0] in ("of", "among") and leads[1] in _PRONOUNS
    if (not follows and not precedes) or words[quantity.number[0]].low == "one":
        return None
    unit = meant(words, quantity.first, earlier, COUNTED)
    if unit is None and follows and _low(words, after + 2) == "who":
        unit = PEOPLE
    if unit is None:
        return None
    assert quantity.count is not None
    if unit.kind == "corps" and (quantity.count.high or quantity.count.low or 0) > _MANY_BODIES:
        unit = TROOPS  # "the brigades arrived; 3,000 of them"
    pronoun = (after + 1, after + 2) if follows else None
    return replace(elided(quantity, replace(unit, state=None), pronoun, "part"), noun=None)


def _befallen_before(
    words: Sequence[Word], quantity: Quantity, before: Phrase | None
) -> Phrase | None:
    """People who need no name after their verb: "killing 12", "evacuated hundreds"."""
    for sighting in cue_ending(words, quantity.first):
        cue = sighting.cue
        is_passive = sighting.first > 0 and words[sighting.first - 1].low in _BE
        if cue.is_bare and cue.role == "object" and not (is_passive and cue.form != "active"):
            is_joint = before is not None and _is_coordinate(words, before, sighting)
            unit = before.unit if before is not None and is_joint else PEOPLE
            return elided(quantity, unit, None, "befallen")
    return None


def _befallen_after(
    words: Sequence[Word], quantity: Quantity, before: Phrase | None
) -> Phrase | None:
    """People who need no name before theirs: "30 were injured", "about 200 still missing"."""
    for sighting in _cues_behind(words, quantity.after):
        if sighting.cue.is_bare:
            return elided(quantity, before.unit if before else PEOPLE, None, "befallen")
    return None


def _cues_behind(words: Sequence[Word], at: int) -> list[Sighting]:
    """The cues that follow the number with nothing but auxiliaries and adverbs between."""
    for place in range(at, min(at + 6, len(words))):
        sightings = cue_starting(words, place)
        if sightings:
            return sightings
        if words[place].low not in _FILLERS | QUOTES and not words[place].low.endswith("ly"):
            break
    return []


def _sent(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """More of the forces just counted: "10,000 were being prepared", "could deploy 100,000".

    "A further 7,000" may go on from a sentence further back.
    """
    back = FAR if quantity.is_increment else 1
    before = counted_before(words, quantity.first, earlier, PERSONS | {"corps"}, back)
    if before is None or before.unit.kind == "corps":
        return None
    behind = _cues_behind(words, quantity.after)
    is_told = (
        any(s.cue.role == "object" for s in cue_ending(words, quantity.first))
        or any(s.cue.role in ("object", "subject") and s.first > quantity.after for s in behind)
        or (quantity.is_increment and (bool(behind) or not _is_small(quantity)))
    )
    unit = replace(before.unit, state=None)
    return elided(quantity, unit, None, "antecedent") if is_told else None


def _driven_out(words: Sequence[Word], quantity: Quantity) -> Phrase | None:
    """ "Drove more than a million from their homes": only people are driven from them."""
    behind = [word.low for word in words[quantity.after : quantity.after + 3]]
    is_told = behind[:1] == ["from"] and behind[1:2] and behind[1] in _OWNERS
    if not is_told or behind[-1] not in _HOMES:
        return None
    return replace(elided(quantity, PEOPLE, None, "befallen"), state=State.OTHER)


def _subject(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """The same people as the subject of a verb: "and 27 were known to be sick"."""
    follows = _low(words, quantity.after)
    has_gone = follows in ("had", "have") and _low(words, quantity.after + 1) in _GOING
    if not has_gone and follows not in _BE | _MODALS:
        return None
    before = counted_before(words, quantity.first, earlier, COUNTED, back=1)
    if before is None and has_gone and quantity.is_many:
        unit = named_before(words, quantity.first, PERSONS, back=1)
        return None if unit is None else elided(quantity, unit, None, "antecedent")
    if before is None or before.unit.kind not in PERSONS or before is not earlier[-1]:
        return None
    is_near = words[before.first].sentence == words[quantity.first].sentence
    if not is_near and not quantity.is_many:
        return None
    if named_before(words, quantity.first, _THINGS, back=0):
        return None
    return elided(quantity, replace(before.unit, state=None), None, "antecedent")


def _is_small(quantity: Quantity) -> bool:
    count = quantity.count
    return count is not None and (count.high or count.low or 0) < _FEWEST_FAR


def _again(words: Sequence[Word], quantity: Quantity, earlier: Sequence[Phrase]) -> Phrase | None:
    """The same thing counted again in one sentence: "and a further 85", "up from 8,000"."""
    before = counted_before(words, quantity.first, earlier, COUNTED)
    if before is None:
        return None
    first = _before_owner(words, quantity.first)
    leads = [word.low for word in words[max(0, first - 2) : first]]
    is_compared = any(tuple(leads[-len(lead) :]) == lead for lead in _COMPARISONS)
    is_rival = first < quantity.first and leads[-1:] == ["to"] and before.unit.kind == "tally"
    if (
        is_compared
        or is_rival
        or quantity.is_increment
        or _is_another_voice(words, quantity)
        or _is_share(words, quantity, before)
    ):
        return elided(quantity, before.unit, None, "again")
    return None


def _before_owner(words: Sequence[Word], at: int) -> int:
    """The place before "the" or an owner's name: "against the 300", "to Ms Larsen's 300"."""
    if at and words[at - 1].low == "the":
        return at - 1
    if at and words[at - 1].is_possessive:
        at -= 1
        while at and words[at - 1].kind is Kind.WORD and words[at - 1].is_capital:
            at -= 1
    return at


def _is_another_voice(words: Sequence[Word], quantity: Quantity) -> bool:
    """Whether somebody else counts the same: "organisers said 100,000", "300 in all"."""
    lead = words[quantity.first - 1].low if quantity.first else ""
    behind = tuple(word.low for word in words[quantity.after : quantity.after + 2])
    if behind[:1] == ("altogether",) or behind in (("in", "all"), ("in", "total")):
        return True
    many = quantity.count is not None and (quantity.count.high or quantity.count.low or 0) >= 100
    return many and (lead in _COUNTING or (lead == "and" and behind == ("according", "to")))


def _is_share(words: Sequence[Word], quantity: Quantity, before: Phrase) -> bool:
    """Whether it tells when or where some of the counted were: "1,400 flights, 640 on Monday"."""
    lead = words[quantity.first - 1].text if quantity.first else ""
    after = quantity.after
    if lead not in _OPENINGS or before.count is None or quantity.count is None:
        return False
    if not (_low(words, after) in _WHERE or (after < len(words) and words[after].dated)):
        return False
    whole = before.count.high or before.count.low or 0.0
    part = quantity.count.high or quantity.count.low or 0.0
    return part * 100 > whole > part > 31 - 29 * quantity.is_hedged


def _is_coordinate(words: Sequence[Word], before: Phrase, sighting: Sighting) -> bool:
    """Whether the verb joins that of the earlier figure: "killed 2 troops and wounded 4"."""
    gap = [word.low for word in words[before.after : sighting.first]]
    return 0 < len(gap) <= 3 and set(gap) <= {"and", ",", "also"}


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""

"""Find the quantities that a text states of people, forces, weapons and other things counted.

A quantity counts for Dateline when the words beside it say what it counts (`nouns`, `phrases`)
or leave it out in a way that still says so (`elisions`): everything else with digits in it, from
a calibre to a year, is passed over. The count is kept with its bounds as stated, and what is
said of the counted (`states`) with the words that say it.

Every step walks over words, looks a bounded way around each, and so takes time in proportion to
the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figures.antecedents import PERSONS
from dateline.extract.figures.company import Told, settle
from dateline.extract.figures.elisions import read_elided
from dateline.extract.figures.nouns import unit_at
from dateline.extract.figures.numerals import role
from dateline.extract.figures.people import is_sent_to_help, speaks_in_print
from dateline.extract.figures.phrases import Phrase, as_troops, read_phrase
from dateline.extract.figures.quantities import MANY, read_quantity
from dateline.extract.figures.rates import read_rate
from dateline.extract.figures.relations import relate
from dateline.extract.figures.states import Place, Said, States
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Word, split
from dateline.model import CountRange, Figure, Span, State, UnreadFigure

_SPARES = words_of("spares")


def find_figures(text: str, dates: Sequence[Span] = ()) -> list[Figure | UnreadFigure]:
    """The quantities of *text*, in reading order and without overlaps.

    Words inside one of *dates* count nothing. *text* may be an article or one of its sentences: a
    figure is read from its own sentence, and at most takes what it counts from the one before.
    """
    words = split(text, dates)
    phrases = relate(words, _phrases(words))
    states = States(words, [_place(words, phrase) for phrase in phrases])
    told: list[Told] = []
    for phrase in phrases:
        if phrase.count is not None:
            told.append((phrase, _said_after(words, phrase, states, told[-1] if told else None)))
    found: list[Figure | UnreadFigure] = [
        _figure(words, phrase, phrase.count, said)
        for phrase, said in settle(words, told)
        if phrase.count is not None and not _is_no_claim(words, phrase, said)
    ]
    found += [
        UnreadFigure(_span(words, phrase.first, phrase.after), phrase.problem)
        for phrase in phrases
        if phrase.count is None
    ]
    return sorted(found, key=lambda figure: figure.span)


def _said_after(words: Sequence[Word], phrase: Phrase, states: States, before: Told | None) -> Said:
    """The state of what *phrase* counts, which may be that of the figure *before* it.

    A part has its whole's, if one sentence tells both; the same people counted again have it
    where nothing else is said of them.
    """
    joins = _joins(words, phrase)
    if before is None or not (phrase.inherits or phrase.rule == "figure" or joins):
        return _said(words, phrase, states, None)
    earlier, known = before
    is_near = words[earlier.first].sentence == words[phrase.first].sentence
    if joins:
        said = _said(words, phrase, states, None)
        are_people = {earlier.unit.kind, phrase.unit.kind} <= PERSONS
        return (known[0], None) if is_near and are_people and said[1] is None else said
    if phrase.inherits and is_near:
        return _said(words, phrase, states, known)
    said = _said(words, phrase, states, None)
    goes_on = said == (State.OTHER, None) and phrase.unit.unit == earlier.unit.unit
    return (known[0], None) if goes_on else said


def _joins(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the counted are named beside others: "9 guards were killed along with 12 clerks"."""
    lead = [word.low for word in words[max(0, phrase.first - 3) : phrase.first]]
    return lead[-2:] in (["along", "with"], ["together", "with"]) or lead == ["as", "well", "as"]


def _phrases(words: Sequence[Word]) -> list[Phrase]:
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        quantity = read_quantity(words, at)
        if quantity is None:
            at += 1
            continue
        phrase = read_phrase(words, quantity) or read_elided(words, quantity, found)
        if phrase is not None and _tells_how_often(words, phrase):
            phrase = None
        if phrase is not None and not _is_left_out(words, phrase):
            found.append(_as_soldiers(words, _of_the_force(words, phrase, found)))
        at = max(quantity.after, phrase.after if phrase else 0, at + 1)
    return found


def _tells_how_often(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether "rounds" are turns: "sent 15,000 men in two rounds"."""
    is_bare = phrase.unit.unit == "rounds" and role(words[phrase.number[0]]) == "small"
    return is_bare and phrase.first > 0 and words[phrase.first - 1].low == "in"


def _is_left_out(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether it counts those of whom something is not said: "all but two of the 48 died"."""
    lead = [word.low for word in words[max(0, phrase.first - 2) : phrase.first]]
    return lead in (["all", "but"], ["all", "except"], ["all", "bar"])


# What stands between soldiers and their casualties where one sentence tells both.
_JOINING = words_of("auxiliaries") | frozenset(
    {"and", ",", "with", "including", "killed", "dead", "wounded", "injured", "captured", "or",
     "another", "a", "further", "some", "about", "at", "least"}
)  # fmt: skip


def _of_the_force(words: Sequence[Word], phrase: Phrase, earlier: Sequence[Phrase]) -> Phrase:
    """Casualties as those of the force just counted: "300 soldiers killed and 2,700 injured"."""
    if phrase.unit.state is None or phrase.unit.kind != "people" or not earlier:
        return phrase
    before = earlier[-1]
    gap = [word.low for word in words[before.after : phrase.first]]
    if before.unit.kind != "force" or not set(gap) <= _JOINING:
        return phrase
    return replace(phrase, unit=as_troops(phrase.unit))


def _as_soldiers(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """A nation's people as its soldiers, where the text tells of these: "12,000 North Koreans",
    in an article about North Korean soldiers."""
    if phrase.unit.kind != "people" or phrase.noun is None or phrase.unit.state is not None:
        return phrase
    count = phrase.count
    if count is None or max(count.low or 0, count.high or 0) < MANY:
        return phrase  # six who are killed may be anybody
    named = words[slice(*phrase.noun)]
    if not all(word.is_capital for word in named) or not named[-1].low.endswith("ans"):
        return phrase
    nation = [*(word.low for word in named[:-1]), named[-1].low.removesuffix("s")]
    for at in range(len(words) - len(nation)):
        if [word.low for word in words[at : at + len(nation)]] != nation:
            continue
        unit, _ = unit_at(words, at + len(nation))
        if unit is not None and unit.kind == "force":
            return replace(phrase, unit=as_troops(phrase.unit))
    return phrase


def _said(words: Sequence[Word], phrase: Phrase, states: States, inherited: Said | None) -> Said:
    """The state of what *phrase* counts: its noun's own ("deaths"), its rule's, or a cue's."""
    if phrase.unit.state is State.CAPTURED:  # unless freed, exchanged or killed
        told = states.state(_place(words, phrase))
        if told[1] is not None:
            return told
    if _is_spared(words, phrase):
        return State.OTHER, None
    if phrase.unit.state is not None and phrase.noun is not None:
        return phrase.unit.state, _span(words, phrase.noun[1] - 1, phrase.noun[1])
    if phrase.state is not None or phrase.unit.kind == "ratio":
        return phrase.state or State.OTHER, None
    return states.state(_place(words, phrase), inherited)


def _is_spared(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the lives counted are not lost: "saved 300 lives"."""
    is_lives = phrase.unit.noun == ("lives",)
    return is_lives and phrase.first > 0 and words[phrase.first - 1].low in _SPARES


def _is_no_claim(words: Sequence[Word], phrase: Phrase, said: Said) -> bool:
    """Whether the number only points: "one soldier said", "the two men had met"."""
    first, after = phrase.number
    if said[0] is not State.OTHER or after != first + 1:
        return False
    if said[1] is not None:
        return False
    if words[first].low == "one" or speaks_in_print(words[phrase.after - 1]):
        return True
    points_back = phrase.first > 0 and words[phrase.first - 1].low in ("the", "these", "those")
    return points_back and phrase.unit.kind in PERSONS and role(words[first]) == "small"


def _figure(words: Sequence[Word], phrase: Phrase, count: CountRange, said: Said) -> Figure:
    rate, after = read_rate(words, phrase.after)
    return Figure(
        span=_span(words, phrase.first, after),
        number=_span(words, *phrase.number),
        count=count,
        unit=phrase.unit.unit,
        state=said[0],
        rule=phrase.rule,
        increment=phrase.is_increment,
        part_of=phrase.part_of,
        noun=_span(words, *phrase.noun) if phrase.noun else None,
        state_cue=said[1],
        rate=rate,
    )


def _place(words: Sequence[Word], phrase: Phrase) -> Place:
    noun_after = phrase.noun[1] if phrase.noun else phrase.after
    kind = phrase.unit.kind
    if kind == "people" and is_sent_to_help(words[phrase.first : phrase.after]):
        kind = "helpers"
    return Place(phrase.first, phrase.after, phrase.number[1], noun_after, kind)


def _span(words: Sequence[Word], first: int, after: int) -> Span:
    return Span(words[first].span.start, words[after - 1].span.end)

"""Say what is told of the people or things counted: sent, prepared, killed, supplied.

The cues are rows of `figure_states.csv`. A verb speaks for what it acts on ("killed six people",
"six people were killed"), or for who does it ("3,000 soldiers arrived"); a noun for what follows
it ("the deployment of 3,000 soldiers"). The cheapest cue in the sentence wins, where each word
between costs one step, and a comma, an "and" or another figure costs several.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import lexicon
from dateline.extract.figures.cues import Sighting, cue_ending, cue_starting
from dateline.extract.figures.words import Kind, Word
from dateline.model import Span, State

_REACH: Final = 16
_OWN_REACH: Final = 3
_STANDS_IN_COST: Final = 4
_WORDS: Final = {
    name: frozenset(words.split()) for name, words in lexicon.table("figure_states").items()
}
_COSTS: Final = {
    ",": 3, ";": 12, ":": 6, "—": 6, "–": 6, "(": 4, ")": 4, "and": 6, "or": 3, "but": 9,
    "while": 9, "after": 6, "before": 6, "as": 5, "that": 4, "which": 4, "who": 3, "when": 6,
    "because": 6, "although": 9, "since": 5, "despite": 6, "said": 6,
}  # fmt: skip
_FIGURE_COST: Final = 5
_WHEREABOUTS_COST: Final = 4
_THINGS: Final = frozenset({"thing", "mass", "container", "tally"})
# Votes and records are won and stolen; nobody supplies or deploys them.
_HANDLED: Final = frozenset(
    {State.DEPLOYED, State.SUPPLIED, State.PRODUCED, State.PLANNED, State.PREPARING}
)

_SAID: Final = frozenset({"said", "says", "announced", "that"})
_PRONOUNS: Final = frozenset({"it", "they", "he", "she", "we"})

Said = tuple[State, Span | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its words `first` to `after`, and what kind of unit it counts.

    `noun_after` is the end of its noun, which may stand before the number ("the number of
    troops rose to 300").
    """

    first: int
    after: int
    number_after: int
    noun_after: int
    kind: str


class States:
    """One text and its figures, asked for the state of one figure after another."""

    def __init__(self, words: Sequence[Word], figures: Sequence[Place]) -> None:
        self._words = words
        self._from = {figure.first: figure for figure in figures}
        self._until = {figure.after: figure for figure in figures}

    def state(self, place: Place, inherited: Said | None = None) -> Said:
        """What is said of the figure at *place*, and the words that say it.

        A part of what an earlier figure counts has the *inherited* state of that figure, unless
        its own words say something close by.
        """
        within = self._within(place)
        if within is not None:
            return self._read(within, place)
        between = self._between(place)
        if between is not None:
            return self._read(between, place)
        right = self._right(place)
        if inherited is not None:
            is_own = right is not None and right[0] <= _OWN_REACH
            return self._read(right[1], place) if right and is_own else inherited
        left = self._left(place)
        best = min(filter(None, (right, left)), key=lambda found: found[0], default=None)
        stands_in = self._stands_in(place)
        if best is None or (stands_in is not None and best[0] > _STANDS_IN_COST):
            return stands_in or (State.OTHER, None)
        return self._read(best[1], place)

    def _within(self, place: Place) -> Sighting | None:
        """A participle between the number and its noun: "12 wounded soldiers"."""
        for at in range(place.number_after, place.after):
            for sighting in cue_starting(self._words, at):
                is_adjective = sighting.cue.form == "participle" or sighting.cue.role == "tag"
                if is_adjective and _state_for(sighting, place):
                    return sighting
        return None

    def _between(self, place: Place) -> Sighting | None:
        """A cue behind a noun that stands before its number: "people who died rose to 41"."""
        for at in range(place.noun_after, place.first):
            for sighting in cue_starting(self._words, at):
                is_said = sighting.cue.role in ("subject", "tag") or (
                    sighting.cue.form == "participle" and self._is_passive(sighting)
                )
                if is_said and sighting.cue.is_bare and _state_for(sighting, place):
                    return sighting
        return None

    def _right(self, place: Place) -> tuple[int, Sighting] | None:
        words, cost, at = self._words, 0, place.after
        sentence = words[place.first].sentence
        whereabouts: tuple[int, Sighting] | None = None
        while at < len(words) and words[at].sentence == sentence and cost <= _REACH:
            for sighting in cue_starting(words, at):
                if not self._speaks_for_left(sighting, cost) or self._is_parts(sighting, place):
                    continue
                state = _state_for(sighting, place)
                if state is State.OTHER and sighting.cue.role == "tag" and whereabouts is None:
                    # "All 62 people on board died": where they are is less than what befell them.
                    whereabouts = cost + _WHEREABOUTS_COST, sighting
                elif state and whereabouts is not None:
                    return min(whereabouts, (cost, sighting), key=lambda found: found[0])
                elif state:
                    return cost, sighting
            at, step = self._step_right(at)
            cost += step
        return whereabouts

    def _is_parts(self, sighting: Sighting, place: Place) -> bool:
        """Whether a tag is that of a part set off: "nine came, four of them with burns"."""
        part = self._until.get(sighting.first)
        if part is None or part.first <= place.first or sighting.cue.role != "tag":
            return False
        return self._before(part.first) == ","

    def _step_right(self, at: int) -> tuple[int, int]:
        words = self._words
        if at in self._from:
            return max(self._from[at].after, at + 1), _FIGURE_COST
        after = self._after_aside(at)
        return (after, 1) if after > at else (at + 1, _cost(words[at]))

    def _after_aside(self, at: int) -> int:
        """The end of an aside at *at*, if one begins there: ", including 3 children,"."""
        words = self._words
        if at + 1 >= len(words) or words[at].text != ",":
            return at
        if words[at + 1].low not in _WORDS["aside"]:
            return at
        commas = (end for end in range(at + 2, min(at + 12, len(words))) if words[end].text == ",")
        return next(commas, at - 1) + 1

    def _left(self, place: Place) -> tuple[int, Sighting] | None:
        words, cost, at = self._words, 0, place.first
        sentence = words[place.first].sentence
        while at > 0 and words[at - 1].sentence == sentence and cost <= _REACH:
            for sighting in cue_ending(words, at):
                if sighting.cue.role == "noun" and at in self._until:
                    continue  # "4,000 casualties among the 11,000": the noun is the other's own
                penalty = self._speaks_for_right(sighting, cost)
                if penalty is not None and _state_for(sighting, place):
                    return cost + penalty, sighting
            if at in self._until:
                at, step = min(self._until[at].first, at - 1), _FIGURE_COST
            else:
                at, step = at - 1, _cost(words[at - 1])
            cost += step
        return None

    def _speaks_for_left(self, sighting: Sighting, cost: int) -> bool:
        """Whether the cue is said of what stands before it."""
        cue = sighting.cue
        if cue.role == "object":
            return cue.form == "participle" and self._is_passive(sighting)
        if cue.role == "noun":
            return cost == 0
        return True

    def _is_passive(self, sighting: Sighting) -> bool:
        before = self._before(sighting.first)
        if before in _WORDS["be"] or sighting.cue.words[0] in _WORDS["be"]:
            return True
        if before in _WORDS["have"]:
            return False
        if sighting.after >= len(self._words):
            return True
        following = self._words[sighting.after]
        if sighting.after in self._from:
            return False  # "killed 12 and wounded over 100": it has an object of its own
        return (
            (following.kind is not Kind.WORD and following.kind is not Kind.NUMBER)
            or following.dated
            or following.low in _WORDS["after_participle"]
        )

    def _speaks_for_right(self, sighting: Sighting, cost: int) -> int | None:
        """What it costs to take the cue as said of what follows it; `None` if it cannot be."""
        cue = sighting.cue
        if cue.role == "noun":
            return 0
        if cue.role != "object" or self._governs_count(sighting.after):
            return None
        before = self._before(sighting.first)
        if cue.form == "participle":
            return None if before in _WORDS["be"] else 0
        is_verb = not cue.is_noun_too or cost == 0
        return 0 if is_verb or before == "to" or before in _WORDS["before_verb"] else None

    def _governs_count(self, at: int) -> bool:
        """Whether the verb before *at* acts on a count alone: "gave a figure of 300"."""
        lows = [word.low for word in self._words[at : at + 4]]
        return lows[:1] in (["a"], ["an"], ["the"], ["its"]) and bool(
            set(lows[1:]) & _WORDS["counts"]
        )

    def _before(self, at: int) -> str:
        """The word before *at*, adverbs left out."""
        for place in range(at - 1, max(at - 4, -1), -1):
            word = self._words[place]
            if not (word.low in _WORDS["adverbs"] or word.low.endswith("ly")):
                return word.low
        return ""

    def _read(self, sighting: Sighting, place: Place) -> tuple[State, Span]:
        words, state = self._words, _state_for(sighting, place) or State.OTHER
        goes_home = place.after < len(words) and words[place.after].low == "home"
        if state in _HANDLED and (place.kind == "tally" or goes_home):
            state = State.OTHER
        elif state in (State.DEPLOYED, State.SUPPLIED, State.PRODUCED):
            state = self._as_meant(sighting, state)
        span = Span(words[sighting.first].span.start, words[sighting.after - 1].span.end)
        return state, span

    def _as_meant(self, sighting: Sighting, state: State) -> State:
        """Planned or preparing, where the deed is only willed: "will send", "preparing to send"."""
        cue = sighting.cue
        near = [w.low for w in self._words[max(0, sighting.first - 6) : sighting.first]]
        near = [low for low in near if low not in _WORDS["adverbs"]]
        if cue.role == "noun":
            if set(near[-3:]) & _WORDS["readies"]:
                return State.PREPARING
            return State.PLANNED if set(near[-3:]) & _WORDS["plans"] else state
        if (
            near[-1:]
            and near[-1] in _WORDS["be"]
            and self._words[sighting.first].low.endswith("ing")
        ):
            # "Said it was sending 300": what it announces it has not done yet.
            said = near[-3:-1]
            if len(said) == 2 and said[0] in _SAID and said[1] in _PRONOUNS:
                return State.PLANNED
        if cue.form == "participle":
            if near[-1:] != ["be"]:
                return state
            near = near[:-1]
        return self._willed(near, state)

    def _willed(self, near: list[str], state: State) -> State:
        """The state where *near* stands before the bare verb."""
        last, before = [*["", ""], *near][-1], [*["", ""], *near][-2]
        if last == "to":
            if before in _WORDS["readies"]:
                return State.PREPARING
            return state if before in _WORDS["done_to"] else State.PLANNED
        if state is State.PRODUCED and last in ("can", "could"):
            return state
        if last in _WORDS["modals"] or last in _WORDS["plans"]:
            return State.PLANNED
        return State.PLANNED if last in ("of", "for") and before in _WORDS["plans"] else state

    def _stands_in(self, place: Place) -> Said | None:
        """ "10,000 soldiers in Russia": being somewhere is being deployed, for want of a verb."""
        words, at = self._words, place.noun_after
        if place.kind not in ("force", "corps"):
            return None
        at = self._after_aside(at)
        fillers = _WORDS["be"] | _WORDS["adverbs"]
        for _ in range(3):
            at += at < len(words) and words[at].low in fillers
        is_place = at + 1 < len(words) and words[at + 1].is_capital and not words[at + 1].dated
        if is_place and words[at].low in ("in", "inside", "within"):
            return State.DEPLOYED, words[at].span
        return None


def _state_for(sighting: Sighting, place: Place) -> State | None:
    """What the cue makes of the counted; nothing where it is not said of such."""
    if place.kind in _THINGS:
        return sighting.cue.things
    if place.kind == "people":
        return sighting.cue.people
    if place.kind == "helpers" and sighting.cue.state is not State.DEPLOYED:
        return sighting.cue.people
    return sighting.cue.state


def _cost(word: Word) -> int:
    if word.dated or word.kind is Kind.HYPHEN or word.low in _WORDS["adverbs"]:
        return 0
    return _COSTS.get(word.text, _COSTS.get(word.low, 1))

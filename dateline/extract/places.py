"""Where an event happened: the place words nearest to its cue."""

import re
from collections.abc import Sequence

from dateline.extract.actors import ActorMention, find_places
from dateline.extract.clauses import Break, weight_between
from dateline.model import Span

# Beyond this a place belongs to something else in the sentence; see dating for the unit.
TOO_FAR = 9.0
# "Russia's war in Ukraine": where the war is, not where what is told happened.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:war|conflict|fighting|combat|embassy|ambassador|mission|campaign|involvement)\s"
    r"(?:in|to|at)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
CHARACTERS_PER_WORD = 6.0


def place_near(
    sentence: str, actors: Sequence[ActorMention], cue: Span, breaks: list[Break]
) -> str:
    """The place of the event told at *cue*, as printed; empty where the sentence names none."""
    best, best_cost = "", TOO_FAR
    for place in find_places(sentence, actors):
        if _OF_SOMETHING_ELSE.search(sentence[max(0, place.start - 40) : place.start]):
            continue
        left, right = min(cue.end, place.end), max(cue.start, place.start)
        cost = max(0, right - left) / CHARACTERS_PER_WORD + weight_between(breaks, left - 1, right)
        if place.start < cue.start:
            cost += 3.0
        if cost < best_cost:
            best, best_cost = place.of(sentence), cost
    return best

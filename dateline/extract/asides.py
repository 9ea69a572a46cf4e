"""Relative clauses between commas: what happens in one is no date of what happens outside.

"The minister, who toured the town on Monday, promised aid" dates the tour. Without a grammar the
aside ends at the first comma behind which a verb goes on with the sentence, or somebody says it.
"""

import re

from dateline.extract.verbs import is_finite
from dateline.model import Span

_OPENING = re.compile(r",\s(?=(?:who|whom|whose|which|where)\s)")
_EDGE = re.compile(r",”?\s|[;:]\s|\s[—–-]\s|[.!?…]?[”\"’]{0,2}\Z")
# An adverb may stand before the verb that goes on.
_GOES_ON = re.compile(
    r"(?:[a-z]{2,20}ly\s|(?:also|later|then|now|on [A-Z][a-z]{2,8}day)\s){0,2}"
    r"(?P<verb>[a-z’']{2,20})\b"
)
_SAID = re.compile(
    r"(?:the|a|an|its|his|her|their|[A-Z][\w’'-]*)\s(?:[\w’'-]+\s){0,6}"
    r"(?:said|says|told|added|announced|confirmed|reported|according)\b|according to\b"
)
_CONJOINED = re.compile(r"(?:and|but|while|as|after|before|when|because|although|though)\s")


def find_asides(sentence: str) -> list[Span]:
    """The relative clauses of *sentence* that commas set apart, without their commas."""
    asides: list[Span] = []
    for opening in _OPENING.finditer(sentence):
        if asides and opening.start() < asides[-1].end:
            continue
        asides.append(Span(opening.end(), _end(sentence, opening.end())))
    return asides


def _end(sentence: str, start: int) -> int:
    for edge in _EDGE.finditer(sentence, start):
        if edge[0][:1] != ",":
            return edge.start()
        if _SAID.match(sentence, edge.end()) or _CONJOINED.match(sentence, edge.end()):
            return edge.start()
        going_on = _GOES_ON.match(sentence, edge.end())
        if going_on and is_finite(going_on["verb"]):
            return edge.start()
    return len(sentence)


def are_parted(asides: list[Span], one: Span, other: Span) -> bool:
    """Whether an aside holds just one of the two."""
    return any(aside.holds(one) != aside.holds(other) for aside in asides)

"""Where one clause of a sentence ends and the next begins, as far as its small words show.

No parser: a sentence is cut at relative pronouns, subordinators and "that", and at commas before
them. That is enough to tell "said on Monday that troops had left" (the saying is dated) from "said
that troops had left on Monday" (the leaving is).
"""

import re
from dataclasses import dataclass

from dateline.model import Span

_BREAK = re.compile(
    r"[;:—–]\s|\s-\s"
    r"|,?\s(?:that|which|who|whom|whose|where|when|while|whereas|although|though|because|unless|"
    r"despite|as|after|before|following|amid|if|but|since|until|whether|so that)\s"
    r"|,\s(?:and|or|with|in|during|at|on|citing|adding|saying|warning|noting|calling|including)\s"
    r"|\sto\s(?=[a-z]{3,20}\s)"
    r"|,\s"
)
# How much harder a date crosses this break on its way to a cue.
_WEIGHTS = {",": 2.0, "that": 6.0, "to": 2.0}
_DEFAULT_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Break:
    """A boundary between two clauses: its words' place, the word itself, and its weight."""

    span: Span
    word: str
    weight: float


def find_breaks(sentence: str) -> list[Break]:
    """The clause boundaries of *sentence*, in order."""
    breaks: list[Break] = []
    for match in _BREAK.finditer(sentence):
        word = match[0].strip(" ,") or ","
        if word == "as" and (
            sentence[match.end() :].startswith(("many as", "much as", "well as", "of ", "saying"))
            or sentence[: match.start()]
            .lower()
            .endswith(("such", "as many", "as much", "as well", "known"))
        ):
            continue
        breaks.append(Break(Span(*match.span()), word, _WEIGHTS.get(word, _DEFAULT_WEIGHT)))
    return breaks


def weight_between(breaks: list[Break], left: int, right: int) -> float:
    """How strongly the breaks between two positions part them."""
    return sum(brk.weight for brk in breaks if left <= brk.span.start and brk.span.end <= right + 1)


def clause_around(breaks: list[Break], length: int, position: int) -> Span:
    """The stretch between the breaks on either side of *position*, commas left out of account."""
    strong = [brk for brk in breaks if brk.word not in (",", "to")]
    start = max((brk.span.end for brk in strong if brk.span.end <= position), default=0)
    end = min((brk.span.start for brk in strong if brk.span.start >= position), default=length)
    return Span(start, end)

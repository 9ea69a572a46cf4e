"""The words of a text with their places: what every other module here looks at.

A word knows whether it hangs on the one before it ("155" and "mm", "F", "-" and "16"), which
sentence it stands in, and whether it is part of a date. Looking at words instead of characters
keeps every later step a bounded walk, so that time grows with the text whatever the text is.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from dateline.extract.figures.vocabulary import words_of
from dateline.model import Span

_ABBREVIATIONS = words_of("abbreviations")
# A run longer than a repetition allows continues in the next match, which then hangs on it.
_PIECE = re.compile(
    r"(?P<number>[0-9]{1,40}(?:[.,\u00a0\u202f\u2009][0-9]{1,40}){0,12})"
    r"|(?P<word>(?:[A-Z]\.){2,6}|[^\W\d_]{1,60}(?:['’][^\W\d_]{1,3})?)"
    r"|(?P<hyphen>[-‐‑])"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\s\w])"
)


class Kind(Enum):
    NUMBER = auto()  # begins with an ASCII digit
    WORD = auto()
    HYPHEN = auto()
    MARK = auto()
    LINE = auto()


_KINDS = {kind.name.lower(): kind for kind in Kind}


class Word(NamedTuple):
    """One word, number or mark; `glued` when nothing stands between it and the one before.

    `low` is the word in small letters, unless these would make another word of it ("US").
    """

    span: Span
    text: str
    low: str
    kind: Kind
    glued: bool
    dated: bool
    sentence: int

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.low.endswith(("'s", "’s"))


# In small letters they would be pronouns: "15,000 US troops", "20 WHO doctors".
_NAMES = frozenset({"US", "WHO", "IT"})
# What stands between sentences; behind anything else none ends.
_BETWEEN = frozenset({Kind.LINE, Kind.MARK})


def split(text: str, dates: Sequence[Span]) -> list[Word]:
    """The words of *text* in order; those that overlap one of *dates* are marked."""
    words: list[Word] = []
    spans = sorted(dates)
    date, sentence, end = 0, 0, -1
    for match in _PIECE.finditer(text):
        start, after = match.span()
        span, piece = Span(start, after), match[0]
        while date < len(spans) and spans[date].end <= start:
            date += 1
        dated = date < len(spans) and spans[date].overlaps(span)
        if words and words[-1].kind in _BETWEEN and _ends_sentence(words, match):
            sentence += 1
        kind = _KINDS[str(match.lastgroup)]
        low = piece if piece in _NAMES else piece.lower()
        words.append(Word(span, piece, low, kind, start == end, dated, sentence))
        end = after
    return words


def _ends_sentence(words: list[Word], following: re.Match[str]) -> bool:
    """Whether a sentence ends between the last word and the *following* one.

    A full stop glued to a capital ends one as well ("attacked.Seoul has"), unless it stands
    after an initial or an abbreviation.
    """
    last = words[-1]
    if last.kind is Kind.LINE:
        return True
    if last.text in "”\"'’)" and len(words) > 1 and words[-2].text in ".?!":
        return following[0][:1].isupper() or following[0] in "“\"'("
    if last.text not in ".?!" or following[0] in '”"’)':
        return False
    if last.text == "." and len(words) > 1 and last.glued:
        before = words[-2]
        short = before.low in _ABBREVIATIONS or (len(before.text) == 1 and before.is_capital)
        if short and before.kind is Kind.WORD:
            return False
    return following.start() > last.span.end or following[0][:1].isupper()

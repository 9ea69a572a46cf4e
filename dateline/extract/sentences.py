"""Cut an article into sentences without moving or losing a character.

News breaks the usual cutters: "U.S. officials", "Oct. 21", initials, quotations of several
sentences, paragraphs on lines of their own, and sentences glued together by a lost space.
Segmenters on PyPI either reach no further than English prose (pysbd, unmaintained, no glued
sentences) or need a model to be fetched, so this small one is our own; its words are data.
"""

import re
from dataclasses import dataclass

from dateline import lexicon
from dateline.model import Span

_WORDS = lexicon.table("sentences")
_BEFORE_NAME = frozenset(_WORDS["before_name"])
_MAY_END = frozenset(_WORDS["may_end"])
_STARTERS = frozenset(_WORDS["starters"])

# Longer than any sentence of news, in characters.
LONGEST = 1_000

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…]{1,4}[\"'”’»)\]]{0,3}")
_WORD_BEFORE = re.compile(r"[\w.’'-]{0,40}\Z")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[”]{0,3}([^\W_][\w’'-]{0,40})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,5}[^\W\d_]\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, and which paragraph (from 0) it belongs to.

    A heading is a line of its own in title case without a full stop; it repeats, it tells nothing.
    """

    span: Span
    paragraph: int
    is_heading: bool = False


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of *text* in order; what lies between two is white space."""
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(_LINE.finditer(text)):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends(text, stop, line.end()):
                _append(sentences, text, start, stop.end(), paragraph)
                start = stop.end()
        _append(sentences, text, start, line.end(), paragraph)
    return sentences


def _append(sentences: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    while end - start > LONGEST:
        # A page without full stops is no sentence; what follows reads sentences as a whole.
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        sentences.append(Sentence(Span(start, cut), paragraph))
        start = cut + (text[cut] == " ")
    if start < end:
        whole = not sentences or sentences[-1].paragraph != paragraph
        heading = whole and _is_heading(text[start:end])
        sentences.append(Sentence(Span(start, end), paragraph, heading))


def _is_heading(line: str) -> bool:
    words = [word for word in line.split() if word[:1].isalpha() and len(word) > 3]
    capitals = sum(word[:1].isupper() for word in words)
    return line[-1:] not in ".!?…”\"’'" and len(line) < 120 and capitals >= 0.7 * len(words)


def _ends(text: str, stop: re.Match[str], line_end: int) -> bool:
    """Whether the stop closes a sentence rather than an abbreviation, a number or an address."""
    if stop.end() >= line_end:
        return True
    after = text[stop.end()]
    rest = text[stop.end() : min(line_end, stop.end() + 60)]
    following = _WORD_AFTER.match(rest.lstrip())
    word = following[1] if following else ""
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 40), stop.start())
    last = before[0] if before else ""
    if not after.isspace():
        # A lost space: a lower-case word, the stop, and a capitalised word at once.
        return (
            stop[0] != "…"
            and last[-1:].islower()
            and "." not in last
            and word[:1].isupper()
            and word[1:2].islower()
        ) or (stop[0][-1] in "”»" and word[:1].isupper())
    if not word:
        return True
    if word[:1].islower():
        return False
    if stop[0][0] != ".":
        return True
    if last in _BEFORE_NAME:
        return not (word[:1].isupper() or word[:1].isdigit())
    if last in _MAY_END or (_INITIALS.fullmatch(last) and last[-1:].isupper()):
        return word in _STARTERS and stop[0] == "."
    return True

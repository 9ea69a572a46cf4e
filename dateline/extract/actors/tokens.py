"""An article as words with offsets, and phrases of words that are looked up in it.

Names are compared word by word, never by searching strings in strings: "Oman" is not in
"Roman", "Niger" not in "Nigeria", and a possessive 's is a word of its own.
"""

import re
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,6}"  # U.S., D.P.R.K.
    r"|(?<=[\w.])['’]s\b"
    r"|[^\W_]{1,60}(?:['’](?!s\b)[^\W_]{1,60}){0,3}"
    r"|[^\w\s]|_"
)
_DASHES = frozenset("-‐‑–")


class Token(NamedTuple):
    """A word or a mark. `glued`: no space before it; `opens_line`: a line break before it."""

    text: str
    start: int
    end: int
    glued: bool
    opens_line: bool


def tokenize(text: str) -> list[Token]:
    """The words and marks of *text*; apostrophes and hyphens in one spelling."""
    tokens: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, after = match.span()
        if word in _DASHES:
            word = "-"
        elif "’" in word:
            word = word.replace("’", "'")
        glued = start == end
        opens_line = not glued and (end < 0 or "\n" in text[end:start])
        tokens.append(Token(word, start, after, glued, opens_line))
        end = after
    return tokens


def words_of(phrase: str) -> tuple[str, ...]:
    """The phrase as the words that `tokenize` would see."""
    return tuple(token.text for token in tokenize(phrase))


Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases with a value each, found by their first word, the longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Know *phrase*; a phrase that is known already keeps its value."""
        words = words_of(phrase)
        if not words or self.get(words) is not None:
            return
        entries = self._by_first.setdefault(words[0], [])
        entries.append((words, value))
        entries.sort(key=lambda entry: -len(entry[0]))

    def openers(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)

    def opens_with(self, word: str) -> bool:
        """Whether some phrase begins with *word*: most words can be passed over at once."""
        return word in self._by_first

    def get(self, words: tuple[str, ...]) -> Value | None:
        """The value of exactly these words."""
        for known, value in self._by_first.get(words[0], ()):
            if known == words:
                return value
        return None

    def all_at(self, words: Sequence[str], at: int) -> list[tuple[int, Value]]:
        """Every phrase that begins at *at*, the longest first: where it ends, and its value."""
        entries = self._by_first.get(words[at])
        if entries is None:
            return []
        return [
            (at + len(known), value)
            for known, value in entries
            if tuple(words[at : at + len(known)]) == known
        ]

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """Where the longest phrase that begins at *at* ends, and its value."""
        entries = self._by_first.get(words[at]) if at < len(words) else None
        if entries is None:
            return None
        for known, value in entries:
            end = at + len(known)
            if tuple(words[at:end]) == known:
                return end, value
        return None

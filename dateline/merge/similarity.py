"""How alike two mentions are in their words: cosine of weighted words, and quotations shared.

The weight of a word is fixed, never counted in the articles at hand: with the usual inverse
document frequency (Salton and Buckley 1988) one article more would move every likeness, and old
events would part or join. A long word says more than a short one (Zipf's law of abbreviation), a
number more than any word; states and weekdays say nothing here, since parties and days are
compared by themselves.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from dateline import lexicon
from dateline.model import Mention

# Only the words around the cue speak of its event; the rest of the sentence may tell another.
WINDOW_CHARACTERS = 130
QUOTE_WORDS = 2

_WORD = re.compile(r"[^\W_][\w’'-]*")
_QUOTE = re.compile(r"[“\"]([^”\"]{8,400})[”\"]")
_ENDINGS = tuple(lexicon.table("function_words")["endings"].split())
_STOP = frozenset(lexicon.table("function_words")["compared"].split())
_NUMBER_WEIGHT = 4.0


def stem(word: str) -> str:
    """A crude stem: enough to let "deployed", "deployment" and "deploys" meet."""
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _compared_elsewhere() -> frozenset[str]:
    """Stems of the names of states and of days."""
    names = " ".join(
        f"{row['name']} {row['names']} {row['demonyms']} {row['capital']}"
        for row in lexicon.rows("countries")
    )
    words = re.findall(r"[^\W_]+", names)
    days = lexicon.table("function_words")["days"].split()
    return frozenset(stem(word) for word in (*words, *days))


def weight_of(word: str) -> float:
    """How much a stem says about which event is told."""
    return _NUMBER_WEIGHT if word[0].isdigit() else math.log2(1 + len(word)) - 1.0


def words_of(mention: Mention) -> Counter[str]:
    """The stems that speak of the mention's event."""
    text = mention.sentence_text
    if mention.cue is not None:
        start = mention.cue.start - mention.sentence.start
        end = mention.cue.end - mention.sentence.start
        text = text[max(0, start - WINDOW_CHARACTERS) : end + WINDOW_CHARACTERS]
    stems = (stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP)
    return Counter(word for word in stems if len(word) > 2 and word not in _compared_elsewhere())


def quoted_runs(mention: Mention) -> frozenset[tuple[str, ...]]:
    """Every run of `QUOTE_WORDS` words inside the sentence's quotation marks."""
    runs = set()
    for quote in _QUOTE.findall(mention.sentence_text):
        words = [word.lower() for word in _WORD.findall(quote)]
        runs |= {
            run
            for at in range(len(words) - QUOTE_WORDS + 1)
            if not _STOP & set(run := tuple(words[at : at + QUOTE_WORDS]))
        }
    return frozenset(runs)


class Likeness:
    """Word likeness between the mentions it was built from, by their place in the sequence."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        counts = [words_of(mention) for mention in mentions]
        self._vectors = [
            {word: (1 + math.log(count)) * weight_of(word) for word, count in words.items()}
            for words in counts
        ]
        self._norms = [
            math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
            for vector in self._vectors
        ]
        self._quotes = [quoted_runs(mention) for mention in mentions]

    def between(self, one: int, other: int) -> float:
        """Cosine similarity, 0 to 1."""
        small, large = sorted((self._vectors[one], self._vectors[other]), key=len)
        dot = sum(weight * large.get(word, 0.0) for word, weight in small.items())
        return dot / (self._norms[one] * self._norms[other])

    def share_a_quote(self, one: int, other: int) -> bool:
        return bool(self._quotes[one] & self._quotes[other])

"""How alike two mentions are in their words: cosine of TF-IDF vectors, and quotations shared.

TF-IDF after Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval".
A library would bring scikit-learn's 100 MB for thirty lines; the vectors here are dictionaries.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from dateline import lexicon
from dateline.model import Mention

# Only the words around the cue speak of its event; the rest of the sentence may tell another.
WINDOW_CHARACTERS = 130
QUOTE_WORDS = 2

_WORD = re.compile(r"[^\W_][\w’'-]*")
_QUOTE = re.compile(r"[“\"]([^”\"]{8,400})[”\"]")
_ENDINGS = ("ments", "ment", "ations", "ation", "ings", "ing", "ers", "ies", "ied", "ed", "es", "s")
_STOP = frozenset(lexicon.table("function_words")["compared"].split())


def stem(word: str) -> str:
    """A crude stem: enough to let "deployed", "deployment" and "deploys" meet."""
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def words_of(mention: Mention) -> Counter[str]:
    """The stems that speak of the mention's event."""
    text = mention.sentence_text
    if mention.cue is not None:
        start = mention.cue.start - mention.sentence.start
        end = mention.cue.end - mention.sentence.start
        text = text[max(0, start - WINDOW_CHARACTERS) : end + WINDOW_CHARACTERS]
    return Counter(
        stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP and len(word) > 1
    )


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
        frequency = Counter(word for words in counts for word in words)
        total = len(mentions)
        self._vectors = [
            {
                word: (1 + math.log(count)) * math.log(1 + total / frequency[word])
                for word, count in words.items()
            }
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

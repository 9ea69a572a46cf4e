"""Which articles are independent of each other.

Two articles count as one publisher where they have the same one, where one retells the other, or
where their texts are nearly the same. Articles whose publisher nobody named count as one unknown
publisher among them: the count is a lower bound, and never inflated by what is not known.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from dateline.model import Article

SHINGLE_WORDS = 5
# Share of the shorter text's shingles found in the longer one from which it is a retelling.
SAME_TEXT = 0.4
# A run of words that so many different texts print is a phrase of the trade, not a copy.
COMMON_RUN = 50

# Of a text with more runs than this only every so many-th is remembered, chosen by its hash, so
# that all texts remember the same ones (Broder, "On the Resemblance and Containment of
# Documents", 1997).
ALL_KEPT, KEPT_ONE_IN = 160, 8
_REMEMBERED_TEXTS = 512

_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The runs of five words of a text, hashed alike in every run of the program."""
    words = _WORD.findall(text.lower())
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode())
        for at in range(len(words) - SHINGLE_WORDS + 1)
    )


def remembered(runs: frozenset[int]) -> frozenset[int]:
    """Those of a text's runs by which later texts find it."""
    if len(runs) <= ALL_KEPT:
        return runs
    return frozenset(run for run in runs if run % KEPT_ONE_IN == 0)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the shorter of two texts is mostly found in the longer, by their runs."""
    return len(one & other) >= SAME_TEXT * max(1, min(len(one), len(other)))


class Independence:
    """Which of the articles it was built from count as one publisher."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._group = {article.article_id: article.article_id for article in articles}
        by_publisher: dict[str, str] = {}
        by_source: dict[str, str] = {}
        for article in articles:
            self._join(
                article.article_id,
                by_publisher.setdefault(article.publisher.casefold(), article.article_id),
            )
            if article.derived_from in self._group:
                self._join(article.article_id, article.derived_from)
            elif article.derived_from:
                source = article.derived_from.casefold()
                self._join(article.article_id, by_source.setdefault(source, article.article_id))
        self._join_same_texts(articles)

    def _join_same_texts(self, articles: Sequence[Article]) -> None:
        """Join articles with the first that prints the same runs of words.

        What one article of a group has printed is looked up under that article alone, so that the
        hundredth copy of a wire story costs no more than the second. Some runs are remembered and
        say which texts to compare; these are then compared run by run.
        """
        printed: dict[int, list[int]] = defaultdict(list)

        @lru_cache(_REMEMBERED_TEXTS)
        def runs_of(index: int) -> frozenset[int]:
            return shingles(articles[index].text)

        for index, article in enumerate(articles):
            runs = runs_of(index)
            seen = {
                other
                for run in runs
                for other in printed.get(run, ())
                if len(printed[run]) <= COMMON_RUN
            }
            copied = {other for other in seen if is_copy(runs, runs_of(other))}
            for other in copied:
                self._join(article.article_id, articles[other].article_id)
            for run in remembered(runs):
                if copied.isdisjoint(printed[run]):
                    printed[run].append(index)

    def _root(self, article_id: str) -> str:
        while self._group[article_id] != article_id:
            article_id = self._group[article_id]
        return article_id

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._group[second] = first

    def groups(self) -> dict[str, str]:
        """For each article the one that stands for all that count as one publisher with it."""
        return {article_id: self._root(article_id) for article_id in self._group}

"""Which articles are independent of each other.

Two articles count as one publisher where they have the same one, where one retells the other, or
where their texts are nearly the same. Articles whose publisher nobody named count as one unknown
publisher among them: the count is a lower bound, and never inflated by what is not known.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.model import Article

SHINGLE_WORDS = 5
# Share of the shorter text's shingles found in the longer one from which it is a retelling.
SAME_TEXT = 0.4
# A run of words that so many different texts print is a phrase of the trade, not a copy.
COMMON_RUN = 50

_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """The runs of five words of a text, hashed within one run of the program."""
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(
        hash(tuple(words[at : at + SHINGLE_WORDS])) for at in range(len(words) - SHINGLE_WORDS + 1)
    )


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
        hundredth copy of a wire story costs no more than the second.
        """
        printed: dict[int, list[int]] = defaultdict(list)
        lengths: list[int] = []
        for index, article in enumerate(articles):
            runs = shingles(article.text)
            lengths.append(len(runs))
            shared = Counter(
                other
                for run in runs
                for other in printed.get(run, ())
                if len(printed[run]) <= COMMON_RUN
            )
            copied = {
                other
                for other, common in shared.items()
                if common >= SAME_TEXT * max(1, min(len(runs), lengths[other]))
            }
            for other in copied:
                self._join(article.article_id, articles[other].article_id)
            for run in runs:
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

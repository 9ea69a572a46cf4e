"""Read what a quantity is counted per: "200,000 shells annually", "40 tanks a month"."""

from collections.abc import Sequence
from typing import Final

from dateline.extract.figures.words import Word

_ADVERBS: Final = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year",
}  # fmt: skip
_LEADS: Final = frozenset({"a", "an", "per", "each", "every"})
_PERIODS: Final = frozenset({"day", "week", "month", "year"})


def read_rate(words: Sequence[Word], at: int) -> tuple[str, int]:
    """The period that begins at *at*, or an empty one, and where it ends.

    Dates do not stop it: a date reader may take "a year" or "each month" for one.
    """
    if at < len(words) and words[at].low in _ADVERBS:
        return _ADVERBS[words[at].low], at + 1
    if at + 1 < len(words) and words[at].low in _LEADS and words[at + 1].low in _PERIODS:
        is_ago = at + 2 < len(words) and words[at + 2].low in ("ago", "earlier", "later", "before")
        if not is_ago:
            return words[at + 1].low, at + 2
    return "", at

"""The small closed classes of words that steer the reading, from `numbers.toml`."""

from dateline import lexicon


def words_of(name: str) -> frozenset[str]:
    """The words listed under *name*, in lower case."""
    return frozenset(lexicon.table("numbers")[name].split())

"""The mentions of a story as arrays: which event each tells, in whose paper and in which stance."""

from collections.abc import Callable, Container, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dateline.views.coded import Coded, Mask, Numbers
from dateline.views.ids import slug


class TellingIndex:
    """Columns of the mentions as numbers; positions are those of the events they tell."""

    def __init__(
        self,
        mentions: pd.DataFrame,
        articles: pd.DataFrame,
        positions_of: Callable[[Any], Numbers],
    ) -> None:
        self._mentions, self._articles, self._positions_of = mentions, articles, positions_of

    @cached_property
    def event(self) -> Numbers:
        """The position of each mention's event; -1 where the story has it not (it is hidden)."""
        ids = Coded.of(self._mentions["event_id"])
        positions: Numbers = np.append(self._positions_of(list(ids.values)), -1)
        return positions[ids.codes]

    @cached_property
    def article(self) -> Coded:
        return Coded.of(self._mentions["article_id"])

    @cached_property
    def publisher(self) -> Coded:
        """The slug of the publisher of each mention's article."""
        names = dict(zip(self._articles["article_id"], self._articles["publisher"], strict=True))
        return self.article.renamed(lambda article_id: slug(names.get(article_id, "")))

    @cached_property
    def stance(self) -> Coded:
        return Coded.of(self._mentions["stance"])

    @cached_property
    def _sorted(self) -> dict[str, tuple[Numbers, Numbers, Numbers]]:
        """Event, publisher and stance of the mentions, sorted by event and then by the key."""
        told = self.event >= 0
        columns = self.event[told], self.publisher.codes[told], self.stance.codes[told]
        found = {}
        for name, first in (("publisher", 1), ("stance", 2)):
            order = np.lexsort((columns[first], columns[0]))
            found[name] = (columns[0][order], columns[1][order], columns[2][order])
        return found

    def events_by(self, publishers: tuple[str, ...], stances: tuple[str, ...], count: int) -> Mask:
        """Which of *count* events a sentence of one of *publishers* tells in one of *stances*;
        where none are given, in any."""
        events, publisher, stance = self._sorted["publisher"]
        keep = np.ones(len(events), dtype=bool)
        if publishers:
            keep &= _among(self.publisher, publisher, publishers)
        if stances:
            keep &= _among(self.stance, stance, stances)
        found = np.zeros(count, dtype=bool)
        found[events[keep]] = True
        return found

    def tally_publishers(self, wanted: Mask | None, stances: tuple[str, ...]) -> dict[str, int]:
        """How many of the *wanted* events each publisher tells in one of *stances*."""
        events, publisher, stance = self._sorted["publisher"]
        return _tally(self.publisher, events, publisher, wanted, self.stance, stance, stances)

    def tally_stances(self, wanted: Mask | None, publishers: tuple[str, ...]) -> dict[str, int]:
        """How many of the *wanted* events are told in each stance by one of *publishers*."""
        events, publisher, stance = self._sorted["stance"]
        return _tally(self.stance, events, stance, wanted, self.publisher, publisher, publishers)

    def counts(self, stances: Container[str], count: int) -> Numbers:
        """How many mentions in one of *stances* tell each of *count* events."""
        told = self.event[self.stance.among(stances) & (self.event >= 0)]
        return np.bincount(told, minlength=count)

    def sole(self, name: str, count: int, several: str) -> Coded:
        """The one publisher or stance that tells each of *count* events; *several* where there is
        more than one."""
        events, publisher, stance = self._sorted[name]
        column, codes = (
            (self.publisher, publisher) if name == "publisher" else (self.stance, stance)
        )
        low = np.full(count, -1, dtype="int32")
        high = low.copy()
        low[events[::-1]], high[events] = codes[::-1], codes  # sorted, so the ends are first, last
        found = np.where(low == high, low, len(column.values)).astype("int32")
        return Coded(found, (*column.values, several))

    @cached_property
    def sentences(self) -> pd.Series:
        """The quoted sentences in small letters."""
        return self._mentions["sentence"].astype("str").str.lower()

    def of_sentences_with(self, word: str) -> Numbers:
        """The positions of events that a sentence with *word* tells."""
        hit = self.sentences.str.contains(word, regex=False).to_numpy(dtype=bool)
        told: Numbers = self.event[hit]
        return told[told >= 0]

    @cached_property
    def _by_event(self) -> tuple[Numbers, Numbers]:
        """The mentions in the order of their events, and where those of each event begin."""
        order = np.argsort(self.event, kind="stable")
        return order, self.event[order]

    def of_events(self, positions: Sequence[int] | Numbers) -> pd.DataFrame:
        """The mentions that tell the events at *positions*, in the order of their table."""
        order, events = self._by_event
        return self._mentions.iloc[_at(order, events, positions)]

    @cached_property
    def _by_article(self) -> tuple[Numbers, Numbers, dict[str, int]]:
        order = np.argsort(self.article.codes, kind="stable")
        number = {article_id: at for at, article_id in enumerate(self.article.values)}
        return order, self.article.codes[order], number

    def in_articles(self, article_ids: pd.Series) -> pd.DataFrame:
        """The mentions that stand in these articles, in the order of their table."""
        order, codes, number = self._by_article
        wanted = [number[each] for each in article_ids.unique() if each in number]
        return self._mentions.iloc[_at(order, codes, wanted)]


def _at(order: Numbers, keys: Numbers, wanted: Sequence[int] | Numbers) -> Numbers:
    """What *order* holds where the sorted *keys* are one of *wanted*, from the smallest."""
    spans = [np.searchsorted(keys, [key, key + 1]) for key in wanted]
    found = [order[start:end] for start, end in spans]
    return np.sort(np.concatenate(found)) if found else order[:0]


def _among(column: Coded, codes: Numbers, wanted: tuple[str, ...]) -> Mask:
    return Coded(codes, column.values).among(set(wanted))


def _tally(
    column: Coded,
    events: Numbers,
    codes: Numbers,
    wanted: Mask | None,
    other: Coded,
    other_codes: Numbers,
    others: tuple[str, ...],
) -> dict[str, int]:
    """Events by value of *column*, each event once; rows are sorted by event and value, so that
    what is told twice stands side by side."""
    if wanted is not None or others:
        keep = np.ones(len(events), dtype=bool) if wanted is None else wanted[events]
        if others:
            keep = keep & _among(other, other_codes, others)
        events, codes = events[keep], codes[keep]
    is_new = np.ones(len(events), dtype=bool)
    is_new[1:] = (events[1:] != events[:-1]) | (codes[1:] != codes[:-1])
    return Coded(codes[is_new], column.values).tally()

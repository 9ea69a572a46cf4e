"""The events of a story as arrays: which match, in which order, how many of each sort.

Worked out once for a story, column by column as it is asked for, and shared by everybody who looks
at it. Positions count the rows of the story's table of events; ranks count the same events in the
order of a timeline.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dateline.model import Precision, Stance
from dateline.views.coded import Coded, Mask, Numbers
from dateline.views.families import families
from dateline.views.groups import groups
from dateline.views.ids import slug, split
from dateline.views.story import Story
from dateline.views.telling_index import TellingIndex

FAR_PAST, FAR_FUTURE = pd.Timestamp("1000-01-01"), pd.Timestamp("2999-12-31")
MASKS_KEPT = 96
AFFIRMING = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED})


def indexed(story: Story) -> "EventIndex":
    """The index of *story*, the same for everybody who asks."""
    found: EventIndex = story.remember("events", lambda: EventIndex(story))
    return found


class EventIndex:
    """Columns as numbers, the order of events, and masks that were asked for lately."""

    def __init__(self, story: Story) -> None:
        # The frames and not the story, which holds this index.
        self._events, self._mentions = story.events, story.mentions
        self._articles, self._actors = story.articles, story.actors
        self._masks: OrderedDict[Hashable, Mask] = OrderedDict()

    def __len__(self) -> int:
        return len(self._events)

    @cached_property
    def ids(self) -> pd.Index:
        return pd.Index(self._events["event_id"])

    def positions_of(self, event_ids: Any) -> Numbers:
        """Where each id stands; -1 for one that is not there."""
        found: Numbers = self.ids.get_indexer(event_ids)
        return found

    def position(self, event_id: str) -> int | None:
        found = int(self.positions_of([event_id])[0])
        return None if found < 0 else found

    @cached_property
    def first(self) -> Numbers:
        """The first day each can have happened on, as Python counts days; 0 where it is open."""
        return ordinals(self._events["first_day"])

    @cached_property
    def last(self) -> Numbers:
        """The last one; 0 where it is open."""
        return ordinals(self._events["last_day"])

    @cached_property
    def is_undated(self) -> Mask:
        found: Mask = self.start == 0
        return found

    @cached_property
    def dated_count(self) -> int:
        """How many have a day; they come first in the order."""
        return len(self) - int(self.is_undated.sum())

    @cached_property
    def start(self) -> Numbers:
        """The first day, or the last where that one is open; 0 of an undated event."""
        return np.where(self.first, self.first, self.last)

    @cached_property
    def end(self) -> Numbers:
        """The last day, or the first where that one is open; 0 of an undated event."""
        return np.where(self.last, self.last, self.first)

    @cached_property
    def is_known(self) -> Mask:
        """Whether an event has its days for certain: a single one, or all from one to another."""
        is_day = self.precision.among({Precision.DAY}) & (self.start == self.end)
        found: Mask = is_day | self.precision.among({Precision.INTERVAL})
        return found

    @cached_property
    def order(self) -> Numbers:
        """The positions in the order of a timeline: by the first possible day, the undated last."""
        never = np.iinfo("int32").max
        start, end = (np.where(days, days, never) for days in (self.start, self.last))
        by_id = self._events["event_id"].argsort(kind="stable").to_numpy()
        found: Numbers = by_id[np.lexsort((end[by_id], start[by_id]))]
        return found

    def ends(self, at: Numbers) -> tuple[date, date] | None:
        """The first and the last day that the dated events at these positions state, which are in
        the order of a timeline; None where there are none."""
        if not len(at):
            return None
        first, last = self.start[at[0]], self.end[at].max()
        return date.fromordinal(int(first)), date.fromordinal(int(last))

    @cached_property
    def rank(self) -> Numbers:
        """The place of each position in that order."""
        found = np.empty(len(self), dtype="int64")
        found[self.order] = np.arange(len(self))
        return found

    @cached_property
    def family(self) -> Coded:
        return Coded.of(families(self._events, self._mentions))

    @cached_property
    def kind(self) -> Coded:
        return Coded.of(self._events["kind"])

    @cached_property
    def status(self) -> Coded:
        return Coded.of(self._events["status"])

    @cached_property
    def precision(self) -> Coded:
        return Coded.of(self._events["precision"])

    @cached_property
    def place(self) -> Coded:
        """The slug of each event's place."""
        named = Coded.of(self._events["place"])
        return named.renamed(lambda place: slug(place) if place else "")

    @cached_property
    def publishers(self) -> Numbers:
        found: Numbers = self._events["publisher_count"].to_numpy()
        return found

    @cached_property
    def actors(self) -> Coded:
        """Cells of those who did it."""
        return Coded.of(self._events["actor_ids"])

    @cached_property
    def targets(self) -> Coded:
        return Coded.of(self._events["target_ids"])

    @cached_property
    def involved(self) -> Coded:
        """Cells of those who did it and of those to whom, one after the other."""
        actors, targets = self.actors, self.targets
        width = len(targets.values)
        pairs, codes = np.unique(
            actors.codes.astype("int64") * width + targets.codes, return_inverse=True
        )
        cells = (f"{actors.values[pair // width]};{targets.values[pair % width]}" for pair in pairs)
        return Coded(codes.astype("int32"), tuple(cells))

    @cached_property
    def told(self) -> TellingIndex:
        return TellingIndex(self._mentions, self._articles, self.positions_of)

    @cached_property
    def affirmed(self) -> Numbers:
        """How many sentences tell each event as something that is so."""
        return self.told.counts(AFFIRMING, len(self))

    @cached_property
    def denied(self) -> Numbers:
        """How many sentences deny each event."""
        return self.told.counts({Stance.DENIED}, len(self))

    @cached_property
    def words(self) -> pd.Series:
        """Title and place in small letters."""
        return folded(self._events["title"] + " " + self._events["place"])

    @cached_property
    def of_actor(self) -> dict[str, str]:
        """The group that each actor belongs to."""
        return groups(self._actors).of_actor

    def mask(self, key: Hashable, make: Callable[[], Mask]) -> Mask:
        """What *make* gives, kept under *key* while it is asked for; nobody writes into it."""
        found = self._masks.get(key)
        if found is None:
            found = make()
            self._masks[key] = found
            while len(self._masks) > MASKS_KEPT:
                self._masks.popitem(last=False)
        return found

    def says(self, word: str) -> Mask:
        """Whether title, place or a quoted sentence of each event holds *word*."""

        def look() -> Mask:
            found: Mask = self.words.str.contains(word, regex=False).to_numpy(dtype=bool).copy()
            found[self.told.of_sentences_with(word)] = True
            return found

        return self.mask(("word", word), look)


def event_row(story: Story, event_id: str) -> pd.Series:
    """The row of an event of the story."""
    position = indexed(story).position(event_id)
    assert position is not None, "only an event of the story is asked for"
    return story.events.iloc[position]


def tellings_of(story: Story, event_id: str) -> pd.DataFrame:
    """The mentions that tell an event, in the order of their table; none for an unknown id."""
    index = indexed(story)
    position = index.position(event_id)
    return index.told.of_events([] if position is None else [position])


def ordinals(days: pd.Series) -> Numbers:
    """Each day as Python counts them, 0 where there is none; 1970 began on day 719,163."""
    found = days.to_numpy(dtype="datetime64[D]").astype("int64") + 719_163
    return np.where(days.isna(), 0, found)


def folded(texts: pd.Series) -> pd.Series:
    """*texts* without capitals. Arrow's own lower-casing is many times as fast as casefold."""
    return texts.astype("str").str.lower()


def naming(actors: frozenset[str]) -> Callable[[str], bool]:
    """Whether a ';'-joined cell names one of *actors*."""
    return lambda cell: not actors.isdisjoint(split(cell))

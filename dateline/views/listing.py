"""The events of a selection in their order, of which only those become rows that are looked at.

A million events are a million numbers here; their words are fetched for the few on the screen.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.views.coded import Mask, Numbers
from dateline.views.days import as_day, when
from dateline.views.event_index import EventIndex, indexed
from dateline.views.events import both, matches
from dateline.views.lanes import USUAL, Lanes
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import laned, timeline_rows

MOST_ROWS = 1000  # undated events that are fetched at once


@dataclass(frozen=True, slots=True)
class Listing:
    """Events by their ranks in the timeline, smallest first."""

    story: Story
    index: EventIndex
    ranks: Numbers

    def __len__(self) -> int:
        return len(self.ranks)

    def place(self, event_id: str) -> int | None:
        """The number of an event in the listing, from 0; None where it is not in it."""
        position = self.index.position(event_id)
        if position is None:
            return None
        rank = self.index.rank[position]
        at = int(np.searchsorted(self.ranks, rank))
        return at if at < len(self.ranks) and self.ranks[at] == rank else None

    def __contains__(self, event_id: object) -> bool:
        return self.place(str(event_id)) is not None

    def holds(self, event_ids: pd.Series) -> Mask:
        """Which of many events are in it."""
        at = self.index.positions_of(event_ids)
        held: Mask = (at >= 0) & np.isin(self.index.rank[at], self.ranks, kind="table")
        return held

    def item(self, number: int) -> str:
        """The id of an event by its number."""
        return str(self.index.ids[self.index.order[self.ranks[number]]])

    def words(self, start: int, stop: int) -> dict[str, str]:
        """Some of the events in words, by id, in order."""
        at = self.index.order[self.ranks[start:stop]]
        events = self.story.events
        # Column by column: a row of all columns, fetched for its title, costs many times as much.
        columns = (
            events[name].take(at)
            for name in ("event_id", "first_day", "last_day", "precision", "title")
        )
        found = {}
        for event_id, first, last, precision, title in zip(*columns, strict=True):
            stated = "" if pd.isna(precision) else str(precision)
            found[str(event_id)] = f"{when(as_day(first), as_day(last), stated)}: {title}"
        return found

    @property
    def dated_count(self) -> int:
        """The undated come last, so the dated ones are the first so many."""
        return len(self) - self.undated_count

    @property
    def undated_count(self) -> int:
        return len(self) - int(np.searchsorted(self.ranks, self.index.dated_count))

    @property
    def last_report(self) -> dt.date | None:
        """The day of the last report of the story, whatever is selected."""
        return as_day(self.story.articles["published_day"].max())

    def ends(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that any of them states, or None where none does."""
        return self.index.ends(self.index.order[self.ranks[: self.dated_count]])

    def events(self, part: slice = slice(None)) -> pd.DataFrame:
        """The rows of some of them, or all, as the table holds them."""
        return self.story.events.iloc[self.index.order[self.ranks[part]]]

    def rows(self, laid: Lanes = USUAL) -> pd.DataFrame:
        """The rows of a timeline (`views.timeline.timeline_rows`); of the undated, the first."""
        return timeline_rows(self.story, self.events(slice(self.dated_count + MOST_ROWS)), laid)

    def row(self, event_id: str, laid: Lanes = USUAL) -> dict[str, object]:
        """One of them as a row of a timeline."""
        place = self.place(event_id)
        assert place is not None, "only an event of the listing is asked for"
        rows = timeline_rows(self.story, self.events(slice(place, place + 1)), laid)
        return {str(name): value for name, value in rows.iloc[0].to_dict().items()}

    def undated_rows(self, laid: Lanes = USUAL) -> pd.DataFrame:
        """The first of those without a date, as rows of a timeline."""
        dated = self.dated_count
        return timeline_rows(self.story, self.events(slice(dated, dated + MOST_ROWS)), laid)


def listing(story: Story, selection: Selection) -> Listing:
    """The events that match every choice, as `select_events` orders them."""
    index, wanted = indexed(story), both(matches(story, selection))
    ranks = np.arange(len(index)) if wanted is None else np.flatnonzero(wanted[index.order])
    return Listing(story, index, ranks)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Dated events as arrays, to be counted: number of the lane, days, whether these are known.

    Days are as Python counts them; an open end is the day that is known.
    """

    lanes: tuple[str, ...]
    lane: Numbers
    first: Numbers
    last: Numbers
    is_known: Mask
    undated: int


def crowd(found: Listing, laid: Lanes = USUAL) -> Crowd:
    """The events of a listing as arrays, in the lanes that have any of them."""
    index, in_lane = found.index, laned(found.story, laid)
    at = index.order[found.ranks[: found.dated_count]]
    number = in_lane.number[at]
    is_used = np.bincount(number, minlength=len(in_lane.lanes)) > 0
    names = tuple(lane.name for lane, used in zip(in_lane.lanes, is_used, strict=True) if used)
    lane = (is_used.cumsum() - 1)[number]  # the empty lanes are left out
    return Crowd(
        names, lane, index.start[at], index.end[at], index.is_known[at], found.undated_count
    )

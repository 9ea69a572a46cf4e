"""The events of a selection as the timeline chart wants them: lane, family, label, status."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dateline.model import ProblemKind, Status
from dateline.views.coded import Numbers
from dateline.views.days import as_day, when
from dateline.views.event_index import indexed
from dateline.views.events import undated
from dateline.views.families import Family
from dateline.views.groups import NOBODY
from dateline.views.lanes import DECLARED, USUAL, LaneBy, LaneOrder, Lanes, group_of, lane_names
from dateline.views.story import Story

MOST_LANES = 7
NO_DATE_WORDS = "no words that date it"
OTHERS = "others"
OTHERS_NAME = "Others"


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the timeline."""

    lane_id: str
    name: str


def lanes(story: Story, laid: Lanes = USUAL) -> dict[str, Lane]:
    """The lane of each group of events, in order, over the whole story.

    The selection is no input: a filter may empty a lane, but never moves an event to another.
    """
    found: dict[str, Lane] = story.remember(("lanes", laid), lambda: _lanes(story, laid))
    return found


def _lanes(story: Story, laid: Lanes) -> dict[str, Lane]:
    names = lane_names(story, laid.by)
    found = group_of(story, laid.by).tally()
    order = [name for name in laid.first if name in found]
    order += [name for name in _ordered(story, found, names, laid) if name not in order]
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    shown = {name: Lane(name, names.get(name, name)) for name in kept}
    return {name: shown.get(name, Lane(OTHERS, OTHERS_NAME)) for name in order}


def lane_choices(story: Story, by: LaneBy) -> dict[str, str]:
    """Every lane that the story can have, by its id, busiest first."""

    def count() -> dict[str, str]:
        names, counts = lane_names(story, by), group_of(story, by).tally()
        return {name: names.get(name, name) for name in sorted(counts, key=lambda n: -counts[n])}

    found: dict[str, str] = story.remember(("lane choices", by), count)
    return found


def _ordered(story: Story, counts: dict[str, int], names: dict[str, str], laid: Lanes) -> list[str]:
    """The groups that occur; the one that stands for no actor comes last."""
    keys: dict[str, tuple[Any, ...]]
    match laid.order:
        case LaneOrder.EARLIEST:
            group, rank = group_of(story, laid.by), indexed(story).rank
            first = np.full(len(group.values), len(rank))
            np.minimum.at(first, group.codes, rank)
            starts = dict(zip(group.values, first.tolist(), strict=True))
            keys = {name: (starts[name], name) for name in counts}
        case LaneOrder.NAME:
            keys = {name: (names.get(name, name).casefold(), name) for name in counts}
        case _ if laid.by in DECLARED:
            declared = list(names)
            keys = {name: (declared.index(name), name) for name in counts}
        case _:
            keys = {name: (-counts[name], name) for name in counts}
    return sorted(keys, key=lambda name: (name == NOBODY, keys[name]))


@dataclass(frozen=True, slots=True)
class Laned:
    """The number of each event's lane, over the whole story, and the lanes by their numbers."""

    number: Numbers
    lanes: tuple[Lane, ...]


def laned(story: Story, laid: Lanes) -> Laned:
    """Which lane each event of the story is in."""
    found: Laned = story.remember(("laned", laid), lambda: _laned(story, laid))
    return found


def _laned(story: Story, laid: Lanes) -> Laned:
    lane_of = lanes(story, laid)
    kept = tuple(dict.fromkeys(lane_of.values()))
    group = group_of(story, laid.by)
    number = [kept.index(lane_of[name]) if name in lane_of else 0 for name in group.values]
    return Laned(group.looked_up(number), kept)


def timeline_rows(story: Story, events: pd.DataFrame, laid: Lanes = USUAL) -> pd.DataFrame:
    """One row per event in the given order, with what a mark has to say.

    *events* are some of the story's.
    """
    index, in_lane = indexed(story), laned(story, laid)
    at = index.positions_of(events["event_id"])
    number = in_lane.number[at]
    family = pd.Series([index.family.values[code] for code in index.family.codes[at]], dtype="str")
    rows = pd.DataFrame(
        {
            "event_id": events["event_id"].array,
            "title": events["title"].array,
            "lane": pd.array([in_lane.lanes[n].lane_id for n in number], dtype="str"),
            "lane_name": pd.array([in_lane.lanes[n].name for n in number], dtype="str"),
            "lane_rank": number.astype("int64"),
            "family": family,
            "kind": events["kind"].astype("str").array,
            "first_day": events["first_day"].array,
            "last_day": events["last_day"].array,
            "precision": events["precision"].astype("str").fillna("").array,
            "status": events["status"].astype("str").array,
            "is_undated": undated(events).array,
            "is_planned": (events["status"] == Status.PLANNED).array,
            "publisher_count": events["publisher_count"].array,
            "article_count": events["article_count"].array,
            "affirmed_count": index.affirmed[at],
            "denied_count": index.denied[at],
        }
    )
    # Of a denial, "denied" says what its family says already.
    rows["is_disputed"] = rows["status"].isin([Status.CONTESTED, Status.DENIED]) & (
        rows["family"] != Family.DENIAL
    )
    rows["when"] = _when(rows)
    return rows


def _when(rows: pd.DataFrame) -> pd.Series:
    """The days of each row in words; the same days are put into words once."""
    keys = ["first_day", "last_day", "precision"]
    number = rows.groupby(keys, dropna=False, sort=False).ngroup()
    distinct = rows[keys][~number.duplicated()]
    words = [when(as_day(first), as_day(last), precision)
             for first, last, precision in distinct.itertuples(index=False)]  # fmt: skip
    return number.map(dict(zip(number[~number.duplicated()], words, strict=True)))


def undated_reasons(story: Story, events: pd.DataFrame) -> pd.Series:
    """Why each of *events* has no date: words that could not be read, or none at all."""
    index = indexed(story)
    told = index.told.of_events(index.positions_of(events["event_id"]))
    unread = story.problems[story.problems["kind"] == ProblemKind.UNRESOLVED_DATE]
    pairs = told[["event_id", "article_id", "sentence_start", "sentence_end"]].merge(
        unread[["article_id", "start", "end", "text"]], on="article_id"
    )
    inside = (pairs["sentence_start"] <= pairs["start"]) & (pairs["end"] <= pairs["sentence_end"])
    words = pairs[inside].drop_duplicates(["event_id", "text"]).groupby("event_id")["text"]
    unreadable = {event_id: "”, “".join(found) for event_id, found in words}
    reasons = [
        f"“{unreadable[event_id]}” names no day" if event_id in unreadable else NO_DATE_WORDS
        for event_id in events["event_id"]
    ]
    return pd.Series(reasons, index=events.index, dtype="str")


def period(story: Story) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that any dated event states, or None where none does."""

    def look() -> tuple[dt.date, dt.date] | None:
        index = indexed(story)
        return index.ends(index.order[: index.dated_count])

    found: tuple[dt.date, dt.date] | None = story.remember("period", look)
    return found

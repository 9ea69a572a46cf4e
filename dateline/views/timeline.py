"""The events of a selection as the timeline chart wants them: lane, family, label, status."""

from dataclasses import dataclass

import pandas as pd

from dateline.model import Status
from dateline.views.days import as_day, when
from dateline.views.events import undated
from dateline.views.families import Family, families
from dateline.views.groups import NOBODY, groups
from dateline.views.story import Story

MOST_LANES = 7
OTHERS = "others"
OTHERS_NAME = "Others"


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the timeline."""

    lane_id: str
    name: str


def lanes(story: Story) -> dict[str, Lane]:
    """The lane of each group of actors, busiest first, over the whole story.

    The selection is no input: a filter may empty a lane, but never moves an event to another.
    """
    known = groups(story.actors)
    counts = story.events["actor_ids"].map(known.of).value_counts()
    order = sorted(counts.index, key=lambda group: (group == NOBODY, -counts[group], group))
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    found = {group: Lane(group, known.name(group)) for group in kept}
    return {group: found.get(group, Lane(OTHERS, OTHERS_NAME)) for group in order}


def timeline_rows(story: Story, events: pd.DataFrame) -> pd.DataFrame:
    """One row per event in the given order, with what a mark has to say."""
    known, lane_of = groups(story.actors), lanes(story)
    order = list(dict.fromkeys(lane.lane_id for lane in lane_of.values()))
    group = events["actor_ids"].map(known.of)
    rows = pd.DataFrame(
        {
            "event_id": events["event_id"],
            "title": events["title"],
            "lane": [lane_of[name].lane_id for name in group],
            "lane_name": [lane_of[name].name for name in group],
            "family": families(events, story.mentions),
            "kind": events["kind"].astype("str"),
            "first_day": events["first_day"],
            "last_day": events["last_day"],
            "precision": events["precision"].astype("str").fillna(""),
            "status": events["status"].astype("str"),
            "is_undated": undated(events),
            "is_planned": events["status"] == Status.PLANNED,
            "publisher_count": events["publisher_count"],
            "article_count": events["article_count"],
        }
    )
    # Of a denial, "denied" says what its family says already.
    rows["is_disputed"] = rows["status"].isin([Status.CONTESTED, Status.DENIED]) & (
        rows["family"] != Family.DENIAL
    )
    rows["when"] = [
        when(as_day(row.first_day), as_day(row.last_day), row.precision)
        for row in rows.itertuples()
    ]
    rows["lane_rank"] = rows["lane"].map({name: rank for rank, name in enumerate(order)})
    return rows.reset_index(drop=True)


def period(story: Story) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The first and the last day that any dated event states, or None where none does."""
    days = pd.concat([story.events["first_day"], story.events["last_day"]]).dropna()
    return None if days.empty else (days.min(), days.max())

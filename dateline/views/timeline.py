"""The events of a selection as the timeline chart wants them: lane, family, label, status."""

from dataclasses import dataclass

import pandas as pd

from dateline.model import ProblemKind, Status
from dateline.views.days import as_day, when
from dateline.views.events import FAR_FUTURE, undated
from dateline.views.families import Family, families
from dateline.views.groups import NOBODY
from dateline.views.ids import mapped
from dateline.views.lanes import USUAL, LaneBy, LaneOrder, Lanes, group_of, lane_names
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
    names = lane_names(story, laid.by)
    group = group_of(story, story.events, laid.by)
    found = set(group)
    order = [name for name in laid.first if name in found]
    order += [name for name in _ordered(story, group, names, laid) if name not in order]
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    shown = {name: Lane(name, names.get(name, name)) for name in kept}
    return {name: shown.get(name, Lane(OTHERS, OTHERS_NAME)) for name in order}


def lane_choices(story: Story, by: LaneBy) -> dict[str, str]:
    """Every lane that the story can have, by its id, busiest first."""
    names = lane_names(story, by)
    busiest = group_of(story, story.events, by).value_counts().index
    return {name: names.get(name, name) for name in busiest}


def _ordered(story: Story, group: pd.Series, names: dict[str, str], laid: Lanes) -> list[str]:
    """The groups that occur; the one that stands for no actor comes last."""
    counts = group.value_counts()
    match laid.order:
        case LaneOrder.EARLIEST:
            start = story.events["first_day"].fillna(story.events["last_day"]).fillna(FAR_FUTURE)
            first = start.groupby(group).min()
            keys = {name: (first[name], name) for name in counts.index}
        case LaneOrder.NAME:
            keys = {name: (names.get(name, name).casefold(), name) for name in counts.index}
        case _ if laid.by in (LaneBy.FAMILY, LaneBy.STATUS):
            declared = list(names)
            keys = {name: (declared.index(name), name) for name in counts.index}
        case _:
            keys = {name: (-counts[name], name) for name in counts.index}
    return sorted(keys, key=lambda name: (name == NOBODY, keys[name]))


def timeline_rows(story: Story, events: pd.DataFrame, laid: Lanes = USUAL) -> pd.DataFrame:
    """One row per event in the given order, with what a mark has to say."""
    lane_of = lanes(story, laid)
    order = list(dict.fromkeys(lane.lane_id for lane in lane_of.values()))
    group = group_of(story, events, laid.by)
    rows = pd.DataFrame(
        {
            "event_id": events["event_id"],
            "title": events["title"],
            "lane": mapped(group, lambda name: lane_of[name].lane_id),
            "lane_name": mapped(group, lambda name: lane_of[name].name),
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
    rows["when"] = _when(rows)
    rank = {name: at for at, name in enumerate(order)}
    rows["lane_rank"] = mapped(rows["lane"], lambda name: f"{rank[name]:03d}").astype("int64")
    return rows.reset_index(drop=True)


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
    told = story.mentions[story.mentions["event_id"].isin(events["event_id"])]
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


def period(story: Story) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The first and the last day that any dated event states, or None where none does."""
    days = pd.concat([story.events["first_day"], story.events["last_day"]]).dropna()
    return None if days.empty else (days.min(), days.max())

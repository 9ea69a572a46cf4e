"""Which events match what the reader chose, in the order of a timeline."""

import numpy as np
import pandas as pd

from dateline.views.coded import Mask
from dateline.views.event_index import FAR_FUTURE, FAR_PAST, EventIndex, folded, indexed, naming
from dateline.views.ids import slug
from dateline.views.selection import Selection
from dateline.views.story import Story

__all__ = ["FAR_FUTURE", "FAR_PAST"]


def select_events(story: Story, selection: Selection) -> pd.DataFrame:
    """Events that match every choice, earliest first, the undated last.

    With days chosen, an event belongs if it *can* have happened then; one without a date could
    have happened at any time, which is no reason to list it under a week, so it is left out.
    """
    index = indexed(story)
    wanted = both(matches(story, selection))
    order = index.order if wanted is None else index.order[wanted[index.order]]
    return story.events.iloc[order]


Masks = dict[str, Mask]


def matches(story: Story, selection: Selection) -> Masks:
    """For each choice that is made, by its name, whether each event matches it.

    Publishers and stances are asked of the same sentence, and so are one choice: ``tellings``.
    """
    index, found = indexed(story), Masks()
    if selection.has_days:
        found["days"] = _can_meet(index, selection)
    if selection.families:
        found["families"] = index.family.among(selection.families)
    if selection.kinds:
        found["kinds"] = index.kind.among(selection.kinds)
    if selection.actors:
        members = frozenset(with_members(story.actors, selection.actors))
        found["actors"] = index.involved.where(naming(members))
    if selection.targets:
        members = frozenset(with_members(story.actors, selection.targets))
        found["targets"] = index.targets.where(naming(members))
    if selection.places:
        found["places"] = index.place.among(set(selection.places) - {""})
    if selection.statuses:
        found["statuses"] = index.status.among(selection.statuses)
    if selection.least_publishers > 1:
        found["least_publishers"] = index.publishers >= selection.least_publishers
    if selection.publishers or selection.stances:
        found["tellings"] = index.told.events_by(
            selection.publishers, selection.stances, len(index)
        )
    if selection.words:
        found["query"] = np.logical_and.reduce([index.says(word) for word in selection.words])
    return found


def both(masks: Masks) -> Mask | None:
    """The events that match all of *masks*; None where there are none to match."""
    return np.logical_and.reduce(list(masks.values())) if masks else None


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Events by the first day they can have happened on; an open start counts by its end."""
    start = events["first_day"].fillna(events["last_day"])
    order = events.assign(_start=start).sort_values(
        ["_start", "last_day", "event_id"], na_position="last", kind="stable"
    )
    return order.drop(columns="_start")


def undated(events: pd.DataFrame) -> pd.Series:
    """Whether an event has no date at all, rather than an open end."""
    return events["first_day"].isna() & events["last_day"].isna()


def left_out_for_days(story: Story, selection: Selection) -> int:
    """How many undated events the chosen days alone keep off the screen."""
    return int(indexed(story).is_undated.sum()) if selection.has_days else 0


def with_members(actors: pd.DataFrame, chosen: tuple[str, ...]) -> set[str]:
    """The chosen actors; a state brings everybody and everything of its country along."""
    picked = actors[actors["actor_id"].isin(chosen)]
    countries = picked[(picked["kind"] == "state") & (picked["country"] != "")]["country"]
    members = actors[actors["country"].isin(countries)]["actor_id"]
    return set(chosen) | set(members)


def publishers_of(articles: pd.DataFrame) -> pd.Series:
    """The slug of each article's publisher, by article_id."""
    return pd.Series(
        [slug(name) for name in articles["publisher"]], index=articles["article_id"], dtype="str"
    )


def _can_meet(index: EventIndex, selection: Selection) -> Mask:
    """An open end, which is day 0, reaches as far as anybody asks."""
    found = ~index.is_undated
    if selection.last:
        found &= index.first <= selection.last.toordinal()
    if selection.first:
        found &= (index.last == 0) | (index.last >= selection.first.toordinal())
    return found


def _holds_all(texts: pd.Series, words: tuple[str, ...]) -> pd.Series:
    found_in = folded(texts)
    found = pd.Series(True, index=texts.index)
    for word in words:
        found &= found_in.str.contains(word, regex=False)
    return found


def search_rows(frame: pd.DataFrame, words: tuple[str, ...]) -> pd.DataFrame:
    """Rows of any table whose text columns hold every word between them."""
    if not words or frame.empty:
        return frame
    columns = [frame[name].astype("str").fillna("") for name in frame.columns]
    joined = columns[0]
    for column in columns[1:]:
        joined = joined + " " + column
    return frame[_holds_all(joined, words)]

"""Events and claims together: in one order, and which belongs to which."""

import datetime as dt

import pandas as pd

from dateline.views.claim_view import ClaimFrames
from dateline.views.days import as_day
from dateline.views.listing import Listing
from dateline.views.story import Story

MOST_EVENTS = 1000


def in_one_order(found: Listing, frames: ClaimFrames, claims: dict[str, str]) -> dict[str, str]:
    """Dated events and *claims* (with denials) in words, by id, by the day they stand for.

    An event stands for its first day, a claim for the day of its report; of one day, events come
    first.
    """
    count = min(found.dated_count, MOST_EVENTS)
    events, words = found.events(slice(count)), found.words(0, count)
    start = events["first_day"].fillna(events["last_day"])
    days = {str(name): as_day(day) for name, day in zip(events["event_id"], start, strict=True)}
    reported = {**_reported(frames.rows, "estimate_id"), **_reported(frames.denials, "item_id")}
    said = {**claims, **words}
    order = sorted(
        said,
        key=lambda name: (days.get(name) or reported.get(name) or dt.date.max, name not in days),
    )
    return {name: said[name] for name in order}


def _reported(rows: pd.DataFrame, key: str) -> dict[str, dt.date | None]:
    return {
        str(name): as_day(day) for name, day in zip(rows[key], rows["reported_day"], strict=True)
    }


def partners(story: Story, item_id: str | None) -> tuple[str | None, str | None]:
    """The event and the claim to point at when one of them is chosen: an estimate leads to its
    event, an event to the first claim that is told with it."""
    if item_id is None:
        return None, None
    claims = story.estimates
    mine = claims[claims["estimate_id"] == item_id]
    if len(mine):
        return str(mine["event_id"].iloc[0]) or None, item_id
    told = claims[claims["event_id"] == item_id].sort_values("reported_day", kind="stable")
    return item_id, str(told["estimate_id"].iloc[0]) if len(told) else item_id

"""What became known between two days: events that are new, narrowed, confirmed or contradicted."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pandas as pd

from dateline.model import Status
from dateline.views.days import as_day, when
from dateline.views.events import FAR_FUTURE, FAR_PAST, in_order
from dateline.views.story import Story


class Change(StrEnum):
    """How an event differs between two days; what overturns something known comes first."""

    CONTRADICTED = "contradicted"  # somebody denies what nobody had denied
    CONFIRMED = "confirmed"
    STATUS = "status"  # any other change of where it stands: what was planned is reported
    NARROWED = "narrowed"  # fewer days than before, all of them among those
    REDATED = "redated"
    CORROBORATED = "corroborated"  # told by more independent publishers
    NEW = "new"


CHANGE_NAMES = {
    Change.CONTRADICTED: "Contradicted",
    Change.CONFIRMED: "Confirmed",
    Change.STATUS: "Status changed",
    Change.NARROWED: "Date narrowed",
    Change.REDATED: "Date changed",
    Change.CORROBORATED: "More publishers",
    Change.NEW: "New",
}
_DISPUTED = (Status.CONTESTED, Status.DENIED)


def changes(before: Story, now: Story) -> pd.DataFrame:
    """One row for each change of each event from *before* to *now*: by change, then by day.

    Columns: event_id, title (as now), change, before and now (in words; before is empty for what
    is new). Both are the same story as known on two days, the earlier one first.
    """
    events = _differing(before.events, now.events)
    there = before.events[before.events["event_id"].isin(events["event_id"])]
    known = there.set_index("event_id").to_dict("index")
    rows = [
        {"event_id": event["event_id"], "title": event["title"], "change": str(change)} | words
        for event in in_order(events).to_dict("records")
        for change, words in _changes(known.get(event["event_id"]), event)
    ]
    columns = ["event_id", "title", "change", "before", "now"]
    rank = {str(change): number for number, change in enumerate(Change)}
    rows.sort(key=lambda row: rank[row["change"]])
    return pd.DataFrame(rows, columns=columns, dtype="str")


def _differing(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The events of *now* that are new or differ: of many, few."""
    shown = ["event_id", "first_day", "last_day", "edtf", "status", "publisher_count"]
    same = now[shown].merge(before[shown])["event_id"]
    return now[~now["event_id"].isin(same)]


def _changes(
    before: dict[Any, Any] | None, now: dict[Any, Any]
) -> Iterator[tuple[Change, dict[str, str]]]:
    def words(old: str, new: str) -> dict[str, str]:
        return {"before": old, "now": new}

    days_now = _days(now)
    if before is None:
        yield Change.NEW, words("", f"{days_now}; {now['status']}")
        return
    if before["status"] != now["status"]:
        yield _status_change(before, now), words(str(before["status"]), str(now["status"]))
    if (days_before := _days(before)) != days_now:
        yield _date_change(before, now), words(days_before, days_now)
    if now["publisher_count"] > before["publisher_count"]:
        counts = before["publisher_count"], now["publisher_count"]
        yield Change.CORROBORATED, words(*(f"{count}" for count in counts))


def _status_change(before: dict[Any, Any], now: dict[Any, Any]) -> Change:
    if now["status"] in _DISPUTED and before["status"] not in _DISPUTED:
        return Change.CONTRADICTED
    return Change.CONFIRMED if now["status"] == Status.CONFIRMED else Change.STATUS


def _date_change(before: dict[Any, Any], now: dict[Any, Any]) -> Change:
    """An open end lies further out than any day."""
    (first_before, last_before), (first_now, last_now) = _ends(before), _ends(now)
    is_within = first_before <= first_now and last_now <= last_before
    return Change.NARROWED if is_within else Change.REDATED


def _ends(event: dict[Any, Any]) -> tuple[pd.Timestamp, pd.Timestamp]:
    first, last = event["first_day"], event["last_day"]
    return FAR_PAST if pd.isna(first) else first, FAR_FUTURE if pd.isna(last) else last


def _days(event: dict[Any, Any]) -> str:
    first, last = as_day(event["first_day"]), as_day(event["last_day"])
    precision = event["precision"]
    return when(first, last, "" if pd.isna(precision) else str(precision))

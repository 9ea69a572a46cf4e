"""Look for the events a reader of the five articles expects, in the tables a build gave."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

Case = Mapping[str, Any]


def matching_events(case: Case, events: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The events of the case's kinds told by a sentence with its words and by its actors."""
    told = mentions[
        mentions["kind"].astype(str).isin(case["kinds"])
        & mentions["sentence"].str.contains(case["words"], regex=True)
    ]
    if "actors" in case:
        names = told["actor_ids"].str.split(";")
        told = told[_all_in(case["actors"], names)]
    found = events[events["event_id"].isin(told["event_id"])]
    if "named" in case:
        named = (found["actor_ids"] + ";" + found["target_ids"]).str.split(";")
        found = found[_all_in(case["named"], named)]
    return found


def _all_in(wanted: list[str], lists: pd.Series) -> pd.Series:
    return pd.Series([set(wanted) <= set(ids) for ids in lists], index=lists.index, dtype=bool)


def faults(case: Case, events: pd.DataFrame, mentions: pd.DataFrame) -> list[str]:
    """What does not hold of a case; empty where exactly one event fits it in all it says."""
    fits = [
        event
        for event in matching_events(case, events, mentions).itertuples()
        if not _misdated(case, event)
    ]
    if not fits:
        seen = matching_events(case, events, mentions)
        return [f"no such event; near: {seen[['event_id', 'edtf']].to_dict('records')}"]
    found = []
    if len(fits) > 1:
        found.append(f"told as {len(fits)} events: {[event.event_id for event in fits]}")
    event = max(fits, key=lambda event: event.article_count)
    told = mentions[mentions["event_id"] == event.event_id]
    if event.article_count < case["articles"]:
        found.append(f"{event.article_count} of {case['articles']} articles tell it")
    if "precision" in case and str(event.precision) != case["precision"]:
        found.append(f"precision is {event.precision}")
    if "status" in case and str(event.status) not in case["status"]:
        found.append(f"status is {event.status}")
    if "stances" in case and not set(case["stances"]) & set(told["stance"].astype(str)):
        found.append(f"stances are {sorted(set(told['stance'].astype(str)))}")
    if "attributed" in case:
        voices = {voice for ids in told["attributed_to"] for voice in re.split(";", ids)}
        if not set(case["attributed"]) <= voices:
            found.append(f"attributed to {sorted(voices)}")
    return found


def _misdated(case: Case, event: Any) -> bool:
    if "edtf" in case:
        return bool(event.edtf != case["edtf"])
    if pd.isna(event.first_day) or pd.isna(event.last_day):
        return True
    # The days must lie within what the words allow, and not be narrowed away from them.
    return bool(
        event.first_day < pd.Timestamp(case["first"]) or event.last_day > pd.Timestamp(case["last"])
    )

"""Events with their days, for formats that need a day; what has none is counted as left out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from dateline.export.shown import Shown, left_out_words
from dateline.views.days import as_day, when

UNDATED = "no date in the text"

Event = dict[Any, Any]


def dated(rows: pd.DataFrame) -> tuple[list[Event], dict[str, int]]:
    """The events that have a day, as dictionaries, and how many have none."""
    known = rows["first_day"].notna() | rows["last_day"].notna()
    return rows[known].to_dict("records"), {UNDATED: int((~known).sum())}


def first_day(event: Event) -> date:
    """The first day it can have happened on; of an open beginning, the day that is known."""
    day = as_day(event["first_day"]) or as_day(event["last_day"])
    assert day is not None, "undated events are left out"
    return day


def last_day(event: Event) -> date:
    """The last day; of an open end, the day that is known."""
    return as_day(event["last_day"]) or first_day(event)


def is_exact(event: Event) -> bool:
    return str(event["precision"]) == "day"


def when_words(event: Event) -> str:
    """Its days in words that say how well they are known."""
    precision = event["precision"]
    words = "" if pd.isna(precision) else str(precision)
    return when(as_day(event["first_day"]), as_day(event["last_day"]), words)


def about(shown: Shown, left_out: Mapping[str, int]) -> str:
    """Where the rows come from and what is missing, in one line for a format's own description."""
    said = [f"{what}: {value}" for what, value in shown.provenance().items() if value]
    lost = left_out_words(left_out)
    return "; ".join([*said, lost] if lost else said)

"""Our readings in the form that TIMEX3 scorers take: ``tag(text, dct)``.

A weekday or "yesterday" with a time of day ("Tuesday night") is given as the DATE of its day, the
time passed over; words that name a time and no day ("tonight", "last night") are a TIME. An
interval is given as its two ends.
"""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline.extract.timex import read_dates


def tag(text: str, dct: str) -> list[tuple[int, int, str, str]]:
    """Every TIMEX3 expression of *text* as (start, end, type, value)."""
    return [
        (timex.start, timex.end, timex.kind, timex.value)
        for reading in read_dates(text, date.fromisoformat(dct))
        for timex in reading.timexes
    ]

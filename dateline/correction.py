"""What a person overrules of the machine's reading, with a reason: one line of corrections.csv."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model import DateRange, Precision


class CorrectionKind(StrEnum):
    """What is done to an event. `Correction.value` says what that needs."""

    RETITLE = "retitle"  # the title
    REDATE = "redate"  # the days, as `read_days` takes them
    REKIND = "rekind"  # the kind
    SPLIT = "split"  # the ids of the mentions that tell another event, separated by ';'
    MERGE = "merge"  # the event that it is told to be
    HIDE = "hide"  # nothing


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of corrections.csv. `event` is an event's id, or the id of a mention of it."""

    kind: CorrectionKind
    event: str
    value: str
    reason: str
    line: int


_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNDATED = "undated"
DAYS_EXPECTED = (
    "2024-10-08 (a day), 2024-10 (a month), 2024 (a year), 2024-10-01/2024-10-18 (all of these "
    "days), [2024-10-01..2024-10-18] (one of them), 2024-10-01/.. or ../2024-10-18 (an open end), "
    f"or {UNDATED}"
)


def read_days(text: str) -> DateRange | None:
    """The days that *text* states in EDTF (ISO 8601-2), None for ``undated``.

    Raises ValueError for anything else.
    """
    if text == UNDATED:
        return None
    if text.startswith("[") and text.endswith("]"):
        first, separator, last = text[1:-1].partition("..")
        if not separator:
            raise ValueError(f"{text!r} has no '..' between its first and last day")
        return DateRange(_unit(first).first, _unit(last).last, Precision.PART)
    first, separator, last = text.partition("/")
    if not separator:
        return _unit(text)
    return DateRange(
        None if first == ".." else _unit(first).first,
        None if last == ".." else _unit(last).last,
        Precision.INTERVAL,
    )


def _unit(text: str) -> DateRange:
    """A day, a month or a year."""
    if _YEAR.fullmatch(text):
        return DateRange.around(date(int(text), 1, 1), Precision.YEAR)
    if _MONTH.fullmatch(text):
        return DateRange.around(date.fromisoformat(f"{text}-01"), Precision.MONTH)
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no day, month or year")
    return DateRange.day(date.fromisoformat(text))

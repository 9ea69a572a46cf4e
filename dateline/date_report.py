"""What was read of every date in a text, for people (a table) and for programs (JSON lines).

Both say the same of each expression: the words and where they stand, the rule that saw them, what
they hang on, and then either the days they mean, with their EDTF and TIMEX3 forms, or why they
could not be read. An interval has two TIMEX3 expressions, one for each of its ends.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dateline.extract.timex import read_dates
from dateline.extract.timex.readings import Reading
from dateline.model import Unresolved

COLUMNS = (
    "start", "end", "text", "rule", "basis", "first", "last", "precision", "edtf", "timex3",
    "unresolved",
)  # fmt: skip
_NUMBERS = {"start", "end"}  # set to the right


def rows(text: str, published: date) -> list[dict[str, Any]]:
    """A row for each date expression of *text*, in reading order, with `COLUMNS` as its keys.

    An open end of a range is `None`; so is all that an unresolved expression does not have.
    """
    return [_row(text, reading) for reading in read_dates(text, published)]


def json_lines(text: str, published: date) -> Iterator[str]:
    """Each row as a JSON object, in ASCII: it survives every terminal and pipe."""
    for row in rows(text, published):
        yield json.dumps(row)


def table(text: str, published: date) -> Iterator[str]:
    """A heading and a line for each row, in columns as wide as what they hold."""
    lines = [list(COLUMNS)]
    lines += [[_cell(row[column]) for column in COLUMNS] for row in rows(text, published)]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    for cells in lines:
        padded = [
            cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
            for column, cell, width in zip(COLUMNS, cells, widths, strict=True)
        ]
        yield "  ".join(padded).rstrip()


FORMATS: dict[str, Callable[[str, date], Iterator[str]]] = {"table": table, "jsonl": json_lines}


def _row(text: str, reading: Reading) -> dict[str, Any]:
    sighting, days = reading.sighting, reading.reading
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "start": sighting.start,
        "end": sighting.end,
        "text": text[sighting.start : sighting.end],
        "rule": sighting.rule.name,
        "basis": str(reading.basis),
        "timex3": [
            {"start": timex.start, "end": timex.end, "type": timex.kind, "value": timex.value}
            for timex in reading.timexes
        ],
    }
    if isinstance(days, Unresolved):
        return row | {"unresolved": days.reason}
    return row | {
        "first": days.first.isoformat() if days.first else None,
        "last": days.last.isoformat() if days.last else None,
        "precision": str(days.precision),
        "edtf": days.edtf,
    }


def _cell(value: object) -> str:
    """A value on one line of a table; empty where there is none."""
    if isinstance(value, list):
        return ", ".join(f"{timex['type']} {timex['value']}" for timex in value)
    return "" if value is None else " ".join(str(value).split())

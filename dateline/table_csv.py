"""A declared table as CSV text and back: one way to write a value, and no other way to read it.

Days are ISO 8601, lines end in LF, booleans are `true` and `false`, a whole number is written
without `.0` whatever the column's type, and a missing value is an empty cell. Reading is as strict:
`2024-10` is no day, and a cell is never bent into the column's type.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from dateline.datapackage import field_type
from dateline.errors import SchemaError
from dateline.schema import Table, conform

# What a cell may look like; text cells are free. Python's int and float also take "٣" and "nan".
CELLS = {
    "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day as YYYY-MM-DD"),
    "integer": (r"-?[0-9]{1,18}", "a whole number"),
    "number": (r"-?[0-9]{1,300}(?:\.[0-9]{1,400})?", "a number"),
    "boolean": (r"true|false", "true or false"),
}

# The csv module refuses cells of over 128 KiB unless told; a sentence may be as long as an article.
csv.field_size_limit(64 * 1024 * 1024)


def render(frame: pd.DataFrame, table: type[Table], columns: Sequence[str] = ()) -> str:
    """The table as CSV; a frame that does not match its declaration is a `SchemaError`.

    With *columns*, those alone.
    """
    valid = conform(frame, table)
    names = columns or list(table.columns())
    columns_of_cells = [_cells(valid[name], field_type(table.columns()[name])) for name in names]
    lines = [",".join(names), *map(",".join, zip(*columns_of_cells, strict=True))]
    return "\n".join(lines) + "\n"


def parse(content: bytes, table: type[Table]) -> pd.DataFrame:
    """The table in its declared types, or a `SchemaError` with everything that is wrong."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SchemaError(table.table_name(), [f"not a CSV file in UTF-8 ({error})"]) from error
    declared = list(table.columns())
    if not rows or rows[0] != declared:
        found = ", ".join(rows[0]) if rows else "nothing"
        raise SchemaError(table.table_name(), [f"columns are {found}, not {', '.join(declared)}"])
    for number, row in enumerate(rows[1:], 1):
        if len(row) != len(declared):
            problem = f"row {number} has {len(row)} cells, not {len(declared)}"
            raise SchemaError(table.table_name(), [problem])
    raw = pd.DataFrame(rows[1:], columns=declared, dtype="str")
    problems: list[str] = []
    values = {}
    for name, column in table.columns().items():
        kind = field_type(column)
        values[name] = raw[name] if kind == "string" else raw[name].where(raw[name] != "")
        if kind in CELLS:
            pattern, expected = CELLS[kind]
            # An empty cell is a missing value, and `conform` knows who may have one; a boolean
            # has no missing value to become.
            empty = (raw[name] == "") & (kind != "boolean")
            bad = raw[name][~empty & ~raw[name].str.fullmatch(pattern)]
            problems += [f"{name}: {cell!r} is not {expected}" for cell in bad.head(1)]
        if kind == "boolean":
            values[name] = raw[name] == "true"
        elif column.dtype is not None and str(column.dtype) == "category":
            values[name] = raw[name].where(raw[name] != "")
    if problems:
        raise SchemaError(table.table_name(), problems)
    return conform(pd.DataFrame(values), table)


def _quoted(cell: str) -> str:
    # Not csv.writer: with LF for a line end it leaves a CR bare, and no reader finds its way back.
    return f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if _MARKS.search(cell) else cell


_QUOTE, _MARKS = '"', re.compile('[,"\n\r]')


def _cells(column: pd.Series, kind: str) -> list[str]:
    """Every value of a column as it stands in the file, quoted where it has to be.

    A table has few values and many cells, but for its texts, so each value is written once.
    """
    if kind == "date":
        # Not strftime, which writes the year 476 as it likes.
        return _once(column, lambda days: np.datetime_as_string(days.astype("datetime64[D]")))
    if isinstance(column.dtype, pd.CategoricalDtype) or kind != "string":
        return _once(column, lambda values: [_cell(value, kind) for value in values])
    texts: list[str] = column.fillna("").tolist()
    # One search over all of them: few texts need quotes, and most columns have none that does.
    if _MARKS.search("".join(texts)):
        return [_quoted(text) for text in texts]
    return texts


def _once(column: pd.Series, written: Callable[[Any], Iterable[Any]]) -> list[str]:
    """The cells of a column, of which each value that occurs is *written* once."""
    codes, values = pd.factorize(column)
    cells = [_quoted(str(value)) for value in written(np.asarray(values))]
    found: list[str] = np.array([*cells, ""], dtype="object")[codes].tolist()
    return found


def _cell(value: Any, kind: str) -> str:
    match kind:
        case "boolean":
            return "true" if value else "false"
        case "integer":
            return str(int(value))
        case "number":
            number = float(value)
            return str(int(number)) if number.is_integer() else np.format_float_positional(number)
        case _:
            return str(value)

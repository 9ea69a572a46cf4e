"""Rows as files for programs and spreadsheets, all of them, in the columns that were chosen.

Texts are written as they are, but for what a format cannot hold: XML has no control characters.
"""

import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from json.encoder import encode_basestring
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from dateline import datapackage, table_csv
from dateline.charts.escape import plain
from dateline.export.shown import Exported, Shown

RISKY = ("=", "+", "-", "@", "\t", "\r")
MOST_ROWS, MOST_LETTERS = 1_048_575, 32_767  # of a sheet below its head, and of a cell
EARLIEST = "1900-03-01"  # the first day that every spreadsheet counts alike; others are text
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook says when it was made; the clock is not asked


def csv(shown: Shown) -> Exported:
    """CSV as the files in data/ are written: for programs, cell by cell what the table holds."""
    text = table_csv.render(shown.rows, shown.table, shown.names)
    return Exported(text.encode("utf-8"))


def csv_for_spreadsheets(shown: Shown) -> Exported:
    """CSV that a spreadsheet opens as text: a byte-order mark, and no cell that it would run.

    A text that begins like a formula gets an apostrophe in front, as people write it by hand.
    """
    guarded = shown.rows.copy()
    for name in guarded.columns:
        if pd.api.types.is_string_dtype(guarded[name]) and guarded[name].dtype != "category":
            risky = guarded[name].str.startswith(RISKY).fillna(False)
            guarded[name] = guarded[name].mask(risky, "'" + guarded[name])
    text = table_csv.render(guarded, shown.table, shown.names)
    return Exported(text.encode("utf-8-sig"))


def jsonl(shown: Shown) -> Exported:
    """One JSON object a line; days as ISO 8601, what is missing as null."""
    cells = [_members(shown.rows[name], name) for name in shown.names]
    lines = [f"{{{line}}}\n" for line in map(", ".join, zip(*cells, strict=True))]
    return Exported("".join(lines).encode("utf-8", "replace"))


def _members(column: pd.Series, name: str) -> list[str]:
    """A column as members of objects, its name before every value."""
    start = f"{json.dumps(name, ensure_ascii=False)}: "
    if pd.api.types.is_string_dtype(column) and column.dtype != "category":
        missing = column.isna().tolist()
        return [
            f"{start}null" if is_missing else start + encode_basestring(text)
            for text, is_missing in zip(column.tolist(), missing, strict=True)
        ]
    # Of everything else there are few values: each is written once.
    codes, values = pd.factorize(column)
    if pd.api.types.is_datetime64_dtype(column):
        plainest: list[Any] = _days(pd.Series(values))
    else:
        plainest = np.asarray(values).tolist()
    written = [start + json.dumps(value, ensure_ascii=False) for value in plainest]
    found: list[str] = np.array([*written, f"{start}null"], dtype="object")[codes].tolist()
    return found


def _days(column: pd.Series) -> list[str | None]:
    days = np.datetime_as_string(column.to_numpy().astype("datetime64[D]"))
    return [None if day == "NaT" else str(day) for day in days]


def parquet(shown: Shown) -> Exported:
    """Parquet with the columns in their types, days as dates; provenance and meanings as metadata.

    The file's own metadata holds the provenance under ``dateline``, each field its ``description``.
    """
    frame = shown.rows[shown.names].reset_index(drop=True)
    columns, fields = [], []
    for name in shown.names:
        column = frame[name]
        if column.dtype == "category":
            column = column.astype("str")
        array = pa.Array.from_pandas(column)
        if pd.api.types.is_datetime64_dtype(column):
            array = array.cast(pa.date32())
        meaning = str(shown.table.columns()[name].description or "")
        columns.append(array)
        fields.append(pa.field(name, array.type, metadata={"description": meaning}))
    about = json.dumps(shown.provenance(), ensure_ascii=False).encode("utf-8", "replace")
    schema = pa.schema(fields, metadata={"dateline": about})
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), file)
    return Exported(file.getvalue())


def xlsx(views: Sequence[Shown]) -> Exported:
    """A workbook: a sheet of typed cells for each view, what every column means, and provenance.

    Texts are written as texts, so none is a formula or a link, and a program reads what is there.
    """
    left_out: dict[str, int] = {}
    views = [part for shown in views for part in shown.parts]
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": MADE, "author": "Dateline"})
    names = sheet_names(views)
    for name, shown in zip(names, views, strict=True):
        left_out |= _sheet(book, name, shown)
    _write(book, "columns", ["table", "column", "type", "meaning"], _meanings(views))
    about = [
        (name, what, value)
        for name, shown in zip(names, views, strict=True)
        for what, value in shown.provenance().items()
    ]
    about += [("", what, value) for what, value in _lost(left_out).items()]
    _write(book, "about", ["sheet", "what", "value"], about)
    book.close()
    return Exported(file.getvalue(), left_out)


def sheet_names(views: Sequence[Shown]) -> list[str]:
    """A name for the sheet of each view: its table, and a number where two show the same."""
    tables = [shown.table.table_name() for shown in views]
    return [
        f"{name} {tables[: at + 1].count(name)}" if tables.count(name) > 1 else name
        for at, name in enumerate(tables)
    ]


def _sheet(book: Any, name: str, shown: Shown) -> dict[str, int]:
    """The rows of one view; what a sheet has no room for is counted."""
    rows = shown.rows[shown.names].head(MOST_ROWS)
    sheet = _headed(book, name, shown.names)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    cut = sum(_column(sheet, at, rows[column], day) for at, column in enumerate(shown.names))
    sheet.set_column(0, max(len(shown.names) - 1, 0), 18)
    if len(rows):
        sheet.autofilter(0, 0, len(rows), len(shown.names) - 1)
    return {
        f"{name}: a sheet holds {MOST_ROWS:,} rows": len(shown.rows) - len(rows),
        f"{name}: letters beyond the {MOST_LETTERS:,} of a cell, in so many cells": cut,
    }


def _headed(book: Any, name: str, names: Sequence[str]) -> Any:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for at, head in enumerate(names):
        sheet.write_string(0, at, head, bold)
    sheet.freeze_panes(1, 0)
    return sheet


def _column(sheet: Any, at: int, column: pd.Series, day: Any) -> int:
    """Write one column below its head, typed; the number of cells that were cut."""
    cut = 0
    if pd.api.types.is_datetime64_dtype(column):
        for row, value in enumerate(_days(column), 1):
            if value is not None and value >= EARLIEST:
                sheet.write_datetime(row, at, date.fromisoformat(value), day)
            elif value is not None:
                sheet.write_string(row, at, value)
        return 0
    write = sheet.write_string
    if pd.api.types.is_bool_dtype(column):
        write = sheet.write_boolean
    elif pd.api.types.is_numeric_dtype(column):
        write = sheet.write_number
    for row, value in enumerate(column, 1):
        if pd.isna(value) or value == "":
            continue
        if write == sheet.write_string:
            text = plain(str(value))
            cut += len(text) > MOST_LETTERS
            write(row, at, text[:MOST_LETTERS])
        else:
            write(row, at, value)
    return cut


def _lost(left_out: dict[str, int]) -> dict[str, str]:
    return {f"left out: {why}": str(count) for why, count in left_out.items() if count}


def _meanings(views: Sequence[Shown]) -> list[tuple[str, str, str, str]]:
    """Table, column, type and meaning of everything written, each once."""
    found: dict[tuple[str, str, str, str], None] = {}
    for shown in views:
        for field in datapackage.table_schema(shown.table)["fields"]:
            if field["name"] in shown.names:
                meaning = field.get("description", "")
                found[shown.table.table_name(), field["name"], field["type"], meaning] = None
    return list(found)


def _write(book: Any, name: str, head: list[str], rows: Sequence[tuple[str, ...]]) -> None:
    sheet = _headed(book, name, head)
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, plain(cell))
    for at in range(len(head)):
        sheet.set_column(at, at, 90 if at == len(head) - 1 else 22)

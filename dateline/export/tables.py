"""Rows as files for programs and spreadsheets."""

import io
import json

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dateline import datapackage, store
from dateline.export.shown import Exported, Shown

RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv(shown: Shown) -> Exported:
    """CSV as the files in data/ are written: for programs, cell by cell what the table holds."""
    return Exported(store.to_csv(shown.rows, shown.table).encode("utf-8"), {})


def csv_for_spreadsheets(shown: Shown) -> Exported:
    """CSV that a spreadsheet opens as text: a byte-order mark, and no cell that it would run.

    A text that begins like a formula gets an apostrophe in front, as people write it by hand.
    """
    guarded = shown.rows.copy()
    for name in guarded.columns:
        if pd.api.types.is_string_dtype(guarded[name]) and guarded[name].dtype != "category":
            risky = guarded[name].str.startswith(RISKY).fillna(False)
            guarded[name] = guarded[name].mask(risky, "'" + guarded[name])
    return Exported(store.to_csv(guarded, shown.table).encode("utf-8-sig"), {})


def jsonl(shown: Shown) -> Exported:
    """One JSON object a line; days as ISO 8601, what is missing as null."""
    lines = [
        json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)
        for row in shown.rows.to_dict("records")
    ]
    return Exported("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), {})


def _plain(value: object) -> object:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return None if pd.isna(value) else value


def parquet(shown: Shown) -> Exported:
    """Parquet with the columns in their types; days as dates."""
    frame = shown.rows.reset_index(drop=True).copy()
    for name in frame.columns:
        if frame[name].dtype == "category":
            frame[name] = frame[name].astype("str")
        elif pd.api.types.is_datetime64_dtype(frame[name]):
            frame[name] = pd.Series(frame[name].dt.date, index=frame.index).where(
                frame[name].notna(), None
            )
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), file)
    return Exported(file.getvalue(), {})


def xlsx(shown: Shown) -> Exported:
    """A workbook: the rows with typed cells, what each column means, and where the rows are from.

    Texts are written as texts, so none is a formula or a link.
    """
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(
        file, engine="xlsxwriter", date_format="yyyy-mm-dd", datetime_format="yyyy-mm-dd",
        engine_kwargs={"options": options},
    ) as book:  # fmt: skip
        name = shown.table.table_name()
        fields = datapackage.table_schema(shown.table)["fields"]
        shown.rows.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
        meanings = [(f["name"], f["type"], f.get("description", "")) for f in fields]
        dictionary = pd.DataFrame(meanings, columns=["column", "type", "meaning"])
        dictionary.to_excel(book, sheet_name="columns", index=False)
        about = pd.DataFrame(shown.provenance().items(), columns=["what", "value"])
        about.to_excel(book, sheet_name="about", index=False)
        for sheet, widths in (
            (name, [18] * len(fields)),
            ("columns", [22, 12, 90]),
            ("about", [16, 90]),
        ):
            for column, width in enumerate(widths):
                book.sheets[sheet].set_column(column, column, width)
    return Exported(file.getvalue(), {})

"""Say where two versions of one file of data/ part, in words a person can act on."""

import csv
import io


def first_difference(path: str, stored: bytes, built: bytes) -> str:
    """The first row and column of a table that differ, or the first line of anything else."""
    old, new = (content.decode("utf-8", "replace") for content in (stored, built))
    return _of_tables(old, new) if path.endswith(".csv") else _of_texts(old, new)


def _of_texts(old: str, new: str) -> str:
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), None)
    return f"line {line} differs" if line else "one is longer than the other"


def _of_tables(old: str, new: str) -> str:
    old_rows, new_rows = (list(csv.reader(io.StringIO(text, newline=""))) for text in (old, new))
    header = new_rows[0]
    if not old_rows or old_rows[0] != header:
        return "the columns differ"
    for number, (a, b) in enumerate(zip(old_rows[1:], new_rows[1:], strict=False), 1):
        where = f"row {number} ({b[0]})"
        for column, was, now in zip(header, a, b, strict=False):
            if was != now:
                return f"{where}, column {column}: {was!r} on disk, {now!r} built"
        if len(a) != len(b):
            return f"{where}: {len(a)} cells on disk, {len(b)} built"
    if len(old_rows) != len(new_rows):
        return f"{len(old_rows) - 1} rows on disk, {len(new_rows) - 1} built"
    return "the same cells in other bytes"

"""Lists of ids in one cell, and names turned into words that an address can hold."""

import re
import unicodedata
from collections.abc import Callable

import pandas as pd


def split(cell: str) -> list[str]:
    """The ids of a ';'-joined cell, in order."""
    return [part for part in (piece.strip() for piece in cell.split(";")) if part]


def slug(name: str) -> str:
    """*name* in lower-case letters, digits and hyphens: what stands for it in a URL."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "unnamed"


def mapped(cells: pd.Series, value_of: Callable[[str], str]) -> pd.Series:
    """What *value_of* makes of each cell, asked once for every different one.

    A map over Arrow's strings makes a Python string of every cell, which at a million is seconds.
    """
    codes, distinct = pd.factorize(cells)
    values = pd.array([value_of(str(cell)) for cell in distinct], dtype="str")
    return pd.Series(values.take(codes), index=cells.index)

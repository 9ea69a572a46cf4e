"""The rules that are data: cues, hedges, number words, units. The only reader of this folder."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv`` as dictionaries of stripped text, in file order."""
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(
        {column: (value or "").strip() for column, value in row.items()}
        for row in csv.DictReader(text.splitlines())
    )


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of ``<name>.toml``."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))

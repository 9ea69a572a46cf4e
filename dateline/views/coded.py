"""A column as small numbers, so that a million rows are filtered and counted without their words.

What is asked of a cell's words is asked once of each different cell, and looked up for the rest.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Coded:
    """The number of each row's value, and the values by their numbers; -1 where a cell is empty."""

    codes: Numbers
    values: tuple[str, ...]

    @classmethod
    def of(cls, cells: pd.Series) -> "Coded":
        if isinstance(cells.dtype, pd.CategoricalDtype):
            codes, values = cells.cat.codes.to_numpy(), cells.cat.categories
        else:
            codes, values = pd.factorize(cells)
        return cls(codes.astype("int32"), tuple(str(value) for value in values))

    def renamed(self, name_of: Callable[[str], str]) -> "Coded":
        """The column of what *name_of* makes of each value; equal names become one value."""
        names = [name_of(value) for value in self.values]
        number = {name: at for at, name in enumerate(dict.fromkeys(names))}
        return Coded(self.looked_up([number[name] for name in names], -1), tuple(number))

    def looked_up(self, per_value: Iterable[int], missing: int = 0) -> Numbers:
        """For each row, what *per_value* holds for its value."""
        table = np.array([*per_value, missing], dtype="int32")
        return table[self.codes]

    def among(self, wanted: Container[str]) -> Mask:
        """Whether each row's value is one of *wanted*."""
        return self.where(wanted.__contains__)

    def where(self, is_wanted: Callable[[str], bool]) -> Mask:
        """Whether each row's value is one that *is_wanted*."""
        table = np.array([*(is_wanted(value) for value in self.values), False], dtype=bool)
        return table[self.codes]

    def counts(self, mask: Mask | None = None) -> Numbers:
        """How many rows of *mask*, or of all, each value has."""
        codes = self.codes if mask is None else self.codes[mask]
        return np.bincount(codes + 1, minlength=len(self.values) + 1)[1:]

    def tally(self, mask: Mask | None = None) -> dict[str, int]:
        """The same by value; what no row has is left out."""
        found = self.counts(mask)
        return {self.values[at]: int(found[at]) for at in np.flatnonzero(found)}

"""The lying axis of a chart of claims: where each claim stands, by one of two kinds of days.

By report day, claims of one day stand side by side in a column of their own, which is as wide as
it has claims; the place inside a column carries no meaning. On a scale of time, the one the
timeline has, a claim stands over its day, or in the middle of the days that it can speak of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Protocol

import pandas as pd

from dateline.charts.columns import Column, columns
from dateline.charts.scale import QUIET_DAYS, Extent, Scale, ordinal
from dateline.charts.textwidth import text_px
from dateline.charts.ticks import cut_text, ticks
from dateline.views.days import as_day, day_text, short_day

Tick = tuple[float, str]
MOST_GAPS_IN_WORDS = 6  # more of them say the same in short
APART = 3  # pixels between two marks that would lie on each other
MOST_APART = 12  # places on either side of its day that a mark may move to


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a claim stands: its mark, and the days it can mean, which are one where equal."""

    x: float
    left: float
    right: float
    opens_left: bool = False
    opens_right: bool = False


@dataclass(frozen=True, slots=True)
class Height:
    """From where to where a mark reaches with its arrow, and the middle of the mark."""

    top: float
    middle: float
    bottom: float

    def meets(self, other: "Height") -> bool:
        return self.top < other.bottom and other.top < self.bottom


class Days(Protocol):
    """An axis of days in pixels."""

    def spots(
        self, rows: pd.DataFrame, heights: Mapping[str, Height], mark: float
    ) -> dict[str, Spot]:
        """A place for each of *rows* (see `views.claim_rows`), whose marks lie at *heights*."""

    def edge(self, day: date) -> float:
        """Where a day begins."""

    def room(self, day: date) -> tuple[float, float]:
        """The pixels that belong to what is told on a day."""

    def ticks(self, font: float) -> list[Tick]:
        """Days in words, where there is room for them."""

    def grounds(self) -> list[tuple[float, float]]:
        """The stretches that have a ground of their own."""

    def gaps(self) -> list[Tick]:
        """Where days were left out, and how many in words."""


@dataclass(frozen=True, slots=True)
class ReportDays:
    """Days of report as columns, from pixel *start* on."""

    found: Mapping[date, Column]
    start: float = 0.0

    def spots(
        self, rows: pd.DataFrame, heights: Mapping[str, Height], mark: float
    ) -> dict[str, Spot]:
        """Side by side; claims of one size are kept apart, and the lowest come first."""
        spots: dict[str, Spot] = {}
        for day, told in rows.groupby("reported_day"):
            by_size: dict[float, list[str]] = {}
            for name in told["estimate_id"]:
                by_size.setdefault(-heights[name].middle, []).append(name)
            order: list[str] = []
            while any(by_size.values()):
                order += [names.pop(0) for _, names in sorted(by_size.items()) if names]
            column = self.found[_day(day)]
            for number, name in enumerate(order):
                x = self.start + column.slot(number, len(order))
                spots[name] = Spot(x, x, x)
        return spots

    def edge(self, day: date) -> float:
        return self.start + self.found[day].left

    def room(self, day: date) -> tuple[float, float]:
        return self.start + self.found[day].left, self.start + self.found[day].right

    def ticks(self, font: float) -> list[Tick]:
        """The day under every column that has room for it, the latest first to be kept."""
        found: list[Tick] = []
        latest = max(self.found, default=None)
        edge = float("inf")
        for day, column in sorted(self.found.items(), reverse=True):
            needs_year = day == latest or day.year != getattr(latest, "year", 0)
            text = day_text(day) if needs_year else short_day(day)
            if text_px(text, font) > max(column.right - column.left, 60):
                text = short_day(day)
            half = text_px(text, font) / 2
            middle = max(self.start + column.middle, self.start + half)
            if middle + half + 10 <= edge:
                found.append((middle, text))
                edge = middle - half
        return found[::-1]

    def grounds(self) -> list[tuple[float, float]]:
        return [(self.start + c.left, self.start + c.right) for c in self.found.values()]

    def gaps(self) -> list[Tick]:
        quiet = [
            (one, two) for one, two in pairwise(sorted(self.found)) if (two - one).days > QUIET_DAYS
        ]
        words = " weeks without a report" if len(quiet) <= MOST_GAPS_IN_WORDS else " wk"
        return [
            (
                self.start + (self.found[one].right + self.found[two].left) / 2,
                f"⋯ {round((two - one).days / 7)}{words} ⋯",
            )
            for one, two in quiet
        ]


@dataclass(frozen=True, slots=True)
class ScaledDays:
    """Days on a scale of time, from pixel *start* on: of reports, or those spoken of."""

    scale: Scale
    is_spoken: bool
    start: float = 0.0

    def spots(
        self, rows: pd.DataFrame, heights: Mapping[str, Height], mark: float
    ) -> dict[str, Spot]:
        """Over the day, or aside where another mark is in the way; without a day, none."""
        taken: list[tuple[float, Height]] = []
        spots: dict[str, Spot] = {}
        step = mark + APART
        for row in rows.to_dict("records"):
            extent = claim_extent(row, self.is_spoken)
            if extent is None:
                continue
            left, right = self._px(extent.first), self._px(extent.last)
            middle, height = (left + right) / 2, heights[row["estimate_id"]]
            x = next(
                (at for at in _aside(middle, step, self._end())
                 if all(abs(at - x) >= step or not height.meets(other) for x, other in taken)),
                middle,
            )  # fmt: skip
            taken.append((x, height))
            is_open = self.is_spoken and extent.is_open
            spots[row["estimate_id"]] = Spot(
                x, left, right,
                opens_left=is_open and bool(pd.isna(row["spoken_first"])),
                opens_right=is_open and bool(pd.isna(row["spoken_last"])),
            )  # fmt: skip
        return spots

    def _px(self, day: float) -> float:
        return self.start + self.scale.px(day)

    def _end(self) -> float:
        return self.start + self.scale.width

    def edge(self, day: date) -> float:
        return self._px(ordinal(day))

    def room(self, day: date) -> tuple[float, float]:
        return self._px(ordinal(day)), self._px(ordinal(day))

    def ticks(self, font: float) -> list[Tick]:
        return [(self.start + tick.px, tick.text) for tick in ticks(self.scale, font)]

    def grounds(self) -> list[tuple[float, float]]:
        return []

    def gaps(self) -> list[Tick]:
        return [
            (self.start + (cut.left + cut.right) / 2, f"⋯ {cut_text(cut)} cut ⋯")
            for cut in self.scale.cuts()
        ]


def _aside(x: float, step: float, end: float) -> Iterable[float]:
    for number in range(MOST_APART + 1):
        for side in (1, -1):
            at = x + side * number * step
            if step / 2 <= at <= end - step / 2 or number == 0:
                yield at


def claim_extent(row: Mapping[Any, Any], is_spoken: bool) -> Extent | None:
    """The days a claim stands for: of its report, or those it speaks of, if it speaks of any."""
    if not is_spoken:
        day = ordinal(_day(row["reported_day"]))
        return Extent(day, day)
    first, last = as_day(row["spoken_first"]), as_day(row["spoken_last"])
    known = first or last
    if known is None:
        return None
    return Extent(ordinal(first or known), ordinal(last or known), first is None or last is None)


def report_days(
    tallies: Mapping[date, int], width: float, unit: float, start: float = 0.0
) -> ReportDays:
    """Columns for days with so many things side by side, over *width* pixels."""
    return ReportDays(columns(tallies, width, unit), start)


def _day(value: object) -> date:
    day = as_day(value)
    assert day is not None, "a claim always has a report day"
    return day

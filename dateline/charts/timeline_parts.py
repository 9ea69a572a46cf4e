"""What a plan of the timeline is made of: marks, bands, and the plan itself, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from dateline.charts.scale import Scale
from dateline.charts.ticks import Tick
from dateline.charts.timeline_size import Size
from dateline.charts.tracks import Placed, Side
from dateline.model import Precision, Status


class Certainty(StrEnum):
    """How a date is drawn."""

    EXACT = "exact"
    DOUBT = "doubt"
    STRETCH = "stretch"
    UNDATED = "undated"


class Dispute(StrEnum):
    """Whether somebody denies an event, and whether somebody stands by it all the same."""

    NONE = ""
    CONTESTED = "contested"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Mark:
    """One event as drawn. `left` to `right` is its bar; `x` and `y` are the middle of its mark."""

    event_id: str
    family: str
    certainty: Certainty
    left: float
    right: float
    x: float
    y: float
    opens_left: bool
    opens_right: bool
    dispute: Dispute
    is_planned: bool
    title: str
    when: str
    publisher_count: int
    affirmed_count: int
    denied_count: int
    placed: Placed


@dataclass(frozen=True, slots=True)
class Band:
    """A lane with its top and bottom; of the undated ones, how many it has no room for."""

    name: str
    top: float
    bottom: float
    is_undated: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Where the day of the last report ends on the axis, if anything drawn lies beyond it."""

    px: float
    day: date


@dataclass(frozen=True, slots=True)
class Plan:
    size: Size
    scale: Scale
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    height: float
    report: "Report | None" = None

    @property
    def full_height(self) -> int:
        """With the axis above and the margin below."""
        return round(self.height + self.size.top + self.size.bottom)


def label_boxes(drawn: Sequence[Mark], row: float) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every label that is drawn."""
    return [
        (m.placed.label_left, m.y - row / 2, m.placed.label_right, m.y + row / 2)
        for m in drawn
        if m.placed.side is not Side.NONE
    ]


def dispute_of(row: Any) -> Dispute:
    if not row.is_disputed:
        return Dispute.NONE
    return Dispute.CONTESTED if row.status == Status.CONTESTED else Dispute.DENIED


def certainty_of(first: object, last: object, precision: str) -> Certainty:
    if pd.isna(first) and pd.isna(last):
        return Certainty.UNDATED
    if precision == Precision.INTERVAL:
        return Certainty.STRETCH
    return Certainty.EXACT if first == last and precision == Precision.DAY else Certainty.DOUBT

"""What a planned chart of troop claims consists of; all of it in pixels, downwards."""

from dataclasses import dataclass

from dateline.charts.amounts import Amounts
from dateline.charts.callouts import Box
from dateline.charts.claim_cells import Cell
from dateline.charts.claim_days import Days, Tick
from dateline.charts.claim_plan import Claim
from dateline.charts.estimates_size import Measures
from dateline.charts.scale import Scale
from dateline.charts.stretches import Stretches
from dateline.charts.strips import Strip
from dateline.views.claim_view import ClaimFrames
from dateline.views.days import as_day


@dataclass(frozen=True, slots=True)
class Linked:
    """The axis of another chart that this one shares, and the room that it leaves on its left."""

    scale: Scale
    left: int
    plot: float


@dataclass(frozen=True, slots=True)
class Step:
    """From `x` on, the numbers claimed so far reached from `y_low` to `y_high`."""

    x: float
    y_low: float
    y_high: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """Cells that count claims by stretch of *days* and size."""

    days: Stretches
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    measures: Measures
    days: Days
    axis: Amounts
    foot: float  # the lowest pixel of the part above the bands, where an arrow may reach below zero
    claims: tuple[Claim, ...]
    strips: tuple[Strip, ...]
    steps: tuple[Step, ...]
    step_note: tuple[Box, str] | None  # what the range is of, where there is room to say it
    ticks: tuple[Tick, ...]
    gaps: tuple[Tick, ...]
    unlabelled: tuple[str, ...]  # ids of marks that have no name printed at them
    without_day: tuple[str, ...]  # ids of claims that have no place on this axis
    crowd: Crowd | None = None  # in place of marks where there are too many

    @property
    def height(self) -> float:
        """Of the plot, with the bands below zero."""
        return self.strips[-1].bottom if self.strips else self.foot


def steps_of(frames: ClaimFrames, days: Days, axis: Amounts) -> tuple[Step, ...]:
    """The range of what was claimed so far, where it changes."""
    return tuple(
        Step(days.edge(day), axis.px(row.lowest), axis.px(row.highest))
        for row in frames.range.itertuples()
        if (day := as_day(row.day)) is not None
    )

"""Claims as they are drawn on an axis of days and one of numbers, before any of it is drawn.

A claim is a mark at its number, or a bar where it has two ends. An increment and a part are no
totals: they are amounts, drawn as lengths from the axis up.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from dateline.charts.amounts import Amounts
from dateline.charts.callouts import Box, Callout, Target, place_callouts
from dateline.charts.claim_days import Days, Height, Spot
from dateline.charts.claim_names import short_name
from dateline.charts.textwidth import text_px
from dateline.charts.theme import HOLLOW_STATES, Look
from dateline.model import Bound, Stance, State
from dateline.views.days import as_day

SHAFT_PX = 34
UPWARD, DOWNWARD = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)
UNSURE = (Stance.ALLEGED, Stance.CONDITIONAL, Stance.PLANNED)


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed at a mark: the figure, then the name."""

    figure: str
    name: str

    @property
    def text(self) -> str:
        return f"{self.figure} {self.name}"

    def px(self, font: float) -> float:
        return text_px(self.figure, font, bold=True) + text_px(f" {self.name}", font) + 4


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as drawn: at `spot`, from `low` to `high`, which are equal for one number."""

    estimate_id: str
    group: str
    claimant: str
    state: State
    stance: Stance
    bound: Bound
    spot: Spot
    low: float
    high: float
    y_low: float
    y_high: float
    y_axis: float  # the lower edge, from which an amount is measured
    y_whole: float | None  # of a part, the height of its whole
    is_increment: bool
    labels: tuple[Label, ...]
    phrase: str
    reported: date
    callout: Callout | None = None

    @property
    def x(self) -> float:
        return self.spot.x

    @property
    def y(self) -> float:
        return (self.y_low + self.y_high) / 2

    @property
    def label(self) -> Label | None:
        return self.labels[self.callout.form] if self.callout else None

    @property
    def is_hollow(self) -> bool:
        return self.state in HOLLOW_STATES

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @property
    def is_part(self) -> bool:
        return self.y_whole is not None

    @property
    def has_doubt(self) -> bool:
        spot = self.spot
        return spot.left != spot.right or spot.opens_left or spot.opens_right

    @property
    def points_up(self) -> bool:
        return self.bound in UPWARD

    @property
    def points_down(self) -> bool:
        return self.bound in DOWNWARD


def lay_out(
    rows: pd.DataFrame,
    days: Days,
    axis: Amounts,
    area: Box,
    look: Look,
    mark: float,
    kept_free: Iterable[Box] = (),
) -> tuple[Claim, ...]:
    """A mark for each of *rows* that has a day, and a label wherever *area* has room for one."""
    records = {row["estimate_id"]: row for row in rows.to_dict("records")}
    heights = {name: _height(row, axis, mark) for name, row in records.items()}
    spots = days.spots(rows, heights, mark)
    claims = [_claim(records[name], spot, axis) for name, spot in spots.items()]
    font = look.text(15)
    targets = [
        Target(
            boxes=tuple(covered(claim, mark)),
            y=claim.y,
            widths=tuple(label.px(font) for label in claim.labels),
            height=font * 1.3,
            weight=float(records[claim.estimate_id]["carried"]),
        )
        for claim in claims
    ]
    found = place_callouts(targets, area, look.px(5), kept_free)
    return tuple(replace(c, callout=callout) for c, callout in zip(claims, found, strict=True))


def _height(row: dict[Any, Any], axis: Amounts, mark: float) -> Height:
    low, high = (axis.px(end) for end in ends(row))
    up = SHAFT_PX if row["bound"] in UPWARD else 0
    down = SHAFT_PX if row["bound"] in DOWNWARD else 0
    half = mark / 2 + 1
    return Height(high - half - up, (low + high) / 2, low + half + down)


def numbers_of(rows: pd.DataFrame) -> list[float]:
    """Every number that needs a height: both ends of a claim, and the whole of a part."""
    found = [end for row in rows.to_dict("records") for end in ends(row)]
    return [*found, *rows["part_of"].dropna()]


def headroom(rows: pd.DataFrame, mark: float) -> float:
    """Pixels that the highest mark needs above it, for its own half and an arrow."""
    points_up = rows["bound"].isin(UPWARD).any()
    return mark * 1.2 + (SHAFT_PX if points_up else 6)


def beneath(rows: pd.DataFrame, axis: Amounts, mark: float) -> float:
    """Whole pixels that the arrow of a low claim, "up to 100", needs below the axis."""
    down = rows[rows["bound"].isin(DOWNWARD)].to_dict("records")
    reach = (axis.px(ends(row)[0]) + mark / 2 + 2 + SHAFT_PX - axis.bottom for row in down)
    return float(math.ceil(max([0.0, *reach])))


def ends(row: dict[Any, Any]) -> tuple[float, float]:
    """The numbers a mark spans; a bound that is open has its one number at both ends."""
    low = row["high"] if pd.isna(row["low"]) else row["low"]
    high = row["low"] if pd.isna(row["high"]) else row["high"]
    return float(low), float(high)


def _claim(row: dict[Any, Any], spot: Spot, axis: Amounts) -> Claim:
    low, high = ends(row)
    stance = Stance(row["stance"])
    unsure = stance in UNSURE
    name, short = row["group_name"], short_name(row["group_name"])
    long = Label(row["figure"], f"{name}, {stance}" if unsure else name)
    brief = Label(row["figure"], f"{short}?" if unsure else short)
    reported = as_day(row["reported_day"])
    assert reported is not None, "a claim always has a report day"
    return Claim(
        estimate_id=row["estimate_id"],
        group=row["group"],
        claimant=row["claimant"],
        state=State(row["state"]),
        stance=stance,
        bound=Bound(row["bound"]),
        spot=spot,
        low=low,
        high=high,
        y_low=axis.px(low),
        y_high=axis.px(high),
        y_axis=axis.bottom,
        y_whole=None if pd.isna(row["part_of"]) else axis.px(float(row["part_of"])),
        is_increment=bool(row["is_increment"]),
        labels=(long,) if long == brief else (long, brief),
        phrase=row["phrase"],
        reported=reported,
    )


def covered(claim: Claim, mark: float) -> list[Box]:
    """What a claim covers: its mark with its arrow, then the lengths and doubts beside it."""
    half, x = mark / 2 + 2, claim.x
    top, bottom = claim.y_high - half, claim.y_low + half
    if claim.points_up:
        top -= SHAFT_PX
    if claim.points_down:
        bottom += SHAFT_PX
    boxes = [Box(x - half, top, x + half, bottom)]
    if claim.is_increment:
        boxes.append(Box(x - 4, claim.y_low, x + 4, claim.y_axis))
    if claim.y_whole is not None:
        upper = min(claim.y_whole, claim.y_high)
        boxes.append(Box(x - half, upper - 2, x + half, claim.y_axis))
    if claim.has_doubt:
        spot = claim.spot
        left = spot.left - (SHAFT_PX if spot.opens_left else 4)
        right = spot.right + (SHAFT_PX if spot.opens_right else 4)
        boxes.append(Box(min(left, x - half), claim.y - 5, max(right, x + half), claim.y + 5))
    return boxes

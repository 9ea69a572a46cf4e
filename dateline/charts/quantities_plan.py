"""Small charts side by side, one for each thing that is counted, before any of it is drawn.

Shells, missiles and the killed have axes of their own: on one axis with troops, or with each other,
their heights would compare what cannot be compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dateline.charts.amounts import Amounts, amounts
from dateline.charts.callouts import Box
from dateline.charts.claim_cells import MOST_SMALL, claim_cells, spread
from dateline.charts.claim_days import Days, ScaledDays, Tick, claim_extent, report_days
from dateline.charts.claim_plan import Claim, beneath, headroom, lay_out, numbers_of
from dateline.charts.estimates_parts import Crowd
from dateline.charts.scale import make_scale
from dateline.charts.textwidth import text_px
from dateline.charts.theme import Look
from dateline.views.claim_rows import LOSSES
from dateline.views.claim_view import ClaimView
from dateline.views.claim_words import number
from dateline.views.days import as_day

LEAST_WIDTH = 400
MOST_ABREAST = 3
NAMES = {LOSSES: "People killed, wounded or captured"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: its name, its frame in pixels, its two axes and its claims."""

    name: str
    frame: Box
    left: float  # where the plot begins, right of the numbers
    days: Days
    axis: Amounts
    foot: float  # where the days are named
    ticks: tuple[Tick, ...]
    values: tuple[tuple[float, str], ...]
    claims: tuple[Claim, ...]
    crowd: Crowd | None = None  # in place of marks where there are too many

    @property
    def unlabelled(self) -> list[str]:
        return [claim.estimate_id for claim in self.claims if claim.callout is None]


@dataclass(frozen=True, slots=True)
class Grid:
    panels: tuple[Panel, ...]
    width: float
    height: float


def drawn_rows(other: pd.DataFrame) -> pd.DataFrame:
    """Of `claim_rows.other_rows`, those that have a number which nobody denies in the sentence."""
    return other[other["has_number"] & ~other["is_denied"]]


def grid(other: pd.DataFrame, view: ClaimView, look: Look, width: int) -> Grid:
    """A panel for each measure of *other*, most claims first, in rows of up to three."""
    rows = drawn_rows(other)
    tallies = rows["measure"].value_counts()
    order = sorted(tallies.index, key=lambda name: (-tallies[name], name))
    abreast = max(1, min(MOST_ABREAST, len(order), int(width // look.px(LEAST_WIDTH))))
    gap, high = look.px(28), look.px(240)
    wide = (width - gap * (abreast - 1)) / abreast
    panels = []
    for at, name in enumerate(order):
        down, across = divmod(at, abreast)
        left, top = across * (wide + gap), down * (high + look.px(16))
        frame = Box(left, top, left + wide, top + high)
        panels.append(_panel(name, rows[rows["measure"] == name], view, frame, look))
    height = max((panel.frame.bottom for panel in panels), default=0.0)
    return Grid(tuple(panels), float(width), height)


def _panel(name: str, rows: pd.DataFrame, view: ClaimView, frame: Box, look: Look) -> Panel:
    font, mark, is_crowded = look.text(14), look.px(14), len(rows) > MOST_SMALL
    head, feet = font * 2.5, font * 1.9
    unit, numbers, room = str(rows["unit"].iloc[0]), numbers_of(rows), headroom(rows, mark)
    high, above = frame.bottom - frame.top - head - feet, frame.top + head
    axis = amounts(numbers, high, view.is_log, above, room)
    under = 0.0 if is_crowded else beneath(rows, axis, mark)
    if under:
        axis = amounts(numbers, high - under, view.is_log, above, room)
    values = tuple((axis.px(value), number(value, unit)) for value in _few(axis.ticks()))
    left = frame.left + max(text_px(text, font) for _, text in values) + look.px(12)
    crowd: Crowd | None = None
    claims: tuple[Claim, ...] = ()
    days: Days
    if is_crowded:
        found = spread(rows, view.is_spoken)
        scale = make_scale(
            found.days.extents(found.filled), frame.right - left - look.px(6), look.px(4),
            look.px(84),
        )  # fmt: skip
        days = ScaledDays(scale, view.is_spoken, left)
        crowd = Crowd(found.days, claim_cells(found, scale, axis, unit, left))
    else:
        days = _days(rows, view, left, frame.right, look)
        area = Box(left, axis.above, frame.right - 2, axis.bottom - 1)
        claims = lay_out(rows, days, axis, area, look, mark)
    ticks, foot = tuple(days.ticks(font)), axis.bottom + under
    return Panel(title_of(name), frame, left, days, axis, foot, ticks, values, claims, crowd)


def _few(values: list[float]) -> Iterable[float]:
    """At most five of the ticks, both ends among them where they are even."""
    every = -(-len(values) // 5)
    return values[::every]


def _days(rows: pd.DataFrame, view: ClaimView, left: float, right: float, look: Look) -> Days:
    width = right - left - look.px(6)
    if not view.is_spoken:
        tallies = _tallies(rows["reported_day"])
        return report_days(tallies, width, look.px(18), left)
    extents = [
        extent for row in rows.to_dict("records") if (extent := claim_extent(row, True)) is not None
    ]
    return ScaledDays(make_scale(extents, width, look.px(16), look.px(84)), True, left)


def _tallies(values: Iterable[object]) -> Mapping[date, int]:
    counts: dict[date, int] = {}
    for value in values:
        if (day := as_day(value)) is not None:
            counts[day] = counts.get(day, 0) + 1
    return counts


def title_of(measure: str) -> str:
    """What a panel counts, as its title."""
    return NAMES.get(measure, measure[:1].upper() + measure[1:])

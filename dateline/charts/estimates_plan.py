"""What the chart of troop claims draws and where, before any of it is drawn.

Pixels from left to right, troops from bottom to top. Nothing joins two claims: a line between them
would say that the number grew, where only the claims did.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from dateline.charts.callouts import Box, Callout, Target, place_callouts
from dateline.charts.columns import Column, columns
from dateline.charts.estimates_size import Measures, chart_measures
from dateline.charts.textwidth import text_px
from dateline.charts.theme import HOLLOW_STATES, Look
from dateline.charts.tracks import Item, Placed, place
from dateline.model import Bound, State
from dateline.views.days import as_day

SHAFT_PX = 34
LEAST_HEIGHT = 120  # of the part above zero, however many deny


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as drawn: at `x`, from `low` to `high` troops, equal where it is one number."""

    estimate_id: str
    group: str
    group_name: str
    claimant: str
    state: State
    bound: Bound
    x: float
    low: float
    high: float
    label: str
    phrase: str
    reported: date
    callout: Callout | None

    @property
    def is_hollow(self) -> bool:
        return self.state in HOLLOW_STATES

    @property
    def points_up(self) -> bool:
        return self.bound in (Bound.AT_LEAST, Bound.MORE_THAN)

    @property
    def points_down(self) -> bool:
        return self.bound in (Bound.AT_MOST, Bound.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial in the strip below zero."""

    event_id: str
    denier: str
    title: str
    reported: date
    x: float
    placed: Placed


@dataclass(frozen=True, slots=True)
class Plan:
    measures: Measures
    columns: Mapping[date, Column]
    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...]
    steps: tuple[tuple[float, float], ...]  # from this x on, this was the highest claim
    step_note: tuple[Box, str] | None  # what the step is, where there is room to say it
    top: float  # troops at the upper edge
    strip: float  # pixels of the denials below zero

    def y_px(self, troops: float) -> float:
        """Pixels from the upper edge."""
        return self.measures.height * (1 - troops / self.top)

    def troops(self, px: float) -> float:
        return self.top * (1 - px / self.measures.height)


def plan(
    troops: pd.DataFrame, denials: pd.DataFrame, highest: pd.DataFrame, look: Look, width: int
) -> Plan:
    """Lay out claims, denials and the highest claim by day (see `views.claims`)."""
    measures = chart_measures(look, width)
    by_day = _per_day(troops, "reported_day")
    denied = _per_day(denials, "reported_day")
    counts = {day: max(by_day.get(day, 0), min(denied.get(day, 0), 2)) for day in by_day | denied}
    found = columns(
        counts, measures.plot - look.px(90 if not measures.is_narrow else 44), look.px(26)
    )
    top = _top(troops)
    strip, placed = _strip(denials, found, measures)
    if look.tallest:
        left = look.tallest - strip - measures.top - measures.bottom
        measures = replace(measures, height=max(float(look.px(LEAST_HEIGHT)), left))
    steps = tuple(
        (found[day].left, float(row.highest))
        for row in highest.itertuples()
        if (day := as_day(row.reported_day)) in found and day is not None
    )
    empty = Plan(measures, found, (), placed, steps, None, top, strip)
    targets, spread = _targets(troops, empty)
    step_note = _step_note(empty, targets, look)
    claims = _claims(troops, spread, targets, step_note, empty, look)
    return replace(empty, claims=claims, step_note=step_note)


def _per_day(rows: pd.DataFrame, column: str) -> dict[date, int]:
    counts: dict[date, int] = {}
    for value in rows[column]:
        if (day := as_day(value)) is not None:
            counts[day] = counts.get(day, 0) + 1
    return counts


def _top(troops: pd.DataFrame) -> float:
    """A round number of troops that leaves room above the highest mark."""
    most = max([*troops["low"].dropna(), *troops["high"].dropna(), 1.0]) * 1.16
    step = tick_step(most)
    return float(step * -(-most // step))


def tick_step(most: float) -> float:
    """1, 2 or 5 times a power of ten, so that there are five to ten ticks."""
    power = 10.0 ** (len(str(int(most))) - 1)
    return next((n * power for n in (0.1, 0.2, 0.5, 1, 2) if most / (n * power) <= 9), power * 2)


def _targets(troops: pd.DataFrame, empty: Plan) -> tuple[list[Target], dict[str, float]]:
    """What each claim covers, and the x of each."""
    spread = _side_by_side(troops, empty)
    targets = [
        _target(row, spread[row["estimate_id"]], _ends(row), empty)
        for row in troops.to_dict("records")
    ]
    return targets, spread


def _step_note(empty: Plan, targets: list[Target], look: Look) -> tuple[Box, str] | None:
    """The step's name, low inside it, where no mark lies; the page's small print names it too."""
    if not empty.steps:
        return None
    font, left = look.text(13), empty.steps[0][0] + look.px(4)
    bottom = empty.measures.height - look.px(1)
    for text in ("shaded: highest claim so far of troops deployed", "shaded: highest deployed"):
        width = text_px(text, font)
        start = min(left, empty.measures.plot - width - 4)
        box = Box(start, bottom - font * 1.35, start + width, bottom)
        if start >= 0 and not any(box.meets(target.box) for target in targets):
            return box, text
    return None


def _claims(
    troops: pd.DataFrame,
    spread: dict[str, float],
    targets: list[Target],
    step_note: tuple[Box, str] | None,
    empty: Plan,
    look: Look,
) -> tuple[Claim, ...]:
    rows = troops.to_dict("records")
    ends = [_ends(row) for row in rows]
    labels = [f"{row['figure']} {row['group_name']}" for row in rows]
    size = empty.measures
    area = Box(2, 0, size.plot + size.right - 2, size.height - 1)
    kept_free = [step_note[0]] if step_note else []
    callouts = place_callouts(targets, area, look.px(5), kept_free)
    return tuple(
        Claim(
            estimate_id=row["estimate_id"],
            group=row["group"],
            group_name=row["group_name"],
            claimant=row["claimant"],
            state=State(row["state"]),
            bound=Bound(row["bound"]),
            x=spread[row["estimate_id"]],
            low=low,
            high=high,
            label=label,
            phrase=row["phrase"],
            reported=_day(row["reported_day"]),
            callout=callout,
        )
        for row, (low, high), label, callout in zip(rows, ends, labels, callouts, strict=True)
    )


def _day(value: object) -> date:
    day = as_day(value)
    assert day is not None, "a claim always has a report day"
    return day


def _ends(row: dict[Any, Any]) -> tuple[float, float]:
    """The numbers a mark spans; a bound that is open has its one number at both ends."""
    low = row["high"] if pd.isna(row["low"]) else row["low"]
    high = row["low"] if pd.isna(row["high"]) else row["high"]
    return float(low), float(high)


def _side_by_side(troops: pd.DataFrame, empty: Plan) -> dict[str, float]:
    """An x for each claim in its day's column; claims of one size are kept apart."""
    found: dict[str, float] = {}
    for day, rows in troops.groupby("reported_day"):
        by_size: dict[float, list[str]] = {}
        for row in rows.to_dict("records"):
            by_size.setdefault(_ends(row)[1], []).append(row["estimate_id"])
        order: list[str] = []
        while any(by_size.values()):
            order += [ids.pop(0) for _, ids in sorted(by_size.items()) if ids]
        column = empty.columns[_day(day)]
        for number, estimate_id in enumerate(order):
            found[estimate_id] = column.slot(number, len(order))
    return found


def _target(row: dict[Any, Any], x: float, ends: tuple[float, float], empty: Plan) -> Target:
    """The pixels of a mark with its arrow, and the size of its label."""
    low, high = ends
    half, font = empty.measures.mark / 2 + 2, empty.measures.font
    top, bottom = empty.y_px(high) - half, empty.y_px(low) + half
    if row["bound"] in (Bound.AT_LEAST, Bound.MORE_THAN):
        top -= SHAFT_PX
    if row["bound"] in (Bound.AT_MOST, Bound.LESS_THAN):
        bottom += SHAFT_PX
    width = text_px(row["figure"], font, bold=True) + text_px(f" {row['group_name']}", font) + 4
    y = empty.y_px((low + high) / 2)
    return Target(Box(x - half, top, x + half, bottom), y, width, font * 1.3)


def _strip(
    denials: pd.DataFrame, found: Mapping[date, Column], measures: Measures
) -> tuple[float, tuple[Denial, ...]]:
    """Denials in rows below zero, each in its day's column, with who denies beside the mark."""
    rows = denials.to_dict("records")
    half = measures.mark / 2 + 1
    start: dict[date, float] = {}
    items, xs = [], []
    for row in rows:
        day = _day(row["reported_day"])
        column = found[day]
        wide = text_px(row["denier"], measures.font) + measures.mark + 30
        x = start.get(day, column.left + measures.mark)
        if x > column.left + measures.mark and x + wide > column.right:
            x = column.left + measures.mark  # a new row: `place` puts it below the last
        start[day] = x + wide
        xs.append(x)
        items.append(Item(row["mention_id"], "denials", x - half, x + half, (row["denier"],)))
    placed = place(items, measures.plot, measures.font, 5)
    tracks = max((spot.track + 1 for spot in placed.values()), default=0)
    strip = tracks * measures.row + (measures.row * 0.4 if tracks else 0)
    return strip, tuple(
        Denial(
            event_id=row["event_id"],
            denier=row["denier"],
            title=row["title"],
            reported=_day(row["reported_day"]),
            x=x,
            placed=placed[row["mention_id"]],
        )
        for row, x in zip(rows, xs, strict=True)
    )

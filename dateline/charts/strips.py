"""Bands below a chart of claims for what has no height on it: denials, and claims without a number.

A mark stands on its report day; one voice on one day has one mark, however many things it denies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dateline.charts.claim_days import Days
from dateline.charts.escape import shortened
from dateline.charts.estimates_size import Measures
from dateline.charts.textwidth import text_px
from dateline.charts.theme import STATE_SHAPES
from dateline.charts.tracks import REACH_PX, Item, Placed, Side, place
from dateline.model import State
from dateline.views.days import as_day

VAGUE, DENIED = "Vague", "Denied"  # the names of the bands
MOST_ROWS = 5
CROSS = "x"
LABEL_CHARS = (40, 24, 14)


@dataclass(frozen=True, slots=True)
class StripMark:
    """One mark in a band. `ids` are what it can choose; the last of them is what a click does."""

    ids: tuple[str, ...]
    x: float
    y: float
    symbol: str
    group: str  # of the claimant whose colour it has; empty for ink
    is_hollow: bool
    name: str
    said: tuple[str, ...]
    reported: date
    placed: Placed


@dataclass(frozen=True, slots=True)
class Strip:
    name: str
    top: float
    bottom: float
    marks: tuple[StripMark, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that wants a place in a band."""

    ids: tuple[str, ...]
    day: date
    symbol: str
    group: str
    is_hollow: bool
    name: str
    said: tuple[str, ...]
    weight: float = 0.0


def denial_wishes(denials: pd.DataFrame) -> list[Wish]:
    """One for each voice and day of *denials* (see `views.denials`)."""
    found = []
    for (day, denier), told in denials.groupby(["reported_day", "denier"], sort=True):
        ids, count = tuple(told["item_id"])[::-1], len(told)
        name = f"{denier} ({count})" if count > 1 else str(denier)
        said = tuple(told["title"])
        found.append(Wish(ids, _day(day), CROSS, "", False, name, said, float(count)))
    return found


def vague_wishes(vague: pd.DataFrame) -> list[Wish]:
    """One for each claim without a number: its own words, and who says them."""
    found = []
    for row in vague.to_dict("records"):
        state = State(row["state"])
        name = f"“{shortened(row['phrase'], 26)}” {row['group_name']}"
        hollow = state in (State.PREPARING, State.PLANNED)
        symbol = STATE_SHAPES[state].plotly
        said = (f"“{row['phrase']}”, {row['claimant']}",)
        day = _day(row["reported_day"])
        found.append(Wish((row["estimate_id"],), day, symbol, row["group"], hollow, name, said))
    return found


def lay_strip(
    name: str, wishes: Sequence[Wish], days: Days, measures: Measures, top: float
) -> Strip | None:
    """The band for *wishes* below pixel *top*; None where there is nothing to show."""
    if not wishes:
        return None
    half, first = measures.mark / 2 + 1, measures.mark * 0.9
    used: dict[date, float] = {}
    items, xs = [], []
    for number, wish in enumerate(wishes):
        left, right = days.room(wish.day)
        start = left + first if right > left else left
        wide = measures.mark + 30 + _px(wish.name, measures)
        x = used.get(wish.day, start)
        if x > start and x + wide > right:
            x = start  # in a row below, which `place` finds
        used[wish.day] = x + wide
        xs.append(min(x, measures.plot - half))
        labels = tuple(dict.fromkeys(shortened(wish.name, most) for most in LABEL_CHARS))
        items.append(Item(str(number), name, xs[-1] - half, xs[-1] + half, labels, wish.weight))
    placed = place(items, measures.plot, measures.font, MOST_ROWS)
    rows = max(spot.track for spot in placed.values()) + 1
    marks = tuple(
        StripMark(
            wish.ids, x, top + (placed[str(number)].track + 0.86) * measures.row, wish.symbol,
            wish.group, wish.is_hollow, wish.name, wish.said, wish.day, placed[str(number)],
        )
        for number, (wish, x) in enumerate(zip(wishes, xs, strict=True))
    )  # fmt: skip
    return Strip(name, top, top + (rows + 0.5) * measures.row, marks)


def unlabelled(strip: Strip) -> list[str]:
    """What has a mark and no name at it."""
    return [mark.ids[-1] for mark in strip.marks if mark.placed.side is Side.NONE]


def _px(text: str, measures: Measures) -> float:
    return text_px(text, measures.font) + REACH_PX


def _day(value: object) -> date:
    day = as_day(value)
    assert day is not None, "whatever is reported has a report day"
    return day

"""Where claims are too many for marks: how many there are by stretch of days and size of number.

A claim of a range counts at every size between its ends, and one whose day is in doubt in every
stretch that it can mean, so that a cell holds whatever can lie in it. Denials, and claims without a
number, are counted in a band below. No cell says how many troops there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from dateline.charts import spec
from dateline.charts.amounts import Amounts
from dateline.charts.callouts import Box
from dateline.charts.claim_days import claim_extent
from dateline.charts.claim_drawing import Hit
from dateline.charts.claim_plan import ends
from dateline.charts.escape import safe
from dateline.charts.scale import Scale
from dateline.charts.spec import Spec
from dateline.charts.stretches import Stretches, stretches
from dateline.charts.strips import DENIED, VAGUE
from dateline.charts.theme import Look, tint
from dateline.views.claim_view import ClaimFrames
from dateline.views.claim_words import number
from dateline.views.days import as_day, span_text

MOST_MARKS = 150  # claims up to which each has a mark of its own
MOST_SMALL = 60  # the same in a small chart
LEVELS = (1, 2, 4, 8, 16)  # from how many claims on a cell is a shade darker
SHADES = (0.16, 0.34, 0.54, 0.76, 1.0)
CELL_PX = 16  # height of a cell
MOST_NAMED = 3  # claimants in the words about a cell


@dataclass(frozen=True, slots=True)
class Cell:
    """So many claims of a stretch and a size, and who makes most of them."""

    box: Box
    count: int
    stretch: int
    what: str  # "1,000 to 2,000 troops", "Denied"
    who: tuple[tuple[str, int], ...]

    @property
    def level(self) -> int:
        """How dark it is, from 0 on."""
        return sum(self.count >= least for least in LEVELS) - 1


def are_crowded(frames: ClaimFrames) -> bool:
    """Whether there are more claims, or more denials, than marks can show."""
    return max(len(frames.troops), len(frames.vague) + len(frames.denials)) > MOST_MARKS


@dataclass(frozen=True, slots=True)
class Spread:
    """The claims of a figure by the stretches that they can mean; those without a day are apart."""

    days: Stretches
    claims: tuple[tuple[dict[Any, Any], range], ...]  # a row with its stretches
    filled: tuple[int, ...]  # every stretch that something is in
    without_day: tuple[str, ...]


def spread(claims: pd.DataFrame, is_spoken: bool, below: Iterable[pd.DataFrame] = ()) -> Spread:
    """Find the stretches of *claims*, by report or by the days spoken of, and of the reports
    *below* them."""
    extents = [(row, claim_extent(row, is_spoken)) for row in claims.to_dict("records")]
    dated = [(row, extent) for row, extent in extents if extent is not None]
    known = [int(day) for _, extent in dated for day in (extent.first, extent.last)]
    reported = [day for band in below for day in _reported(band["reported_day"])]
    days = stretches(min([*known, *reported], default=1), max([*known, *reported], default=1))
    over = tuple((row, range(days.of(e.first), days.of(e.last) + 1)) for row, e in dated)
    filled = {stretch for _, these in over for stretch in these}
    filled |= {days.of(day) for day in reported}
    gone = tuple(row["estimate_id"] for row, extent in extents if extent is None)
    return Spread(days, over, tuple(sorted(filled)), gone)


def claim_cells(
    found: Spread, scale: Scale, axis: Amounts, unit: str, start: float = 0.0
) -> tuple[Cell, ...]:
    """The cells above zero, from the axis up, right of pixel *start*."""
    tall = axis.height / max(1, int(axis.height // CELL_PX))
    held: dict[tuple[int, int], list[dict[Any, Any]]] = {}
    for row, over in found.claims:
        low, high = (int((axis.bottom - axis.px(end) - 1e-9) // tall) for end in ends(row))
        for stretch in over:
            for size in range(max(0, low), max(0, high) + 1):
                held.setdefault((stretch, size), []).append(row)
    cells = []
    for (stretch, size), told in sorted(held.items()):
        left, right = found.days.px(stretch, scale)
        bottom = axis.bottom - size * tall
        numbers = [end for row in told for end in ends(row)]
        words = " to ".join(
            dict.fromkeys(number(end, unit) for end in (min(numbers), max(numbers)))
        )
        box = Box(start + left, bottom - tall, start + right, bottom)
        names = (row["group_name"] for row in told)
        cells.append(Cell(box, len(told), stretch, f"{words} {unit}", _most(names)))
    return tuple(cells)


def band_cells(
    rows: pd.DataFrame,
    name: str,
    who: str,
    days: Stretches,
    scale: Scale,
    top: float,
    bottom: float,
) -> list[Cell]:
    """The cells of a band below zero: *rows* by their day of report, *who* names their voices."""
    held: dict[int, list[str]] = {}
    for reported, voice in zip(_reported(rows["reported_day"]), rows[who], strict=True):
        held.setdefault(days.of(reported), []).append(str(voice))
    cells = []
    for stretch, told in sorted(held.items()):
        left, right = days.px(stretch, scale)
        box = Box(left, top, right, bottom)
        cells.append(Cell(box, len(told), stretch, name, _most(told)))
    return cells


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(names).most_common())


def _reported(values: Iterable[object]) -> list[int]:
    days = [as_day(value) for value in values]
    return [day.toordinal() for day in days if day is not None]


def level_words() -> Iterator[str]:
    """What each shade counts."""
    for low, high in pairwise(LEVELS):
        yield str(low) if high == low + 1 else f"{low} to {high - 1}"
    yield f"{LEVELS[-1]} or more"


def traces(cells: Sequence[Cell], look: Look) -> list[Spec]:
    """The cells as bars, one trace for each shade."""
    found = []
    for level, shade in enumerate(SHADES):
        alike = [cell.box for cell in cells if cell.level == level]
        boxes = [
            (b.middle[0], max(1.5, b.right - b.left - 1), b.bottom - 0.5, b.bottom - b.top - 1)
            for b in alike
        ]
        found.append(spec.bars(f"cells {level}", boxes, tint(look.base.accent, shade)))
    return found


def hits(cells: Iterable[Cell], days: Stretches) -> list[Hit]:
    """Every cell can be pointed at, and a click on it chooses its days."""
    found: list[Hit] = []
    for cell in cells:
        named = [f"{name} {count}" for name, count in cell.who[:MOST_NAMED]]
        more = len(cell.who) - MOST_NAMED
        named += [f"{more} more"] if more > 0 else []
        noun = "denial" if cell.what == DENIED else "claim"
        counted = f"{cell.count:,} {noun}{'s' * (cell.count != 1)}"
        about = "" if cell.what in (DENIED, VAGUE) else f" of {cell.what}"
        first, last = days.ends(cell.stretch)
        who = ", ".join(named)
        said = f"<b>{safe(counted)}</b>{safe(about)}<br>{span_text(first, last)}<br>{safe(who)}"
        found.append((cell.box.middle, ["stretch", days.choice(cell.stretch)], said))
    return found

"""Where events are too many for marks: how many there are by lane and stretch of days.

Events on a known day are counted in their stretch, solid; one that lasts counts where it begins.
One whose day is in doubt is counted, pale on top, in every stretch in which it can have happened,
and so is as wide as its doubt here as well. One unit of either axis is one pixel.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from dateline.charts import spec
from dateline.charts.escape import safe
from dateline.charts.scale import Extent, Scale, make_scale
from dateline.charts.spec import Spec
from dateline.charts.stretches import Stretches, stretches
from dateline.charts.theme import Look, tint
from dateline.charts.ticks import ticks
from dateline.charts.timeline_plan import UNDATED_NAME
from dateline.charts.timeline_size import chart_size
from dateline.views.days import span_text
from dateline.views.listing import Crowd

MOST_MARKS = 150  # dated events up to which each has a mark of its own
LANE_ROWS = 2.6  # height of a lane, in rows of the timeline

Counts = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Density:
    """Events by lane (rows) and stretch (columns): those on known days, and those that may be."""

    lanes: tuple[str, ...]
    days: Stretches
    known: Counts
    possible: Counts
    undated: int


def is_dense(dated: int) -> bool:
    """Whether there are more dated events than marks can show."""
    return dated > MOST_MARKS


def count(crowd: Crowd, window: Extent | None = None) -> Density:
    """Count the events of *crowd*, within *window* if given."""
    first, last, lane, is_known = crowd.first, crowd.last, crowd.lane, crowd.is_known
    if window is not None:
        first = first.clip(int(window.first), int(window.last))
        last = last.clip(int(window.first), int(window.last))
    low, high = int(first.min()), int(last.max())
    days = stretches(low, high)
    start, end = (first - low) // days.step, (last - low) // days.step
    shape = len(crowd.lanes), days.of(high) + 1
    known = _counted(lane[is_known], start[is_known], shape)
    wider = shape[0], shape[1] + 1
    edges = _counted(lane[~is_known], start[~is_known], wider)
    edges -= _counted(lane[~is_known], end[~is_known] + 1, wider)
    possible = edges.cumsum(axis=1)[:, :-1]
    return Density(crowd.lanes, days, known, possible, crowd.undated)


def _counted(lane: Counts, stretch: Counts, shape: tuple[int, int]) -> Counts:
    flat = np.bincount(lane * shape[1] + stretch, minlength=shape[0] * shape[1])
    return flat.reshape(shape)


def density_figure(crowd: Crowd, look: Look, width: int, window: Extent | None = None) -> go.Figure:
    """Draw how many events there are; a stretch can be clicked."""
    return draw(count(crowd, window), look, width)


def draw(counted: Density, look: Look, width: int) -> go.Figure:
    size = chart_size(look, width)
    total = (counted.known + counted.possible).sum(axis=0)
    filled = counted.days.extents(np.flatnonzero(total).tolist())
    scale = make_scale(filled, size.plot, pad=look.px(8), name_px=look.px(84))
    lane_px, strip = size.row * LANE_ROWS + size.head, size.row * 1.4 if counted.undated else 0
    if look.tallest:
        left = look.tallest - size.top - size.bottom - strip
        lane_px = min(lane_px, left / len(counted.lanes))
    height = lane_px * len(counted.lanes) + strip
    most = max(1, int((counted.known + counted.possible).max(initial=0)))
    room = lane_px - size.head - size.row * 0.5
    known, possible = (
        _bars(counted, part, under, scale, lane_px, room / most)
        for part, under in ((counted.known, None), (counted.possible, counted.known))
    )
    base = look.base
    traces = [
        spec.bars("known", known, base.accent),
        spec.bars("possible", possible, tint(base.accent, 0.3)),
        _hits(counted, scale, lane_px, look),
    ]
    labels = [(tick.px, safe(tick.text)) for tick in ticks(scale, look.text(14))]
    layout = spec.layout(look, size.font) | {
        "height": round(height + size.top + size.bottom),
        "margin": {"l": size.left, "r": look.px(8), "t": size.top, "b": size.bottom, "pad": 0},
        "barmode": "overlay",
        "shapes": _bands(counted, lane_px, size.left / size.plot, look, narrow=size.is_narrow),
        "annotations": _names(counted, lane_px, look, size),
        "xaxis": spec.axis(look, labels, (0, size.plot))
        | {"side": "top", "showgrid": False, "ticks": ""},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }
    return spec.figure(traces, layout)


def _bars(
    counted: Density, part: Counts, under: Counts | None, scale: Scale, lane_px: float, unit: float
) -> list[tuple[float, float, float, float]]:
    """Middle, width, foot and height of each bar, in pixels; what is there is two pixels high."""
    found = []
    for lane, stretch, many in _filled(part):
        left, right = counted.days.px(stretch, scale)
        foot = (lane + 1) * lane_px - 3.0
        if under is not None and (below := int(under[lane, stretch])):
            foot -= max(2.0, below * unit)
        found.append(((left + right) / 2, max(1.5, right - left - 1), foot, max(2.0, many * unit)))
    return found


def _filled(part: Counts) -> Iterator[tuple[int, int, int]]:
    """Lane, stretch and number of whatever is not empty."""
    places = np.nonzero(part)
    return zip(*(column.tolist() for column in (*places, part[places])), strict=True)


def _hits(counted: Density, scale: Scale, lane_px: float, look: Look) -> Spec:
    spots, ids, hovers = [], [], []
    words: dict[int, str] = {}  # of a stretch, which every lane has
    for lane, stretch, many in _filled(counted.known + counted.possible):
        left, right = counted.days.px(stretch, scale)
        if stretch not in words:
            words[stretch] = span_text(*counted.days.ends(stretch))
        spots.append(((left + right) / 2, (lane + 0.6) * lane_px))
        ids.append([counted.days.choice(stretch)])
        known = int(counted.known[lane, stretch])
        hovers.append(
            f"<b>{safe(counted.lanes[lane])}</b><br>{safe(words[stretch])}<br>"
            f"{known:,} on known days, {many - known:,} that may be"
        )
    return spec.hit_points(spots, ids, hovers, look)


def _bands(
    counted: Density, lane_px: float, left: float, look: Look, *, narrow: bool
) -> list[Spec]:
    edge = 0.0 if narrow else -left
    return [
        spec.box(
            (edge, lane * lane_px), (1, (lane + 1) * lane_px), look.base.band, xref="paper",
            layer="below",
        )
        for lane in range(0, len(counted.lanes), 2)
    ]  # fmt: skip


def _names(counted: Density, lane_px: float, look: Look, size: Any) -> list[Spec]:
    """The lanes with their number of events; of the undated, only the number."""
    notes = []
    for lane, name in enumerate(counted.lanes):
        known = int(counted.known[lane].sum())
        words = f"<b>{safe(name)}</b>{' ' if size.is_narrow else '<br>'}{known:,} on known days"
        y = lane * lane_px + (size.head / 2 + 2 if size.is_narrow else lane_px / 2)
        notes.append(_name(look, y, words, size))
    if counted.undated:
        y = len(counted.lanes) * lane_px + size.row * 0.8
        words = f"<b>{UNDATED_NAME}</b>: {counted.undated:,}, listed below"
        notes.append(_name(look, y, words, size))
    return notes


def _name(look: Look, y: float, words: str, size: Any) -> Spec:
    return spec.note(
        look, 0, y, words, size=13.5, colour=look.base.ink, xref="paper", xanchor="left",
        xshift=look.px(2) if size.is_narrow else look.px(10) - size.left, align="left",
    )  # fmt: skip

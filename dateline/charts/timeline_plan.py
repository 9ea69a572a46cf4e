"""What the timeline draws and where, in pixels, before any of it is drawn.

A date is drawn as wide as its doubt: a day as a filled mark, days of which one is meant as a hollow
mark in a dotted bar, days which are all meant as a solid bar, an open end as an arrow.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from dateline.charts.escape import shortened
from dateline.charts.flat_lanes import flatten
from dateline.charts.scale import Extent, Scale, make_scale, ordinal
from dateline.charts.textwidth import text_px
from dateline.charts.theme import Look
from dateline.charts.ticks import ticks
from dateline.charts.timeline_parts import (
    Band,
    Certainty,
    Mark,
    Plan,
    Report,
    certainty_of,
    dispute_of,
)
from dateline.charts.timeline_size import ARROW_PX, LETTERS, ROW_PX, Size, chart_size
from dateline.charts.tracks import Item, Placed, Side, flow, place
from dateline.views.days import as_day

LABEL_CHARS = (44, 28, 18)
LONGER_CHARS = (120, 72, 64, 58, 52, 48, 44, 40, 36, 32, 28, 25, 22)  # where a row has room left
MOST_TRACKS = 4
FLAT = -1  # instead of a number of rows
PAD = 0.12  # above and below the rows of a lane, of the height of a row
STRIP_ROWS = 1.66  # rows that the strip of the undated takes with one line
NAME_PX, NAME_ROOM = 14.5, 1.1  # the type of a lane's name, and the height it needs, in its size
# Rows of labels in a lane and their height, each tried where the one before it is too tall.
CLOSE_PX = 19.0  # as close as rows are set for the sake of height
TIGHTER = ((MOST_TRACKS, ROW_PX), *((tracks, CLOSE_PX) for tracks in range(MOST_TRACKS, 0, -1)))
TALL_PX = 490  # a wide chart that is taller sets its rows closer, so that the card shows below
STRIP_CHARS = (*LABEL_CHARS, 14, 10, 6)
UNDATED_NAME = "No date given"
UNDATED_LINES = 1  # of the strip below the axis; the page lists whatever else has no date


def plan(
    rows: pd.DataFrame,
    look: Look,
    width: int,
    window: Extent | None = None,
    undated_count: int = 0,
    last_report: date | None = None,
    beside: Sequence[Extent] = (),
) -> Plan:
    """Lay out *rows* (see `views.timeline.timeline_rows`) for a figure *width* pixels wide.

    With a *window*, bars that reach out of it are cut off at its edge. Where the look bounds the
    height, lanes are set closer, then lose labels, the least corroborated first; marks all stay.
    *undated_count* says how many events without a date there are, where *rows* hold only some.
    Where something drawn lies after the day of the *last_report*, the axis says where that is.
    *beside* are days that another chart on the same axis has to show.
    """
    beside = [*beside, *([window] if window else [])]
    found = _within_height(rows, look, width, window, undated_count, beside)
    return replace(found, report=_report(found.scale, last_report))


def _report(scale: Scale, day: date | None) -> Report | None:
    """The end of the day: what is drawn right of it had not happened when it was told."""
    if day is None or not scale.stretches:
        return None
    first, last = scale.stretches[0].first, scale.stretches[-1].last
    if not first <= ordinal(day) < last:
        return None
    return Report(scale.px(ordinal(day) + 0.5), day)


def _within_height(
    rows: pd.DataFrame,
    look: Look,
    width: int,
    window: Extent | None,
    undated_count: int,
    beside: Sequence[Extent],
) -> Plan:
    size = chart_size(look, width)
    found = _laid_out(rows, look, size, window, MOST_TRACKS, undated_count, beside)
    if not look.tallest:
        tall = look.px(TALL_PX)
        if size.is_narrow or found.full_height <= tall:
            return found
        row = max(look.px(CLOSE_PX), size.row * tall / found.full_height)
        return _laid_out(
            rows, look, replace(size, row=row), window, MOST_TRACKS, undated_count, beside
        )
    for tracks, row in TIGHTER:
        closer = replace(size, row=look.px(row))
        found = _laid_out(rows, look, closer, window, tracks, undated_count, beside)
        if found.full_height <= look.tallest:
            return found
    squeezed = found.size.row * (look.tallest - size.top - size.bottom) / found.height
    closest = replace(size, row=squeezed)
    found = _laid_out(rows, look, closest, window, 0, undated_count, beside)
    lanes = [band for band in found.bands if not band.is_undated]
    least = min((band.bottom - band.top for band in lanes), default=0.0)
    if size.is_narrow or not lanes or least >= NAME_ROOM * look.text(NAME_PX):
        return found
    rows_high = len(lanes) * (1 + 2 * PAD) + STRIP_ROWS * (len(found.bands) - len(lanes))
    row = min(look.px(ROW_PX), (look.tallest - size.top - size.bottom) / rows_high)
    return _laid_out(rows, look, replace(size, row=row), window, FLAT, undated_count, beside)


def _laid_out(
    rows: pd.DataFrame,
    look: Look,
    size: Size,
    window: Extent | None,
    tracks: int,
    undated_count: int,
    beside: Sequence[Extent],
) -> Plan:
    """The plan with at most so many rows of labels in a lane, on an axis that holds *beside*.

    Where lanes are to be `FLAT`, each has one row for everything.
    """
    dated = rows[~rows["is_undated"]]
    extents = {row.event_id: _extent(row, window) for row in dated.itertuples()}
    scale = make_scale(
        [*extents.values(), *beside], size.axis, pad=look.px(18), name_px=look.px(84)
    )
    items = [_item(row, extents[row.event_id], scale, size) for row in dated.itertuples()]
    if tracks == FLAT:
        placed = flatten(items, size.plot, size.font)
    else:
        placed = place(items, size.plot, size.font, tracks)
    bands, y_of, bottom = _bands(dated, placed, size)
    marks = [
        _mark(row, item, placed[row.event_id], y_of, scale, extents[row.event_id])
        for row, item in zip(dated.itertuples(), items, strict=True)
    ]
    undated = rows[rows["is_undated"]]
    if not undated.empty:
        strip, band = _undated(undated, size, bottom, max(undated_count, len(undated)))
        marks, bands, bottom = [*marks, *strip], [*bands, band], band.bottom
    labels = tuple(ticks(scale, look.text(14))) if extents or beside else ()
    return Plan(size, scale, tuple(bands), tuple(marks), labels, max(bottom, 3 * size.row))


def days_of(first: object, last: object) -> Extent:
    """An event's days; an open end is as wide as the day that is known."""
    start, end = as_day(first), as_day(last)
    known = start or end
    assert known is not None, "undated events are not on the axis"
    return Extent(ordinal(start or known), ordinal(end or known), start is None or end is None)


def window_of(
    first: date | None, last: date | None, ends: tuple[date, date] | None
) -> Extent | None:
    """The chosen days, with the end that was left open taken from the *ends* of what is drawn."""
    if first is None and last is None:
        return None
    low, high = ends or (None, None)
    start, end = first or low or last, last or high or first
    assert start is not None, "one of the two was given"
    assert end is not None, "one of the two was given"
    return Extent(ordinal(min(start, end)), ordinal(max(start, end)))


def _extent(row: Any, window: Extent | None) -> Extent:
    days = days_of(row.first_day, row.last_day)
    if window is None:
        return days
    first = min(max(days.first, window.first), window.last)
    return Extent(first, max(first, min(days.last, window.last)), days.is_open)


def _item(row: Any, extent: Extent, scale: Scale, size: Size) -> Item:
    """The pixels a mark covers with its bar and arrows, and the label in its lengths."""
    half = size.mark / 2 + 1
    left, right = scale.px(extent.first) - half, scale.px(extent.last) + half
    if pd.isna(row.last_day):
        right += ARROW_PX
    if pd.isna(row.first_day):
        left -= ARROW_PX
    title = str(row.title)
    lengths = LABEL_CHARS if size.row >= LETTERS * size.font else ()  # rows too low for letters
    labels = tuple(dict.fromkeys(shortened(title, most) for most in lengths))
    # Corroboration first; between equals, the closer date.
    weight = row.publisher_count * 1000 + row.article_count * 10 - min(extent.width, 9)
    longer = tuple(dict.fromkeys(shortened(title, most) for most in LONGER_CHARS))
    return Item(row.event_id, row.lane, left, right, labels, weight, longer)


def _bands(
    rows: pd.DataFrame, placed: dict[str, Placed], size: Size
) -> tuple[list[Band], dict[tuple[str, int], float], float]:
    """Lanes from top to bottom, and the height of each row in them."""
    lanes = rows.sort_values("lane_rank", kind="stable").drop_duplicates("lane")
    tracks: dict[str, int] = {}
    for row in rows.itertuples():
        tracks[row.lane] = max(tracks.get(row.lane, 0), placed[row.event_id].track + 1)
    bands, y_of, top = [], {}, 0.0
    pad = size.row * PAD
    for lane in lanes.itertuples():
        for track in range(tracks[lane.lane]):
            y_of[lane.lane, track] = top + pad + size.head + (track + 0.5) * size.row
        # Two lines of a long name need room even where one event has the lane to itself.
        bottom = top + 2 * pad + size.head + tracks[lane.lane] * size.row
        bands.append(Band(lane.lane_name, top, bottom))
        top = bottom
    return bands, y_of, top


def _mark(
    row: Any,
    item: Item,
    spot: Placed,
    y_of: dict[tuple[str, int], float],
    scale: Scale,
    extent: Extent,
) -> Mark:
    left, right = scale.px(extent.first), scale.px(extent.last)
    certainty = certainty_of(row.first_day, row.last_day, row.precision)
    middle = (left + right) / 2 if certainty is Certainty.DOUBT else left
    return Mark(
        event_id=item.item_id,
        family=row.family,
        certainty=certainty,
        left=left,
        right=right,
        x=middle,
        y=y_of[item.lane, spot.track],
        opens_left=bool(pd.isna(row.first_day)),
        opens_right=bool(pd.isna(row.last_day)),
        dispute=dispute_of(row),
        is_planned=bool(row.is_planned),
        title=row.title,
        when=row.when,
        publisher_count=int(row.publisher_count),
        affirmed_count=int(row.affirmed_count),
        denied_count=int(row.denied_count),
        placed=spot,
    )


def _undated(rows: pd.DataFrame, size: Size, top: float, count: int) -> tuple[list[Mark], Band]:
    """The strip below the axis: marks side by side, in an order that says nothing about days."""
    ordered = rows.sort_values(
        ["publisher_count", "article_count"], ascending=False, kind="stable"
    ).itertuples()
    by_id = {row.event_id: row for row in ordered}
    items = [
        Item(row.event_id, "", 0, 0, tuple(shortened(row.title, n) for n in STRIP_CHARS))
        for row in by_id.values()
    ]
    most = 3 if size.is_narrow else UNDATED_LINES
    spots = [s for s in flow(items, size.plot, size.font, size.mark) if s[1] < most]
    first = top + size.row * 0.5 + size.head
    marks = [
        _undated_mark(by_id[event_id], at, first + (line + 0.5) * size.row, label, size)
        for event_id, line, at, label in spots
    ]
    lines = spots[-1][1] + 1
    bottom = first + lines * size.row + size.row * 0.16
    left_out = count - len(marks)
    return marks, Band(UNDATED_NAME, top + size.row * 0.35, bottom, True, left_out)


def _undated_mark(row: Any, at: float, y: float, label: str, size: Size) -> Mark:
    x, start = at + size.mark / 2, at + size.mark + 10
    return Mark(
        event_id=row.event_id,
        family=row.family,
        certainty=Certainty.UNDATED,
        left=x,
        right=x,
        x=x,
        y=y,
        opens_left=False,
        opens_right=False,
        dispute=dispute_of(row),
        is_planned=bool(row.is_planned),
        title=row.title,
        when=row.when,
        publisher_count=int(row.publisher_count),
        affirmed_count=int(row.affirmed_count),
        denied_count=int(row.denied_count),
        placed=Placed(0, Side.RIGHT, label, start, start + text_px(label, size.font) + 2),
    )

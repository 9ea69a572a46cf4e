"""Charts on the page: drawn last, into room that was kept for them, and clicked into a choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.charts.claim_cells import are_crowded
from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import draw
from dateline.charts.estimates_plan import plan
from dateline.charts.quantities import quantities_figure
from dateline.charts.quantities_plan import drawn_rows
from dateline.charts.theme import Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_plan import window_of
from dateline.ui import ring, tables, viewport
from dateline.ui.drawing import Drawing, drawing, mount
from dateline.ui.shared import but_last, shared
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.days import as_day, badge
from dateline.views.lanes import LANE_BY_NAMES, Lanes
from dateline.views.listing import Listing, crowd
from dateline.views.selection import Selection

# Said of a chart in place of what its marks would say.
COUNTED = " They are too many for marks of their own, so it shows how many there are."
KEPT = 64  # figures kept for views that somebody comes back to


def timeline(
    holder: Any, found: Listing, selection: Selection, laid: Lanes, chosen: str | None, say: str
) -> None:
    """The timeline of the events *found*, with a ring around the *chosen* one."""
    look, width = viewport.look(), viewport.chart_width()
    drawn = _timeline(tables.version(), selection, laid, look, width, found)
    alt = (
        f"Timeline of {len(found):,} events in {drawn.lanes} lanes by "
        f"{LANE_BY_NAMES[laid.by].lower()}. "
        "The list below the chart and the Data page hold the same events."
    )
    if is_dense(found.dated_count):
        alt += COUNTED
    with holder:
        mount(drawn.figure, "timeline-chart", alt, "event")
    ring.mount("timeline-chart", chosen, drawn.badges, look, say)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A figure of the timeline, its number of lanes, and the days of each mark in few letters."""

    figure: Drawing
    lanes: int
    badges: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of claims, and what it could not name or place: ids of claims and events."""

    figure: Drawing
    unlabelled: tuple[str, ...]
    without_day: tuple[str, ...]


def estimates(
    holder: Any,
    frames: ClaimFrames,
    view: ClaimView,
    selection: Selection,
    chosen: str | None,
    say: str,
) -> Drawn:
    """Troop claims and denials, with a ring around the *chosen* one."""
    look, width = viewport.look(), viewport.chart_width()
    drawn = _estimates(tables.version(), selection, view, look, width, frames)
    axis = "the day they speak of" if view.is_spoken else "report day"
    alt = (
        f"{len(frames.troops)} claims of troop numbers, {len(frames.vague)} without a number and "
        f"{len(frames.denials)} denials by {axis}. The comparison below the chart and the Data "
        "page hold the same claims."
    )
    if are_crowded(frames):
        alt += COUNTED
    with holder:
        mount(drawn.figure, "estimates-chart", alt, "claim")
    ring.mount("estimates-chart", chosen, {}, look, say)
    return drawn


def quantities(holder: Any, frames: ClaimFrames, view: ClaimView, selection: Selection) -> None:
    """Small charts of whatever else is counted; nothing where nothing has a number."""
    rows = drawn_rows(frames.other)
    if rows.empty:
        return
    look, width = viewport.look(), viewport.chart_width()
    figure = _quantities(tables.version(), selection, view, look, width, frames.other)
    alt = (
        f"{len(rows)} claims about {rows['measure'].nunique()} other things, each on an axis of "
        "its own. The table below holds the same claims."
    )
    with holder:
        mount(figure, "quantities-chart", alt, "claim")


@shared(KEPT, keyed=but_last)
def _timeline(
    built: str, selection: Selection, laid: Lanes, look: Look, width: int, found: Listing
) -> _Drawn:
    """The events follow from the build and the choices, so these are the key and they are not."""
    window = window_of(selection.first, selection.last, found.ends())
    if is_dense(found.dated_count):
        events = crowd(found, laid)
        figure = density_figure(events, look, width, window)
        return _Drawn(drawing(figure), len(events.lanes), {})
    rows = found.rows(laid)
    lanes = rows.loc[~rows["is_undated"], "lane"].nunique()
    figure = timeline_figure(rows, look, width, window, found.undated_count, found.last_report)
    return _Drawn(drawing(figure), lanes, _badges(rows))


def _badges(rows: pd.DataFrame) -> dict[str, str]:
    return {
        row.event_id: badge(as_day(row.first_day), as_day(row.last_day), row.precision)
        for row in rows.itertuples()
    }


@shared(KEPT, keyed=but_last)
def _estimates(
    built: str, selection: Selection, view: ClaimView, look: Look, width: int, frames: ClaimFrames
) -> Drawn:
    planned = plan(frames, view, look, width)
    figure = drawing(draw(planned, _ranks(), look))
    return Drawn(figure, planned.unlabelled, planned.without_day)


@shared(KEPT, keyed=but_last)
def _quantities(
    built: str, selection: Selection, view: ClaimView, look: Look, width: int, other: pd.DataFrame
) -> Drawing:
    return drawing(quantities_figure(other, view, _ranks(), look, width))


def _ranks() -> dict[str, int]:
    """The place of each claimant among the colours."""
    return {group: rank for rank, group in enumerate(tables.choices().claimants)}

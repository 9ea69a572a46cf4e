"""The two charts of one axis on the page: clicked into a choice, dragged over into a stretch."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import draw
from dateline.charts.estimates_plan import plan
from dateline.charts.estimates_size import NARROW_PX
from dateline.charts.linked import pair_figures, plan_pair
from dateline.charts.scale import Scale
from dateline.charts.theme import Look
from dateline.charts.timeline_plan import window_of
from dateline.ui import ring, tables, viewport
from dateline.ui.drawing import Drawing, drawing, mount
from dateline.ui.shared import shared
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.lanes import Lanes
from dateline.views.listing import Listing, crowd
from dateline.views.selection import Selection

KEPT = 32
EVENTS_CHART, CLAIMS_CHART = "both-events-chart", "both-claims-chart"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Both figures, and the axis they share; None where there are too many events for one."""

    events: Drawing
    claims: Drawing
    scale: Scale | None
    unlabelled: tuple[str, ...]
    without_day: tuple[str, ...]


def both(
    holders: tuple[Any, Any],
    found: Listing,
    frames: ClaimFrames,
    selection: Selection,
    view: ClaimView,
    rings: tuple[str | None, str | None],
    say: str,
) -> Drawn:
    """Events above claims, with *rings* around what is chosen in each."""
    look, width = viewport.look(), viewport.chart_width()
    drawn = _both(tables.version(), selection, view, look, width, found, frames)
    alts = (
        f"Timeline of {found.dated_count:,} dated events, over the same days as the claims below.",
        f"{len(frames.troops)} claims of troop numbers and {len(frames.denials)} denials, over the "
        "same days as the events above. The list below the charts holds both.",
    )
    charts = (EVENTS_CHART, CLAIMS_CHART)
    for holder, figure, key, alt in zip(
        holders, (drawn.events, drawn.claims), charts, alts, strict=True
    ):
        with holder:
            mount(figure, key, alt, "item", _stretched(drawn.scale))
    # Two live regions would say everything twice.
    for chart, ringed, words in zip(charts, rings, (say, ""), strict=True):
        ring.mount(chart, ringed, {}, look, words)
    return drawn


@shared(KEPT, keyed=lambda *choice: choice[:-2])
def _both(
    built: str,
    selection: Selection,
    view: ClaimView,
    look: Look,
    width: int,
    found: Listing,
    frames: ClaimFrames,
) -> Drawn:
    """What is drawn follows from the build and the choices."""
    window = window_of(selection.first, selection.last, found.ends())
    ranks = {group: rank for rank, group in enumerate(tables.choices().claimants)}
    if is_dense(found.dated_count):
        planned = plan(frames, view, look, width)
        events = drawing(density_figure(crowd(found, Lanes()), look, width, window))
        claims = drawing(draw(planned, ranks, look))
        return Drawn(events, claims, None, planned.unlabelled, planned.without_day)
    pair = plan_pair(found.rows(), frames, view, look, width, window, found.last_report)
    upper, lower = pair_figures(pair, ranks, look, width < NARROW_PX)
    return Drawn(
        drawing(upper),
        drawing(lower),
        pair.events.scale,
        pair.claims.unlabelled,
        pair.claims.without_day,
    )


def _stretched(scale: Scale | None) -> Callable[[float, float], None] | None:
    """A stretch that is dragged over becomes the chosen days."""
    if scale is None:
        return None

    def take(first: float, last: float) -> None:
        st.session_state["from"], st.session_state["to"] = (
            dt.date.fromordinal(round(scale.day(x))) for x in (first, last)
        )

    return take

"""The two charts of one axis on the page: clicked into a choice, dragged over into a stretch."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import draw
from dateline.charts.estimates_plan import plan
from dateline.charts.estimates_size import NARROW_PX
from dateline.charts.linked import pair_figures, plan_pair
from dateline.charts.scale import Scale
from dateline.charts.spec import CONFIG
from dateline.charts.stretches import chosen_days
from dateline.charts.theme import Look
from dateline.charts.timeline_plan import window_of
from dateline.ui import ring, tables, viewport
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

    events: Any
    claims: Any
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
            st.plotly_chart(
                figure,
                key=key,
                on_select=_picked(key, drawn.scale),
                selection_mode=("points", "box"),
                config=CONFIG,
                theme=None,
                alt=alt,
            )
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
        events = density_figure(crowd(found, Lanes()), look, width, window)
        claims = draw(planned, ranks, look)
        return Drawn(events, claims, None, planned.unlabelled, planned.without_day)
    pair = plan_pair(found.rows(), frames, view, look, width, window, found.last_report)
    upper, lower = pair_figures(pair, ranks, look, width < NARROW_PX)
    claims = pair.claims
    return Drawn(upper, lower, pair.events.scale, claims.unlabelled, claims.without_day)


def _picked(key: str, scale: Scale | None) -> Any:
    """A stretch that is drawn over becomes the chosen days, a click on a mark the choice."""

    def take() -> None:
        picked = st.session_state[key].selection
        if picked.box and scale is not None:
            ends = sorted(scale.day(float(x)) for x in picked.box[0]["x"])
            first, last = (dt.date.fromordinal(round(day)) for day in ends)
            st.session_state["from"], st.session_state["to"] = first, last
        elif picked.points:
            chosen = str(picked.points[0]["customdata"][-1])
            if (days := chosen_days(chosen)) is not None:
                st.session_state["from"], st.session_state["to"] = days
            else:
                st.session_state["item"] = chosen

    return take

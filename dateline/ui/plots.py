"""Charts on the page: drawn last, into room that was kept for them, and clicked into a choice."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dateline.charts.density import DAYS, density_figure, is_dense
from dateline.charts.estimates import estimates_figure
from dateline.charts.spec import CONFIG
from dateline.charts.theme import Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_plan import window_of
from dateline.ui import ring, tables, viewport
from dateline.views.lanes import LANE_BY_NAMES, Lanes
from dateline.views.selection import Selection

KEPT = 64  # figures kept for views that somebody comes back to


def timeline(
    holder: Any,
    rows: pd.DataFrame,
    selection: Selection,
    laid: Lanes,
    chosen: str | None,
    badges: Mapping[str, str],
    say: str,
) -> None:
    """The timeline of *rows*, with a ring around the *chosen* event."""
    look, width = viewport.look(), viewport.chart_width()
    figure = _timeline(tables.version(), selection, laid, look, width, rows)
    lanes = rows.loc[~rows["is_undated"], "lane"].nunique()
    alt = (
        f"Timeline of {len(rows)} events in {lanes} lanes by {LANE_BY_NAMES[laid.by].lower()}. "
        "The list below the chart and the Data page hold the same events."
    )
    if is_dense(rows):
        alt += " They are too many for marks of their own, so it shows how many there are."
    _chart(holder, figure, "timeline-chart", "event", alt)
    ring.mount("timeline-chart", chosen, badges, look, say)


def estimates(
    holder: Any,
    frames: Sequence[pd.DataFrame],
    ranks: Mapping[str, int],
    selection: Selection,
    chosen: str | None,
    say: str,
) -> None:
    """Troop claims, denials and the highest claim by day, as *frames* in that order."""
    look, width = viewport.look(), viewport.chart_width()
    figure = _estimates(tables.version(), selection, look, width, ranks, frames)
    alt = (
        f"{len(frames[0])} claims of troop numbers and {len(frames[1])} denials by report day. "
        "The list below the chart and the Data page hold the same claims."
    )
    _chart(holder, figure, "estimates-chart", "claim", alt)
    ring.mount("estimates-chart", chosen, {}, look, say)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _timeline(
    built: str, selection: Selection, laid: Lanes, look: Look, width: int, _rows: pd.DataFrame
) -> Any:
    """The rows follow from the build and the choices, so these are the key and they are not."""
    window = window_of(selection.first, selection.last, _rows)
    draw = density_figure if is_dense(_rows) else timeline_figure
    return draw(_rows, look, width, window)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _estimates(
    built: str,
    selection: Selection,
    look: Look,
    width: int,
    _ranks: Mapping[str, int],
    _frames: Sequence[pd.DataFrame],
) -> Any:
    return estimates_figure(_frames, _ranks, look, width)


def _chart(holder: Any, figure: Any, key: str, field: str, alt: str) -> None:
    with holder:
        st.plotly_chart(
            figure,
            key=key,
            on_select=_picked(key, field),
            selection_mode="points",
            config=CONFIG,
            theme=None,
            alt=alt,
        )


def _picked(key: str, field: str) -> Any:
    """A click on a mark is a choice, one on a stretch of days chooses its days.

    An empty selection is none: Plotly sends one on a second click within its double-click time.
    """

    def take() -> None:
        points = st.session_state[key].selection.points
        if not points:
            return
        picked = str(points[0]["customdata"][-1])
        if picked.startswith(f"{DAYS}:"):
            st.session_state["from"], st.session_state["to"] = map(
                dt.date.fromisoformat, picked.split(":")[1:]
            )
        else:
            st.session_state[field] = picked

    return take

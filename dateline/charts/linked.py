"""Events and claims over one axis of days: two figures, of which a day has the same pixel in both.

The events make the axis as they do on the timeline, and the claims' days are given room on it.
"""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dateline.charts import estimates, timeline
from dateline.charts.estimates_parts import Linked
from dateline.charts.estimates_parts import Plan as ClaimPlan
from dateline.charts.estimates_plan import extents_of
from dateline.charts.estimates_plan import plan as plan_claims
from dateline.charts.estimates_size import NARROW_PX, chart_measures
from dateline.charts.scale import Extent
from dateline.charts.theme import Look
from dateline.charts.timeline_parts import Plan as EventPlan
from dateline.charts.timeline_plan import plan as plan_events
from dateline.views.claim_view import ClaimFrames, ClaimView

GAP = 10  # pixels between the two where they share a height
TALLEST_EVENTS, TALLEST_CLAIMS = 470, 330  # together on a screen; a phone scrolls


@dataclass(frozen=True, slots=True)
class Pair:
    """The two plans, and by how much the upper one moves right so that both start alike."""

    events: EventPlan
    claims: ClaimPlan
    shift: int


def plan_pair(
    rows: pd.DataFrame,
    frames: ClaimFrames,
    view: ClaimView,
    look: Look,
    width: int,
    window: Extent | None = None,
    last_report: date | None = None,
) -> Pair:
    """Lay out the dated events of *rows* above the claims of *frames*, *width* pixels wide.

    A look that bounds the height bounds that of both together.
    """
    is_narrow = width < NARROW_PX
    # Beside the lanes of a phone there is no room for the numbers, so both begin further right.
    shift = chart_measures(look, width).left - look.px(8) if is_narrow else 0
    dated = rows[~rows["is_undated"]]
    above, below = heights(look, is_narrow)
    days = [_within(extent, window) for extent in extents_of(frames, view.is_spoken)]

    def events(tallest: int) -> EventPlan:
        bounded = replace(look, tallest=tallest)
        return plan_events(dated, bounded, width - shift, window, 0, last_report, days)

    upper = events(above)
    link = Linked(upper.scale, upper.size.left + shift, upper.size.plot)
    lower = replace(look, tallest=below)
    claims = plan_claims(frames, view, lower, width, link)
    more = round(claims.height + claims.measures.top + claims.measures.bottom) - below
    if (
        look.tallest and not is_narrow and more > 0
    ):  # many deny; how high the events are changes no day
        upper = events(above - more)
    return Pair(upper, claims, shift)


def heights(look: Look, is_narrow: bool) -> tuple[int, int]:
    """The most pixels that either may take; 0 where nothing forbids more."""
    if is_narrow:
        return 0, 0
    if look.tallest:
        room = look.tallest - GAP
        above = round(room * TALLEST_EVENTS / (TALLEST_EVENTS + TALLEST_CLAIMS))
        return above, room - above
    return look.px(TALLEST_EVENTS), look.px(TALLEST_CLAIMS)


def _within(extent: Extent, window: Extent | None) -> Extent:
    if window is None:
        return extent
    first = min(max(extent.first, window.first), window.last)
    return Extent(first, max(first, min(extent.last, window.last)), extent.is_open)


def pair_figures(
    pair: Pair, ranks: dict[str, int], look: Look, is_narrow: bool
) -> tuple[go.Figure, go.Figure]:
    """Draw both. A stretch can be drawn over either, but not on a phone, where that scrolls."""
    upper, lower = timeline.draw(pair.events, look), estimates.draw(pair.claims, ranks, look)
    upper.layout.margin.l += pair.shift
    for figure in (upper, lower):
        figure.layout.selectdirection = "h"
        figure.layout.dragmode = False if is_narrow else "select"
        figure.layout.newselection = {"line": {"color": look.base.accent, "width": 2}}
    return upper, lower

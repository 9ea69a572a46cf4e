"""Claims about everything but the number of troops, as small charts in one Plotly figure."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dateline.charts import claim_cells, claim_drawing, spec
from dateline.charts.escape import safe
from dateline.charts.quantities_plan import Grid, Panel, grid
from dateline.charts.spec import Spec
from dateline.charts.theme import Look
from dateline.views.claim_view import ClaimView


def quantities_figure(
    other: pd.DataFrame, view: ClaimView, ranks: Mapping[str, int], look: Look, width: int
) -> go.Figure:
    """Draw a panel for each measure of *other* (see `views.claim_rows.other_rows`)."""
    return draw(grid(other, view, look, width), ranks, look)


def draw(planned: Grid, ranks: Mapping[str, int], look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    claims = [claim for panel in planned.panels for claim in panel.claims]
    colours = {c.group: look.claimant(ranks.get(c.group, 99)) for c in claims}
    shapes = [shape for panel in planned.panels for shape in _frame(panel, look)]
    notes = [note for panel in planned.panels for note in _words(panel, look)]
    shapes += claim_drawing.shapes(claims, colours, look)
    notes += claim_drawing.notes(claims, colours, look)
    traces = claim_drawing.marks(claims, colours, look, look.px(14))
    hits = claim_drawing.hits(claims)
    for panel in planned.panels:
        if panel.crowd is not None:
            traces += claim_cells.traces(panel.crowd.cells, look)
            hits += claim_cells.hits(panel.crowd.cells, panel.crowd.days)
    traces.append(spec.hit_points([h[0] for h in hits], [h[1] for h in hits],
                                  [h[2] for h in hits], look))  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    layout = spec.layout(look, look.text(15)) | {
        "height": round(planned.height + 4),
        "margin": {"l": 0, "r": 0, "t": 2, "b": 2, "pad": 0},
        "barmode": "overlay",
        "shapes": shapes,
        "annotations": notes,
        "xaxis": {"range": [0, planned.width]} | hidden,
        "yaxis": {"range": [planned.height, 0]} | hidden,
    }
    return spec.figure(traces, layout)


def _frame(panel: Panel, look: Look) -> list[Spec]:
    """Grounds of days, a line for each number, and the axis."""
    base, axis = look.base, panel.axis
    start, right = panel.left, panel.frame.right
    found = [
        spec.box((one, axis.above), (two, axis.bottom), base.band, layer="below")
        for one, two in panel.days.grounds()
    ]
    found += [spec.line((start, y), (right, y), base.grid) for y, _ in panel.values]
    return [*found, spec.line((start, axis.bottom), (right, axis.bottom), base.rule, width=1.6)]


def _words(panel: Panel, look: Look) -> list[Spec]:
    """The panel's name, its numbers and its days."""
    base, frame = look.base, panel.frame
    count = len(panel.unlabelled)
    name = f"<b>{safe(panel.name)}</b>" + (f" +{count} not labelled" if count else "")
    found = [
        spec.note(look, frame.left, frame.top, name, size=15, colour=base.ink, xanchor="left",
                  yanchor="top")
    ]  # fmt: skip
    found += [
        spec.note(look, panel.left - 6, y, safe(text), xanchor="right", borderpad=0)
        for y, text in panel.values
    ]
    below = panel.foot + look.px(4)
    found += [
        spec.note(look, x, below, safe(text), yanchor="top", borderpad=0) for x, text in panel.ticks
    ]
    return found

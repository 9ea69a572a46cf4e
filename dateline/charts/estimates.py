"""Troop claims as a Plotly figure: each a mark or a bar over its day.

One unit of either axis is one pixel of the plan. As on the timeline, the figure knows nothing of
what is selected.
"""

from collections.abc import Mapping

import plotly.graph_objects as go

from dateline.charts import claim_cells, claim_drawing, spec
from dateline.charts.escape import safe, wrapped
from dateline.charts.estimates_parts import Linked, Plan
from dateline.charts.estimates_plan import plan
from dateline.charts.spec import Spec
from dateline.charts.strips import CROSS, DENIED, Strip, StripMark
from dateline.charts.theme import Look, tint
from dateline.charts.tracks import Side
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.claim_words import number
from dateline.views.days import day_text

RANGE_TRACE = "range so far"


def estimates_figure(
    frames: ClaimFrames,
    view: ClaimView,
    ranks: Mapping[str, int],
    look: Look,
    width: int,
    linked: Linked | None = None,
) -> go.Figure:
    """Draw the troop claims and denials of *frames*. *ranks* gives claimants their colours."""
    return draw(plan(frames, view, look, width, linked), ranks, look)


def draw(planned: Plan, ranks: Mapping[str, int], look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    size, claims = planned.measures, planned.claims
    groups = {c.group for c in claims} | {m.group for s in planned.strips for m in s.marks}
    colours = {group: look.claimant(ranks.get(group, 99)) for group in groups}
    shapes = [*_grounds(planned, look), *_strip_grounds(planned, look), *_edges(planned, look)]
    shapes += claim_drawing.shapes(claims, colours, look)
    notes = [*_strip_names(planned, look), *_step_note(planned, look), *_gap_notes(planned, look)]
    notes += claim_drawing.notes(claims, colours, look)
    notes.append(spec.note(look, 0, 2, "troops", xanchor="left", yanchor="top", xshift=4))
    notes += _left_over(planned, look)
    traces = [_range(planned, look)] if planned.steps else []
    traces += claim_drawing.marks(claims, colours, look, size.mark)
    traces += [_strip_marks(strip, planned, colours, look) for strip in planned.strips]
    traces += [_strip_labels(strip, planned, look) for strip in planned.strips]
    if planned.crowd is not None:
        traces += claim_cells.traces(planned.crowd.cells, look)
    traces.append(_hits(planned, look))
    values = [(planned.axis.px(tick), number(tick)) for tick in planned.axis.ticks()]
    days = [(x, safe(text)) for x, text in planned.ticks]
    layout = spec.layout(look, size.font) | {
        "height": round(planned.height + size.top + size.bottom),
        "margin": {"l": size.left, "r": size.right, "t": size.top, "b": size.bottom, "pad": 0},
        "barmode": "overlay",
        "shapes": shapes,
        "annotations": notes,
        "xaxis": spec.axis(look, days, (0, size.plot)) | {"showgrid": False},
        "yaxis": spec.axis(look, values, (planned.height, 0)) | {"gridcolor": look.base.grid},
    }
    return spec.figure(traces, layout)


def _grounds(planned: Plan, look: Look) -> list[Spec]:
    """The edges of every report day, so that claims side by side read as one day."""
    colour, bottom = look.base.rule, planned.height
    found: list[Spec] = []
    for left, right in planned.days.grounds():
        found.append(spec.line((left, bottom), (right, bottom), colour, width=3))
        found += [spec.line((x, 0), (x, bottom), look.base.grid, width=1.2) for x in (left, right)]
    return found


def _gap_notes(planned: Plan, look: Look) -> list[Spec]:
    """What was cut out between two days, and how much."""
    middle = planned.axis.above + planned.axis.height / 2
    return [
        spec.note(look, x, middle, safe(text), textangle=-90, size=13) for x, text in planned.gaps
    ]


def _strip_grounds(planned: Plan, look: Look) -> list[Spec]:
    size, base = planned.measures, look.base
    left, zero = -size.left / size.plot, planned.axis.bottom
    shapes = [
        spec.box((left, s.top), (1, s.bottom), base.band, xref="paper", layer="below")
        for s in planned.strips
    ]
    shapes += [spec.line((0, s.top), (size.plot, s.top), base.grid) for s in planned.strips[1:]]
    return [*shapes, spec.line((0, zero), (size.plot, zero), base.rule, width=1.6)]


def _strip_names(planned: Plan, look: Look) -> list[Spec]:
    size = planned.measures
    return [
        spec.note(
            look, 0, (strip.top + strip.bottom) / 2, f"<b>{safe(strip.name)}</b>",
            size=12.5 if size.is_narrow else 13.5, xref="paper", colour=look.base.ink,
            xanchor="left", xshift=look.px(4) - size.left,
        )
        for strip in planned.strips
    ]  # fmt: skip


def _outline(planned: Plan) -> tuple[list[float], list[float]]:
    """The range as one shape: along its upper edge to the end, and back along the lower."""
    starts = [step.x for step in planned.steps]
    ends = [*starts[1:], planned.measures.plot]
    upper = [(x, s.y_high) for s, a, b in zip(planned.steps, starts, ends, strict=True)
             for x in (a, b)]  # fmt: skip
    lower = [(x, s.y_low) for s, a, b in zip(planned.steps, starts, ends, strict=True)
             for x in (a, b)]  # fmt: skip
    points = [*upper, *reversed(lower)]
    return [x for x, _ in points], [y for _, y in points]


def _range(planned: Plan, look: Look) -> Spec:
    """The range of what was claimed so far, as a pale ground that widens by steps."""
    xs, ys = _outline(planned)
    return {
        "type": "scatter", "mode": "lines", "name": RANGE_TRACE, "x": xs, "y": ys,
        "line": {"width": 0, "color": tint(look.base.muted, 0)}, "fill": "toself",
        "fillcolor": tint(look.base.muted, 0.13), "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def _edges(planned: Plan, look: Look) -> list[Spec]:
    """The two ends of the range, which are all there is to see where they are one number."""
    steps, found = planned.steps, []
    ends = [*(step.x for step in steps[1:]), planned.measures.plot]
    colour = tint(look.base.muted, 0.55)
    for step, end in zip(steps, ends, strict=False):
        for y in {step.y_low, step.y_high}:
            found.append(spec.line((step.x, y), (end, y), colour, width=1.2, dash="dot"))
    return found


def _step_note(planned: Plan, look: Look) -> list[Spec]:
    if not planned.step_note:
        return []
    box, text = planned.step_note
    return [spec.note(look, box.left, box.middle[1], text, size=13, xanchor="left", borderpad=0)]


def _left_over(planned: Plan, look: Look) -> list[Spec]:
    """How many marks have no name at them; the page lists them."""
    count = len(planned.unlabelled)
    if not count:
        return []
    return [
        spec.note(
            look, 1, 1, f"+{count} not labelled", size=13, xref="paper", yref="paper",
            xanchor="right", yanchor="bottom", borderpad=0,
        )
    ]  # fmt: skip


def _strip_marks(strip: Strip, planned: Plan, colours: Mapping[str, str], look: Look) -> Spec:
    """Marks in a band below zero, because they claim no number."""
    base, marks, size = look.base, strip.marks, planned.measures.mark
    inks = [colours[mark.group] if mark.group else base.ink for mark in marks]
    fills = [base.band if mark.is_hollow else ink for mark, ink in zip(marks, inks, strict=True)]
    edges = [ink if mark.is_hollow else base.band for mark, ink in zip(marks, inks, strict=True)]
    return spec.points(strip.name, [m.x for m in marks], [m.y for m in marks]) | {
        "marker": {
            "symbol": [m.symbol for m in marks],
            "size": [size - 2 if m.symbol == CROSS else size for m in marks],
            "color": fills,
            "opacity": 1,
            "line": {"color": edges, "width": [2.4 if m.is_hollow else 1 for m in marks]},
        },
    }  # fmt: skip


def _strip_labels(strip: Strip, planned: Plan, look: Look) -> Spec:
    marks = [mark for mark in strip.marks if mark.placed.side is not Side.NONE]
    ink = {"textfont": {"color": look.base.ink}}
    xs = [mark.placed.label_left for mark in marks]
    return spec.points("labels", xs, [mark.y for mark in marks]) | {
        "mode": "text",
        "text": [safe(mark.placed.label) for mark in marks],
        "textposition": "middle right",
        "textfont": {"size": planned.measures.font, "color": look.base.ink},
        "selected": ink,
        "unselected": ink,
    }


def _hits(planned: Plan, look: Look) -> Spec:
    """Marks and labels can be clicked; a denial leads to its event."""
    found = claim_drawing.hits(planned.claims)
    if planned.crowd is not None:
        found += claim_cells.hits(planned.crowd.cells, planned.crowd.days)
    for strip in planned.strips:
        for mark in strip.marks:
            said = _said(strip, mark)
            found += [((mark.x, mark.y), [strip.name, name], said) for name in mark.ids]
            if mark.placed.side is not Side.NONE:
                xs = spec.along(mark.placed.label_left + 10, mark.placed.label_right)
                found += [((x, mark.y), [strip.name, mark.ids[-1]], said) for x in xs]
    spots, ids, hovers = [h[0] for h in found], [h[1] for h in found], [h[2] for h in found]
    return spec.hit_points(spots, ids, hovers, look)


def _said(strip: Strip, mark: StripMark) -> str:
    who = f"<b>{safe(mark.name)}</b>" + (" denies" if strip.name == DENIED else "")
    lines = [wrapped(text) for text in mark.said[:3]]
    return "<br>".join([who, *lines, f"reported {day_text(mark.reported)}"])

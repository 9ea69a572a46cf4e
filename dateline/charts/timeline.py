"""The timeline as a Plotly figure: one unit of either axis is one pixel of the plan.

The figure knows nothing of what is selected. Plotly would redraw everything for a ring around one
mark, and lose the click that comes while it does.
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dateline.charts.escape import safe, wrapped
from dateline.charts.scale import Extent
from dateline.charts.textwidth import text_px
from dateline.charts.theme import FAMILY_SHAPES, FONT, Look, tint
from dateline.charts.ticks import cut_text
from dateline.charts.timeline_plan import ARROW_PX, Band, Certainty, Mark, Plan, plan
from dateline.charts.tracks import Side
from dateline.views.families import FAMILY_NAMES, Family

HIT_TRACE = "events"  # the invisible points that take the clicks; the ring finds marks by them
CONFIG = {
    "displayModeBar": False,
    "doubleClick": False,
    "doubleClickDelay": 1,
    "scrollZoom": False,
    "responsive": True,
}
Spec = dict[str, Any]


def timeline_figure(
    rows: pd.DataFrame, look: Look, width: int, window: Extent | None = None
) -> go.Figure:
    """Draw the events of *rows* (see `views.timeline.timeline_rows`)."""
    return draw(plan(rows, look, width, window), look)


def draw(planned: Plan, look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    size, base = planned.size, look.base
    shapes = [*_bands(planned, look), *_grid(planned, look), *_cuts(planned, look)]
    shapes += [shape for mark in planned.marks for shape in _bar(mark, look)]
    notes = [*_lane_names(planned, look), *_cut_notes(planned, look)]
    notes += [note for mark in planned.marks for note in _arrows(mark, look)]
    traces = [*_marks(planned, look), _disputes(planned, look), _labels(planned, look)]
    traces.append(_hits(planned, look))
    if not planned.marks:
        notes.append(_note(look, 0.5, 0.5, "No event matches", xref="paper", yref="paper"))
    layout = {
        "height": round(planned.height + size.top + look.px(6)),
        "margin": {"l": size.left, "r": look.px(8), "t": size.top, "b": look.px(6), "pad": 0},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 14,
        "dragmode": False,
        "shapes": shapes,
        "annotations": notes,
        "paper_bgcolor": base.ground,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": size.font, "color": base.ink},
        "hoverlabel": {
            "bgcolor": base.ground,
            "bordercolor": base.rule,
            "font": {"family": FONT, "size": look.px(14), "color": base.ink},
            "align": "left",
        },
        "xaxis": {
            "range": [0, size.plot],
            "fixedrange": True,
            "side": "top",
            "tickvals": [tick.px for tick in planned.ticks],
            "ticktext": [safe(tick.text) for tick in planned.ticks],
            "tickfont": {"size": look.px(14), "color": base.muted},
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
        },
        "yaxis": {"range": [planned.height, 0], "visible": False, "fixedrange": True},
    }
    return go.Figure({"data": traces, "layout": layout})


def _bands(planned: Plan, look: Look) -> list[Spec]:
    """Every second lane on a ground of its own, lane name and all."""
    size = planned.size
    left = 0.0 if size.is_narrow else -size.left / size.plot
    return [
        {
            "type": "rect", "xref": "paper", "yref": "y", "x0": left, "x1": 1,
            "y0": band.top, "y1": band.bottom, "layer": "below",
            "fillcolor": look.base.band if number % 2 == 0 else look.base.ground,
            "line": {"width": 0},
        }
        for number, band in enumerate(planned.bands)
        if not band.is_undated
    ] + [
        _line(0, band.top, size.plot, band.top, look.base.rule, width=1)
        for band in planned.bands
        if band.is_undated
    ]  # fmt: skip


def _axis_bottom(planned: Plan) -> float:
    dated = [band.bottom for band in planned.bands if not band.is_undated]
    return max(dated, default=0.0)


def _grid(planned: Plan, look: Look) -> list[Spec]:
    bottom = _axis_bottom(planned)
    return [
        _line(tick.px, 0, tick.px, bottom, look.base.grid)
        for tick in planned.ticks
        if tick.has_line
    ]


def _cuts(planned: Plan, look: Look) -> list[Spec]:
    """Two dotted lines where a quiet stretch was cut out of the axis."""
    bottom = _axis_bottom(planned)
    found = []
    for cut in planned.scale.cuts():
        middle = (cut.left + cut.right) / 2
        found += [
            _line(middle + shift, 0, middle + shift, bottom, look.base.rule, dash="dot", width=1.4)
            for shift in (-3, 3)
        ]
    return found


def _cut_notes(planned: Plan, look: Look) -> list[Spec]:
    """How much was cut, where the axis has room to say so."""
    font = look.px(12.5)
    return [
        _note(
            look, (cut.left + cut.right) / 2, 0, f"⋯ {cut_text(cut)} ⋯", size=12.5,
            yanchor="bottom", yshift=look.px(3),
        )
        for cut in planned.scale.cuts()
        if text_px(f"⋯ {cut_text(cut)} ⋯", font) <= cut.px + 8
    ]  # fmt: skip


def _lane_names(planned: Plan, look: Look) -> list[Spec]:
    size = planned.size
    notes = []
    for band in planned.bands:
        lines = [band.name] if size.is_narrow else _lines(band, planned, look)
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        if size.is_narrow:
            y, shift = band.top + size.head / 2 + 2, look.px(2)
        else:
            y, shift = (band.top + band.bottom) / 2, look.px(10) - size.left
        notes.append(
            _note(look, 0, y, text, xref="paper", xanchor="left", xshift=shift, size=14.5)
            | {"align": "left", "font": {"size": look.px(14.5), "color": look.base.ink}}
        )
    return notes


def _lines(band: Band, planned: Plan, look: Look) -> list[str]:
    """A lane's name in lines that fit beside its band; what fits no line is cut short."""
    font, room = look.px(14.5), planned.size.left - look.px(22)
    most = max(1, int((band.bottom - band.top) / (font * 1.25)))
    lines: list[str] = []
    for word in band.name.split():
        if lines and text_px(f"{lines[-1]} {word}", font, bold=True) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + "…"]
    return lines


def _bar(mark: Mark, look: Look) -> list[Spec]:
    """Dotted where one day of several is meant, solid where all are; ends only where they end."""
    colour, half = look.family(mark.family), look.px(5)
    if mark.right - mark.left < 1 or mark.certainty not in (Certainty.DOUBT, Certainty.STRETCH):
        return []
    is_doubt = mark.certainty is Certainty.DOUBT
    bar: Spec = {
        "type": "rect", "xref": "x", "yref": "y", "x0": mark.left, "x1": mark.right,
        "y0": mark.y - half, "y1": mark.y + half,
        "fillcolor": tint(colour, 0.14 if is_doubt else 0.45),
        "line": {"color": colour, "width": 1.4, "dash": "dot"} if is_doubt else {"width": 0},
    }  # fmt: skip
    if not is_doubt:
        return [bar]
    ends = [_line(x, mark.y - look.px(8), x, mark.y + look.px(8), colour, width=2, layer="above")
            for x in (mark.left, mark.right)]  # fmt: skip
    return [bar, *ends]


def _arrows(mark: Mark, look: Look) -> list[Spec]:
    """An open end: a shaft that leaves the mark and ends in a head."""
    found = []
    for is_open, side, x in ((mark.opens_left, -1, mark.left), (mark.opens_right, 1, mark.right)):
        if is_open and mark.certainty is not Certainty.UNDATED:
            found.append(
                {
                    "xref": "x", "yref": "y", "x": x + side * (ARROW_PX + look.px(4)), "y": mark.y,
                    "axref": "x", "ayref": "y", "ax": x, "ay": mark.y, "text": "",
                    "showarrow": True, "arrowhead": 2, "arrowsize": 1, "arrowwidth": 2.4,
                    "arrowcolor": look.family(mark.family),
                }
            )  # fmt: skip
    return found


def _marks(planned: Plan, look: Look) -> list[Spec]:
    """One trace per family and way of drawing."""
    base, found = look.base, {}
    for mark in planned.marks:
        is_filled = mark.certainty in (Certainty.EXACT, Certainty.STRETCH)
        found.setdefault((mark.family, is_filled, mark.is_planned), []).append(mark)
    traces = []
    for (family, is_filled, is_planned), marks in found.items():
        colour, shape = look.family(family), FAMILY_SHAPES[Family(family)].plotly
        fill = colour if is_filled else base.ground
        if is_planned:  # seen to be there, but not to have happened
            fill = tint(colour, 0.22)
        bigger = 2 if shape.startswith(("triangle", "diamond", "star")) else 0
        traces.append(
            _points(FAMILY_NAMES[Family(family)], marks)
            | {
                "marker": {
                    "symbol": shape, "size": planned.size.mark + bigger, "color": fill,
                    "opacity": 1,
                    "line": {
                        "color": base.ground if is_filled and not is_planned else colour,
                        "width": 1 if is_filled and not is_planned else 2.2,
                    },
                }
            }
        )  # fmt: skip
    return traces


def _points(name: str, marks: list[Mark]) -> Spec:
    return {
        "type": "scatter", "mode": "markers", "name": name, "showlegend": False,
        "hoverinfo": "skip", "cliponaxis": False,
        "x": [mark.x for mark in marks], "y": [mark.y for mark in marks],
        # Plotly pales what is not selected; the ring shows the selection, so nothing may pale.
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _disputes(planned: Plan, look: Look) -> Spec:
    """A small cross at the shoulder of every mark that somebody denies."""
    marks = [mark for mark in planned.marks if mark.is_disputed]
    shift = planned.size.mark * 0.62
    return _points("disputed", marks) | {
        "x": [mark.x + shift for mark in marks],
        "y": [mark.y - shift for mark in marks],
        "marker": {
            "symbol": "x", "size": look.px(8), "color": look.base.ink, "opacity": 1,
            "line": {"color": look.base.ground, "width": 1},
        },
    }  # fmt: skip


def _labels(planned: Plan, look: Look) -> Spec:
    marks = [mark for mark in planned.marks if mark.placed.side is not Side.NONE]
    base = look.base
    trace = _points("labels", marks) | {
        "mode": "text",
        "x": [mark.placed.label_left for mark in marks],
        "text": [_label(mark) for mark in marks],
        "textposition": "middle right",
        "textfont": {"size": planned.size.font, "color": base.ink, "shadow": look.halo()},
    }
    # A text-only trace has no marker to keep, but its text pales all the same.
    trace["selected"] = trace["unselected"] = {"textfont": {"color": base.ink}}
    return trace


def _label(mark: Mark) -> str:
    """What is planned stands in italics, which are narrower than the upright letters measured."""
    text = safe(mark.placed.label)
    return f"<i>{text}</i>" if mark.is_planned else text


def _hits(planned: Plan, look: Look) -> Spec:
    """Invisible points over mark, bar and label, so that all three can be clicked."""
    xs, ys, ids, hovers = [], [], [], []
    for mark in planned.marks:
        hover = _hover(mark)
        # The mark itself comes first: the ring is drawn around an event's first point.
        for x in [mark.x, *_along(mark.left, mark.right), *_along(*_label_ends(mark))]:
            xs.append(x)
            ys.append(mark.y)
            ids.append([mark.event_id])
            hovers.append(hover)
    return {
        "type": "scatter", "mode": "markers", "name": HIT_TRACE, "showlegend": False,
        "x": xs, "y": ys, "customdata": ids, "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False,
        "marker": {"size": look.px(24), "symbol": "square", "opacity": 0,
                   "color": look.base.ground},
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _label_ends(mark: Mark) -> tuple[float, float]:
    if mark.placed.side is Side.NONE:
        return mark.x, mark.x
    return mark.placed.label_left + 10, mark.placed.label_right - 4


def _along(left: float, right: float) -> list[float]:
    step = 22
    return [left + n * step for n in range(int((right - left) // step) + 1)] if right > left else []


def _hover(mark: Mark) -> str:
    count = mark.publisher_count
    sources = f"{count} independent publisher{'' if count == 1 else 's'}"
    family = FAMILY_NAMES[Family(mark.family)]
    notes = [family] + ["planned"] * mark.is_planned + ["somebody denies it"] * mark.is_disputed
    return "<br>".join(
        [
            f"<b>{wrapped(mark.title)}</b>",
            safe(mark.when),
            safe(" · ".join([*notes, sources])),
        ]
    )


def _line(
    x0: float, y0: float, x1: float, y1: float, colour: str, *,
    width: float = 1, dash: str = "solid", layer: str = "below",
) -> Spec:  # fmt: skip
    return {
        "type": "line", "xref": "x", "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1,
        "line": {"color": colour, "width": width, "dash": dash}, "layer": layer,
    }  # fmt: skip


def _note(look: Look, x: float, y: float, text: str, size: float = 14, **more: Any) -> Spec:
    return {
        "xref": "x", "yref": "y", "x": x, "y": y, "text": text, "showarrow": False,
        "yanchor": "middle", "font": {"size": look.px(size), "color": look.base.muted},
    } | more  # fmt: skip

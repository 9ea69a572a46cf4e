"""The parts that both charts are made of, as the plain dictionaries that Plotly takes.

Building one dictionary and giving it to `go.Figure` is three times as fast as its add_* methods,
and a hundred times without its checks.
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dateline.charts.theme import FONT, Look

Spec = dict[str, Any]

HIT_TRACE = "events"  # the invisible points that take the clicks; the ring finds marks by them
CONFIG: Spec = {
    "displayModeBar": False,
    "doubleClick": False,
    "doubleClickDelay": 1,
    "scrollZoom": False,
    "responsive": True,
}


def figure(traces: Sequence[Spec], layout: Spec) -> go.Figure:
    """A figure of traces and a layout that the tests check once, rather than Plotly every time.

    Checking takes Plotly longer than all that the figure shows takes us.
    """
    return go.Figure({"data": list(traces), "layout": layout}, _validate=False)


def layout(look: Look, font: int) -> Spec:
    """What the layout of every figure has: fixed axes, no legend, the theme's ground and font."""
    base = look.base
    return {
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 15,
        "dragmode": False,
        "paper_bgcolor": base.ground,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": font, "color": base.ink},
        "hoverlabel": {
            "bgcolor": base.ground,
            "bordercolor": base.rule,
            "font": {"family": FONT, "size": look.text(14), "color": base.ink},
            "align": "left",
        },
    }


def axis(look: Look, labels: Sequence[tuple[float, str]], span: tuple[float, float]) -> Spec:
    """An axis that nobody can drag, with the labels it is given and no others."""
    return {
        "range": list(span),
        "fixedrange": True,
        "tickvals": [at for at, _ in labels],
        "ticktext": [text for _, text in labels],
        "tickfont": {"size": look.text(14), "color": look.base.muted},
        "tickangle": 0,
        "zeroline": False,
    }


def points(name: str, xs: Sequence[float], ys: Sequence[float]) -> Spec:
    """A trace of marks that a click does not change: Plotly pales whatever is not selected, and
    the ring alone shows the selection."""
    return {
        "type": "scatter", "mode": "markers", "name": name, "showlegend": False,
        "hoverinfo": "skip", "cliponaxis": False, "x": list(xs), "y": list(ys),
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def bars(name: str, boxes: Sequence[tuple[float, float, float, float]], colour: str) -> Spec:
    """A trace of bars in pixels, each by its middle, width, foot and height, that a click does not
    change."""
    middles, widths, feet, talls = zip(*boxes, strict=True) if boxes else ((), (), (), ())
    return {
        "type": "bar", "name": name, "x": [round(x, 1) for x in middles],
        "width": [round(w, 1) for w in widths], "base": [round(f, 1) for f in feet],
        "y": [-round(t, 1) for t in talls], "hoverinfo": "skip", "showlegend": False,
        "marker": {"color": colour, "line": {"width": 0}},
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def hit_points(
    spots: Sequence[tuple[float, float]],
    ids: Sequence[list[str]],
    hovers: Sequence[str],
    look: Look,
) -> Spec:
    """Invisible points that can be clicked and pointed at. An id's first point is its mark's."""
    return points(HIT_TRACE, [x for x, _ in spots], [y for _, y in spots]) | {
        "hoverinfo": None,
        "customdata": list(ids),
        "hovertext": list(hovers),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": look.px(24), "symbol": "square", "opacity": 0, "color": look.base.ground,
        },
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def line(
    start: tuple[float, float], end: tuple[float, float], colour: str, *,
    width: float = 1, dash: str = "solid", layer: str = "below",
) -> Spec:  # fmt: skip
    return {
        "type": "line", "xref": "x", "yref": "y", "x0": start[0], "y0": start[1], "x1": end[0],
        "y1": end[1], "line": {"color": colour, "width": width, "dash": dash}, "layer": layer,
    }  # fmt: skip


def box(
    left_top: tuple[float, float], right_bottom: tuple[float, float], fill: str, **more: Any
) -> Spec:
    """A filled rectangle; without more, one below everything and without a line."""
    return {
        "type": "rect", "xref": "x", "yref": "y", "x0": left_top[0], "y0": left_top[1],
        "x1": right_bottom[0], "y1": right_bottom[1], "fillcolor": fill, "line": {"width": 0},
    } | more  # fmt: skip


def note(
    look: Look, x: float, y: float, text: str, size: float = 14, colour: str = "", **more: Any
) -> Spec:
    """Text at a place; *text* has to be safe already."""
    return {
        "xref": "x", "yref": "y", "x": x, "y": y, "text": text, "showarrow": False,
        "yanchor": "middle", "font": {"size": look.text(size), "color": colour or look.base.muted},
    } | more  # fmt: skip


def along(left: float, right: float, step: float = 22) -> list[float]:
    """Places from left to right, close enough for hit points to leave no gap."""
    return [left + n * step for n in range(int((right - left) // step) + 1)] if right > left else []

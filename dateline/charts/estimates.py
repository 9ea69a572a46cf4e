"""Troop claims as a Plotly figure: each a mark or a bar over the day it was reported.

As on the timeline, the figure knows nothing of what is selected.
"""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import pandas as pd

from dateline.charts.columns import QUIET_DAYS
from dateline.charts.escape import safe, wrapped
from dateline.charts.estimates_plan import SHAFT_PX, Claim, Denial, Plan, plan, tick_step
from dateline.charts.textwidth import text_px
from dateline.charts.theme import FONT, STATE_SHAPES, CIRCLE, Look, tint
from dateline.charts.tracks import Side
from dateline.views.choices import STATE_NAMES
from dateline.views.days import day_text, short_day

HIT_TRACE = "events"
Spec = dict[str, Any]


def estimates_figure(
    troops: pd.DataFrame,
    denials: pd.DataFrame,
    highest: pd.DataFrame,
    ranks: Mapping[str, int],
    look: Look,
    width: int,
) -> go.Figure:
    """Draw claims, denials and the highest claim by day; *ranks* gives claimants their colours."""
    return draw(plan(troops, denials, highest, look, width), ranks, look)


def draw(planned: Plan, ranks: Mapping[str, int], look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    base, size = look.base, planned.measures
    colours = {c.group: look.claimant(ranks.get(c.group, 99)) for c in planned.claims}
    shapes = [*_columns(planned, look), *_strip(planned, look)]
    shapes += [s for c in planned.claims for s in _range(c, planned, colours[c.group], look)]
    shapes += [s for c in planned.claims for s in _leader(c, planned, look)]
    notes = [*_strip_notes(planned, look), *_step_note(planned, look), *_gap_notes(planned, look)]
    notes += [n for c in planned.claims for n in _arrow(c, colours[c.group], look)]
    notes += [n for c in planned.claims for n in _label(c, planned, look)]
    notes.append(_note(look, 0, planned.top, "troops", xanchor="left", yanchor="top", xshift=4))
    traces = [_step(planned, look)] if planned.steps else []
    traces += _marks(planned, colours, look)
    traces += [_denials(planned, look), _hits(planned, look)]
    step = tick_step(planned.top)
    values = [step * n for n in range(int(planned.top / step) + 1)]
    top, bottom = look.px(14), look.px(34)
    ticks = _ticks(planned, look)
    layout = {
        "height": round(size.height + planned.strip + top + bottom),
        "margin": {"l": size.left, "r": size.right, "t": top, "b": bottom, "pad": 0},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 16,
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
            "tickvals": [x for x, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "tickfont": {"size": look.px(14), "color": base.muted},
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {
            "range": [-planned.strip * planned.top / size.height, planned.top],
            "tickvals": values,
            "ticktext": [f"{value:,.0f}" for value in values],
            "tickfont": {"size": look.px(14), "color": base.muted},
            "fixedrange": True,
            "gridcolor": base.grid,
            "zeroline": False,
        },
    }
    return go.Figure({"data": traces, "layout": layout})


def _ticks(planned: Plan, look: Look) -> list[tuple[float, str]]:
    """The day under every column that has room for it, the latest first to be kept."""
    font, found = look.px(14), []
    latest = max(planned.columns, default=None)
    edge = float("inf")
    for day, column in sorted(planned.columns.items(), reverse=True):
        text = day_text(day) if day == latest or day.year != getattr(latest, "year", 0) else ""
        text = text if text and text_px(text, font) <= column.right - column.left else short_day(day)
        half = text_px(text, font) / 2
        if column.middle + half + 10 <= edge:
            found.append((column.middle, safe(text)))
            edge = column.middle - half
    return found[::-1]


def _columns(planned: Plan, look: Look) -> list[Spec]:
    """A ground under every report day, so that claims side by side read as one day."""
    return [
        {
            "type": "rect", "xref": "x", "yref": "paper", "x0": c.left, "x1": c.right, "y0": 0,
            "y1": 1, "fillcolor": look.base.band, "line": {"width": 0}, "layer": "below",
        }
        for c in planned.columns.values()
    ]  # fmt: skip


def _gap_notes(planned: Plan, look: Look) -> list[Spec]:
    """What was cut out between two report days, where that is more than four weeks."""
    days = sorted(planned.columns)
    notes = []
    for one, two in zip(days, days[1:], strict=False):
        if (two - one).days > QUIET_DAYS:
            x = (planned.columns[one].right + planned.columns[two].left) / 2
            text = f"⋯ {round((two - one).days / 7)} weeks without a report ⋯"
            notes.append(_note(look, x, planned.top / 2, text, textangle=-90, size=13))
    return notes


def _strip(planned: Plan, look: Look) -> list[Spec]:
    size, base = planned.measures, look.base
    zero: Spec = {
        "type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": 0, "y1": 0,
        "line": {"color": base.rule, "width": 1.6}, "layer": "below",
    }  # fmt: skip
    if not planned.strip:
        return [zero]
    floor = -planned.strip * planned.top / size.height
    ground: Spec = {
        "type": "rect", "xref": "paper", "yref": "y", "x0": -size.left / size.plot, "x1": 1,
        "y0": 0, "y1": floor, "fillcolor": base.band, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip
    return [ground, zero]


def _strip_notes(planned: Plan, look: Look) -> list[Spec]:
    if not planned.strip:
        return []
    size = planned.measures
    y = -planned.strip / 2 * planned.top / size.height
    text = "<b>Denied</b>" if size.is_narrow else "<b>Denials</b>"
    shift = look.px(4) - size.left
    return [
        _note(look, 0, y, text, xref="paper", xanchor="left", xshift=shift, size=13.5)
        | {"font": {"size": look.px(13.5 if not size.is_narrow else 12.5), "color": look.base.ink}}
    ]


def _step(planned: Plan, look: Look) -> Spec:
    """The highest claim so far of troops deployed, as a pale ground that rises by steps."""
    xs = [x for x, _ in planned.steps] + [planned.measures.plot]
    ys = [y for _, y in planned.steps] + [planned.steps[-1][1]]
    return {
        "type": "scatter", "mode": "lines", "name": "highest so far", "x": xs, "y": ys,
        "line": {"shape": "hv", "width": 0, "color": tint(look.base.muted, 0)},
        "fill": "tozeroy", "fillcolor": tint(look.base.muted, 0.13), "hoverinfo": "skip",
        "showlegend": False,
    }  # fmt: skip


def _step_note(planned: Plan, look: Look) -> list[Spec]:
    """The step's name, low inside it, where no mark or label of a claim lies."""
    if not planned.steps:
        return []
    text = "shaded: highest claim so far of troops deployed"
    font = look.px(13)
    width, left = text_px(text, font), planned.steps[0][0]
    if width > planned.measures.plot - left:
        text = "shaded: highest deployed"
        left = min(left, planned.measures.plot - text_px(text, font) - 6)
    y = planned.troops(planned.measures.height - look.px(10))
    return [_note(look, left, y, text, size=13, xanchor="left", xshift=look.px(4))]


def _range(claim: Claim, planned: Plan, colour: str, look: Look) -> list[Spec]:
    """A claim with two ends: a capped bar without a middle, since none was claimed."""
    if claim.low == claim.high:
        return []
    half, cap = look.px(5), look.px(10)
    fill = look.base.ground if claim.is_hollow else colour
    bar: Spec = {
        "type": "rect", "xref": "x", "yref": "y", "x0": claim.x - half, "x1": claim.x + half,
        "y0": claim.low, "y1": claim.high, "fillcolor": fill,
        "line": {"color": colour, "width": 2.4},
    }  # fmt: skip
    caps = [
        {
            "type": "line", "xref": "x", "yref": "y", "x0": claim.x - cap, "x1": claim.x + cap,
            "y0": value, "y1": value, "line": {"color": colour, "width": 3},
        }
        for value in (claim.low, claim.high)
    ]  # fmt: skip
    return [bar, *caps]


def _arrow(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """An open bound: a shaft that leaves the mark, up for at least, down for at most."""
    up = int(claim.points_up) - int(claim.points_down)
    if not up:
        return []
    return [
        {
            "x": claim.x, "y": claim.high, "xref": "x", "yref": "y", "ax": 0,
            "ay": up * (SHAFT_PX - look.px(9)), "yshift": up * (SHAFT_PX + look.px(2)),
            "text": "", "showarrow": True, "arrowhead": 2, "arrowsize": 1, "arrowwidth": 2.4,
            "arrowcolor": colour,
        }
    ]  # fmt: skip


def _leader(claim: Claim, planned: Plan, look: Look) -> list[Spec]:
    if not claim.callout or not claim.callout.leader:
        return []
    x, y = claim.callout.leader
    return [
        {
            "type": "line", "xref": "x", "yref": "y", "x0": claim.x, "x1": x,
            "y0": (claim.low + claim.high) / 2, "y1": planned.troops(y), "layer": "below",
            "line": {"color": look.base.muted, "width": 1},
        }
    ]  # fmt: skip


def _label(claim: Claim, planned: Plan, look: Look) -> list[Spec]:
    if not claim.callout:
        return []
    box = claim.callout.box
    figure = claim.label.removesuffix(f" {claim.group_name}")
    text = f"<b>{safe(figure)}</b> {safe(claim.group_name)}"
    return [
        _note(
            look, box.left + 2, planned.troops(box.middle[1]), text, size=15, xanchor="left",
            borderpad=0,
        )
        | {"font": {"size": look.px(15), "color": look.base.ink, "shadow": look.halo()}}
    ]  # fmt: skip


def _marks(planned: Plan, colours: Mapping[str, str], look: Look) -> list[Spec]:
    """Filled marks, then hollow ones; a range is a bar already."""
    traces = []
    for is_hollow in (False, True):
        claims = [c for c in planned.claims if c.is_hollow is is_hollow and c.low == c.high]
        shapes = [STATE_SHAPES.get(claim.state, CIRCLE).plotly for claim in claims]
        edges = [colours[c.group] if is_hollow else look.base.ground for c in claims]
        fills = [look.base.ground if is_hollow else colours[c.group] for c in claims]
        size = planned.measures.mark
        traces.append(
            _points("claims", [c.x for c in claims], [c.low for c in claims])
            | {
                "marker": {
                    "symbol": shapes, "color": fills, "opacity": 1,
                    "size": [size + 3 if shape == "diamond" else size for shape in shapes],
                    "line": {"color": edges, "width": 2.6 if is_hollow else 1.2},
                }
            }
        )  # fmt: skip
    return traces


def _denials(planned: Plan, look: Look) -> Spec:
    """Crosses with the name of who denies, below zero because they claim no number."""
    ys = [_denial_y(denial, planned) for denial in planned.denials]
    named = [d.placed.side is not Side.NONE for d in planned.denials]
    sides = ["middle left" if d.placed.side is Side.LEFT else "middle right" for d in planned.denials]
    return _points("denials", [denial.x for denial in planned.denials], ys) | {
        "mode": "markers+text",
        "text": [safe(d.denier) if is_named else "" for d, is_named in zip(planned.denials, named, strict=True)],
        "textposition": sides,
        "textfont": {"size": planned.measures.font, "color": look.base.ink},
        "marker": {
            "symbol": "x", "size": planned.measures.mark - 2, "color": look.base.ink,
            "opacity": 1, "line": {"color": look.base.band, "width": 1},
        },
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": look.base.ink}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": look.base.ink}},
    }  # fmt: skip


def _denial_y(denial: Denial, planned: Plan) -> float:
    row = planned.measures.row
    px = (denial.placed.track + 0.5) * row + row * 0.2
    return -px * planned.top / planned.measures.height


def _hits(planned: Plan, look: Look) -> Spec:
    """Invisible points over marks and labels; a denial leads to its event."""
    xs: list[float] = []
    ys: list[float] = []
    ids: list[list[str]] = []
    hovers: list[str] = []
    for claim in planned.claims:
        middle = (claim.low + claim.high) / 2
        spots = [(claim.x, middle), (claim.x, claim.low), (claim.x, claim.high)]
        if claim.callout:
            box = claim.callout.box
            y = planned.troops(box.middle[1])
            spots += [(x, y) for x in range(int(box.left) + 10, int(box.right), 22)]
        for x, y in spots:
            xs.append(x)
            ys.append(y)
            ids.append(["claim", claim.estimate_id])
            hovers.append(_hover(claim))
    for denial in planned.denials:
        xs.append(denial.x)
        ys.append(_denial_y(denial, planned))
        ids.append(["event", denial.event_id])
        hovers.append(
            f"<b>{safe(denial.denier)} denies</b><br>{wrapped(denial.title)}<br>"
            f"reported {day_text(denial.reported)}"
        )
    return _points(HIT_TRACE, xs, ys) | {
        "hoverinfo": None,
        "customdata": ids,
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"size": look.px(24), "opacity": 0, "color": look.base.ground},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }


def _hover(claim: Claim) -> str:
    state = STATE_NAMES[claim.state].lower()
    return (
        f"<b>{safe(claim.claimant)}</b>: {wrapped(claim.phrase)}<br>"
        f"{safe(state)} · reported {day_text(claim.reported)}"
    )


def _points(name: str, xs: list[float], ys: list[float]) -> Spec:
    return {
        "type": "scatter", "mode": "markers", "name": name, "showlegend": False, "x": xs, "y": ys,
        "hoverinfo": "skip", "cliponaxis": False,
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _note(look: Look, x: float, y: float, text: str, size: float = 14, **more: Any) -> Spec:
    return {
        "xref": "x", "yref": "y", "x": x, "y": y, "text": text, "showarrow": False,
        "yanchor": "middle", "font": {"size": look.px(size), "color": look.base.muted},
    } | more  # fmt: skip

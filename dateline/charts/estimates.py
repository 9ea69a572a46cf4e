"""Troop claims as a Plotly figure: each a mark or a bar over the day it was reported.

As on the timeline, the figure knows nothing of what is selected.
"""

import itertools
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dateline.charts import spec
from dateline.charts.escape import safe, wrapped
from dateline.charts.estimates_plan import SHAFT_PX, Claim, Denial, Plan, plan, tick_step
from dateline.charts.scale import QUIET_DAYS
from dateline.charts.spec import Spec
from dateline.charts.textwidth import text_px
from dateline.charts.theme import CIRCLE, STATE_SHAPES, Look, tint
from dateline.charts.tracks import Side
from dateline.views.choices import STATE_NAMES
from dateline.views.days import day_text, short_day


def estimates_figure(
    frames: Sequence[pd.DataFrame], ranks: Mapping[str, int], look: Look, width: int
) -> go.Figure:
    """Draw claims, denials and the highest claim by day, the *frames* in this order.

    *ranks* gives claimants their colours.
    """
    troops, denials, highest = frames
    return draw(plan(troops, denials, highest, look, width), ranks, look)


def draw(planned: Plan, ranks: Mapping[str, int], look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    size = planned.measures
    colours = {c.group: look.claimant(ranks.get(c.group, 99)) for c in planned.claims}
    shapes = [*_columns(planned, look), *_strip(planned, look)]
    shapes += [s for c in planned.claims for s in _range(c, colours[c.group], look)]
    shapes += [s for c in planned.claims for s in _leader(c, planned, look)]
    notes = [*_strip_notes(planned, look), *_step_note(planned, look), *_gap_notes(planned, look)]
    notes += [n for c in planned.claims for n in _arrow(c, colours[c.group], look)]
    notes += [n for c in planned.claims for n in _label(c, planned, look)]
    notes.append(spec.note(look, 0, planned.top, "troops", xanchor="left", yanchor="top", xshift=4))
    traces = [_step(planned, look)] if planned.steps else []
    traces += _marks(planned, colours, look)
    traces += [_denials(planned, look), _hits(planned, look)]
    step = tick_step(planned.top)
    values = [step * n for n in range(int(planned.top / step) + 1)]
    counts = [(value, f"{value:,.0f}") for value in values]
    floor = -planned.strip * planned.top / size.height
    layout = spec.layout(look, size.font) | {
        "height": round(size.height + planned.strip + size.top + size.bottom),
        "margin": {"l": size.left, "r": size.right, "t": size.top, "b": size.bottom, "pad": 0},
        "shapes": shapes,
        "annotations": notes,
        "xaxis": spec.axis(look, _ticks(planned, look), (0, size.plot)) | {"showgrid": False},
        "yaxis": spec.axis(look, counts, (floor, planned.top)) | {"gridcolor": look.base.grid},
    }
    return go.Figure({"data": traces, "layout": layout})


def _ticks(planned: Plan, look: Look) -> list[tuple[float, str]]:
    """The day under every column that has room for it, the latest first to be kept."""
    font, found = look.text(14), []
    latest = max(planned.columns, default=None)
    edge = float("inf")
    for day, column in sorted(planned.columns.items(), reverse=True):
        text = day_text(day) if day == latest or day.year != getattr(latest, "year", 0) else ""
        text = (
            text if text and text_px(text, font) <= column.right - column.left else short_day(day)
        )
        half = text_px(text, font) / 2
        if column.middle + half + 10 <= edge:
            found.append((column.middle, safe(text)))
            edge = column.middle - half
    return found[::-1]


def _columns(planned: Plan, look: Look) -> list[Spec]:
    """A ground under every report day, so that claims side by side read as one day."""
    return [
        spec.box((c.left, 1), (c.right, 0), look.base.band, yref="paper", layer="below")
        for c in planned.columns.values()
    ]


def _gap_notes(planned: Plan, look: Look) -> list[Spec]:
    """What was cut out between two report days, where that is more than four weeks."""
    days = sorted(planned.columns)
    notes = []
    for one, two in itertools.pairwise(days):
        if (two - one).days > QUIET_DAYS:
            x = (planned.columns[one].right + planned.columns[two].left) / 2
            text = f"⋯ {round((two - one).days / 7)} weeks without a report ⋯"
            notes.append(spec.note(look, x, planned.top / 2, text, textangle=-90, size=13))
    return notes


def _strip(planned: Plan, look: Look) -> list[Spec]:
    size, base = planned.measures, look.base
    shapes = [spec.line((0, 0), (size.plot, 0), base.rule, width=1.6)]
    if planned.strip:
        left, floor = -size.left / size.plot, -planned.strip * planned.top / size.height
        shapes.insert(0, spec.box((left, 0), (1, floor), base.band, xref="paper", layer="below"))
    return shapes


def _strip_notes(planned: Plan, look: Look) -> list[Spec]:
    if not planned.strip:
        return []
    size = planned.measures
    y = -planned.strip / 2 * planned.top / size.height
    return [
        spec.note(
            look, 0, y, "<b>Denied</b>", size=12.5 if size.is_narrow else 13.5, xref="paper",
            colour=look.base.ink, xanchor="left", xshift=look.px(4) - size.left,
        )
    ]  # fmt: skip


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
    if not planned.step_note:
        return []
    box, text = planned.step_note
    y = planned.troops(box.middle[1])
    return [spec.note(look, box.left, y, text, size=13, xanchor="left", borderpad=0)]


def _range(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """A claim with two ends: a capped bar without a middle, since none was claimed."""
    if claim.low == claim.high:
        return []
    half, cap = look.px(5), look.px(10)
    fill = look.base.ground if claim.is_hollow else colour
    corners = (claim.x - half, claim.high), (claim.x + half, claim.low)
    caps = [
        spec.line((claim.x - cap, at), (claim.x + cap, at), colour, width=3, layer="above")
        for at in (claim.low, claim.high)
    ]
    return [spec.box(*corners, fill, line={"color": colour, "width": 2.4}), *caps]


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
    start = claim.x, (claim.low + claim.high) / 2
    return [spec.line(start, (x, planned.troops(y)), look.base.muted)]


def _label(claim: Claim, planned: Plan, look: Look) -> list[Spec]:
    if not claim.callout:
        return []
    box = claim.callout.box
    figure = claim.label.removesuffix(f" {claim.group_name}")
    text = f"<b>{safe(figure)}</b> {safe(claim.group_name)}"
    y = planned.troops(box.middle[1])
    label = spec.note(look, box.left + 2, y, text, size=15, colour=look.base.ink, xanchor="left")
    label["font"]["shadow"] = look.halo()
    return [label | {"borderpad": 0}]


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
            spec.points("claims", [c.x for c in claims], [c.low for c in claims])
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
    base, denials = look.base, planned.denials
    names = [safe(d.denier) if d.placed.side is not Side.NONE else "" for d in denials]
    sides = ["left" if d.placed.side is Side.LEFT else "right" for d in denials]
    kept = {"marker": {"opacity": 1}, "textfont": {"color": base.ink}}
    ys = [_denial_y(denial, planned) for denial in denials]
    return spec.points("denials", [denial.x for denial in denials], ys) | {
        "mode": "markers+text",
        "text": names,
        "textposition": [f"middle {side}" for side in sides],
        "textfont": {"size": planned.measures.font, "color": base.ink},
        "marker": {
            "symbol": "x", "size": planned.measures.mark - 2, "color": base.ink,
            "opacity": 1, "line": {"color": base.band, "width": 1},
        },
        "selected": kept,
        "unselected": kept,
    }  # fmt: skip


def _denial_y(denial: Denial, planned: Plan) -> float:
    row = planned.measures.row
    px = (denial.placed.track + 0.5) * row + row * 0.2
    return -px * planned.top / planned.measures.height


def _hits(planned: Plan, look: Look) -> Spec:
    """Marks and labels can be clicked; a denial leads to its event."""
    spots: list[tuple[float, float]] = []
    ids: list[list[str]] = []
    hovers: list[str] = []
    for claim in planned.claims:
        places = [(claim.x, at) for at in ((claim.low + claim.high) / 2, claim.low, claim.high)]
        if claim.callout:
            box = claim.callout.box
            y = planned.troops(box.middle[1])
            places += [(x, y) for x in spec.along(box.left + 10, box.right)]
        spots += places
        ids += [["claim", claim.estimate_id] for _ in places]
        hovers += [_hover(claim)] * len(places)
    for denial in planned.denials:
        spots.append((denial.x, _denial_y(denial, planned)))
        ids.append(["event", denial.event_id])
        hovers.append(
            f"<b>{safe(denial.denier)} denies</b><br>{wrapped(denial.title)}<br>"
            f"reported {day_text(denial.reported)}"
        )
    return spec.hit_points(spots, ids, hovers, look)


def _hover(claim: Claim) -> str:
    state = STATE_NAMES[claim.state].lower()
    return (
        f"<b>{safe(claim.claimant)}</b>: {wrapped(claim.phrase)}<br>"
        f"{safe(state)} · reported {day_text(claim.reported)}"
    )

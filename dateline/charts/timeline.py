"""The timeline as a Plotly figure: one unit of either axis is one pixel of the plan.

The figure knows nothing of what is selected. Plotly would redraw everything for a ring around one
mark, and lose the click that comes while it does.
"""

import pandas as pd
import plotly.graph_objects as go

from dateline.charts import spec
from dateline.charts.escape import safe, wrapped
from dateline.charts.scale import Extent
from dateline.charts.spec import Spec
from dateline.charts.textwidth import text_px
from dateline.charts.theme import FAMILY_SHAPES, Look, tint
from dateline.charts.ticks import cut_text
from dateline.charts.timeline_plan import Band, Certainty, Mark, Plan, plan
from dateline.charts.timeline_size import ARROW_PX
from dateline.charts.tracks import Side
from dateline.views.families import FAMILY_NAMES, Family


def timeline_figure(
    rows: pd.DataFrame,
    look: Look,
    width: int,
    window: Extent | None = None,
    undated_count: int = 0,
) -> go.Figure:
    """Draw the events of *rows*; see `timeline_plan.plan`."""
    return draw(plan(rows, look, width, window, undated_count), look)


def draw(planned: Plan, look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    size = planned.size
    shapes = [*_bands(planned, look), *_grid(planned, look), *_cuts(planned, look)]
    shapes += [shape for mark in planned.marks for shape in _bar(mark, look)]
    notes = [*_lane_names(planned, look), *_cut_notes(planned, look)]
    notes += [note for mark in planned.marks for note in _arrows(mark, look)]
    if not planned.marks:
        text = "No event matches"
        notes.append(spec.note(look, 0.5, 0.5, text, xref="paper", yref="paper"))
    traces = [*_marks(planned, look), _disputes(planned, look), _labels(planned, look)]
    traces.append(_hits(planned, look))
    ticks = [(tick.px, safe(tick.text)) for tick in planned.ticks]
    layout = spec.layout(look, size.font) | {
        "height": planned.full_height,
        "margin": {"l": size.left, "r": look.px(8), "t": size.top, "b": size.bottom, "pad": 0},
        "shapes": shapes,
        "annotations": notes,
        # On top, where it stays in sight when the lanes go below the fold.
        "xaxis": spec.axis(look, ticks, (0, size.plot))
        | {"side": "top", "showgrid": False, "ticks": ""},
        "yaxis": {"range": [planned.height, 0], "visible": False, "fixedrange": True},
    }
    return go.Figure({"data": traces, "layout": layout})


def _bands(planned: Plan, look: Look) -> list[Spec]:
    """Every second lane on a ground of its own, lane name and all; a line above the undated."""
    size, base = planned.size, look.base
    left = 0.0 if size.is_narrow else -size.left / size.plot
    found = []
    for number, band in enumerate(planned.bands):
        if band.is_undated:
            found.append(spec.line((0, band.top), (size.plot, band.top), base.rule))
        elif number % 2 == 0:
            found.append(
                spec.box((left, band.top), (1, band.bottom), base.band, xref="paper", layer="below")
            )
    return found


def _axis_bottom(planned: Plan) -> float:
    return max((band.bottom for band in planned.bands if not band.is_undated), default=0.0)


def _grid(planned: Plan, look: Look) -> list[Spec]:
    bottom = _axis_bottom(planned)
    lines = [tick.px for tick in planned.ticks if tick.has_line]
    return [spec.line((x, 0), (x, bottom), look.base.grid) for x in lines]


def _cuts(planned: Plan, look: Look) -> list[Spec]:
    """Two dotted lines where a quiet stretch was cut out of the axis."""
    bottom = _axis_bottom(planned)
    middles = [(cut.left + cut.right) / 2 for cut in planned.scale.cuts()]
    return [
        spec.line((x + side, 0), (x + side, bottom), look.base.rule, dash="dot", width=1.4)
        for x in middles
        for side in (-3, 3)
    ]


def _cut_notes(planned: Plan, look: Look) -> list[Spec]:
    """How much was cut, above the axis; a note that would touch the last one is left out."""
    notes: list[Spec] = []
    free_from = 0.0
    for cut in planned.scale.cuts():
        text, middle = f"{cut_text(cut)} cut", (cut.left + cut.right) / 2
        half = text_px(text, look.text(12.5)) / 2
        if middle - half >= free_from:
            free_from = middle + half + 8
            shift = look.px(24)
            notes.append(
                spec.note(look, middle, 0, text, size=12.5, yanchor="bottom", yshift=shift)
            )
    return notes


def _lane_names(planned: Plan, look: Look) -> list[Spec]:
    """Bold at the left of each band; on a phone above it."""
    size, notes = planned.size, []
    for band in planned.bands:
        name = f"{band.name} (+{band.left_out})" if band.left_out else band.name
        lines = [name] if size.is_narrow else _lines(name, band, planned, look)
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        if size.is_narrow:
            y, shift = band.top + size.head / 2 + 2, look.px(2)
        else:
            y, shift = (band.top + band.bottom) / 2, look.px(10) - size.left
        notes.append(
            spec.note(
                look, 0, y, text, size=14.5, colour=look.base.ink, xref="paper", xanchor="left",
                xshift=shift, align="left",
            )
        )  # fmt: skip
    return notes


def _lines(name: str, band: Band, planned: Plan, look: Look) -> list[str]:
    """A lane's name in lines that fit beside its band; what fits no line is cut short."""
    font, room = look.text(14.5), planned.size.left - look.px(22)
    most = max(1, int((band.bottom - band.top) / (font * 1.25)))
    lines: list[str] = []
    for word in name.split():
        if lines and text_px(f"{lines[-1]} {word}", font, bold=True) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + "…"]
    return lines


def _bar(mark: Mark, look: Look) -> list[Spec]:
    """Dotted where one day of several is meant, solid where all are."""
    colour, half, cap = look.family(mark.family), look.px(5), look.px(8)
    corners = (mark.left, mark.y - half), (mark.right, mark.y + half)
    if mark.right - mark.left < look.px(12):  # it would hide behind its own mark
        return []
    match mark.certainty:
        case Certainty.STRETCH:
            return [spec.box(*corners, tint(colour, 0.45))]
        case Certainty.DOUBT:
            outline = {"color": colour, "width": 1.4, "dash": "dot"}
            ends = [
                spec.line((x, mark.y - cap), (x, mark.y + cap), colour, width=2, layer="above")
                for x in (mark.left, mark.right)
            ]
            return [spec.box(*corners, tint(colour, 0.14), line=outline), *ends]
        case _:
            return []


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
    base = look.base
    alike: dict[tuple[str, bool, bool], list[Mark]] = {}
    for mark in planned.marks:
        is_filled = mark.certainty in (Certainty.EXACT, Certainty.STRETCH)
        alike.setdefault((mark.family, is_filled, mark.is_planned), []).append(mark)
    traces = []
    for (family, is_filled, is_planned), marks in alike.items():
        colour, shape = look.family(family), FAMILY_SHAPES[Family(family)].plotly
        fill, edge, width = (colour, base.ground, 1.0) if is_filled else (base.ground, colour, 2.2)
        if is_planned:  # said to come, not to have come
            fill, edge, width = tint(colour, 0.22), colour, 2.2
        bigger = 2 if shape.startswith(("triangle", "diamond", "star")) else 0
        traces.append(
            _points(FAMILY_NAMES[Family(family)], marks)
            | {
                "marker": {
                    "symbol": shape, "size": planned.size.mark + bigger, "color": fill,
                    "opacity": 1, "line": {"color": edge, "width": width},
                }
            }
        )  # fmt: skip
    return traces


def _points(name: str, marks: list[Mark]) -> Spec:
    return spec.points(name, [mark.x for mark in marks], [mark.y for mark in marks])


def _disputes(planned: Plan, look: Look) -> Spec:
    """A small cross at the shoulder of every mark that somebody denies."""
    marks = [mark for mark in planned.marks if mark.is_disputed]
    shift = planned.size.mark * 0.62
    spots = [mark.x + shift for mark in marks], [mark.y - shift for mark in marks]
    return spec.points("disputed", *spots) | {
        "marker": {
            "symbol": "x", "size": look.px(8), "color": look.base.ink, "opacity": 1,
            "line": {"color": look.base.ground, "width": 1},
        },
    }  # fmt: skip


def _labels(planned: Plan, look: Look) -> Spec:
    marks = [mark for mark in planned.marks if mark.placed.side is not Side.NONE]
    ink = {"textfont": {"color": look.base.ink}}
    return _points("labels", marks) | {
        "mode": "text",
        "x": [mark.placed.label_left for mark in marks],
        "text": [_label(mark) for mark in marks],
        "textposition": "middle right",
        "textfont": {"size": planned.size.font, "color": look.base.ink, "shadow": look.halo()},
        "selected": ink,
        "unselected": ink,
    }


def _label(mark: Mark) -> str:
    """What is planned stands in italics, which are narrower than the upright letters measured."""
    text = safe(mark.placed.label)
    return f"<i>{text}</i>" if mark.is_planned else text


def _hits(planned: Plan, look: Look) -> Spec:
    """Mark, bar and label can all be clicked."""
    spots: list[tuple[float, float]] = []
    ids: list[list[str]] = []
    hovers: list[str] = []
    for mark in planned.marks:
        xs = [mark.x, *spec.along(mark.left, mark.right)]
        if mark.placed.side is not Side.NONE:
            xs += spec.along(mark.placed.label_left + 10, mark.placed.label_right - 4)
        spots += [(x, mark.y) for x in xs]
        ids += [[mark.event_id] for _ in xs]
        hovers += [_hover(mark)] * len(xs)
    return spec.hit_points(spots, ids, hovers, look)


def _hover(mark: Mark) -> str:
    count = mark.publisher_count
    notes = [FAMILY_NAMES[Family(mark.family)]]
    notes += ["planned"] * mark.is_planned + ["somebody denies it"] * mark.is_disputed
    notes.append(f"{count} independent publisher{'' if count == 1 else 's'}")
    lines = [f"<b>{wrapped(mark.title)}</b>", safe(mark.when), safe(" · ".join(notes))]
    return "<br>".join(lines)

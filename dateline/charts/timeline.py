"""The timeline as a Plotly figure: one unit of either axis is one pixel of the plan.

The figure knows nothing of what is selected. Plotly would redraw everything for a ring around one
mark, and lose the click that comes while it does.
"""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dateline.charts import spec
from dateline.charts.escape import safe, wrapped
from dateline.charts.scale import Extent
from dateline.charts.spec import Spec
from dateline.charts.textwidth import text_px
from dateline.charts.theme import Look, tint
from dateline.charts.ticks import cut_text
from dateline.charts.timeline_marks import arrows, bar, disputes, mark_points, points_of
from dateline.charts.timeline_parts import Band, Dispute, Mark, Plan
from dateline.charts.timeline_plan import plan
from dateline.charts.tracks import Side
from dateline.views.days import short_day
from dateline.views.families import FAMILY_NAMES, Family


def timeline_figure(
    rows: pd.DataFrame,
    look: Look,
    width: int,
    window: Extent | None = None,
    undated_count: int = 0,
    last_report: date | None = None,
) -> go.Figure:
    """Draw the events of *rows*; see `timeline_plan.plan`."""
    return draw(plan(rows, look, width, window, undated_count, last_report), look)


def draw(planned: Plan, look: Look) -> go.Figure:
    """Draw what was planned, and add nothing to it."""
    size = planned.size
    shapes = [*_bands(planned, look), *_grid(planned, look), *_cuts(planned, look)]
    shapes += _report_line(planned, look)
    shapes += [shape for mark in planned.marks for shape in bar(mark, look)]
    notes = [*_lane_names(planned, look), *_notes_above(planned, look)]
    notes += [note for mark in planned.marks for note in arrows(mark, look)]
    if not planned.marks:
        text = "No event matches"
        notes.append(spec.note(look, 0.5, 0.5, text, xref="paper", yref="paper"))
    traces = [*mark_points(planned, look), *disputes(planned, look), _labels(planned, look)]
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
    return spec.figure(traces, layout)


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


def _report_line(planned: Plan, look: Look) -> list[Spec]:
    """A line where the last report ends, and a ground of its own for what was still to come."""
    if planned.report is None:
        return []
    x, bottom = planned.report.px, _axis_bottom(planned)
    ground = spec.box(
        (x, 0), (planned.size.plot, bottom), tint(look.base.accent, 0.06), layer="below"
    )
    return [ground, spec.line((x, 0), (x, bottom), look.base.accent, dash="dash", width=1.6)]


def _notes_above(planned: Plan, look: Look) -> list[Spec]:
    """Where the last report is and how much was cut out, above the axis; of two notes that would
    touch, the first named stays."""
    font = look.text(12.5)
    wanted = []
    if planned.report is not None:
        day = short_day(planned.report.day)
        for text in (f"last report {day} ▸ still to come", f"last report {day}"):
            half = text_px(text, font) / 2
            middle = min(max(planned.report.px, half), planned.size.plot - half)
            wanted.append((text, middle))
    for cut in planned.scale.cuts():
        text, middle = cut_text(cut), (cut.left + cut.right) / 2
        wanted += [(f"{text} cut", middle), (text, middle)]
    notes: list[Spec] = []
    taken: list[tuple[float, float]] = []
    for text, middle in wanted:
        left, right = (middle + side * (text_px(text, font) / 2 + 4) for side in (-1, 1))
        if any(left < end and start < right for start, end in taken):
            continue
        taken.append((left, right))
        notes.append(
            spec.note(look, middle, 0, text, size=12.5, yanchor="bottom", yshift=look.px(24))
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


def _labels(planned: Plan, look: Look) -> Spec:
    marks = [mark for mark in planned.marks if mark.placed.side is not Side.NONE]
    ink = {"textfont": {"color": look.base.ink}}
    return points_of("labels", marks) | {
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
    notes += ["planned"] * mark.is_planned
    if mark.dispute is Dispute.CONTESTED:
        notes.append(
            f"told as so {_times(mark.affirmed_count)}, denied {_times(mark.denied_count)}"
        )
    elif mark.dispute is Dispute.DENIED:
        notes.append(f"denied {_times(mark.denied_count)}")
    notes.append(f"{count} independent publisher{'' if count == 1 else 's'}")
    lines = [f"<b>{wrapped(mark.title)}</b>", safe(mark.when), safe(" · ".join(notes))]
    return "<br>".join(lines)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

"""The chart of troop claims where there are too many for marks: cells on the same two axes."""

from dataclasses import replace

from dateline.charts.amounts import amounts
from dateline.charts.claim_cells import band_cells, claim_cells, spread
from dateline.charts.claim_days import ScaledDays
from dateline.charts.claim_plan import headroom, numbers_of
from dateline.charts.estimates_parts import Crowd, Linked, Plan, steps_of
from dateline.charts.estimates_size import LEAST_HEIGHT, chart_measures
from dateline.charts.scale import make_scale
from dateline.charts.strips import DENIED, VAGUE, Strip
from dateline.charts.theme import Look
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.claims import TROOPS

BAND_ROWS = 1.3  # height of a band, in rows of a chart with marks


def plan_crowd(
    frames: ClaimFrames, view: ClaimView, look: Look, width: int, linked: Linked | None
) -> Plan:
    """Count the claims of *frames* by stretch of days and size, for a figure *width* wide."""
    measures = chart_measures(look, width)
    found = spread(frames.troops, view.is_spoken, (frames.vague, frames.denials))
    if linked is None:
        extents = found.days.extents(found.filled)
        scale = make_scale(extents, measures.plot, look.px(8), look.px(84))
    else:
        measures = replace(measures, left=linked.left, plot=linked.plot)
        scale = linked.scale
    bands = [
        (name, rows, who)
        for name, rows, who in (
            (VAGUE, frames.vague, "group_name"), (DENIED, frames.denials, "denier")
        )
        if len(rows)
    ]  # fmt: skip
    deep = measures.row * BAND_ROWS
    if look.tallest:
        left = look.tallest - measures.top - measures.bottom - deep * len(bands)
        measures = replace(measures, height=max(float(look.px(LEAST_HEIGHT)), left))
    room = headroom(frames.troops.iloc[:0], measures.mark)
    axis = amounts(numbers_of(frames.troops), measures.height, view.is_log, room=room)
    cells = [*claim_cells(found, scale, axis, TROOPS)]
    strips = []
    for at, (name, rows, who) in enumerate(bands):
        top = axis.bottom + at * deep
        strips.append(Strip(name, top, top + deep, ()))
        cells += band_cells(rows, name, who, found.days, scale, top + 4, top + deep - 4)
    days = ScaledDays(scale, view.is_spoken)
    return Plan(
        measures=measures,
        days=days,
        axis=axis,
        foot=axis.bottom,
        claims=(),
        strips=tuple(strips),
        steps=steps_of(frames, days, axis),
        step_note=None,
        ticks=tuple(days.ticks(look.text(14))),
        gaps=(),
        unlabelled=(),
        without_day=found.without_day,
        crowd=Crowd(found.days, tuple(cells)),
    )

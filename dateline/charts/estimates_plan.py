"""What the chart of troop claims draws and where, before any of it is drawn.

Everything is in pixels, downwards from the upper edge of the plot. Nothing joins two claims: a line
between them would say that the number grew, where only the claims did.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dateline.charts.amounts import Amounts, amounts
from dateline.charts.callouts import Box
from dateline.charts.claim_cells import are_crowded
from dateline.charts.claim_days import Days, ScaledDays, Tick, claim_extent, report_days
from dateline.charts.claim_plan import Claim, beneath, covered, headroom, lay_out, numbers_of
from dateline.charts.estimates_crowd import plan_crowd
from dateline.charts.estimates_parts import Linked, Plan, Step, steps_of
from dateline.charts.estimates_size import LEAST_HEIGHT, Measures, chart_measures
from dateline.charts.scale import Extent, make_scale, ordinal
from dateline.charts.strips import (
    DENIED,
    VAGUE,
    Strip,
    denial_wishes,
    lay_strip,
    unlabelled,
    vague_wishes,
)
from dateline.charts.textwidth import text_px
from dateline.charts.theme import Look
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.claimed_range import Counted
from dateline.views.days import as_day

NO_DAY_WORDS = "speak of no day"


def plan(
    frames: ClaimFrames, view: ClaimView, look: Look, width: int, linked: Linked | None = None
) -> Plan:
    """Lay out the troop claims of *frames* as *view* says, for a figure *width* pixels wide."""
    if are_crowded(frames):
        return plan_crowd(frames, view, look, width, linked)
    measures = chart_measures(look, width)
    if linked is not None:
        measures = replace(measures, left=linked.left, plot=linked.plot)
        if look.tallest:  # two charts share the height, and bands are nearly all words
            measures = replace(measures, row=min(measures.row, round(measures.font * 1.3)))
    days = _days(frames, view, look, measures, linked)
    strips = _strips(frames, days, measures, 0.0)
    least = float(look.px(LEAST_HEIGHT))
    if look.tallest:
        left = look.tallest - measures.top - measures.bottom - _depth(strips)
        measures = replace(measures, height=max(least, left))
    room, numbers = headroom(frames.troops, measures.mark), numbers_of(frames.troops)
    axis = amounts(numbers, measures.height, view.is_log, room=room)
    under = beneath(frames.troops, axis, measures.mark)
    if look.tallest and under:
        measures = replace(measures, height=max(least, measures.height - under))
        axis = amounts(numbers, measures.height, view.is_log, room=room)
    foot = axis.bottom + under
    strips = _strips(frames, days, measures, foot)
    steps = steps_of(frames, days, axis)
    gaps = tuple(days.gaps())
    area = Box(2, 0, measures.plot + measures.right - 2, axis.bottom - 1)
    kept_free = [_corner(measures, look), *_gap_boxes(gaps, axis, look)]
    bare = lay_out(frames.troops, days, axis, area, look, measures.mark)
    step_note = _step_note(steps, view.counted, bare, measures, kept_free, axis, look)
    if step_note:
        kept_free.append(step_note[0])
    claims = lay_out(frames.troops, days, axis, area, look, measures.mark, kept_free)
    drawn = {claim.estimate_id for claim in claims}
    nameless = [claim.estimate_id for claim in claims if claim.callout is None]
    nameless += [name for strip in strips for name in unlabelled(strip)]
    return Plan(
        measures=measures,
        days=days,
        axis=axis,
        foot=foot,
        claims=claims,
        strips=tuple(strips),
        steps=steps,
        step_note=step_note,
        ticks=tuple(days.ticks(look.text(14))),
        gaps=gaps,
        unlabelled=tuple(nameless),
        without_day=tuple(name for name in frames.troops["estimate_id"] if name not in drawn),
    )


def _days(
    frames: ClaimFrames, view: ClaimView, look: Look, measures: Measures, linked: Linked | None
) -> Days:
    if linked is not None:
        return ScaledDays(linked.scale, view.is_spoken)
    room = measures.plot - look.px(90 if not measures.is_narrow else 44)
    if not view.is_spoken:
        told = [frames.troops, frames.vague]
        by_day = _per_day(day for rows in told for day in rows["reported_day"])
        denied = _per_day(frames.denials["reported_day"])
        tallies = {d: max(by_day.get(d, 0), min(denied.get(d, 0), 2)) for d in by_day | denied}
        return report_days(tallies, room, look.px(26))
    extents = [*extents_of(frames, True)]
    return ScaledDays(make_scale(extents, room, look.px(18), look.px(84)), True)


def extents_of(frames: ClaimFrames, is_spoken: bool) -> Iterable[Extent]:
    """The days that an axis of time has to hold for *frames*."""
    for row in frames.troops.to_dict("records"):
        if (extent := claim_extent(row, is_spoken)) is not None:
            yield extent
    for rows in (frames.vague, frames.denials):
        for value in rows["reported_day"]:
            if (day := as_day(value)) is not None:
                yield Extent(ordinal(day), ordinal(day))


def _per_day(values: Iterable[object]) -> dict[date, int]:
    counts: dict[date, int] = {}
    for value in values:
        if (day := as_day(value)) is not None:
            counts[day] = counts.get(day, 0) + 1
    return counts


def _strips(frames: ClaimFrames, days: Days, measures: Measures, top: float) -> list[Strip]:
    """The bands below zero, from *top* on: claims without a number, then denials."""
    found: list[Strip] = []
    bands = ((VAGUE, vague_wishes(frames.vague)), (DENIED, denial_wishes(frames.denials)))
    for name, wishes in bands:
        strip = lay_strip(name, wishes, days, measures, found[-1].bottom if found else top)
        if strip:
            found.append(strip)
    return found


def _depth(strips: list[Strip]) -> float:
    return strips[-1].bottom if strips else 0.0


def _corner(measures: Measures, look: Look) -> Box:
    """The upper left, where the axis says what it counts."""
    return Box(0, 0, text_px("troops", look.text(14)) + 10, look.text(14) * 1.4)


def _gap_boxes(gaps: Iterable[Tick], axis: Amounts, look: Look) -> list[Box]:
    half = look.text(13) * 0.65
    found = []
    for x, text in gaps:
        long = text_px(text, look.text(13)) / 2
        middle = axis.above + axis.height / 2
        found.append(Box(x - half, middle - long, x + half, middle + long))
    return found


STEP_WORDS = {
    Counted.DEPLOYED: ("lowest to highest number claimed so far, only of troops deployed",
                       "claimed so far, only deployed"),
    Counted.ALL: ("lowest to highest number claimed so far, whatever the state",
                  "claimed so far, all claims"),
}  # fmt: skip


def _step_note(
    steps: tuple[Step, ...],
    counted: Counted,
    claims: tuple[Claim, ...],
    measures: Measures,
    kept_free: list[Box],
    axis: Amounts,
    look: Look,
) -> tuple[Box, str] | None:
    """What the shaded range is of, low in the plot, where no mark lies; the page says it too."""
    if not steps:
        return None
    font = look.text(13)
    boxes = [box for claim in claims for box in covered(claim, measures.mark)] + kept_free
    for words in STEP_WORDS[counted]:
        text = f"shaded: {words}"
        width = text_px(text, font) + 4
        for bottom, start in _note_spots(steps, axis, measures.plot - width, look):
            box = Box(start, bottom - font * 1.35, start + width, bottom)
            if not any(box.meets(other) for other in boxes):
                return box, text
    return None


def _note_spots(
    steps: tuple[Step, ...], axis: Amounts, last: float, look: Look
) -> Iterable[tuple[float, float]]:
    """Lower edges and left ends for the note: low in the plot, then inside the range, then on top;
    each as far left as it gets."""
    first = steps[0].x + look.px(4)
    bottoms = [axis.bottom - 1, steps[-1].y_low - 2, steps[-1].y_high + look.px(20)]
    for bottom in bottoms:
        start = first
        while start <= last:
            yield bottom, start
            start += look.px(30)

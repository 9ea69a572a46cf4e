"""Too many claims for marks: what each cell counts, checked by counting one by one."""

import itertools
import json

import pytest

from bench import generated
from dateline.charts.claim_cells import (
    DENIED,
    LEVELS,
    MOST_MARKS,
    MOST_SMALL,
    are_crowded,
    level_words,
    spread,
)
from dateline.charts.claim_days import claim_extent
from dateline.charts.claim_plan import ends
from dateline.charts.estimates import RANGE_TRACE, draw, estimates_figure
from dateline.charts.estimates_plan import plan
from dateline.charts.key import cells_key, estimates_key
from dateline.charts.linked import pair_figures, plan_pair
from dateline.charts.quantities import draw as draw_quantities
from dateline.charts.quantities_plan import grid
from dateline.charts.stretches import DAYS
from dateline.charts.theme import Ground, Look
from dateline.views.claim_view import USUAL_VIEW, ClaimView, claim_frames
from dateline.views.claimed_range import Counted
from dateline.views.listing import listing
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story
from tests.claims import frames_of, made_up

LOOK = Look(Ground.LIGHT, 1.0)
VIEWS = [
    ClaimView(by, is_log, counted)
    for by, is_log, counted in (
        ("", False, Counted.DEPLOYED), ("", True, Counted.ALL), (SPOKEN, False, Counted.NONE),
        (SPOKEN, True, Counted.DEPLOYED),
    )
]  # fmt: skip
EDGE = 1e-6  # pixels: numbers that fall on the edge of a cell do so exactly
LARGEST = 1_000_000  # bytes of a figure as the browser gets it


@pytest.fixture(scope="module")
def story() -> Story:
    tables, _ = generated.tables(1200, claims=900)
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


def hits_of(figure):
    [trace] = [trace for trace in figure.data if trace.customdata is not None]
    return trace


def test_marks_give_way_to_cells_beyond_what_can_be_told_apart():
    claims = made_up(5, most=60) * 20

    assert not are_crowded(frames_of(*claims[:MOST_MARKS]))
    crowded = frames_of(*claims[: MOST_MARKS * 2])
    assert are_crowded(crowded) == (len(crowded.troops) > MOST_MARKS)
    assert are_crowded(crowded)


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("width", [1278, 356])
def test_every_claim_is_counted_at_each_size_and_day_that_it_can_mean(story, view, width):
    frames = claim_frames(story, Selection(), view)
    planned = plan(frames, view, LOOK, width)
    days, cells = planned.crowd.days, planned.crowd.cells
    above = [cell for cell in cells if cell.box.bottom <= planned.axis.bottom + 0.01]

    one_by_one = [0] * len(above)
    for row in frames.troops.to_dict("records"):
        extent = claim_extent(row, view.is_spoken)
        if extent is None:
            assert row["estimate_id"] in planned.without_day
            continue
        high, low = sorted(planned.axis.px(end) for end in ends(row))
        for at, cell in enumerate(above):
            first, last = (day.toordinal() for day in days.ends(cell.stretch))
            in_days = extent.first <= last and first <= extent.last
            one_by_one[at] += in_days and reaches(cell.box, low, high, planned.axis.bottom)
    assert one_by_one == [cell.count for cell in above]


def reaches(box, low: float, high: float, zero: float) -> bool:
    """Whether what lies between two pixels lies in a cell, to which its upper edge belongs."""
    foot = box.bottom + 1 if abs(box.bottom - zero) < EDGE else box.bottom - EDGE
    return box.top - EDGE <= low and high < foot


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_no_cell_lies_on_another_and_all_are_inside(story, view):
    planned = plan(claim_frames(story, Selection(), view), view, LOOK, 1278)
    cells = sorted(planned.crowd.cells, key=lambda cell: (cell.box.left, cell.box.top))

    for cell, other in itertools.combinations(cells, 2):
        if other.box.left >= cell.box.right - EDGE:
            continue
        apart = other.box.top >= cell.box.bottom - EDGE or cell.box.top >= other.box.bottom - EDGE
        assert apart, (cell, other)
    edge = planned.measures.plot + EDGE
    assert all(cell.box.left >= -EDGE and cell.box.right <= edge for cell in cells)
    assert all(cell.box.top >= 0 and cell.box.bottom <= planned.height for cell in cells)


def test_denials_and_claims_without_a_number_are_counted_below(story):
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    planned = plan(frames, USUAL_VIEW, LOOK, 1278)
    denied = [cell for cell in planned.crowd.cells if cell.what == DENIED]

    assert sum(cell.count for cell in denied) == len(frames.denials)
    assert [strip.name for strip in planned.strips] == [DENIED]


def test_a_cell_says_what_it_counts_and_chooses_its_days(story):
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    planned = plan(frames, USUAL_VIEW, LOOK, 1278)
    hits = hits_of(draw(planned, {}, LOOK))

    assert len(hits.customdata) == len(planned.crowd.cells)
    assert all(custom[-1].startswith(f"{DAYS}:") for custom in hits.customdata)
    by_count = [cell.count for cell in planned.crowd.cells]
    at = by_count.index(max(by_count))
    cell = planned.crowd.cells[at]
    assert f"<b>{cell.count} " in hits.hovertext[at]
    first, last = planned.crowd.days.ends(cell.stretch)
    assert hits.customdata[at][-1] == f"{DAYS}:{first}:{last}"


def test_shades_are_those_of_the_key_and_the_range_is_still_there(story):
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    figure = estimates_figure(frames, USUAL_VIEW, {}, LOOK, 1278)
    bars = [trace for trace in figure.data if trace.type == "bar"]

    assert len(bars) == len(LEVELS) == len(cells_key(LOOK)) == len(list(level_words()))
    assert list(level_words())[:2] == ["1", "2 to 3"]
    assert RANGE_TRACE in {trace.name for trace in figure.data}
    assert estimates_key(frames, USUAL_VIEW, {}, LOOK)[0].text == "1 claim"
    assert len(json.dumps(figure.to_plotly_json(), default=str)) < LARGEST


def test_both_charts_share_their_days_where_claims_are_too_many(story):
    few = listing(story, Selection(kinds=("vote",))).rows().head(100)
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    pair = plan_pair(few, frames, USUAL_VIEW, LOOK, 1278)
    upper, lower = pair_figures(pair, {}, LOOK, is_narrow=False)

    assert pair.claims.crowd is not None
    assert list(upper.layout.xaxis.range) == list(lower.layout.xaxis.range)
    assert upper.layout.margin.l == lower.layout.margin.l
    inside = [c.box for c in pair.claims.crowd.cells]
    assert all(box.left >= -1 and box.right <= pair.claims.measures.plot + 1 for box in inside)


@pytest.mark.parametrize("tallest", [420, 620])
def test_a_bound_height_is_kept(story, tallest):
    look = Look(scale=1.35, smallest=20, tallest=tallest)
    frames = claim_frames(story, Selection(), USUAL_VIEW)

    assert estimates_figure(frames, USUAL_VIEW, {}, look, 1800).layout.height == tallest


def test_a_small_chart_counts_what_it_has_no_room_for(story):
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    planned = grid(frames.other, USUAL_VIEW, LOOK, 1278)
    crowded = [panel for panel in planned.panels if panel.crowd is not None]
    figure = draw_quantities(planned, {}, LOOK)

    assert crowded
    for panel in planned.panels:
        assert (panel.crowd is None) == (len(panel.claims) > 0)
        assert len(panel.claims) <= MOST_SMALL
    for panel in crowded:
        for cell in panel.crowd.cells:
            assert panel.left - 1 <= cell.box.left
            assert cell.box.right <= panel.frame.right + 1
            assert panel.axis.above - 1 <= cell.box.top
    ids = [custom[-1] for custom in hits_of(figure).customdata]
    assert sum(name.startswith(DAYS) for name in ids) == sum(len(p.crowd.cells) for p in crowded)


def test_claims_that_speak_of_no_day_are_named(story):
    frames = claim_frames(story, Selection(), ClaimView(SPOKEN))
    found = spread(frames.troops, is_spoken=True)
    none = frames.troops["spoken_first"].isna() & frames.troops["spoken_last"].isna()

    assert none.any()
    assert set(found.without_day) == set(frames.troops.loc[none, "estimate_id"])

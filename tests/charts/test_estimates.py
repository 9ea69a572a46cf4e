"""Troop claims as data: every bound and state as it is drawn, and the shaded step."""

import itertools

import pytest

from dateline.charts.callouts import Box
from dateline.charts.columns import columns
from dateline.charts.estimates import estimates_figure
from dateline.charts.estimates_plan import plan, tick_step
from dateline.charts.spec import HIT_TRACE
from dateline.charts.theme import Look
from dateline.views.claims import (
    claimant_order,
    denial_rows,
    highest_so_far,
    select_claims,
    troop_rows,
)
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests.golden import story as golden

LOOK = Look()


@pytest.fixture(scope="module")
def frames():
    story = Story(**{table.table_name(): frame for table, frame in golden.tables().items()})
    troops = troop_rows(story, select_claims(story, Selection()))
    ranks = {group: rank for rank, group in enumerate(claimant_order(story))}
    return (troops, denial_rows(story, Selection()), highest_so_far(troops)), ranks


@pytest.fixture(scope="module")
def figure(frames):
    return estimates_figure(*frames, LOOK, 1278)


@pytest.fixture(scope="module")
def claims(frames):
    return {claim.phrase: claim for claim in plan(*frames[0], LOOK, 1278).claims}


def test_every_claim_is_drawn_over_its_report_day(frames):
    planned = plan(*frames[0], LOOK, 1278)

    assert len(planned.claims) == len(frames[0][0])
    for claim in planned.claims:
        column = planned.columns[claim.reported]
        assert column.left < claim.x < column.right


def test_bounds_are_drawn_as_what_they_are(claims, figure):
    up, down = claims["at least 1,500 marines"], claims["As many as 9,000 marines"]
    between = claims["Between 3,000 and 5,000 marines"]

    assert (up.points_up, up.points_down) == (True, False)
    assert (down.points_up, down.points_down) == (False, True)
    assert (between.low, between.high) == (3000, 5000)
    assert claims["approximately 9,000 troops"].label.startswith("≈ 9,000")
    assert claims["A further 4,000"].label.startswith("+ 4,000")
    arrows = {a.y: a.ay for a in figure.layout.annotations if a.showarrow}
    assert arrows[1500] > 0 > arrows[9000]


def test_a_range_is_a_bar_without_a_mark_in_its_middle(claims, figure):
    bars = [s for s in figure.layout.shapes if s.type == "rect" and {s.y0, s.y1} == {3000, 5000}]
    drawn = [y for trace in figure.data if trace.name == "claims" for y in trace.y]

    assert len(bars) == 1
    assert 4000 not in [y for y in drawn if y != claims["A further 4,000"].low]


def test_being_prepared_is_hollow_and_deployed_is_filled(figure):
    filled, hollow = (trace for trace in figure.data if trace.name == "claims")

    assert sorted(hollow.y) == [4000, 9000]
    assert set(hollow.marker.color) == {LOOK.base.ground}
    assert LOOK.base.ground not in filled.marker.color


def test_the_value_and_the_name_are_printed_at_every_mark(figure, claims):
    notes = [note.text for note in figure.layout.annotations]

    for claim in claims.values():
        assert any(claim.group_name in note and claim.label.split()[-2] in note for note in notes)


def test_denials_lie_below_zero_and_lead_to_their_event(figure):
    hits = next(trace for trace in figure.data if trace.name == HIT_TRACE)
    kinds = {custom[0]: y for custom, y in zip(hits.customdata, hits.y, strict=True)}

    assert kinds["event"] < 0 < kinds["claim"]


def test_no_line_joins_two_claims(figure):
    lines = [trace for trace in figure.data if "lines" in (trace.mode or "")]

    assert [trace.name for trace in lines] == ["highest so far"]
    assert lines[0].line.width == 0


def test_the_step_is_the_highest_claim_so_far_and_says_so(figure):
    step = next(trace for trace in figure.data if trace.name == "highest so far")

    assert list(step.y) == [1500, 9000, 9000, 9000]
    assert step.line.shape == "hv"
    assert any("highest claim so far" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("width", [286, 356, 1278, 1758])
def test_labels_lie_on_nothing_else(frames, width):
    planned = plan(*frames[0], Look(scale=1.12 if width > 1500 else 1), width)
    boxes = [claim.callout.box for claim in planned.claims if claim.callout]
    half = planned.measures.mark / 2

    for one, two in itertools.combinations(boxes, 2):
        assert not one.meets(two)
    for claim, box in itertools.product(planned.claims, boxes):
        top, bottom = planned.y_px(claim.high) - half, planned.y_px(claim.low) + half
        assert not box.meets(Box(claim.x - half, top, claim.x + half, bottom))
    if width > 900:
        assert len(boxes) == len(planned.claims)


def test_text_from_the_tables_cannot_become_markup(frames):
    (troops, denials, highest), ranks = frames
    evil = "<a href='https://example.org'>x</a>"
    figure = estimates_figure(
        (
            troops.assign(group_name=evil, phrase=evil),
            denials.assign(denier=evil, title=evil),
            highest,
        ),
        ranks,
        LOOK,
        1278,
    ).to_dict()
    drawn = [t for trace in figure["data"] for t in trace.get("text", ()) or ()]
    drawn += [t for trace in figure["data"] for t in trace.get("hovertext", ()) or ()]
    drawn += [note["text"] for note in figure["layout"]["annotations"]]

    assert any("&lt;" in text for text in drawn)
    assert not any("<a" in text for text in drawn)


def test_denials_alone_and_claims_alone_can_be_drawn(frames):
    (troops, denials, highest), ranks = frames

    alone = estimates_figure((troops.head(0), denials, highest.head(0)), ranks, LOOK, 1278)
    assert alone.layout.height > 200
    alone = estimates_figure((troops, denials.head(0), highest), ranks, LOOK, 1278)
    assert alone.layout.yaxis.range[0] == 0


def test_a_day_gets_room_by_its_claims_and_days_keep_their_order(frames):
    planned = plan(*frames[0], LOOK, 1278)
    ordered = [planned.columns[day] for day in sorted(planned.columns)]

    for one, two in itertools.pairwise(ordered):
        assert one.right <= two.left
    assert ordered[0].right - ordered[0].left > ordered[1].right - ordered[1].left
    assert columns({}, 100, 10) == {}


@pytest.mark.parametrize("most", [1, 7, 12, 999, 1500, 13_920, 250_000, 3_400_000])
def test_an_axis_has_a_handful_of_round_ticks(most):
    step = tick_step(most)

    assert 2 <= most / step <= 10
    assert str(step).strip("0.")[0] in "125"


@pytest.mark.parametrize("tallest", [420, 520, 620])
def test_a_bound_height_is_kept_and_no_label_meets_another(frames, tallest):
    look = Look(scale=1.35, smallest=20, tallest=tallest)
    planned = plan(*frames[0], look, 1800)
    boxes = [claim.callout.box for claim in planned.claims if claim.callout]

    assert estimates_figure(*frames, look, 1800).layout.height == tallest
    assert len(planned.claims) == len(frames[0][0])
    assert not any(one.meets(two) for one, two in itertools.combinations(boxes, 2))

"""Troop claims as data: every bound and state as it is drawn, and nothing on anything else."""

import itertools
from dataclasses import replace

import pytest

from dateline.charts.amounts import amounts, tick_step
from dateline.charts.callouts import Box
from dateline.charts.claim_names import short_name
from dateline.charts.claim_plan import covered
from dateline.charts.columns import columns
from dateline.charts.estimates import RANGE_TRACE, draw, estimates_figure
from dateline.charts.estimates_plan import plan
from dateline.charts.quantities import quantities_figure
from dateline.charts.quantities_plan import grid
from dateline.charts.spec import HIT_TRACE
from dateline.charts.theme import HOLLOW_STATES, STATE_SHAPES, Look
from dateline.charts.tracks import Side
from dateline.model import Bound, State
from dateline.views.claim_view import USUAL_VIEW, ClaimView, claim_frames
from dateline.views.claimed_range import Counted
from dateline.views.claims import claimant_order
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story
from tests.claims import SEEDS, frames_of, made_up, made_up_frames
from tests.golden import story as golden

LOOK = Look()
VIEWS = [USUAL_VIEW, ClaimView(SPOKEN, False, Counted.ALL), ClaimView("", True, Counted.NONE)]


@pytest.fixture(scope="module")
def story():
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


@pytest.fixture(scope="module")
def frames(story):
    return claim_frames(story, Selection(), USUAL_VIEW)


@pytest.fixture(scope="module")
def ranks(story):
    return {group: rank for rank, group in enumerate(claimant_order(story))}


@pytest.fixture(scope="module")
def figure(frames, ranks):
    return estimates_figure(frames, USUAL_VIEW, ranks, LOOK, 1278)


@pytest.fixture(scope="module")
def planned(frames):
    return plan(frames, USUAL_VIEW, LOOK, 1278)


def one(view=USUAL_VIEW, **claim):
    """The plan of one claim, the claim as drawn, and its figure."""
    frames = frames_of(claim, view=view)
    planned = plan(frames, view, LOOK, 1278)
    return planned, planned.claims[0], draw(planned, {}, LOOK)


def test_every_claim_is_drawn_over_its_report_day(frames, planned):
    assert len(planned.claims) == len(frames.troops)
    for claim in planned.claims:
        left, right = planned.days.room(claim.reported)
        assert left < claim.x < right


@pytest.mark.parametrize("bound", [b for b in Bound if b is not Bound.VAGUE])
def test_every_bound_is_drawn_as_what_it_is(bound):
    low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else 2000
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else 2000
    high = 5000 if bound is Bound.BETWEEN else high
    planned, claim, figure = one(low=low, high=high, bound=str(bound))
    arrows = [note for note in figure.layout.annotations if note.showarrow]
    bars = [s for s in figure.layout.shapes if s.type == "rect" and s.line.width == 2.4]
    drawn = [(y, s) for t in figure.data if t.name == "claims"
             for y, s in zip(t.y, t.marker.symbol, strict=True)]  # fmt: skip

    assert claim.label is not None
    if bound is Bound.BETWEEN:
        assert {bars[0].y0, bars[0].y1} == {planned.axis.px(2000), planned.axis.px(5000)}
        assert (drawn, arrows) == ([], [])
        assert claim.label.figure == "2,000–5,000"
        return
    assert bars == []
    assert drawn == [(planned.axis.px(2000), "circle")]
    if bound in (Bound.EXACT, Bound.APPROXIMATE):
        assert arrows == []
        assert claim.label.figure == ("≈ 2,000" if bound is Bound.APPROXIMATE else "2,000")
        return
    [arrow] = arrows
    upward = bound in (Bound.AT_LEAST, Bound.MORE_THAN)
    assert (arrow.ay > 0) is upward
    assert (arrow.yshift > 0) is upward
    assert claim.label.figure[0] in ("≥>" if upward else "≤<")


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_its_shape_and_fill(state):
    is_force = state in ("deployed", "preparing", "planned", "other")
    frames = frames_of({"state": str(state), "unit": "troops" if is_force else "people"})
    figure = (
        estimates_figure(frames, USUAL_VIEW, {}, LOOK, 1278)
        if is_force
        else quantities_figure(frames.other, USUAL_VIEW, {}, LOOK, 1278)
    )
    filled, hollow = (trace for trace in figure.data if trace.name == "claims")
    drawn, other = (hollow, filled) if state in HOLLOW_STATES else (filled, hollow)

    assert list(drawn.marker.symbol) == [STATE_SHAPES[state].plotly]
    assert list(other.x) == []
    assert (drawn.marker.color[0] == LOOK.base.ground) is (state in HOLLOW_STATES)


def test_no_two_states_look_alike():
    looks = [(STATE_SHAPES[state].plotly, state in HOLLOW_STATES) for state in State]

    assert len(set(looks)) == len(State)


def test_an_increment_is_a_length_from_the_axis_with_a_plus():
    planned, claim, figure = one(low=4000, high=4000, bound="exact", is_increment=True)
    [symbol] = [s for t in figure.data if t.name == "claims" for s in t.marker.symbol]
    stems = [s for s in figure.layout.shapes if s.type == "line" and s.line.dash == "dot"]

    assert symbol == "cross"
    assert {stems[0].y0, stems[0].y1} == {planned.axis.px(4000), planned.axis.px(0)}
    assert claim.label.figure == "+ 4,000"
    assert planned.steps == ()


def test_a_part_fills_its_share_of_its_whole():
    planned, claim, figure = one(low=8000, high=8000, bound="exact", part_of=10_000)
    bars = [s for s in figure.layout.shapes if s.type == "rect" and s.y1 == planned.axis.bottom]

    assert [bar.y0 for bar in bars] == [planned.axis.px(10_000), planned.axis.px(8000)]
    assert claim.label.figure == "8,000 of 10,000"
    assert planned.steps == ()


def test_a_vague_claim_has_a_place_below_and_no_height():
    frames = frames_of({"low": None, "high": None, "bound": "vague", "phrase": "Dozens of them"})
    planned = plan(frames, USUAL_VIEW, LOOK, 1278)
    [strip] = planned.strips

    assert planned.claims == ()
    assert strip.name == "Vague"
    assert strip.top >= planned.axis.bottom
    assert strip.marks[0].placed.label.startswith("“Dozens of them”")


def test_a_claim_that_is_not_certain_says_so_at_its_mark():
    assert one(stance="alleged")[1].label.name.endswith(", alleged")
    assert "alleged" not in one(stance="confirmed")[1].label.name


def test_a_denied_number_is_a_denial_and_no_claim():
    frames = frames_of({"stance": "denied"})
    planned = plan(frames, USUAL_VIEW, LOOK, 1278)

    assert planned.claims == ()
    assert [(s.name, s.marks[0].ids) for s in planned.strips] == [("Denied", ("a0-x0",))]


def test_by_the_day_spoken_of_a_doubt_is_as_wide_as_it_is():
    view = ClaimView(SPOKEN)
    days = {"as_of_first": "2031-05-01", "as_of_last": "2031-05-10", "reported_day": "2031-05-20"}
    _, claim, figure = one(view, **days)
    dotted = [s for s in figure.layout.shapes if s.type == "rect" and s.line.dash == "dot"]

    assert (dotted[0].x0, dotted[0].x1) == (claim.spot.left, claim.spot.right)
    assert claim.spot.left < claim.x < claim.spot.right
    assert claim.x == pytest.approx((claim.spot.left + claim.spot.right) / 2)


def test_a_claim_that_speaks_of_no_day_is_not_given_one():
    view = ClaimView(SPOKEN)
    frames = frames_of({"as_of_first": None, "as_of_last": None}, {}, view=view)
    planned = plan(frames, view, LOOK, 1278)

    assert planned.without_day == ("a0-x0",)
    assert [claim.estimate_id for claim in planned.claims] == ["a0-x1"]


def test_an_open_day_is_an_arrow_to_its_side():
    _, claim, figure = one(ClaimView(SPOKEN), as_of_first=None, as_of_last="2031-05-10")
    [arrow] = [note for note in figure.layout.annotations if note.showarrow]

    assert (claim.spot.opens_left, claim.spot.opens_right) == (True, False)
    assert arrow.xshift < 0 < arrow.ax


def test_the_value_and_the_name_are_printed_at_every_mark(figure, planned):
    notes = [note.text for note in figure.layout.annotations]

    for claim in planned.claims:
        printed = f"<b>{claim.label.figure.replace('>', '&gt;')}</b> {claim.label.name}"
        assert printed in notes


def test_denials_lie_below_zero_and_lead_to_their_event(figure, planned):
    hits = next(trace for trace in figure.data if trace.name == HIT_TRACE)
    kinds = {custom[0]: y for custom, y in zip(hits.customdata, hits.y, strict=True)}

    assert kinds["Denied"] > planned.axis.bottom > kinds["claim"]


def test_one_voice_on_one_day_has_one_mark_that_can_lead_to_all_it_denies():
    frames = frames_of({"stance": "denied", "claimant": "norland"},
                       {"stance": "denied", "claimant": "norland"})  # fmt: skip
    planned = plan(frames, USUAL_VIEW, LOOK, 1278)
    [mark] = planned.strips[0].marks

    assert mark.name == "Norland (2)"
    assert set(mark.ids) == {"a0-x0", "a0-x1"}


def test_no_line_joins_two_claims(figure):
    lines = [trace for trace in figure.data if "lines" in (trace.mode or "")]

    assert [trace.name for trace in lines] == [RANGE_TRACE]
    assert lines[0].line.width == 0


@pytest.mark.parametrize("counted", Counted)
def test_the_shaded_step_is_the_range_and_says_of_what(story, ranks, counted):
    view = ClaimView(counted=counted)
    frames = claim_frames(story, Selection(), view)
    planned = plan(frames, view, LOOK, 1278)
    drawn = [t for t in draw(planned, ranks, LOOK).data if t.name == RANGE_TRACE]

    if counted is Counted.NONE:
        assert (drawn, planned.steps, planned.step_note) == ([], (), None)
        return
    heights = {planned.axis.px(n) for n in [*frames.range["lowest"], *frames.range["highest"]]}
    assert set(drawn[0].y) == heights
    words = {Counted.DEPLOYED: "deployed", Counted.ALL: "whatever the state"}[counted]
    assert words in planned.step_note[1]


def boxes_of(planned, width):
    labels = [claim.callout.box for claim in planned.claims if claim.callout]
    row = planned.measures.row
    named = [m for s in planned.strips for m in s.marks if m.placed.side is not Side.NONE]
    for mark in named:
        spot = mark.placed
        labels.append(Box(spot.label_left, mark.y - row / 2, spot.label_right, mark.y + row / 2))
    return labels


@pytest.mark.parametrize("seed", range(SEEDS))
def test_labels_lie_on_nothing_else_and_none_is_lost_without_a_trace(seed):
    view, width = VIEWS[seed % 3], (1278, 1758, 356, 286)[seed % 4]
    frames = made_up_frames(seed, view)
    planned = plan(frames, view, Look(scale=1.12 if width > 1500 else 1), width)
    labels = boxes_of(planned, width)
    # Without arrows and doubts: just the mark that a person sees.
    half = planned.measures.mark / 2
    marks = [Box(c.x - half, c.y_high - half, c.x + half, c.y_low + half) for c in planned.claims]
    marks += [
        Box(m.x - half, m.y - half, m.x + half, m.y + half)
        for s in planned.strips for m in s.marks
    ]  # fmt: skip

    for box, other in itertools.combinations(labels, 2):
        assert not box.meets(other)
    for box, mark in itertools.product(labels, marks):
        assert not box.meets(mark)
    edge = planned.measures.plot + planned.measures.right
    assert all(box.left >= 0 and box.right <= edge for box in labels)
    missing = len(planned.claims) + sum(len(s.marks) for s in planned.strips) - len(labels)
    assert missing == len(planned.unlabelled)
    everything = {c.estimate_id for c in planned.claims} | set(planned.without_day)
    assert everything == set(frames.troops["estimate_id"])


@pytest.mark.parametrize("seed", range(0, SEEDS, 4))
def test_leader_lines_run_through_no_label_and_no_other_mark(seed):
    planned = plan(made_up_frames(seed, USUAL_VIEW), USUAL_VIEW, LOOK, 1278)
    for claim in planned.claims:
        if not claim.callout or not claim.callout.leader:
            continue
        x, y = claim.callout.leader
        points = [(claim.x + (x - claim.x) * n / 40, claim.y + (y - claim.y) * n / 40)
                  for n in range(12, 40)]  # fmt: skip
        for other in planned.claims:
            if other is claim:
                continue
            boxes = covered(other, planned.measures.mark)[:1]
            boxes += [other.callout.box] if other.callout else []
            for box, (at, up) in itertools.product(boxes, points):
                assert not (box.left < at < box.right and box.top < up < box.bottom)


@pytest.mark.parametrize("seed", range(24))
def test_marks_on_one_scale_do_not_hide_each_other(seed):
    view = ClaimView(SPOKEN)
    planned = plan(made_up_frames(seed, view), view, LOOK, 1278)
    size = planned.measures.mark

    for claim, other in itertools.combinations(planned.claims, 2):
        apart = abs(claim.x - other.x) >= size or abs(claim.y - other.y) >= size
        assert apart, (claim, other)


def test_marks_without_a_label_are_counted_in_the_figure():
    frames = frames_of(*made_up(3, most=60) * 3)
    planned = plan(frames, USUAL_VIEW, LOOK, 356)
    notes = [note.text for note in draw(planned, {}, LOOK).layout.annotations]

    assert planned.unlabelled
    assert f"+{len(planned.unlabelled)} not labelled" in notes


@pytest.mark.parametrize("tallest", [420, 520, 620])
def test_a_bound_height_is_kept_and_no_label_meets_another(frames, tallest):
    look = Look(scale=1.35, smallest=20, tallest=tallest)
    planned = plan(frames, USUAL_VIEW, look, 1800)
    labels = boxes_of(planned, 1800)

    assert estimates_figure(frames, USUAL_VIEW, {}, look, 1800).layout.height == tallest
    assert len(planned.claims) == len(frames.troops)
    assert not any(one.meets(two) for one, two in itertools.combinations(labels, 2))


def test_text_from_the_tables_cannot_become_markup(frames, ranks):
    evil = "<a href='https://example.org'>x</a>"
    hostile = replace(
        frames,
        troops=frames.troops.assign(group_name=evil, phrase=evil, claimant=evil),
        vague=frames.vague.assign(group_name=evil, phrase=evil),
        denials=frames.denials.assign(denier=evil, title=evil),
    )
    other = frames.other.assign(group_name=evil, phrase=evil, measure=evil)
    for figure in (
        estimates_figure(hostile, USUAL_VIEW, ranks, LOOK, 1278).to_dict(),
        quantities_figure(other, USUAL_VIEW, ranks, LOOK, 1278).to_dict(),
    ):
        drawn = [t for trace in figure["data"] for t in trace.get("text", ()) or ()]
        drawn += [t for trace in figure["data"] for t in trace.get("hovertext", ()) or ()]
        drawn += [note["text"] for note in figure["layout"]["annotations"]]

        assert any("&lt;" in text for text in drawn)
        assert not any("<a" in text for text in drawn)


def test_denials_alone_and_claims_alone_can_be_drawn():
    alone = estimates_figure(frames_of({"stance": "denied"}), USUAL_VIEW, {}, LOOK, 1278)
    assert alone.layout.height > 200
    planned = plan(frames_of({}), USUAL_VIEW, LOOK, 1278)
    assert planned.strips == ()
    assert planned.height == planned.axis.bottom


def test_a_day_gets_room_by_its_claims_and_days_keep_their_order(planned):
    ordered = [column for _, column in sorted(planned.days.found.items())]

    for first, second in itertools.pairwise(ordered):
        assert first.right <= second.left
    assert ordered[0].right - ordered[0].left > ordered[1].right - ordered[1].left
    assert columns({}, 100, 10) == {}


def test_each_thing_that_is_counted_has_an_axis_of_its_own(frames):
    drawn = grid(frames.other, USUAL_VIEW, LOOK, 1278)
    names = {panel.name for panel in drawn.panels}

    assert names == {"Brigades", "Shells", "People killed, wounded or captured"}
    for panel in drawn.panels:
        assert all(panel.axis.above <= c.y <= panel.axis.bottom for c in panel.claims)
        assert all(panel.left <= c.x <= panel.frame.right for c in panel.claims)
    for first, second in itertools.combinations([panel.frame for panel in drawn.panels], 2):
        assert not first.meets(second)


@pytest.mark.parametrize("most", [0.4, 1, 7, 12, 999, 1500, 13_920, 250_000, 3_400_000])
def test_an_axis_has_a_handful_of_round_ticks(most):
    step = tick_step(most)

    assert 2 <= most / step <= 10
    assert f"{step:g}".strip("0.")[:1] in "125"


@pytest.mark.parametrize("numbers", [[1500, 12_000], [6], [0.333], [0, 40], [1, 3_000_000]])
def test_an_axis_in_powers_of_ten_holds_every_number_in_order(numbers):
    axis = amounts(numbers, 360, is_log=True)
    heights = [axis.px(number) for number in sorted(numbers)]

    assert heights == sorted(heights, reverse=True)
    assert all(0 <= px <= 360 for px in heights)
    assert 1 <= len(axis.ticks()) <= 12
    assert (
        axis.px(axis.floor * 10) - axis.px(axis.floor * 100)
        == pytest.approx(axis.px(axis.floor) - axis.px(axis.floor * 10))
        or axis.top < axis.floor * 100
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("South Korea", "S. Korea"),
        ("United States, South Korea", "US +1"),
        ("Sudria", "Sudria"),
        ("National Intelligence Service", "National…"),
    ],
)
def test_names_have_a_short_form(name, short):
    assert short_name(name) == short

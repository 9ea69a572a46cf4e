"""The timeline as data: what is drawn for each sort of date, and that it all fits."""

import itertools
from datetime import date

import pandas as pd
import pytest

from dateline.charts.spec import HIT_TRACE
from dateline.charts.theme import Ground, Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_parts import Certainty, label_boxes
from dateline.charts.timeline_plan import plan, window_of
from dateline.charts.timeline_size import LETTERS
from dateline.charts.tracks import Side
from dateline.views.events import select_events
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows
from tests.golden import story as golden

LOOK = Look()


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


@pytest.fixture(scope="module")
def rows(story):
    return timeline_rows(story, select_events(story, Selection()))


@pytest.fixture(scope="module")
def marks(rows):
    return {mark.event_id: mark for mark in plan(rows, LOOK, 1278).marks}


def traces(figure):
    return {trace.name: trace for trace in figure.data}


def test_every_event_has_a_mark(rows, marks):
    assert set(marks) == set(rows["event_id"])


@pytest.mark.parametrize(
    ("event_id", "certainty"),
    [
        ("e_vote", Certainty.EXACT),
        ("e_move", Certainty.DOUBT),
        ("e_pact", Certainty.DOUBT),
        ("e_shells", Certainty.DOUBT),
        ("e_branch", Certainty.DOUBT),
        ("e_summit", Certainty.STRETCH),
        ("e_arms", Certainty.STRETCH),
        ("e_deleg", Certainty.UNDATED),
    ],
)
def test_a_date_is_drawn_as_certain_as_it_is(marks, event_id, certainty):
    assert marks[event_id].certainty is certainty


def test_a_doubt_is_as_wide_as_its_days_and_its_mark_in_the_middle(rows):
    planned = plan(rows, LOOK, 1278)
    mark = next(m for m in planned.marks if m.event_id == "e_move")

    assert mark.left == planned.scale.px(date(2031, 10, 1).toordinal())
    assert mark.right == planned.scale.px(date(2031, 10, 20).toordinal())
    assert mark.x == (mark.left + mark.right) / 2


def test_open_ends_are_arrows_and_closed_ones_are_not(rows, marks):
    assert (marks["e_arms"].opens_left, marks["e_arms"].opens_right) == (False, True)
    assert (marks["e_ferry"].opens_left, marks["e_ferry"].opens_right) == (True, False)
    arrows = [a for a in timeline_figure(rows, LOOK, 1278).layout.annotations if a.showarrow]

    assert len(arrows) == 3
    assert sorted(arrow.x > arrow.ax for arrow in arrows) == [False, True, True]


def test_filled_marks_are_exact_and_hollow_ones_are_doubts(rows):
    figure = timeline_figure(rows[rows["event_id"].isin(["e_invade", "e_vote"])], LOOK, 1278)
    named = traces(figure)

    assert named["Agreements, law"].marker.color == LOOK.family("law")
    assert named["Forces, arms"].marker.color == LOOK.base.ground
    assert named["Forces, arms"].marker.line.color == LOOK.family("force")


def test_what_is_planned_is_pale_and_its_label_slanted(rows):
    figure = timeline_figure(rows[rows["event_id"] == "e_upper"], LOOK, 1278)

    assert traces(figure)["Agreements, law"].marker.color.startswith("rgba")
    assert traces(figure)["labels"].text == ("<i>Upper house expected to follow</i>",)


def test_what_is_contested_has_a_cross_at_its_shoulder(rows, marks):
    disputed = traces(timeline_figure(rows, LOOK, 1278))["disputed"]

    assert len(disputed.x) == 1
    assert abs(disputed.x[0] - marks["e_move"].x) < 15


def test_undated_events_lie_below_the_axis_in_a_strip_of_their_own(rows):
    planned = plan(rows, LOOK, 1278)
    strip = planned.bands[-1]

    assert strip.is_undated
    assert strip.left_out == 0
    for mark in planned.marks:
        assert (mark.y > strip.top) is (mark.certainty is Certainty.UNDATED)


def test_a_strip_without_room_for_all_says_how_many_it_leaves_out(rows):
    """They are in the list below the chart; the best corroborated are in the strip."""
    few = rows[rows["is_undated"]]
    many = pd.concat([few.assign(event_id=few["event_id"] + str(n)) for n in range(12)])
    best = many["event_id"].iloc[-1]
    many.loc[many["event_id"] == best, "publisher_count"] = 5

    planned = plan(pd.concat([rows[~rows["is_undated"]], many]), LOOK, 1278)

    drawn = [m.event_id for m in planned.marks if m.certainty is Certainty.UNDATED]
    assert drawn[0] == best
    assert planned.bands[-1].left_out == 36 - len(drawn) > 0


def test_the_first_hit_point_of_an_event_is_its_mark(rows, marks):
    """The ring is drawn around it."""
    hits = traces(timeline_figure(rows, LOOK, 1278))[HIT_TRACE]
    first = {}
    for x, y, custom in zip(hits.x, hits.y, hits.customdata, strict=True):
        first.setdefault(custom[0], (x, y))

    assert first == {mark.event_id: (mark.x, mark.y) for mark in marks.values()}


def test_text_from_the_tables_cannot_become_markup(rows):
    evil = rows.head(1).assign(title="<a href='https://example.org'>x</a>", lane_name="<b>L</b>")
    figure = timeline_figure(evil, LOOK, 1278).to_dict()
    drawn = [t for trace in figure["data"] for t in trace.get("text", ()) or ()]
    drawn += [t for trace in figure["data"] for t in trace.get("hovertext", ()) or ()]
    drawn += [note["text"] for note in figure["layout"]["annotations"]]

    assert any("&lt;" in text for text in drawn)
    assert not any("<a" in text or "<b>L" in text for text in drawn)


def test_a_window_cuts_bars_off_at_its_edges(rows):
    window = window_of(date(2031, 10, 10), date(2031, 10, 23), None)
    inside = rows[rows["event_id"].isin(["e_move", "e_vote"])]
    planned = plan(inside, LOOK, 1278, window)

    mark = next(m for m in planned.marks if m.event_id == "e_move")
    assert mark.left == planned.scale.px(date(2031, 10, 10).toordinal())


def test_no_event_is_a_figure_that_says_so(rows):
    figure = timeline_figure(rows.head(0), LOOK, 1278)

    assert [note.text for note in figure.layout.annotations] == ["No event matches"]


@pytest.mark.parametrize("width", [286, 356, 1278, 1758])
def test_labels_lie_on_no_other_label_or_mark_and_inside_the_plot(rows, width):
    planned = plan(rows, Look(Ground.LIGHT, 1.12 if width > 1500 else 1), width)
    size = planned.size
    boxes = label_boxes(planned.marks, size.row)
    for one, two in itertools.combinations(boxes, 2):
        beside = one[2] <= two[0] or two[2] <= one[0]
        assert beside or one[3] <= two[1] + 0.01 or two[3] <= one[1] + 0.01
    for mark, box in itertools.product(planned.marks, boxes):
        on_row = box[1] < mark.y < box[3]
        half = size.mark / 2
        assert not (on_row and box[0] < mark.right + half and mark.left - half < box[2])
    assert all(box[0] >= 0 and box[2] <= size.plot for box in boxes)


@pytest.mark.parametrize("tallest", range(200, 701, 50))
def test_a_bound_height_takes_labels_and_never_marks(rows, tallest):
    planned = plan(rows, Look(scale=1.35, smallest=20, tallest=tallest), 1800)
    boxes = label_boxes(planned.marks, planned.size.row)

    assert planned.full_height <= tallest
    assert {mark.event_id for mark in planned.marks} == set(rows["event_id"])
    for one, two in itertools.combinations(boxes, 2):
        beside = one[2] <= two[0] or two[2] <= one[0]
        assert beside or one[3] <= two[1] + 0.01 or two[3] <= one[1] + 0.01
    dated = [mark for mark in planned.marks if mark.certainty is not Certainty.UNDATED]
    are_lines_apart = planned.size.row >= LETTERS * planned.size.font
    assert are_lines_apart or {mark.placed.side for mark in dated} == {Side.NONE}


def test_no_text_is_smaller_than_the_look_allows(rows):
    figure = timeline_figure(rows, Look(scale=1.35, smallest=20), 1800)
    sizes = [note.font.size for note in figure.layout.annotations if note.text]
    sizes += [trace.textfont.size for trace in figure.data if trace.text is not None]

    assert min(*sizes, figure.layout.xaxis.tickfont.size, figure.layout.font.size) == 20


def test_labels_are_not_lost_where_there_is_room(rows):
    planned = plan(rows, LOOK, 1278)

    assert [m.event_id for m in planned.marks if m.placed.side is Side.NONE] == []


def test_choosing_is_no_input_to_the_figure(rows):
    assert timeline_figure(rows, LOOK, 1278) == timeline_figure(rows, LOOK, 1278)


def test_the_dark_figure_draws_the_same_in_other_colours(rows):
    light, dark = (timeline_figure(rows, Look(ground), 1278) for ground in Ground)

    assert [t.x for t in light.data] == [t.x for t in dark.data]
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor

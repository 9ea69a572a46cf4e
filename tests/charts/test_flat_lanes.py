"""Lanes of one row: nothing is lost, and no label lies on a mark that it does not name."""

from dateline.charts.flat_lanes import flatten
from dateline.charts.theme import Look
from dateline.charts.timeline_plan import plan
from dateline.charts.tracks import Item, Side
from dateline.views.events import select_events
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows
from tests.golden import story as golden


def item(name: str, left: float, weight: float = 0, right: float = 0) -> Item:
    return Item(name, "lane", left, right or left + 20, (f"label of {name}",), weight)


def test_of_marks_on_one_another_the_weightiest_is_named_and_says_how_many_more():
    placed = flatten([item("a", 100), item("b", 100, 9), item("c", 100), item("d", 700)], 1000, 20)

    assert {spot.track for spot in placed.values()} == {0}
    assert placed["b"].label == "label of b (+2)"
    assert placed["a"].side is placed["c"].side is Side.NONE
    assert placed["d"].label == "label of d"


def test_no_label_lies_on_another_mark_or_bar_or_label_or_off_the_edge():
    items = [item("a", 0, 9), item("b", 90, 8), item("c", 300, 7), item("bar", 290, 6, 900)]
    placed = flatten(items, 1000, 20)

    assert placed["a"].side is Side.NONE
    for spot in placed.values():
        for other in items:
            if spot.side is not Side.NONE:
                assert spot.label_right <= other.left or spot.label_left >= other.right - 3


def test_lanes_that_would_be_lower_than_their_names_have_one_row_each():
    tables = {table.table_name(): frame for table, frame in golden.tables().items()}
    story = Story(**tables)
    rows = timeline_rows(story, select_events(story, Selection()))
    planned = plan(rows, Look(scale=1.35, smallest=20, tallest=330), 1800)
    lanes = [band for band in planned.bands if not band.is_undated]

    assert planned.full_height <= 330
    assert {mark.event_id for mark in planned.marks} == set(rows["event_id"])
    assert len({mark.y for mark in planned.marks}) <= len(planned.bands)
    assert max(band.bottom - band.top for band in lanes) < 1.5 * planned.size.row

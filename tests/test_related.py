"""What an event leads to, and the lanes that the reader chooses."""

import pytest

from dateline.views.events import select_events
from dateline.views.lanes import LaneBy, LaneOrder, Lanes
from dateline.views.related import contradicted_by, contradicts, next_events
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import (
    MOST_LANES,
    NO_DATE_WORDS,
    OTHERS,
    lanes,
    timeline_rows,
    undated_reasons,
)
from tests.golden import story as golden


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def test_a_deed_is_contradicted_by_the_statement_that_denies_it(story):
    assert list(contradicted_by(story, "e_move")["event_id"]) == ["e_denial"]
    assert contradicted_by(story, "e_pact").empty


def test_a_denial_contradicts_what_somebody_affirms(story):
    assert list(contradicts(story, "e_denial")["event_id"]) == ["e_move"]
    assert contradicts(story, "e_move").empty
    assert contradicts(story, "e_condemn").empty


def test_what_came_next_names_somebody_of_the_event_and_lies_after_it(story):
    following = next_events(story, "e_summons")

    assert list(following["event_id"]) == ["e_summit", "e_vote", "e_repeat"]
    assert next_events(story, "e_deleg").empty  # nobody knows when it was


@pytest.mark.parametrize("by", LaneBy)
@pytest.mark.parametrize("order", LaneOrder)
def test_every_event_is_in_one_lane_of_any_layout(story, by, order):
    laid = Lanes(by, order)
    rows = timeline_rows(story, select_events(story, Selection()), laid)

    assert list(rows["event_id"].sort_values()) == list(story.events["event_id"].sort_values())
    assert rows["lane_rank"].notna().all()
    assert rows["lane"].nunique() <= MOST_LANES
    assert rows.groupby("lane")["lane_rank"].nunique().eq(1).all()


def test_an_event_that_several_publishers_tell_is_in_a_lane_of_its_own(story):
    rows = timeline_rows(story, story.events, Lanes(LaneBy.PUBLISHER)).set_index("event_id")

    assert rows.loc["e_move", "lane_name"] == "Several publishers"
    assert rows.loc["e_storm", "lane_name"] == "Tarn Courier"


def test_lanes_stand_in_the_order_asked_for(story):
    def names(laid: Lanes) -> list[str]:
        return [lane.lane_id for lane in lanes(story, laid).values()]

    assert names(Lanes(LaneBy.STATUS)) == [
        "reported",
        "confirmed",
        "contested",
        "denied",
        "planned",
    ]
    by_name = names(Lanes(LaneBy.PUBLISHER, LaneOrder.NAME))
    assert by_name == sorted(by_name, key=lambda lane: lane.replace("-", " "))
    assert names(Lanes(LaneBy.FAMILY, LaneOrder.EARLIEST))[0] == "force"  # the invasion of 2029
    assert names(Lanes(LaneBy.STATUS, first=("planned", "denied")))[:2] == ["planned", "denied"]


def test_a_lane_put_on_top_is_never_one_of_the_others(story):
    last = list(lanes(story))[-1]
    on_top = lanes(story, Lanes(first=(last,)))

    assert next(iter(on_top)) == last
    assert on_top[last].lane_id != OTHERS


def test_an_undated_event_says_why(story):
    reasons = undated_reasons(story, story.events).set_axis(story.events["event_id"])

    assert reasons["e_deleg"] == "“soon” names no day"
    assert reasons["e_ground"] == NO_DATE_WORDS

"""Events and claims on one axis: a day has the same pixel in both figures."""

from datetime import date

import pytest

from dateline.charts.linked import pair_figures, plan_pair
from dateline.charts.scale import ordinal
from dateline.charts.theme import Look
from dateline.charts.timeline_plan import window_of
from dateline.views.both import in_one_order, partners
from dateline.views.claim_view import USUAL_VIEW, ClaimView, claim_frames
from dateline.views.listing import listing
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story
from tests.golden import story as golden

LOOK = Look()
STRETCH = Selection(first=date(2031, 10, 15), last=date(2031, 10, 26))


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def pair_of(story, selection=STRETCH, view=USUAL_VIEW, width=1278):
    found, frames = listing(story, selection), claim_frames(story, selection, view)
    window = window_of(selection.first, selection.last, found.ends())
    return plan_pair(found.rows(), frames, view, LOOK, width, window), found, frames


@pytest.mark.parametrize("width", [1278, 356])
@pytest.mark.parametrize("by", ["", SPOKEN])
@pytest.mark.parametrize("selection", [Selection(), STRETCH])
def test_a_day_has_the_same_pixel_in_both(story, selection, by, width):
    view = ClaimView(by)
    pair, _, _ = pair_of(story, selection, view, width)
    upper, lower = pair_figures(pair, {}, LOOK, width < 900)
    (_, end), (_, other_end) = upper.layout.xaxis.range, lower.layout.xaxis.range

    assert upper.layout.margin.l == lower.layout.margin.l
    assert upper.layout.margin.r == lower.layout.margin.r
    assert end == other_end
    for day in (date(2031, 10, 18), date(2031, 10, 20), date(2031, 10, 25)):
        assert pair.claims.days.edge(day) == pair.events.scale.px(ordinal(day))
    assert list(upper.layout.xaxis.ticktext) == list(lower.layout.xaxis.ticktext)


def test_the_axis_holds_the_days_of_the_claims_as_well(story):
    only = Selection(kinds=("election",))  # no event at all
    pair, found, frames = pair_of(story, only)
    first, last = pair.events.scale.stretches[0].first, pair.events.scale.stretches[-1].last

    assert (len(found), len(pair.claims.claims)) == (0, len(frames.troops))
    reported = [*frames.rows["reported_day"], *frames.denials["reported_day"]]
    assert first == ordinal(min(reported))
    assert last == ordinal(max(reported))


def test_everything_with_a_day_is_drawn_and_fits_a_screen(story):
    pair, found, frames = pair_of(story)
    upper, lower = pair_figures(pair, {}, LOOK, False)

    assert len(pair.events.marks) == found.dated_count
    assert len(pair.claims.claims) == len(frames.troops)
    assert upper.layout.height + lower.layout.height <= 800


def test_a_stretch_can_be_drawn_over_either_but_not_on_a_phone(story):
    pair, _, _ = pair_of(story)

    for figure in pair_figures(pair, {}, LOOK, False):
        assert (figure.layout.dragmode, figure.layout.selectdirection) == ("select", "h")
    for figure in pair_figures(pair, {}, LOOK, True):
        assert figure.layout.dragmode is False


def test_events_and_claims_are_walked_in_one_order(story):
    found, frames = listing(story, Selection()), claim_frames(story, Selection(), USUAL_VIEW)
    claims = {"harbour_post-q00": "1,500", "tarn_courier-q09": "3,000", "e_denial": "Dahl denies"}
    order = list(in_one_order(found, frames, claims))

    assert order.index("e_cabinet") < order.index("harbour_post-q00") < order.index("e_summons")
    assert order.index("e_summons") < order.index("tarn_courier-q09")
    assert len(order) == len(set(order)) == found.dated_count + 2


def test_a_claim_points_at_its_event_and_an_event_at_its_claim(story):
    assert partners(story, "harbour_post-q00") == ("e_move", "harbour_post-q00")
    assert partners(story, "e_move") == ("e_move", "harbour_post-q00")
    assert partners(story, "tarn_courier-q11") == (None, "tarn_courier-q11")
    assert partners(story, "e_denial") == ("e_denial", "e_denial")
    assert partners(story, None) == (None, None)

"""The strip of the whole period: which days its bars hold, and how many events each counts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bench import generated
from dateline.charts.strip import BARS, WIDTH, bars, strip_scale
from dateline.views.listing import crowd, listing
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests.golden import story as golden


def story_of(name: str) -> Story:
    tables = golden.tables() if name == "golden" else generated.tables(300, seed=int(name))[0]
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


@pytest.mark.parametrize("name", ["golden", "1", "2"])
def test_each_bar_counts_the_events_that_can_have_happened_in_it(name):
    story = story_of(name)
    shown = crowd(listing(story, Selection(families=("force", "law"))))
    found = bars(strip_scale(crowd(listing(story, Selection()))), shown)

    for bar in found:
        can = sum(
            first <= bar.last.toordinal() and bar.first.toordinal() <= last
            for first, last in zip(shown.first, shown.last, strict=True)
        )
        assert bar.count == can
    assert any(bar.count for bar in found)


@pytest.mark.parametrize("name", ["golden", "1", "2"])
def test_bars_stand_side_by_side_over_all_days(name):
    story = story_of(name)
    whole = crowd(listing(story, Selection()))
    found = bars(strip_scale(whole), whole)

    assert 1 < len(found) <= BARS
    assert found[0].first == date.fromordinal(int(whole.first.min()))
    assert found[-1].last == date.fromordinal(int(whole.last.max()))
    for one, two in pairwise(found):
        assert two.first == one.last + timedelta(days=1)
        assert one.left <= one.right <= two.right <= WIDTH


def test_a_filter_moves_no_bar():
    story = story_of("golden")
    scale = strip_scale(crowd(listing(story, Selection())))
    every, some = (
        bars(scale, crowd(listing(story, chosen)))
        for chosen in (Selection(), Selection(kinds=("vote",)))
    )

    assert [(b.left, b.first) for b in every] == [(b.left, b.first) for b in some]
    assert sum(b.count for b in every) > sum(b.count for b in some)

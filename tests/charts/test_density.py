"""Too many events for marks: what is counted where, checked by counting one by one."""

import itertools
import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from bench import generated
from dateline.charts.density import (
    count,
    density_figure,
)
from dateline.charts.scale import Extent, ordinal
from dateline.charts.stretches import DAYS, MOST_STRETCHES
from dateline.charts.theme import Ground, Look
from dateline.views.events import select_events
from dateline.views.lanes import LaneBy, Lanes
from dateline.views.listing import Crowd, crowd, listing
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows

LOOK = Look(Ground.LIGHT, 1.0)
LARGEST = 1_000_000  # bytes of a figure as the browser gets it


def story_of(events: int, seed: int = 1) -> Story:
    tables, _ = generated.tables(events, seed)
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


def rows_of(events: int, seed: int = 1, by: LaneBy = LaneBy.ACTOR) -> pd.DataFrame:
    story = story_of(events, seed)
    return timeline_rows(story, select_events(story, Selection()), Lanes(by))


def crowd_of(events: int, seed: int = 1, by: LaneBy = LaneBy.ACTOR) -> Crowd:
    return crowd(listing(story_of(events, seed), Selection()), Lanes(by))


def counted_one_by_one(rows: pd.DataFrame, lanes, first: int, step: int, shape) -> tuple:
    known, possible = np.zeros(shape, int), np.zeros(shape, int)
    for row in rows[~rows["is_undated"]].itertuples():
        start = row.first_day if pd.notna(row.first_day) else row.last_day
        end = row.last_day if pd.notna(row.last_day) else row.first_day
        day, lane, seen = start.date(), lanes.index(row.lane_name), set()
        if row.precision == "interval" or (row.precision == "day" and start == end):
            known[lane, (day.toordinal() - first) // step] += 1
            continue
        while day <= end.date():
            seen.add((day.toordinal() - first) // step)
            day += timedelta(days=1)
        for stretch in seen:
            possible[lane, stretch] += 1
    return known, possible


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("by", [LaneBy.ACTOR, LaneBy.STATUS])
def test_every_event_is_counted_where_it_can_have_happened(seed, by):
    rows = rows_of(400, seed, by)
    found = count(crowd_of(400, seed, by))
    known, possible = counted_one_by_one(
        rows, found.lanes, found.days.first, found.days.step, found.known.shape
    )

    assert (found.known == known).all()
    assert (found.possible == possible).all()
    assert found.undated == rows["is_undated"].sum()
    assert found.known.shape[1] <= MOST_STRETCHES + 1


def test_days_beyond_the_window_are_counted_at_its_edge():
    events = crowd_of(400)
    window = Extent(ordinal(date(2022, 1, 1)), ordinal(date(2022, 12, 31)), False)
    found = count(events, window)

    assert found.days.ends(0)[0] == date(2022, 1, 1)
    assert found.days.step == 7
    assert found.known.sum() == count(events).known.sum()


@pytest.mark.parametrize("width", [360, 1278, 1758])
def test_a_view_of_many_events_stays_small_and_inside(width):
    figure = json.loads(density_figure(crowd_of(20_000), LOOK, width).to_json())
    known, possible, hits = figure["data"]
    plot = figure["layout"]["xaxis"]["range"][1]

    assert len(json.dumps(figure)) < LARGEST
    for trace in (known, possible):
        halves = [w / 2 for w in trace["width"]]
        assert all(
            x - h >= -1 and x + h <= plot + 1 for x, h in zip(trace["x"], halves, strict=True)
        )
        assert all(base + tall >= 0 for base, tall in zip(trace["base"], trace["y"], strict=True))
    assert all(custom[0].startswith(f"{DAYS}:") for custom in hits["customdata"])


def test_no_two_bars_of_a_lane_overlap():
    known, possible, _ = density_figure(crowd_of(3000), LOOK, 1278).data
    boxes = sorted(
        (round(base), x - w / 2, x + w / 2)
        for x, w, base in zip(known.x, known.width, known.base, strict=True)
    )

    assert all(
        one[0] != other[0] or one[2] <= other[1] + 0.5 for one, other in itertools.pairwise(boxes)
    )
    feet = {(x, round(b + y, 1)) for x, b, y in zip(known.x, known.base, known.y, strict=True)}
    stacked = {(x, round(b, 1)) for x, b in zip(possible.x, possible.base, strict=True)}
    assert len(feet & stacked) > 50  # the pale stand on the solid


def test_a_hostile_name_is_shown_as_it_is():
    hostile = replace(crowd_of(400), lanes=("<b>x</b> $1$",) * len(crowd_of(400).lanes))
    figure = density_figure(hostile, LOOK, 1278)

    assert "<b>x" not in figure.layout.annotations[0].text
    assert "<b>x" not in figure.data[-1].hovertext[0]


def test_a_bound_height_makes_lanes_lower():
    figure = density_figure(crowd_of(400), Look(scale=1.35, smallest=20, tallest=400), 1800)

    assert figure.layout.height == 400
    assert all(bar >= 0 for trace in figure.data[:2] for bar in trace.base)

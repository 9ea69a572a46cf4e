"""Figures as the browser gets them: valid for Plotly, though not checked each time, and packed."""

import json

import plotly.graph_objects as go
import pytest

from bench import generated
from dateline.charts.density import density_figure
from dateline.charts.estimates import estimates_figure
from dateline.charts.linked import pair_figures, plan_pair
from dateline.charts.plotlyjs import packed
from dateline.charts.quantities import quantities_figure
from dateline.charts.stacked import stacked
from dateline.charts.theme import Look
from dateline.charts.timeline import timeline_figure
from dateline.views.claim_view import USUAL_VIEW, claim_frames
from dateline.views.events import select_events
from dateline.views.lanes import Lanes
from dateline.views.listing import crowd, listing
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows
from tests.golden import story as golden

LOOK = Look()
NAMES = ("timeline", "estimates", "quantities", "upper", "lower", "stacked", "density", "cells")


def told(tables) -> Story:
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


@pytest.fixture(scope="module")
def figures():
    story = told(golden.tables())
    rows = timeline_rows(story, select_events(story, Selection()))
    frames = claim_frames(story, Selection(), USUAL_VIEW)
    upper, lower = pair_figures(plan_pair(rows, frames, USUAL_VIEW, LOOK, 1278), {}, LOOK, False)
    tables, _ = generated.tables(600, 400)
    many = told(tables)
    crowded = claim_frames(many, Selection(), USUAL_VIEW)
    return {
        "timeline": timeline_figure(rows, LOOK, 1278),
        "estimates": estimates_figure(frames, USUAL_VIEW, {}, LOOK, 1278),
        "quantities": quantities_figure(frames.other, USUAL_VIEW, {}, LOOK, 1278),
        "upper": upper,
        "lower": lower,
        "stacked": stacked(upper, lower, 1278),
        "density": density_figure(crowd(listing(many, Selection()), Lanes()), LOOK, 1278),
        "cells": estimates_figure(crowded, USUAL_VIEW, {}, LOOK, 1278),
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_checked_each_time_holds(figures, name):
    drawn = figures[name].to_dict()

    assert go.Figure(drawn).to_dict() == drawn


@pytest.mark.parametrize("name", NAMES)
def test_packing_loses_nothing(figures, name):
    whole = json.loads(packed(figures[name]))
    for trace in whole["data"]:
        if isinstance(hovers := trace.get("hovertext"), dict):
            trace["hovertext"] = [hovers["said"][at] for at in hovers["at"]]

    assert whole == json.loads(figures[name].to_json())


def test_what_many_points_say_is_sent_once(figures):
    assert len(packed(figures["timeline"])) < 0.7 * len(figures["timeline"].to_json())

"""Nothing that is drawn covers a label: checked by box over hundreds of made-up sets of events."""

import datetime as dt
import itertools
from random import Random

import pandas as pd
import pytest

from dateline.charts.theme import Ground, Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_parts import Certainty, Dispute
from dateline.charts.timeline_plan import plan
from dateline.charts.timeline_size import ARROW_PX
from dateline.charts.tracks import Side
from dateline.views.families import Family

WORDS = ("treaty", "vote", "summit", "crossing", "of", "on the", "ministry", "marines", "Norland")
WIDTHS = (286, 356, 1278, 1758)
START = dt.date(2031, 10, 1)


def made_up(seed: int) -> pd.DataFrame:
    """Rows of a timeline: every sort of date and status, bunched as news is, over years."""
    roll = Random(seed)
    rows = []
    for number in range(roll.randint(1, 60)):
        day = START + dt.timedelta(days=int(roll.choice([9, 30, 2000]) * roll.random()))
        first, last, precision = _days(day, roll)
        lane, status = roll.randint(0, 5), roll.choice(("reported", "contested", "denied"))
        rows.append(
            {
                "event_id": f"e{number}", "title": " ".join(roll.choices(WORDS, k=9))[:80],
                "lane": f"lane {lane}", "lane_name": "Ministry of Transport" * (lane // 3 + 1),
                "lane_rank": lane, "family": str(roll.choice(list(Family))), "kind": "vote",
                "first_day": first, "last_day": last, "precision": precision, "status": status,
                "is_undated": first is None and last is None, "is_planned": roll.random() < 0.1,
                "publisher_count": roll.randint(1, 4), "article_count": roll.randint(1, 5),
                "affirmed_count": 1, "denied_count": 1, "is_disputed": status != "reported",
                "when": "then",
            }
        )  # fmt: skip
    frame = pd.DataFrame(rows)
    return frame.astype({"first_day": "datetime64[s]", "last_day": "datetime64[s]"})


def _days(day: dt.date, roll: Random) -> tuple[dt.date | None, dt.date | None, str]:
    match roll.randint(0, 7):
        case 0:
            return day, day + dt.timedelta(days=roll.choice([6, 30, 364])), "month"
        case 1:
            return day, day + dt.timedelta(days=9), "interval"
        case 2:
            return day, None, "interval"
        case 3:
            return None, day, "interval"
        case 4:
            return None, None, ""
        case _:
            return day, day, "day"


Box = tuple[float, float, float, float]


def meets(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - 0.01 and other[0] < one[2] - 0.01
        and one[1] < other[3] - 0.01 and other[1] < one[3] - 0.01
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(240))
def test_no_label_lies_on_a_label_a_mark_or_the_edge(seed):
    width = WIDTHS[seed % len(WIDTHS)]
    look = Look(Ground.LIGHT, 1.12 if width > 1500 else 1)
    planned = plan(made_up(seed), look, width)
    half = planned.size.mark / 2
    labels: dict[str, Box] = {}
    drawn: list[tuple[str, Box]] = []
    for mark in planned.marks:
        spot = mark.placed
        tall = planned.size.row / 2
        if spot.side is not Side.NONE:
            labels[mark.event_id] = (
                spot.label_left, mark.y - tall, spot.label_right, mark.y + tall
            )  # fmt: skip
        arrows = (mark.opens_left * ARROW_PX, mark.opens_right * ARROW_PX)
        if mark.certainty is Certainty.UNDATED:
            arrows = (0, 0)
        box = (mark.left - half - arrows[0], mark.y - 5, mark.right + half + arrows[1], mark.y + 5)
        drawn.append((mark.event_id, box))

    for one, two in itertools.combinations(labels.values(), 2):
        assert not meets(one, two)
    for box in labels.values():
        assert [name for name, mark in drawn if meets(box, mark)] == []
        assert box[0] >= 0
        assert box[2] <= planned.size.plot
        assert box[1] >= 0
        assert box[3] <= planned.height
    assert {mark.event_id for mark in planned.marks} >= set(
        made_up(seed).query("not is_undated")["event_id"]
    )


@pytest.mark.parametrize("seed", range(40))
def test_notes_above_the_axis_keep_off_each_other(seed):
    """Lengths of cuts and the day of the last report stand in one row."""
    rows, look = made_up(seed), Look()
    figure = timeline_figure(rows, look, 1278, last_report=START + dt.timedelta(days=20))
    notes = [n for n in figure.layout.annotations if n.yshift == look.px(24) and not n.showarrow]
    spans = sorted((note.x - len(note.text) * 2.6, note.x + len(note.text) * 2.6) for note in notes)

    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


def test_contested_and_denied_marks_differ_in_shape():
    rows = made_up(3).head(3).assign(
        first_day=pd.Timestamp(START), last_day=pd.Timestamp(START), precision="day",
        is_undated=False, status=["contested", "denied", "reported"],
        is_disputed=[True, True, False], is_planned=False,
    )  # fmt: skip
    marks = {mark.event_id: mark for mark in plan(rows, Look(), 1278).marks}
    named = {trace.name: trace for trace in timeline_figure(rows, Look(), 1278).data}

    assert [marks[name].dispute for name in ("e0", "e1", "e2")] == [
        Dispute.CONTESTED, Dispute.DENIED, Dispute.NONE,
    ]  # fmt: skip
    shoulders = named["affirmed"].x[0], named["disputed"].x[0]
    assert shoulders[0] < marks["e0"].x < shoulders[1]  # both sides of one mark
    assert named["affirmed"].marker.symbol != named["disputed"].marker.symbol
    assert (named["denied"].x, named["denied"].y) == ((marks["e1"].x,), (marks["e1"].y,))
    assert len(named["affirmed"].x) == len(named["disputed"].x) == len(named["denied"].x) == 1
    hovers = dict(
        zip((c[0] for c in named["events"].customdata), named["events"].hovertext, strict=True)
    )
    assert "told as so once" in hovers["e0"]
    assert "denied once" in hovers["e0"]
    assert "told as so" not in hovers["e1"]


def test_what_is_planned_beyond_the_last_report_lies_right_of_its_line():
    told, to_come = START, START + dt.timedelta(days=12)
    rows = made_up(5).head(2).assign(
        first_day=[pd.Timestamp(told), pd.Timestamp(to_come)],
        last_day=[pd.Timestamp(told), pd.Timestamp(to_come)], precision="day",
        is_undated=False, is_planned=[False, True],
    )  # fmt: skip
    report = told + dt.timedelta(days=4)
    planned = plan(rows, Look(), 1278, last_report=report)
    marks = {mark.event_id: mark for mark in planned.marks}

    assert planned.report is not None
    assert marks["e0"].x < planned.report.px < marks["e1"].x
    figure = timeline_figure(rows, Look(), 1278, last_report=report)
    assert any("last report 5 Oct" in (note.text or "") for note in figure.layout.annotations)
    assert any(shape.x0 == shape.x1 == planned.report.px for shape in figure.layout.shapes)
    assert plan(rows, Look(), 1278, last_report=to_come).report is None
    assert plan(rows, Look(), 1278).report is None

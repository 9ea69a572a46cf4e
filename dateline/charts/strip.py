"""The whole period in one narrow strip: how many events can have happened when.

The strip has an axis like the timeline's own, made of everything the story has, and no filter moves
it: a place in it always stands for the same days. What is filtered shows in how high it is. One
unit is one pixel of a strip `WIDTH` wide; whoever shows it stretches it to the room there is.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from dateline.charts.scale import Extent, Scale, make_scale
from dateline.views.coded import Numbers
from dateline.views.listing import Crowd

WIDTH = 1200.0
BARS = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days of the strip: their pixels, the days, and the events that can have happened."""

    left: float
    right: float
    first: date
    last: date
    count: int


def strip_scale(story: Crowd) -> Scale:
    """The axis of the strip; *story* is every dated event there is."""
    days = np.unique(np.stack([story.first, story.last]), axis=1)
    # As many different ends as there are days: a million events have no more.
    extents = [Extent(float(first), float(last)) for first, last in days.T.tolist()]
    return make_scale(extents, WIDTH, pad=6, name_px=60)


def bars(scale: Scale, shown: Crowd) -> tuple[Bar, ...]:
    """The strip in bars of days that lie side by side, with the number of events of each."""
    if not scale.stretches:
        return ()
    spans = _spans(scale)
    low, high = spans[0][0], spans[-1][1]
    began, over = (_by_day(days, low, high) for days in (shown.first, shown.last))
    found = []
    for start, end in spans:
        # All that began by the end of the bar, without those that were over before it.
        count = int(began[end - low + 1] - over[start - low])
        left, right = scale.px(start - 0.5), scale.px(end + 0.5)
        found.append(Bar(left, right, date.fromordinal(start), date.fromordinal(end), count))
    return tuple(found)


def _by_day(days: Numbers, low: int, high: int) -> Numbers:
    """How many of *days* lie before *low*, before the day after it, and so on up to *high*."""
    # All of them are days of the strip's own axis.
    return np.append(0, np.bincount(days - low, minlength=high - low + 1).cumsum())


def _spans(scale: Scale) -> list[tuple[int, int]]:
    """First and last day of each bar: as wide as a bar at least, a day at least."""
    low, high = int(scale.stretches[0].first), int(scale.stretches[-1].last)
    edges = [low]
    for number in range(1, BARS):
        day = round(scale.day(WIDTH * number / BARS))
        if edges[-1] < day <= high:
            edges.append(day)
    edges.append(high + 1)
    return [(start, end - 1) for start, end in pairwise(edges) if start < end]

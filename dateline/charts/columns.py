"""Report days as columns: each as wide as it has claims, with what lies between them kept short.

Claims come in bursts, several on one day. Side by side within their day's column they can be read;
the position inside a column carries no meaning, and the axis names the day of each column.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Column:
    day: date
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def slot(self, number: int, of: int) -> float:
        """The middle of one of *of* places side by side."""
        return self.left + (number + 0.5) * (self.right - self.left) / max(of, 1)


def columns(counts: Mapping[date, int], width: float, unit: float) -> dict[date, Column]:
    """A column for each day of *counts* over *width* pixels; days between take *unit* at most."""
    days = sorted(counts)
    if not days:
        return {}
    gaps = [min((two - one).days - 1, 6) for one, two in pairwise(days)]
    between = [unit * gap for gap in gaps]
    room = width - sum(between)
    if room < width * 0.6:  # a phone, or a story told over months
        between = [width * 0.4 * gap / max(sum(gaps), 1) for gap in gaps]
        room = width - sum(between)
    weights = [counts[day] + 0.8 for day in days]
    found, at = {}, 0.0
    for day, weight, gap in zip(days, weights, [*between, 0.0], strict=True):
        wide = room * weight / sum(weights)
        found[day] = Column(day, at, at + wide)
        at += wide + gap
    return found

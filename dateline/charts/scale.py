"""A time axis in pixels that gives room to what happened and takes it from what did not.

News stories have a busy fortnight and a few words about the years before it. On one even axis the
fortnight is a smear, so the axis is made of stretches, each even in itself:

* *busy* ones hold the events that are dated to a month or better,
* *slow* ones lie between and hold nothing but an end of something wider (a year, a season),
* *quiet* ones, over four weeks long, hold nothing at all: they are cut down to a mark.

Nothing is hidden by this: bars run through all three, and the axis says where it is cut, by how
much, and names the days on both sides. Days are ordinals (`date.toordinal`), and may be fractions.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

QUIET_DAYS = 28
NARROW_DAYS = 31
BUSY_SHARE = 0.5
NEAR_DAYS = 7  # an end of something wider this close to a busy stretch belongs to it


class Pace(StrEnum):
    BUSY = "busy"
    SLOW = "slow"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first to the last day of something to be drawn; equal for a single day.

    `is_open` where it goes on at one end for nobody knows how long: it makes nothing busy.
    """

    first: float
    last: float
    is_open: bool = False

    @property
    def width(self) -> float:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis with one scale. `weight` is how many things it has to hold."""

    first: float
    last: float
    pace: Pace
    weight: int = 0
    left: float = 0.0
    right: float = 0.0

    @property
    def px(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Scale:
    """Days to pixels and back. Outside its first and last day it stays at their pixels."""

    stretches: tuple[Stretch, ...]
    width: float
    pad: float

    def px(self, day: float) -> float:
        days, places = self._knots
        return _between(days, places, day)

    def day(self, px: float) -> float:
        days, places = self._knots
        return _between(places, days, px)

    def cuts(self) -> list[Stretch]:
        return [stretch for stretch in self.stretches if stretch.pace is Pace.QUIET]

    @cached_property
    def _knots(self) -> tuple[list[float], list[float]]:
        """Days and the pixels they are tied to: inside the padding of every stretch that is not
        cut."""
        found: list[tuple[float, float]] = []
        for number, stretch in enumerate(self.stretches):
            if stretch.pace is Pace.QUIET:
                continue
            if stretch.first == stretch.last:
                found.append((stretch.first, (stretch.left + stretch.right) / 2))
                continue
            pad = min(self.pad, stretch.px / 4)
            found.append((stretch.first, stretch.left + pad * self._has_edge(number, -1)))
            found.append((stretch.last, stretch.right - pad * self._has_edge(number, 1)))
        return [day for day, _ in found], [px for _, px in found]

    def _has_edge(self, number: int, step: int) -> bool:
        """Whether a stretch ends there, rather than going over into one of another pace."""
        beside = number + step
        if not 0 <= beside < len(self.stretches):
            return True
        return self.stretches[beside].pace is Pace.QUIET


def _between(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """Linear interpolation; where two knots share an x the later one wins."""
    if not xs or x <= xs[0]:
        return ys[0] if ys else 0.0
    if x >= xs[-1]:
        return ys[-1]
    at = bisect_right(xs, x) - 1
    share = (x - xs[at]) / (xs[at + 1] - xs[at])
    return ys[at] + share * (ys[at + 1] - ys[at])


def make_scale(
    extents: Iterable[Extent], width: float, pad: float = 16, name_px: float = 84
) -> Scale:
    """The axis for *extents* over *width* pixels; *name_px* is room for a stretch's own name."""
    stretches = _stretches(list(extents))
    return Scale(_laid_out(stretches, width, name_px), width, pad)


def _stretches(extents: list[Extent]) -> list[Stretch]:
    """Cut the days into busy, slow and quiet stretches, in order and without overlap."""
    if not extents:
        return []
    narrow = [e for e in extents if e.width <= NARROW_DAYS and not e.is_open]
    ends = sorted({end for e in extents for end in (e.first, e.last)})
    busy = [_grown(stretch, ends) for stretch in _clusters(narrow or extents)]
    found: list[Stretch] = []
    bounds = [(float("-inf"), busy[0].first)]
    bounds += [(one.last, two.first) for one, two in itertools.pairwise(busy)]
    bounds += [(busy[-1].last, float("inf"))]
    for number, (after, before) in enumerate(bounds):
        found += _between_busy(after, before, [end for end in ends if after < end < before])
        if number < len(busy):
            found.append(busy[number])
    return found


def _clusters(extents: list[Extent]) -> list[Stretch]:
    """Extents in runs without a quiet stretch between them."""
    found: list[Stretch] = []
    for extent in sorted(extents, key=lambda e: (e.first, e.last)):
        if found and extent.first - found[-1].last <= QUIET_DAYS:
            last = found.pop()
            end = max(last.last, extent.last)
            found.append(Stretch(last.first, end, Pace.BUSY, last.weight + 1))
        else:
            found.append(Stretch(extent.first, extent.last, Pace.BUSY, 1))
    return found


def _grown(stretch: Stretch, ends: list[float]) -> Stretch:
    """The stretch with the ends of wider things that lie just outside it."""
    near = [e for e in ends if stretch.first - NEAR_DAYS <= e <= stretch.last + NEAR_DAYS]
    return Stretch(min(near), max(near), stretch.pace, stretch.weight)


def _between_busy(after: float, before: float, ends: list[float]) -> list[Stretch]:
    """What lies between two busy stretches: the ends of wider things, and quiet around them."""
    if not ends:
        return [Stretch(after, before, Pace.QUIET)] if _is_finite(after, before) else []
    first, last = ends[0], ends[-1]
    parts: list[Stretch] = []
    if _is_finite(after):
        if first - after > QUIET_DAYS:
            parts.append(Stretch(after, first, Pace.QUIET))
        else:
            first = after
    tail: list[Stretch] = []
    if _is_finite(before):
        if before - last > QUIET_DAYS:
            tail.append(Stretch(last, before, Pace.QUIET))
        else:
            last = before
    return [*parts, Stretch(first, last, Pace.SLOW, len(ends)), *tail]


def _is_finite(*days: float) -> bool:
    return all(abs(day) != float("inf") for day in days)


def _laid_out(stretches: list[Stretch], width: float, name_px: float) -> tuple[Stretch, ...]:
    """Give every stretch its pixels: cuts and slow ones a little, busy ones by what they hold."""
    base = [_base_px(stretch, name_px) for stretch in stretches]
    # Whatever else there is, half of the axis goes to what happened; on a phone names give way.
    spare = max(width - sum(base), width * BUSY_SHARE)
    base = [px * (width - spare) / sum(base) for px in base]
    busy = sum(s.weight for s in stretches if s.pace is Pace.BUSY) or 1
    found, at = [], 0.0
    for stretch, px in zip(stretches, base, strict=True):
        more = spare * stretch.weight / busy if stretch.pace is Pace.BUSY else 0.0
        right = at + px + more
        found.append(Stretch(stretch.first, stretch.last, stretch.pace, stretch.weight, at, right))
        at = right
    return tuple(found)


def _base_px(stretch: Stretch, name_px: float) -> float:
    match stretch.pace:
        case Pace.QUIET:
            return name_px * 0.34
        case Pace.SLOW:
            return name_px * (0.7 + 0.3 * min(stretch.weight, 6))
        case _:
            return name_px


def ordinal(day: date) -> float:
    return float(day.toordinal())

"""The upright axis of a chart of claims: numbers to pixels, in even steps or in powers of ten."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

MOST_TICKS = 9
DECADES = 3  # up to which 2 and 5 times a power of ten are named on a logarithmic axis


@dataclass(frozen=True, slots=True)
class Amounts:
    """Numbers from *floor* to *top* over *height* pixels, downwards from pixel *above*.

    A logarithmic axis has no zero: what is below its floor lies on the lower edge.
    """

    floor: float
    top: float
    height: float
    is_log: bool = False
    above: float = 0.0

    @property
    def bottom(self) -> float:
        return self.above + self.height

    def px(self, number: float) -> float:
        """The pixel of a number, inside the axis whatever the number."""
        if not self.is_log:
            share = (number - self.floor) / (self.top - self.floor)
        elif number <= self.floor:
            share = 0.0
        else:
            share = math.log(number / self.floor) / math.log(self.top / self.floor)
        return self.above + self.height * (1 - min(max(share, 0.0), 1.0))

    def ticks(self) -> list[float]:
        """A handful of round numbers, from the lowest to the highest."""
        if not self.is_log:
            step = tick_step(self.top)
            return [step * n for n in range(round(self.top / step) + 1)]
        first, last = math.floor(math.log10(self.floor)), math.ceil(math.log10(self.top))
        factors = (1, 2, 5) if last - first <= DECADES else (1,)
        every = max(1, math.ceil((last - first) / MOST_TICKS))
        found = [f * 10.0**power for power in range(first, last + 1, every) for f in factors]
        return [tick for tick in found if self.floor <= tick <= self.top * 1.0001]


def amounts(
    numbers: Iterable[float],
    height: float,
    is_log: bool = False,
    above: float = 0.0,
    room: float = 40.0,
) -> Amounts:
    """An axis for *numbers* over *height* pixels; an even one begins at zero.

    The highest number lies at least *room* pixels below the upper edge.
    """
    given = list(numbers)
    most = max([*given, 0.0]) or 1.0
    share = 1 - min(room / height, 0.6)
    if not is_log:
        top = most / share
        step = tick_step(top)
        return Amounts(0.0, step * math.ceil(top / step - 1e-9), height, False, above)
    least = min((number for number in given if number > 0), default=most)
    low = _round(least / 1.5, down=True)
    high = _round(low * (most / low) ** (1 / share), down=False)
    return Amounts(low, high, height, True, above)


def tick_step(most: float) -> float:
    """1, 2 or 5 times a power of ten, so that there are five to ten ticks."""
    power = 10.0 ** math.floor(math.log10(most) - 1 + 1e-9)
    return next(n * power for n in (1, 2, 5, 10, 20) if most / (n * power) <= MOST_TICKS)


def _round(number: float, down: bool) -> float:
    """The next 1, 2 or 5 times a power of ten on one side."""
    power = 10.0 ** math.floor(math.log10(number) + 1e-9)
    steps = [n * power for n in (1, 2, 5, 10)]
    if down:
        return max(step for step in steps if step <= number * 1.000001)
    return min(step for step in steps if step >= number * 0.999999)

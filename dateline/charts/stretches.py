"""Stretches of days that count what is too much for marks: all of one length, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.charts.scale import Extent, Scale

MOST_STRETCHES = 120
STRETCH_DAYS = (1, 7, 28, 91, 364, 3640)
DAYS = "days"  # what a click on a stretch chooses, with its ends: days:2024-10-01:2024-10-28


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretch n lasts *step* days from the ordinal day *first* + n * *step*."""

    first: int
    step: int

    def of(self, day: float) -> int:
        """The stretch that an ordinal day lies in."""
        return int(day - self.first) // self.step

    def ends(self, stretch: int) -> tuple[date, date]:
        start = self.first + stretch * self.step
        return date.fromordinal(start), date.fromordinal(start + self.step - 1)

    def choice(self, stretch: int) -> str:
        """What a click on a stretch sends."""
        first, last = self.ends(stretch)
        return f"{DAYS}:{first}:{last}"

    def px(self, stretch: int, scale: Scale) -> tuple[float, float]:
        """From where to where a stretch reaches."""
        start = self.first + stretch * self.step
        return scale.px(start - 0.5), scale.px(start + self.step - 0.5)

    def extents(self, filled: Iterable[int]) -> list[Extent]:
        """What an axis has to hold for the stretches that are not empty."""
        starts = [self.first + stretch * self.step for stretch in filled]
        return [Extent(start, start + self.step - 1) for start in starts]


def chosen_days(choice: str) -> tuple[date, date] | None:
    """The ends of the stretch that a click chose (see `Stretches.choice`); None for no stretch."""
    if not choice.startswith(f"{DAYS}:"):
        return None
    first, last = map(date.fromisoformat, choice.split(":")[1:])
    return first, last


def stretches(first: int, last: int) -> Stretches:
    """The shortest that cover the ordinal days *first* to *last* without being too many."""
    return Stretches(
        first,
        next(
            (days for days in STRETCH_DAYS if (last - first) / days <= MOST_STRETCHES),
            STRETCH_DAYS[-1],
        ),
    )

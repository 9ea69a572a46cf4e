"""What a date expression hangs on: the publication day and the dates already spoken of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from dateline.extract.timex.units import FINENESS, Unit

_REACH = 12  # how many dates back "the day before" may look


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar unit, by one of its days."""

    day: date
    unit: Unit


@dataclass(frozen=True, slots=True)
class Story:
    """The years a text tells of, when these are not about the time of its publication.

    In such a text (a biography, a war's history) "in March" belongs to the year just spoken of; in
    news it belongs to the publication day. A year that stands far from all the others, as a
    source's or a comparison's does, leads no month away from the story.
    """

    years: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.years)

    def holds(self, year: int) -> bool:
        return year in self.years

    @classmethod
    def of(cls, years: Iterable[int], deictic: int, published: int) -> "Story":
        """The story of a text that names *years*, and *deictic* days counted from publication."""
        named = list(years)
        far = sum(abs(year - published) > 1 for year in named)
        near = len(named) - far
        if far < 4 or far < 3 + 1.5 * near or far < 5 * deictic:
            return cls()
        counts: dict[int, int] = {}
        for year in named:
            counts[year] = counts.get(year, 0) + 1
        shared = [y for y in counts if sum(counts.get(y + n, 0) for n in (-2, -1, 0, 1, 2)) > 1]
        return cls(frozenset(year + n for year in shared for n in (-1, 0, 1)))


@dataclass(slots=True)
class Context:
    """Where reading has got to in one text."""

    text: str
    published: date
    story: Story = Story()
    spoken: list[Point] = field(default_factory=list)
    told: Point | None = None  # the latest date of the story

    def remember(self, point: Point) -> None:
        self.spoken.append(point)
        if FINENESS[point.unit] <= FINENESS[Unit.YEAR] and self.story.holds(point.day.year):
            self.told = point

    def latest(self, unit: Unit) -> Point | None:
        """The date just spoken of that is at least as fine as *unit*."""
        for point in islice(reversed(self.spoken), _REACH):
            if FINENESS[point.unit] <= FINENESS[unit]:
                return point
        return None

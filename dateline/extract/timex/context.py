"""What a date expression hangs on: the publication day and the dates already spoken of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from dateline.extract.timex import cues
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import FINENESS, Unit

_REACH = 12  # how many dates back "the day before" may look
_BESIDE = 3  # ... and how many, for the day of the news that an old date stands beside
_NEWS, _OLD_NEWS = timedelta(days=14), timedelta(days=60)
_LABEL = re.compile(
    r"\b(?!(?:evening|night|morning|afternoon|end|start|eve|day)\b)[a-z]{4,20}\sof\s\Z"
)
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s")
_SAME_LIST = 60  # characters between two dates of one list


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

    def holds(self, year: int, unit: Unit = Unit.YEAR) -> bool:
        """Whether a year belongs to the story; with a month or day it need only lie within."""
        if unit is Unit.YEAR or not self.years:
            return year in self.years
        return min(self.years) <= year <= max(self.years)

    @classmethod
    def of(
        cls, years: Iterable[int], months: Iterable[int], deictic: int, published: int
    ) -> "Story":
        """The story of a text that names *years*, those in *months* together with a month.

        *deictic* counts its days that hang on publication. A feature that looks back on years but
        has no months in them keeps its months for the year of publication.
        """
        named = list(years)
        far = sum(abs(year - published) > 1 for year in named)
        near = len(named) - far
        dated = sum(abs(year - published) > 1 for year in months)
        if far < 4 or far < 3 + 1.5 * near or far < 5 * deictic or not dated:
            return cls()
        counts: dict[int, int] = {}
        for year in named:
            counts[year] = counts.get(year, 0) + 1
        shared = [
            year
            for year in counts
            if counts[year] > 2 or any(year + n in counts for n in (-2, -1, 1, 2))
        ]
        return cls(frozenset(year + n for year in shared for n in (-1, 0, 1)))


@dataclass(slots=True)
class Context:
    """Where reading has got to in one text."""

    text: str
    published: date
    story: Story = Story()
    spoken: list[Point] = field(default_factory=list)
    spoken_end: int = 0
    told: Point | None = None  # the latest date of the story
    ends: list[int] = field(default_factory=list)  # of the words of each in `spoken`
    # The places in `spoken` of dates that only name something: "the election of 12 September".
    labels: set[int] = field(default_factory=set)

    def remember(self, point: Point, sighting: Sighting, moves_story: bool = True) -> None:
        """Take note of a date read; a look back ("the previous year") leaves the story in place."""
        if _LABEL.search(self.text[max(0, sighting.start - 40) : sighting.start]):
            self.labels.add(len(self.spoken))
        self.spoken.append(point)
        self.ends.append(sighting.end)
        self.spoken_end = sighting.end
        if not moves_story or FINENESS[point.unit] > FINENESS[Unit.YEAR]:
            return
        if not self.story.holds(point.day.year, point.unit):
            return
        coarser = self.told and FINENESS[self.told.unit] < FINENESS[point.unit]
        if not (coarser and self.told and self.told.day.year == point.day.year):
            self.told = point

    def latest(self, unit: Unit) -> Point | None:
        """The date just spoken of that is at least as fine as *unit*."""
        return next(self._lately(unit), None)

    def latest_for(self, sighting: Sighting, unit: Unit) -> Point | None:
        """`latest`; where the sentence looks back, the last one that had come by publication.

        "A new vote is due on May 5. She appealed the next day": not on May 6.
        """
        found = self.latest(unit)
        is_ahead = found is not None and found.day > self.published
        if is_ahead and self.direction(sighting) is cues.Direction.PAST:
            past = (point for point in self._lately(unit) if point.day <= self.published)
            found = next(past, found)
        if found is None or self.story or unit is not Unit.DAY:
            return found
        if sighting.key("reference") == "that":
            return found
        return self._of_the_news(found, sighting)

    def _of_the_news(self, found: Point, sighting: Sighting) -> Point:
        """*found*, or where it only looks back the day of the news that was spoken of beside it.

        "On Monday the court found the election of 12 September void. She appealed the next day."
        """
        last = len(self.spoken) - 1
        if self.spoken[last] is not found or self._is_near(last, sighting.start):
            return found
        is_label = last in self.labels
        if not is_label and self.published - found.day <= _OLD_NEWS:
            return found
        for at in range(last - 1, max(-1, last - _BESIDE), -1):
            point = self.spoken[at]
            is_news = timedelta() <= self.published - point.day <= _NEWS
            is_beside = is_label or self._is_near(at, self.ends[last])
            if at not in self.labels and point.unit is Unit.DAY and is_news and is_beside:
                return point
        return found

    def _is_near(self, at: int, place: int) -> bool:
        """Whether a date spoken of stands in the sentence that goes on to *place*."""
        return not _SENTENCE_END.search(self.text, self.ends[at], place)

    def _lately(self, unit: Unit) -> Iterator[Point]:
        for point in islice(reversed(self.spoken), _REACH):
            if FINENESS[point.unit] <= FINENESS[unit]:
                yield point

    def before(self, sighting: Sighting) -> str:
        """The word right before a sighting, in lower case."""
        return cues.word_before(self.text, sighting.start)

    def after(self, sighting: Sighting) -> str:
        """The word right after a sighting, as it stands."""
        return cues.word_after(self.text, sighting.end)

    def direction(self, sighting: Sighting) -> cues.Direction:
        """Which way the sentence looks; a list that has begun in days to come goes on there."""
        toward = cues.direction(self.text, sighting.start, sighting.end)
        if toward is cues.Direction.NONE and self.spoken and self.spoken[-1].day > self.published:
            gap = self.text[self.spoken_end : sighting.start]
            if len(gap) < _SAME_LIST and not any(mark in gap for mark in ".!?;\n"):
                return cues.Direction.FUTURE
        return toward

"""What a view shows, ready for a picture, a slide or a page: words, a chart, rows, sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.charts.key import Entry
from dateline.charts.picture import Canvas, Draw, Words, fitted, framed, room_for
from dateline.charts.theme import Ground, Look
from dateline.export.chromium import Picture
from dateline.export.shown import Shown
from dateline.export.tellings import Told
from dateline.views.days import as_day, day_text

MOST_PUBLISHERS = 4  # named in the source line; more are counted
MOST_SOURCES = 200  # lines in the notes of a slide


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that can be drawn in any size, with its key and its words for a screen reader."""

    draw: Draw
    key: Callable[[Look], list[Entry]]
    alt: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a view shows: words, a chart where its table has one, rows, and what stands behind them.

    *told* are the sentences behind each of *rows*, and *ids* what a mark of the chart leads to, one
    each; both are empty where a table is no more than that. *said_in* names the column that the
    sentences belong under. *also* are charts that only a page has room for.
    """

    words: Words
    rows: pd.DataFrame
    total: int
    told: tuple[tuple[Told, ...], ...] = ()
    said_in: str = ""
    ids: tuple[str, ...] = ()
    chart: Chart | None = None
    also: tuple[Chart, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sentences as lines, each once; what a slide's notes have no room for is counted."""
        once = list(dict.fromkeys(found.line for row in self.told for found in row))
        more = len(once) - MOST_SOURCES
        return (*once[:MOST_SOURCES], *([f"and {more:,} more sentences"] if more > 0 else []))

    @property
    def alt(self) -> str:
        """The chart in words, for whoever cannot see it."""
        return self.chart.alt if self.chart else self.words.title

    def picture(self, canvas: Canvas, words: Words, ground: Ground = Ground.LIGHT) -> Picture:
        """The chart on *canvas* within *words*."""
        assert self.chart is not None, "only what has a chart is drawn"
        room = room_for(canvas, words, self.chart.key(Look()))
        figure, look = fitted(self.chart.draw, room, canvas.least, ground)
        size = (float(figure.layout.width), float(figure.layout.height))
        key = self.chart.key(look)

        def frame(chart: str, style: str) -> str:
            return framed(chart, size, canvas, words, key, look, style)

        return Picture(figure, frame, canvas.width, canvas.height, canvas.inches)


def words_of(shown: Shown, title: str, subtitle: str) -> Words:
    return Words(title, subtitle, shown.filters or "Everything is shown", source_line(shown))


def source_line(shown: Shown) -> str:
    """Who printed it, when, and of which day and version the data is."""
    articles = shown.story.articles
    names = list(dict.fromkeys(articles.sort_values("published_day")["publisher"]))
    who = ", ".join(names) if len(names) <= MOST_PUBLISHERS else f"{len(names)} publishers"
    last = as_day(articles["published_day"].max())
    known = f" Data as of {day_text(last)}" if last else " Data"
    digest = shown.version.rpartition(":")[2][:12]
    return (
        f"Source: {counted(len(articles), 'article')} of {shown.reported() or 'no day'} ({who})."
        f"{known}, version {digest}."
    )


def counted(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def day_words(value: Any) -> str:
    day = as_day(value)
    return day_text(day) if day else ""

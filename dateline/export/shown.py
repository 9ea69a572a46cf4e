"""What an export holds and where it comes from: the rows, the choice behind them, the data."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import pandas as pd

from dateline.charts.picture import Shape
from dateline.charts.theme import Ground
from dateline.schema import Table
from dateline.views.days import as_day, span_text
from dateline.views.selection import Selection
from dateline.views.story import Story

Progress = Callable[[int, int, str], None]  # done, of how many, what


def unwatched(done: int, total: int, what: str) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a presenter says to a view of a briefing: its name and a line.

    *missing* is what the view asks for that the tables have no longer, in words.
    """

    briefing: str = ""
    name: str = ""
    line: str = ""
    missing: tuple[str, ...] = ()

    @property
    def amiss(self) -> str:
        """What is missing as a sentence; empty where nothing is."""
        words = "; ".join(self.missing)
        return f"Not in these tables any more: {words}." if words else ""


NONE = Caption()  # of a view that nobody presents


@dataclass(frozen=True)
class Shown:
    """The rows of one table under a selection, with everything that says what they are.

    *total* counts them without the selection, *filters* is the selection in words. *link* shows the
    same rows in the dashboard. *story* is the story as known on the chosen day, *version* the
    digest of the tables, *view* whatever else the address chose (how lanes are laid out, ...).
    *columns* are those to write, empty for all; *shape* and *ground* are those of pictures.
    *caption* is there where a briefing holds the view. A view of two tables has the second one
    *beside*. *made* is when its file is made, in words; empty until somebody makes one.
    """

    table: type[Table]
    rows: pd.DataFrame
    total: int
    selection: Selection
    filters: str
    link: str
    version: str
    story: Story
    view: Mapping[str, object] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    shape: Shape = Shape.SLIDE
    ground: Ground = Ground.LIGHT
    caption: Caption = NONE
    beside: "Shown | None" = None
    made: str = ""

    @property
    def parts(self) -> "list[Shown]":
        """The view table by table."""
        return [self] if self.beside is None else [replace(self, beside=None), self.beside]

    @property
    def names(self) -> list[str]:
        """The columns to write, in the order of the table."""
        return [name for name in self.table.columns() if not self.columns or name in self.columns]

    def reported(self) -> str:
        """The days of the reports that the data comes from, in words; empty without articles."""
        days = self.story.articles["published_day"]
        return "" if days.empty else span_text(as_day(days.min()), as_day(days.max()))

    def last_report(self) -> str:
        """The day of the last report: the date of the data, whenever an export is made."""
        day = as_day(self.story.articles["published_day"].max())
        return day.isoformat() if day else ""

    def provenance(self) -> dict[str, str]:
        """What stands in or beside the rows in every format, in words."""
        return {
            **({"view": self.caption.name} if self.caption.name else {}),
            "table": self.table.table_name(),
            "rows": f"{len(self.rows)} of {self.total}",
            "filters": self.filters or "none",
            "link": self.link,
            "columns": ", ".join(self.columns) or "all",
            "data version": self.version,
            "data as of": self.last_report(),
            **({"made": self.made} if self.made else {}),
        }


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's content, and how many rows it could not carry, by the reason.

    *about* is what to lay beside it where the file itself cannot say which rows it holds.
    """

    content: bytes
    left_out: Mapping[str, int] = field(default_factory=dict)
    about: bytes = b""

    def note(self) -> str:
        """What is missing, in words; empty where nothing is."""
        return left_out_words(self.left_out)


def stamped(views: Sequence[Shown], now: datetime) -> list[Shown]:
    """The views, which say from here on that their file is made *now*, a time in UTC."""
    made = f"{now:%Y-%m-%d %H:%M} UTC"
    return [
        replace(shown, made=made, beside=shown.beside and replace(shown.beside, made=made))
        for shown in views
    ]


def left_out_words(left_out: Mapping[str, int]) -> str:
    return "; ".join(f"{count} left out: {why}" for why, count in left_out.items() if count)


def about(views: Sequence[Shown], left_out: Mapping[str, int]) -> bytes:
    """Which rows a file holds and what it could not carry, as JSON, to lie beside it."""
    parts = [part.provenance() for shown in views for part in shown.parts]
    found: dict[str, object] = dict(parts[0]) if len(parts) == 1 else {"views": parts}
    said = found | {"left out": {why: n for why, n in left_out.items() if n}}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")

"""The formats by name: what each is for, its file's ending, and who writes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dateline.errors import AddressError
from dateline.export import (
    briefing,
    citations,
    package,
    page,
    pictures,
    plover,
    tables,
    timelinejs,
    timelines,
)
from dateline.export.shown import Exported, Progress, Shown, about, unwatched
from dateline.export.tellings import Tellings
from dateline.schema import Events

Write = Callable[[Sequence[Shown], Progress], Exported]


class Takes(StrEnum):
    """Which views a format can hold."""

    TABLE = "any table"
    EVENTS = "events alone"
    CHART = "a view with a chart"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. *holds_about* says that provenance stands in the file itself.

    *takes_several* says that one file holds several views; *has_columns* that columns are chosen;
    *holds* what is in it, where the kind of format does not say so already.
    """

    title: str
    ending: str
    media_type: str
    write: Write
    takes: Takes = Takes.TABLE
    holds_about: bool = True
    takes_several: bool = False
    has_columns: bool = False
    holds: str = ""

    @property
    def holds_one_table(self) -> bool:
        """Whether a view of two tables is too much for it."""
        return self.takes is Takes.TABLE and not self.takes_several

    @property
    def promise(self) -> str:
        """What is in the file, in a sentence for whoever chooses among formats."""
        return self.holds or PROMISES[self.takes]


PROMISES = {
    Takes.TABLE: "All the rows shown, without a limit.",
    Takes.EVENTS: "Events alone: what has no date has no place there and is left out.",
    Takes.CHART: "The whole view, with title, choices, source and day of the data in it.",
}


def written(form: Format, views: Sequence[Shown], progress: Progress = unwatched) -> Exported:
    """The views as a file; raises `AddressError` for what the format cannot take."""
    if len(views) > 1 and not form.takes_several:
        raise AddressError(f"{form.title} holds one view, not {len(views)}")
    for shown in views:
        if form.takes is Takes.EVENTS and shown.table is not Events:
            other = shown.table.table_name()
            raise AddressError(f"{form.title} holds events: it cannot hold the table {other!r}")
        if form.holds_one_table and shown.beside is not None:
            names = " or ".join(part.table.table_name() for part in shown.parts)
            raise AddressError(f"{form.title} holds one table: name {names} with --table")
    made = form.write(views, progress)
    if form.takes is Takes.EVENTS:
        claims = sum(len(part.rows) for shown in views for part in shown.parts[1:])
        made = replace(made, left_out={**made.left_out, NO_EVENT: claims})
    return made if form.holds_about else replace(made, about=about(views, made.left_out))


def _rows(write: Callable[[Shown], Exported]) -> Write:
    return lambda views, _progress: write(views[0])


def _events(write: Callable[[Shown, Tellings], Exported]) -> Write:
    return lambda views, _progress: write(views[0], Tellings(views[0].story))


def _drawn(write: Callable[[Shown, Progress], Exported]) -> Write:
    return lambda views, progress: write(views[0], progress)


NO_EVENT = "a claim about a number, which is no event"
CITED = "The articles behind the rows shown, to be cited."
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

FORMATS = {
    "csv": Format("CSV for programs", "csv", "text/csv", _rows(tables.csv),
        holds_about=False, has_columns=True,
    ),
    "csv-spreadsheet": Format(
        "CSV for spreadsheets", "csv", "text/csv", _rows(tables.csv_for_spreadsheets),
        holds_about=False, has_columns=True,
    ),
    "xlsx": Format(
        "Excel", "xlsx", _SHEET, lambda views, _: tables.xlsx(views),
        takes_several=True, has_columns=True,
    ),
    "parquet": Format(
        "Parquet", "parquet", "application/vnd.apache.parquet", _rows(tables.parquet),
        has_columns=True,
    ),
    "jsonl": Format("JSON Lines", "jsonl", "application/jsonl", _rows(tables.jsonl),
        holds_about=False, has_columns=True,
    ),
    "datapackage": Format(
        "Frictionless Data Package", "zip", "application/zip", package.datapackage_zip,
        takes_several=True, has_columns=True,
    ),
    "png": Format("Picture (PNG)", "png", "image/png", _drawn(pictures.png), Takes.CHART),
    "svg": Format("Picture (SVG)", "svg", "image/svg+xml", _drawn(pictures.svg), Takes.CHART),
    "pdf": Format("Picture (PDF)", "pdf", "application/pdf", _drawn(pictures.pdf), Takes.CHART),
    "pptx": Format("PowerPoint", "pptx", _SLIDES, briefing.pptx, takes_several=True,
        holds="The chart as a picture, the first rows as a table, the sentences in the notes.",
    ),
    "html": Format("Web page to send", "html", "text/html", page.page, takes_several=True,
        holds="Charts to point at, all rows and their sentences; it opens without a network.",
    ),
    "timelinejs": Format(
        "TimelineJS (JSON)", "json", "application/json", _events(timelinejs.timelinejs),
        Takes.EVENTS,
    ),
    "timelinejs-csv": Format(
        "TimelineJS (spreadsheet)", "csv", "text/csv", _events(timelinejs.timelinejs_csv),
        Takes.EVENTS,
    ),
    "timesketch": Format(
        "Timesketch (CSV)", "csv", "text/csv", _events(timelines.timesketch), Takes.EVENTS,
        holds_about=False,
    ),
    "timesketch-jsonl": Format(
        "Timesketch (JSONL)", "jsonl", "application/jsonl", _events(timelines.timesketch_jsonl),
        Takes.EVENTS, holds_about=False,
    ),
    "ics": Format("iCalendar", "ics", "text/calendar", _events(timelines.ics), Takes.EVENTS),
    "plover": Format(
        "PLOVER (JSONL)", "jsonl", "application/jsonl", _events(plover.plover), Takes.EVENTS,
        holds_about=False,
    ),
    "markdown": Format(
        "Markdown", "md", "text/markdown", _events(timelines.markdown), Takes.EVENTS
    ),
    "bibtex": Format(
        "BibTeX", "bib", "application/x-bibtex", lambda views, _: citations.bibtex(views),
        takes_several=True, holds=CITED,
    ),
    "csl-json": Format(
        "CSL-JSON", "json", "application/vnd.citationstyles.csl+json",
        lambda views, _: citations.csl_json(views), takes_several=True,
        holds_about=False, holds=CITED,
    ),
}  # fmt: skip

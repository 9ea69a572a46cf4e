"""The formats by name: what each is for, its file's ending, and who writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.export import tables, timelines
from dateline.export.shown import Exported, Shown, Sources


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Those of events carry the events table alone."""

    title: str
    ending: str
    media_type: str
    write: Callable[[Shown, Sources], Exported]
    of_events: bool = False


def _rows(write: Callable[[Shown], Exported]) -> Callable[[Shown, Sources], Exported]:
    return lambda shown, _: write(shown)


FORMATS = {
    "csv": Format("CSV for programs", "csv", "text/csv", _rows(tables.csv)),
    "csv-spreadsheet": Format(
        "CSV for spreadsheets", "csv", "text/csv", _rows(tables.csv_for_spreadsheets)
    ),
    "xlsx": Format(
        "Excel",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _rows(tables.xlsx),
    ),
    "parquet": Format(
        "Parquet", "parquet", "application/vnd.apache.parquet", _rows(tables.parquet)
    ),
    "jsonl": Format("JSON Lines", "jsonl", "application/jsonl", _rows(tables.jsonl)),
    "timelinejs": Format(
        "TimelineJS", "json", "application/json", timelines.timelinejs, of_events=True
    ),
    "timesketch": Format(
        "Timesketch (CSV)", "csv", "text/csv", timelines.timesketch, of_events=True
    ),
    "timesketch-jsonl": Format(
        "Timesketch (JSONL)", "jsonl", "application/jsonl", timelines.timesketch_jsonl,
        of_events=True,
    ),
    "ics": Format("iCalendar", "ics", "text/calendar", timelines.ics, of_events=True),
    "markdown": Format("Markdown", "md", "text/markdown", timelines.markdown, of_events=True),
}  # fmt: skip

"""Events in the formats of other timelines, which know less of doubt: the words keep it.

Each takes the rows of the events table (`views.events.select_events`). Undated events have no place
on an axis of days and are counted as left out.
"""

import csv
import io
import json
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pandas as pd

from dateline.export.shown import Exported, Shown, Sources
from dateline.views.days import as_day, when
from dateline.views.families import kind_name

UNDATED = "no date in the text"


def timelinejs(shown: Shown, sources: Sources) -> Exported:
    """TimelineJS 3 JSON (https://timeline.knightlab.com/docs/json-format.html).

    A day in doubt is shown by its own words (`display_date`) and spans the days it can mean; an
    open end stops at the day that is known.
    """
    dated, left_out = _dated(shown.rows)
    slides = [
        {
            "unique_id": event["event_id"],
            "start_date": _parts(_first(event)),
            "end_date": _parts(_last(event)),
            "display_date": _when(event),
            "group": kind_name(event["kind"]),
            "text": {
                "headline": _html(event["title"]),
                "text": "".join(f"<p>{_html(q)}</p>" for q in sources.of_event(event["event_id"]))
                + f"<p>{event['status']}</p>",
            },
        }
        for event in dated
    ]
    title = {"text": {"headline": "Timeline", "text": _html(_about(shown))}}
    content = json.dumps({"title": title, "events": slides}, ensure_ascii=False, indent=1)
    return Exported(content.encode("utf-8", "replace"), left_out)


def timesketch(shown: Shown, sources: Sources) -> Exported:
    """Timesketch CSV: message, datetime, timestamp_desc, and our own columns beside them.

    An event is set at the first moment of the first day it can have happened on, in UTC.
    """
    dated, left_out = _dated(shown.rows)
    file = io.StringIO()
    rows = [_sketched(event, sources) for event in dated]
    writer = csv.DictWriter(file, list(rows[0]) if rows else list(SKETCHED), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return Exported(file.getvalue().encode("utf-8", "replace"), left_out)


def timesketch_jsonl(shown: Shown, sources: Sources) -> Exported:
    """The same as JSON Lines."""
    dated, left_out = _dated(shown.rows)
    lines = [json.dumps(_sketched(event, sources), ensure_ascii=False) for event in dated]
    return Exported("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), left_out)


SKETCHED = ("message", "datetime", "timestamp_desc")


def _sketched(event: dict[Any, Any], sources: Sources) -> dict[str, str]:
    first = _first(event)
    return {
        "message": event["title"],
        "datetime": f"{first.isoformat()}T00:00:00+00:00",
        "timestamp_desc": "Day of the event" if _is_exact(event) else "First possible day",
        "event_id": event["event_id"],
        "days": _when(event),
        "edtf": event["edtf"],
        "kind": str(event["kind"]),
        "status": str(event["status"]),
        "actors": event["actor_ids"],
        "quotes": " | ".join(sources.of_event(event["event_id"])),
    }


def ics(shown: Shown, sources: Sources) -> Exported:
    """iCalendar (RFC 5545): all-day events; the end is the day after the last, as the RFC has it.

    A day in doubt spans the days it can mean and is marked tentative.
    """
    dated, left_out = _dated(shown.rows)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//events//EN")
    calendar.add("version", "2.0")
    stamp = shown.rows["last_reported_day"].max() if len(shown.rows) else None
    for event in dated:
        entry = icalendar.Event()
        entry.add("uid", f"{event['event_id']}@dateline")
        # The day of the last report: a stamp of the clock would make every file another.
        entry.add("dtstamp", datetime.fromisoformat(f"{stamp.date()}T00:00:00+00:00"))  # type: ignore[union-attr]
        entry.add("dtstart", _first(event))
        entry.add("dtend", _last(event) + timedelta(days=1))
        entry.add("summary", event["title"])
        lines = [_when(event), str(event["status"]), *sources.of_event(event["event_id"])]
        entry.add("description", "\n".join(lines))
        entry.add("status", "CONFIRMED" if _is_exact(event) else "TENTATIVE")
        entry.add("categories", [kind_name(event["kind"])])
        calendar.add_component(entry)
    return Exported(calendar.to_ical(), left_out)


def markdown(shown: Shown, sources: Sources) -> Exported:
    """Events as a list with their quotes, for a document; the undated come last."""
    lines = [f"# Events\n\n{_marked(_about(shown))}\n"]
    for event in shown.rows.to_dict("records"):
        lines.append(
            f"\n**{_marked(_when(event))}: {_marked(event['title'])}** ({event['status']})\n"
        )
        lines += [f"\n> {_marked(quote)}\n" for quote in sources.of_event(event["event_id"])]
    return Exported("".join(lines).encode("utf-8", "replace"), {})


def _about(shown: Shown) -> str:
    return "; ".join(f"{what}: {value}" for what, value in shown.provenance().items() if value)


def _dated(rows: pd.DataFrame) -> tuple[list[dict[Any, Any]], dict[str, int]]:
    known = rows["first_day"].notna() | rows["last_day"].notna()
    return rows[known].to_dict("records"), {UNDATED: int((~known).sum())}


def _first(event: dict[Any, Any]) -> date:
    day = as_day(event["first_day"]) or as_day(event["last_day"])
    assert day is not None, "undated events are left out"
    return day


def _last(event: dict[Any, Any]) -> date:
    return as_day(event["last_day"]) or _first(event)


def _is_exact(event: dict[Any, Any]) -> bool:
    return str(event["precision"]) == "day"


def _when(event: dict[Any, Any]) -> str:
    precision = event["precision"]
    words = "" if pd.isna(precision) else str(precision)
    return when(as_day(event["first_day"]), as_day(event["last_day"]), words)


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    """TimelineJS takes HTML: what is written is shown."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _marked(text: str) -> str:
    """Text in Markdown that is shown as written."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|!$" else char for char in text)

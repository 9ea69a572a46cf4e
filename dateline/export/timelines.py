"""Events in the formats of other timelines, which know less of doubt: the words keep it.

Each takes the rows of the events table (`views.events.select_events`). Undated events have no place
on an axis of days and are counted as left out.
"""

import csv
import io
import json
from datetime import datetime, timedelta
from typing import Any

import icalendar

from dateline.charts.escape import plain
from dateline.export.dated import about, dated, first_day, is_exact, last_day, when_words
from dateline.export.shown import Exported, Shown
from dateline.export.tellings import Tellings
from dateline.views.families import kind_name


def timesketch(shown: Shown, tellings: Tellings) -> Exported:
    """Timesketch CSV: message, datetime, timestamp_desc, and our own columns beside them.

    An event is set at the first moment of the first day it can have happened on, in UTC.
    """
    events, left_out = dated(shown.rows)
    file = io.StringIO()
    # Everything in quotes: csv leaves a CR bare where lines end with LF, and readers stumble.
    rows = [_sketched(event, tellings) for event in events]
    writer = csv.DictWriter(
        file, list(rows[0]) if rows else list(SKETCHED), lineterminator="\n", quoting=csv.QUOTE_ALL
    )
    writer.writeheader()
    writer.writerows(rows)
    return Exported(file.getvalue().encode("utf-8", "replace"), left_out)


def timesketch_jsonl(shown: Shown, tellings: Tellings) -> Exported:
    """The same as JSON Lines."""
    events, left_out = dated(shown.rows)
    lines = [json.dumps(_sketched(event, tellings), ensure_ascii=False) for event in events]
    return Exported("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), left_out)


SKETCHED = ("message", "datetime", "timestamp_desc")


def _sketched(event: dict[Any, Any], tellings: Tellings) -> dict[str, str]:
    first = first_day(event)
    return {
        "message": event["title"],
        "datetime": f"{first.isoformat()}T00:00:00+00:00",
        "timestamp_desc": "Day of the event" if is_exact(event) else "First possible day",
        "event_id": event["event_id"],
        "days": when_words(event),
        "edtf": event["edtf"],
        "kind": str(event["kind"]),
        "status": str(event["status"]),
        "actors": event["actor_ids"],
        "quotes": " | ".join(tellings.quotes(event["event_id"])),
    }


def ics(shown: Shown, tellings: Tellings) -> Exported:
    """iCalendar (RFC 5545): all-day events; the end is the day after the last, as the RFC has it.

    A day in doubt spans the days it can mean and is marked tentative.
    """
    events, left_out = dated(shown.rows)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-caldesc", plain(about(shown, left_out)))
    stamp = shown.rows["last_reported_day"].max() if len(shown.rows) else None
    for event in events:
        entry = icalendar.Event()
        entry.add("uid", f"{event['event_id']}@dateline")
        # The day of the last report: a stamp of the clock would make every file another.
        entry.add("dtstamp", datetime.fromisoformat(f"{stamp.date()}T00:00:00+00:00"))  # type: ignore[union-attr]
        entry.add("dtstart", first_day(event))
        entry.add("dtend", last_day(event) + timedelta(days=1))
        entry.add("summary", plain(event["title"]))
        lines = [when_words(event), str(event["status"]), *tellings.quotes(event["event_id"])]
        entry.add("description", plain("\n".join(lines)))
        entry.add("status", "CONFIRMED" if is_exact(event) else "TENTATIVE")
        entry.add("categories", [kind_name(event["kind"])])
        calendar.add_component(entry)
    return Exported(calendar.to_ical(), left_out)


def markdown(shown: Shown, tellings: Tellings) -> Exported:
    """Events as a list with their quotes, for a document; the undated come last."""
    lines = [f"# Events\n\n{_marked(about(shown, {}))}\n"]
    for event in shown.rows.to_dict("records"):
        lines.append(
            f"\n**{_marked(when_words(event))}: {_marked(event['title'])}** ({event['status']})\n"
        )
        lines += [f"\n> {_marked(quote)}\n" for quote in tellings.quotes(event["event_id"])]
    return Exported("".join(lines).encode("utf-8", "replace"), {})


def _marked(text: str) -> str:
    """Text in Markdown that is shown as written."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|!$" else char for char in text)

"""Events for TimelineJS 3 (https://timeline.knightlab.com/docs/), as JSON and for a spreadsheet.

A day in doubt is shown by its own words (`display_date`) and spans the days it can mean; an open
end stops at the day that is known. What is written is shown: TimelineJS takes HTML, so texts are
escaped, and nothing in them is a link or a picture.
"""

import csv
import html
import io
import json
from typing import Any

from dateline.charts.escape import plain
from dateline.export.dated import Event, about, dated, first_day, last_day, when_words
from dateline.export.shown import Exported, Shown
from dateline.export.tellings import Tellings
from dateline.views.families import kind_name

# The columns of the spreadsheet that TimelineJS gives away as a template.
COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type",
    "Group", "Background",
)  # fmt: skip


def timelinejs(shown: Shown, tellings: Tellings) -> Exported:
    """TimelineJS 3 JSON; the title slide says what it shows and what it leaves out."""
    events, left_out = dated(shown.rows)
    slides = [
        {
            "unique_id": event["event_id"],
            "start_date": _parts(first_day(event)),
            "end_date": _parts(last_day(event)),
            "display_date": when_words(event),
            "group": kind_name(event["kind"]),
            "text": {"headline": _html(event["title"]), "text": _told(event, tellings)},
        }
        for event in events
    ]
    title = {"text": {"headline": "Timeline", "text": _html(about(shown, left_out))}}
    content = json.dumps({"title": title, "events": slides}, ensure_ascii=False, indent=1)
    return Exported(content.encode("utf-8", "replace"), left_out)


def timelinejs_csv(shown: Shown, tellings: Tellings) -> Exported:
    """The same as rows for the spreadsheet that TimelineJS reads; the first is the title slide.

    Headline and text are HTML, so a first character that a spreadsheet would take for a formula is
    written as a character reference: TimelineJS shows what was there.
    """
    events, left_out = dated(shown.rows)
    title = {"Headline": "Timeline", "Text": _html(about(shown, left_out)), "Type": "title"}
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(title)
    for event in events:
        first, last = first_day(event), last_day(event)
        writer.writerow(
            {
                "Year": first.year, "Month": first.month, "Day": first.day,
                "End Year": last.year, "End Month": last.month, "End Day": last.day,
                "Display Date": when_words(event),
                "Headline": _harmless(_html(event["title"])),
                "Text": _harmless(_told(event, tellings)),
                "Group": kind_name(event["kind"]),
            }
        )  # fmt: skip
    return Exported(file.getvalue().encode("utf-8", "replace"), left_out)


def _told(event: Event, tellings: Tellings) -> str:
    quotes = "".join(f"<p>{_html(quote)}</p>" for quote in tellings.quotes(event["event_id"]))
    return f"{quotes}<p>{event['status']}</p>"


def _parts(day: Any) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return html.escape(plain(text))


def _harmless(markup: str) -> str:
    if markup[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"&#{ord(markup[0])};{markup[1:]}"
    return markup

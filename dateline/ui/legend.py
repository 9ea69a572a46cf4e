"""The key of a chart on a page: beside the pills that name its colours, or whole for a room."""

from collections.abc import Sequence

import pandas as pd

from dateline.charts.claim_cells import are_crowded
from dateline.charts.key import BOX, Entry, claim_marks, event_marks, troops_key
from dateline.charts.theme import Look
from dateline.ui import heading
from dateline.ui.markup import picture, show, tag
from dateline.views.claim_view import ClaimFrames
from dateline.views.quotes import Mark


def timeline(look: Look, rows: pd.DataFrame) -> None:
    """How the events of *rows* are drawn."""
    entries(event_marks(rows, look), "How events are drawn")


def claims(look: Look, drawn: pd.DataFrame) -> None:
    """How the claims *drawn* (see `views.claim_rows`) are drawn."""
    entries(claim_marks(drawn, look), "How claims are drawn")


def troops(look: Look, frames: ClaimFrames) -> None:
    """How the troop claims of *frames* are drawn, and why where each has no mark."""
    entries(troops_key(frames, look), "How claims are drawn")
    if are_crowded(frames):
        heading.note(
            "Too many for a mark each: a cell counts the claims of a stretch of days and a size of "
            "number. Select one to open its days, or narrow the choice."
        )


def entries(found: Sequence[Entry], label: str) -> None:
    """Drawings with their meanings."""
    items = [
        tag("li", picture("", (entry.width, BOX), "", extra=entry.drawing), entry.text)
        for entry in found
    ]
    show(tag("ul", *items, class_="dl-legend", aria_label=label))


def reading() -> None:
    """What the marks in an article's text mean."""
    words = (
        (Mark.DATE, "date words"),
        (Mark.CUE, "words that tell an event"),
        (Mark.FIGURE, "a figure"),
        (Mark.ACTOR, "somebody named"),
        (Mark.PROBLEM, "could not be read"),
    )
    items = [tag("li", tag("mark", name, class_=f"dl-m dl-{mark}")) for mark, name in words]
    show(tag("ul", *items, class_="dl-legend", aria_label="What the marks mean"))

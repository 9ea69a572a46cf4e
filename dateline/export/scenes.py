"""A view as something to look at: its chart, its key, the words around both, and its table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import estimates_figure
from dateline.charts.key import Entry, density_key, estimates_key, timeline_key
from dateline.charts.picture import CANVASES, Canvas, Draw, Words, fitted, framed, room_for
from dateline.charts.theme import Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_plan import window_of
from dateline.errors import AddressError
from dateline.export.chromium import Picture
from dateline.export.shown import Shown
from dateline.export.tellings import Tellings
from dateline.views.choices import STATE_NAMES, choices
from dateline.views.claim_view import ClaimView, claim_frames
from dateline.views.claimed_range import Counted
from dateline.views.days import as_day, day_text, span_text
from dateline.views.families import kind_name
from dateline.views.lanes import LaneBy, LaneOrder, Lanes
from dateline.views.listing import crowd, listing
from dateline.views.timeline import timeline_rows

MOST_PUBLISHERS = 4  # named in the source line; more are counted
MOST_SOURCES = 200  # lines in the notes of a slide


@dataclass(frozen=True, slots=True)
class Scene:
    """What a view shows. *draw* is empty for a table that has no chart.

    *ids* are those that a mark of the chart leads to, one for each of *rows*.
    """

    words: Words
    alt: str
    rows: pd.DataFrame
    total: int
    sources: tuple[str, ...]
    ids: tuple[str, ...] = ()
    draw: Draw | None = None
    key: Callable[[Look], list[Entry]] = lambda _: []

    def picture(self, canvas: Canvas, words: Words) -> Picture:
        """The chart on *canvas* within *words*."""
        assert self.draw is not None, "only what has a chart is drawn"
        room = room_for(canvas, words, self.key(Look()))
        figure, look = fitted(self.draw, room, canvas.least)
        size = (float(figure.layout.width), float(figure.layout.height))
        key = self.key(look)

        def frame(chart: str, style: str) -> str:
            return framed(chart, size, canvas, words, key, look, style)

        return Picture(figure, frame, canvas.width, canvas.height, canvas.inches)


def scene(shown: Shown) -> Scene:
    """The scene of any view."""
    match shown.table.table_name():
        case "events":
            return _timeline(shown)
        case "estimates":
            return _estimates(shown)
        case _:
            return _plain_table(shown)


def drawn(shown: Shown) -> Scene:
    """The scene of a view that has a chart; an `AddressError` for another."""
    found = scene(shown)
    if found.draw is None:
        name = shown.table.table_name()
        raise AddressError(f"the table {name!r} has no chart: take the timeline or the estimates")
    return found


def as_picture(shown: Shown) -> Picture:
    """The picture of a view, as large as it is asked for, with all its words."""
    found = drawn(shown)
    return found.picture(CANVASES[shown.shape], found.words)


def _timeline(shown: Shown) -> Scene:
    laid, found = lanes_of(shown), listing(shown.story, shown.selection)
    rows = timeline_rows(shown.story, shown.rows, laid)
    ends = found.ends()
    window = window_of(shown.selection.first, shown.selection.last, ends)
    undated = found.undated_count
    said = [
        _counted(len(found), "event"),
        span_text(*ends) if ends else "",
        f"{undated:,} without a date" if undated else "",
    ]
    words = _words(shown, "What happened, and who says so", ", ".join(s for s in said if s))
    table = pd.DataFrame(
        {
            "When": rows["when"],
            "What happened": rows["title"],
            "Kind": [kind_name(kind) for kind in rows["kind"]],
            "Status": rows["status"],
            "Publishers": rows["publisher_count"],
        }
    )
    tellings = Tellings(shown.story)
    drawn_rows = found.rows(laid)
    dense = crowd(found, laid) if is_dense(found.dated_count) else None

    def draw(look: Look, width: int) -> Any:
        if dense is not None:
            return density_figure(dense, look, width, window)
        return timeline_figure(drawn_rows, look, width, window, undated, found.last_report)

    return Scene(
        words,
        f"Timeline: {words.subtitle}. {words.filters}",
        table,
        shown.total,
        _some(line for name in rows["event_id"] for line in tellings.quotes(name)),
        tuple(rows["event_id"]),
        draw,
        lambda look: density_key(look) if dense is not None else timeline_key(drawn_rows, look),
    )


def lanes_of(shown: Shown) -> Lanes:
    """How the address lays out the timeline; what it asks for and there is not, is the usual."""
    by, order = shown.view.get("lanes"), shown.view.get("order")
    top = shown.view.get("top")
    return Lanes(
        LaneBy(str(by)) if by in list(LaneBy) else LaneBy.ACTOR,
        LaneOrder(str(order)) if order in list(LaneOrder) else LaneOrder.USUAL,
        tuple(str(name) for name in top) if isinstance(top, list | tuple) else (),
    )


def _estimates(shown: Shown) -> Scene:
    view = claim_view_of(shown)
    frames = claim_frames(shown.story, shown.selection, view)
    ranks = {group: rank for rank, group in enumerate(choices(shown.story).claimants)}
    said = [_counted(len(frames.troops), "claim"), _counted(len(frames.denials), "denial")]
    if len(frames.vague):
        said.append(f"{len(frames.vague)} without a number")
    if len(frames.other):
        other = _counted(len(frames.other), "other quantity", "other quantities")
        said.append(f"{other} in the table")
    subtitle = ", ".join(said) + ": what somebody says, not counts that anybody verified"
    axis = "the day they speak of" if view.is_spoken else "day of report"
    words = _words(shown, f"Troop numbers claimed, by {axis}", subtitle)
    rows = frames.rows
    days = [_day(day) for day in rows["reported_day"]]
    table = pd.DataFrame(
        {
            "Reported": days,
            "Claimed by": rows["claimant"],
            "Number": rows["figure"] + " " + rows["unit"],
            "In the words": rows["phrase"],
            "Said of them": [STATE_NAMES[state].lower() for state in rows["state"]],
            "Publisher": rows["publisher"],
        }
    )
    sentences = shown.rows.set_index("estimate_id")["sentence"].to_dict()
    sources = [
        f"{publisher}, {day}: {sentences.get(name, '')}"
        for publisher, day, name in zip(rows["publisher"], days, rows["estimate_id"], strict=True)
    ]
    return Scene(
        words,
        f"Troop numbers claimed: {subtitle}. {words.filters}",
        table,
        shown.total,
        _some(sources),
        tuple(rows["estimate_id"]),
        lambda look, width: estimates_figure(frames, view, ranks, look, width),
        lambda look: estimates_key(frames.troops, frames.denials, ranks, look),
    )


def claim_view_of(shown: Shown) -> ClaimView:
    """How the address draws claims; what it asks for and there is not, is the usual."""
    counted = shown.view.get("range")
    return ClaimView(
        by=shown.selection.by,
        is_log=shown.view.get("scale") == "log",
        counted=Counted(str(counted)) if counted in list(Counted) else Counted.DEPLOYED,
    )


def _plain_table(shown: Shown) -> Scene:
    name = shown.table.table_name()
    rows = shown.rows[shown.names].copy()
    for column in shown.names:
        if pd.api.types.is_datetime64_dtype(rows[column]):
            rows[column] = [_day(day) for day in rows[column]]
    rows = rows.astype("object").where(rows.notna(), "")
    words = _words(shown, f"Dateline: {name}", _counted(len(rows), "row"))
    return Scene(words, words.title, rows, shown.total, ())


def _words(shown: Shown, title: str, subtitle: str) -> Words:
    filters = f"Shown: {shown.filters}" if shown.filters else "Everything is shown"
    return Words(title, subtitle, filters, source_line(shown))


def source_line(shown: Shown) -> str:
    """Who printed it, when, and of which day and version the data is."""
    articles = shown.story.articles
    names = list(dict.fromkeys(articles.sort_values("published_day")["publisher"]))
    who = ", ".join(names) if len(names) <= MOST_PUBLISHERS else f"{len(names)} publishers"
    last = as_day(articles["published_day"].max())
    known = f" Data as of {day_text(last)}" if last else " Data"
    digest = shown.version.rpartition(":")[2][:12]
    return (
        f"Source: {_counted(len(articles), 'article')} of {shown.reported() or 'no day'} ({who})."
        f"{known}, version {digest}."
    )


def _some(sources: Iterable[str]) -> tuple[str, ...]:
    once = list(dict.fromkeys(sources))
    more = len(once) - MOST_SOURCES
    return (*once[:MOST_SOURCES], *([f"and {more:,} more sentences"] if more > 0 else []))


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _day(value: Any) -> str:
    day = as_day(value)
    return day_text(day) if day else ""

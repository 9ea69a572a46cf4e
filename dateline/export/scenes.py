"""A view as something to look at: its chart, its key, the words around both, and its table."""

from typing import Any

import pandas as pd

from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import estimates_figure
from dateline.charts.key import Entry, claim_marks, density_key, estimates_key, timeline_key
from dateline.charts.picture import CANVASES
from dateline.charts.quantities import quantities_figure
from dateline.charts.quantities_plan import drawn_rows
from dateline.charts.theme import Look
from dateline.charts.timeline import timeline_figure
from dateline.charts.timeline_plan import window_of
from dateline.errors import AddressError
from dateline.export.both_scene import both
from dateline.export.chromium import Picture
from dateline.export.layout import claim_view_of, lanes_of
from dateline.export.scene import Chart, Scene, counted, day_words, words_of
from dateline.export.shown import Shown
from dateline.export.tellings import Tellings, told
from dateline.views.choices import STATE_NAMES, choices
from dateline.views.claim_view import claim_frames
from dateline.views.days import span_text
from dateline.views.families import kind_name
from dateline.views.listing import crowd, listing
from dateline.views.presented import title_of
from dateline.views.timeline import timeline_rows


def scene(shown: Shown) -> Scene:
    """The scene of any view."""
    if shown.beside is not None:
        events, claims = shown.parts
        return both(events, claims, _timeline(events), _estimates(claims))
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
    if found.chart is None:
        name = shown.table.table_name()
        raise AddressError(f"the table {name!r} has no chart: take the timeline or the estimates")
    return found


def as_picture(shown: Shown) -> Picture:
    """The picture of a view, as large as it is asked for, with all its words."""
    found = drawn(shown)
    return found.picture(CANVASES[shown.shape], found.words, shown.ground)


def _timeline(shown: Shown) -> Scene:
    laid, found = lanes_of(shown), listing(shown.story, shown.selection)
    rows = timeline_rows(shown.story, shown.rows, laid)
    ends = found.ends()
    window = window_of(shown.selection.first, shown.selection.last, ends)
    undated = found.undated_count
    said = [
        counted(len(found), "event"),
        span_text(*ends) if ends else "",
        f"{undated:,} without a date" if undated else "",
    ]
    words = words_of(shown, title_of("timeline"), ", ".join(s for s in said if s))
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

    def key(look: Look) -> list[Entry]:
        return density_key(look) if dense is not None else timeline_key(drawn_rows, look)

    return Scene(
        words,
        table,
        shown.total,
        tuple(tellings.told(name) for name in rows["event_id"]),
        "What happened",
        tuple(rows["event_id"]),
        Chart(draw, key, f"Timeline: {words.subtitle}. {words.filters}"),
    )


def _estimates(shown: Shown) -> Scene:
    view = claim_view_of(shown)
    frames = claim_frames(shown.story, shown.selection, view)
    names = choices(shown.story).claimants
    ranks = {group: rank for rank, group in enumerate(names)}
    said = [counted(len(frames.troops), "claim"), counted(len(frames.denials), "denial")]
    if len(frames.vague):
        said.append(f"{len(frames.vague)} without a number")
    if len(frames.other):
        other = counted(len(frames.other), "other quantity", "other quantities")
        said.append(f"{other} in the table")
    subtitle = ", ".join(said) + ": what somebody says, not counts that anybody verified"
    words = words_of(shown, title_of("estimates", view), subtitle)
    chart = Chart(
        lambda look, width: estimates_figure(frames, view, ranks, look, width),
        lambda look: estimates_key(frames, view, names, look),
        f"Troop numbers claimed: {subtitle}. {words.filters}",
    )
    small = drawn_rows(frames.other)
    quantities = Chart(
        lambda look, width: quantities_figure(frames.other, view, ranks, look, width),
        lambda look: claim_marks(small, look),
        f"{len(small)} claims about {small['measure'].nunique()} other quantities, each on an axis "
        "of its own.",
    )
    rows = frames.rows
    days = [day_words(day) for day in rows["reported_day"]]
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
    claims = shown.story.estimates
    claims = claims[claims["estimate_id"].isin(rows["estimate_id"])]
    said = claims.merge(shown.story.articles[["article_id", "publisher", "published_day"]])
    behind = {row["estimate_id"]: told(row, ("phrase",)) for row in said.to_dict("records")}
    return Scene(
        words,
        table,
        shown.total,
        tuple((behind[name],) for name in rows["estimate_id"]),
        "In the words",
        tuple(rows["estimate_id"]),
        chart,
        (quantities,) if len(small) else (),
    )


def _plain_table(shown: Shown) -> Scene:
    name = shown.table.table_name()
    rows = shown.rows[shown.names].copy()
    for column in shown.names:
        if pd.api.types.is_datetime64_dtype(rows[column]):
            rows[column] = [day_words(day) for day in rows[column]]
    rows = rows.astype("object").where(rows.notna(), "")
    words = words_of(shown, f"Dateline: {name}", counted(len(rows), "row"))
    return Scene(words, rows, shown.total)

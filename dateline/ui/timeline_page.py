"""The parts of the Timeline page that need more than a line."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st

from dateline.charts.density import is_dense
from dateline.ui import heading, known, notices, opened, tables, viewport
from dateline.ui import legend as key
from dateline.views.days import span_text
from dateline.views.event_index import indexed
from dateline.views.events import left_out_for_days
from dateline.views.families import kind_name
from dateline.views.lanes import Lanes
from dateline.views.listing import MOST_ROWS, Listing
from dateline.views.presented import why_not_shown
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import period, undated_reasons


def subtitle(story: Story) -> str:
    ends = period(story)
    how = "Select a mark, or use ← and →."
    return how if ends is None else f"{span_text(*ends)}. {how}"


def say(found: Listing, chosen: str | None) -> str:
    """What a screen reader hears after a change."""
    at = None if chosen is None else found.place(chosen)
    if at is None:
        return f"{len(found):,} events shown"
    [words] = found.words(at, at + 1).values()
    return f"Event {at + 1:,} of {len(found):,}: {words}"


def choose(event_id: str) -> None:
    st.session_state["event"] = event_id


def follow_mention(story: Story) -> None:
    """Choose the event of a mention whose id the address gives: it outlasts an event's."""
    name = st.session_state.get("event")
    if name and indexed(story).position(name) is None:
        told = story.mentions.loc[story.mentions["mention_id"] == name, "event_id"]
        if not told.empty:
            choose(told.iloc[0])


def legend(found: Listing, laid: Lanes) -> None:
    """How events are drawn: as marks, or counted where they are too many for marks."""
    if is_dense(found.dated_count):
        heading.note(
            f"{found.dated_count:,} dated events are too many for marks. Solid bars count events "
            "on known days, pale ones those that can have happened then; one that lasts counts "
            "where it begins. Select a bar to see its days, or narrow the choice, and the marks "
            "come back."
        )
    else:
        key.timeline(viewport.look(), found.rows(laid))


def note_if_hidden(found: Listing) -> None:
    """Say so if the address names an event that is not shown, and why."""
    event_id = st.session_state.get("event")
    if event_id and event_id not in found:
        what = "The event in the address"
        heading.note(why_not_shown(event_id, found.story, tables.story(), what))


def changes_of(found: Listing) -> Callable[[dt.date], pd.DataFrame]:
    """What became known of the events *found* after a day."""

    def compare(since: dt.date) -> pd.DataFrame:
        rows = tables.changes(since, st.session_state.get(known.DAY))
        return rows[found.holds(rows["event_id"])].rename(columns={"event_id": "item_id"})

    return compare


def undated_list(story: Story, found: Listing, selection: Selection, laid: Lanes) -> None:
    """Everything without a date, in a table of its own; a row can be chosen."""
    count = found.undated_count
    if not count:
        return
    first = f", the first {MOST_ROWS:,} of them" if count > MOST_ROWS else ""
    words = f"{count:,} event{'' if count == 1 else 's'} to which the text gives no date{first}"
    with opened.line(words, "undated-rows") as more:
        if not more.open:
            return
        shown = tables.table_once("undated", lambda: _undated(story, found, laid), selection, laid)
        ids = list(shown["event_id"])

        def take() -> None:
            picked = st.session_state["undated"].selection.rows
            if picked and picked[0] < len(ids):
                choose(ids[picked[0]])

        st.dataframe(
            shown,
            hide_index=True,
            column_order=["title", "why", "kind", "lane_name", "status", "publisher_count"],
            column_config={
                "title": st.column_config.TextColumn("Event", width="large"),
                "why": st.column_config.TextColumn("Why it has no date"),
                "kind": st.column_config.TextColumn("Kind"),
                "lane_name": st.column_config.TextColumn("Lane"),
                "status": st.column_config.TextColumn("Status"),
                "publisher_count": st.column_config.NumberColumn("Publishers"),
            },
            on_select=take,
            selection_mode="single-row",
            height="content" if count < tables.TALLEST else 420,
            key="undated",
            alt=f"{count} events without a date",
        )


def _undated(story: Story, found: Listing, laid: Lanes) -> pd.DataFrame:
    rows = found.undated_rows(laid)
    return rows.assign(kind=rows["kind"].map(kind_name), why=undated_reasons(story, rows))


def empty(story: Story, selection: Selection) -> None:
    count = left_out_for_days(story, selection)
    extra = f" {count} events without a date are left out while days are chosen." if count else ""
    notices.nothing("event", selection, extra)


def footer(story: Story, selection: Selection) -> None:
    count = left_out_for_days(story, selection)
    undated = f" {count} events without a date are left out while days are chosen." if count else ""
    heading.note(
        "Source: the articles listed under Sources; dates as their words can mean them. Quiet "
        "stretches of over four weeks are cut out of the axis, marked with their length; between "
        f"the cuts, each stretch has a scale of its own.{undated}"
    )

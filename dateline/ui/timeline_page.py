"""The parts of the Timeline page that need more than a line."""

import pandas as pd
import streamlit as st

from dateline.charts.density import is_dense
from dateline.ui import heading, notices, tables, viewport
from dateline.ui import legend as key
from dateline.views.days import as_day, badge, span_text
from dateline.views.events import left_out_for_days
from dateline.views.families import kind_name
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import period, undated_reasons


def subtitle(story: Story) -> str:
    ends = period(story)
    how = "Select a mark, or use ← and →."
    if ends is None:
        return how
    return f"{span_text(as_day(ends[0]), as_day(ends[1]))}. {how}"


def badges(rows: pd.DataFrame) -> dict[str, str]:
    """The days of every event that has a mark, in few letters."""
    if is_dense(rows):
        return {}
    return {
        row.event_id: badge(as_day(row.first_day), as_day(row.last_day), row.precision)
        for row in rows.itertuples()
    }


def labels(rows: pd.DataFrame) -> dict[str, str]:
    """Every event in words, by id, in the order of the timeline."""
    return dict(zip(rows["event_id"], rows["when"] + ": " + rows["title"], strict=True))


def say(labels_shown: dict[str, str], chosen: str | None) -> str:
    """What a screen reader hears after a change."""
    if chosen is None:
        return f"{len(labels_shown)} events shown"
    at = list(labels_shown).index(chosen) + 1
    return f"Event {at} of {len(labels_shown)}: {labels_shown[chosen]}"


def choose(event_id: str) -> None:
    st.session_state["event"] = event_id


def follow_mention(story: Story) -> None:
    """Choose the event of a mention whose id the address gives: it outlasts an event's."""
    name = st.session_state.get("event")
    if name:
        told = story.mentions.loc[story.mentions["mention_id"] == name, "event_id"]
        if not told.empty:
            choose(told.iloc[0])


def legend(rows: pd.DataFrame) -> None:
    """How events are drawn: as marks, or counted where they are too many for marks."""
    if is_dense(rows):
        heading.note(
            f"{len(rows):,} events are too many for marks. Solid bars count events on known days, "
            "pale ones those that can have happened then; one that lasts counts where it begins. "
            "Select a bar to see its days, or narrow the choice, and the marks come back."
        )
    else:
        key.timeline(viewport.look(), rows)


def note_if_hidden(story: Story, rows: pd.DataFrame) -> None:
    """Say so if the address names an event that is not shown, and why."""
    event_id = st.session_state.get("event")
    if not event_id or event_id in set(rows["event_id"]):
        return
    if event_id in set(story.events["event_id"]):
        heading.note("The event in the address is hidden by the filters; clear them to see it.")
    elif event_id in set(tables.story().events["event_id"]):
        heading.note("The event in the address was not known on that day; choose a later one.")
    else:
        heading.note("The event in the address is not in these tables; the rest is shown.")


def undated_list(story: Story, rows: pd.DataFrame) -> None:
    """Everything without a date, in a table of its own; a row can be chosen."""
    undated = rows[rows["is_undated"]]
    if undated.empty:
        return
    shown = undated.head(tables.MOST_SHOWN)
    ids = list(shown["event_id"])

    def take() -> None:
        picked = st.session_state["undated"].selection.rows
        if picked and picked[0] < len(ids):
            choose(ids[picked[0]])

    count = len(undated)
    first = f", the first {len(shown):,} of them" if len(shown) < count else ""
    with st.expander(
        f"{count:,} event{'' if count == 1 else 's'} to which the text gives no date{first}"
    ):
        st.dataframe(
            shown.assign(kind=shown["kind"].map(kind_name), why=undated_reasons(story, shown)),
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

"""The parts of the Troop estimates page that need more than a line."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dateline.charts.theme import Look
from dateline.ui import cards, heading, quotes
from dateline.views.choices import STATE_NAMES
from dateline.views.days import as_day, day_text
from dateline.views.quotes import quote_of_claim, quotes_of_event
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows


def subtitle(claims: pd.DataFrame) -> str:
    how = "Each mark is one public claim, not a count that anybody verified."
    first, last = as_day(claims["reported_day"].min()), as_day(claims["reported_day"].max())
    if first is None or last is None:
        return how
    days = day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"
    return f"Reports of {days}. {how} Select a mark, or use ← and →."


def labels(troops: pd.DataFrame, denials: pd.DataFrame, other: pd.DataFrame) -> dict[str, str]:
    """Everything that can be chosen, in words, by id: claims, denials, other quantities."""
    found = {}
    for row in troops.itertuples():
        state = STATE_WORDS.get(row.state, row.state)
        found[row.estimate_id] = f"{_day(row)}: {row.figure} troops, {state}, {row.claimant}"
    for row in denials.itertuples():
        found.setdefault(row.event_id, f"{_day(row)}: {row.denier} denies: {row.title}")
    for row in other.itertuples():
        found[row.estimate_id] = f"{_day(row)}: {row.figure} {row.unit}, {row.claimant}"
    return found


STATE_WORDS = {str(state): name.lower() for state, name in STATE_NAMES.items()}


def _day(row: Any) -> str:
    day = as_day(row.reported_day)
    return day_text(day) if day else ""


def say(shown: dict[str, str], chosen: str | None) -> str:
    return f"Selected {shown[chosen]}" if chosen else f"{len(shown)} claims and denials shown"


def detail(story: Story, chosen: str, selection: Selection, look: Look) -> None:
    """The card of a claim, or of the event that a denial tells, with its sentences."""
    about, said = st.columns(2, gap="large")
    is_claim = chosen in set(story.estimates["estimate_id"])
    with about:
        if is_claim:
            cards.claim(story, chosen)
        else:
            events = story.events[story.events["event_id"] == chosen]
            cards.event(story, timeline_rows(story, events).iloc[0].to_dict(), look)
    with said:
        found = quote_of_claim if is_claim else quotes_of_event
        quotes.listed(found(story, chosen, selection.words))


def other_quantities(other: pd.DataFrame) -> None:
    """What is no number of troops, in a table by unit; a row can be chosen."""
    if other.empty:
        return
    heading.section("Other quantities, which are not on the axis of troops")
    st.dataframe(
        other.assign(state=other["state"].map(STATE_WORDS)),
        hide_index=True,
        column_order=[name for name in other.columns if name != "estimate_id"],
        column_config={
            "unit": st.column_config.TextColumn("Unit"),
            "figure": st.column_config.TextColumn("Quantity"),
            "phrase": st.column_config.TextColumn("In the words", width="medium"),
            "state": st.column_config.TextColumn("What is said of them"),
            "stance": st.column_config.TextColumn("Stance"),
            "claimant": st.column_config.TextColumn("Claimed by"),
            "reported_day": st.column_config.DateColumn("Reported", format="YYYY-MM-DD"),
            "publisher": st.column_config.TextColumn("Publisher"),
        },
        key="other-quantities",
        on_select=_picked(other),
        selection_mode="single-row",
        height="content",
        alt=f"{len(other)} quantities by unit",
    )


def _picked(other: pd.DataFrame) -> Callable[[], None]:
    ids = list(other["estimate_id"])

    def take() -> None:
        rows = st.session_state["other-quantities"].selection.rows
        if rows and rows[0] < len(ids):
            st.session_state["claim"] = ids[rows[0]]

    return take


def footer(troops: pd.DataFrame, other: pd.DataFrame) -> None:
    lost = int((other["figure"] == "no number").sum()) if len(other) else 0
    unread = f" {lost} claims give no number and stand in the table." if lost else ""
    heading.note(
        "Source: the articles listed under Sources, by day of publication. Claims of one day are "
        "set side by side in its column; the place within the column carries no meaning. ≥ at "
        "least, ≤ at most, ≈ about, + in addition to something already counted. The shaded step "
        "is the highest number claimed so far for troops said to be deployed, whoever claimed "
        f"it.{unread}"
    )

"""As known on: the day whose story is shown, and what became known since another.

The day lives under a plain key and is empty where nothing is hidden, so that a link without it
always opens the latest state. The slider mirrors it.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence

import pandas as pd
import streamlit as st

from dateline.ui import heading, opened, tables
from dateline.views.changes import CHANGE_NAMES, Change
from dateline.views.days import day_text
from dateline.views.story import Story

DAY, SINCE = "asof", "since"
SLIDER = "asof-slider"


def story() -> Story:
    """The story as known on the chosen day, or all of it."""
    _snap()
    return tables.story(st.session_state.get(DAY))


def _snap() -> None:
    """Bring the chosen day to the last day of reports that is not after it, the latest to none."""
    days = tables.choices().report_days
    chosen = st.session_state.get(DAY)
    if isinstance(chosen, dt.date) and days:
        found = max((day for day in days if day <= chosen), default=days[0])
        st.session_state[DAY] = None if found == days[-1] else found


def titled(text: str, shown: Story, subtitle: str) -> None:
    """What is seen and as known on which day, with the slider beside it."""
    said, asked = st.columns([3.6, 1], vertical_alignment="center")
    with said:
        heading.title(text, _words(shown) + subtitle)
    with asked:
        _slider()


def _slider() -> None:
    """The day to choose, among those on which something was published."""
    days = tables.choices().report_days
    if len(days) < 2:
        return
    st.session_state[SLIDER] = st.session_state.get(DAY) or days[-1]
    st.select_slider(
        "As known on",
        days,
        format_func=lambda day: f"As known on {day_text(day)}",
        key=SLIDER,
        on_change=_moved,
        label_visibility="collapsed",
    )


def _moved() -> None:
    day = st.session_state[SLIDER]
    st.session_state[DAY] = None if day == tables.choices().report_days[-1] else day


def _words(story_shown: Story) -> str:
    """What the chosen day hides, for the subtitle; empty where it hides nothing."""
    day = st.session_state.get(DAY)
    if day is None:
        return ""
    shown, there = len(story_shown.articles), len(tables.story().articles)
    return f"From {shown} of {there} articles. "


def changed(
    what: str,
    compare: Callable[[dt.date], pd.DataFrame],
    choose: Callable[[str], None],
    *choice: Hashable,
) -> None:
    """What became known since an earlier day; a row can be chosen.

    *compare* gives the changes since a day (columns item_id, title, change, before, now) and
    follows from *choice*; *what* is how the items are called.
    """
    days = tables.choices().report_days
    current = st.session_state.get(DAY) or (days[-1] if days else None)
    earlier = [day for day in days if current is not None and day < current]
    if not earlier:
        return
    asked = _since(earlier)
    since = max((day for day in earlier if day <= asked), default=earlier[0])

    def ask() -> tuple[pd.DataFrame, str]:
        rows = compare(since).reset_index(drop=True)
        return rows, _tally(rows)

    rows, tally = tables.table_once(f"changed {what}", ask, *choice, since)
    with opened.line(f"What changed since {day_text(since)}: {tally}", "changed") as more:
        if not more.open:
            return
        st.selectbox(
            "Since", earlier, index=earlier.index(since), format_func=day_text,
            key=f"since-{current}-{since}", on_change=_since_chosen, args=(current, since),
            width=220,
        )  # fmt: skip
        if not rows.empty:
            _listed(rows, what, choose)


def _since(earlier: Sequence[dt.date]) -> dt.date:
    chosen = st.session_state.get(SINCE)
    return chosen if isinstance(chosen, dt.date) else earlier[-1]


def _since_chosen(current: dt.date, since: dt.date) -> None:
    st.session_state[SINCE] = st.session_state[f"since-{current}-{since}"]


def _tally(rows: pd.DataFrame) -> str:
    """How many changes of each sort, in words: 3 new, 1 confirmed."""
    counts = rows["change"].value_counts()
    said = [f"{counts[str(c)]} {CHANGE_NAMES[c].lower()}" for c in Change if str(c) in counts]
    return ", ".join(said) or "nothing"


def _listed(rows: pd.DataFrame, what: str, choose: Callable[[str], None]) -> None:
    def take() -> None:
        picked = st.session_state["changes"].selection.rows
        if picked and picked[0] < len(rows):
            choose(rows.loc[picked[0], "item_id"])

    names = {str(change): name for change, name in CHANGE_NAMES.items()}
    shown = rows.head(tables.MOST_SHOWN)
    st.dataframe(
        shown.assign(change=shown["change"].map(names)),
        hide_index=True,
        column_order=["change", "title", "before", "now"],
        column_config={
            "change": st.column_config.TextColumn("Change", width="small"),
            "title": st.column_config.TextColumn(what.capitalize(), width="large"),
            "before": st.column_config.TextColumn("Before"),
            "now": st.column_config.TextColumn("Now"),
        },
        on_select=take,
        selection_mode="single-row",
        height="content" if len(rows) < tables.TALLEST else 420,
        key="changes",
        alt=f"The first {len(shown)} of {len(rows)} changes",
    )

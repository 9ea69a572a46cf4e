"""A stretch of days picked with two sliders, by keyboard or finger: the one in the address.

The sliders stop only on days of which something is told, so that years of quiet take no room.
"""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from dateline.ui import url
from dateline.views.days import day_text


def sliders(days: Sequence[dt.date]) -> None:
    """A first and a last day among *days*, which are in order; all of them stand for no choice."""
    if len(days) < 2:
        return
    first = _nearest(days, st.session_state.get("from"), days[0], after=True)
    last = max(first, _nearest(days, st.session_state.get("to"), days[-1], after=False))
    with st.container(
        horizontal=True, vertical_alignment="center", gap="medium", key="stretch-row"
    ):
        _slider("First day shown", "from", first, days, usual=days[0])
        _slider("Last day shown", "to", last, days, usual=days[-1])
        if st.session_state.get("from") or st.session_state.get("to"):
            st.button("Whole period", on_click=url.clear, args=("from", "to"), key="whole-period")


def _slider(
    title: str, field: str, current: dt.date, days: Sequence[dt.date], usual: dt.date
) -> None:
    """One end. A fixed key keeps the focus where it is while arrow keys move the day."""
    key = f"stretch-{field}"
    st.session_state[key] = current

    def moved() -> None:
        day = st.session_state[key]
        st.session_state[field] = None if day == usual else day

    st.select_slider(title, days, format_func=day_text, key=key, on_change=moved, width=420)


def _nearest(days: Sequence[dt.date], chosen: object, other: dt.date, after: bool) -> dt.date:
    """The first of *days* on or after the chosen one, or the last on or before it."""
    if not isinstance(chosen, dt.date):
        return other
    if after:
        return next((day for day in days if day >= chosen), days[-1])
    return next((day for day in reversed(days) if day <= chosen), days[0])

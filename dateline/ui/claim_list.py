"""A list of claims in a table, of which a row can be chosen."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dateline.ui import tables
from dateline.views.remarks import STATE_WORDS


def table(rows: pd.DataFrame, key: str, choose: Callable[[str], None]) -> None:
    """Rows of `views.claim_rows` in words; *choose* gets the id of the one that is clicked."""
    shown = rows.head(tables.MOST_SHOWN).reset_index(drop=True)
    ids = list(shown["estimate_id"])

    def take() -> None:
        picked = st.session_state[key].selection.rows
        if picked and picked[0] < len(ids):
            choose(ids[picked[0]])

    st.dataframe(
        shown.assign(state=shown["state"].map(STATE_WORDS)),
        hide_index=True,
        column_order=[
            "figure", "unit", "phrase", "state", "stance", "claimant", "relay", "reported_day",
            "publisher",
        ],
        column_config={
            "figure": st.column_config.TextColumn("Quantity"),
            "unit": st.column_config.TextColumn("Unit"),
            "phrase": st.column_config.TextColumn("In the words", width="medium"),
            "state": st.column_config.TextColumn("What is said of them"),
            "stance": st.column_config.TextColumn("Stance"),
            "claimant": st.column_config.TextColumn("Claimed by"),
            "relay": st.column_config.TextColumn("Passed on by"),
            "reported_day": st.column_config.DateColumn("Reported", format="YYYY-MM-DD"),
            "publisher": st.column_config.TextColumn("Publisher"),
        },
        key=key,
        on_select=take,
        selection_mode="single-row",
        height="content" if len(shown) < tables.TALLEST else 420,
        alt=f"{len(rows)} claims",
    )  # fmt: skip

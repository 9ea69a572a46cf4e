"""The parts of the Data page that need more than a line."""

import pandas as pd
import streamlit as st

from dateline.datapackage import TABLE_MEANINGS
from dateline.schema import Table
from dateline.ui import heading, tables
from dateline.ui.filters import Counted
from dateline.views.selection import SPOKEN, Selection

ORDER = ("events", "mentions", "estimates", "articles", "actors", "findings", "problems")


def chosen_table() -> str:
    if st.session_state.get("table") not in ORDER:
        st.session_state["table"] = ORDER[0]
    chosen = st.segmented_control(
        "Table",
        list(ORDER),
        format_func=str.capitalize,
        key="table",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(chosen or ORDER[0])


def counted(name: str) -> Counted:
    """What the numbers beside the choices count for a table: its rows, or nothing."""
    of_table: dict[str, Counted] = {"events": tables.event_counts, "estimates": tables.claim_counts}
    return of_table.get(name, lambda _selection, _names: {})


def count(rows: pd.DataFrame, everything: pd.DataFrame, selection: Selection) -> None:
    """How many rows there are of how many, and which days were chosen, where it is not plain."""
    first = f", the first {tables.MOST_SHOWN:,} shown here" if len(rows) > tables.MOST_SHOWN else ""
    spoken = selection.by == SPOKEN and selection.has_days
    by = ", by the days that they speak of" if spoken else ""
    st.markdown(f"{len(rows)} of {len(everything)} rows{by}{first}")


def meanings(table: type[Table]) -> None:
    """What the table is and what each column means."""
    name = table.table_name()
    heading.note(f"{TABLE_MEANINGS[name]} Point at a column's head for its meaning, or read on.")
    with st.expander("What the columns mean"):
        st.dataframe(
            tables.column_meanings(table),
            hide_index=True,
            height="content",
            column_config={
                "column": st.column_config.TextColumn("Column", width="small"),
                "meaning": st.column_config.TextColumn("Meaning", width="large"),
            },
            key=f"meanings-{name}",
            alt=f"Columns of {name} and what they mean",
        )

"""One download button for every table, so that all files look alike."""

import pandas as pd
import streamlit as st

from dateline import store
from dateline.schema import Table


def csv_button(frame: pd.DataFrame, table: type[Table]) -> None:
    """The rows just as shown, written as the files in data/ are."""
    name = table.table_name()
    count = len(frame)
    st.download_button(
        f"Download {count} {name if count != 1 else name.removesuffix('s')} (CSV)",
        store.to_csv(frame, table).encode("utf-8"),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}",
        icon=":material/download:",
    )

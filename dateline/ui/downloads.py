"""What is shown, taken away: a button for the table, and a choice of formats behind another."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dateline import store
from dateline.export.formats import FORMATS, Format
from dateline.export.view import declared, shown, written
from dateline.schema import Events, Table
from dateline.ui import heading, tables
from dateline.views.selection import Selection

EVENTS_ONLY = "For other tools, events alone: what has no date has no place there and is left out."


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


def formats(name: str, selection: Selection, query: str) -> None:
    """Every format for the rows of a table under *selection*, made when it is asked for."""
    table = declared(name)
    with st.popover("Export", icon=":material/download:"):
        for key, form in FORMATS.items():
            if not form.of_events:
                _button(name, key, form, _content(form, table, selection, query))
        if table is Events:
            heading.note(EVENTS_ONLY)
            for key, form in FORMATS.items():
                if form.of_events:
                    _button(name, key, form, _content(form, table, selection, query))


def _content(
    form: Format, table: type[Table], selection: Selection, query: str
) -> Callable[[], bytes]:
    """Makes the file when the browser fetches it, so that no page waits for it."""

    def make() -> bytes:
        story = tables.story()
        rows = shown(story, tables.version(), table, selection, query)
        return written(rows, story, form).content

    return make


def _button(name: str, key: str, form: Format, content: Callable[[], bytes]) -> None:
    st.download_button(
        form.title,
        content,
        file_name=f"{name}.{form.ending}",
        mime=form.media_type,
        on_click="ignore",
        key=f"export-{name}-{key}",
        type="tertiary",
    )

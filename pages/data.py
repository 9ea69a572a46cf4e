"""Data: every table, filtered, with its columns explained, to read and to take away."""

import streamlit as st

from dateline.ui import data_page, downloads, filters, known, notices, shell, tables
from dateline.views.tables import FILTERS, select_table

if shell.is_inside():
    story = known.story()
    known.titled(
        "The tables behind the charts", story, "Days are ISO 8601; the download is what you see."
    )
    name = data_page.chosen_table()
    table = tables.declared(name)
    selection = filters.row(tables.choices(), FILTERS[name], "data", data_page.counted(name))
    rows = select_table(story, name, selection)
    if rows.empty:
        notices.nothing("row", selection)
    else:
        with st.container(horizontal=True, vertical_alignment="center"):
            downloads.csv_buttons(name, len(rows))
            downloads.exports("data", name)
            data_page.count(rows, story.table(name), selection)
        tables.show(rows, table, f"table-{name}")
    data_page.meanings(table)

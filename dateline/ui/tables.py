"""The tables for the pages: loaded once per build of data/, shown with what each column means."""

import os
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa
import streamlit as st

from dateline import store
from dateline.schema import TABLES, Day, Table
from dateline.views.choices import choices as choices_of
from dateline.views.selection import Choices
from dateline.views.story import Story

ROOT = Path(__file__).parents[2]
DATA_VARIABLE = "DATELINE_DATA"
TALLEST = 15  # rows up to which a table is shown in full


def directory() -> Path:
    """Where the tables are: the folder the environment names, else data/ beside the dashboard."""
    return Path(os.environ.get(DATA_VARIABLE) or ROOT / "data")


def version() -> str:
    """What every cache of anything read from the tables is keyed by."""
    return store.version(directory())


def story() -> Story:
    """The tables, or a `DataError` that says who can mend them."""
    return _load(directory(), version()).story


def choices() -> Choices:
    """What there is to choose from in them."""
    return _load(directory(), version()).choices


def text(article_id: str) -> str:
    """An article's text as stored: what the offsets count in."""
    return _load(directory(), version()).texts.get(article_id, "")


class _Loaded:
    """One build in memory, shared by every session: nobody writes into it."""

    def __init__(self, snapshot: store.Snapshot) -> None:
        frames = {table.table_name(): frame for table, frame in snapshot.tables.items()}
        self.story = Story(**frames)
        self.texts = dict(snapshot.texts)
        self.choices = choices_of(self.story)


@st.cache_resource(show_spinner="Reading the tables…", max_entries=2)
def _load(folder: Path, built: str) -> _Loaded:
    """*built* is not used: it makes a rebuilt folder another entry of the cache."""
    return _Loaded(store.read_all(folder))


def declared(name: str) -> type[Table]:
    return next(table for table in TABLES if table.table_name() == name)


def show(frame: pd.DataFrame, table: type[Table], key: str) -> None:
    """Show a declared table; what the schema says of a column becomes its tooltip."""
    st.dataframe(
        frame,
        hide_index=True,
        column_order=list(table.columns()),
        column_config={name: _column(column) for name, column in table.columns().items()},
        height="content" if len(frame) < TALLEST else 560,
        placeholder="",
        key=key,
        alt=f"Table {table.table_name()} with {len(frame)} rows. The download holds the same rows.",
    )


def _column(column: pa.Column) -> Any:
    if isinstance(column.dtype, Day):
        return st.column_config.DateColumn(help=column.description, format="YYYY-MM-DD")
    return st.column_config.Column(help=column.description)


def column_meanings(table: type[Table]) -> pd.DataFrame:
    """Every column of a table and what it means, to be read on the page itself."""
    columns = table.columns()
    return pd.DataFrame(
        {"column": list(columns), "meaning": [str(c.description) for c in columns.values()]}
    )

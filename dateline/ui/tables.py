"""The tables for the pages: loaded once per build of data/, shown with what each column means."""

import datetime as dt
import os
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import pandera.pandas as pa
import streamlit as st

from dateline import store
from dateline.schema import TABLES, Day, Table
from dateline.ui.shared import but_last, shared
from dateline.views import facets
from dateline.views.changes import changes as changes_between
from dateline.views.choices import choices as choices_of
from dateline.views.facets import Counts
from dateline.views.known import as_known_on
from dateline.views.listing import Listing
from dateline.views.listing import listing as listed
from dateline.views.method import correction_rows
from dateline.views.selection import Choices, Selection
from dateline.views.story import Story, without_hidden

Made = TypeVar("Made")
Choice = tuple[Hashable, ...]
Maker = Callable[[], Any]
ROOT = Path(__file__).parents[2]
DATA_VARIABLE = "DATELINE_DATA"
TALLEST = 15  # rows up to which a table is shown in full
MOST_SHOWN = 1000  # rows that a table sends to the browser; downloads hold them all


def directory() -> Path:
    """Where the tables are: the folder the environment names, else data/ beside the dashboard."""
    return Path(os.environ.get(DATA_VARIABLE) or ROOT / "data")


def version() -> str:
    """What every cache of anything read from the tables is keyed by."""
    folder = directory()
    return _version(folder, store.stamp(folder))


def story(known_on: dt.date | None = None) -> Story:
    """The tables as known on a day, or all of them; a `DataError` says who can mend them."""
    whole = _load(directory(), version()).story
    return whole if known_on is None else _known(version(), known_on, whole)


def changes(since: dt.date, known_on: dt.date | None) -> pd.DataFrame:
    """What became known after *since*, up to *known_on* or the latest report."""
    return _changes(version(), since, known_on)


def listing(selection: Selection) -> Listing:
    """The events that match every choice, in order."""
    return _listing(version(), selection)


class Worded:
    """A listing whose words for a stretch are found once for all (`ui.picker.Items`)."""

    def __init__(self, found: Listing, selection: Selection) -> None:
        self._found, self._selection = found, selection

    def __len__(self) -> int:
        return len(self._found)

    def place(self, event_id: str) -> int | None:
        return self._found.place(event_id)

    def item(self, number: int) -> str:
        return self._found.item(number)

    def words(self, start: int, stop: int) -> Mapping[str, str]:
        def make() -> Mapping[str, str]:
            return self._found.words(start, stop)

        return once("words", make, self._selection, start, stop)


def once(what: str, make: Callable[[], Made], *choice: Hashable) -> Made:
    """What *make* works out for a *choice*, once for everybody who looks at these tables.

    They may be as known on a day. All share the same thing, so nobody writes into it.
    """
    made: Made = _once(version(), st.session_state.get("asof"), what, choice, make)
    return made


def table_once(what: str, make: Callable[[], Made], *choice: Hashable) -> Made:
    """`once` for what is as large as a table: few of them are kept."""
    made: Made = _table_once(version(), st.session_state.get("asof"), what, choice, make)
    return made


def event_counts(selection: Selection, names: tuple[str, ...]) -> Counts:
    """How many events each choice would show, beside what else is chosen."""
    return _event_counts(version(), selection, names)


def claim_counts(selection: Selection, names: tuple[str, ...]) -> Counts:
    """How many claims each choice would show, beside what else is chosen."""
    return _claim_counts(version(), selection, names)


def choices() -> Choices:
    """What there is to choose from in them."""
    return _load(directory(), version()).choices


def corrections() -> pd.DataFrame:
    """The events that a person corrected or hid; see `views.method.correction_rows`."""
    return _load(directory(), version()).corrections


def text(article_id: str) -> str:
    """An article's text as stored: what the offsets count in."""
    return _load(directory(), version()).texts.get(article_id, "")


@shared(2)
def _version(folder: Path, stamp: tuple[int, int, int]) -> str:
    """*stamp* is not used: it makes a rebuilt folder another entry."""
    return store.version(folder)


class _Loaded:
    """One build in memory, shared by every session: nobody writes into it."""

    def __init__(self, snapshot: store.Snapshot) -> None:
        frames = {table.table_name(): frame for table, frame in snapshot.tables.items()}
        self.corrections = correction_rows(frames["events"])
        self.story = without_hidden(Story(**frames))
        self.texts = dict(snapshot.texts)
        self.choices = choices_of(self.story)


@shared(2)
def _load(folder: Path, built: str) -> _Loaded:
    """*built* is not used: it makes a rebuilt folder another entry."""
    with st.spinner("Reading the tables…"):
        return _Loaded(store.read_all(folder))


# What follows from a build and a choice is worked out once for all sessions: *built* makes a
# rebuilt folder another entry.


@shared(32, keyed=lambda built, day, whole: (built, day))
def _known(built: str, day: dt.date, whole: Story) -> Story:
    return as_known_on(whole, day)


@shared(64)
def _changes(built: str, since: dt.date, known_on: dt.date | None) -> pd.DataFrame:
    return changes_between(story(since), story(known_on))


@shared(64)
def _listing(built: str, selection: Selection) -> Listing:
    return listed(story(selection.known_on), selection)


@shared(2048, keyed=but_last)
def _once(built: str, day: dt.date | None, what: str, choice: Choice, make: Maker) -> Any:
    return make()


@shared(64, keyed=but_last)
def _table_once(built: str, day: dt.date | None, what: str, choice: Choice, make: Maker) -> Any:
    return make()


@shared(256)
def _event_counts(built: str, selection: Selection, names: tuple[str, ...]) -> Counts:
    return facets.event_counts(story(selection.known_on), selection, names)


@shared(256)
def _claim_counts(built: str, selection: Selection, names: tuple[str, ...]) -> Counts:
    return facets.claim_counts(story(selection.known_on), selection, names)


def declared(name: str) -> type[Table]:
    return next(table for table in TABLES if table.table_name() == name)


def show(frame: pd.DataFrame, table: type[Table], key: str) -> None:
    """Show a declared table; what the schema says of a column becomes its tooltip."""
    st.dataframe(
        frame.head(MOST_SHOWN),
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

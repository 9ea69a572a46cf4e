"""What a page says when there is nothing to show, or something is wrong with the tables."""

import streamlit as st

from dateline import fingerprint, seeds, store
from dateline.errors import DatelineError
from dateline.ui import heading, tables
from dateline.ui.markup import plain
from dateline.views.selection import Selection

BUILD = "`python -m dateline build`"


def broken(error: DatelineError) -> None:
    """The tables cannot be read: say what is wrong and who can mend it."""
    st.error(
        f"The tables cannot be shown. {plain(str(error))}\n\n"
        f"Whoever runs this dashboard mends it with {BUILD} in the project's folder; then reload.",
        icon=":material/build:",
    )


def nothing(what: str, selection: Selection, extra: str = "") -> None:
    """No row is left: say which choices could be widened."""
    active = selection.active()
    if active:
        st.info(f"No {what} matches. Widen {_either(active)}, or clear all filters.{extra}")
    else:
        st.info(f"There is no {what} in the tables.{extra}")


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def stale() -> None:
    """A quiet line when the seeds or the code changed since the tables were built."""
    changed = _changed(tables.directory(), tables.version())
    if changed:
        heading.note(
            f"{changed} changed since these tables were built; “python -m dateline build” brings "
            "them up to date."
        )


@st.cache_data(show_spinner=False, ttl=60, max_entries=4)
def _changed(folder: object, built: str) -> str:
    """What changed, in words; empty where nothing did or nobody can tell.

    Looked up once a minute at most. Tables built elsewhere, from seeds that are not here, are not
    called stale.
    """
    if folder != tables.ROOT / "data":
        return ""
    origin = store.origin(tables.directory())
    parts = []
    try:
        places = seeds.Places.under(tables.ROOT / "seeds")
        digest = seeds.digest(places, seeds.read_published([]))
    except DatelineError:
        digest = origin.seeds
    if origin.seeds and digest != origin.seeds:
        parts.append("The articles or names in seeds/")
    if origin.code and fingerprint.of_code() != origin.code:
        parts.append("the program" if parts else "The program")
    return " and ".join(parts)

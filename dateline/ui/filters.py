"""The reader's choices: widgets in one row in, a `Selection` out. The address holds them."""

import datetime as dt
from collections.abc import Callable, Iterable

import streamlit as st

from dateline.charts.theme import GLYPHS, claimant_family
from dateline.ui import url
from dateline.ui.markup import plain
from dateline.views.families import Family
from dateline.views.selection import Choices, Selection

# The fields of the address behind each choice of a `Selection`.
FIELDS = {
    "families": ("family",),
    "kinds": ("kind",),
    "actors": ("actor",),
    "publishers": ("publisher",),
    "stances": ("stance",),
    "claimants": ("claimant",),
    "states": ("state",),
    "days": ("from", "to"),
    "query": ("q",),
}
STATE_GLYPHS = {"deployed": "●", "preparing": "○", "planned": "△", "other": "◆"}


def row(choices: Choices, offered: Iterable[str], key: str) -> Selection:
    """Show the choices *offered* and return what is chosen among them.

    What colours the marks stands in the open, as pills that are the legend too; the rest waits
    behind a button that says how many of them are in use.
    """
    names = tuple(offered)
    _keep_known(choices)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"filters-{key}"
    ):
        if "query" in names:
            _text()
        if "families" in names:
            _pills("Kind of event", "family", choices.families, _family_label)
        if "claimants" in names:
            ranks = {name: rank for rank, name in enumerate(choices.claimants)}
            _pills("Claimant", "claimant", choices.claimants, lambda v, n: _claimant(ranks[v], n))
        hidden = [n for n in names if n not in ("query", "families", "claimants")]
        _more(choices, hidden)
        used = [f for name in names for f in FIELDS[name] if st.session_state.get(f)]
        if used:
            st.button(
                "Clear all", on_click=url.clear, args=used, key=f"clear-{key}", type="tertiary",
                icon=":material/close:",
            )  # fmt: skip
    return selection(names)


def selection(names: Iterable[str]) -> Selection:
    """What is chosen among *names*."""
    fields = {field for name in names for field in FIELDS[name]}
    chosen = {field: st.session_state.get(field) for field in fields}
    return Selection(
        first=_day(chosen.get("from")),
        last=_day(chosen.get("to")),
        families=tuple(chosen.get("family") or ()),
        kinds=tuple(chosen.get("kind") or ()),
        actors=tuple(chosen.get("actor") or ()),
        publishers=tuple(chosen.get("publisher") or ()),
        stances=tuple(chosen.get("stance") or ()),
        claimants=tuple(chosen.get("claimant") or ()),
        states=tuple(chosen.get("state") or ()),
        query=chosen.get("q") or "",
    )


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _keep_known(choices: Choices) -> None:
    """Drop what an address asks for and the story does not have; a widget would refuse it."""
    known = {
        "family": choices.families,
        "kind": choices.kinds,
        "actor": choices.actors,
        "publisher": choices.publishers,
        "stance": choices.stances,
        "claimant": choices.claimants,
        "state": choices.states,
    }
    for field, options in known.items():
        chosen = st.session_state.get(field)
        if chosen and any(value not in options for value in chosen):
            st.session_state[field] = [value for value in chosen if value in options]
    first, last = st.session_state.get("from"), st.session_state.get("to")
    if first and last and last < first:
        st.session_state["from"], st.session_state["to"] = last, first


def _text() -> None:
    st.text_input(
        "Search titles and quotes",
        key="q",
        placeholder="Search titles and quotes",
        label_visibility="collapsed",
        icon=":material/search:",
        max_chars=url.LONGEST,
        width=230,
        persist_state="session",
    )


def _pills(
    label: str, field: str, options: dict[str, str], shown: Callable[[str, str], str]
) -> None:
    st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=lambda value: shown(value, options[value]),
        key=field,
        label_visibility="collapsed",
        persist_state="session",
    )


def _family_label(value: str, name: str) -> str:
    glyph, colour = GLYPHS[Family(value)]
    return f":{colour}[{glyph}] {plain(name)}" if colour else f"{glyph} {plain(name)}"


def _claimant(rank: int, name: str) -> str:
    colour = GLYPHS[claimant_family(rank)][1]
    return f":{colour}[■] {plain(name)}"


def _more(choices: Choices, names: list[str]) -> None:
    """The choices that wait behind a button."""
    if not names:
        return
    used = sum(any(st.session_state.get(f) for f in FIELDS[name]) for name in names)
    label = f"More filters ({used})" if used else "More filters"
    with st.popover(label, icon=":material/tune:"):
        if "days" in names:
            _days(choices)
        for name, title, options in (
            ("actors", "Actors (a state brings its people and bodies)", choices.actors),
            ("publishers", "Publishers", choices.publishers),
            ("states", "State of the counted", choices.states),
            ("kinds", "Exact kinds", choices.kinds),
            ("stances", "Stance of a sentence", choices.stances),
        ):
            if name in names:
                _multiselect(title, FIELDS[name][0], options)


def _days(choices: Choices) -> None:
    with st.container(horizontal=True, gap="small"):
        for field, title in (("from", "From"), ("to", "To")):
            st.date_input(
                title,
                value=None,
                min_value=dt.date(1000, 1, 1),
                max_value=dt.date(2999, 12, 31),
                key=field,
                format="YYYY-MM-DD",
                width=150,
                persist_state="session",
            )


def _multiselect(title: str, field: str, options: dict[str, str]) -> None:
    st.multiselect(
        title,
        list(options),
        format_func=lambda value: options.get(value, value),
        key=field,
        placeholder="All",
        persist_state="session",
    )

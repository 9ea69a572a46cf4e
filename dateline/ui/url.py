"""What is chosen, kept in the address: a pasted link opens the same view, also on a cold server.

Streamlit's own binding writes the words of a choice into the address, which break when a label is
reworded; here it holds slugs. Choices live under their own names in the session, the address is
read when it says something new, and written at the end of every run.
"""

import datetime as dt
from collections.abc import Mapping
from enum import Enum

import streamlit as st

Params = dict[str, list[str]]


class Form(Enum):
    """How a choice stands in the address."""

    MANY = "many"
    ONE = "one"
    DAY = "day"
    TEXT = "text"
    NUMBER = "number"


FIELDS: dict[str, Form] = {
    "from": Form.DAY,
    "to": Form.DAY,
    "family": Form.MANY,
    "kind": Form.MANY,
    "actor": Form.MANY,
    "target": Form.MANY,
    "place": Form.MANY,
    "status": Form.MANY,
    "publisher": Form.MANY,
    "least": Form.NUMBER,
    "stance": Form.MANY,
    "claimant": Form.MANY,
    "state": Form.MANY,
    "q": Form.TEXT,
    "lanes": Form.ONE,
    "order": Form.ONE,
    "top": Form.MANY,
    "asof": Form.DAY,
    "since": Form.DAY,
    "event": Form.ONE,
    "claim": Form.ONE,
    "article": Form.ONE,
    "at": Form.ONE,
    "table": Form.ONE,
}
COMMON = ("from", "to", "actor", "publisher", "stance", "q", "asof")
OF_EVENTS = (*COMMON, "family", "kind", "target", "place", "status", "least")
PAGE_FIELDS: dict[str, tuple[str, ...]] = {
    "timeline": (*OF_EVENTS, "lanes", "order", "top", "since", "event"),
    "estimates": (*COMMON, "claimant", "state", "since", "claim"),
    "sources": ("article", "at"),
    "data": (*OF_EVENTS, "claimant", "state", "table"),
    "method": (),
}
LONGEST = 200
MOST_VALUES = 60

_SEEN, _WRITTEN = "_page_seen", "_address_written"


def decode(params: Mapping[str, list[str]], page: str) -> dict[str, object]:
    """The choices in an address; what cannot be read as declared is left out."""
    found: dict[str, object] = {}
    for name in PAGE_FIELDS[page]:
        values = [value[:LONGEST] for value in params.get(name, [])[:MOST_VALUES] if value]
        if not values:
            continue
        match FIELDS[name]:
            case Form.MANY:
                found[name] = list(dict.fromkeys(values))
            case Form.DAY:
                if (day := _day(values[0])) is not None:
                    found[name] = day
            case Form.NUMBER:
                if values[0].isdecimal() and values[0].isascii() and len(values[0]) < 10:
                    found[name] = int(values[0])
            case Form.ONE | Form.TEXT:
                found[name] = values[0]
    return found


def encode(state: Mapping[str, object], page: str) -> Params:
    """The address of a view: only what is chosen, in a fixed order."""
    found: Params = {}
    for name in PAGE_FIELDS[page]:
        value = state.get(name)
        if not value:
            continue
        if isinstance(value, list | tuple):
            found[name] = [str(part) for part in value]
        elif isinstance(value, dt.date):
            found[name] = [value.isoformat()]
        else:
            found[name] = [str(value)]
    return found


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def read(page: str) -> None:
    """Take over what the address says, where a person and not this module wrote it.

    On the first run, and when a link led to another page with choices of its own, everything that
    the page can hold comes from the address. Later an address other than the one we wrote last is
    either the back button, or the word of a browser that has not caught up. They look the same
    but for this: a browser that lags speaks because something was chosen, so the choices differ
    from what we wrote; the back button chooses nothing.
    """
    for name in FIELDS:
        # Streamlit drops the value of a widget that the new page does not show; said again, it
        # is ours and stays, so that filters follow from page to page.
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    is_new_page = st.session_state.get(_SEEN) != page
    is_first = _SEEN not in st.session_state
    st.session_state[_SEEN] = page
    written = st.session_state.get(_WRITTEN)
    chosen_now = encode({name: st.session_state.get(name) for name in FIELDS}, page)
    went_back = (page, _ours(params, page)) != written and (page, chosen_now) == written
    if not is_first and not (bool(params) if is_new_page else went_back):
        return
    chosen = decode(params, page)
    for name in PAGE_FIELDS[page]:
        if name in chosen or name in st.session_state:
            st.session_state[name] = chosen.get(name, _nothing(name))


def write(page: str) -> None:
    """Make the address say what is chosen; nothing is sent when it does already."""
    wanted = encode({name: st.session_state.get(name) for name in FIELDS}, page)
    st.session_state[_WRITTEN] = (page, wanted)
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wanted != _ours(present, page) or len(_ours(present, page)) != len(present):
        st.query_params.from_dict(wanted)


def _ours(params: Params, page: str) -> Params:
    return {name: params[name] for name in PAGE_FIELDS[page] if name in params}


def clear(*names: str) -> None:
    """Take choices back."""
    for name in names:
        st.session_state[name] = _nothing(name)


def _nothing(name: str) -> object:
    """How a choice looks that is not made."""
    match FIELDS[name]:
        case Form.MANY:
            return []
        case Form.TEXT:
            return ""
        case _:
            return None

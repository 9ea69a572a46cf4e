"""What is chosen, kept in the address: a pasted link opens the same view, also on a cold server.

Streamlit's own binding writes the words of a choice into the address, which break when a label is
reworded; here it holds slugs. Choices live under their own names in the session, the address is
read when it says something new, and written at the end of every run.
"""

from urllib.parse import urlencode

import streamlit as st

from dateline.ui import unknown
from dateline.views.address import FIELDS, PAGE_FIELDS, Params, decode, encode, nothing, unreadable

_SEEN, _WRITTEN = "_page_seen", "_address_written"


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
    for name in unreadable(params, page):
        unknown.drop(name, params[name][:1])
    for name in PAGE_FIELDS[page]:
        if name in chosen or name in st.session_state:
            st.session_state[name] = chosen.get(name, nothing(name))


def write(page: str) -> None:
    """Make the address say what is chosen; nothing is sent when it does already."""
    wanted = encode({name: st.session_state.get(name) for name in FIELDS}, page)
    st.session_state[_WRITTEN] = (page, wanted)
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wanted != _ours(present, page) or len(_ours(present, page)) != len(present):
        st.query_params.from_dict(wanted)


def _ours(params: Params, page: str) -> Params:
    return {name: params[name] for name in PAGE_FIELDS[page] if name in params}


def query(page: str) -> str:
    """The query string of the view as it stands."""
    chosen = encode({name: st.session_state.get(name) for name in FIELDS}, page)
    return urlencode(chosen, doseq=True)


def params(page: str, **more: str) -> dict[str, list[str]]:
    """The parameters of a link to another page that keeps what is chosen and is shared with it."""
    chosen = {name: st.session_state.get(name) for name in FIELDS}
    return encode(chosen | more, page)


def clear(*names: str) -> None:
    """Take choices back."""
    for name in names:
        st.session_state[name] = nothing(name)

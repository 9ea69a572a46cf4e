"""A briefing step by step: each view with its name, its line and its place in the whole."""

import streamlit as st

from dateline.ui import collected, stage, tables
from dateline.views.address import PAGE_FIELDS, nothing
from dateline.views.briefing import OF_THE_MODE, PRESENTED, View
from dateline.views.presented import not_there

STEP = "step"
_SHOWN, _BEFORE = "_stage_view", "_choices_before"


def show() -> None:
    """The view whose turn it is."""
    collected.follow_address()
    views = collected.held().briefing.views
    if not views:
        stage.empty("This briefing has no view yet")
        return
    at = max(0, min(len(views) - 1, (st.session_state.get(STEP) or 1) - 1))
    view = views[at]
    _choose(at, view)
    gone = not_there(view.chosen, tables.choices())
    missing = (f"Not in these tables any more: {'; '.join(gone)}.",) if gone else ()
    place = f"View {at + 1} of {len(views)}"
    slide = stage.Slide(view.name, view.note, place, missing, lambda act: _step(len(views), act))
    stage.show(view.page, slide)


def _step(count: int, act: str) -> None:
    """Go to another view; it stops at the ends."""
    at = st.session_state.get(STEP) or 1
    to = {"first": 1, "last": count, "next": at + 1, "previous": at - 1}[act]
    to = max(1, min(count, to))
    st.session_state[STEP] = to if to > 1 else None


def _choose(at: int, view: View) -> None:
    """Make the choices of a view those of the session, once, so that they can be stepped through;
    what the presenter had chosen on the pages comes back when the briefing is over."""
    if st.session_state.get(_SHOWN) == (at, view.address):
        return
    if _BEFORE not in st.session_state:
        st.session_state[_BEFORE] = {
            name: st.session_state[name] for name in _fields() if name in st.session_state
        }
    chosen = view.chosen
    for name in _fields():
        st.session_state[name] = chosen.get(name, nothing(name))
    st.session_state[_SHOWN] = (at, view.address)


def put_back() -> None:
    """The choices as they were before the briefing was presented."""
    before = st.session_state.pop(_BEFORE, None)
    st.session_state.pop(_SHOWN, None)
    if before is not None:
        for name in _fields():
            st.session_state[name] = before.get(name, nothing(name))


def _fields() -> list[str]:
    of_views = [name for page in PRESENTED for name in PAGE_FIELDS[page]]
    return [name for name in dict.fromkeys(of_views) if name not in OF_THE_MODE]

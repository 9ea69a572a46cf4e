"""What is made only when the reader opens it: rows behind a line, choices behind a button.

Streamlit knows what is open by its words, and these say how many rows there are; so whether it is
open is kept under a key of our own, and a change of the words closes nothing.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st


def line(words: str, key: str) -> Any:
    """A line of *words* that opens into more; ask `open` of what comes back."""
    return _kept(st.expander, words, key)


def button(words: str, key: str, icon: str) -> Any:
    """A button with *words* that opens a panel; ask `open` of what comes back."""
    return _kept(st.popover, words, key, icon=icon)


def _kept(make: Callable[..., Any], words: str, key: str, **more: Any) -> Any:
    state = f"{key}-open"

    def moved() -> None:
        st.session_state[state] = st.session_state[key]

    st.session_state[key] = bool(st.session_state.get(state))
    return make(words, key=key, on_change=moved, **more)

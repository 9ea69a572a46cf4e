"""What an address asks for and the tables do not have: said, while the rest is shown.

It is dropped from what is chosen, because no widget would take it, so it is remembered here until
the reader chooses something else.
"""

import streamlit as st

from dateline.ui import heading
from dateline.views.selection import Selection

_DROPPED, _SEEN = "_address_dropped", "_address_dropped_under"
LONGEST = 60
MOST = 5


def drop(field: str, values: list[str]) -> None:
    """Remember what the address gave *field* and what it has not got."""
    dropped = st.session_state.setdefault(_DROPPED, [])
    dropped += [words for value in values if (words := _words(field, value)) not in dropped]
    st.session_state.pop(_SEEN, None)


def _words(field: str, value: str) -> str:
    return f"{field} “{value if len(value) <= LONGEST else value[: LONGEST - 1] + '…'}”"


def note(chosen: Selection) -> None:
    """Say what was dropped, until something else is chosen."""
    dropped = st.session_state.get(_DROPPED)
    if not dropped:
        return
    if st.session_state.setdefault(_SEEN, chosen) != chosen:
        del st.session_state[_DROPPED], st.session_state[_SEEN]
        return
    more = f" and {len(dropped) - MOST} more" if len(dropped) > MOST else ""
    heading.note(
        f"The address asks for {', '.join(dropped[:MOST])}{more}, which these tables do not have "
        "or nobody can read; the rest is shown."
    )

"""How the chart of claims is drawn: kept in the address, chosen behind a button."""

from collections.abc import Iterable

import streamlit as st

from dateline.ui import url
from dateline.views.claim_view import ClaimView
from dateline.views.claimed_range import COUNTED_NAMES, Counted
from dateline.views.selection import SPOKEN

BY, SCALE, RANGE = "by", "scale", "range"
LOG = "log"
BY_NAMES = {"": "By day of report", SPOKEN: "By the day spoken of"}
SCALE_NAMES = {"": "Even steps", LOG: "Powers of ten"}
RANGE_NAMES = {"" if c is Counted.DEPLOYED else str(c): name for c, name in COUNTED_NAMES.items()}


def chosen() -> ClaimView:
    """The view that the address asks for; a value that there is not is dropped."""
    counted = _kept(RANGE, RANGE_NAMES)
    return ClaimView(
        by=_kept(BY, BY_NAMES),
        is_log=_kept(SCALE, SCALE_NAMES) == LOG,
        counted=Counted(counted) if counted else Counted.DEPLOYED,
    )


def _kept(field: str, known: Iterable[str]) -> str:
    value = st.session_state.get(field) or ""
    if value not in set(known):
        value = ""
        st.session_state[field] = None
    return str(value)


def button() -> None:
    """The choices, behind a button that says how many are not the usual ones."""
    chosen()
    used = sum(bool(st.session_state.get(field)) for field in (BY, SCALE, RANGE))
    with st.popover(f"Chart ({used})" if used else "Chart", icon=":material/show_chart:"):
        _one("Days", BY, BY_NAMES)
        _one("Numbers", SCALE, SCALE_NAMES)
        _one("Shaded range of what was claimed so far", RANGE, RANGE_NAMES)
        if used:
            st.button("As usual", on_click=url.clear, args=(BY, SCALE, RANGE), key="chart-usual")


def _one(title: str, field: str, options: dict[str, str]) -> None:
    """One of a few. The choice lives under a plain key, empty where it is the usual one."""
    key = f"{field}-choice"
    usual = "usual"
    st.session_state[key] = st.session_state.get(field) or usual

    def take() -> None:
        value = st.session_state[key]
        st.session_state[field] = None if value == usual else value

    names = {value or usual: name for value, name in options.items()}
    st.segmented_control(
        title, list(names), format_func=lambda value: names[value], key=key,
        required=True, on_change=take,
    )  # fmt: skip

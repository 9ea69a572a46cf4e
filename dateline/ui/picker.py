"""Going from one event or claim to the next: by click, button, arrow key or list.

The choice lives under a plain key. A list with a fixed key that mirrors it would be overwritten by
the answer of a slow browser to a screen that is history already, so the list is keyed by what it
was drawn for, and its callback checks that this is still so.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from dateline.ui.markup import plain

MOST_LISTED = 400


def chosen(field: str, ids: Sequence[str]) -> str | None:
    """The chosen id if it is among *ids*. One that is not is left in place and said elsewhere."""
    value = st.session_state.get(field)
    return value if value in set(ids) else None


def step(field: str, ids: Sequence[str], by: int) -> None:
    """Choose the neighbour, or the first (the last, going back) where nothing is chosen."""
    current = st.session_state.get(field)
    at = ids.index(current) + by if current in ids else (0 if by > 0 else len(ids) - 1)
    st.session_state[field] = ids[max(0, min(len(ids) - 1, at))]


def go_to(field: str, item_id: str) -> None:
    """Choose one by its id."""
    st.session_state[field] = item_id


def _jump(field: str, key: str, drawn_for: str | None) -> None:
    if st.session_state.get(field) == drawn_for:
        st.session_state[field] = st.session_state[key]


def bar(field: str, labels: Mapping[str, str], noun: str, total: int) -> str | None:
    """First, previous, next, last and a list of *labels*, in their order. Returns the chosen id."""
    ids = list(labels)
    current = chosen(field, ids)
    at = ids.index(current) if current is not None else None
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"nav-{field}"
    ):
        _end("First", field, ids, 0, at, "Home")
        st.button(
            "Previous", on_click=step, args=(field, ids, -1), key=f"previous-{field}",
            shortcut="Left", disabled=not ids or at == 0,
        )  # fmt: skip
        st.button(
            "Next", on_click=step, args=(field, ids, 1), key=f"next-{field}",
            shortcut="Right", disabled=not ids or at == len(ids) - 1,
        )  # fmt: skip
        _end("Last", field, ids, len(ids) - 1, at, "End")
        key = f"jump-{field}-{current}-{len(ids)}"
        near = ids[_first_near(at or 0, len(ids)) :][:MOST_LISTED]
        st.selectbox(
            f"Go to {noun}", near, index=None if at is None else near.index(ids[at]),
            format_func=lambda i: labels.get(i, i), key=key, on_change=_jump,
            args=(field, key, current), placeholder=f"Go to {noun}",
            label_visibility="collapsed", width=560,
        )  # fmt: skip
        count = f"{at + 1} of {len(ids)}" if at is not None else f"{len(ids)} of {total}"
        st.markdown(plain(count))
    return current


def _first_near(at: int, count: int) -> int:
    """Where the list begins that is sent to the browser: not all of a million."""
    return max(0, min(at - MOST_LISTED // 2, count - MOST_LISTED))


def _end(
    words: str, field: str, ids: Sequence[str], target: int, at: int | None, shortcut: str
) -> None:
    """The button to one end of the list: an icon, its words for a screen reader."""
    icon = ":material/first_page:" if target == 0 else ":material/last_page:"
    st.button(
        "", icon=icon, help=words, on_click=go_to, args=(field, ids[target] if ids else ""),
        key=f"{words.lower()}-{field}", shortcut=shortcut, disabled=not ids or at == target,
    )  # fmt: skip

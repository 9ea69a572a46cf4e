"""Going from one event or claim to the next: by click, button, arrow key or list.

The choice lives under a plain key. A list with a fixed key that mirrors it would be overwritten by
the answer of a slow browser to a screen that is history already, so the list is keyed by what it
was drawn for, and its callback checks that this is still so.
"""

from collections.abc import Mapping
from typing import Protocol

import streamlit as st

from dateline.ui.markup import plain

MOST_LISTED = 200


class Items(Protocol):
    """What there is to go through, in order; of very many, only some are put into words."""

    def __len__(self) -> int: ...

    def place(self, item_id: str) -> int | None:
        """The number of an item, from 0; None for one that is not there."""

    def item(self, number: int) -> str:
        """The id of the item with a number."""

    def words(self, start: int, stop: int) -> Mapping[str, str]:
        """Some items in words, by id, in order."""


class Few:
    """Items whose words are all there, by id."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels, self._ids = labels, list(labels)
        self._places = {item_id: at for at, item_id in enumerate(self._ids)}

    def __len__(self) -> int:
        return len(self._ids)

    def place(self, item_id: str) -> int | None:
        return self._places.get(item_id)

    def item(self, number: int) -> str:
        return self._ids[number]

    def words(self, start: int, stop: int) -> Mapping[str, str]:
        return {item_id: self._labels[item_id] for item_id in self._ids[start:stop]}


def place(field: str, items: Items) -> int | None:
    """The number of the chosen item, if it is among them."""
    value = st.session_state.get(field)
    return items.place(value) if isinstance(value, str) else None


def step(field: str, items: Items, by: int) -> None:
    """Choose the neighbour, or the first (the last, going back) where nothing is chosen."""
    current, last = place(field, items), len(items) - 1
    at = (0 if by > 0 else last) if current is None else current + by
    st.session_state[field] = items.item(max(0, min(last, at)))


def go_to(field: str, item_id: str) -> None:
    """Choose one by its id."""
    st.session_state[field] = item_id


def _jump(field: str, key: str, drawn_for: str | None) -> None:
    if st.session_state.get(field) == drawn_for:
        st.session_state[field] = st.session_state[key]


def bar(field: str, labels: Mapping[str, str] | Items, noun: str, total: int) -> str | None:
    """First, previous, next, last and a list of *labels*, in their order. Returns the chosen id.

    One that is chosen and not among them is left in place, and said elsewhere.
    """
    items = Few(labels) if isinstance(labels, Mapping) else labels
    count = len(items)
    at = place(field, items)
    current = None if at is None else items.item(at)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"nav-{field}"
    ):
        _end("First", field, items, 0, at, "Home")
        st.button(
            "Previous", on_click=step, args=(field, items, -1), key=f"previous-{field}",
            shortcut="Left", disabled=not count or at == 0,
        )  # fmt: skip
        st.button(
            "Next", on_click=step, args=(field, items, 1), key=f"next-{field}",
            shortcut="Right", disabled=not count or at == count - 1,
        )  # fmt: skip
        _end("Last", field, items, count - 1, at, "End")
        key = f"jump-{field}-{current}-{count}"
        start = _first_near(at or 0, count)
        near = items.words(start, start + MOST_LISTED)
        st.selectbox(
            f"Go to {noun}", list(near), index=None if at is None else at - start,
            format_func=lambda i: near.get(i, i), key=key, on_change=_jump,
            args=(field, key, current), placeholder=f"Go to {noun}",
            label_visibility="collapsed", width=560,
        )  # fmt: skip
        said = f"{at + 1:,} of {count:,}" if at is not None else f"{count:,} of {total:,}"
        st.markdown(plain(said))
    return current


def _first_near(at: int, count: int) -> int:
    """Where the list begins that is sent to the browser: not all of a million.

    It moves on by half its length, so that who steps on mostly gets the same list again.
    """
    half = MOST_LISTED // 2
    return max(0, min(at // half * half - half // 2, count - MOST_LISTED))


def _end(words: str, field: str, items: Items, target: int, at: int | None, shortcut: str) -> None:
    """The button to one end of the list: an icon, its words for a screen reader."""
    icon = ":material/first_page:" if target == 0 else ":material/last_page:"
    st.button(
        "", icon=icon, help=words, on_click=go_to,
        args=(field, items.item(target) if len(items) else ""),
        key=f"{words.lower()}-{field}", shortcut=shortcut, disabled=not len(items) or at == target,
    )  # fmt: skip

"""What the timeline's lanes stand for, and in which order: kept in the address."""

from collections.abc import Iterable

import streamlit as st

from dateline.ui import opened, tables, unknown, url
from dateline.views.lanes import LANE_BY_NAMES, LANE_ORDER_NAMES, LaneBy, LaneOrder, Lanes
from dateline.views.timeline import lane_choices

BY, ORDER, FIRST = "lanes", "order", "top"


def chosen() -> Lanes:
    """The layout the address asks for; what it names and the story does not have is dropped."""
    by = LaneBy(_kept(BY, LaneBy) or LaneBy.ACTOR)
    order = LaneOrder(_kept(ORDER, LaneOrder) or LaneOrder.USUAL)
    first = st.session_state.get(FIRST) or []
    known = lane_choices(tables.story(), by)
    if any(lane not in known for lane in first):
        unknown.drop(FIRST, [lane for lane in first if lane not in known])
        first = st.session_state[FIRST] = [lane for lane in first if lane in known]
    return Lanes(by, order, tuple(first))


def _kept(field: str, known: Iterable[str]) -> str | None:
    """What the address says, where it is one of the *known*."""
    value = st.session_state.get(field)
    if value is not None and value not in set(known):
        unknown.drop(field, [value])
        value = st.session_state[field] = None
    return value


def button() -> None:
    """The choices, behind a button that says when they are not the usual ones."""
    laid = chosen()
    used = (laid.by is not LaneBy.ACTOR) + (laid.order is not LaneOrder.USUAL) + bool(laid.first)
    words = f"Lanes ({used})" if used else "Lanes"
    with opened.button(words, "lanes-more", ":material/table_rows:") as more:
        _one("Lanes by", BY, {str(by): name for by, name in LANE_BY_NAMES.items()}, laid.by)
        _one("Order", ORDER, {str(o): name for o, name in LANE_ORDER_NAMES.items()}, laid.order)
        if not more.open:
            return  # what stands there already lets the Tab key find its way in
        known = lane_choices(tables.story(), laid.by)
        st.multiselect(
            "On top, in the order chosen", list(known), format_func=lambda lane: known[lane],
            key=FIRST, placeholder="None", persist_state="session",
        )  # fmt: skip
        if used:
            st.button("As usual", on_click=url.clear, args=(BY, ORDER, FIRST), key="lanes-usual")


def _one(title: str, field: str, options: dict[str, str], current: str) -> None:
    """One of a few. The choice lives under a plain key, empty where it is the usual one."""
    key = f"{field}-choice"
    st.session_state[key] = str(current)

    def take() -> None:
        value = st.session_state[key]
        st.session_state[field] = None if value == next(iter(options)) else value
        if field == BY:
            url.clear(FIRST)

    st.segmented_control(
        title, list(options), format_func=lambda value: options[value], key=key,
        required=True, on_change=take,
    )  # fmt: skip

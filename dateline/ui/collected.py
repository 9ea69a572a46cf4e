"""The briefing of this session: what the presenter collected, and where it is kept meanwhile.

It is in the address of the Briefing page where it fits there, and in the memory of the browser's
tab, which outlives a reload; the file is for everything longer. Each view has a number of its own
in the session, so that a text field stays with its view when views change places.
"""

from dataclasses import dataclass, field, replace

import streamlit as st

from dateline.errors import BriefingError
from dateline.views.briefing import Briefing, View
from dateline.views.briefing_file import Loaded, from_json, packed, to_json, unpacked

CODE = "b"
_HELD, _BEFORE, _READ = "_briefing", "_briefing_before", "_briefing_code"
_COUNTER, _TAB = "_briefing_counter", "briefing-in-tab"

_JS = """
export default function ({ data, setStateValue }) {
  const name = 'dateline-briefing';
  try {
    const there = window.sessionStorage.getItem(name);
    if (data.text === null) { if (there) setStateValue('text', there); }
    else if (there !== data.text) window.sessionStorage.setItem(name, data.text);
  } catch (refused) { /* a browser that keeps nothing; the address and the file still do */ }
}
"""
_tab = st.components.v2.component("dateline_briefing_in_tab", html="", js=_JS)


@dataclass(frozen=True, slots=True)
class Held:
    """A briefing with a number for each of its views, and what was amiss when it was read."""

    briefing: Briefing = field(default_factory=Briefing)
    numbers: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def held() -> Held:
    """What is collected so far."""
    found: Held = st.session_state.get(_HELD) or Held()
    return found


def mount() -> None:
    """Let the tab keep the briefing, and take over what it kept before a reload."""

    def restored() -> None:
        text = st.session_state[_TAB].text
        if isinstance(text, str) and _HELD not in st.session_state:
            try:
                take(from_json(text, "what this tab kept"))
            except BriefingError:
                return  # of another version: there is nothing to tell, and nothing to lose

    with st.container(key="briefing-in-tab-place"):
        text = to_json(held().briefing) if _HELD in st.session_state else None
        _tab(
            key=_TAB, data={"text": text}, default={"text": None}, on_text_change=restored,
            height=1,
        )  # fmt: skip


def follow_address() -> str:
    """Take over the briefing of a link that was opened. Returns what is wrong with it, if so."""
    code = st.session_state.get(CODE)
    if not code or code == st.session_state.get(_READ):
        return ""
    try:
        take(unpacked(code))
    except BriefingError as error:
        _write(held().briefing)
        return str(error)
    return ""


def take(loaded: Loaded) -> None:
    """Replace what is collected; `bring_back` undoes it."""
    numbers = tuple(_fresh() for _ in loaded.briefing.views)
    _put(Held(loaded.briefing, numbers, loaded.notes), keep=True)


def add(view: View) -> int:
    """Append a view. Returns its place, from one. Raises `BriefingError` where it is full."""
    now = held()
    _put(Held(now.briefing.with_view(view), (*now.numbers, _fresh()), now.notes))
    return len(now.numbers) + 1


def change(number: int, **changed: str) -> None:
    """Give the view with this number another name or note."""
    now = held()
    if number in now.numbers:
        at = now.numbers.index(number)
        _put(replace(now, briefing=now.briefing.with_changed(at, **changed)))


def entitle(title: str) -> None:
    now = held()
    _put(replace(now, briefing=replace(now.briefing, title=title)))


def move(number: int, by: int) -> None:
    """Move the view with this number up or down."""
    now = held()
    if number not in now.numbers:
        return
    at = now.numbers.index(number)
    numbers = [other for other in now.numbers if other != number]
    numbers.insert(max(0, min(len(numbers), at + by)), number)
    _put(replace(now, briefing=now.briefing.with_moved(at, by), numbers=tuple(numbers)))


def remove(number: int) -> None:
    """Take the view with this number out; `bring_back` undoes it."""
    now = held()
    if number not in now.numbers:
        return
    at = now.numbers.index(number)
    left = tuple(other for other in now.numbers if other != number)
    _put(replace(now, briefing=now.briefing.without(at), numbers=left), keep=True)


def start_anew() -> None:
    """An empty briefing; `bring_back` undoes it."""
    _put(Held(), keep=True)


def can_bring_back() -> bool:
    return bool(st.session_state.get(_BEFORE))


def bring_back() -> None:
    """What was collected before the last loading, removing or starting anew."""
    before = st.session_state.get(_BEFORE)
    if before:
        _put(before, keep=True)


def _put(now: Held, *, keep: bool = False) -> None:
    if keep:
        before = held()
        st.session_state[_BEFORE] = before if before.briefing != Briefing() else None
    st.session_state[_HELD] = now
    _write(now.briefing)


def _write(briefing: Briefing) -> None:
    """Put the briefing into the address, where there is one and it fits."""
    code = packed(briefing) if briefing != Briefing() else ""
    st.session_state[CODE] = st.session_state[_READ] = code or None


def _fresh() -> int:
    number = int(st.session_state.get(_COUNTER, 0)) + 1
    st.session_state[_COUNTER] = number
    return number

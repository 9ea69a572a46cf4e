"""Presenting mode: how it is entered, how keys and clickers step through it, how it is left.

The mode is a field of the address, so a link opens it and a reload, which is what the start button
of many clickers does, stays in it. A browser gives its whole screen only to somebody who just
pressed something, so the button and the key ask for it in the browser, and whoever came by a link
gets it with the first key.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dateline.ui import viewport

MODE = "present"
_APPLIED = "_acts_applied"
DOOR, KEYS = "present-door", "stage-keys"

_DOOR_JS = """
export default function ({ parentElement, setTriggerValue }) {
  const enter = () => {
    const root = document.documentElement;
    if (root.requestFullscreen && !document.fullscreenElement)
      root.requestFullscreen().catch(() => {});
    setTriggerValue('enter', [window.screen.width, window.screen.height]);
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key !== 'p' && event.key !== 'P') return;
    const at = event.composedPath()[0];
    if (at.closest && at.closest('input, textarea, select, [contenteditable="true"]')) return;
    event.preventDefault();
    enter();
  };
  if (parentElement.__off) parentElement.__off();
  document.addEventListener('keydown', onKey);
  parentElement.__off = () => document.removeEventListener('keydown', onKey);
  parentElement.querySelector('button').onclick = enter;
  return parentElement.__off;
}
"""
_door = st.components.v2.component(
    "dateline_present_door",
    html='<button type="button" aria-keyshortcuts="P">Present <kbd>P</kbd></button>',
    js=_DOOR_JS,
    css="button{font:inherit;font-size:.875rem;color:var(--st-text-color);cursor:pointer;"
    "background:var(--st-background-color);border:1px solid var(--st-border-color);"
    "border-radius:6px;min-height:2.5rem;padding:.25rem .75rem;white-space:nowrap}"
    "button:hover,button:focus-visible{border-color:var(--st-primary-color);"
    "color:var(--st-primary-color)}button:focus-visible{outline:2px solid var(--st-primary-color)}"
    "kbd{font:inherit;font-size:.8rem;border:1px solid currentColor;border-radius:3px;"
    "padding:0 .3rem;margin-left:.25rem;opacity:.8}",
)

# What a key does. Clickers send PageDown and PageUp, some of them arrows, and B or . for a pause.
_KEYS_JS = """
const ACTS = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', Enter: 'next',
  ArrowLeft: 'previous', PageUp: 'previous', Backspace: 'previous',
  ArrowDown: 'down', ArrowUp: 'up', Home: 'first', End: 'last', Escape: 'leave' };
// What was pressed and is not yet known to be applied: quick presses are sent again together, so
// that none is lost while the server draws. It outlives the place on the page, which may be drawn
// anew between two of them.
let kept, leaving;
export default function ({ data, parentElement, setStateValue }) {
  clearTimeout(leaving);
  kept ??= { from: data.applied, acts: [], asked: false };
  const known = data.applied - kept.from;
  if (known < 0 || known > kept.acts.length) kept.acts = [];
  else kept.acts.splice(0, known);
  kept.from = data.applied;
  let wasFull = !!document.fullscreenElement;
  const act = (name) => {
    kept.acts.push(name);
    setStateValue('acts', { from: kept.from, acts: [...kept.acts] });
  };
  const pause = () => document.documentElement.classList.toggle('dl-pause');
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = ACTS[event.key];
    const isPause = event.key === 'b' || event.key === 'B' || event.key === '.';
    if (!name && !isPause) return;
    event.preventDefault();
    event.stopPropagation();
    if (name !== 'leave' && !kept.asked && !document.fullscreenElement) {
      kept.asked = true;
      const root = document.documentElement;
      if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    }
    if (isPause) pause(); else act(name);
  };
  // In full screen the browser keeps Escape for itself and tells only that it is over.
  const onFull = () => {
    const isFull = !!document.fullscreenElement;
    if (wasFull && !isFull) act('leave');
    wasFull = isFull;
  };
  if (parentElement.__off) parentElement.__off();
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('fullscreenchange', onFull);
  parentElement.__off = () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onFull);
  };
  return () => {
    parentElement.__off();
    // Over, unless the stage is drawn anew at once.
    leaving = setTimeout(() => {
      kept.asked = false;
      document.documentElement.classList.remove('dl-pause');
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    }, 300);
  };
}
"""
_keys = st.components.v2.component("dateline_stage_keys", html="", js=_KEYS_JS)


def is_on() -> bool:
    """Whether the address asks for presenting."""
    return bool(st.session_state.get(MODE))


def door(on_enter: Callable[[], None] | None = None) -> None:
    """The button and the key that begin presenting what is shown."""

    def enter() -> None:
        size = st.session_state[DOOR].enter
        if not size:
            return
        viewport.fit(size)
        st.session_state[MODE] = "1"
        if on_enter is not None:
            on_enter()

    _door(key=DOOR, on_enter_change=enter, height="content")


def leave() -> None:
    """Back to the page."""
    st.session_state[MODE] = None


def keys(apply: Callable[[str], None]) -> None:
    """Listen to keys and clickers; *apply* gets each act by its name, in order and once.

    The names are next, previous, up, down, first and last; leaving is done here.
    """

    def acted() -> None:
        for name in _new(st.session_state[KEYS].acts):
            if name == "leave":
                leave()
                return
            apply(name)

    applied = int(st.session_state.get(_APPLIED, 0))
    with st.container(key="stage-keys-place"):
        _keys(
            key=KEYS,
            data={"applied": applied},
            default={"acts": None},
            on_acts_change=acted,
            height=1,
        )


def _new(sent: Any) -> list[str]:
    """The acts among those *sent* that were not applied before; they count as applied now."""
    done = int(st.session_state.get(_APPLIED, 0))
    found, done = news(sent, done)
    st.session_state[_APPLIED] = done
    return found


def news(sent: Any, done: int) -> tuple[list[str], int]:
    """Of the acts that a browser *sent*, those beyond the first *done*, and how many are done then.

    A browser sends what it does not know to be applied, with the number of the first.
    """
    try:
        start, acts = int(sent["from"]), [str(act) for act in sent["acts"]]
    except (TypeError, KeyError, ValueError):
        return [], done
    fresh: Sequence[str] = acts[max(0, done - start) :] if start <= done else ()
    return list(fresh), done + len(fresh)

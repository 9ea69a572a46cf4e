"""The real width of the window, and the ground the reader's system asks for.

Labels are placed on the server, so the server has to know the width. A small component reports it,
in steps of 40 pixels, and again when the window changes.
"""

import streamlit as st

from dateline.charts.theme import Ground, Look

WIDTH = "viewport_width"
USUAL = 1440
WIDE = 1700
GUTTER_WIDE, GUTTER_NARROW = 162, 34  # what Streamlit leaves beside the page's column

_JS = """
export default function ({ setStateValue, data }) {
  const bucket = () => Math.max(320, Math.round(window.innerWidth / 40) * 40);
  let timer = null;
  const report = () => {
    const width = window.innerWidth < 640 ? window.innerWidth : bucket();
    if (width !== data.width) setStateValue('width', width);
  };
  const onResize = () => { clearTimeout(timer); timer = setTimeout(report, 250); };
  // Plotly cancels mousedown, so a focused toggle would keep the focus and swallow the arrow keys.
  const onDown = (event) => {
    const focused = document.activeElement;
    const inChart = event.target.closest && event.target.closest('.js-plotly-plot');
    if (inChart && focused && focused !== document.body) focused.blur();
  };
  // Figures carry their colours, so a change of the system's theme needs a rerun.
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const onTheme = () => setTimeout(
    () => setStateValue('theme', dark.matches ? 'dark' : 'light'), 200);
  report();
  dark.addEventListener('change', onTheme);
  window.addEventListener('resize', onResize);
  document.addEventListener('mousedown', onDown, true);
  return () => {
    clearTimeout(timer);
    dark.removeEventListener('change', onTheme);
    window.removeEventListener('resize', onResize);
    document.removeEventListener('mousedown', onDown, true);
  };
}
"""
_component = st.components.v2.component("dateline_viewport", html="", js=_JS)


def mount() -> None:
    """Ask the browser for its width; mounted first, so that the answer is there early."""
    current = width()

    def changed() -> None:
        reported = st.session_state["viewport"].width
        if isinstance(reported, int | float):
            st.session_state[WIDTH] = max(320, min(4000, int(reported)))

    with st.container(key="viewport-holder"):
        _component(
            key="viewport",
            data={"width": current},
            default={"width": current},
            on_width_change=changed,
            on_theme_change=lambda: None,
            height=1,
        )


def width() -> int:
    return int(st.session_state.get(WIDTH, USUAL))


def chart_width() -> int:
    """The pixels a chart has across the page."""
    window = width()
    return window - (GUTTER_WIDE if window >= 900 else GUTTER_NARROW)


def look() -> Look:
    theme = st.context.theme
    is_dark = bool(theme) and theme.type == "dark"
    return Look(Ground.DARK if is_dark else Ground.LIGHT, 1.0 if width() < WIDE else 1.12)

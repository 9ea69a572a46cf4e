"""The real width of the window, and the ground the reader's system asks for.

Labels are placed on the server, so the server has to know the width. A small component reports it,
in steps of 40 pixels, and again when the window changes. It also looks after the keyboard's focus
where the page's parts lose it.
"""

import math

import streamlit as st

from dateline.charts.theme import Ground, Look

WIDTH = "viewport_width"
STAGE = "stage_size"  # the screen that a view is presented on, in pixels
PRESENTING = "present"
USUAL = 1440
WIDE = 1700
# A screen for a room is 1920 units wide or 1080 high, whichever is smaller; see ui/stage_style.py.
STAGE_UNITS = 1920, 1080
LEAST_UNIT = 0.6
STAGE_SCALE, STAGE_TYPE, STAGE_CHART, STAGE_GUTTER = 1.35, 20, 580, 112
GUTTER_WIDE, GUTTER_NARROW = 162, 34  # what Streamlit leaves beside the page's column

_JS = """
export default function ({ setStateValue, data, parentElement }) {
  if (parentElement.__off) parentElement.__off();
  const bucket = () => Math.max(320, Math.round(window.innerWidth / 40) * 40);
  let timer = null;
  const report = () => {
    const width = window.innerWidth < 640 ? window.innerWidth : bucket();
    if (width !== data.width) setStateValue('width', width);
    const stage = [window.innerWidth, window.innerHeight];
    if (data.stage && stage.join() !== data.stage.join()) setStateValue('stage', stage);
  };
  const onResize = () => { clearTimeout(timer); timer = setTimeout(report, 250); };
  // Plotly cancels mousedown, so a focused toggle would keep the focus and swallow the arrow keys.
  const onDown = (event) => {
    const focused = document.activeElement;
    const inChart = event.target.closest && event.target.closest('.js-plotly-plot');
    if (inChart && focused && focused !== document.body) focused.blur();
  };
  // What a button opens stands at the end of the document, where the Tab key would come to it last.
  const onTab = (event) => {
    const body = document.querySelector('[data-testid=stPopoverBody]');
    const opener = document.querySelector('[data-testid=stPopoverButton][aria-expanded=true]');
    if (event.key !== 'Tab' || !body || !opener) return;
    const first = [...body.querySelectorAll('button, input, a[href], [tabindex="0"]')].find(
      (node) => !node.disabled && node.tabIndex >= 0 && node.offsetParent);
    const from = event.shiftKey ? first : opener, to = event.shiftKey ? opener : first;
    if (!to || document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  };
  // Figures carry their colours, so a change of the system's theme needs a rerun.
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const onTheme = () => setTimeout(
    () => setStateValue('theme', dark.matches ? 'dark' : 'light'), 200);
  // While a browser is on its way to full screen it still tells its old size.
  if (data.stage) timer = setTimeout(report, 400); else report();
  dark.addEventListener('change', onTheme);
  window.addEventListener('resize', onResize);
  document.addEventListener('mousedown', onDown, true);
  document.addEventListener('keydown', onTab, true);
  parentElement.__off = () => {
    clearTimeout(timer);
    dark.removeEventListener('change', onTheme);
    window.removeEventListener('resize', onResize);
    document.removeEventListener('mousedown', onDown, true);
    document.removeEventListener('keydown', onTab, true);
  };
  return parentElement.__off;
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

    def staged() -> None:
        fit(st.session_state["viewport"].stage)

    stage = list(stage_size()) if st.session_state.get(PRESENTING) else None
    with st.container(key="viewport-holder"):
        _component(
            key="viewport",
            data={"width": current, "stage": stage},
            default={"width": current, "stage": stage},
            on_width_change=changed,
            on_stage_change=staged,
            on_theme_change=lambda: None,
            height=1,
        )


def width() -> int:
    return int(st.session_state.get(WIDTH, USUAL))


def fit(reported: object) -> None:
    """Take over the size of the screen to present on, as a browser reports it."""
    match reported:
        case [int() | float() as wide, int() | float() as high]:
            limits = (320, 8000), (240, 8000)
            st.session_state[STAGE] = tuple(
                max(least, min(most, int(pixels)))
                for pixels, (least, most) in zip((wide, high), limits, strict=True)
            )


def stage_size() -> tuple[int, int]:
    """Width and height of the screen to present on; wide as the window until it is reported."""
    size: tuple[int, int] = st.session_state.get(STAGE) or (width(), width() * 9 // 16)
    return size


def _unit() -> float:
    """Pixels to a unit of the stage."""
    wide, high = stage_size()
    return max(LEAST_UNIT, min(wide / STAGE_UNITS[0], high / STAGE_UNITS[1]))


def chart_width() -> int:
    """The pixels a chart has across the page."""
    if st.session_state.get(PRESENTING):
        return int(stage_size()[0] - STAGE_GUTTER * _unit())
    window = width()
    return window - (GUTTER_WIDE if window >= 900 else GUTTER_NARROW)


def look() -> Look:
    theme = st.context.theme
    is_dark = bool(theme) and theme.type == "dark"
    ground = Ground.DARK if is_dark else Ground.LIGHT
    if st.session_state.get(PRESENTING):
        unit = _unit()
        return Look(
            ground, STAGE_SCALE * unit, math.ceil(STAGE_TYPE * unit), int(STAGE_CHART * unit)
        )
    return Look(ground, 1.0 if width() < WIDE else 1.12)

"""A figure on the page, which Plotly changes in place: nothing flickers, and no click is lost.

`st.plotly_chart` takes a figure that has changed for another chart: it takes the old one down,
mounts the new one and draws it twice. Here the chart stays, and Plotly draws what has changed.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cache
from threading import Thread
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from dateline.charts import plotlyjs
from dateline.charts.spec import CONFIG
from dateline.charts.stretches import chosen_days

_JS = """
// One script for all charts of the page, and loaded once.
const library = (address) => window.datelinePlotly ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = () => done(window.Plotly);
  script.onerror = () => { delete window.datelinePlotly; failed(new Error(address)); };
  document.head.append(script);
});

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector('.chart');
  const kept = host.dateline ??= { drawn: null, turn: Promise.resolve(), plotly: null };
  kept.send = setTriggerValue;
  kept.data = data;
  host.setAttribute('aria-label', data.alt);
  host.style.minHeight = data.height + 'px';
  const listen = () => {
    host.on('plotly_click', (event) => {
      const custom = event.points[0] && event.points[0].customdata;
      if (custom) kept.send('picked', String(custom[custom.length - 1]));
    });
    host.on('plotly_selected', (event) => {
      if (event && event.range) kept.send('stretch', event.range.x);
    });
    kept.watch = new ResizeObserver(() => {
      const { width } = host.getBoundingClientRect();
      if (width && Math.abs(width - host._fullLayout.width) > 1) kept.plotly.Plots.resize(host);
    });
    kept.watch.observe(host);
  };
  const draw = async () => {
    const { figure, library: address, config } = kept.data;
    if (kept.drawn === figure) return;
    host.setAttribute('aria-busy', 'true');
    kept.plotly ??= await library(address);
    const { data: traces, layout } = JSON.parse(figure);
    delete layout.width;
    for (const trace of traces) {
      const packed = trace.hovertext;
      if (packed && packed.at) trace.hovertext = packed.at.map((at) => packed.said[at]);
    }
    layout.selections = [];  // what was dragged over is chosen by now
    const first = kept.drawn === null;
    kept.drawn = figure;
    if (first) await kept.plotly.newPlot(host, traces, layout, config);
    else await kept.plotly.react(host, traces, layout, config);
    if (first) listen();
  };
  // A chart that changes while it is being drawn waits for its turn.
  kept.turn = kept.turn.then(draw).catch((error) => {
    kept.drawn = null;
    host.textContent = 'The chart could not be drawn. Reload the page to try again.';
    console.error(error);
  }).finally(() => host.removeAttribute('aria-busy'));
  return () => {
    if (kept.watch) kept.watch.disconnect();
    if (kept.plotly) kept.plotly.purge(host);
    delete host.dateline;
  };
}
"""
_component = st.components.v2.component(
    "dateline_drawing",
    html='<div class="chart" role="img"></div>',
    js=_JS,
    css=".chart{width:100%}",
    isolate_styles=False,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as the browser takes it, and its height in pixels."""

    text: str
    height: int


def drawing(figure: Any) -> Drawing:
    """*figure* made ready once, for all who see it."""
    return Drawing(plotlyjs.packed(figure), int(figure.layout.height))


def mount(
    drawn: Drawing,
    key: str,
    alt: str,
    field: str,
    stretched: Callable[[float, float], None] | None = None,
) -> None:
    """Put *drawn* on the page, with *alt* for who does not see it.

    A click on a mark is the choice called *field*, one on a counted stretch chooses its days;
    *stretched* is told the ends of a stretch that was dragged over, in units of the axis.
    """

    def take_mark() -> None:
        mark = st.session_state[key].picked
        if mark is None:
            return
        if (days := chosen_days(mark)) is not None:
            st.session_state["from"], st.session_state["to"] = days
        else:
            st.session_state[field] = mark

    def take_stretch() -> None:
        ends = st.session_state[key].stretch
        if ends is not None and stretched is not None:
            first, last = sorted(float(end) for end in ends)
            stretched(first, last)

    _component(
        key=key,
        data={
            "figure": drawn.text,
            "height": drawn.height,
            "alt": alt,
            "library": _library(),
            "config": CONFIG,
        },
        on_picked_change=take_mark,
        on_stretch_change=take_stretch,
    )


@cache
def _library() -> str:
    """The address of plotly.js on this server.

    Streamlit keeps a file as long as the session that asked for it, and this one is asked for in
    the name of a session that does not end.
    """
    found: list[str] = []

    def add() -> None:
        source = plotlyjs.source().encode("utf-8")
        files = get_instance().media_file_mgr
        found.append(files.add(source, "text/javascript", "plotly.js"))

    context = copy(get_script_run_ctx())
    assert context is not None, "a chart is drawn by a page"
    context.session_id = "dateline"
    thread = Thread(target=add)
    add_script_run_ctx(thread, context)
    thread.start()
    thread.join()
    return found[0]

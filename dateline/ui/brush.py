"""The density strip below the timeline: brushing it, by pointer or by key, chooses days.

It is drawn by the browser from a few hundred numbers, and moves under the pointer without asking
the server; the choice is sent when the pointer lets go, or a moment after the last key.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dateline.charts.strip import WIDTH, Bar, strip_scale
from dateline.charts.strip import bars as bars_of
from dateline.charts.theme import tint
from dateline.charts.timeline_size import NARROW_PX
from dateline.ui import tables, viewport
from dateline.ui.shared import but_last, shared
from dateline.views.days import day_text
from dateline.views.listing import crowd, listing
from dateline.views.selection import Selection
from dateline.views.story import Story

_JS = """
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.strip');
  const make = (name, attributes, parent) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    parent.append(node);
    return node;
  };
  // The handles stay from run to run, so that the keyboard's focus does.
  let svg = root.querySelector('svg');
  if (!svg) {
    svg = make('svg', { preserveAspectRatio: 'none', 'aria-hidden': 'true' }, root);
    for (const [at, name] of [[0, 'First day'], [1, 'Last day']]) {
      const handle = document.createElement('div');
      handle.className = 'handle';
      handle.tabIndex = 0;
      handle.setAttribute('role', 'slider');
      handle.setAttribute('aria-label', name + ' of the timeline');
      handle.dataset.at = at;
      root.append(handle);
    }
  }
  const handles = [...root.querySelectorAll('.handle')];
  const bars = data.bars, last = bars.length - 1;
  svg.setAttribute('viewBox', `0 0 ${data.width} 100`);
  svg.replaceChildren();
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const drawn = bars.map((bar) => {
    const tall = bar.count ? Math.max(7, 96 * Math.sqrt(bar.count / most)) : 0;
    return make('rect', { x: bar.left, width: Math.max(1, bar.right - bar.left - 1),
      y: 100 - tall, height: tall }, svg);
  });
  let chosen = [...data.chosen];
  const middle = (n, edge) => 100 * (edge ? bars[n].right : bars[n].left) / data.width;
  const paint = () => {
    const [from, to] = chosen;
    const all = from === 0 && to === last;
    drawn.forEach((rect, n) => rect.setAttribute('fill',
      all ? data.whole : from <= n && n <= to ? data.colour : data.pale));
    handles.forEach((handle, edge) => {
      const at = chosen[edge];
      handle.style.left = middle(at, edge) + '%';
      handle.setAttribute('aria-valuemin', 0);
      handle.setAttribute('aria-valuemax', last);
      handle.setAttribute('aria-valuenow', at);
      handle.setAttribute('aria-valuetext', edge ? bars[at].last_words : bars[at].first_words);
    });
    root.classList.toggle('all', all);
  };
  let timer = null;
  const send = () => {
    clearTimeout(timer);
    const [from, to] = chosen;
    if (from === data.chosen[0] && to === data.chosen[1]) return;
    setTriggerValue('days', from === 0 && to === last ? ['', '']
      : [from === 0 ? '' : bars[from].first, to === last ? '' : bars[to].last]);
  };
  const under = (event) => {
    const edge = root.getBoundingClientRect();
    const x = (event.clientX - edge.left) / edge.width * data.width;
    const found = bars.findIndex((bar) => x < bar.right);
    return found < 0 ? last : found;
  };
  let start = null, grip = null;
  root.onpointerdown = (event) => {
    if (event.button !== 0) return;
    grip = event.target.classList.contains('handle') ? Number(event.target.dataset.at) : null;
    start = under(event);
    root.setPointerCapture(event.pointerId);
    if (grip !== null) handles[grip].focus();
    event.preventDefault();
  };
  root.onpointermove = (event) => {
    const at = under(event);
    root.title = `${bars[at].first_words} to ${bars[at].last_words}: ${bars[at].count_words}`;
    if (start === null) return;
    if (grip === null) chosen = [Math.min(start, at), Math.max(start, at)];
    else if (grip === 0) chosen = [Math.min(at, chosen[1]), chosen[1]];
    else chosen = [chosen[0], Math.max(at, chosen[0])];
    paint();
  };
  root.onpointerup = () => {
    if (start === null) return;
    // A press without a move asks for nothing but the whole again.
    if (grip === null && chosen[0] === data.chosen[0] && chosen[1] === data.chosen[1])
      chosen = [0, last];
    start = null;
    paint();
    send();
  };
  root.onkeydown = (event) => {
    const edge = handles.indexOf(event.target);
    if (edge < 0) return;
    const far = Math.max(1, Math.round(bars.length / 10));
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far,
      PageUp: far, Home: -bars.length, End: bars.length }[event.key];
    if (event.key === 'Escape') chosen = [0, last];
    else if (step === undefined) return;
    else {
      const [low, high] = edge ? [chosen[0], last] : [0, chosen[1]];
      chosen[edge] = Math.max(low, Math.min(high, chosen[edge] + step));
    }
    // The arrow keys choose events elsewhere on the page.
    event.preventDefault();
    event.stopPropagation();
    paint();
    clearTimeout(timer);
    timer = setTimeout(send, 500);
  };
  paint();
  return () => clearTimeout(timer);
}
"""
_component = st.components.v2.component(
    "dateline_strip",
    html='<div class="strip" role="group" aria-label="Days shown, by number of events"></div>',
    js=_JS,
    css=".strip{position:relative;height:28px;cursor:crosshair;touch-action:pan-y;"
    "user-select:none;border-bottom:1px solid var(--st-border-color)}"
    ".strip svg{position:absolute;inset:0;width:100%;height:100%;display:block}"
    ".handle{position:absolute;top:0;bottom:-1px;width:12px;margin-left:-6px;cursor:ew-resize}"
    ".handle::after{content:'';position:absolute;left:4px;right:4px;top:0;bottom:0;"
    "border-radius:2px;background:var(--st-primary-color)}"
    ".strip.all .handle::after{opacity:.45}"
    ".handle:focus-visible{outline:2px solid var(--st-primary-color);border-radius:3px}",
)


def strip(story: Story, selection: Selection) -> None:
    """The whole period with the chosen days marked, and how many events lie where under all the
    other choices; brushing it chooses days."""
    freed = replace(selection, first=None, last=None)
    bars = _bars(tables.version(), freed, story)
    if len(bars) < 3:
        return

    def brushed() -> None:
        days = st.session_state["strip"].days
        if days:
            st.session_state["from"], st.session_state["to"] = (
                dt.date.fromisoformat(day) if day else None for day in days
            )

    base = viewport.look().base
    with st.container(key=f"strip-{'narrow' if viewport.chart_width() < NARROW_PX else 'wide'}"):
        _component(
            key="strip",
            height=30,
            data={
                "width": WIDTH,
                "bars": [_bar(bar) for bar in bars],
                "chosen": _chosen(bars, selection),
                "colour": base.accent,
                "pale": tint(base.accent, 0.28),
                "whole": tint(base.accent, 0.5),
            },
            on_days_change=brushed,
        )


def _bar(bar: Bar) -> dict[str, object]:
    many = "event" if bar.count == 1 else "events"
    return {
        "left": round(bar.left, 1), "right": round(bar.right, 1), "count": bar.count,
        "first": bar.first.isoformat(), "last": bar.last.isoformat(),
        "first_words": day_text(bar.first), "last_words": day_text(bar.last),
        "count_words": f"{bar.count:,} {many} possible",
    }  # fmt: skip


def _chosen(bars: Sequence[Bar], selection: Selection) -> list[int]:
    """The first and the last bar with a chosen day."""
    last = len(bars) - 1
    start, end = selection.first or dt.date.min, selection.last or dt.date.max
    low = next((at for at, bar in enumerate(bars) if bar.last >= start), last)
    high = next((at for at in range(last, -1, -1) if bars[at].first <= end), 0)
    return [min(low, high), max(low, high)]


@shared(64, keyed=but_last)
def _bars(built: str, selection: Selection, story: Story) -> tuple[Bar, ...]:
    scale = story.remember("strip", lambda: strip_scale(crowd(listing(story, Selection()))))
    return bars_of(scale, crowd(tables.listing(selection)))

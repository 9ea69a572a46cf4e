"""The selection, drawn over a chart by the browser: ring, stem and badge, and words for a reader
who does not see them.

The figure stays as it is. Plotly would draw it anew for one ring, and lose the next click over it.
"""

from collections.abc import Mapping

import streamlit as st

from dateline.charts.theme import FONT, Look, tint

_JS = """
// Streamlit calls this again whenever its data changes, and the function it returns only when the
// component goes, so each call first takes leave of the last.
export default function ({ data, parentElement }) {
  if (parentElement.datelineLeave) parentElement.datelineLeave();
  // The live region outlives reruns: one that is itself replaced stays silent.
  const live = parentElement.querySelector('.live');
  if (live && live.textContent !== data.say) live.textContent = data.say;
  let plot = null, emitter = null, current = data.id;
  const clear = () => { if (plot) plot.querySelectorAll('.dl-over').forEach((e) => e.remove()); };
  const make = (css, text) => {
    const element = document.createElement('div');
    element.className = 'dl-over ' + (text ? 'dl-badge' : 'dl-ring');
    element.setAttribute('aria-hidden', 'true');
    Object.assign(element.style, { position: 'absolute', pointerEvents: 'none',
      boxSizing: 'border-box' }, css);
    if (text) element.textContent = text;
    return element;
  };
  const idOf = (custom) => custom[custom.length - 1];
  const draw = () => {
    if (!plot || !plot._fullLayout || !plot._fullLayout.xaxis) return;
    clear();
    const trace = (plot.data || []).find((t) => t.name === 'events');
    if (!trace || !current) return;
    const at = trace.customdata.findIndex((custom) => idOf(custom) === current);
    if (at < 0) return;
    const xaxis = plot._fullLayout.xaxis, yaxis = plot._fullLayout.yaxis, r = data.radius;
    const x = xaxis._offset + xaxis.d2p(trace.x[at]), y = yaxis._offset + yaxis.d2p(trace.y[at]);
    const host = plot.querySelector('.svg-container') || plot;
    host.append(make({ left: x - r + 'px', top: y - r + 'px', width: 2 * r + 'px',
      height: 2 * r + 'px', borderRadius: '50%', border: '2.5px solid ' + data.colour,
      background: data.tint }));
    const badge = data.badges[current];
    if (!badge) return;
    host.append(make({ left: x - .75 + 'px', top: yaxis._offset + 'px', width: '1.5px',
      height: Math.max(0, y - r - yaxis._offset) + 'px', background: data.colour, opacity: .35 }));
    const label = make({ top: yaxis._offset - data.font * 3.45 + 'px', left: x + 'px',
      transform: 'translateX(-50%)', background: data.colour, color: data.on,
      font: '700 ' + data.font + 'px/1.5 ' + data.family, padding: '1px 6px',
      whiteSpace: 'nowrap', borderRadius: '3px' }, badge);
    host.append(label);
    const over = label.getBoundingClientRect(), within = host.getBoundingClientRect();
    const shift = Math.max(0, within.left - over.left) - Math.max(0, over.right - within.right);
    if (shift) label.style.left = x + shift + 'px';
  };
  const onClick = (event) => {
    const custom = event.points && event.points[0] && event.points[0].customdata;
    if (custom) { current = idOf(custom); draw(); }
  };
  const detach = () => {
    if (!plot) return;
    clear();
    if (plot.removeListener) {  // gone once Plotly has taken the chart down
      plot.removeListener('plotly_afterplot', draw);
      plot.removeListener('plotly_click', onClick);
    }
    plot = null;
  };
  // Streamlit mounts a chart anew, or Plotly draws it into the same place with a new emitter of
  // events, and neither tells this component.
  const follow = () => {
    const found = document.querySelector('.st-key-' + data.chart + ' .js-plotly-plot');
    if (!found || !found.on || !found._fullLayout || !found._fullLayout.xaxis) return;
    if (found === plot && found._ev === emitter) return;
    detach();
    plot = found;
    emitter = found._ev;
    plot.on('plotly_afterplot', draw);
    plot.on('plotly_click', onClick);
    draw();
  };
  const watch = new MutationObserver(follow);
  watch.observe(document.body, { childList: true, subtree: true });
  const leave = () => { watch.disconnect(); detach(); };
  parentElement.datelineLeave = leave;
  follow();
  return leave;
}
"""
_component = st.components.v2.component(
    "dateline_ring",
    html='<div class="live" role="status" aria-live="polite"></div>',
    js=_JS,
    css=".live{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}",
)


def mount(
    chart: str, selected: str | None, badges: Mapping[str, str], look: Look, say: str
) -> None:
    """Ring the mark of *selected* in the chart with the key *chart*, and *say* so."""
    base = look.base
    _component(
        key=f"ring-{chart}",
        height=1,
        data={
            "say": say,
            "chart": chart,
            "id": selected,
            "badges": dict(badges),
            "radius": look.px(14),
            "colour": base.accent,
            "tint": tint(base.accent, 0.16),
            "on": base.ground,
            "font": look.text(13),
            "family": FONT,
        },
    )

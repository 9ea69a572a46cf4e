"""Claims side by side, as a table of buttons: claimant against day, a click leads to the claim.

A component of its own, because a cell holds several claims with the words of each, and a table of
Streamlit holds one line. Its script writes text as text, never as markup.
"""

from collections.abc import Callable

import streamlit as st

from dateline.charts.theme import Look
from dateline.ui.claim_signs import state_sign
from dateline.views.comparison import DENIED, Comparison, Entry
from dateline.views.remarks import STATE_WORDS
from dateline.views.visible import visible

KEY = "compare"
_JS = """
export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.root');
  const make = (name, text, kind) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };
  const pick = (id) => () => setTriggerValue('picked', id);
  const entry = (claim) => {
    const item = make('li');
    const button = make('button');
    button.type = 'button';
    button.dataset.ids = claim.ids.join(' ');
    button.append(make('strong', claim.figure));
    if (claim.state) button.append(' ', make('span', claim.sign + ' ' + claim.state));
    button.onclick = pick(claim.ids[0]);
    item.append(button, make(claim.state ? 'q' : 'span', claim.words),
      make('small', claim.said));
    const carried = make('small', '', 'carried');
    claim.publishers.forEach((name, at) => {
      const more = make('button', name);
      more.type = 'button';
      more.dataset.ids = claim.ids[at] || claim.ids[0];
      more.setAttribute('aria-label', claim.figure + ', ' + name);
      more.onclick = pick(claim.ids[at] || claim.ids[0]);
      carried.append(more);
    });
    item.append(carried);
    return item;
  };
  // Built anew only when the claims change, so that a choice scrolls nothing back.
  if (root.dataset.claims !== data.version) {
    root.dataset.claims = data.version;
    root.replaceChildren();
    const table = make('table');
    table.append(make('caption', data.caption));
    const head = make('thead'), top = make('tr');
    top.append(make('th', 'Claimant'));
    data.columns.forEach((day) => { const cell = make('th', day); cell.scope = 'col';
      top.append(cell); });
    top.firstChild.scope = 'col';
    head.append(top);
    const body = make('tbody');
    data.lines.forEach((line) => {
      const row = make('tr'), name = make('th');
      name.scope = 'row';
      const dot = make('i', line.sign);
      dot.style.color = line.colour;
      dot.setAttribute('aria-hidden', 'true');
      name.append(dot, ' ', line.name);
      row.append(name);
      line.cells.forEach((claims) => {
        const cell = make('td'), list = make('ul');
        claims.forEach((claim) => list.append(entry(claim)));
        if (claims.length) cell.append(list);
        row.append(cell);
      });
      body.append(row);
    });
    table.append(head, body);
    root.append(table);
  }
  root.querySelectorAll('[aria-pressed]').forEach((e) => e.removeAttribute('aria-pressed'));
  root.querySelectorAll('li > button').forEach((button) => {
    const is = data.chosen && button.dataset.ids.split(' ').includes(data.chosen);
    button.parentElement.classList.toggle('chosen', !!is);
    if (is) button.setAttribute('aria-pressed', 'true');
  });
}
"""
_CSS = """
.root{overflow-x:auto;font-family:var(--st-font);color:var(--st-text-color);font-size:.95rem;
border:1px solid var(--st-border-color);border-radius:.5rem}
table{border-collapse:collapse;min-width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem;
border-bottom:1px solid var(--st-border-color)}
tbody tr:last-child>*{border-bottom:0}
thead th{font-weight:650;white-space:nowrap;background:var(--st-secondary-background-color)}
th:first-child{position:sticky;left:0;background:var(--st-background-color);z-index:1;
min-width:6.5rem;max-width:11rem;border-right:1px solid var(--st-border-color)}
thead th:first-child{background:var(--st-secondary-background-color)}
tbody th{font-weight:600}
i{font-style:normal}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.55rem}
li{padding:.1rem .4rem;border-left:3px solid transparent;display:grid;justify-items:start;
min-width:11rem;max-width:20rem}
li.chosen{border-left-color:var(--st-primary-color);
background:color-mix(in srgb,var(--st-primary-color) 12%,transparent)}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;
text-align:left}
li>button strong{font-size:1.08rem;font-variant-numeric:tabular-nums}
li>button:hover strong,.carried button:hover{color:var(--st-primary-color);
text-decoration:underline}
button:focus-visible{outline:2px solid var(--st-primary-color);outline-offset:2px;
border-radius:3px}
q{font-style:italic;overflow-wrap:anywhere}
small{font-size:.88rem;opacity:.88}
.carried{display:flex;flex-wrap:wrap;gap:0 .8rem}
.carried button{text-decoration:underline;text-underline-offset:2px;
text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
"""
_component = st.components.v2.component(
    "dateline_compare", html='<div class="root"></div>', js=_JS, css=_CSS
)


def table(
    laid: Comparison,
    colours: dict[str, str],
    look: Look,
    chosen: str | None,
    version: str,
    choose: Callable[[str], None],
) -> None:
    """Show *laid* with claimants in *colours*; *version* changes whenever the claims do."""

    def picked() -> None:
        name = st.session_state[KEY].picked
        if name:
            choose(str(name))

    lines = [
        {
            "name": visible(line.name),
            "colour": colours.get(line.group, look.base.ink),
            "sign": "✖" if line.group == DENIED else "■",
            "cells": [[_entry(entry) for entry in cell] for cell in line.cells],
        }
        for line in laid.lines
    ]
    _component(
        key=KEY,
        height="content",
        data={
            "columns": list(laid.columns),
            "lines": lines,
            "chosen": chosen,
            "version": version,
            "caption": "Claims by claimant and day; each opens its card",
        },
        on_picked_change=picked,
    )


def _entry(entry: Entry) -> dict[str, object]:
    said = [entry.stance]
    if entry.relay:
        said.append(f"passed on by {visible(entry.relay)}")
    if entry.together_with:
        said.append(f"with {visible(entry.together_with)}")
    return {
        "ids": list(entry.ids),
        "figure": visible(entry.figure),
        "state": STATE_WORDS.get(entry.state, entry.state),
        "sign": state_sign(entry.state) if entry.state else "",
        "words": visible("”, “".join(entry.words)),
        "said": " · ".join(said),
        "publishers": [visible(name) for name in entry.publishers],
    }

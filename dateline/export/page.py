"""Views as one HTML file to send: interactive charts and tables, which opens without a network.

plotly.js is in it once. The policy in its head names the two scripts that may run by their digests
and lets the page load nothing: not what a text says, and not what an editor adds to the file.
"""

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from typing import Any

from dateline.charts import plotlyjs
from dateline.charts.escape import plain
from dateline.charts.key import BOX, Entry
from dateline.charts.spec import CONFIG
from dateline.charts.theme import BASES, FONT, Ground, Look
from dateline.export import fonts
from dateline.export.scene import Chart, Scene, counted
from dateline.export.scenes import scene
from dateline.export.shown import Exported, Progress, Shown
from dateline.export.tellings import Told
from dateline.views.quotes import Mark, Marked, cut

WIDE, NARROW = 1180, 360  # pixels that the charts are drawn for; the page takes the one that fits
_LIGHT = BASES[Ground.LIGHT]
_STYLE = f"""
:root{{color-scheme:light}}
body{{margin:0 auto;max-width:1240px;padding:24px 28px 48px;font:17px/1.5 {FONT};
color:{_LIGHT.ink};background:{_LIGHT.ground}}}
h1{{font-size:30px;line-height:1.2;margin:0 0 4px}}
h2{{font-size:25px;line-height:1.25;margin:40px 0 2px}}
p{{margin:2px 0}} p.line{{font-size:20px;border-left:4px solid {_LIGHT.accent};
padding-left:12px;margin:6px 0}} .muted{{color:{_LIGHT.muted}}}
ul.key{{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:10px 0;padding:0}}
ul.key li{{display:inline-flex;gap:7px;align-items:center}}
.chart{{overflow-x:auto;margin:6px 0 14px}}
.rows{{overflow-x:auto}} table{{border-collapse:collapse;width:100%;font-size:16px}}
caption{{text-align:left;font-weight:700;padding:6px 0}}
th,td{{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid {_LIGHT.grid}}}
th{{border-bottom:2px solid {_LIGHT.rule}}} td.number{{font-variant-numeric:tabular-nums}}
tr.chosen>td{{background:#FFF3B8}}
summary{{cursor:pointer;width:fit-content;color:{_LIGHT.muted};padding:3px 0}}
.told{{list-style:none;margin:2px 0 6px;padding:0;overflow-wrap:anywhere}}
.told li{{margin:4px 0;border-left:3px solid {_LIGHT.rule};padding-left:9px}}
mark{{background:#FFE08A;color:inherit}}
footer{{margin-top:36px;border-top:1px solid {_LIGHT.grid};padding-top:10px;
overflow-wrap:anywhere}}
@media (max-width:640px){{body{{padding:16px 14px 32px}}
.rows table,.rows tbody,.rows tr,.rows td,.rows caption{{display:block}} .rows thead{{display:none}}
.rows tr{{padding:8px 0;border-bottom:1px solid {_LIGHT.rule}}} .rows td{{border:0;padding:1px 0}}
.rows td::before{{content:attr(data-column) ": ";color:{_LIGHT.muted}}}}}
@media print{{.chart{{overflow:visible}} details::details-content{{content-visibility:visible;
block-size:auto}}}}
"""
_SCRIPT = """
for (const holder of document.querySelectorAll('.chart')) {
  const both = JSON.parse(document.getElementById(holder.dataset.figure).textContent);
  const figure = window.innerWidth < 900 ? both.narrow : both.wide;
  Plotly.newPlot(holder, figure.data, figure.layout, both.config).then(() => {
    holder.on('plotly_click', (event) => {
      const custom = event.points[0].customdata;
      const row = custom && document.querySelector(
        'tr[data-id="' + CSS.escape(custom[custom.length - 1]) + '"]');
      if (!row) return;
      for (const other of document.querySelectorAll('tr.chosen')) other.classList.remove('chosen');
      row.classList.add('chosen');
      const said = row.querySelector('details');
      if (said) said.open = true;
      row.scrollIntoView({block: 'center'});
    });
  });
}
"""


def page(views: Sequence[Shown], progress: Progress) -> Exported:
    """The views one below the other, each with its chart, its key, its rows and its sentences."""
    plotly = plotlyjs.source().replace("</script", "<\\/script")
    parts = []
    for number, shown in enumerate(views, 1):
        parts.append(_view(shown, scene(shown), number))
        progress(number, len(views), "views")
    title = views[0].caption.briefing or (
        "Dateline" if len(views) > 1 else scene(views[0]).words.title
    )
    content = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(plotly, _SCRIPT)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{_text(title)}</title><style>{fonts.css()}{_STYLE}</style></head>\n<body>"
        f"<h1>{_text(title)}</h1>{''.join(parts)}"
        f"<script>{plotly}</script><script>{_SCRIPT}</script></body></html>\n"
    )
    return Exported(content.encode("utf-8", "replace"))


def _policy(*scripts: str) -> str:
    allowed = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in scripts
    )
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _view(shown: Shown, found: Scene, number: int) -> str:
    words, caption = found.words, shown.caption
    head = [f"<h2>{_text(caption.name or words.title)}</h2>"]
    if caption.line:
        head.append(f'<p class="line">{_text(caption.line)}</p>')
    under = (words.title if caption.name else "", words.subtitle, words.filters, caption.amiss)
    head += [f'<p class="muted">{_text(said)}</p>' for said in under if said]
    there = [found.chart, *found.also] if found.chart else []
    provenance = "".join(_provenance(part) for part in shown.parts)
    charts = "".join(_chart(chart, f"{number}-{at}") for at, chart in enumerate(there, 1))
    return (
        f"<section>{''.join(head)}{charts}{_rows(found)}"
        f'<footer class="muted"><p>{_text(words.source)}</p>{provenance}</footer></section>'
    )


def _chart(chart: Chart, number: str) -> str:
    figures = {
        name: json.loads(chart.draw(Look(), width).update_layout(width=width).to_json())
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    config = CONFIG | {"responsive": False}
    key = "".join(_entry(entry) for entry in chart.key(Look()))
    return (
        f'<ul class="key" aria-label="How it is drawn">{key}</ul>'
        f'<div class="chart" role="img" aria-label="{_text(chart.alt)}" '
        f'data-figure="figure-{number}"></div>'
        f'<script type="application/json" id="figure-{number}">'
        f"{_json(figures | {'config': config})}</script>"
    )


def _entry(entry: Entry) -> str:
    drawing = f'<svg width="{entry.width}" height="{BOX}" aria-hidden="true">{entry.drawing}</svg>'
    return f"<li>{drawing}{_text(entry.text)}</li>"


def _rows(found: Scene) -> str:
    names = list(found.rows.columns)
    head = "".join(f'<th scope="col">{_text(str(name))}</th>' for name in names)
    ids = found.ids or ("",) * len(found.rows)
    said = found.told or ((),) * len(found.rows)
    rows = found.rows.itertuples(index=False, name=None)
    body = "".join(
        f'<tr data-id="{_text(row_id)}">'
        + "".join(
            _cell(name, value, behind if name == found.said_in else ())
            for name, value in zip(names, row, strict=True)
        )
        + "</tr>"
        for row_id, behind, row in zip(ids, said, rows, strict=True)
    )
    count = f"{len(found.rows):,} rows of {max(found.total, len(found.rows)):,}"
    return (
        f'<div class="rows" tabindex="0" role="region" aria-label="{count}"><table>'
        f"<caption>{count}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(column: str, value: Any, behind: Sequence[Told]) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    kind = ' class="number"' if is_number else ""
    return f'<td{kind} data-column="{_text(column)}">{_text(str(value))}{_sentences(behind)}</td>'


def _sentences(behind: Sequence[Told]) -> str:
    """The sentences behind a row, which open on a click, with the words marked that were read."""
    if not behind:
        return ""
    items = "".join(
        f'<li><span class="muted">{_text(told.source)}:</span> {_marked(told)}</li>'
        for told in behind
    )
    return (
        f"<details><summary>{counted(len(behind), 'sentence')}</summary>"
        f'<ul class="told">{items}</ul></details>'
    )


def _marked(told: Told) -> str:
    spans = [Marked(start, end, Mark.FOCUS) for start, end in told.words]
    return "".join(
        f"<mark>{_text(piece.text)}</mark>" if piece.marks else _text(piece.text)
        for piece in cut(told.sentence, spans)
    )


def _provenance(shown: Shown) -> str:
    said = shown.provenance().items()
    return "<p>" + "; ".join(f"{_text(what)}: {_text(value)}" for what, value in said) + "</p>"


def _text(text: str) -> str:
    """Text as HTML, in an element or in an attribute between double quotes."""
    return html.escape(plain(text))


def _json(value: Any) -> str:
    """JSON within a script element: no `<`, so that nothing ends the element or opens a comment."""
    text = json.dumps(value)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

"""The page's own style sheet: a constant, with nothing from data in it.

It hides the download that Streamlit puts on every table: that one holds only the rows that were
sent, does not say so, and lets formulas through.
"""

from dateline.charts.theme import Look
from dateline.ui import stage_style
from dateline.ui.markup import Html

SHEET = """
.stMainBlockContainer{padding-top:4.5rem!important;padding-bottom:2rem}
.stMainBlockContainer>.stVerticalBlock{gap:.7rem}
[data-testid=stLayoutWrapper]:has(>.st-key-viewport-holder,>.st-key-briefing-in-tab-place,
>.st-key-view-tools){position:absolute;left:0;width:1px!important}
.st-key-viewport-holder{position:absolute;width:1px!important;height:1px;overflow:hidden}
.st-key-view-tools{position:fixed;top:.55rem;right:1rem;z-index:1000000;width:auto!important}
.stAppHeader{padding-right:17rem}
.st-key-strip-wide{padding:0 8px 0 150px;margin:-.2rem 0 -.35rem}
.st-key-strip-narrow{padding:0 8px;margin:-.2rem 0 -.35rem}
.dl-h1{font-size:1.65rem;line-height:1.2;font-weight:700;margin:0;padding:0;letter-spacing:-.01em}
.dl-head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1.2rem}
.dl-sub{font-size:1rem;opacity:.85;margin:0}
ul.dl-legend{padding:0!important;margin:.1rem 0 0!important;list-style:none;display:flex;
flex-wrap:wrap;gap:.25rem 1.1rem;font-size:.93rem;align-items:center}
ul.dl-legend li{padding:0!important;margin:0!important;display:inline-flex;align-items:center;
gap:.4rem;font-size:.93rem}
ul.dl-legend img{flex:none}
.dl-meta{display:flex;gap:.3rem .6rem;flex-wrap:wrap;align-items:center;font-size:1rem}
.dl-tag{display:inline-flex;align-items:center;gap:.35rem;border-radius:999px;padding:.02rem .6rem;
border:1px solid color-mix(in srgb,currentColor 35%,transparent);font-size:.9rem}
.dl-card h2{font-size:1.35rem;line-height:1.25;margin:.25rem 0 .35rem;font-weight:700;padding:0}
.dl-card h2.dl-big{font-size:1.8rem;font-variant-numeric:tabular-nums}
dl.dl-facts{display:grid;padding:0!important;
grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.2rem 0 0!important;
font-size:1rem}
dl.dl-facts dt{opacity:.85;
margin:0!important;padding:0!important;font-weight:400}
dl.dl-facts dd{margin:0!important;padding:0!important;overflow-wrap:anywhere}
.dl-h3{font-size:.98rem;font-weight:650;margin:0 0 .4rem;padding:0}
.dl-quote{margin:0;padding:.05rem 0 .05rem .9rem;overflow-wrap:anywhere;
border-left:3px solid color-mix(in srgb,currentColor 40%,transparent)}
.dl-quote.dl-denied{border-left-style:double;border-left-width:5px}
.dl-quote blockquote{margin:0;font-size:1.06rem;line-height:1.5;padding:0;border:0;max-width:68ch}
.dl-quote figcaption{font-size:.93rem;opacity:.88;margin-top:.15rem}
.st-key-told-here p,[class*="st-key-quote-"] p{white-space:normal!important;overflow-wrap:anywhere}
[class*="st-key-related-"]{margin-top:.5rem}
[class*="st-key-related-"] button{text-align:left;padding:.1rem 0;min-height:0;line-height:1.35}
button[kind="primary"],button[kind="primary"] p{color:var(--dl-ground)!important}
.dl-note{font-size:.9rem;opacity:.85;margin:.1rem 0 0;max-width:120ch}
.dl-text{max-width:72ch;overflow-wrap:anywhere}
.dl-text p{font-size:1.08rem;line-height:1.65;margin:0 0 .8rem}
mark.dl-m{color:inherit;background:transparent;padding:.05em .05em;border-radius:3px}
mark.dl-focus{background:var(--dl-focus)!important;box-shadow:0 0 0 2px var(--dl-focus)}
mark.dl-date{background:var(--dl-date);border-bottom:2px solid var(--dl-date-line)}
mark.dl-cue{border-bottom:2px dotted currentColor}
mark.dl-figure{background:var(--dl-figure);border-bottom:3px double var(--dl-figure-line)}
mark.dl-actor{border-bottom:1.5px solid var(--dl-actor-line)}
mark.dl-problem{border-bottom:2px wavy var(--dl-problem-line);
text-decoration:underline wavy var(--dl-problem-line);text-underline-offset:3px}
.st-key-told-here{row-gap:.35rem!important}
.st-key-told-here p{line-height:1.3;margin:0}
mark.dl-hit{outline:2px solid var(--dl-actor-line);outline-offset:1px}
[data-testid=stElementToolbarButton]:has(button[aria-label^="Download as CSV"]){display:none}
@media (max-width:640px){
.stMainBlockContainer{padding-left:1rem!important;padding-right:1rem!important}
.dl-h1{font-size:1.4rem}
dl.dl-facts{grid-template-columns:1fr;gap:0}
dl.dl-facts dt{margin-top:.35rem}
}
"""
_LIGHT = {
    "date": "#DCEBFA", "date-line": "#0B5CAD", "figure": "#FBE9C6", "figure-line": "#8A5A00",
    "actor-line": "#007557", "problem-line": "#AF1A14", "focus": "#FFF3B8",
}  # fmt: skip
_DARK = {
    "date": "#173A5E", "date-line": "#7AB8FF", "figure": "#4A3A12", "figure-line": "#F2CC4D",
    "actor-line": "#4FD3A6", "problem-line": "#FF7F6E", "focus": "#4B4415",
}  # fmt: skip


def sheet(look: Look) -> Html:
    """The style sheet for the reader's ground."""
    colours = _DARK if look.ground == "dark" else _LIGHT
    names = "".join(f"--dl-{name}:{colour};" for name, colour in colours.items())
    base = look.base
    names += f"--dl-ground:{base.ground};--dl-rule:{base.rule};--dl-accent:{base.accent};"
    return Html(f"<style>:root{{{names}}}{SHEET}{stage_style.SHEET}</style>")

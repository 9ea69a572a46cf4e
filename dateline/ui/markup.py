"""The one door for HTML to the screen.

Article text is other people's, and Streamlit's own ways in each do something with it: markdown
loads images and turns "$5m to $10m" into a formula, `st.html` lets a `<style>` through. So HTML is
built from `Html` values only, which no other module makes out of a string, and everything else is
escaped on its way in.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that is safe to show, because `tag` and `join` made it."""

    source: str


Content = Html | str

TAGS = frozenset(
    {
        "a", "article", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
        "h3", "li", "mark", "p", "section", "span", "strong", "ul",
    }
)  # fmt: skip


def tag(name: str, *content: Content, **attributes: str) -> Html:
    """An element around *content*, escaped unless it is `Html`; `class_` names its class."""
    if name not in TAGS:
        raise ValueError(f"{name!r} is no element that Dateline shows")
    pairs = (
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{''.join(pairs)}>{join(content).source}</{name}>")


def join(content: Iterable[Content]) -> Html:
    return Html("".join(_escaped(part) for part in content))


def _escaped(part: Content) -> str:
    return part.source if isinstance(part, Html) else html.escape(part)


def picture(path: str, size: tuple[int, int], colour: str, fill: str = "", extra: str = "") -> Html:
    """An SVG path as an image: `st.html` drops inline SVG, a data address survives.

    *extra* is more SVG, drawn first; all arguments come from the theme, none from data.
    """
    width, height = size
    style = f'fill="{fill}" stroke="{colour}" stroke-width="2"' if fill else f'fill="{colour}"'
    body = f'{extra}<path d="{path}" {style}/>' if path else extra
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    return Html(
        f'<img alt="" width="{width}" height="{height}" src="data:image/svg+xml,{quote(drawing)}">'
    )


def show(*content: Content) -> None:
    """Put *content* on the page."""
    st.html(join(content).source)


def plain(text: str) -> str:
    """*text* for a label that Streamlit reads as markdown, so that it shows as written."""
    marks = "\\`*_{}[]<>()#+-.!$:|~"
    return "".join(f"\\{char}" if char in marks else char for char in text.replace("\n", " "))

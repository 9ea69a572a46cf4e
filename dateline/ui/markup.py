"""The one door for HTML to the screen.

Article text is other people's, and Streamlit's own ways in each do something with it: markdown
loads images and turns "$5m to $10m" into a formula, `st.html` lets a `<style>` through. So HTML is
built from `Html` values only, which no other module makes out of a string, and everything else is
escaped on its way in.
"""

import html
import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import streamlit as st

from dateline.views.visible import visible


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that is safe to show, because `tag` and `join` made it."""

    source: str


Content = Html | str

TAGS = frozenset(
    {
        "article", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
        "h3", "li", "mark", "p", "section", "span", "strong", "ul",
    }
)  # fmt: skip


# Attributes that run, load or lead somewhere; `link` and `picture` make the ones that may.
_ACTIVE = re.compile(r"on.*|style|src.*|href|action|formaction|data|poster|background", re.DOTALL)


def tag(name: str, *content: Content, **attributes: str) -> Html:
    """An element around *content*, escaped unless it is `Html`; `class_` names its class."""
    if name not in TAGS:
        raise ValueError(f"{name!r} is no element that Dateline shows")
    for key in attributes:
        if _ACTIVE.fullmatch(key.lower()):
            raise ValueError(f"{key!r} is no attribute for text: it runs, loads or leads somewhere")
    return _element(name, content, attributes)


def link(address: str, *content: Content) -> Html:
    """*content* as a link out of the dashboard, in a tab of its own.

    Where *address* is not http or https, it is no link, and only shown.
    """
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web:
        return tag("span", *content)
    leading = {"href": address, "rel": "noopener noreferrer", "target": "_blank"}
    return _element("a", content, leading)


def _element(name: str, content: Iterable[Content], attributes: dict[str, str]) -> Html:
    pairs = (
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(visible(value))}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{''.join(pairs)}>{join(content).source}</{name}>")


def join(content: Iterable[Content]) -> Html:
    return Html("".join(_escaped(part) for part in content))


def _escaped(part: Content) -> str:
    return part.source if isinstance(part, Html) else html.escape(visible(part))


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


# Streamlit looks for these in what is left when markdown is read, so that no backslash stops it.
_FOUND_LATER = re.compile(
    r"(?P<before>:)(?=[\w+-]{1,60}:)|(?P<scheme>https?)(?=:)|(?P<www>www)(?=\.)|(?P<at>@)(?=[\w-])",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINER = "\N{WORD JOINER}"  # shows nothing, and is no part of an address or an emoji's name


def toast(text: str) -> None:
    """Say *text* for a moment, as it is written."""
    st.toast(plain(text))


def plain(text: str) -> str:
    """*text* for a label that Streamlit reads as markdown, so that it shows as written."""
    apart = _FOUND_LATER.sub(lambda found: found[0] + _JOINER, visible(text))
    line = _BREAKS.sub(" ", apart).strip()
    return "".join(f"\\{char}" if char in string.punctuation else char for char in line)

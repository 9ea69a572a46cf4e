"""The typeface of the dashboard, for files that have to look the same where it is not installed.

Streamlit ships it (Source Sans, SIL Open Font License), and `charts.textwidth` knows its widths.
"""

import base64
from functools import cache
from importlib.metadata import PackageNotFoundError, files

FAMILY = "Source Sans"
_FILES = {"normal": "SourceSansVF-Upright", "italic": "SourceSansVF-Italic"}


def css(with_italic: bool = True) -> str:
    """`@font-face` rules that hold the font itself; empty where Streamlit ships it no longer."""
    styles = ("normal", "italic") if with_italic else ("normal",)
    return "".join(_face(style) for style in styles)


@cache
def _face(style: str) -> str:
    content = _font(_FILES[style])
    if not content:
        return ""
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:{style};font-weight:200 900;'
        f"src:url(data:font/woff2;base64,{base64.b64encode(content).decode()}) "
        'format("woff2")}'
    )


def _font(name: str) -> bytes:
    try:
        shipped = files("streamlit") or []
    except PackageNotFoundError:
        return b""
    found = next((path for path in shipped if path.name.startswith(name)), None)
    return found.read_binary() if found else b""

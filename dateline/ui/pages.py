"""The pages of the dashboard: their addresses, names and files, in the order of the menu."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

FOLDER = Path(__file__).parents[2] / "pages"
TITLES = {
    "timeline": "Timeline",
    "estimates": "Troop estimates",
    "both": "Events and numbers",
    "briefing": "Briefing",
    "sources": "Sources",
    "data": "Data",
    "method": "Method",
}


HOME = "timeline"  # what the bare address shows


def page(name: str) -> Any:
    """The page as Streamlit wants it, for links."""
    return _page(name, "start" if name == HOME else name)


def all_pages() -> dict[str, list[Any]]:
    """Every page by name. Streamlit gives its default page the bare address and takes no other for
    it, so that page has a twin, and /timeline is as good as /. The menu shows the one of them that
    is open, which it marks as such, else the default."""
    found = {name: [page(name)] for name in TITLES}
    is_twin_open = urlsplit(st.context.url or "").path.rstrip("/").endswith(f"/{HOME}")
    found[HOME] = [_page(HOME, "start", is_twin_open), _page(HOME, HOME, not is_twin_open)]
    return found


def _page(name: str, path: str, is_hidden: bool = False) -> Any:
    return st.Page(
        FOLDER / f"{name}.py",
        title=TITLES[name],
        url_path=path,
        default=name == HOME != path,
        visibility="hidden" if is_hidden else "visible",
    )

"""The pages of the dashboard: their addresses, names and files, in the order of the menu."""

from pathlib import Path
from typing import Any

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
    """The page as Streamlit wants it, for the menu and for links."""
    is_home = name == HOME
    path = "start" if is_home else name
    return st.Page(FOLDER / f"{name}.py", title=TITLES[name], url_path=path, default=is_home)


def all_pages() -> dict[str, list[Any]]:
    """Every page by name. Streamlit gives its default page the bare address and takes no other for
    it, so that page has a hidden twin, and /timeline is as good as /."""
    found = {name: [page(name)] for name in TITLES}
    twin = st.Page(FOLDER / f"{HOME}.py", title=TITLES[HOME], url_path=HOME, visibility="hidden")
    found[HOME].append(twin)
    return found

"""What surrounds every page: set-up, menu, address, and what happens when the tables are broken.

Streamlit has a trap here. Beside a folder called `pages/`, the first request to a fresh server for
a page's own address runs that page's file and not dashboard.py, so set-up and menu would be
skipped. Every page therefore asks `is_inside()` first: outside the shell, that runs the shell,
which comes back to the page.
"""

from contextvars import ContextVar
from functools import partial

import streamlit as st

from dateline.errors import DatelineError
from dateline.ui import (
    briefing_stage,
    callbacks,
    collected,
    notices,
    pages,
    presenting,
    signin,
    stage,
    style,
    url,
    view_tools,
    viewport,
)
from dateline.ui.markup import show
from dateline.views.briefing import PRESENTED

# The pages that can be presented, and how.
STAGED = {page: partial(stage.show, page) for page in PRESENTED} | {"briefing": briefing_stage.show}
_inside: ContextVar[bool] = ContextVar("inside the shell", default=False)
callbacks.keep_whole()


def main() -> None:
    """Run the page that the address asks for, if the visitor may see any."""
    st.set_page_config(
        page_title="Dateline",
        page_icon=str(pages.FOLDER.parent / "static" / "icon.png"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    if not signin.is_admitted():
        return
    menu = pages.all_pages()
    every = [page for twins in menu.values() for page in twins]
    current = st.navigation(every, position="top")
    name = next(name for name in menu if pages.TITLES[name] == current.title)
    url.read(name)
    show(style.sheet(viewport.look()))
    viewport.mount()
    collected.mount()
    token = _inside.set(True)
    try:
        if presenting.is_on() and name in STAGED:
            STAGED[name]()
        else:
            briefing_stage.put_back()
            view_tools.show(name)
            notices.stale()
            current.run()
    except DatelineError as error:
        notices.broken(error)
    finally:
        _inside.reset(token)
    signin.foot()
    url.write(name)


def is_inside() -> bool:
    """Whether the page that asks is to show itself now; False once the shell has shown it."""
    if _inside.get():
        return True
    main()
    return False

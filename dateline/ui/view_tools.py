"""What can be done with any view, at the top of its page: present it, or add it to the briefing."""

import streamlit as st

from dateline.errors import BriefingError
from dateline.ui import collected, known, presenting, tables, url
from dateline.ui.markup import toast
from dateline.ui.stage_views import FIELD
from dateline.views.address import CHOICES, selection_of
from dateline.views.briefing import LONGEST_NAME, PRESENTED, View, canonical
from dateline.views.presented import TITLES, filters_in_words


def show(page: str) -> None:
    """The buttons for *page*, where it has views to present."""
    if page not in PRESENTED and not (page == "briefing" and collected.held().briefing.views):
        return
    with st.container(key="view-tools", horizontal=True, gap="small"):
        if page in PRESENTED:
            st.button(
                "Add this view", on_click=_add, args=(page,), key=f"add-{page}",
                help="Add what is shown to the briefing",
            )  # fmt: skip
        presenting.door()


def _add(page: str) -> None:
    address, _ = canonical(f"{page}?{url.query(page)}", "this view")
    try:
        place = collected.add(View(_name(page), address))
    except BriefingError as error:
        toast(str(error))
        return
    toast(f"Added to the briefing as view {place}")


def _name(page: str) -> str:
    """What is chosen in the view, else what narrows it, else its title."""
    story, item = known.story(), st.session_state.get(FIELD[page])
    for frame, key, words in ((story.events, "event_id", "title"),
                              (story.estimates, "estimate_id", "phrase")):  # fmt: skip
        found = frame.loc[frame[key] == item, words] if item else frame.head(0)[words]
        if not found.empty:
            return str(found.iloc[0])[:LONGEST_NAME]
    state = {str(key): value for key, value in st.session_state.items()}
    narrowed = filters_in_words(selection_of(state, CHOICES), tables.choices())
    return f"{TITLES[page]} · {narrowed}"[:LONGEST_NAME] if narrowed else TITLES[page]

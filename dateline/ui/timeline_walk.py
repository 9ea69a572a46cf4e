"""Going through the events: the chart, the way to the next one, and the card of the chosen.

Choosing an event changes this part of the page and the address and nothing else, so this part runs
alone: filters, lists and exports are not asked again for every step.
"""

import streamlit as st

from dateline.ui import (
    cards,
    copy_link,
    filters,
    picker,
    plots,
    quotes,
    related,
    tables,
    timeline_page,
    url,
    viewport,
)
from dateline.views.lanes import Lanes
from dateline.views.listing import Listing
from dateline.views.quotes import quotes_of_event
from dateline.views.selection import Selection
from dateline.views.tables import OF_EVENTS


def show(found: Listing, selection: Selection, laid: Lanes) -> None:
    """The events *found* as a chart, with the chosen one's card under it."""
    _walk(found, selection, laid, tables.version())


@st.fragment
def _walk(found: Listing, selection: Selection, laid: Lanes, built: str) -> None:
    if tables.version() != built or filters.as_chosen(OF_EVENTS) != selection:
        st.rerun()  # the rest of the page is history: the tables are new, or a stretch was chosen
    chart = st.container(key="timeline-holder")
    total = len(found.story.events)
    chosen = picker.bar("event", tables.Worded(found, selection), "an event", total)
    timeline_page.note_if_hidden(found)
    if chosen is not None:
        _card(found, selection, laid, chosen)
    plots.timeline(chart, found, selection, laid, chosen, timeline_page.say(found, chosen))
    url.write("timeline")


def _card(found: Listing, selection: Selection, laid: Lanes, chosen: str) -> None:
    """What is known of an event beside the sentences that say it."""
    words = selection.words
    about, said = st.columns(2, gap="large")
    with about, st.container(key="timeline-card"):
        drawn = tables.once("row", lambda: found.row(chosen, laid), chosen, laid)
        cards.event(found.story, drawn, viewport.look(), words)
        copy_link.button("event")
        related.listed(found.story, chosen)
    with said:
        quotes.listed(
            tables.once(
                "quotes", lambda: quotes_of_event(found.story, chosen, words), chosen, words
            )
        )

"""Timeline: what happened when, as far as the sources let us say."""

import streamlit as st

from dateline.ui import (
    brush,
    cards,
    copy_link,
    downloads,
    filters,
    known,
    lane_choice,
    picker,
    plots,
    quotes,
    related,
    shell,
    tables,
    timeline_page,
    viewport,
)
from dateline.views.quotes import quotes_of_event
from dateline.views.tables import OF_EVENTS

if shell.is_inside():
    story = known.story()
    timeline_page.follow_mention(story)
    known.titled("What happened, and who says so", story, timeline_page.subtitle(story))
    laid = lane_choice.chosen()
    selection = filters.row(
        tables.choices(), OF_EVENTS, "timeline", tables.event_counts, lane_choice.button
    )
    brush.strip(story, selection)
    found = tables.listing(selection)
    if not found:
        timeline_page.empty(story, selection)
    else:
        chart = st.container(key="timeline-holder")
        chosen = picker.bar("event", found, "an event", len(story.events))
        if chosen is not None:
            about, said = st.columns(2, gap="large")
            with about, st.container(key="timeline-card"):
                cards.event(story, found.row(chosen, laid), viewport.look(), selection.words)
                copy_link.button("event")
                related.listed(story, chosen)
            with said:
                quotes.listed(quotes_of_event(story, chosen, selection.words))
        timeline_page.legend(found, laid)
        timeline_page.note_if_hidden(story, found)
        known.changed(story, found, timeline_page.choose)
        timeline_page.undated_list(story, found, selection, laid)
        downloads.exports("timeline")
        timeline_page.footer(story, selection)
        plots.timeline(chart, found, selection, laid, chosen, timeline_page.say(found, chosen))

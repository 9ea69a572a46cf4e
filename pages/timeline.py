"""Timeline: what happened when, as far as the sources let us say."""

import streamlit as st

from dateline.ui import (
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
    url,
    viewport,
)
from dateline.views.events import select_events
from dateline.views.quotes import quotes_of_event
from dateline.views.tables import OF_EVENTS
from dateline.views.timeline import timeline_rows

if shell.is_inside():
    story = known.story()
    timeline_page.follow_mention(story)
    known.titled("What happened, and who says so", story, timeline_page.subtitle(story))
    laid = lane_choice.chosen()
    selection = filters.row(
        tables.choices(), OF_EVENTS, "timeline", tables.event_counts, lane_choice.button
    )
    rows = timeline_rows(story, select_events(story, selection), laid)
    if rows.empty:
        timeline_page.empty(story, selection)
    else:
        chart = st.container(key="timeline-holder")
        labels = timeline_page.labels(rows)
        chosen = picker.bar("event", labels, "an event", len(story.events))
        if chosen is not None:
            about, said = st.columns(2, gap="large")
            drawn = rows.set_index("event_id", drop=False).loc[chosen].to_dict()
            with about:
                cards.event(story, drawn, viewport.look(), selection.words)
                copy_link.button("event")
                related.listed(story, chosen)
            with said:
                quotes.listed(quotes_of_event(story, chosen, selection.words))
        timeline_page.legend(rows)
        timeline_page.note_if_hidden(story, rows)
        known.changed(story, set(labels), timeline_page.choose)
        timeline_page.undated_list(story, rows)
        downloads.formats("events", selection, url.query("timeline"))
        timeline_page.footer(story, selection)
        badges = timeline_page.badges(rows)
        said_aloud = timeline_page.say(labels, chosen)
        plots.timeline(chart, rows, selection, laid, chosen, badges, said_aloud)

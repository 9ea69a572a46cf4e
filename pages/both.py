"""Events and numbers: what happened and how many were claimed, over one axis of days."""

import streamlit as st

from dateline.ui import (
    both_page,
    both_plots,
    brush,
    claim_choice,
    downloads,
    estimates_page,
    filters,
    known,
    picker,
    shell,
    tables,
    viewport,
)
from dateline.views.both import in_one_order, partners
from dateline.views.claim_view import claim_frames
from dateline.views.presented import title_of
from dateline.views.tables import OF_BOTH

if shell.is_inside():
    story, view, look = known.story(), claim_choice.chosen(), viewport.look()
    known.titled(title_of("both"), story, both_page.subtitle())
    selection = filters.row(
        tables.choices(), OF_BOTH, "both", both_page.counts, claim_choice.button
    )
    found, frames = tables.listing(selection), claim_frames(story, selection, view)
    brush.strip(story, selection)
    if not found and frames.is_empty:
        both_page.empty(selection)
    else:
        events, claims = st.container(key="events-holder"), st.container(key="claims-holder")
        labels = in_one_order(found, frames, estimates_page.labels(frames, troops_only=True))
        chosen = picker.bar("item", labels, "an event or a claim", len(labels))
        both_page.note_if_hidden(story, labels)
        if chosen is not None:
            estimates_page.detail(story, chosen, selection, look, both_page.FIELD)
        left_over = st.container()
        both_page.legends(look, found, frames)
        downloads.exports("both")
        both_page.footer(found, frames, view)
        rings, said_aloud = partners(story, chosen), both_page.say(labels, chosen)
        drawn = both_plots.both((events, claims), found, frames, selection, view, rings, said_aloud)
        with left_over:
            estimates_page.unlabelled(frames, drawn, both_page.FIELD)

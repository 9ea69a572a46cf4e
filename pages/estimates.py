"""Troop estimates: who claims how many, since when, and who denies it."""

import streamlit as st

from dateline.ui import (
    claim_choice,
    downloads,
    estimates_page,
    filters,
    known,
    legend,
    notices,
    picker,
    plots,
    shell,
    tables,
    viewport,
)
from dateline.views.claim_view import claim_frames
from dateline.views.presented import title_of
from dateline.views.tables import OF_CLAIMS

if shell.is_inside():
    story, view, look = known.story(), claim_choice.chosen(), viewport.look()
    known.titled(title_of("estimates", view), story, estimates_page.subtitle(story.estimates))
    selection = filters.row(
        tables.choices(), OF_CLAIMS, "estimates", tables.claim_counts, claim_choice.button
    )
    frames = claim_frames(story, selection, view)
    if frames.is_empty:
        notices.nothing("claim", selection)
    else:
        legend.troops(look, frames)
        chart = st.container(key="estimates-holder")
        labels = estimates_page.labels(frames)
        chosen = picker.bar("claim", labels, "a claim", len(labels))
        estimates_page.note_if_hidden(story, labels)
        if chosen is not None:
            estimates_page.detail(story, chosen, selection, look)
        left_over = st.container()
        estimates_page.range_rows(frames, view)
        estimates_page.compared(story, frames, selection, view, look)
        other = estimates_page.other_quantities(frames, look)
        since = estimates_page.changes_of(story, labels, selection, view)
        known.changed("claim", since, estimates_page.choose, selection, view)
        downloads.exports("estimates")
        estimates_page.footer(view)
        said_aloud = estimates_page.say(labels, chosen)
        drawn = plots.estimates(chart, frames, view, selection, chosen, said_aloud)
        plots.quantities(other, frames, view, selection)
        with left_over:
            estimates_page.unlabelled(frames, drawn)

"""Troop estimates: who claims how many, since when, and who denies it."""

import streamlit as st

from dateline.ui import (
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
    url,
    viewport,
)
from dateline.views.claims import (
    denial_rows,
    highest_so_far,
    other_rows,
    select_claims,
    troop_rows,
)
from dateline.views.tables import OF_CLAIMS

if shell.is_inside():
    story = known.story()
    subtitle = estimates_page.subtitle(story.estimates)
    known.titled("Troop numbers claimed, by day of report", story, subtitle)
    selection = filters.row(tables.choices(), OF_CLAIMS, "estimates", tables.claim_counts)
    claims = select_claims(story, selection)
    troops, other = troop_rows(story, claims), other_rows(story, claims)
    denials = denial_rows(story, selection)
    if claims.empty and denials.empty:
        notices.nothing("claim", selection)
    else:
        legend.estimates(viewport.look(), troops)
        chart = st.container(key="estimates-holder")
        labels = estimates_page.labels(troops, denials, other)
        chosen = picker.bar("claim", labels, "a claim", len(labels))
        if chosen is not None:
            estimates_page.detail(story, chosen, selection, viewport.look())
        downloads.formats("estimates", selection, url.query("estimates"))
        estimates_page.footer(troops, other)
        estimates_page.other_quantities(other)
        frames = (troops, denials, highest_so_far(troops))
        ranks = {group: rank for rank, group in enumerate(tables.choices().claimants)}
        said_aloud = estimates_page.say(labels, chosen)
        plots.estimates(chart, frames, ranks, selection, chosen, said_aloud)

"""Troop estimates: who claims how many, since when, and who denies it."""

import streamlit as st

from dateline.ui import (
    estimates_page,
    filters,
    heading,
    legend,
    notices,
    picker,
    plots,
    shell,
    tables,
    viewport,
)
from dateline.views.claims import (
    denial_rows,
    highest_so_far,
    other_rows,
    select_claims,
    troop_rows,
)

OFFERED = ("query", "claimants", "states", "days", "publishers", "stances")

if shell.is_inside():
    story = tables.story()
    heading.title(
        "Troop numbers claimed, by day of report", estimates_page.subtitle(story.estimates)
    )
    selection = filters.row(tables.choices(), OFFERED, "estimates")
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
        estimates_page.footer(troops, other)
        estimates_page.other_quantities(other)
        frames = (troops, denials, highest_so_far(troops))
        ranks = {group: rank for rank, group in enumerate(tables.choices().claimants)}
        said_aloud = estimates_page.say(labels, chosen)
        plots.estimates(chart, frames, ranks, selection, chosen, said_aloud)

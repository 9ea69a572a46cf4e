"""What the selected event leads to, as buttons that choose it."""

import pandas as pd
import streamlit as st

from dateline.ui import heading, pages, picker, tables, url
from dateline.ui.markup import plain
from dateline.views.claim_words import figure_words
from dateline.views.days import as_day, day_text, when
from dateline.views.related import Records, leads_of
from dateline.views.story import Story

MOST_CLAIMS = 6


def listed(story: Story, event_id: str, field: str = "event") -> None:
    """What contradicts the event, what it contradicts, how many, and what came next.

    *field* is where the page keeps what is chosen; only one that chooses among events alone leaves
    claims to their own page.
    """
    leads = tables.once("leads", lambda: leads_of(story, event_id), event_id)
    _events("Contradicted by", leads.against, "against", field)
    _events("Contradicts", leads.denies, "denies", field)
    _claims(leads.claims, field)
    _events("What came next for those named", leads.next, "next", field)


def on_the_timeline(event_id: str) -> None:
    """A link to the event on the timeline, with what is chosen here."""
    st.page_link(
        pages.page("timeline"),
        label="See it on the timeline",
        icon=":material/timeline:",
        query_params=url.params("timeline", event=event_id),
    )


def _claims(claims: Records, field: str) -> None:
    """The figures that are told with an event, each a way to its claim."""
    if not claims:
        return
    with st.container(gap=None, key="related-figures"):
        heading.section("How many, who claims it")
        for claim in claims[:MOST_CLAIMS]:
            day = as_day(claim["reported_day"])
            said = f"{figure_words(claim)} {claim['unit']}, “{claim['phrase']}”"
            label = plain(f"{said}, reported {day_text(day) if day else ''}")
            claim_id = str(claim["estimate_id"])
            if field == "event":
                st.page_link(
                    pages.page("estimates"),
                    label=label,
                    icon=":material/show_chart:",
                    query_params=url.params("estimates", claim=claim_id),
                )
            else:
                st.button(
                    label, type="tertiary", on_click=picker.go_to, args=(field, claim_id),
                    key=f"figure-{claim_id}",
                )  # fmt: skip


def _events(title: str, events: Records, key: str, field: str) -> None:
    if not events:
        return
    with st.container(gap=None, key=f"related-{key}"):
        heading.section(title)
        for event in events:
            precision = event["precision"]
            days = when(
                as_day(event["first_day"]),
                as_day(event["last_day"]),
                "" if pd.isna(precision) else str(precision),
            )
            st.button(
                plain(f"{days}: {event['title']}"),
                type="tertiary",
                on_click=picker.go_to,
                args=(field, event["event_id"]),
                key=f"{key}-{event['event_id']}",
            )

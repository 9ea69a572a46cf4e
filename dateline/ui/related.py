"""What the selected event leads to, as buttons that choose it."""

import pandas as pd
import streamlit as st

from dateline.ui import heading, picker
from dateline.ui.markup import plain
from dateline.views.days import as_day, when
from dateline.views.related import contradicted_by, contradicts, next_events
from dateline.views.story import Story


def listed(story: Story, event_id: str) -> None:
    """What contradicts the event, what it contradicts, and what came next."""
    _events("Contradicted by", contradicted_by(story, event_id), "against")
    _events("Contradicts", contradicts(story, event_id), "denies")
    _events("What came next for those named", next_events(story, event_id), "next")


def _events(title: str, events: pd.DataFrame, key: str) -> None:
    if events.empty:
        return
    with st.container(gap=None, key=f"related-{key}"):
        heading.section(title)
        for event in events.to_dict("records"):
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
                args=("event", event["event_id"]),
                key=f"{key}-{event['event_id']}",
            )

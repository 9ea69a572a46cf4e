"""The parts of the page of events and numbers that need more than a line."""

import streamlit as st

from dateline.charts.density import is_dense
from dateline.charts.key import density_key, estimates_key, timeline_key
from dateline.charts.theme import Look
from dateline.ui import heading, legend, notices, tables
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.facets import Counts
from dateline.views.listing import Listing
from dateline.views.presented import why_not_shown
from dateline.views.selection import Selection
from dateline.views.story import Story

FIELD = "item"
CLAIM_CHOICES = ("claimants", "states")


def subtitle() -> str:
    return "Draw over a stretch of either chart, and both follow. Select a mark, or use ← and →."


def counts(selection: Selection, names: tuple[str, ...]) -> Counts:
    """Events behind the choices of events, claims behind those of claims."""
    of_claims = tuple(name for name in names if name in CLAIM_CHOICES)
    of_events = tuple(name for name in names if name not in CLAIM_CHOICES)
    found = tables.event_counts(selection, of_events)
    return {**found, **tables.claim_counts(selection, of_claims)}


def legends(look: Look, found: Listing, frames: ClaimFrames) -> None:
    if not is_dense(found.dated_count):
        legend.timeline(look, found.rows())
    legend.troops(look, frames)


def whole_key(look: Look, found: Listing, frames: ClaimFrames, view: ClaimView) -> None:
    """The key of both charts for a room, which has no pills to read the colours from."""
    rows = found.rows()
    dense = is_dense(found.dated_count)
    events = density_key(look) if dense else timeline_key(rows[~rows["is_undated"]], look)
    claims = estimates_key(frames, view, tables.choices().claimants, look)
    legend.entries([*events, *claims], "Key")


def empty(selection: Selection) -> None:
    notices.nothing("event or claim", selection)


def say(labels: dict[str, str], chosen: str | None) -> str:
    return f"Selected {labels[chosen]}" if chosen else f"{len(labels)} events and claims shown"


def note_if_hidden(story: Story, labels: dict[str, str]) -> None:
    """Say so if the address names what is not shown, and why."""
    chosen = st.session_state.get(FIELD)
    if chosen and chosen not in labels:
        heading.note(why_not_shown(chosen, story, tables.story(), "What the address names"))


def footer(found: Listing, frames: ClaimFrames, view: ClaimView) -> None:
    axis = "the day they speak of" if view.is_spoken else "their day of report"
    said = [
        "Source: the articles listed under Sources. Events stand on the days they happened, "
        f"claims on {axis}. Quiet stretches of over four weeks are cut out of both axes alike."
    ]
    if found.undated_count:
        said.append(f" {found.undated_count:,} events without a date are on the Timeline page.")
    if len(frames.other):
        said.append(
            f" {len(frames.other):,} claims about other quantities are on the page of estimates."
        )
    if is_dense(found.dated_count):
        said.append(
            " So many events are counted and not drawn one by one, on an axis of their own; choose "
            "a stretch, and both share one axis."
        )
    heading.note("".join(said))

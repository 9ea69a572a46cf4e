"""What each page shows to a room: its words, its key, its charts and the card of what is chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from dateline.charts.density import is_dense
from dateline.charts.key import density_key, estimates_key, timeline_key
from dateline.ui import (
    both_page,
    both_plots,
    claim_choice,
    estimates_page,
    filters,
    lane_choice,
    legend,
    picker,
    plots,
    stage_cards,
    tables,
    timeline_page,
    viewport,
)
from dateline.views.both import in_one_order, partners
from dateline.views.claim_view import claim_frames
from dateline.views.presented import event_days, report_days, title_of
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.tables import OF_BOTH, OF_CLAIMS, OF_EVENTS

CLAIMS = "{:,} claims and denials. Each mark is a claim, not a count."
BOTH = "{:,} events and claims over the same days. Each number is a claim, not a count."


@dataclass(frozen=True, slots=True)
class Staged:
    """One view. *field* holds what is chosen among its *items*, which are called *noun*.

    *plot* draws last, into containers named after *holders*, around what is chosen.
    """

    title: str
    days: str
    field: str
    noun: str
    items: picker.Items
    story: Story
    selection: Selection
    holders: tuple[str, ...]
    key: Callable[[], None]
    card: Callable[[str | None], None]
    plot: Callable[[list[Any], str | None], None]


def _timeline(story: Story) -> Staged:
    """The timeline with the chosen event's card."""
    timeline_page.follow_mention(story)
    laid = lane_choice.chosen()
    selection = filters.chosen_among(tables.choices(), OF_EVENTS)
    found = tables.listing(selection)

    def key() -> None:
        look, dense = viewport.look(), is_dense(found.dated_count)
        legend.entries(density_key(look) if dense else timeline_key(found.rows(laid), look), "Key")

    def plot(holders: list[Any], chosen: str | None) -> None:
        said = timeline_page.say(found, chosen)
        plots.timeline(holders[0], found, selection, laid, chosen, said)

    return Staged(
        title_of("timeline"),
        event_days(story),
        "event",
        "event",
        found,
        story,
        selection,
        ("timeline",),
        key,
        lambda chosen: stage_cards.of_event(found, chosen, laid, selection),
        plot,
    )


def _estimates(story: Story) -> Staged:
    """The claims with the chosen claim's card."""
    view = claim_choice.chosen()
    selection = filters.chosen_among(tables.choices(), OF_CLAIMS)
    frames = claim_frames(story, selection, view)
    labels = estimates_page.labels(frames)

    def key() -> None:
        names = tables.choices().claimants
        legend.entries(estimates_key(frames, view, names, viewport.look()), "Key")

    def plot(holders: list[Any], chosen: str | None) -> None:
        said = estimates_page.say(labels, chosen)
        plots.estimates(holders[0], frames, view, selection, chosen, said)

    return Staged(
        title_of("estimates", view),
        report_days(story),
        estimates_page.FIELD,
        "claim",
        picker.Few(labels),
        story,
        selection,
        ("estimates",),
        key,
        partial(stage_cards.of_claim, story, CLAIMS.format(len(labels)), selection),
        plot,
    )


def _both(story: Story) -> Staged:
    """Events above claims, with the card of the chosen one of either."""
    view = claim_choice.chosen()
    selection = filters.chosen_among(tables.choices(), OF_BOTH)
    found, frames = tables.listing(selection), claim_frames(story, selection, view)
    labels = in_one_order(found, frames, estimates_page.labels(frames, troops_only=True))

    def key() -> None:
        both_page.whole_key(viewport.look(), found, frames, view)

    def plot(holders: list[Any], chosen: str | None) -> None:
        upper, lower = holders
        said = both_page.say(labels, chosen)
        rings = partners(story, chosen)
        both_plots.both((upper, lower), found, frames, selection, view, rings, said)

    return Staged(
        title_of("both"),
        event_days(story),
        both_page.FIELD,
        "event or claim",
        picker.Few(labels),
        story,
        selection,
        ("events", "claims"),
        key,
        partial(stage_cards.of_claim, story, BOTH.format(len(labels)), selection),
        plot,
    )


VIEWS: dict[str, Callable[[Story], Staged]] = {
    "timeline": _timeline,
    "estimates": _estimates,
    "both": _both,
}
FIELD = {"timeline": "event", "estimates": estimates_page.FIELD, "both": both_page.FIELD}

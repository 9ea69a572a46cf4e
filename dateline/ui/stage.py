"""A view as a room sees it: large type, no controls, its source and its day always in sight."""

from collections.abc import Callable, Container
from dataclasses import dataclass

import streamlit as st

from dateline.ui import (
    claim_choice,
    estimates_page,
    filters,
    known,
    lane_choice,
    markup,
    picker,
    plots,
    presenting,
    stage_cards,
    stage_legend,
    tables,
    timeline_page,
    viewport,
)
from dateline.ui.markup import Content, tag
from dateline.views.claim_view import claim_frames
from dateline.views.presented import (
    event_days,
    filters_in_words,
    known_words,
    report_days,
    source_words,
    why_not_shown,
)
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.tables import OF_CLAIMS, OF_EVENTS

TITLES = {
    "timeline": "What happened, and who says so",
    "estimates": "Troop numbers claimed, by day of report",
}

FIELD = {"timeline": "event", "estimates": "claim"}  # what is chosen on each page


@dataclass(frozen=True, slots=True)
class Slide:
    """What a briefing adds to a view: its name, the presenter's line, its place, what is amiss,
    and where keys lead that go on to another view."""

    title: str = ""
    note: str = ""
    place: str = ""
    missing: tuple[str, ...] = ()
    steps: Callable[[str], None] | None = None


ALONE = Slide()  # a view that is presented by itself


def _timeline(slide: Slide) -> None:
    """The timeline with the chosen event's card."""
    story = known.story()
    timeline_page.follow_mention(story)
    laid = lane_choice.chosen()
    selection = filters.chosen_among(tables.choices(), OF_EVENTS)
    found = tables.listing(selection)
    at = picker.place("event", found)
    _listen("event", found, slide)
    _head("timeline", story, found, selection, slide)
    if found:
        chosen = None if at is None else found.item(at)
        stage_legend.timeline(viewport.look(), found, laid)
        holder = st.container(key="timeline-holder")
        stage_cards.of_event(found, chosen, laid, selection)
        _foot(story, selection, found, at, slide)
        said = timeline_page.say(found, chosen)
        plots.timeline(holder, found, selection, laid, chosen, said)
    else:
        _nothing("event")
        _foot(story, selection, found, at, slide)


def _estimates(slide: Slide) -> None:
    """The claims with the chosen claim's card."""
    story, view = known.story(), claim_choice.chosen()
    selection = filters.chosen_among(tables.choices(), OF_CLAIMS)
    frames = claim_frames(story, selection, view)
    labels = estimates_page.labels(frames)
    items = picker.Few(labels)
    at = picker.place("claim", items)
    _listen("claim", items, slide)
    _head("estimates", story, labels, selection, slide)
    if labels:
        chosen = None if at is None else items.item(at)
        stage_legend.estimates(viewport.look(), frames, tables.choices().claimants, view)
        holder = st.container(key="estimates-holder")
        stage_cards.of_claim(story, labels, chosen, selection)
        _foot(story, selection, items, at, slide)
        said = estimates_page.say(labels, chosen)
        plots.estimates(holder, frames, view, selection, chosen, said)
    else:
        _nothing("claim")
        _foot(story, selection, items, at, slide)


VIEWS = {"timeline": _timeline, "estimates": _estimates}


def show(page: str, slide: Slide = ALONE) -> None:
    """A view of *page* as it is chosen in the session."""
    with st.container(key="stage"):
        VIEWS[page](slide)


def empty(text: str) -> None:
    """A stage without a view."""
    with st.container(key="stage"):
        presenting.keys(lambda act: None)
        _show_head(tag("h1", text, class_="dl-h1"))


def _listen(field: str, items: picker.Items, slide: Slide) -> None:
    """Keys go through *items*; in a briefing all but up and down go through its views instead."""

    def apply(act: str) -> None:
        if slide.steps is not None and act not in ("up", "down"):
            slide.steps(act)
        else:
            step(field, items, act)

    presenting.keys(apply)


def step(field: str, items: picker.Items, act: str) -> None:
    """Choose another of *items*, as the act says."""
    if not len(items):
        return
    if act in ("first", "last"):
        picker.go_to(field, items.item(0 if act == "first" else len(items) - 1))
    else:
        picker.step(field, items, 1 if act in ("next", "down") else -1)


def _head(
    page: str, story: Story, shown: Container[str], selection: Selection, slide: Slide
) -> None:
    field = FIELD[page]
    title = TITLES[page] if page == "timeline" else estimates_page.title(claim_choice.chosen())
    days = event_days(story) if page == "timeline" else report_days(story)
    words = filters_in_words(selection, tables.choices())
    about = " · ".join(part for part in (title if slide.title else "", days, words) if part)
    parts: list[Content] = [
        tag("h1", slide.title or title, class_="dl-h1"),
        tag("p", about, class_="dl-sub"),
    ]
    if slide.note:
        parts.append(tag("p", slide.note, class_="dl-line"))
    parts += [tag("p", text, class_="dl-amiss") for text in slide.missing]
    item = st.session_state.get(field)
    if item and item not in shown:
        parts.append(tag("p", why_not_shown(item, story, tables.story()), class_="dl-amiss"))
    _show_head(*parts)


def _show_head(*parts: Content) -> None:
    markup.show(tag("div", *parts, class_="dl-stage-head"))


def _nothing(what: str) -> None:
    markup.show(tag("p", f"No {what} matches these choices.", class_="dl-stage-nothing"))


def _foot(
    story: Story, selection: Selection, items: picker.Items, at: int | None, slide: Slide
) -> None:
    place = "" if at is None else f"{at + 1:,} of {len(items):,}"
    markup.show(
        tag(
            "div",
            tag("span", source_words(story), class_="dl-source"),
            tag("strong", known_words(story, selection)),
            tag("span", " · ".join(part for part in (place, slide.place) if part)),
            class_="dl-stage-foot",
        )
    )

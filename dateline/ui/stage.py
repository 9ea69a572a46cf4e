"""A view as a room sees it: large type, no controls, its source and its day always in sight."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dateline.ui import known, markup, picker, presenting, tables
from dateline.ui.markup import Content, tag
from dateline.ui.stage_views import VIEWS, Staged
from dateline.views.presented import (
    filters_in_words,
    known_words,
    source_words,
    why_not_shown,
)


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


def show(page: str, slide: Slide = ALONE) -> None:
    """A view of *page* as it is chosen in the session."""
    with st.container(key="stage"):
        view = VIEWS[page](known.story())
        at = picker.place(view.field, view.items)
        _listen(view.field, view.items, slide)
        _head(view, slide)
        if not len(view.items):
            words = f"No {view.noun} matches these choices."
            markup.show(tag("p", words, class_="dl-stage-nothing"))
            _foot(view, at, slide)
            return
        chosen = None if at is None else view.items.item(at)
        view.key()
        holders = [st.container(key=f"{name}-holder") for name in view.holders]
        view.card(chosen)
        _foot(view, at, slide)
        view.plot(holders, chosen)


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


def _head(view: Staged, slide: Slide) -> None:
    words = filters_in_words(view.selection, tables.choices())
    about = [view.title if slide.title else "", view.days, words]
    parts: list[Content] = [
        tag("h1", slide.title or view.title, class_="dl-h1"),
        tag("p", " · ".join(part for part in about if part), class_="dl-sub"),
    ]
    if slide.note:
        parts.append(tag("p", slide.note, class_="dl-line"))
    parts += [tag("p", text, class_="dl-amiss") for text in slide.missing]
    item = st.session_state.get(view.field)
    if item and picker.place(view.field, view.items) is None:
        why = why_not_shown(item, view.story, tables.story())
        parts.append(tag("p", why, class_="dl-amiss"))
    _show_head(*parts)


def _show_head(*parts: Content) -> None:
    markup.show(tag("div", *parts, class_="dl-stage-head"))


def _foot(view: Staged, at: int | None, slide: Slide) -> None:
    place = "" if at is None else f"{at + 1:,} of {len(view.items):,}"
    markup.show(
        tag(
            "div",
            tag("span", source_words(view.story), class_="dl-source"),
            tag("strong", known_words(view.story, view.selection)),
            tag("span", " · ".join(part for part in (place, slide.place) if part)),
            class_="dl-stage-foot",
        )
    )

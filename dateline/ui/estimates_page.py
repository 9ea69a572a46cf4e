"""The parts of the Troop estimates page that need more than a line."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

import pandas as pd
import streamlit as st

from dateline.charts.quantities_plan import drawn_rows
from dateline.charts.theme import Look
from dateline.ui import (
    cards,
    claim_card,
    claim_list,
    copy_link,
    heading,
    legend,
    opened,
    picker,
    quotes,
    related,
    remarks,
    tables,
)
from dateline.ui.compare import table as compare_table
from dateline.ui.markup import plain
from dateline.views.choices import STATE_NAMES
from dateline.views.claim_changes import claim_changes
from dateline.views.claim_view import ClaimFrames, ClaimView, claim_frames
from dateline.views.claim_words import number
from dateline.views.claimed_range import COUNTED_WORDS, Counted
from dateline.views.claims import TROOPS
from dateline.views.comparison import comparison
from dateline.views.days import as_day, day_text
from dateline.views.groups import actor_names
from dateline.views.presented import why_not_shown
from dateline.views.quotes import quote_of_claim, quotes_of_event
from dateline.views.remarks import remarks as remarks_of
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows

STATE_WORDS = {str(state): name.lower() for state, name in STATE_NAMES.items()}
FIELD = "claim"


def subtitle(claims: pd.DataFrame) -> str:
    how = "Each mark is one public claim, not a count that anybody verified."
    first, last = as_day(claims["reported_day"].min()), as_day(claims["reported_day"].max())
    if first is None or last is None:
        return how
    days = day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"
    return f"Reports of {days}. {how} Select a mark, or use ← and →."


def labels(frames: ClaimFrames, troops_only: bool = False) -> dict[str, str]:
    """Everything that can be chosen, in words, by id: claims, denials, other quantities."""
    found: dict[str, str] = {}
    for row in pd.concat([frames.troops, frames.vague]).itertuples():
        said = row.figure if row.has_number else f"“{row.phrase}”,"
        state = STATE_WORDS.get(row.state, row.state)
        found[row.estimate_id] = f"{_day(row)}: {said} troops, {state}, {row.claimant}"
    for row in frames.denials.itertuples():
        found.setdefault(row.item_id, f"{_day(row)}: {row.denier} denies: {row.title}")
    for row in frames.other.itertuples() if not troops_only else ():
        found.setdefault(row.estimate_id, f"{_day(row)}: {row.figure} {row.unit}, {row.claimant}")
    return found


def _day(row: Any) -> str:
    day = as_day(row.reported_day)
    return day_text(day) if day else ""


def changes_of(
    story: Story, shown: Mapping[str, str], selection: Selection, view: ClaimView
) -> Callable[[dt.date], pd.DataFrame]:
    """What became known of the claims and denials *shown* after a day."""

    def compare(since: dt.date) -> pd.DataFrame:
        before = tables.story(since)
        earlier = claim_frames(before, replace(selection, known_on=since), view)
        return claim_changes(before, story, labels(earlier), shown)

    return compare


def say(shown: dict[str, str], chosen: str | None) -> str:
    return f"Selected {shown[chosen]}" if chosen else f"{len(shown)} claims and denials shown"


def choose(item_id: str) -> None:
    st.session_state[FIELD] = item_id


def note_if_hidden(story: Story, shown: dict[str, str]) -> None:
    """Say so if the address names a claim that is not shown, and why."""
    chosen = st.session_state.get(FIELD)
    if chosen and chosen not in shown:
        heading.note(why_not_shown(chosen, story, tables.story(), "The claim in the address"))


def detail(
    story: Story,
    chosen: str,
    selection: Selection,
    look: Look,
    field: str = FIELD,
) -> None:
    """The card of a claim, or of an event such as the one a denial tells, with its sentences.

    *field* is where the page keeps what is chosen; on a page that shows events and claims, both
    are chosen there.
    """
    about, said = st.columns(2, gap="large")
    is_claim = chosen in set(story.estimates["estimate_id"])
    with about:
        if is_claim:
            claim_card.claim(story, chosen, field)
        else:
            events = story.events[story.events["event_id"] == chosen]
            drawn = timeline_rows(story, events).iloc[0].to_dict()
            cards.event(story, drawn, look, selection.words)
            copy_link.button(field)
            related.on_the_timeline(chosen)
            if field != FIELD:
                related.listed(story, chosen, field)
    with said:
        found = quote_of_claim if is_claim else quotes_of_event
        quotes.listed(found(story, chosen, selection.words))
        if is_claim:
            go = partial(picker.go_to, field)
            claim_card.leads(story, chosen, go, has_events=field != FIELD)


def compared(
    story: Story, frames: ClaimFrames, selection: Selection, view: ClaimView, look: Look
) -> None:
    """What everybody claims of troops, side by side, and what stands out."""
    told = frames.rows[frames.rows["measure"] == TROOPS]
    if told.empty:
        return
    heading.section(f"{_count(len(told), 'claim')} of troops side by side")
    names = tables.choices().claimants
    ranks = {group: rank for rank, group in enumerate(names)}
    colours = {group: look.claimant(rank) for group, rank in ranks.items()}
    laid, found = tables.once(
        "compared",
        lambda: (
            comparison(told, frames.denials, names, view.by),
            remarks_of(told, actor_names(story)),
        ),
        selection,
        view,
    )
    chosen = st.session_state.get(FIELD)
    version = f"{tables.version()} {look.ground} {hash(laid)}"
    if laid.left_out:
        heading.note(
            f"The latest {len(laid.columns)} of {len(laid.columns) + laid.left_out} days: choose "
            "days above to compare earlier ones; Data and Export hold all."
        )
    compare_table(laid, colours, look, chosen, version, choose)
    remarks.listed(found, choose)


def range_rows(frames: ClaimFrames, view: ClaimView) -> None:
    """Of what the shaded range is, and the rows behind it."""
    if view.counted is Counted.NONE or frames.in_range.empty:
        return
    ends = frames.in_range[["low", "high"]]
    low, high = number(ends.min().min()), number(ends.max().max())
    claims = _count(len(frames.in_range), "claim")
    words = COUNTED_WORDS[view.counted].removeprefix("claims").strip(", ")
    title = f"Shaded: from {low} to {high}, the lowest and highest of {claims} {words}"
    with opened.line(title, "range-rows") as more:
        if not more.open:
            return
        heading.note(
            "The range of what was said so far, not of what is true. It leaves out what is on top "
            "of something else, parts of a whole, what has no number, and numbers that a sentence "
            "gives only to deny them. A claim with one open end counts by the number it names."
        )
        claim_list.table(frames.in_range, "in-range", choose)


class LeftOver(Protocol):
    """What a figure of claims could not name or place: ids of claims and events."""

    @property
    def unlabelled(self) -> tuple[str, ...]: ...

    @property
    def without_day(self) -> tuple[str, ...]: ...


def unlabelled(frames: ClaimFrames, drawn: LeftOver, field: str = FIELD) -> None:
    """Every mark that has no name printed at it, and every claim without a place on the axis."""
    go = partial(picker.go_to, field)
    for ids, said, key in (
        (drawn.unlabelled, "not labelled in the chart, for want of room", "unlabelled"),
        (drawn.without_day, "left out of the chart, because they speak of no day", "without-day"),
    ):
        if ids:
            words = f"{_count(len(ids), 'mark')} {said}"
            with opened.line(words, f"{key}-rows") as more:
                if not more.open:
                    continue
                claim_list.table(frames.rows[frames.rows["estimate_id"].isin(ids)], key, go)
                nameless = frames.denials[frames.denials["item_id"].isin(ids)]
                for row in nameless.drop_duplicates(["item_id", "denier"]).itertuples():
                    st.button(
                        plain(f"{row.denier} denies"),
                        type="tertiary",
                        on_click=go,
                        args=(row.item_id,),
                        key=f"{key}-{row.item_id}-{row.denier}",
                    )


def other_quantities(frames: ClaimFrames, look: Look) -> Any:
    """What is no number of troops: room for its charts, which is returned, and a table."""
    if frames.other.empty:
        return st.container()
    heading.section("Other quantities, each on an axis of its own")
    legend.claims(look, drawn_rows(frames.other))
    holder = st.container(key="quantities-holder" if len(drawn_rows(frames.other)) else None)
    words = f"{_count(len(frames.other), 'claim')} as a table"
    with opened.line(words, "others") as more:
        if more.open:
            claim_list.table(frames.other, "other-quantities", choose)
    return holder


def footer(view: ClaimView) -> None:
    axis = (
        "by the day that the figure speaks of; a dotted bar covers the days of which one is meant"
        if view.is_spoken
        else "by day of publication. Claims of one day are set side by side in its column; the "
        "place within the column carries no meaning"
    )
    heading.note(
        f"Source: the articles listed under Sources, {axis}. ≥ at least, ≤ at most, ≈ about, + in "
        "addition to something already counted. Nothing here is a count of troops: no number is "
        "worked out from the claims but the range of what was claimed."
    )


def _count(number_of: int, noun: str) -> str:
    return f"{number_of:,} {noun}{'' if number_of == 1 else 's'}"

"""What is known of the selected claim, and where it leads: to its event, to who denies it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dateline.ui import copy_link, heading, pages, url
from dateline.ui.cards import facts_list
from dateline.ui.claim_signs import state_sign
from dateline.ui.markup import plain, show, tag
from dateline.views.claim_links import denied_by, others_by_claimant
from dateline.views.claim_words import (
    BOUND_NAMES,
    figure_text,
    figure_words,
    reported_text,
    spoken_text,
)
from dateline.views.days import as_day, short_day
from dateline.views.groups import actor_names, names_of
from dateline.views.remarks import STATE_WORDS
from dateline.views.story import Story

MOST_LISTED = 8
BASIS_WORDS = {
    "figure": "the days of its event",
    "claim": "the day of the claim, since the sentence gives no other",
    "report": "the day of the report, since the sentence gives no other",
}


def claim(story: Story, estimate_id: str, field: str) -> None:
    """The card of a claim, and a link to copy; *field* names the choice in the address."""
    _card(story, story.estimates.set_index("estimate_id").loc[estimate_id])
    copy_link.button(field)


def leads(
    story: Story, estimate_id: str, choose: Callable[[str], None], has_events: bool = False
) -> None:
    """What a claim leads to; *choose* opens another claim or a denial on this page.

    Where the page *has_events*, it opens the claim's event as well; else a link leads to it.
    """
    row = story.estimates.set_index("estimate_id").loc[estimate_id]
    _event(story, str(row["event_id"]), choose if has_events else None)
    _others(story, estimate_id, choose)
    _denials(denied_by(story, estimate_id), choose)


def _card(story: Story, row: pd.Series) -> None:
    names = actor_names(story)
    articles = story.articles.set_index("article_id")
    article = articles.loc[row["article_id"]]
    spoken = spoken_text(row["as_of_first"], row["as_of_last"])
    basis = BASIS_WORDS.get(str(row["as_of_basis"]), "")
    state = str(row["state"])
    facts = {
        "In the words": f"“{row['phrase']}”",
        "Claimed by": _claimant(row, names),
        "Passed on by": names_of(row["relayed_by"], names),
        "Whose": names_of(row["force_id"], names),
        "Bound": _bound(row),
        "Speaks of": f"{spoken} ({basis})" if spoken and basis else spoken,
        "Reported": f"{reported_text(row['reported_day'])} by {article['publisher']}, "
        f"“{article['title']}”",
    }
    meta = [
        tag("strong", f"Reported {reported_text(row['reported_day'])}"),
        tag("span", f"{state_sign(state)} {STATE_WORDS.get(state, state)}", class_="dl-tag"),
        tag("span", str(row["stance"]), class_="dl-tag"),
        tag("span", row["unit"], class_="dl-tag"),
    ]
    show(
        tag(
            "section",
            tag("div", *meta, class_="dl-meta"),
            tag("h2", _heading(row), class_="dl-big"),
            facts_list(facts),
            class_="dl-card",
            aria_label="Selected claim",
        )
    )


def _heading(row: pd.Series) -> str:
    """The figure with what is counted; a share or a ratio counts nothing."""
    words = figure_words(row.to_dict())
    return words if row["unit"] in ("share", "ratio") else f"{words} {row['unit']}"


def _bound(row: pd.Series) -> str:
    said = [BOUND_NAMES[str(row["bound"])]]
    if row["is_increment"]:
        said.append("on top of what was counted before")
    if not pd.isna(row["part_of"]):
        said.append("a part of a whole")
    return ", ".join(said)


def _claimant(row: pd.Series, names: dict[str, str]) -> str:
    name = names_of(row["claimant"], names) or "the article itself"
    printed = row["claimant_text"]
    return f"{name}, as “{printed}”" if printed and printed != name else name


def _event(story: Story, event_id: str, choose: Callable[[str], None] | None) -> None:
    titles = dict(zip(story.events["event_id"], story.events["title"], strict=True))
    if event_id not in titles:
        return
    with st.container(gap=None, key="related-event"):
        heading.section("Its event, on the timeline")
        if choose is not None:
            st.button(
                plain(titles[event_id]), type="tertiary", on_click=choose, args=(event_id,),
                key=f"event-{event_id}",
            )  # fmt: skip
            return
        st.page_link(
            pages.page("timeline"),
            label=plain(titles[event_id]),
            icon=":material/timeline:",
            query_params=url.params("timeline", event=event_id),
        )


def _others(story: Story, estimate_id: str, choose: Callable[[str], None]) -> None:
    others = others_by_claimant(story, estimate_id)
    if others.empty:
        return
    with st.container(gap=None, key="related-claims"):
        heading.section("Other claims by the same claimant")
        for row in others.head(MOST_LISTED).to_dict("records"):
            day = as_day(row["reported_day"])
            state = STATE_WORDS.get(str(row["state"]), str(row["state"]))
            said = f"{short_day(day) if day else ''}: {figure_text(row)} {row['unit']}, {state}"
            st.button(
                plain(f"{said}, {row['stance']}"),
                type="tertiary",
                on_click=choose,
                args=(row["estimate_id"],),
                key=f"other-{row['estimate_id']}",
            )
        if len(others) > MOST_LISTED:
            heading.note(f"{len(others) - MOST_LISTED} more stand in the comparison below.")


def _denials(events: pd.DataFrame, choose: Callable[[str], None]) -> None:
    if events.empty:
        return
    with st.container(gap=None, key="related-denials"):
        heading.section("Who denies it")
        for row in events.head(MOST_LISTED).to_dict("records"):
            day = as_day(row["first_reported_day"])
            st.button(
                plain(f"{short_day(day) if day else ''}: {row['title']}"),
                type="tertiary",
                on_click=choose,
                args=(row["event_id"],),
                key=f"denial-{row['event_id']}",
            )

"""The parts of the Sources page that need more than a line."""

from typing import Any

import pandas as pd
import streamlit as st

from dateline.model import PublishedBasis
from dateline.ui import pages, quotes
from dateline.ui.markup import Html, link, plain, show, tag
from dateline.views.days import as_day, day_text
from dateline.views.quotes import Mark, Piece
from dateline.views.reading import events_told
from dateline.views.story import Story

_SCROLL_JS = """
export default function ({ data }) {
  let tries = 0;
  const go = () => {
    const target = document.querySelector('.dl-focus');
    if (target) target.scrollIntoView({ block: 'center' });
    else if (data.at && tries++ < 80) setTimeout(go, 25);
  };
  if (data.at) go();
}
"""
_scroll = st.components.v2.component("dateline_scroll", html="", js=_SCROLL_JS)


def chosen_article(articles: pd.DataFrame) -> dict[Any, Any]:
    """Let the reader choose an article; the newest first, and the first at first."""
    ordered = articles.sort_values(["published_day", "article_id"], ascending=[False, True])
    ids = list(ordered["article_id"])
    labels = {row.article_id: label(row) for row in ordered.itertuples()}
    if st.session_state.get("article") not in ids:
        st.session_state["article"] = ids[0]
    st.selectbox(
        "Article", ids, format_func=lambda i: labels[i], key="article", width=760,
        on_change=_forget_place, label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    row = ordered.set_index("article_id", drop=False).loc[st.session_state["article"]]
    return dict(row.to_dict())


def label(row: Any) -> str:
    day = as_day(row.published_day)
    return f"{day_text(day) if day else ''} · {row.publisher}: {row.title or 'untitled'}"


def _forget_place() -> None:
    st.session_state["at"] = None


def place() -> int | None:
    """The sentence that the address points at, by its first character."""
    value = str(st.session_state.get("at") or "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else None


def head(article: dict[Any, Any], story: Story) -> None:
    """Who published it and when, and how that day is known."""
    day = as_day(article["published_day"])
    stated = article["published_basis"] == PublishedBasis.STATED
    known = "given" if stated else "worked out from its content"
    parts: list[Html | str] = [
        tag("strong", article["publisher"]),
        tag("span", day_text(day) if day else ""),
        tag("span", f"day {known}", class_="dl-tag"),
        tag("span", f"{article['word_count']:,} words"),
    ]
    show(tag("div", *parts, class_="dl-meta"), tag("p", article["basis_note"], class_="dl-note"))
    if article["derived_from"]:
        titles = story.articles.set_index("article_id")["title"]
        told = titles.get(article["derived_from"], article["derived_from"])
        show(tag("p", f"Retells “{told}”, and so counts for no publisher of its own.",
                 class_="dl-note"))  # fmt: skip
    if article["url"]:
        show(tag("p", link(article["url"], article["url"]), class_="dl-note"))


def text(paragraphs: list[list[Piece]]) -> None:
    """The article as running text, with what was read in it marked where it stands."""
    shown = [tag("p", quotes.marked(pieces)) for pieces in paragraphs]
    show(tag("article", *shown, class_="dl-text"))
    at = next((p.start for pieces in paragraphs for p in pieces if Mark.FOCUS in p.marks), None)
    _scroll(key="scroll", data={"at": at}, height=1)


def told_here(story: Story, article_id: str) -> None:
    """The events of the article in the order of its sentences, each a link to the timeline."""
    events = events_told(story, article_id)
    show(tag("h3", f"{len(events)} events told here", class_="dl-h3"))
    with st.container(gap=None, key="told-here"):
        for row in events.itertuples():
            st.page_link(
                pages.page("timeline"),
                label=plain(row.title),
                query_params={"event": row.event_id},
            )

"""Whole tables under the reader's selection, with every column, for reading and taking away."""

from dataclasses import replace

import pandas as pd

from dateline.views.claims import select_claims
from dateline.views.events import publishers_of, search_rows, select_events, with_members
from dateline.views.selection import Selection
from dateline.views.story import Story


def select_table(story: Story, name: str, selection: Selection) -> pd.DataFrame:
    """The rows of one table that match the choices which have a meaning for it."""
    match name:
        case "events":
            return select_events(story, selection)
        case "mentions":
            return _mentions(story, selection)
        case "estimates":
            return select_claims(story, selection)
        case "articles":
            articles = _by_publisher(story, story.articles, selection)
            return search_rows(articles, selection.words)
        case "findings" | "problems":
            rows = _by_publisher(story, story.table(name), selection)
            return search_rows(rows, selection.words)
        case "actors":
            actors = story.actors
            if selection.actors:
                members = with_members(actors, selection.actors)
                actors = actors[actors["actor_id"].isin(members)]
            return search_rows(actors, selection.words)
        case _:
            raise ValueError(f"no table is called {name!r}")


# The choices that narrow each table; the others are not offered for it.
OF_EVENTS = (
    "query", "families", "days", "actors", "targets", "places", "publishers", "least_publishers",
    "kinds", "statuses", "stances",
)  # fmt: skip
OF_CLAIMS = ("query", "claimants", "states", "days", "actors", "publishers", "stances")
OF_BOTH = (*OF_EVENTS, "claimants", "states")
FILTERS = {
    "events": OF_EVENTS,
    "mentions": OF_EVENTS,
    "estimates": OF_CLAIMS,
    "articles": ("publishers", "query"),
    "actors": ("actors", "query"),
    "findings": ("publishers", "query"),
    "problems": ("publishers", "query"),
}


def _mentions(story: Story, selection: Selection) -> pd.DataFrame:
    """Mentions of the selected events; publisher, stance and words are asked of the mention."""
    of_events = select_events(story, replace(selection, query=""))["event_id"]
    rows = _by_publisher(story, story.mentions, selection)
    rows = rows[rows["event_id"].isin(of_events)]
    if selection.stances:
        rows = rows[rows["stance"].isin(selection.stances)]
    return search_rows(rows, selection.words)


def _by_publisher(story: Story, rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    if not selection.publishers:
        return rows
    by = rows["article_id"].map(publishers_of(story.articles))
    return rows[by.isin(selection.publishers)]

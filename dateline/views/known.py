"""The story as it was known on a day: only what had been published by then.

Events keep the names and the mentions that all articles together give them. What they looked like
on the day (title, days, status, counts) is worked out anew from the mentions printed until then, by
the functions that the build uses.
"""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pandas as pd

from dateline.merge.kinds import kind_of
from dateline.merge.rows import event_row, joining_order, mention_of
from dateline.schema import Events, conform, empty
from dateline.views.ids import split
from dateline.views.story import Story


def report_days(story: Story) -> list[dt.date]:
    """The days on which an article was published, in order: when what is known can change."""
    days = story.articles["published_day"].drop_duplicates().sort_values()
    return [day.date() for day in days]


def as_known_on(story: Story, day: dt.date) -> Story:
    """The tables that the articles published up to and on *day* give.

    Nobody writes into the frames of *story*; where *day* hides nothing, *story* itself comes back.
    """
    printed = story.articles["published_day"] <= pd.Timestamp(day)
    if printed.all():
        return story
    articles = story.articles[printed]
    there = set(articles["article_id"])
    mentions = _of(story.mentions, there)
    problems = story.problems["article_id"]
    return replace(
        story,
        articles=articles,
        mentions=mentions,
        events=_events(story, mentions),
        estimates=_of(story.estimates, there),
        actors=_actors(story.actors, mentions),
        findings=_of(story.findings, there),
        problems=story.problems[problems.isin(there) | (problems == "")],
    )


def _of(rows: pd.DataFrame, article_ids: set[str]) -> pd.DataFrame:
    return rows[rows["article_id"].isin(article_ids)]


def _events(story: Story, mentions: pd.DataFrame) -> pd.DataFrame:
    """Events that some mention tells; those that had fewer mentions than now, as they then were."""
    told_now = story.mentions["event_id"].value_counts()
    told_then = mentions["event_id"].value_counts()
    is_partly = told_then < told_now.reindex(told_then.index)
    whole = story.events[story.events["event_id"].isin(set(told_then.index[~is_partly]))]
    partly = mentions[mentions["event_id"].isin(set(told_then.index[is_partly]))]
    if partly.empty:
        return whole
    published = {
        article_id: day.date()
        for article_id, day in zip(
            story.articles["article_id"], story.articles["published_day"], strict=True
        )
    }
    groups = dict(zip(story.articles["article_id"], story.articles["publisher_group"], strict=True))
    known_now = story.events.set_index("event_id").to_dict("index")
    rows = []
    for event_id, rows_told in partly.groupby("event_id", sort=False):
        now = known_now.get(event_id)
        if now is None:
            continue
        told = [mention_of(row) for row in rows_told.to_dict("records")]
        told.sort(key=lambda mention: joining_order(mention, published[mention.article_id]))
        row = event_row(str(event_id), told, kind_of(told), published, groups)
        rows.append(row | {column: now[column] for column in _corrected(now["corrected"])})
    then = conform(pd.DataFrame(rows), Events) if rows else empty(Events)
    return pd.concat([whole, then], ignore_index=True)


# What stays as a person corrected it, whatever was known on the day.
_KEPT = {
    "title": ("title",),
    "kind": ("kind", "plover"),
    "days": ("first_day", "last_day", "precision", "edtf"),
}


def _corrected(names: str) -> list[str]:
    columns = [column for name in split(names) for column in _KEPT.get(name, ())]
    return [*columns, "corrected", "correction_reason", "is_hidden"]


def _actors(actors: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The same actors, counted in the mentions there were."""
    named = Counter(
        actor
        for cells in zip(mentions["actor_ids"], mentions["target_ids"], strict=True)
        for actor in {*split(cells[0]), *split(cells[1])}
    )
    return actors.assign(mention_count=[named[actor_id] for actor_id in actors["actor_id"]])

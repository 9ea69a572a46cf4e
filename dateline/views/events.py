"""Which events match what the reader chose, in the order of a timeline."""

import pandas as pd

from dateline.views.families import families
from dateline.views.ids import slug, split
from dateline.views.selection import Selection
from dateline.views.story import Story

FAR_PAST, FAR_FUTURE = pd.Timestamp("1000-01-01"), pd.Timestamp("2999-12-31")


def select_events(story: Story, selection: Selection) -> pd.DataFrame:
    """Events that match every choice, earliest first, the undated last.

    With days chosen, an event belongs if it *can* have happened then; one without a date could
    have happened at any time, which is no reason to list it under a week, so it is left out.
    """
    return in_order(matching(story, matches(story, selection)))


Masks = dict[str, pd.Series]


def matches(story: Story, selection: Selection) -> Masks:
    """For each choice that is made, by its name, whether each event matches it.

    Publishers and stances are asked of the same sentence, and so are one choice: ``tellings``.
    """
    events, found = story.events, Masks()
    if selection.has_days:
        found["days"] = _can_meet(events, selection)
    if selection.families:
        found["families"] = families(events, story.mentions).isin(selection.families)
    if selection.kinds:
        found["kinds"] = events["kind"].isin(selection.kinds)
    if selection.actors:
        members = with_members(story.actors, selection.actors)
        named = _names_any(events["actor_ids"], members)
        found["actors"] = named | _names_any(events["target_ids"], members)
    if selection.targets:
        members = with_members(story.actors, selection.targets)
        found["targets"] = _names_any(events["target_ids"], members)
    if selection.places:
        at = {place for place in events["place"].unique() if slug(place) in selection.places}
        found["places"] = events["place"].isin(at - {""})
    if selection.statuses:
        found["statuses"] = events["status"].isin(selection.statuses)
    if selection.least_publishers > 1:
        found["least_publishers"] = events["publisher_count"] >= selection.least_publishers
    if selection.publishers or selection.stances:
        told = select_tellings(story, selection)["event_id"]
        found["tellings"] = events["event_id"].isin(told.unique())
    if selection.words:
        found["query"] = _says(story, selection.words)
    return found


def matching(story: Story, masks: Masks) -> pd.DataFrame:
    """The events that match all of *masks*, in the order of the table."""
    wanted = pd.Series(True, index=story.events.index)
    for mask in masks.values():
        wanted &= mask
    return story.events[wanted]


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Events by the first day they can have happened on; an open start counts by its end."""
    start = events["first_day"].fillna(events["last_day"])
    order = events.assign(_start=start).sort_values(
        ["_start", "last_day", "event_id"], na_position="last", kind="stable"
    )
    return order.drop(columns="_start")


def undated(events: pd.DataFrame) -> pd.Series:
    """Whether an event has no date at all, rather than an open end."""
    return events["first_day"].isna() & events["last_day"].isna()


def left_out_for_days(story: Story, selection: Selection) -> int:
    """How many undated events the chosen days alone keep off the screen."""
    return int(undated(story.events).sum()) if selection.has_days else 0


def with_members(actors: pd.DataFrame, chosen: tuple[str, ...]) -> set[str]:
    """The chosen actors; a state brings everybody and everything of its country along."""
    picked = actors[actors["actor_id"].isin(chosen)]
    countries = picked[(picked["kind"] == "state") & (picked["country"] != "")]["country"]
    members = actors[actors["country"].isin(countries)]["actor_id"]
    return set(chosen) | set(members)


def publishers_of(articles: pd.DataFrame) -> pd.Series:
    """The slug of each article's publisher, by article_id."""
    return pd.Series(
        [slug(name) for name in articles["publisher"]], index=articles["article_id"], dtype="str"
    )


def _can_meet(events: pd.DataFrame, selection: Selection) -> pd.Series:
    first = pd.Timestamp(selection.first) if selection.first else FAR_PAST
    last = pd.Timestamp(selection.last) if selection.last else FAR_FUTURE
    dated = ~undated(events)
    return (
        dated
        & (events["first_day"].fillna(FAR_PAST) <= last)
        & (events["last_day"].fillna(FAR_FUTURE) >= first)
    )


def _names_any(cells: pd.Series, actors: set[str]) -> pd.Series:
    """Whether each cell names one of *actors*; the same cell is read once."""
    naming = {cell for cell in cells.unique() if not actors.isdisjoint(split(cell))}
    return cells.isin(naming)


def select_tellings(story: Story, selection: Selection) -> pd.DataFrame:
    """Mentions by the chosen publishers in the chosen stances; all where neither is chosen."""
    mentions = story.mentions
    if selection.publishers:
        slugs = publishers_of(story.articles)
        theirs = slugs.index[slugs.isin(selection.publishers)]
        mentions = mentions[mentions["article_id"].isin(theirs)]
    if selection.stances:
        mentions = mentions[mentions["stance"].isin(selection.stances)]
    return mentions


def _says(story: Story, words: tuple[str, ...]) -> pd.Series:
    """Whether title, place and quoted sentences of an event hold every word between them."""
    events, mentions = story.events, story.mentions
    titles, sentences = (
        _folded(events["title"] + " " + events["place"]),
        _folded(mentions["sentence"]),
    )
    found = pd.Series(True, index=events.index)
    for word in words:
        quoted = mentions.loc[sentences.str.contains(word, regex=False), "event_id"]
        found &= titles.str.contains(word, regex=False) | events["event_id"].isin(quoted.unique())
    return found


def _folded(texts: pd.Series) -> pd.Series:
    """*texts* without capitals. Arrow's own lower-casing is many times as fast as casefold."""
    return texts.astype("str").str.lower()


def _holds_all(texts: pd.Series, words: tuple[str, ...]) -> pd.Series:
    folded = _folded(texts)
    found = pd.Series(True, index=texts.index)
    for word in words:
        found &= folded.str.contains(word, regex=False)
    return found


def search_rows(frame: pd.DataFrame, words: tuple[str, ...]) -> pd.DataFrame:
    """Rows of any table whose text columns hold every word between them."""
    if not words or frame.empty:
        return frame
    columns = [frame[name].astype("str").fillna("") for name in frame.columns]
    joined = columns[0]
    for column in columns[1:]:
        joined = joined + " " + column
    return frame[_holds_all(joined, words)]

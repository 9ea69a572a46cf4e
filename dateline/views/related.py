"""What an event leads to: who contradicts it, and what those in it said or did next."""

import pandas as pd

from dateline.merge.cluster import SPEECH
from dateline.model import Stance
from dateline.views.events import in_order
from dateline.views.ids import split
from dateline.views.story import Story

MOST_NEXT = 3
_AFFIRMING = (Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED)


def contradicted_by(story: Story, event_id: str) -> pd.DataFrame:
    """The statements by which this event is denied: told in a sentence that denies it."""
    beside = _others_in(story, _told(story, event_id, (Stance.DENIED,)), event_id)
    return beside[beside["kind"].isin(SPEECH)]


def contradicts(story: Story, event_id: str) -> pd.DataFrame:
    """What this statement denies, though somebody affirms it.

    "Dahl denied that marines had left" tells a statement, and denies the leaving.
    """
    told = _told(story, event_id, (Stance.DENIED,))
    beside = _others_in(story, told[told["kind"].isin(SPEECH)], event_id)
    mentions = story.mentions
    denied = mentions[mentions["stance"] == Stance.DENIED]["event_id"]
    affirmed = mentions[mentions["stance"].isin(_AFFIRMING)]["event_id"]
    is_contested = beside["event_id"].isin(denied) & beside["event_id"].isin(affirmed)
    return beside[is_contested & ~beside["kind"].isin(SPEECH)]


def _told(story: Story, event_id: str, stances: tuple[Stance, ...] = ()) -> pd.DataFrame:
    mentions = story.mentions[story.mentions["event_id"] == event_id]
    return mentions[mentions["stance"].isin(stances)] if stances else mentions


def _others_in(story: Story, told: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """The other events told in the same sentences as *told*, in order."""
    here = story.mentions[story.mentions["article_id"].isin(told["article_id"])]
    keys = ["article_id", "sentence_start"]
    same = here.merge(told[keys].drop_duplicates(), on=keys)["event_id"]
    events = story.events
    return in_order(events[events["event_id"].isin(same) & (events["event_id"] != event_id)])


def next_events(story: Story, event_id: str) -> pd.DataFrame:
    """The first events after this one's days in which somebody of it is named, at most three."""
    event = story.events[story.events["event_id"] == event_id].iloc[0]
    end = event["last_day"] if pd.notna(event["last_day"]) else event["first_day"]
    involved = {*split(event["actor_ids"]), *split(event["target_ids"])}
    if pd.isna(end) or not involved:
        return story.events.iloc[:0]
    events = story.events[story.events["first_day"] > end]
    named = events["actor_ids"] + ";" + events["target_ids"]
    shares = [not involved.isdisjoint(split(cell)) for cell in named]
    return in_order(events[pd.Series(shares, index=events.index, dtype=bool)]).head(MOST_NEXT)

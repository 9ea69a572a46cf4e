"""What an event leads to: who contradicts it, and what those in it said or did next."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.merge.kinds import SPEECH
from dateline.model import Stance
from dateline.views.event_index import event_row, indexed, naming, tellings_of
from dateline.views.events import in_order
from dateline.views.ids import split
from dateline.views.story import Story

MOST_NEXT = 3
Records = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """Rows of events, and of estimates, that an event leads to."""

    against: Records
    denies: Records
    claims: Records
    next: Records


def leads_of(story: Story, event_id: str) -> Leads:
    """Who contradicts an event, what it contradicts, the figures told with it, what came next."""
    frames = (
        contradicted_by(story, event_id),
        contradicts(story, event_id),
        claims_of_event(story, event_id),
        next_events(story, event_id),
    )
    return Leads(*(tuple(frame.to_dict("records")) for frame in frames))


def claims_of_event(story: Story, event_id: str) -> pd.DataFrame:
    """The estimates that are told with an event, by report day."""
    claims = story.estimates[story.estimates["event_id"] == event_id]
    return claims.sort_values(["reported_day", "estimate_id"], kind="stable")


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
    index = indexed(story)
    at = index.positions_of(beside["event_id"])
    is_contested = (index.denied[at] > 0) & (index.affirmed[at] > 0)
    return beside[is_contested & ~beside["kind"].isin(SPEECH)]


def _told(story: Story, event_id: str, stances: tuple[Stance, ...] = ()) -> pd.DataFrame:
    mentions = tellings_of(story, event_id)
    return mentions[mentions["stance"].isin(stances)] if stances else mentions


def _others_in(story: Story, told: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """The other events told in the same sentences as *told*, in order."""
    if told.empty:
        return story.events.iloc[:0]
    index = indexed(story)
    here = index.told.in_articles(told["article_id"])
    keys = ["article_id", "sentence_start"]
    same = here.merge(told[keys].drop_duplicates(), on=keys)["event_id"]
    at = index.positions_of(same[same != event_id].unique())
    return in_order(story.events.iloc[at[at >= 0]])


def next_events(story: Story, event_id: str) -> pd.DataFrame:
    """The first events after this one's days in which somebody of it is named, at most three."""
    index = indexed(story)
    position = index.position(event_id)
    assert position is not None
    event = event_row(story, event_id)
    end = int(index.last[position] or index.first[position])
    involved = frozenset({*split(event["actor_ids"]), *split(event["target_ids"])})
    if not end or not involved:
        return story.events.iloc[:0]
    wanted = (index.first > end) & index.involved.where(naming(involved))
    return story.events.iloc[index.order[wanted[index.order]][:MOST_NEXT]]

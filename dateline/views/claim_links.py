"""What a claim leads to: the claimant's other claims, and who denies it."""

import pandas as pd

from dateline.model import Stance
from dateline.views.ids import split
from dateline.views.related import contradicted_by
from dateline.views.story import Story


def others_by_claimant(story: Story, estimate_id: str) -> pd.DataFrame:
    """Other estimates of which one of the claimants is one of this claim's, by report day.

    Empty where nobody is named: what articles say themselves is not one voice.
    """
    mine = story.estimates[story.estimates["estimate_id"] == estimate_id]
    who = set(split(str(mine["claimant"].iloc[0]))) if len(mine) else set()
    others = story.estimates[story.estimates["estimate_id"] != estimate_id]
    shared = others["claimant"].map(lambda cell: not who.isdisjoint(split(cell))).astype(bool)
    return others[shared].sort_values(["reported_day", "estimate_id"], kind="stable")


def denied_by(story: Story, estimate_id: str) -> pd.DataFrame:
    """The events by which a claim is denied: statements that deny its event, in a sentence with it.

    Where such a sentence tells no statement of its own, the denied event itself.
    """
    mine = story.estimates[story.estimates["estimate_id"] == estimate_id]
    event_id = str(mine["event_id"].iloc[0]) if len(mine) else ""
    if not event_id or event_id not in set(story.events["event_id"]):
        return story.events.iloc[:0]
    found = contradicted_by(story, event_id)
    if len(found):
        return found
    mentions = story.mentions[story.mentions["event_id"] == event_id]
    is_denied = (mentions["stance"] == Stance.DENIED).any()
    return story.events[story.events["event_id"] == event_id] if is_denied else found

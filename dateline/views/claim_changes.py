"""What became known of claims between two days: those that are new, and those denied since."""

from collections.abc import Mapping

import pandas as pd

from dateline.views.changes import Change
from dateline.views.event_index import indexed
from dateline.views.story import Story

NOBODY, DENIED = "nobody denied it", "denied"


def claim_changes(
    before: Story, now: Story, said_before: Mapping[str, str], said_now: Mapping[str, str]
) -> pd.DataFrame:
    """One row for each claim or denial that is new, and for each claim whose event is denied now
    and was not; what overturns something known comes first.

    *said_before* and *said_now* are what is shown of each of the two days: claims and denials in
    words, by id. Columns: item_id, title (the words now), change, before and now (in words; both
    are empty for what is new).
    """
    events = now.estimates.set_index("estimate_id")["event_id"]
    kept = [item for item in said_now if item in said_before and item in events.index]
    was, is_now = (_denied(story, events[kept]) for story in (before, now))
    rows = [
        (item, said_now[item], str(Change.CONTRADICTED), NOBODY, DENIED)
        for item, denied_before, denied_now in zip(kept, was, is_now, strict=True)
        if denied_now and not denied_before
    ]
    rows += [
        (item, words, str(Change.NEW), "", "")
        for item, words in said_now.items()
        if item not in said_before
    ]
    return pd.DataFrame(rows, columns=["item_id", "title", "change", "before", "now"], dtype="str")


def _denied(story: Story, event_ids: pd.Series) -> list[bool]:
    """Whether a sentence known to *story* denies each event."""
    index = indexed(story)
    at = index.positions_of(event_ids)
    return [bool(index.denied[place] > 0) if place >= 0 else False for place in at]

"""Names for events that survive new articles.

An event is named after the mention that founds it: its day, its kind and who did it, for instance
``2024-10-21-summons-south_korea``. The founder stands in the article that told the event first, so
an article that comes later changes no name, not even where it gives a day to what was undated. An
earlier one can change it; links by any mention's id still find the event then.
"""

import re
from collections.abc import Container, Mapping, Sequence
from datetime import date

from dateline.model import Mention

_NOT_SLUG = re.compile(r"[^a-z0-9_-]+")


def event_slug(founder: Mention) -> str:
    """The readable name of the event that *founder* tells."""
    day = founder.reading.edtf if founder.reading else "undated"
    day = day.replace("/..", "-on").replace("../", "to-").replace("/", "_").strip("~")
    who = next(iter((*founder.actor_ids, *founder.target_ids)), "unnamed")
    return _NOT_SLUG.sub("-", f"{day}-{founder.kind}-{who}".lower()).strip("-")


def founder_of(mentions: Sequence[Mention], published: Mapping[str, date]) -> Mention:
    """A mention of the article that told it first, a dated one before others."""
    return min(
        mentions,
        key=lambda mention: (
            published[mention.article_id],
            mention.article_id,
            mention.reading is None,
            mention.sentence.start,
        ),
    )


def name_event(founder: Mention, taken: Container[str]) -> str:
    """The id of the event that *founder* tells; one that would clash gets its own digest."""
    slug = event_slug(founder)
    if slug in taken:
        slug = f"{slug}-{founder.mention_id.rsplit('-', 1)[-1]}"
    while slug in taken:
        slug += "-again"
    return slug


def name_events(founders: Sequence[Mention]) -> list[str]:
    """One id for each founder, in their order."""
    taken: dict[str, None] = {}
    for founder in founders:
        taken[name_event(founder, taken)] = None
    return list(taken)

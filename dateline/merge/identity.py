"""Names for events that survive new articles.

An event is named after the mention that founds it: its day, its kind and who did it, for instance
``2024-10-21-summons-south_korea``. The founder is the first dated mention to be published, so an
article that comes later changes no name. An earlier one can only change it where it dates the
event otherwise; links by any mention's id still find it then.
"""

import re
from collections.abc import Sequence

from dateline.model import Mention

_NOT_SLUG = re.compile(r"[^a-z0-9_-]+")


def event_slug(founder: Mention) -> str:
    """The readable name of the event that *founder* tells."""
    day = founder.reading.edtf if founder.reading else "undated"
    day = day.replace("/..", "-on").replace("../", "to-").replace("/", "_").strip("~")
    who = next(iter((*founder.actor_ids, *founder.target_ids)), "unnamed")
    return _NOT_SLUG.sub("-", f"{day}-{founder.kind}-{who}".lower()).strip("-")


def name_events(founders: Sequence[Mention]) -> list[str]:
    """One id for each founder, in their order; those that would clash get their own digest."""
    taken: set[str] = set()
    names = []
    for founder in founders:
        slug = event_slug(founder)
        if slug in taken:
            slug = f"{slug}-{founder.mention_id.rsplit('-', 1)[-1]}"
        while slug in taken:
            slug += "-again"
        taken.add(slug)
        names.append(slug)
    return names

"""The events among which a mention without a day has to find its own: "the quake", "the strike".

Worked out once for a mention, whichever events it is then held against.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.merge.cluster import Cluster
from dateline.merge.kinds import are_akin
from dateline.merge.telling import Telling, Tellings
from dateline.model import EventKind

# "The quake" is one of the last weeks, as far as the article tells of none before.
STORY_DAYS = 60


@dataclass
class Surroundings:
    """The events that a mention's article has told so far, and all that it is compared with."""

    telling: Telling
    tellings: Tellings
    here: Sequence[Cluster]
    near: Sequence[Cluster]

    @cached_property
    def the_one_here(self) -> Cluster | None:
        """The only event of the mention's kind in the news of its article; None if several."""
        return self._only(self.here)

    @cached_property
    def the_one_near(self) -> Cluster | None:
        """The only event of the mention's kind in the news of its article's story."""
        return self._only(event for event in self.near if self.tells_the_story_of(event))

    def tells_the_story_of(self, event: Cluster) -> bool:
        """Whether the mention's article and one that tells the event are of one story."""
        mine = self.telling.mention.article_id
        return mine in event.articles or any(
            self.tellings.of_one_story(mine, other)
            for other in {telling.mention.article_id for telling in event.compared}
        )

    def _only(self, events: Iterable[Cluster]) -> Cluster | None:
        meant = None
        for event in events:
            if self._can_be_meant(event):
                if meant is not None:
                    return None
                meant = event
        return meant

    def _can_be_meant(self, event: Cluster) -> bool:
        """Whether the mention's words, without a day, can mean *event*: of its kind, and news."""
        last = event.reading.last if event.reading else None
        is_old = last is not None and (self.telling.published - last).days > STORY_DAYS
        return (
            not is_old
            and not event.is_speech
            and event.is_planned == self.telling.is_planned
            and are_akin(self.telling.kinds, self._kinds_told(event))
        )

    def _kinds_told(self, event: Cluster) -> set[EventKind]:
        """The kinds of the event as printed by the day of the mention's article.

        What a later article calls it would join what was told as two, and take the id of one.
        """
        return {
            other.mention.kind
            for other in event.compared
            if other.published <= self.telling.published
        }

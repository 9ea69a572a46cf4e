"""What speaks for one mention telling an event: days, words, names, figures, and where it stands.

Each is worked out when a rule first asks for it.
"""

from dataclasses import dataclass
from functools import cached_property

from dateline.merge.cluster import Cluster
from dateline.merge.kinds import INCIDENTS, are_akin
from dateline.merge.parties import Parties, roles
from dateline.merge.surroundings import Surroundings
from dateline.merge.telling import Telling
from dateline.model import EventKind, Stance

# Undated tellings further apart in print than this are news of different days.
NEWS_DAYS = 4
# Words that are not alike by chance.
LIKE_AT_ALL = 0.05
# An article tells something older than this, in days, with a date or as well known.
NEWS_ERA = 180


@dataclass
class Evidence:
    """A mention beside an event that it may tell. `days` is what `days_agree` says of the two."""

    telling: Telling
    cluster: Cluster
    days: str
    people: Parties
    surroundings: Surroundings

    @cached_property
    def like(self) -> float:
        """How alike the words are, 0 to 1: those of the telling that is most alike."""
        words = self.telling.words
        return max(words.likeness(other.words) for other in self.cluster.compared)

    @cached_property
    def begins_alike(self) -> bool:
        """Whether the days are the same, or begin on one day and one of them is open."""
        one, other = self.telling.mention.reading, self.cluster.reading
        if one is None or other is None:
            return False
        return one == other or (one.first == other.first and None in (one.last, other.last))

    @cached_property
    def shared_parties(self) -> frozenset[str]:
        return self.telling.parties & self.cluster.parties

    @cached_property
    def has_other_parties(self) -> bool:
        """Whether both name who takes part, and nobody in common; incidents befall anybody."""
        kinds = {self.telling.mention.kind, *self.cluster.kinds}
        are_named = bool(self.telling.parties) and bool(self.cluster.parties)
        return are_named and not kinds & INCIDENTS and not self.shared_parties

    @cached_property
    def shared_actors(self) -> set[str]:
        return self.cluster.actors & set(self.telling.actors)

    @cached_property
    def has_specific_actor(self) -> bool:
        """Whether a person or a body acts in both, and not only a state or a role."""
        return self.people.are_specific(self.shared_actors - roles())

    @cached_property
    def is_spokesmans(self) -> bool:
        """Whether a body says one, and somebody who is called its spokesman the other."""
        mine, theirs = self.telling, self.cluster
        return self.people.are_named(mine.office, theirs.actors) or any(
            self.people.are_named(other.office, mine.mention.actor_ids) for other in theirs.compared
        )

    @cached_property
    def shared_nations(self) -> int:
        """States that both sentences name."""
        return max(len(self.telling.nations & other.nations) for other in self.cluster.compared)

    @cached_property
    def shared_names(self) -> int:
        """Other names that both sentences have."""
        return max(len(self.telling.names & other.names) for other in self.cluster.compared)

    @cached_property
    def shares_a_figure(self) -> bool:
        return any(self.telling.figures & other.figures for other in self.cluster.compared)

    @cached_property
    def shares_a_quote(self) -> bool:
        return any(self.telling.quotes & other.quotes for other in self.cluster.compared)

    @cached_property
    def retelling(self) -> float:
        """How much speaks for one thing told by two articles.

        The weights are those of a logistic regression over the pairs of tellings of one day in
        ``tests/stories``, in units of the likeness of their words, and rounded.
        """
        return (
            self.like
            + 0.40 * min(2, self.shared_nations)
            + 0.20 * min(2, self.shared_names)
            + 0.35 * self.shares_a_figure
            + 0.30 * self.has_specific_actor
            + 0.45 * self.is_akin
            + 0.35 * self.is_of_one_kind
            + 0.40 * self.is_recalled
            + 0.25 * self.shares_a_place
        )

    @cached_property
    def rivals(self) -> int:
        """How many things more the articles tell of these days: of the one that tells most."""
        return max(self.telling.rivals, min(other.rivals for other in self.cluster.compared))

    @property
    def has_common_words(self) -> bool:
        """Whether anything but the day speaks for one event: a word, a name or a figure."""
        return self.like > LIKE_AT_ALL or bool(self.shared_names) or self.shares_a_figure

    @property
    def is_of_one_kind(self) -> bool:
        """Whether a cue gave both one kind; many are rescued on one day."""
        kind = self.telling.mention.kind
        return kind in self.cluster.kinds and kind not in (EventKind.OTHER, EventKind.RESCUE)

    @cached_property
    def is_recalled(self) -> bool:
        """Whether one of the articles looks back: what it still tells of a day is its main news."""
        reading = self.cluster.reading
        if reading is None or reading.first is None:
            return False
        latest = max(self.telling.published, *(other.published for other in self.cluster.compared))
        return (latest - reading.first).days >= NEWS_DAYS

    @property
    def shares_a_place(self) -> bool:
        return bool(self.telling.places & self.cluster.places)

    @cached_property
    def is_akin(self) -> bool:
        """Whether the mention can be of a kind of which the event can be."""
        return are_akin(self.telling.kinds, self.cluster.can_be)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the words of the two speak of kinds that do not go together."""
        return bool(self.telling.kinds and self.cluster.can_be) and not self.is_akin

    @cached_property
    def in_one_article(self) -> bool:
        """Whether the mention's own article has told the event already."""
        return self.telling.mention.article_id in self.cluster.articles

    @cached_property
    def of_one_story(self) -> bool:
        """Whether the mention's article and one that tells the event are of one story."""
        return self.surroundings.tells_the_story_of(self.cluster)

    @cached_property
    def goes_on(self) -> bool:
        """Whether the mention directly continues one of the event's in its own article."""
        mention = self.telling.mention
        return any(
            other.mention.article_id == mention.article_id
            and 0 <= mention.sentence.start - other.mention.sentence.end <= 2
            for other in self.cluster.compared
        )

    @cached_property
    def on_one_channel(self) -> bool:
        """Whether both are posts on one network, told within days of each other."""
        return any(
            self.telling.channels & other.channels
            and abs((other.published - self.telling.published).days) <= NEWS_DAYS
            for other in self.cluster.compared
        )

    @cached_property
    def is_long_past(self) -> bool:
        """Whether an undated telling would have to be of something long before its article."""
        last = self.cluster.reading.last if self.cluster.reading else None
        is_undated = self.telling.mention.reading is None
        return is_undated and last is not None and (self.telling.published - last).days > NEWS_ERA

    @property
    def is_the_one_here(self) -> bool:
        """Whether it is the only event of its kind in the news that the article has told."""
        return self.in_one_article and self.surroundings.the_one_here is self.cluster

    @property
    def is_the_one_near(self) -> bool:
        """Whether it is the only event of its kind in the news of the article's story."""
        return self.of_one_story and self.surroundings.the_one_near is self.cluster

    @cached_property
    def denies(self) -> bool:
        return self.telling.mention.stance is Stance.DENIED

    @cached_property
    def is_denied(self) -> set[bool]:
        """Whether the event's own tellings deny: all, none, or some of them."""
        return {other.mention.stance is Stance.DENIED for other in self.cluster.compared}

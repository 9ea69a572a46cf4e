"""What of a mention is compared with others, worked out once and kept while it is needed.

Mentions are compared with those near them in time, and come in about the order of time. So what
was worked out for one is kept for a while and not for ever: memory does not grow with it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from dateline.merge.clues import (
    channels_of,
    is_definite,
    large_numbers,
    office_in,
    place_words,
    tells_another,
    tells_one_apart,
)
from dateline.merge.days import days_agree
from dateline.merge.kinds import SINGULAR, SPEECH, kinds_of
from dateline.merge.names import Naming, names_in, nations_in, of_one_story
from dateline.merge.parties import Parties
from dateline.merge.similarity import Words, quoted_runs, words_around
from dateline.model import Article, EventKind, Mention, Stance

NOT_YET = frozenset({Stance.PLANNED, Stance.CONDITIONAL})
# A first sentence begins within so many characters: a place and an agency may stand before it.
LEAD_CHARACTERS = 80
# How many mentions, articles, and pairs of articles are remembered.
_KEPT_MENTIONS, _KEPT_ARTICLES, _KEPT_PAIRS = 20_000, 4_000, 100_000


class Telling:
    """One mention, with the words, names and numbers of its sentence."""

    __slots__ = (
        "actors", "channels", "figures", "is_another", "is_apart", "is_definite", "is_lead",
        "is_planned", "kinds", "mention", "names", "nations", "office", "parties", "places",
        "published", "quotes", "rivals", "words",
    )  # fmt: skip

    def __init__(
        self, mention: Mention, published: date, parties: Parties, rivals: int = 0
    ) -> None:
        around = words_around(mention)
        self.mention = mention
        self.published = published
        # Other things that its article tells of its days: which of them another article means?
        self.rivals = rivals
        self.actors = parties.same(mention.actor_ids)
        self.parties = parties.of(mention)
        self.kinds: frozenset[EventKind] = kinds_of(mention)
        self.words = Words(mention)
        self.quotes = quoted_runs(mention)
        self.figures = large_numbers(mention.sentence_text)
        self.channels = channels_of(mention.sentence_text)
        self.office = office_in(mention.sentence_text) if mention.kind in SPEECH else ""
        self.places = place_words(mention.place) if mention.place else set()
        self.nations = nations_in(around)
        self.names = names_in(around)
        first = mention.reading.first if mention.reading else None
        # What is told of a day to come has not happened, whatever the verb says.
        self.is_planned = mention.stance in NOT_YET or (first is not None and first > published)
        self.is_another = tells_another(mention)
        self.is_apart = tells_one_apart(mention)
        self.is_definite = is_definite(mention)
        # The first sentence tells the news that the article is about.
        self.is_lead = mention.sentence.start < LEAD_CHARACTERS


def _rivals(mention: Mention, dated: Sequence[Mention]) -> int:
    """How many other things the *dated* mentions of its article tell of the days of *mention*.

    Deeds and sayings are counted apart, and an incident that is told again is no other thing.
    """
    if mention.reading is None:
        return 0
    says = mention.kind in SPEECH
    return sum(
        other.mention_id != mention.mention_id
        and (other.kind in SPEECH) is says
        and not (other.kind is mention.kind and other.kind in SINGULAR)
        and days_agree(mention.reading, other.reading) in ("same day", "overlap")
        for other in dated
    )


class Tellings:
    """The tellings of all mentions, by their place in the sequence, and the names of articles."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        articles: Mapping[str, Article],
        parties: Parties,
    ) -> None:
        days: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if mention.reading is not None:
                days[mention.article_id].append(mention)

        def telling(index: int) -> Telling:
            mention = mentions[index]
            published = articles[mention.article_id].published
            return Telling(mention, published, parties, _rivals(mention, days[mention.article_id]))

        def names(article_id: str) -> Naming:
            article = articles[article_id]
            return Naming.of(f"{article.title}\n{article.text}")

        self.of = lru_cache(_KEPT_MENTIONS)(telling)
        self._names = lru_cache(_KEPT_ARTICLES)(names)
        self.of_one_story = lru_cache(_KEPT_PAIRS)(self._of_one_story)

    def _of_one_story(self, one: str, other: str) -> bool:
        """Whether two articles are of one story, by the names that they share."""
        return of_one_story(self._names(one), self._names(other))

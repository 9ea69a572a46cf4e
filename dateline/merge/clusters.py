"""Which mentions tell one and the same event.

Mentions come in from the best dated to the undated, and each joins the event it fits best or
founds one. What must hold depends on the kind (`said`, `done`). Every join carries the name of the
rule behind it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.merge.cluster import Cluster
from dateline.merge.days import days_agree, is_within
from dateline.merge.done import can_be_done, deed_rule
from dateline.merge.evidence import Evidence
from dateline.merge.kinds import INCIDENTS, SINGULAR, SPEECH
from dateline.merge.neighbourhood import Neighbourhood
from dateline.merge.parties import Parties
from dateline.merge.rows import joining_order
from dateline.merge.said import can_be_said, reported_rule, speech_rule
from dateline.merge.surroundings import Surroundings
from dateline.merge.telling import Telling, Tellings
from dateline.model import Actor, Article, Mention

# What makes one event that fits better than another one.
_BONUS = {"same day": 2.0, "overlap": 1.0}
_OF_ITS_KIND = 0.5
# ... and what of two events makes the one that more articles tell the likelier: for each article.
_WELL_TOLD, _ENOUGH = 0.1, 3


class Clustering:
    """Groups the mentions of all articles into events."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        articles: Mapping[str, Article],
        actors: Mapping[str, Actor],
    ) -> None:
        self._mentions = mentions
        self._articles = articles
        self._people = Parties(actors)
        self._tellings = Tellings(mentions, articles, self._people)
        self._found: list[Cluster] = []
        self._told_in: dict[str, list[Cluster]] = defaultdict(list)

    def clusters(self) -> list[Cluster]:
        """The events, each with all of its mentions; every mention is in exactly one."""
        near = Neighbourhood()
        for index in sorted(range(len(self._mentions)), key=self._order):
            telling = self._tellings.of(index)
            numbers = near.candidates(telling)
            cluster, rule = self._best(telling, [self._found[number] for number in numbers])
            if cluster is None:
                cluster = Cluster(len(self._found))
                self._found.append(cluster)
            if telling.mention.article_id not in cluster.articles:
                self._told_in[telling.mention.article_id].append(cluster)
            cluster.add(index, telling, rule)
            near.add(cluster, telling)
        return self._found

    def _order(self, index: int) -> tuple[int, date, str, int, int]:
        mention = self._mentions[index]
        return joining_order(mention, self._articles[mention.article_id].published)

    def _best(self, telling: Telling, near: Sequence[Cluster]) -> tuple[Cluster | None, str]:
        """The event that the mention fits best, the oldest of equals, and the rule; or none."""
        here = self._told_in[telling.mention.article_id]
        surroundings = Surroundings(telling, self._tellings, here, near)
        fits = [
            (score, -cluster.number, cluster, rule)
            for cluster in near
            for score, rule in [self._fit(telling, cluster, surroundings)]
            if rule
        ]
        if not fits:
            return None, "first"
        _, _, cluster, rule = max(fits, key=lambda fit: fit[:2])
        return cluster, rule

    def _fit(
        self, telling: Telling, cluster: Cluster, surroundings: Surroundings
    ) -> tuple[float, str]:
        """How well a mention fits an event, and the rule by which it does; no rule, no fit."""
        days = days_agree(telling.mention.reading, cluster.reading)
        if days == "apart":
            return 0.0, ""
        if cluster.is_planned != telling.is_planned and days != "same day":
            return 0.0, ""
        evidence = Evidence(telling, cluster, days, self._people, surroundings)
        # Who is named is asked before how alike the words are, which takes longest.
        rule = self._rule(evidence)
        if not rule or _is_another(evidence) or _told_apart(telling, cluster):
            return 0.0, ""
        of_its_kind = _OF_ITS_KIND * (telling.mention.kind in cluster.kinds)
        score = _BONUS.get(days, 0.0) + evidence.like + 0.1 * len(evidence.shared_parties)
        well_told = _WELL_TOLD * min(_ENOUGH, len(cluster.articles) - 1)
        return score + of_its_kind + well_told, rule

    def _rule(self, evidence: Evidence) -> str:
        says, is_said = evidence.telling.mention.kind in SPEECH, evidence.cluster.is_speech
        if says and is_said:
            return speech_rule(evidence) if can_be_said(evidence) else ""
        if says or is_said:
            return reported_rule(evidence)
        return deed_rule(evidence) if can_be_done(evidence) else ""


def _is_another(evidence: Evidence) -> bool:
    """Whether the words say that one is not the other: "a similar outage", "an earlier recall"."""
    telling, told = evidence.telling, evidence.cluster.compared
    if telling.is_apart != any(other.is_apart for other in told):
        return True
    return telling.is_another and not evidence.begins_alike


def _told_apart(telling: Telling, cluster: Cluster) -> bool:
    """Whether one article itself dates the two differently, each in words of its own."""
    mention = telling.mention
    if mention.date is None:
        return False
    return any(
        reading != mention.reading
        and not (mention.kind in SINGULAR & INCIDENTS and is_within(mention.reading, reading))
        for reading in cluster.articles.get(mention.article_id, ())
    )

"""From clusters of mentions to the tables: events, mentions with their event, estimates, actors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from dateline.merge.cluster import Cluster
from dateline.merge.clusters import Clustering
from dateline.merge.identity import name_events
from dateline.merge.publishers import Independence
from dateline.merge.rows import article_row, estimate_row, event_row, mention_row
from dateline.model import (
    Actor,
    Article,
    Extraction,
    Mention,
)
from dateline.schema import (
    Actors,
    Articles,
    Estimates,
    Events,
    Findings,
    Mentions,
    Problems,
    Table,
    conform,
    empty,
)


def merge(
    extractions: Sequence[Extraction], articles: Sequence[Article], actors: Sequence[Actor]
) -> dict[type[Table], pd.DataFrame]:
    """Every table of all articles together, before what must hold across them is looked at."""
    by_id = {article.article_id: article for article in articles}
    everybody = {actor.actor_id: actor for actor in actors}
    for extraction in extractions:
        for actor in extraction.actors:
            everybody.setdefault(actor.actor_id, actor)
    mentions = [mention for extraction in extractions for mention in extraction.mentions]
    clusters = Clustering(mentions, by_id, everybody).clusters()
    founders = [_founder(cluster, mentions, by_id) for cluster in clusters]
    order = sorted(range(len(clusters)), key=lambda at: _event_order(clusters[at], founders[at]))
    names = _names(clusters, founders, order, by_id)
    events_of = {
        mentions[index].mention_id: (names[at], cluster.rules[index])
        for at, cluster in enumerate(clusters)
        for index in cluster.members
    }
    groups = Independence(articles).groups()
    published = {article.article_id: article.published for article in articles}
    return {
        Articles: _frame(
            [article_row(article, groups[article.article_id]) for article in articles], Articles
        ),
        Mentions: _frame([mention_row(m, *events_of[m.mention_id]) for m in mentions], Mentions),
        Events: _frame(
            [
                event_row(names[at], [mentions[i] for i in clusters[at].members], published, groups)
                for at in order
            ],
            Events,
        ),
        Estimates: _frame(
            [
                estimate_row(estimate, by_id, events_of)
                for extraction in extractions
                for estimate in extraction.estimates
            ],
            Estimates,
        ),
        Actors: _actors(everybody, mentions, extractions),
        Findings: _findings(extractions),
        Problems: _problems(extractions),
    }


def _frame(rows: list[dict[str, object]], table: type[Table]) -> pd.DataFrame:
    return conform(pd.DataFrame(rows), table) if rows else empty(table)


def _founder(
    cluster: Cluster, mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> Mention:
    """The first dated mention to be published; the first of all where none is dated."""
    return min(
        (mentions[index] for index in cluster.members),
        key=lambda mention: (
            mention.reading is None,
            articles[mention.article_id].published,
            mention.article_id,
            mention.sentence.start,
        ),
    )


def _event_order(cluster: Cluster, founder: Mention) -> tuple[date, date, str]:
    """Earliest first; the undated at the end."""
    reading = cluster.reading
    first = (reading.first or reading.last if reading else None) or date.max
    last = (reading.last if reading else None) or date.max
    return first, last, founder.mention_id


def _names(
    clusters: Sequence[Cluster],
    founders: Sequence[Mention],
    order: Sequence[int],
    articles: Mapping[str, Article],
) -> list[str]:
    """Event ids by cluster, given out in the order of publication so that the old keep theirs."""
    oldest_first = sorted(
        order,
        key=lambda at: (
            articles[founders[at].article_id].published,
            founders[at].article_id,
            founders[at].sentence.start,
            founders[at].mention_id,
        ),
    )
    named = dict(zip(oldest_first, name_events([founders[at] for at in oldest_first]), strict=True))
    return [named[at] for at in range(len(clusters))]


def _actors(
    everybody: Mapping[str, Actor],
    mentions: Sequence[Mention],
    extractions: Sequence[Extraction],
) -> pd.DataFrame:
    """Everybody listed, and those made from the text that a mention or an estimate names."""
    named = Counter(
        actor_id for mention in mentions for actor_id in {*mention.actor_ids, *mention.target_ids}
    )
    used = set(named) | {
        actor_id
        for extraction in extractions
        for estimate in extraction.estimates
        for actor_id in (estimate.force_id, *estimate.claimants, *estimate.relayed_by)
    }
    used |= {actor_id for mention in mentions for actor_id in mention.attributed_to}
    made = {actor.actor_id for extraction in extractions for actor in extraction.actors}
    rows: list[dict[str, object]] = [
        {
            "actor_id": actor.actor_id,
            "name": actor.name,
            "kind": str(actor.kind),
            "country": actor.country,
            "mention_count": named[actor.actor_id],
        }
        for actor in sorted(everybody.values(), key=lambda actor: actor.actor_id)
        if actor.actor_id in used or actor.actor_id not in made
    ]
    return _frame(rows, Actors)


def _findings(extractions: Sequence[Extraction]) -> pd.DataFrame:
    rows: list[dict[str, object]] = [
        {
            "article_id": finding.article_id,
            "start": finding.span.start,
            "end": finding.span.end,
            "text": finding.text,
            "kind": str(finding.kind),
            "value": finding.value,
            "rule": finding.rule,
        }
        for extraction in extractions
        for finding in extraction.findings
    ]
    return _frame(rows, Findings)


def _problems(extractions: Sequence[Extraction]) -> pd.DataFrame:
    rows: list[dict[str, object]] = [
        {
            "article_id": problem.article_id,
            "start": problem.span.start if problem.span else None,
            "end": problem.span.end if problem.span else None,
            "text": problem.text,
            "kind": str(problem.kind),
            "reason": problem.reason,
        }
        for extraction in extractions
        for problem in extraction.problems
    ]
    return _frame(rows, Problems)

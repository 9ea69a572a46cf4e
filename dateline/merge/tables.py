"""From clusters of mentions to the tables: events, mentions with their event, estimates, actors."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from dateline import lexicon
from dateline.merge.clusters import SPEECH, Cluster, Clustering
from dateline.merge.identity import name_events
from dateline.merge.publishers import Independence
from dateline.model import (
    Actor,
    Article,
    DateRange,
    Estimate,
    Extraction,
    Mention,
    Stance,
    Status,
)
from dateline.schema import (
    Actors,
    Estimates,
    Events,
    Findings,
    Mentions,
    Problems,
    Table,
    conform,
    empty,
)

_AFFIRMING = {Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED}
_NOT_YET = {Stance.PLANNED, Stance.CONDITIONAL}
_BEST_TITLE = (18, 70)


def merge(
    extractions: Sequence[Extraction], articles: Sequence[Article], actors: Sequence[Actor]
) -> dict[type[Table], pd.DataFrame]:
    """The mentions, events, estimates, actors and problems tables of all articles together."""
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
    independence = Independence(articles)
    return {
        Mentions: _frame([_mention_row(m, *events_of[m.mention_id]) for m in mentions], Mentions),
        Events: _frame(
            [_event_row(clusters[at], names[at], mentions, by_id, independence) for at in order],
            Events,
        ),
        Estimates: _frame(
            [
                _estimate_row(estimate, by_id, events_of)
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


def _days(reading: DateRange | None) -> dict[str, object]:
    return {
        "first_day": reading.first if reading else None,
        "last_day": reading.last if reading else None,
        "precision": str(reading.precision) if reading else None,
        "edtf": reading.edtf if reading else "",
    }


def _mention_row(mention: Mention, event_id: str, merge_rule: str) -> dict[str, object]:
    return {
        "mention_id": mention.mention_id,
        "event_id": event_id,
        "article_id": mention.article_id,
        "sentence_start": mention.sentence.start,
        "sentence_end": mention.sentence.end,
        "sentence": mention.sentence_text,
        "date_text": mention.date.text if mention.date else "",
        "date_start": mention.date.span.start if mention.date else None,
        "date_end": mention.date.span.end if mention.date else None,
        **_days(mention.reading),
        "date_basis": str(mention.date_basis),
        "kind": str(mention.kind),
        "actor_ids": ";".join(mention.actor_ids),
        "target_ids": ";".join(mention.target_ids),
        "place": mention.place,
        "stance": str(mention.stance),
        "attributed_to": ";".join(mention.attributed_to),
        "date_rule": mention.date_rule,
        "kind_rule": mention.kind_rule,
        "cue_start": mention.cue.start if mention.cue else None,
        "cue_end": mention.cue.end if mention.cue else None,
        "stance_rule": mention.stance_rule,
        "merge_rule": merge_rule,
        "title": mention.title,
    }


def _event_row(
    cluster: Cluster,
    event_id: str,
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    independence: Independence,
) -> dict[str, object]:
    told = [mentions[index] for index in cluster.members]
    carriers = sorted({mention.article_id for mention in told})
    reported = [articles[article_id].published for article_id in carriers]
    actor_ids = _by_frequency(actor for mention in told for actor in mention.actor_ids)
    target_ids = _by_frequency(actor for mention in told for actor in mention.target_ids)
    return {
        "event_id": event_id,
        "title": _best_title(told),
        "kind": str(cluster.kind),
        "plover": lexicon.table("plover")["kinds"].get(str(cluster.kind), ""),
        **_days(cluster.reading),
        "actor_ids": ";".join(actor_ids),
        "target_ids": ";".join(actor for actor in target_ids if actor not in actor_ids),
        "place": next(iter(_by_frequency(m.place for m in told if m.place)), ""),
        "status": str(status_of(cluster, told)),
        "article_count": len(carriers),
        "publisher_count": independence.count(carriers),
        "first_reported_day": min(reported),
        "last_reported_day": max(reported),
    }


def status_of(cluster: Cluster, told: Sequence[Mention]) -> Status:
    """Where an event stands. A saying took place whoever denies what it says."""
    stances = {mention.stance for mention in told}
    if stances <= _NOT_YET:
        return Status.PLANNED
    if cluster.kind in SPEECH:
        return Status.REPORTED
    if Stance.DENIED in stances:
        return Status.CONTESTED if stances & _AFFIRMING else Status.DENIED
    return Status.CONFIRMED if Stance.CONFIRMED in stances else Status.REPORTED


def _best_title(told: Sequence[Mention]) -> str:
    """The title of the mention that says most in a label's length; the earliest of equals."""

    def merit(mention: Mention) -> tuple[bool, ...]:
        low, high = _BEST_TITLE
        return (
            low <= len(mention.title) <= high,
            ": " not in mention.title,
            bool(mention.actor_ids),
            mention.stance in _AFFIRMING,
            mention.date is not None,
        )

    return max(told, key=merit).title


def _by_frequency(names: Iterable[str]) -> list[str]:
    """The distinct names, the most frequent first, equals in the order they came."""
    return [name for name, _ in Counter(names).most_common()]


def _estimate_row(
    estimate: Estimate,
    articles: Mapping[str, Article],
    events_of: Mapping[str, tuple[str, str]],
) -> dict[str, object]:
    figure = estimate.figure
    published = articles[estimate.article_id].published
    as_of = estimate.as_of or DateRange.day(published)
    return {
        "estimate_id": estimate.estimate_id,
        "event_id": events_of[estimate.mention_id][0] if estimate.mention_id else "",
        "article_id": estimate.article_id,
        "sentence_start": estimate.sentence.start,
        "sentence_end": estimate.sentence.end,
        "sentence": estimate.sentence_text,
        "phrase": estimate.phrase,
        "phrase_start": figure.span.start,
        "phrase_end": figure.span.end,
        "low": figure.count.low,
        "high": figure.count.high,
        "bound": str(figure.count.bound),
        "unit": figure.unit,
        "force_id": estimate.force_id,
        "state": str(figure.state),
        "claimant": ";".join(estimate.claimants),
        "relayed_by": ";".join(estimate.relayed_by),
        "stance": str(estimate.stance),
        "as_of_first": as_of.first,
        "as_of_last": as_of.last,
        "reported_day": published,
        "as_of_basis": estimate.as_of_basis,
        "rule": figure.rule,
        "state_rule": estimate.state_rule,
        "claimant_text": estimate.claimant_text,
        "is_increment": figure.increment,
        "part_of": figure.part_of,
    }


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

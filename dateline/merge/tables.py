"""From clusters of mentions to the tables: events, mentions with their event, estimates, actors."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from dateline.correction import Correction
from dateline.merge.clusters import Clustering
from dateline.merge.corrections import RULE, Corrector, Event
from dateline.merge.identity import founder_of, name_events
from dateline.merge.publishers import Independence
from dateline.merge.readings import Readings
from dateline.merge.rows import article_row, days_of, estimate_row, event_row, mention_row
from dateline.model import (
    Actor,
    Article,
    Extraction,
    Mention,
    Problem,
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
    extractions: Iterable[Extraction],
    articles: Sequence[Article],
    actors: Sequence[Actor],
    corrections: Sequence[Correction] = (),
) -> dict[type[Table], pd.DataFrame]:
    """Every table of all articles together, before what must hold across them is looked at.

    *extractions* are taken one by one; what was found in an article is written down as columns at
    once, so that little more is held in memory than what the tables hold.
    """
    read = Readings(actors)
    for extraction in extractions:
        read.add(extraction)
    by_id = {article.article_id: article for article in articles}
    published = {article.article_id: article.published for article in articles}
    mentions = read.mentions
    clusters = Clustering(mentions, by_id, read.actors).clusters()
    told = [[mentions[index] for index in cluster.members] for cluster in clusters]
    rules = {mentions[i].mention_id: rule for c in clusters for i, rule in c.rules.items()}
    del clusters
    corrector = Corrector(_named(told, published), published)
    corrector.correct(corrections)
    events_of = {
        mention.mention_id: (
            event_id,
            RULE if mention.mention_id in corrector.moved else rules[mention.mention_id],
        )
        for event_id, event in corrector.events.items()
        for mention in event.mentions
    }
    groups = Independence(articles).groups()
    return {
        Articles: _frame(
            [article_row(article, groups[article.article_id]) for article in articles], Articles
        ),
        Mentions: _frame([mention_row(m, *events_of[m.mention_id]) for m in mentions], Mentions),
        Events: _events(corrector.events, published, groups),
        Estimates: _frame(
            [estimate_row(estimate, by_id, events_of) for estimate in read.estimates], Estimates
        ),
        Actors: _actors(read),
        Findings: read.findings(),
        Problems: _problems([*read.problems, *corrector.problems]),
    }


def _frame(rows: list[dict[str, object]], table: type[Table]) -> pd.DataFrame:
    return conform(pd.DataFrame(rows), table) if rows else empty(table)


def _named(
    told: Sequence[Sequence[Mention]], published: Mapping[str, date]
) -> dict[str, Sequence[Mention]]:
    """The mentions of each event by its id.

    Ids are given out in the order of publication, so that the old keep theirs.
    """
    founders = [founder_of(mentions, published) for mentions in told]

    def age(at: int) -> tuple[date, str, int, str]:
        founder = founders[at]
        day = published[founder.article_id]
        return day, founder.article_id, founder.sentence.start, founder.mention_id

    oldest_first = sorted(range(len(told)), key=age)
    names = name_events([founders[at] for at in oldest_first])
    return {name: told[at] for name, at in zip(names, oldest_first, strict=True)}


def _events(
    events: Mapping[str, Event], published: Mapping[str, date], groups: Mapping[str, str]
) -> pd.DataFrame:
    """The events table, earliest first, the undated at the end."""

    def order(event_id: str) -> tuple[date, date, str]:
        event = events[event_id]
        first = (event.reading and (event.reading.first or event.reading.last)) or date.max
        last = (event.reading and event.reading.last) or date.max
        return first, last, founder_of(event.mentions, published).mention_id

    rows = []
    for event_id in sorted(events, key=order):
        event = events[event_id]
        rows.append(
            event_row(event_id, event.mentions, event.kind, published, groups)
            | {
                "title": event.title,
                **days_of(event.reading),
                "corrected": ";".join(event.corrected),
                "correction_reason": " ".join(event.reasons),
                "is_hidden": event.is_hidden,
            }
        )
    return _frame(rows, Events)


def _actors(read: Readings) -> pd.DataFrame:
    """Everybody listed, and those made from the text that a mention or an estimate names."""
    named = Counter(
        actor_id
        for mention in read.mentions
        for actor_id in {*mention.actor_ids, *mention.target_ids}
    )
    used = set(named) | {
        actor_id
        for estimate in read.estimates
        for actor_id in (estimate.force_id, *estimate.claimants, *estimate.relayed_by)
    }
    used |= {actor_id for mention in read.mentions for actor_id in mention.attributed_to}
    rows: list[dict[str, object]] = [
        {
            "actor_id": actor.actor_id,
            "name": actor.name,
            "kind": str(actor.kind),
            "country": actor.country,
            "mention_count": named[actor.actor_id],
        }
        for actor in sorted(read.actors.values(), key=lambda actor: actor.actor_id)
        if actor.actor_id in used or actor.actor_id not in read.made
    ]
    return _frame(rows, Actors)


def _problems(problems: Sequence[Problem]) -> pd.DataFrame:
    rows: list[dict[str, object]] = [
        {
            "article_id": problem.article_id,
            "start": problem.span.start if problem.span else None,
            "end": problem.span.end if problem.span else None,
            "text": problem.text,
            "kind": str(problem.kind),
            "reason": problem.reason,
        }
        for problem in problems
    ]
    return _frame(rows, Problems)

"""Mentions, articles and actors for six-row merging tests: a test states only what it is about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from dateline.merge.clusters import Clustering
from dateline.merge.tables import merge
from dateline.model import (
    Actor,
    ActorKind,
    Article,
    DateBasis,
    DateMention,
    DateRange,
    EventKind,
    Extraction,
    Mention,
    Precision,
    PublishedBasis,
    Span,
    Stance,
)
from dateline.schema import Table

ACTORS = [
    Actor("france", "France", ("France",), ActorKind.STATE, "FRA"),
    Actor("italy", "Italy", ("Italy",), ActorKind.STATE, "ITA"),
    Actor("spain", "Spain", ("Spain",), ActorKind.STATE, "ESP"),
    Actor("brun", "Luc Brun", ("Luc Brun",), ActorKind.PERSON, "FRA"),
    Actor("rossi", "Ada Rossi", ("Ada Rossi",), ActorKind.PERSON, "ITA"),
    Actor("envoy", "Pia Conti", ("Pia Conti",), ActorKind.PERSON, "ITA"),
    Actor("watch", "The Watch", ("The Watch",), ActorKind.BODY, "FRA"),
]
PUBLISHED = date(2031, 5, 7)


def day(number: int, month: int = 5) -> DateRange:
    return DateRange.day(date(2031, month, number))


def month(number: int) -> DateRange:
    return DateRange.around(date(2031, number, 1), Precision.MONTH)


def days(first: int, last: int, precision: Precision = Precision.PART) -> DateRange:
    return DateRange(date(2031, 5, first), date(2031, 5, last), precision)


def article(
    article_id: str = "a",
    published: date = PUBLISHED,
    publisher: str = "",
    text: str = "",
    derived_from: str = "",
) -> Article:
    """An article; by default each has a publisher and words of its own."""
    return Article(
        article_id=article_id,
        title="",
        publisher=publisher or f"The {article_id.upper()} Post",
        published=published,
        published_basis=PublishedBasis.STATED,
        text=text or f"{article_id} " * 40,
        derived_from=derived_from,
    )


def mention(
    sentence: str,
    kind: EventKind,
    reading: DateRange | None = None,
    *,
    of: str = "a",
    at: int = 0,
    cue: str = "",
    actors: str = "",
    targets: str = "",
    stance: Stance = Stance.ASSERTED,
    inherited: bool = False,
    place: str = "",
    title: str = "",
) -> Mention:
    """One mention of article *of*, its sentence starting at *at*; actors are split at spaces."""
    start = sentence.index(cue) if cue else 0
    dated = reading is not None and not inherited
    words = DateMention(Span(at, at + 1), "then", "test", DateBasis.STATED, reading)
    basis = DateBasis.STATED if dated else DateBasis.INHERITED if reading else DateBasis.NONE
    return Mention(
        mention_id=f"{of}-{at:04d}{kind[:2]}{start}",
        article_id=of,
        sentence=Span(at, at + len(sentence)),
        sentence_text=sentence,
        cue=Span(at + start, at + start + len(cue or sentence)),
        date=words if dated else None,
        reading=reading,
        date_basis=basis,
        date_rule="test" if reading else "",
        kind=kind,
        kind_rule="test",
        actor_ids=tuple(actors.split()),
        target_ids=tuple(targets.split()),
        place=place,
        stance=stance,
        stance_rule="test",
        attributed_to=(),
        title=title or sentence.rstrip("."),
    )


def grouped(*mentions: Mention, articles: Mapping[str, Article] | None = None) -> list[set[str]]:
    """The ids of the mentions of each event, as sets."""
    by_id = articles or {name: article(name) for name in {m.article_id for m in mentions}}
    actors = {actor.actor_id: actor for actor in ACTORS}
    found = Clustering(mentions, by_id, actors).clusters()
    return [{mentions[index].mention_id for index in cluster.members} for cluster in found]


def rules_of(*mentions: Mention, articles: Mapping[str, Article] | None = None) -> set[str]:
    """The rules that joined mentions to an event; that of its first is no join."""
    by_id = articles or {name: article(name) for name in {m.article_id for m in mentions}}
    actors = {actor.actor_id: actor for actor in ACTORS}
    found = Clustering(mentions, by_id, actors).clusters()
    return {rule for cluster in found for rule in cluster.rules.values()} - {"first"}


def are_one(*mentions: Mention) -> bool:
    """Whether all of *mentions* are one event."""
    return len(grouped(*mentions)) == 1


def extraction(**given: Any) -> Extraction:
    """What one article gives; nothing unless given."""
    fields = dict.fromkeys(("mentions", "estimates", "problems", "findings", "actors"), ())
    return Extraction(**(fields | given))


def merged(*mentions: Mention, articles: list[Article] | None = None) -> dict[type[Table], Any]:
    """The tables that the mentions give; articles that are not given are made."""
    given = articles or [article(name) for name in sorted({m.article_id for m in mentions})]
    extractions = [
        extraction(mentions=tuple(m for m in mentions if m.article_id == each.article_id))
        for each in given
    ]
    return merge(extractions, given, ACTORS)


def event_ids(mentions: pd.DataFrame) -> dict[str, str]:
    """The event of each mention, by its id."""
    return dict(zip(mentions["mention_id"], mentions["event_id"], strict=True))

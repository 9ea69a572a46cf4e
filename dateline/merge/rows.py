"""One row of a table from what was read and merged."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dateline import lexicon
from dateline.merge.days import narrowed
from dateline.merge.kinds import SPEECH
from dateline.model import (
    Article,
    DateBasis,
    DateMention,
    DateRange,
    Estimate,
    EventKind,
    Mention,
    Precision,
    Span,
    Stance,
    Status,
    Unresolved,
)

_AFFIRMING = {Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED}
_NOT_YET = {Stance.PLANNED, Stance.CONDITIONAL}
_BEST_TITLE = (18, 70)
_BEST_WORDS = 4
# A title that begins so is a piece of a sentence: who or what it tells of stands elsewhere.
_PIECE = re.compile(
    r"(?:it|he|she|they|its|his|her|their|which|who|that|this|these|was|were|has|had|have|is|are|"
    r"been|be|being|will|would|said|told|saying|killing|of|in|on|at|by|from)\b",
    re.IGNORECASE,
)


_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|been|be|began|started|kept)\s(?:[a-z]+ly\s)?\Z")


def article_row(article: Article, publisher_group: str) -> dict[str, object]:
    """An article's row; *publisher_group* is the article that stands for its publisher."""
    return {
        "article_id": article.article_id,
        "title": article.title,
        "publisher": article.publisher,
        "published_day": article.published,
        "published_basis": str(article.published_basis),
        "url": article.url,
        "word_count": len(article.text.split()),
        "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "derived_from": article.derived_from,
        "basis_note": article.basis_note,
        "publisher_group": publisher_group,
    }


def days_of(reading: DateRange | None) -> dict[str, object]:
    """The columns that say the days of an event or a mention."""
    return {
        "first_day": reading.first if reading else None,
        "last_day": reading.last if reading else None,
        "precision": str(reading.precision) if reading else None,
        "edtf": reading.edtf if reading else "",
    }


def mention_row(mention: Mention, event_id: str, merge_rule: str) -> dict[str, object]:
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
        **days_of(mention.reading),
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


def mention_of(row: Mapping[str, Any]) -> Mention:
    """The mention behind a row of the mentions table, as `mention_row` wrote it down."""
    first, last = _as_day(row["first_day"]), _as_day(row["last_day"])
    is_dated = first is not None or last is not None
    reading = (
        DateRange(first, last, Precision(row["precision"]), "~" in row["edtf"])
        if is_dated
        else None
    )
    words = _as_span(row["date_start"], row["date_end"])
    basis = DateBasis(row["date_basis"])
    return Mention(
        mention_id=row["mention_id"],
        article_id=row["article_id"],
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        sentence_text=row["sentence"],
        cue=_as_span(row["cue_start"], row["cue_end"]),
        date=words
        and DateMention(
            words,
            row["date_text"],
            row["date_rule"],
            basis,
            reading or Unresolved("the row gives no day for these words"),
        ),
        reading=reading,
        date_basis=basis,
        date_rule=row["date_rule"],
        kind=EventKind(row["kind"]),
        kind_rule=row["kind_rule"],
        actor_ids=_ids(row["actor_ids"]),
        target_ids=_ids(row["target_ids"]),
        place=row["place"],
        stance=Stance(row["stance"]),
        stance_rule=row["stance_rule"],
        attributed_to=_ids(row["attributed_to"]),
        title=row["title"],
    )


def _as_day(value: object) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _as_span(start: object, end: object) -> Span | None:
    return None if pd.isna(start) or pd.isna(end) else Span(int(str(start)), int(str(end)))


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def event_row(
    event_id: str,
    told: Sequence[Mention],
    kind: EventKind,
    published: Mapping[str, date],
    publisher_groups: Mapping[str, str],
) -> dict[str, object]:
    """The event that the mentions *told*, in the order in which they joined it, tell together.

    *published* gives each article's day, *publisher_groups* what it counts as one publisher with.
    """
    carriers = sorted({mention.article_id for mention in told})
    reported = [published[article_id] for article_id in carriers]
    actor_ids = _by_frequency(actor for mention in told for actor in mention.actor_ids)
    target_ids = _by_frequency(actor for mention in told for actor in mention.target_ids)
    return {
        "event_id": event_id,
        "title": best_title(told),
        "kind": str(kind),
        "plover": lexicon.table("plover")["kinds"].get(str(kind), ""),
        **days_of(reading_of(told)),
        "actor_ids": ";".join(actor_ids),
        "target_ids": ";".join(actor for actor in target_ids if actor not in actor_ids),
        "place": next(iter(_by_frequency(m.place for m in told if m.place)), ""),
        "status": str(status_of(kind, told)),
        "article_count": len(carriers),
        "publisher_count": len({publisher_groups[article_id] for article_id in carriers}),
        "first_reported_day": min(reported),
        "last_reported_day": max(reported),
        "corrected": "",
        "correction_reason": "",
        "is_hidden": False,
    }


def reading_of(told: Sequence[Mention]) -> DateRange | None:
    """The days that all mentions allow, taken in their order: the best dated come first."""
    reading: DateRange | None = None
    for mention in told:
        if mention.reading is not None:
            reading = narrowed(reading, mention.reading)
    return reading


def joining_order(mention: Mention, published: date) -> tuple[int, date, str, int, int]:
    """Best dated first; then in the order of publication and of the text."""
    width = mention.reading.width_days if mention.reading else 1_000_000
    if mention.date_basis is DateBasis.INHERITED:
        width += 1
    start = mention.cue.start if mention.cue else 0
    return width, published, mention.article_id, mention.sentence.start, start


def status_of(kind: EventKind, told: Sequence[Mention]) -> Status:
    """Where an event stands. A saying took place whoever denies what it says."""
    stances = {mention.stance for mention in told}
    if stances <= _NOT_YET:
        return Status.PLANNED
    if kind in SPEECH:
        return Status.REPORTED
    if Stance.DENIED in stances:
        return Status.CONTESTED if stances & _AFFIRMING else Status.DENIED
    return Status.CONFIRMED if Stance.CONFIRMED in stances else Status.REPORTED


def best_title(told: Sequence[Mention]) -> str:
    """The title of the mention that says most in a label's length; the earliest of equals."""

    def merit(mention: Mention) -> tuple[bool, ...]:
        low, high = _BEST_TITLE
        return (
            not _PIECE.match(mention.title),
            not _lacks_a_verb(mention),
            low <= len(mention.title) <= high,
            "…" not in mention.title,
            len(mention.title.split()) >= _BEST_WORDS,
            ": " not in mention.title,
            bool(mention.actor_ids),
            mention.stance in _AFFIRMING,
            mention.date is not None,
        )

    return max(told, key=merit).title


def _lacks_a_verb(mention: Mention) -> bool:
    """Whether the title tells the event by a gerund alone: "France sending troops"."""
    if mention.cue is None:
        return False
    told = mention.cue.shifted(-mention.sentence.start).of(mention.sentence_text)
    at = mention.title.find(told)
    return told.endswith("ing") and at > 0 and not _PROGRESSIVE.search(mention.title[:at])


def _by_frequency(names: Iterable[str]) -> list[str]:
    """The distinct names, the most frequent first, equals in the order they came."""
    return [name for name, _ in Counter(names).most_common()]


def estimate_row(
    estimate: Estimate,
    articles: Mapping[str, Article],
    events_of: Mapping[str, tuple[str, str]],
) -> dict[str, object]:
    figure = estimate.figure
    published = articles[estimate.article_id].published
    as_of = estimate.as_of or DateRange.day(published)
    last = as_of.last
    if last and estimate.stance not in _NOT_YET and (as_of.first or last) <= published:
        # "This month", said of what is done, ends with the report.
        last = min(last, published)
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
        "as_of_last": last,
        "reported_day": published,
        "as_of_basis": estimate.as_of_basis,
        "rule": figure.rule,
        "state_rule": estimate.state_rule,
        "claimant_text": estimate.claimant_text,
        "is_increment": figure.increment,
        "part_of": figure.part_of,
    }

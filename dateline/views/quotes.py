"""The sentences behind an event or a claim, with the exact words marked inside each."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from dateline.views.days import as_day, when
from dateline.views.event_index import tellings_of
from dateline.views.groups import actor_names, names_of
from dateline.views.story import Story


class Mark(StrEnum):
    """What marked words were read as."""

    DATE = "date"
    CUE = "cue"
    FIGURE = "figure"
    ACTOR = "actor"
    PROBLEM = "problem"
    HIT = "hit"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters of a text that were read as something."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks, none where it is plain."""

    text: str
    marks: tuple[Mark, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of one article, and what the tables say about it."""

    pieces: tuple[Piece, ...]
    article_id: str
    article_title: str
    publisher: str
    reported: date
    sentence_start: int
    stance: str
    voices: str  # who vouches for it, outermost last; empty where the article itself does
    reading: str  # what the marked words were read as
    derived_from: str


def cut(text: str, marked: Iterable[Marked], offset: int = 0) -> Iterator[Piece]:
    """Cut *text*, which starts at *offset*, where marks begin and end; marks may overlap."""
    inside = sorted(
        (
            Marked(max(m.start - offset, 0), min(m.end - offset, len(text)), m.mark)
            for m in marked
            if m.start < offset + len(text) and m.end > offset
        ),
        key=lambda m: (m.start, m.end),
    )
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    for start, end in itertools.pairwise(edges):
        marks = dict.fromkeys(m.mark for m in inside if m.start <= start and end <= m.end)
        yield Piece(text[start:end], tuple(marks), offset + start)


def hits(text: str, words: Iterable[str], offset: int = 0) -> Iterator[Marked]:
    """Where the searched words stand in *text*."""
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds to two would shift every offset after it
        folded = text.lower()
    if len(folded) != len(text):
        return
    for word in words:
        at = folded.find(word)
        while at >= 0:
            yield Marked(offset + at, offset + at + len(word), Mark.HIT)
            at = folded.find(word, at + len(word))


def quotes_of_event(story: Story, event_id: str, words: tuple[str, ...] = ()) -> list[Quote]:
    """Every sentence that tells an event, first reported first."""
    rows = _with_articles(tellings_of(story, event_id), story.articles)
    names = actor_names(story)
    return [_mention_quote(row, names, words) for row in rows.to_dict("records")]


def quote_of_claim(story: Story, estimate_id: str, words: tuple[str, ...] = ()) -> list[Quote]:
    """The sentence behind a claim, in a list that is empty for an unknown id."""
    claim = story.estimates[story.estimates["estimate_id"] == estimate_id]
    rows = _with_articles(claim, story.articles)
    names = actor_names(story)
    return [_claim_quote(row, names, words) for row in rows.to_dict("records")]


def _with_articles(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    about = articles[["article_id", "title", "publisher", "published_day", "derived_from"]]
    joined = rows.merge(about, on="article_id", suffixes=("", "_of_article"), sort=False)
    return joined.sort_values(["published_day", "article_id", "sentence_start"], kind="stable")


def _mention_quote(row: dict[str, object], names: dict[str, str], words: tuple[str, ...]) -> Quote:
    marked = [*_span(row, "date_start", "date_end", Mark.DATE)]
    marked += _span(row, "cue_start", "cue_end", Mark.CUE)
    read = ""
    if row["date_text"]:
        days = when(as_day(row["first_day"]), as_day(row["last_day"]), str(row["precision"]))
        read = f"“{row['date_text']}” read as {days}"
    return _quote(row, "title_of_article", marked, str(row["attributed_to"]), read, names, words)


def _claim_quote(row: dict[str, object], names: dict[str, str], words: tuple[str, ...]) -> Quote:
    marked = [*_span(row, "phrase_start", "phrase_end", Mark.FIGURE)]
    voices = ";".join(part for part in (str(row["claimant"]), str(row["relayed_by"])) if part)
    return _quote(row, "title", marked, voices, "", names, words)


def _span(row: dict[str, object], start: str, end: str, mark: Mark) -> list[Marked]:
    first, last = row[start], row[end]
    if pd.isna(first) or pd.isna(last):
        return []
    return [Marked(int(str(first)), int(str(last)), mark)]


def _quote(
    row: dict[str, object],
    title: str,
    marked: list[Marked],
    voices: str,
    reading: str,
    names: dict[str, str],
    words: tuple[str, ...],
) -> Quote:
    sentence, start = str(row["sentence"]), int(str(row["sentence_start"]))
    marked = [*marked, *hits(sentence, words, start)]
    reported = as_day(row["published_day"])
    assert reported is not None, "an article always has a publication day"
    return Quote(
        pieces=tuple(cut(sentence, marked, start)),
        article_id=str(row["article_id"]),
        article_title=str(row[title]),
        publisher=str(row["publisher"]),
        reported=reported,
        sentence_start=start,
        stance=str(row["stance"]),
        voices=names_of(voices, names),
        reading=reading,
        derived_from=str(row["derived_from"]),
    )

"""What must hold across the tables, looked at after every build.

A rule that finds a row which does not hold says so in a problem of kind ``check``. It never raises
and never repairs: a build that is wrong somewhere is still worth more than none, and a repaired
row would hide the rule that made it. Single columns are the business of `schema`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from dateline.datapackage import REFERENCES, primary_key
from dateline.model import Bound, CountRange, ProblemKind
from dateline.schema import (
    TABLES,
    Actors,
    Articles,
    Estimates,
    Events,
    Findings,
    Mentions,
    Problems,
    Table,
    conform,
)

Tables = Mapping[type[Table], pd.DataFrame]
Texts = Mapping[str, str]
Row = dict[str, Any]

# Columns that quote the article, with the columns that say where.
QUOTES: tuple[tuple[type[Table], str, str, str], ...] = (
    (Mentions, "sentence", "sentence_start", "sentence_end"),
    (Mentions, "date_text", "date_start", "date_end"),
    (Estimates, "sentence", "sentence_start", "sentence_end"),
    (Estimates, "phrase", "phrase_start", "phrase_end"),
    (Findings, "text", "start", "end"),
)
# Columns that name actors, one or several separated by ';'.
ACTOR_LISTS: tuple[tuple[type[Table], str], ...] = (
    (Mentions, "actor_ids"),
    (Mentions, "target_ids"),
    (Events, "actor_ids"),
    (Events, "target_ids"),
    (Estimates, "force_id"),
    (Estimates, "claimant"),
    (Estimates, "relayed_by"),
)
RANGES: tuple[tuple[type[Table], str, str], ...] = (
    (Mentions, "first_day", "last_day"),
    (Events, "first_day", "last_day"),
    (Events, "first_reported_day", "last_reported_day"),
    (Estimates, "as_of_first", "as_of_last"),
)


class Finding(NamedTuple):
    """One row that does not hold, and the words it stands on, if it stands on any."""

    reason: str
    article_id: str = ""
    start: int | None = None
    end: int | None = None
    text: str = ""


def check_tables(tables: Tables, texts: Texts) -> pd.DataFrame:
    """Every row for which a rule does not hold, as rows of the problems table."""
    whole = {table: tables[table] for table in TABLES if table in tables}
    found = [finding for rule in RULES for finding in rule(whole, texts)]
    frame = pd.DataFrame([finding._asdict() for finding in found], columns=Finding._fields)
    return conform(frame.assign(kind=str(ProblemKind.CHECK)), Problems)


def _quotes(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """`text[start:end]` is what a row quotes."""
    for table, column, start_column, end_column in QUOTES:
        for row in _rows(tables, table):
            quote, start, end = row[column], row[start_column], row[end_column]
            if pd.isna(start) or pd.isna(end):
                if quote:
                    yield _at(table, row, f"{column} quotes words and does not say where")
                continue
            if (text := texts.get(row["article_id"])) is None:
                yield _at(table, row, f"the text of {row['article_id']!r} is not stored")
            elif text[int(start) : int(end)] != quote:
                yield _at(table, row, f"{column} is not what stands at {start} to {end}")


def _references(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """A column that names a row of another table names one that is there."""
    keys = {
        table.table_name(): set(frame[primary_key(table)])
        for table, frame in tables.items()
        if primary_key(table)
    }
    may_be_empty = {(Estimates, "event_id"), (Problems, "article_id")}
    for table, frame in tables.items():
        for column in frame.columns.intersection(["article_id", "event_id"]):
            for row in _rows(tables, table) if column != primary_key(table) else ():
                empty = not row[column] and (table, column) in may_be_empty
                if not empty and row[column] not in keys.get(REFERENCES[column], set()):
                    reason = f"{column} {row[column]!r} is not in {REFERENCES[column]}"
                    yield _at(table, row, reason)


def _actors(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """Whoever acts, claims or relays is one of the actors."""
    known = {row["actor_id"] for row in _rows(tables, Actors)}
    for table, frame in tables.items():
        for row, reason in unknown_actors(frame, table, known):
            yield _at(table, row, reason)


def unknown_actors(
    frame: pd.DataFrame, table: type[Table], known: Collection[str]
) -> Iterator[tuple[Row, str]]:
    """Rows that name an actor who is none of *known*, each with the column and the name."""
    for column in (column for of, column in ACTOR_LISTS if of is table):
        for at, cell in enumerate(frame[column].tolist()):
            for actor_id in filter(None, cell.split(";")):
                if actor_id not in known:
                    (row,) = frame.iloc[at : at + 1].to_dict("records")
                    yield row, f"{column} names {actor_id!r}, which is not in actors"


def _ranges(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """No range of days ends before it starts."""
    for table, first, last in RANGES:
        for row in _rows(tables, table):
            if row[last] < row[first]:  # false where either end is missing
                yield _at(table, row, f"{last} lies before {first}")


def _dated(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """Days, precision and EDTF are given together or not at all."""
    for table in (Mentions, Events):
        for row in _rows(tables, table):
            days = pd.notna(row["first_day"]) or pd.notna(row["last_day"])
            if not (days == pd.notna(row["precision"]) == bool(row["edtf"])):
                yield _at(table, row, "only some of days, precision and edtf are given")


def _events(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """An event is what its mentions say: their days, their articles, their publishers."""
    told: dict[str, list[Row]] = {}
    for row in _rows(tables, Mentions):
        told.setdefault(row["event_id"], []).append(row)
    groups = {row["article_id"]: row["publisher_group"] for row in _rows(tables, Articles)}
    for event in _rows(tables, Events):
        mentions = told.get(event["event_id"], [])
        if not mentions:
            yield _at(Events, event, "no mention tells it")
            continue
        if "days" not in event["corrected"].split(";") and not _lies_within(event, mentions):
            yield _at(Events, event, "its days reach beyond those of its mentions")
        articles = {mention["article_id"] for mention in mentions}
        publishers = {groups.get(article_id, article_id) for article_id in articles}
        counts = {"article_count": len(articles), "publisher_count": len(publishers)}
        for column, count in counts.items():
            if event[column] != count:
                yield _at(Events, event, f"{column} is {event[column]}, not {count}")


def _lies_within(event: Row, mentions: list[Row]) -> bool:
    """Whether the event's days stay within the widest that its dated mentions allow."""
    dated = [
        mention
        for mention in mentions
        if pd.notna(mention["first_day"]) or pd.notna(mention["last_day"])
    ]
    if not dated:
        return bool(pd.isna(event["first_day"]) and pd.isna(event["last_day"]))
    starts = [mention["first_day"] for mention in dated]
    ends = [mention["last_day"] for mention in dated]
    # An open end allows any day; an event that is open itself needs a mention that is.
    open_start, open_end = any(map(pd.isna, starts)), any(map(pd.isna, ends))
    if pd.isna(event["first_day"]) and pd.isna(event["last_day"]):
        return True  # undated although a mention is dated: nothing is claimed
    fits_start = open_start or (pd.notna(event["first_day"]) and event["first_day"] >= min(starts))
    fits_end = open_end or (pd.notna(event["last_day"]) and event["last_day"] <= max(ends))
    return bool(fits_start and fits_end)


def _counts(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """An estimate fills the ends that its bound says, and in order."""
    for row in _rows(tables, Estimates):
        low, high = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
        try:
            CountRange(low, high, Bound(row["bound"]))
        except ValueError as error:
            yield _at(Estimates, row, str(error))


def _reported(tables: Tables, texts: Texts) -> Iterator[Finding]:
    """An estimate is reported on the day its article was published."""
    published = {row["article_id"]: row["published_day"] for row in _rows(tables, Articles)}
    for row in _rows(tables, Estimates):
        day = published.get(row["article_id"])
        if day is not None and day != row["reported_day"]:
            yield _at(Estimates, row, "reported_day is not the day its article was published")


RULES: tuple[Callable[[Tables, Texts], Iterator[Finding]], ...] = (
    _quotes,
    _references,
    _actors,
    _ranges,
    _dated,
    _events,
    _counts,
    _reported,
)


def _rows(tables: Tables, table: type[Table]) -> Iterator[Row]:
    """The rows one after the other; all of them at once would take ten times the frame's room."""
    if table in tables:
        names = list(tables[table].columns)
        for cells in zip(*(tables[table][name].tolist() for name in names), strict=True):
            yield dict(zip(names, cells, strict=True))


def _at(table: type[Table], row: Row, reason: str) -> Finding:
    """A finding at a row, with its sentence where it has one."""
    name = f"{table.table_name()}, {row.get(primary_key(table), 'a row')}: {reason}"
    if "sentence" not in row:
        return Finding(name, row.get("article_id", ""))
    start, end = int(row["sentence_start"]), int(row["sentence_end"])
    return Finding(name, row["article_id"], start, end, row["sentence"])

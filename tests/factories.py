"""Smallest valid rows for every table, so that a test states only what it is about."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dateline.datapackage import primary_key
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

Row = Mapping[str, Any]

# One article of two sentences, told so that every default row below fits every other.
TEXT = "The regiment arrived on Monday. About 300 soldiers came, the ministry said."
SENTENCE = TEXT[:31]
CLAIM = TEXT[32:]
PHRASE = "About 300 soldiers"

ARTICLE: Row = {
    "article_id": "a0",
    "title": "A regiment arrives",
    "publisher": "The Courier",
    "published_day": "2031-05-06",
    "published_basis": "stated",
    "url": "",
    "word_count": 12,
    "sha256": "0" * 64,
    "derived_from": "",
    "basis_note": "",
    "publisher_group": "a0",
}
MENTION: Row = {
    "mention_id": "a0-m0",
    "event_id": "e0",
    "article_id": "a0",
    "sentence_start": 0,
    "sentence_end": len(SENTENCE),
    "sentence": SENTENCE,
    "date_text": "on Monday",
    "date_start": TEXT.index("on Monday"),
    "date_end": TEXT.index("on Monday") + len("on Monday"),
    "first_day": "2031-05-05",
    "last_day": "2031-05-05",
    "precision": "day",
    "edtf": "2031-05-05",
    "date_basis": "weekday",
    "kind": "deployment",
    "actor_ids": "ministry",
    "target_ids": "",
    "place": "",
    "stance": "asserted",
    "attributed_to": "",
    "date_rule": "weekday",
    "kind_rule": "arrive",
    "cue_start": TEXT.index("arrived"),
    "cue_end": TEXT.index("arrived") + len("arrived"),
    "stance_rule": "",
    "merge_rule": "alone",
    "title": "The regiment arrives",
}
EVENT: Row = {
    "event_id": "e0",
    "title": "The regiment arrives",
    "kind": "deployment",
    "plover": "MOBILIZE",
    "first_day": "2031-05-05",
    "last_day": "2031-05-05",
    "precision": "day",
    "edtf": "2031-05-05",
    "actor_ids": "ministry",
    "target_ids": "",
    "place": "",
    "status": "reported",
    "article_count": 1,
    "publisher_count": 1,
    "corrected": "",
    "correction_reason": "",
    "is_hidden": False,
    "first_reported_day": "2031-05-06",
    "last_reported_day": "2031-05-06",
}
ESTIMATE: Row = {
    "estimate_id": "a0-x0",
    "event_id": "e0",
    "article_id": "a0",
    "sentence_start": 32,
    "sentence_end": len(TEXT),
    "sentence": CLAIM,
    "phrase": PHRASE,
    "phrase_start": TEXT.index(PHRASE),
    "phrase_end": TEXT.index(PHRASE) + len(PHRASE),
    "low": 300,
    "high": 300,
    "bound": "approximate",
    "unit": "troops",
    "force_id": "",
    "state": "deployed",
    "claimant": "ministry",
    "relayed_by": "",
    "stance": "asserted",
    "as_of_first": "2031-05-05",
    "as_of_last": "2031-05-05",
    "reported_day": "2031-05-06",
    "as_of_basis": "claim",
    "rule": "number",
    "state_rule": "came",
    "claimant_text": "the ministry",
    "is_increment": False,
    "part_of": None,
}
ACTOR: Row = {
    "actor_id": "ministry",
    "name": "The ministry",
    "kind": "body",
    "country": "NOR",
    "mention_count": 1,
}
FINDING: Row = {
    "article_id": "a0",
    "start": 0,
    "end": 3,
    "text": "The",
    "kind": "actor",
    "value": "n0",
    "rule": "alias",
}
PROBLEM: Row = {
    "article_id": "a0",
    "start": 0,
    "end": 3,
    "text": "The",
    "kind": "unresolved_date",
    "reason": "an example",
}

DEFAULTS: Mapping[type[Table], Row] = {
    Articles: ARTICLE,
    Mentions: MENTION,
    Events: EVENT,
    Estimates: ESTIMATE,
    Actors: ACTOR,
    Findings: FINDING,
    Problems: PROBLEM,
}


def rows(table: type[Table], *overrides: Row) -> pd.DataFrame:
    """A table of one default row for each of *overrides*; identifiers count up from the first's."""
    default, key = DEFAULTS[table], primary_key(table)
    numbered = [
        {**default, **({key: default[key].removesuffix("0") + str(n)} if key and n else {}), **row}
        for n, row in enumerate(overrides)
    ]
    return conform(pd.DataFrame(numbered, columns=list(default)), table)


def articles(*overrides: Row) -> pd.DataFrame:
    return rows(Articles, *overrides)


def mentions(*overrides: Row) -> pd.DataFrame:
    return rows(Mentions, *overrides)


def events(*overrides: Row) -> pd.DataFrame:
    return rows(Events, *overrides)


def estimates(*overrides: Row) -> pd.DataFrame:
    return rows(Estimates, *overrides)


def actors(*overrides: Row) -> pd.DataFrame:
    return rows(Actors, *overrides)


def problems(*overrides: Row) -> pd.DataFrame:
    return rows(Problems, *overrides)


def tables(**given: pd.DataFrame) -> dict[type[Table], pd.DataFrame]:
    """All tables, one default row each and no problem; *given* replaces some, by their names."""
    default = {table: rows(table, {}) for table in TABLES if table is not Problems}
    default[Problems] = problems()
    return {table: given.get(table.table_name(), default[table]) for table in TABLES}


def texts() -> dict[str, str]:
    """The stored text behind the default rows."""
    return {"a0": TEXT}


def a_set(name: str) -> tuple[dict[type[Table], pd.DataFrame], dict[str, str]]:
    """Tables and texts that carry *name* in several files, so that a mixture of two shows."""
    named = tables(
        articles=articles({"title": name}),
        actors=actors({"name": name}),
        problems=problems({"reason": name}),
    )
    return named, {"a0": f"{TEXT} {name}"}

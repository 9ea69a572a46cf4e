"""The manifest of data/: a Frictionless Data Package (version 2), written from the schema.

It tells other programs what every column means, and tells Dateline whether the files beside it are
the ones that were written together: each is named with its length and SHA-256. It holds no build
time and no path of the machine, so that the same tables give the same manifest everywhere.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandera.pandas as pa

from dateline.schema import SCHEMA_VERSION, TABLES, Day, Table

FILE_NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TEXTS = "texts"

# Columns that name a row of another table. Lists of identifiers (actor_ids) cannot be declared as
# foreign keys; `checks` follows those.
REFERENCES = {"event_id": "events", "article_id": "articles", "force_id": "actors"}

TABLE_MEANINGS = {
    "articles": "One row for each article that was read.",
    "mentions": "One event told by one sentence of one article.",
    "events": "What the mentions say happened, each event once.",
    "estimates": "A quantity that somebody claims, with the words that state it.",
    "actors": "The people, bodies and states of the story.",
    "findings": "Every date, name and figure found in a text, whether a row uses it or not.",
    "problems": "What could not be read, and what does not hold across the tables.",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a set of tables was made from, as digests; empty where nobody said."""

    seeds: str = ""
    code: str = ""


def field_type(column: pa.Column) -> str:
    """The Frictionless type of a declared column: string, integer, number, boolean or date."""
    if isinstance(column.dtype, Day):
        return "date"
    name = str(column.dtype).lower()
    for part, type_name in (("int", "integer"), ("float", "number"), ("bool", "boolean")):
        if name.startswith(part):
            return type_name
    return "string"


def choices(column: pa.Column) -> tuple[str, ...]:
    """The values a categorical column may hold; none if it is free."""
    return tuple(getattr(column.dtype, "categories", None) or ())


def path_of(table: type[Table]) -> str:
    return f"{table.table_name()}.csv"


def path_of_text(article_id: str) -> str:
    return f"{TEXTS}/{article_id}.txt"


def digest(content: bytes) -> str:
    """A hash as the Data Package writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def render(files: Mapping[str, bytes], origin: Origin) -> bytes:
    """The manifest of *files* (path within data/ -> content), as the bytes to store."""
    tables = {path_of(table): table for table in TABLES}
    resources = [
        _table_resource(tables[path], content) if path in tables else _text_resource(path, content)
        for path, content in sorted(files.items(), key=lambda item: _position(item[0]))
    ]
    package = {
        "$schema": PROFILE,
        "name": "dateline",
        "title": "Dateline: dated events and troop estimates read from news articles",
        "description": "Written by `python -m dateline build`; not to be edited by hand.",
        "version": SCHEMA_VERSION,
        "dateline": {"seeds": origin.seeds, "code": origin.code},
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _position(path: str) -> tuple[int, str]:
    """Tables in the order the data goes, then the texts by name."""
    order = [path_of(table) for table in TABLES]
    return (order.index(path) if path in order else len(order), path)


def _table_resource(table: type[Table], content: bytes) -> dict[str, Any]:
    return {
        "name": table.table_name(),
        "type": "table",
        "path": path_of(table),
        "description": TABLE_MEANINGS[table.table_name()],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": digest(content),
        "schema": table_schema(table),
    }


def table_schema(table: type[Table]) -> dict[str, Any]:
    """The Table Schema of one table."""
    columns = table.columns()
    schema: dict[str, Any] = {
        "fields": [_field(name, column) for name, column in columns.items()],
        "missingValues": [""],
    }
    if key := primary_key(table):
        schema["primaryKey"] = [key]
    if keys := [_foreign_key(name) for name in columns if _refers(table, name)]:
        schema["foreignKeys"] = keys
    return schema


def primary_key(table: type[Table]) -> str:
    """The column that names a row: the first, where its values are unique; else none."""
    name, column = next(iter(table.columns().items()))
    return str(name) if column.unique else ""


def _refers(table: type[Table], name: str) -> bool:
    return name in REFERENCES and name != primary_key(table)


def _foreign_key(name: str) -> dict[str, Any]:
    resource = REFERENCES[name]
    target = next(primary_key(table) for table in TABLES if table.table_name() == resource)
    return {"fields": [name], "reference": {"resource": resource, "fields": [target]}}


def _field(name: str, column: pa.Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "type": field_type(column),
        "description": column.description,
    }
    constraints: dict[str, Any] = {}
    # An empty text cell is a missing value to Frictionless, and text columns may be empty.
    if column.unique or (not column.nullable and (field["type"] != "string" or choices(column))):
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if choices(column):
        constraints["enum"] = list(choices(column))
    for check in column.checks:
        if check.name == "greater_than_or_equal_to":
            constraints["minimum"] = check.statistics["min_value"]
    if constraints:
        field["constraints"] = constraints
    if field["type"] == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field


def _text_resource(path: str, content: bytes) -> dict[str, Any]:
    return {
        "name": _resource_name(path),
        "path": path,
        "format": "txt",
        "mediatype": "text/plain",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": digest(content),
    }


def _resource_name(path: str) -> str:
    """A name in the letters that Data Packages allow; told apart by a digest where it changed."""
    stem = path.removesuffix(".txt").replace("/", "-")
    plain = re.sub(r"[^a-z0-9._-]", "-", stem.lower())
    if plain == stem:
        return plain
    return f"{plain}-{hashlib.sha256(stem.encode('utf-8')).hexdigest()[:8]}"

"""The data dictionary of README.md, written from the schema."""

import pandera.pandas as pa

from dateline.datapackage import (
    REFERENCES,
    TABLE_MEANINGS,
    choices,
    field_type,
    path_of,
    primary_key,
)
from dateline.schema import TABLES, Table

BEGIN, END = "<!-- data dictionary -->", "<!-- end -->"
TYPE_NAMES = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def render() -> str:
    """Every table and column in Markdown, with the marks that README.md holds around them."""
    parts = [BEGIN, *(_table(table) for table in TABLES), END]
    return "\n\n".join(parts) + "\n"


def _table(table: type[Table]) -> str:
    lines = [
        f"#### `{path_of(table)}`",
        "",
        TABLE_MEANINGS[table.table_name()],
        "",
        "| column | type | meaning |",
        "|---|---|---|",
    ]
    for name, column in table.columns().items():
        lines.append(f"| `{name}` | {_type(column)} | {_meaning(table, str(name), column)} |")
    return "\n".join(lines)


def _type(column: pa.Column) -> str:
    name = field_type(column)
    kind = "choice" if choices(column) else TYPE_NAMES.get(name, name)
    return f"{kind}, may be empty" if column.nullable else kind


def _meaning(table: type[Table], name: str, column: pa.Column) -> str:
    parts = [str(column.description).replace("|", "\\|")]
    if values := choices(column):
        parts.append("One of " + ", ".join(f"`{value}`" for value in values) + ".")
    if name == primary_key(table):
        parts.append("Names the row.")
    elif name in REFERENCES:
        parts.append(f"Names a row of `{REFERENCES[name]}.csv`.")
    return " ".join(parts)

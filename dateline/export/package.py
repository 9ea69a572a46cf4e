"""A zipped Frictionless Data Package: the rows shown, and the rows of other tables that they need.

Every reference in it leads to a row in it, so `frictionless validate` passes. Of a view of events
it holds the mentions, estimates, articles and actors as well; of everything, every table.
"""

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dateline import datapackage, table_csv
from dateline.datapackage import FILE_NAME, REFERENCES, Origin, path_of, primary_key
from dateline.errors import AddressError
from dateline.export.plain import zipped
from dateline.export.shown import Exported, Progress, Shown
from dateline.schema import TABLES, Table
from dateline.views.ids import split
from dateline.views.selection import Selection
from dateline.views.story import Story

Frames = dict[str, pd.DataFrame]
# The tables whose rows tell the rows of another, by the column that names it.
TELLS = {"events": (("mentions", "event_id"), ("estimates", "event_id"))}


def datapackage_zip(views: Sequence[Shown], progress: Progress) -> Exported:
    """The package of the views: each row that any of them shows, once.

    Raises `AddressError` for views of two days, as known on which one row may say two things.
    """
    views = [part for shown in views for part in shown.parts]
    if len({shown.selection.known_on for shown in views}) > 1:
        raise AddressError("a data package holds the story of one day: export each view by itself")
    frames = _joined(views)
    frames, left_out = _without_hidden(frames)
    files = {}
    there = [table for table in TABLES if table.table_name() in frames]
    for number, table in enumerate(there, 1):
        name = table.table_name()
        columns = _columns(views, table)
        files[path_of(table)] = table_csv.render(frames[name], table, columns).encode("utf-8")
        progress(number, len(there) + 1, name)
    manifest = json.loads(datapackage.render(files, Origin()))
    manifest["name"] = "dateline-export"
    manifest["description"] = "Exported from Dateline; `dateline` says which rows these are."
    manifest["dateline"] = [shown.provenance() for shown in views]
    manifest["leftOut"] = {why: count for why, count in left_out.items() if count}
    manifest["resources"] = [
        _resource(resource, frames, _columns(views, table), views)
        for resource, table in zip(manifest["resources"], there, strict=True)
    ]
    content = json.dumps(manifest, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    progress(len(there) + 1, len(there) + 1, FILE_NAME)
    return Exported(zipped({FILE_NAME: content, **files}), left_out)


def _columns(views: Sequence[Shown], table: type[Table]) -> list[str]:
    chosen = next((shown.names for shown in views if shown.table is table), [])
    return chosen or list(table.columns())


def _resource(
    resource: dict[str, Any], frames: Frames, columns: Sequence[str], views: Sequence[Shown]
) -> dict[str, Any]:
    """A resource with the columns that were written, and references that still lead somewhere."""
    schema = resource["schema"]
    schema["fields"] = [field for field in schema["fields"] if field["name"] in columns]
    if not set(schema.get("primaryKey", ())) <= set(columns):
        del schema["primaryKey"]
    keys = [
        key
        for key in schema.get("foreignKeys", ())
        if set(key["fields"]) <= set(columns) and _can_refer(key, frames, views)
    ]
    schema.pop("foreignKeys", None)
    if keys:
        schema["foreignKeys"] = keys
    return resource


def _can_refer(key: dict[str, Any], frames: Frames, views: Sequence[Shown]) -> bool:
    name = key["reference"]["resource"]
    table = next(table for table in TABLES if table.table_name() == name)
    return name in frames and set(key["reference"]["fields"]) <= set(_columns(views, table))


def _joined(views: Sequence[Shown]) -> Frames:
    """What belongs to any of the views; of all tables without a choice, all rows."""
    asked = {shown.table for shown in views if shown.selection == Selection()}
    if asked == set(TABLES):
        return {table.table_name(): views[0].story.table(table.table_name()) for table in TABLES}
    found = [belonging(shown) for shown in views]
    frames = {}
    for table in TABLES:
        name = table.table_name()
        rows = [one[name] for one in found if name in one]
        if len(rows) == 1:
            frames[name] = rows[0]
        elif rows:
            frames[name] = pd.concat(rows).drop_duplicates(primary_key(table) or None)
    return frames


HIDDEN = "told of an event that a person hid"


def _without_hidden(frames: Frames) -> tuple[Frames, dict[str, int]]:
    """The same without what belongs to events that are not there, which are those hidden."""
    if "events" not in frames:
        return frames, {}
    there = {*frames["events"]["event_id"], ""}
    kept = {
        name: rows[rows["event_id"].isin(there)] if name in ("mentions", "estimates") else rows
        for name, rows in frames.items()
    }
    return kept, {HIDDEN: sum(len(frames[name]) - len(rows) for name, rows in kept.items())}


def belonging(shown: Shown) -> Frames:
    """The rows shown, the rows that tell them, and every row that one of those refers to."""
    story, name = shown.story, shown.table.table_name()
    frames = {name: shown.rows}
    for other, column in TELLS.get(name, ()):
        rows = story.table(other)
        frames[other] = rows[rows[column].isin(set(shown.rows[column]))]
    # Mentions and estimates refer to events, events and claims to actors, all but actors to
    # articles: in this order nothing is referred to that was passed already.
    for target in ("events", "articles", "actors"):
        if target != name:
            frames[target] = _referred(story, target, frames)
    return {table: rows for table, rows in frames.items() if len(rows) or table == name}


def _referred(story: Story, target: str, frames: Frames) -> pd.DataFrame:
    """The rows of *target* that some row of *frames* names."""
    rows = story.table(target)
    key = primary_key(next(table for table in TABLES if table.table_name() == target))
    asked: set[str] = set(frames[target][key]) if target in frames else set()
    for name, frame in frames.items():
        for column in frame.columns:
            if name != target and REFERENCES.get(column) == target:
                asked |= set(frame[column])
            elif target == "actors" and column in ACTOR_LISTS:
                asked |= {actor for cell in frame[column].unique() for actor in split(cell)}
    return rows[rows[key].isin(asked)]


ACTOR_LISTS = {"actor_ids", "target_ids", "attributed_to", "claimant", "relayed_by"}

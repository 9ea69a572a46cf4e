"""The tables that people write in seeds/ as CSV: actors, landmarks, corrections, publication days.

Each function takes a file's text and gives its rows checked, or a `SeedError` with the line.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

import pycountry

from dateline.correction import DAYS_EXPECTED, Correction, CorrectionKind, read_days
from dateline.errors import SeedError
from dateline.given_days import parse_day
from dateline.model import Actor, ActorKind, EventKind, Unresolved
from dateline.published import Landmark

ACTOR_COLUMNS = ["actor_id", "name", "aliases", "kind", "country"]
LANDMARK_COLUMNS = ["day", "words", "note"]
CORRECTION_COLUMNS = ["correction", "event", "value", "reason"]
DAY_COLUMNS = ["article_id", "published"]
LONGEST_TITLE = 80


def actors(text: str, path: object) -> list[Actor]:
    """The story's actors in the file's order; no two share an identifier or a spelling."""
    found: dict[str, Actor] = {}
    owners: dict[str, str] = {}
    for line, row in _rows(text, path, ACTOR_COLUMNS):
        actor = _actor(row, path, line)
        if actor.actor_id in found:
            raise SeedError(path, line, f"actor_id {actor.actor_id!r} is given twice")
        for alias in (actor.name, *actor.aliases):
            owner = owners.setdefault(alias, actor.actor_id)
            if owner != actor.actor_id:
                raise SeedError(path, line, f"alias {alias!r} already belongs to {owner!r}")
        found[actor.actor_id] = actor
    return list(found.values())


def landmarks(text: str, path: object) -> list[Landmark]:
    """Known days of the story: terms parted by ';' that one sentence must hold, '|' within one."""
    found = []
    for line, row in _rows(text, path, LANDMARK_COLUMNS):
        day = parse_day(row["day"])
        if isinstance(day, Unresolved):
            raise SeedError(path, line, f"day {day.reason}")
        terms = tuple(
            tuple(filter(None, (word.strip() for word in term.split("|"))))
            for term in row["words"].split(";")
        )
        if not all(terms):
            raise SeedError(path, line, "words has an empty term: write 'a|b;c' and no stray ';'")
        found.append(Landmark(day, terms, row["note"]))
    return found


def corrections(text: str, path: object) -> list[Correction]:
    """What people overrule, in the file's order."""
    return [_correction(row, path, line) for line, row in _rows(text, path, CORRECTION_COLUMNS)]


def _correction(row: dict[str, str], path: object, line: int) -> Correction:
    kinds = ", ".join(CorrectionKind)
    if row["correction"] not in list(CorrectionKind):
        raise SeedError(path, line, f"correction {row['correction']!r} is none of {kinds}")
    kind = CorrectionKind(row["correction"])
    if not row["event"]:
        raise SeedError(path, line, f"{kind} names no event: give the id of it or of a mention")
    if not row["reason"]:
        raise SeedError(path, line, f"{kind} has no reason: say in a few words why")
    if problem := _wrong_value(kind, row["value"]):
        raise SeedError(path, line, f"value {row['value']!r}: {problem}")
    return Correction(kind, row["event"], row["value"], row["reason"], line)


def _wrong_value(kind: CorrectionKind, value: str) -> str:
    """What is wrong with the value of a correction; empty where nothing is."""
    match kind:
        case CorrectionKind.HIDE:
            return "hide takes no value" if value else ""
        case CorrectionKind.RETITLE if not 0 < len(value) <= LONGEST_TITLE:
            return f"retitle takes a title of 1 to {LONGEST_TITLE} characters"
        case CorrectionKind.REKIND if value not in list(EventKind):
            return f"rekind takes one of {', '.join(EventKind)}"
        case CorrectionKind.REDATE:
            try:
                read_days(value)
            except ValueError:
                return f"redate takes {DAYS_EXPECTED}"
        case CorrectionKind.SPLIT if not value.strip("; "):
            return "split takes the ids of the mentions that tell another event, with ';' between"
        case CorrectionKind.MERGE if not value:
            return "merge takes the id of the event that it is told to be"
    return ""


def days(text: str, path: object) -> list[tuple[str, str, object, int]]:
    """(name, day, path, line) from a JSON object {name: day} or a CSV of article_id, published."""
    if str(path).lower().endswith(".csv"):
        rows = _rows(text, path, DAY_COLUMNS)
        return [(row["article_id"], row["published"], path, line) for line, row in rows]
    try:
        given = json.loads(text, object_pairs_hook=tuple)
    except (ValueError, RecursionError) as error:
        raise SeedError(path, getattr(error, "lineno", 1), f"is not JSON ({error})") from error
    # An object alone is a tuple here, with a key that is given twice in it twice.
    if not isinstance(given, tuple) or not all(isinstance(day, str) for _, day in given):
        raise SeedError(path, 1, 'must be an object of days: {"name": "YYYY-MM-DD", ...}')
    names = [name for name, _ in given]
    if twice := [name for name in names if names.count(name) > 1]:
        raise SeedError(path, 1, f"gives two days for {twice[0]!r}; keep one of them")
    return [(name, day, path, 1) for name, day in given]


def _rows(text: str, path: object, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers, as stripped text."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if header != list(columns):
            found, wanted = ", ".join(header), ", ".join(columns)
            raise SeedError(path, 1, f"columns are {found}, expected {wanted}")
        for cells in reader:
            if len(cells) == len(columns):
                cleaned = (cell.strip() for cell in cells)
                yield reader.line_num, dict(zip(columns, cleaned, strict=True))
            elif cells:
                count = f"{len(cells)} cells, expected {len(columns)}"
                raise SeedError(path, reader.line_num, f"{count}; quote a cell that holds a comma")
    except csv.Error as error:
        raise SeedError(path, reader.line_num, f"is not CSV ({error})") from error


def _actor(row: dict[str, str], path: object, line: int) -> Actor:
    actor_id = row["actor_id"]
    if not re.fullmatch(r"[a-z0-9_]{1,100}", actor_id):
        problem = f"actor_id {actor_id!r} must be lower-case letters, digits and '_'"
        raise SeedError(path, line, problem)
    if not row["name"]:
        raise SeedError(path, line, f"{actor_id!r} has no name")
    if row["kind"] not in list(ActorKind):
        raise SeedError(path, line, f"kind {row['kind']!r} is none of {', '.join(ActorKind)}")
    if row["country"] and row["country"] not in _countries():
        problem = f"country {row['country']!r} is no ISO 3166-1 alpha-3 code, such as KOR"
        raise SeedError(path, line, problem)
    aliases = dict.fromkeys(filter(None, (alias.strip() for alias in row["aliases"].split(";"))))
    return Actor(actor_id, row["name"], tuple(aliases), ActorKind(row["kind"]), row["country"])


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.alpha_3 for country in pycountry.countries)

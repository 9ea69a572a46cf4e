"""What an article says about itself: front matter in YAML, or a sidecar in JSON.

YAML turns `no` into False, `012` into 10 and `12:30:45` into 45045, and stops at 2022-02-30. So
both are taken as what they are, keys with words; what the words must be is checked here, and a
complaint names the line.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from dateline.decoding import has_surrogate
from dateline.errors import SeedError
from dateline.given_days import parse_day
from dateline.model import PublishedBasis, Unresolved

MAX_CHARACTERS = 20_000
FENCE = "---"
KEYS = (
    "title", "publisher", "published", "published_basis", "basis_note", "url", "derived_from",
)  # fmt: skip
REQUIRED_IN_FRONT_MATTER = ("title", "publisher", "published", "published_basis")


class Entry(NamedTuple):
    """One value as written, and the line it stands on."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """The checked values; empty where nothing was said."""

    title: str = ""
    publisher: str = ""
    published: date | None = None
    basis: PublishedBasis = PublishedBasis.STATED
    basis_note: str = ""
    url: str = ""
    derived_from: str = ""


def split_front_matter(text: str, path: object) -> tuple[str, str]:
    """Front matter and body of an article; `SeedError` where the first is missing or unclosed."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise SeedError(
            path,
            1,
            f"has no front matter: the first line must be {FENCE!r}, then "
            f"{', '.join(REQUIRED_IN_FRONT_MATTER)}, then {FENCE!r} and the text",
        )
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            front = "\n".join(lines[1:number])
            if len(front) > MAX_CHARACTERS:
                problem = f"front matter has {len(front):,} characters, at most {MAX_CHARACTERS:,}"
                raise SeedError(path, 1, problem)
            return front, "\n".join(lines[number + 1 :])
    raise SeedError(path, 1, f"front matter is not closed: a line {FENCE!r} must end it")


def from_front_matter(front: str, path: object) -> Metadata:
    """The checked values of an article's front matter; it has to give its day and publisher."""
    return _checked(_yaml_entries(front, path), path, required=REQUIRED_IN_FRONT_MATTER)


def from_sidecar(text: str, path: object) -> Metadata:
    """The checked values of a sidecar; it may leave out whatever it does not know."""
    return _checked(_json_entries(text, path), path, required=())


def _yaml_entries(front: str, path: object) -> dict[str, Entry]:
    try:
        # The composer gives nodes with their lines, and makes no values of them.
        node = yaml.compose(front, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise SeedError(
            path, line, f"front matter is not YAML ({error.problem}); put the value in quotes"
        ) from error
    except yaml.YAMLError as error:
        raise SeedError(path, 1, f"front matter is not YAML ({_first_line(error)})") from error
    except RecursionError as error:
        raise SeedError(path, 1, "front matter is nested too deeply") from error
    if not isinstance(node, yaml.MappingNode):
        raise SeedError(path, 2, "front matter must be lines of the form 'key: value'")
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            name = key.value if isinstance(key, yaml.ScalarNode) else "a key"
            raise SeedError(path, line, f"{name!r} must be text, not a list or mapping")
        if key.value in entries:
            raise SeedError(path, line, f"{key.value!r} is given twice")
        if problem := _cut(front.split("\n"), value):
            raise SeedError(path, line, f"{key.value!r} {problem}; put the value in quotes")
        entries[key.value] = Entry(value.value, line)
    return entries


def _cut(lines: list[str], value: yaml.ScalarNode) -> str:
    """What YAML takes away from a value without a word, because it means something to YAML."""
    first, last = value.start_mark, value.end_mark
    if first.line < len(lines) and lines[first.line][first.column : first.column + 1] in ("&", "!"):
        return f"begins with {lines[first.line][first.column]!r}, which YAML takes for its own"
    rest = lines[last.line][last.column :] if last.line < len(lines) else ""
    if value.style is None and rest.strip().startswith("#"):
        return "would be cut at '#', where YAML begins a comment"
    return ""


def _json_entries(text: str, path: object) -> dict[str, Entry]:
    if len(text) > MAX_CHARACTERS:
        raise SeedError(path, 1, f"has {len(text):,} characters, at most {MAX_CHARACTERS:,}")
    try:
        pairs = json.loads(text, object_pairs_hook=list)
    except json.JSONDecodeError as error:
        raise SeedError(path, error.lineno, f"is not JSON ({error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise SeedError(path, 1, f"is not JSON that can be read ({_first_line(error)})") from error
    if not isinstance(pairs, list) or not all(isinstance(pair, tuple) for pair in pairs):
        raise SeedError(path, 1, 'must be an object: {"published": "YYYY-MM-DD", ...}')
    entries: dict[str, Entry] = {}
    for key, value in pairs:
        line = _line_of_key(text, key)
        if not isinstance(value, str):
            raise SeedError(path, line, f"{key!r} must be text in double quotes")
        if key in entries:
            raise SeedError(path, line, f"{key!r} is given twice")
        entries[key] = Entry(value, line)
    return entries


def _checked(entries: Mapping[str, Entry], path: object, required: tuple[str, ...]) -> Metadata:
    """The values, or one `SeedError` that names every problem and the line of the first."""
    problems: list[tuple[int, str]] = []
    values = dict.fromkeys(KEYS, "")
    for key, (value, line) in entries.items():
        values[key] = " ".join(value.split())
        if key not in KEYS:
            problems.append((line, f"unknown key {key!r}, expected one of {', '.join(KEYS)}"))
        elif flaw := _flaw(key, values[key]):
            problems.append((line, f"{key!r} {flaw}"))
    problems += [(1, f"{key!r} is missing") for key in required if key not in entries]
    if "publisher" in required and "publisher" in entries and not values["publisher"]:
        problems.append((entries["publisher"].line, "'publisher' is empty"))
    if values["published_basis"] == PublishedBasis.INFERRED and not values["basis_note"]:
        line = entries["published_basis"].line
        problems.append((line, "'basis_note' is missing: say how the day was inferred"))
    if values["published_basis"] and not values["published"]:
        line = entries["published_basis"].line
        problems.append((line, "'published' is missing: the basis of which day?"))
    if problems:
        problems.sort()
        message = "; ".join(dict.fromkeys(problem for _, problem in problems))
        raise SeedError(path, problems[0][0], message)
    return Metadata(
        title=values["title"],
        publisher=values["publisher"],
        published=date.fromisoformat(values["published"]) if values["published"] else None,
        basis=PublishedBasis(values["published_basis"] or PublishedBasis.STATED),
        basis_note=values["basis_note"],
        url=values["url"],
        derived_from=values["derived_from"],
    )


def _flaw(key: str, value: str) -> str:
    """What is wrong with one value, whatever the others say; nothing if it is sound."""
    if has_surrogate(value) or any(unicodedata.category(letter) == "Cc" for letter in value):
        return "holds a character that is no text"
    match key:
        case "published":
            day = parse_day(value)
            return day.reason if isinstance(day, Unresolved) else ""
        case "published_basis" if value not in list(PublishedBasis):
            return f"is {value!r}, expected {' or '.join(PublishedBasis)}"
        case "url" if value and not _is_web_address(value):
            return f"is {value!r}, expected an address that begins http:// or https://"
        case _:
            return ""


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in value


def _line_of_key(text: str, key: str) -> int:
    match = re.search(rf'"{re.escape(key)}"\s{{0,100}}:', text)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0]

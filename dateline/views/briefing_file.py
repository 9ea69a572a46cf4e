"""A briefing as text: a small JSON file to download, load and keep in git, and part of a link.

The file is written with sorted keys and one line for each value, so that two versions of it can be
compared line by line. Whatever cannot be used is refused with the place, the thing and what was
expected; whoever loads it keeps what was there before.
"""

import base64
import binascii
import json
import zlib
from dataclasses import dataclass
from typing import Any

from dateline.errors import BriefingError
from dateline.views.briefing import (
    LONGEST_NAME,
    LONGEST_NOTE,
    MOST_VIEWS,
    Briefing,
    View,
    canonical,
)

FORMAT = 1
LARGEST = 1_000_000  # bytes of a file, and of what a link unpacks to
LONGEST_LINK = 2_000  # characters: what every browser, mail program and chat passes on whole
LINK_PLACE = "the link"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A briefing that was read, and what it asks for that views no longer have, in words."""

    briefing: Briefing
    notes: tuple[str, ...] = ()


def to_json(briefing: Briefing) -> str:
    """The file. The same briefing gives the same bytes."""
    views = [{"address": v.address, "name": v.name, "note": v.note} for v in briefing.views]
    content = {"format": FORMAT, "title": briefing.title, "views": views}
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def from_bytes(content: bytes, place: str) -> Loaded:
    """Read a file called *place*. Raises `BriefingError`."""
    if len(content) > LARGEST:
        raise BriefingError(place, f"has {len(content):,} bytes", f"at most {LARGEST:,}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingError(
            place, f"byte {error.start + 1} is not UTF-8", "a text file in UTF-8"
        ) from error
    return from_json(text, place)


def from_json(text: str, place: str) -> Loaded:
    """Read the text of a file. Raises `BriefingError`."""
    try:
        content = json.loads(text, object_pairs_hook=_object(place))
    except json.JSONDecodeError as error:
        raise BriefingError(
            f"{place}:{error.lineno}:{error.colno}", f"is not JSON ({error.msg})", _WHOLE
        ) from error
    except (RecursionError, ValueError) as error:
        raise BriefingError(place, "is nested too deep or has endless numbers", _WHOLE) from error
    return _briefing(content, place)


_WHOLE = 'an object with "format", "title" and "views", as the Briefing page writes it'


def _object(place: str) -> Any:
    """Builds an object of JSON, and refuses a key that stands in it twice."""

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise BriefingError(place, f"has the key {twice!r} twice in one object", "each once")
        return found

    return build


def _briefing(content: Any, place: str) -> Loaded:
    if not isinstance(content, dict) or "views" not in content:
        raise BriefingError(place, f"is {_kind(content)} without views", _WHOLE)
    _only(content, {"format", "title", "views"}, place)
    if content.get("format", FORMAT) != FORMAT:
        raise BriefingError(place, f"'format' is {_shown(content['format'])}", str(FORMAT))
    listed = content["views"]
    if not isinstance(listed, list):
        raise BriefingError(place, f"'views' is {_kind(listed)}", "a list")
    if len(listed) > MOST_VIEWS:
        raise BriefingError(place, f"has {len(listed):,} views", f"at most {MOST_VIEWS}")
    title = _line(content, "title", place, LONGEST_NAME)
    views, notes = [], []
    for number, entry in enumerate(listed, 1):
        view, unread = _view(entry, f"{place}, view {number}")
        views.append(view)
        notes += [
            f"View {number}, “{view.name}”: {left_out} is no choice of its page and was left out."
            for left_out in unread
        ]
    return Loaded(Briefing(title, tuple(views)), tuple(notes))


def _view(entry: Any, place: str) -> tuple[View, list[str]]:
    if not isinstance(entry, dict):
        raise BriefingError(place, f"is {_kind(entry)}", 'an object with "address"')
    _only(entry, {"address", "name", "note"}, place)
    if not entry.get("address"):
        raise BriefingError(place, "has no 'address'", "one such as timeline?event=ID")
    address, unread = canonical(_text(entry, "address", place), place)
    name = _line(entry, "name", place, LONGEST_NAME) or address[:LONGEST_NAME]
    return View(name, address, _line(entry, "note", place, LONGEST_NOTE)), unread


def _only(found: dict[str, Any], known: set[str], place: str) -> None:
    unknown = sorted(set(found) - known)
    if unknown:
        raise BriefingError(
            place, f"has the key {unknown[0]!r}", f"no keys but {', '.join(sorted(known))}"
        )


def _text(found: dict[str, Any], key: str, place: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise BriefingError(place, f"{key!r} is {_kind(value)}", "text")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise BriefingError(place, f"{key!r} has half a character", "whole characters of Unicode")
    return value


def _line(found: dict[str, Any], key: str, place: str, longest: int) -> str:
    line = one_line(_text(found, key, place))
    if len(line) > longest:
        raise BriefingError(place, f"{key!r} has {len(line):,} characters", f"at most {longest}")
    return line


def one_line(text: str) -> str:
    """*text* on one line, without characters that steer a screen instead of showing on it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(value), "nothing" if value is None else "a number")


def _shown(value: Any) -> str:
    return str(value)[:40]


def packed(briefing: Briefing) -> str:
    """The briefing for the address of the Briefing page; empty where it is too long for a link."""
    views = [[v.name, v.address, v.note] for v in briefing.views]
    text = json.dumps([briefing.title, views], ensure_ascii=False, separators=(",", ":"))
    code = base64.urlsafe_b64encode(zlib.compress(text.encode("utf-8"), 9))
    found = code.decode("ascii").rstrip("=")
    return found if len(found) <= LONGEST_LINK else ""


def unpacked(code: str) -> Loaded:
    """The briefing in a link. Raises `BriefingError`."""
    whole = "a briefing as the Briefing page links it; ask for its file"
    try:
        squeezed = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj()
        content = reader.decompress(squeezed, LARGEST)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise BriefingError(LINK_PLACE, "is cut off or damaged", whole) from error
    if not reader.eof:
        problem = "holds too much" if reader.unconsumed_tail else "is cut off"
        raise BriefingError(LINK_PLACE, problem, whole)
    try:
        title, views = json.loads(content.decode("utf-8"))
        entries = [dict(zip(("name", "address", "note"), v, strict=True)) for v in views]
    except (ValueError, TypeError, RecursionError) as error:
        raise BriefingError(LINK_PLACE, "holds no briefing", whole) from error
    return _briefing({"title": title, "views": entries}, LINK_PLACE)

"""The address of a view: what is chosen, as slugs, and back. Nothing here knows of a browser.

Words of labels would break when they are reworded, so values are slugs and enum values.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dateline.views.selection import SPOKEN, Selection

Params = dict[str, list[str]]


class Form(Enum):
    """How a choice stands in the address."""

    MANY = "many"
    ONE = "one"
    DAY = "day"
    TEXT = "text"
    NUMBER = "number"
    PACKED = "packed"


FIELDS: dict[str, Form] = {
    "from": Form.DAY,
    "to": Form.DAY,
    "family": Form.MANY,
    "kind": Form.MANY,
    "actor": Form.MANY,
    "target": Form.MANY,
    "place": Form.MANY,
    "status": Form.MANY,
    "publisher": Form.MANY,
    "least": Form.NUMBER,
    "stance": Form.MANY,
    "claimant": Form.MANY,
    "state": Form.MANY,
    "q": Form.TEXT,
    "lanes": Form.ONE,
    "order": Form.ONE,
    "top": Form.MANY,
    "by": Form.ONE,
    "scale": Form.ONE,
    "range": Form.ONE,
    "asof": Form.DAY,
    "since": Form.DAY,
    "event": Form.ONE,
    "claim": Form.ONE,
    "item": Form.ONE,
    "article": Form.ONE,
    "at": Form.ONE,
    "table": Form.ONE,
    "present": Form.ONE,
    "step": Form.NUMBER,
    "b": Form.PACKED,
}
COMMON = ("from", "to", "actor", "publisher", "stance", "q", "asof")
OF_EVENTS = (*COMMON, "family", "kind", "target", "place", "status", "least")
OF_CLAIMS = (*COMMON, "claimant", "state", "by")
PAGE_FIELDS: dict[str, tuple[str, ...]] = {
    "timeline": (*OF_EVENTS, "lanes", "order", "top", "since", "event", "present"),
    "estimates": (*OF_CLAIMS, "scale", "range", "since", "claim", "present"),
    "both": (*OF_EVENTS, "claimant", "state", "by", "scale", "range", "item", "present"),
    "briefing": ("b", "step", "present"),
    "sources": ("article", "at"),
    "data": (*OF_EVENTS, "claimant", "state", "by", "table"),
    "method": (),
}
LONGEST = 200
LONGEST_PACKED = 4_000  # of what one field holds a whole briefing in
MOST_VALUES = 60

# The fields of the address behind each choice of a `Selection`.
CHOICES = {
    "families": ("family",),
    "kinds": ("kind",),
    "actors": ("actor",),
    "targets": ("target",),
    "places": ("place",),
    "statuses": ("status",),
    "publishers": ("publisher",),
    "least_publishers": ("least",),
    "stances": ("stance",),
    "claimants": ("claimant",),
    "states": ("state",),
    "days": ("from", "to"),
    "query": ("q",),
}
LISTS = tuple(name for name, (field, *_) in CHOICES.items() if FIELDS[field] is Form.MANY)


def params_of(address: str) -> tuple[str, Params]:
    """The page and the parameters of an address, of a page's name, or of a query string alone.

    The page is empty where the address names none of ours.
    """
    is_query = not ("?" in address or "/" in address or address in PAGE_FIELDS)
    parts = urlsplit(f"?{address}" if is_query else address)
    page = parts.path.rstrip("/").rpartition("/")[2]
    return page if page in PAGE_FIELDS else "", parse_qs(parts.query)


def selection_of(chosen: Mapping[str, Any], names: Iterable[str] = CHOICES) -> Selection:
    """What *chosen* fields say of the choices in *names*, and the day whose story is asked."""
    asked = set(names)

    def value(name: str) -> Any:
        field = CHOICES[name][0]
        return chosen.get(field) if name in asked else None

    days = chosen if "days" in asked else {}
    return Selection(
        first=_as_day(days.get("from")),
        last=_as_day(days.get("to")),
        least_publishers=value("least_publishers") or 1,
        query=value("query") or "",
        known_on=_as_day(chosen.get("asof")),
        by=SPOKEN if chosen.get("by") == SPOKEN else "",
        **{name: tuple(value(name) or ()) for name in LISTS},
    )


def _as_day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def decode(params: Mapping[str, list[str]], page: str) -> dict[str, object]:
    """The choices in an address; what cannot be read as declared is left out."""
    found: dict[str, object] = {}
    for name in PAGE_FIELDS[page]:
        longest = LONGEST_PACKED if FIELDS[name] is Form.PACKED else LONGEST
        values = [value[:longest] for value in params.get(name, [])[:MOST_VALUES] if value]
        if not values:
            continue
        match FIELDS[name]:
            case Form.MANY:
                found[name] = list(dict.fromkeys(values))
            case Form.DAY:
                if (day := _day(values[0])) is not None:
                    found[name] = day
            case Form.NUMBER:
                if values[0].isdecimal() and values[0].isascii() and len(values[0]) < 10:
                    found[name] = int(values[0])
            case Form.ONE | Form.TEXT | Form.PACKED:
                found[name] = values[0]
    return found


def unreadable(params: Mapping[str, list[str]], page: str) -> list[str]:
    """The fields that an address gives a value which nobody can read: a day or number that is
    none."""
    found = decode(params, page)
    return [name for name in PAGE_FIELDS[page] if name not in found and any(params.get(name, []))]


def encode(state: Mapping[str, object], page: str) -> Params:
    """The address of a view: only what is chosen, in a fixed order."""
    found: Params = {}
    for name in PAGE_FIELDS[page]:
        value = state.get(name)
        if not value:
            continue
        if isinstance(value, list | tuple):
            found[name] = [str(part) for part in value]
        elif isinstance(value, dt.date):
            found[name] = [value.isoformat()]
        else:
            found[name] = [str(value)]
    return found


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def nothing(name: str) -> object:
    """How a choice looks that is not made."""
    match FIELDS[name]:
        case Form.MANY:
            return []
        case Form.TEXT:
            return ""
        case _:
            return None

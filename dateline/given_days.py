"""Publication days that whoever starts a build gives, on the command line or in a file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.errors import SeedError
from dateline.model import Unresolved

OPTION = "--published"


@dataclass(frozen=True, slots=True)
class PublishedDays:
    """Days by article_id, and one for every article that has none of its own."""

    by_article: Mapping[str, date] = field(default_factory=dict)
    for_all: date | None = None
    files: frozenset[Path] = frozenset()  # where days were read from: no articles, those

    def __str__(self) -> str:
        """The same days in the same words, whatever the order they were given in."""
        named = [f"{name}={day.isoformat()}" for name, day in sorted(self.by_article.items())]
        return " ".join(([self.for_all.isoformat()] if self.for_all else []) + named)


def parse_day(text: str) -> date | Unresolved:
    """A day written YYYY-MM-DD, and in no other way."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return Unresolved(f"is {text!r}, expected YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Unresolved(f"is {text!r}, and the calendar has no such day")


def from_pairs(pairs: Iterable[tuple[str, str, object, int]]) -> dict[str, date]:
    """Days by article from (name, day, path, line); a name may carry the file's ending."""
    days: dict[str, date] = {}
    for name, text, path, line in pairs:
        day = parse_day(text.strip())
        if isinstance(day, Unresolved):
            raise SeedError(path, line, f"the day of {name!r} {day.reason}")
        article_id = re.sub(r"\.(?:md|txt)\Z", "", name.strip(), flags=re.IGNORECASE)
        if days.setdefault(article_id, day) != day:
            two = f"{days[article_id]} and {day}"
            raise SeedError(path, line, f"{article_id!r} is given two days: {two}")
    return days

"""What other tools are told beside an event: the sentences that tell it, and who printed them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from dateline.views.days import day_text
from dateline.views.story import Story


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, who printed it and when, and where in it the words stand that were read."""

    source: str  # "Publisher, day"
    sentence: str
    words: tuple[tuple[int, int], ...] = ()

    @property
    def line(self) -> str:
        """The sentence behind its source."""
        return f"{self.source}: {self.sentence}"


def told(row: dict[str, Any], spans: Iterable[str]) -> Told:
    """The sentence of a row of mentions or estimates that knows its article.

    *spans* are the names of the words that were read: `date` for date_start and date_end. They
    stand in the article's characters, the result's in the sentence's.
    """
    first = int(row["sentence_start"])
    words = sorted(
        (int(row[f"{name}_start"]) - first, int(row[f"{name}_end"]) - first)
        for name in spans
        if pd.notna(row[f"{name}_start"])
    )
    day = day_text(pd.Timestamp(row["published_day"]).date())
    return Told(f"{row['publisher']}, {day}", str(row["sentence"]), tuple(words))


class Tellings:
    """The mentions of every event with what is known of their articles, first reported first."""

    def __init__(self, story: Story) -> None:
        self._story = story

    @cached_property
    def _by_event(self) -> dict[str, list[dict[str, Any]]]:
        about = self._story.articles[["article_id", "publisher", "published_day", "title", "url"]]
        joined = self._story.mentions.merge(
            about.rename(columns={"title": "article_title"}), on="article_id"
        ).sort_values(["published_day", "article_id", "sentence_start"], kind="stable")
        found: dict[str, list[dict[str, Any]]] = {}
        for row in joined.to_dict("records"):
            found.setdefault(row["event_id"], []).append(row)
        return found

    def of_event(self, event_id: str) -> list[dict[str, Any]]:
        """The rows of its mentions, with publisher, published_day, article_title and url."""
        return self._by_event.get(event_id, [])

    def told(self, event_id: str) -> tuple[Told, ...]:
        """Each telling's sentence with its date and its event's words; a sentence stands once."""
        once: dict[str, Told] = {}
        for row in self.of_event(event_id):
            found = told(row, ("date", "cue"))
            before = once.get(found.line)
            words = sorted({*found.words, *(before.words if before else ())})
            once[found.line] = replace(found, words=tuple(words))
        return tuple(once.values())

    def quotes(self, event_id: str) -> list[str]:
        """Each telling as "Publisher, day: sentence"; a sentence stands once."""
        return [found.line for found in self.told(event_id)]

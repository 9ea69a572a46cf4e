"""What other tools are told beside an event: the sentences that tell it, and who printed them."""

from functools import cached_property
from typing import Any

import pandas as pd

from dateline.views.days import day_text
from dateline.views.story import Story


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

    def quotes(self, event_id: str) -> list[str]:
        """Each telling as "Publisher, day: sentence"; a sentence stands once."""
        said = [
            f"{row['publisher']}, {day_text(pd.Timestamp(row['published_day']).date())}: "
            f"{row['sentence']}"
            for row in self.of_event(event_id)
        ]
        return list(dict.fromkeys(said))

"""The tables of one build, held together, so that a view needs one argument and not six."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """Every table as read from data/. Shared between readers: nobody writes into its frames.

    `memo` keeps what views work out from the frames once and ask again (`views.event_index`); it
    goes when the story goes.
    """

    articles: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    estimates: pd.DataFrame
    actors: pd.DataFrame
    findings: pd.DataFrame
    problems: pd.DataFrame
    memo: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def table(self, name: str) -> pd.DataFrame:
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def remember(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What *make* gives, worked out the first time that anybody asks for *key*."""
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]


def without_hidden(story: Story) -> Story:
    """The story without the events that a person hid; their mentions stay in their table."""
    hidden = story.events["is_hidden"]
    return replace(story, events=story.events[~hidden]) if hidden.any() else story

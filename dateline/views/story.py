"""The tables of one build, held together, so that a view needs one argument and not six."""

from dataclasses import dataclass, replace

import pandas as pd


@dataclass(frozen=True, slots=True)
class Story:
    """Every table as read from data/. Shared between readers: nobody writes into its frames."""

    articles: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    estimates: pd.DataFrame
    actors: pd.DataFrame
    findings: pd.DataFrame
    problems: pd.DataFrame

    def table(self, name: str) -> pd.DataFrame:
        frame: pd.DataFrame = getattr(self, name)
        return frame


def without_hidden(story: Story) -> Story:
    """The story without the events that a person hid; their mentions stay in their table."""
    hidden = story.events["is_hidden"]
    return replace(story, events=story.events[~hidden]) if hidden.any() else story

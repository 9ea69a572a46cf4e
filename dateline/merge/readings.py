"""What was read in all articles: what merging needs, and findings as columns of their table.

Findings are by far the most rows, and nothing looks at them again: kept as columns they take a
fraction of what they take as objects.
"""

import sys
from array import array
from collections.abc import Sequence

import pandas as pd

from dateline.model import Actor, Estimate, Extraction, Mention, Problem
from dateline.schema import Findings, conform, empty


class Readings:
    """What the extractions that were added hold, in their order."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.mentions: list[Mention] = []
        self.estimates: list[Estimate] = []
        self.problems: list[Problem] = []
        self.actors = {actor.actor_id: actor for actor in actors}
        self.made: set[str] = set()  # ids of actors that were made from a text
        self._words: dict[str, list[str]] = {
            column: [] for column in ("article_id", "text", "kind", "value", "rule")
        }
        self._starts, self._ends = array("l"), array("l")

    def add(self, extraction: Extraction) -> None:
        """Keep what one article gives."""
        self.mentions += extraction.mentions
        self.estimates += extraction.estimates
        self.problems += extraction.problems
        for actor in extraction.actors:
            self.actors.setdefault(actor.actor_id, actor)
            self.made.add(actor.actor_id)
        for finding in extraction.findings:
            self._starts.append(finding.span.start)
            self._ends.append(finding.span.end)
            for column, words in self._words.items():
                # The same few kinds, rules and names again and again: each is kept once.
                words.append(sys.intern(str(getattr(finding, column))))

    def findings(self) -> pd.DataFrame:
        """The table of findings."""
        if not self._starts:
            return empty(Findings)
        frame = pd.DataFrame({**self._words, "start": self._starts, "end": self._ends})
        return conform(frame, Findings)

"""What was found in a text, asked for by stretch."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from dateline.model import Span

Found = TypeVar("Found")


class Spread(Generic[Found]):
    """What was found in a text, asked for by stretch: a look-up, not a pass over all of it."""

    def __init__(self, found: Sequence[tuple[Span, Found]]) -> None:
        ordered = sorted(found, key=lambda pair: pair[0])
        self._spans = [span for span, _ in ordered]
        self._found = [item for _, item in ordered]

    def within(self, stretch: Span) -> list[Found]:
        """What stands whole in *stretch*, in order."""
        first = bisect_left(self._spans, Span(stretch.start, stretch.start))
        last = bisect_left(self._spans, Span(stretch.end, stretch.end))
        return [self._found[at] for at in range(first, last) if self._spans[at].end <= stretch.end]

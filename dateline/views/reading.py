"""An article's text with everything that was read in it marked where it stands."""

from collections.abc import Iterator

import pandas as pd

from dateline.model import FindingKind
from dateline.views.quotes import Mark, Marked, Piece, cut
from dateline.views.story import Story

_MARKS = {
    FindingKind.DATE: Mark.DATE,
    FindingKind.FIGURE: Mark.FIGURE,
    FindingKind.ACTOR: Mark.ACTOR,
}


def read_article(story: Story, article_id: str, text: str, focus: int | None) -> list[list[Piece]]:
    """The article's paragraphs, each as pieces under the same marks.

    *focus* is the first character of a sentence to point at; one that no table knows is ignored.
    """
    marked = [*_marks(story, article_id), *_focus(story, article_id, focus)]
    paragraphs = []
    for start, end in _paragraphs(text):
        paragraphs.append(list(cut(text[start:end], marked, start)))
    return paragraphs


def _marks(story: Story, article_id: str) -> Iterator[Marked]:
    found = story.findings[story.findings["article_id"] == article_id]
    mentions = story.mentions[story.mentions["article_id"] == article_id]
    problems = story.problems[story.problems["article_id"] == article_id]
    for kind, mark in _MARKS.items():
        yield from _column_spans(found[found["kind"] == str(kind)], "start", "end", mark)
    yield from _column_spans(mentions, "cue_start", "cue_end", Mark.CUE)
    yield from _column_spans(problems, "start", "end", Mark.PROBLEM)


def _column_spans(rows: pd.DataFrame, start: str, end: str, mark: Mark) -> Iterator[Marked]:
    spans = rows[[start, end]].dropna()
    for first, last in zip(spans[start], spans[end], strict=True):
        yield Marked(int(first), int(last), mark)


def _focus(story: Story, article_id: str, focus: int | None) -> Iterator[Marked]:
    if focus is None:
        return
    for table in (story.mentions, story.estimates):
        here = table[(table["article_id"] == article_id) & (table["sentence_start"] == focus)]
        if not here.empty:
            yield Marked(focus, int(here.iloc[0]["sentence_end"]), Mark.FOCUS)
            return


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def events_told(story: Story, article_id: str) -> pd.DataFrame:
    """The events an article tells, in the order of its sentences."""
    here = story.mentions[story.mentions["article_id"] == article_id]
    order = here.sort_values("sentence_start", kind="stable")["event_id"].drop_duplicates()
    by_id = story.events.set_index("event_id", drop=False)
    return by_id.loc[[event_id for event_id in order if event_id in by_id.index]]

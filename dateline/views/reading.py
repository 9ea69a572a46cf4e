"""An article's text with everything that was read in it marked where it stands."""

from collections.abc import Iterable, Iterator

import pandas as pd

from dateline.views.groups import actor_names
from dateline.views.ids import split
from dateline.views.quotes import Mark, Marked, Piece, cut
from dateline.views.story import Story


def read_article(story: Story, article_id: str, text: str, focus: int | None) -> list[list[Piece]]:
    """The article's paragraphs, each as pieces under the same marks.

    *focus* is the first character of a sentence to point at; one that no table knows is ignored.
    """
    marked = [*_marks(story, article_id, text), *_focus(story, article_id, focus)]
    paragraphs = []
    for start, end in _paragraphs(text):
        paragraphs.append(list(cut(text[start:end], marked, start)))
    return paragraphs


def _marks(story: Story, article_id: str, text: str) -> Iterator[Marked]:
    mentions = story.mentions[story.mentions["article_id"] == article_id]
    claims = story.estimates[story.estimates["article_id"] == article_id]
    problems = story.problems[story.problems["article_id"] == article_id]
    yield from _column_spans(mentions, "date_start", "date_end", Mark.DATE)
    yield from _column_spans(mentions, "cue_start", "cue_end", Mark.CUE)
    yield from _column_spans(claims, "phrase_start", "phrase_end", Mark.FIGURE)
    yield from _column_spans(problems, "start", "end", Mark.PROBLEM)
    yield from _joined(_names(story, mentions, claims, text))


def _column_spans(rows: pd.DataFrame, start: str, end: str, mark: Mark) -> Iterator[Marked]:
    spans = rows[[start, end]].dropna()
    for first, last in zip(spans[start], spans[end], strict=True):
        yield Marked(int(first), int(last), mark)


def _names(
    story: Story, mentions: pd.DataFrame, claims: pd.DataFrame, text: str
) -> Iterator[Marked]:
    """Actors as printed: full names anywhere, claimants by the words the table keeps, and parts of
    a name in a sentence that names its bearer. Other spellings are not in the tables."""
    names = actor_names(story.actors)
    for name in names.values():
        yield from _standing(name, text, 0, len(text))
    for row in claims[claims["claimant_text"] != ""].itertuples():
        span = row.sentence_start, row.sentence_end
        yield from _standing(row.claimant_text, text, *span)
    for row in mentions.itertuples():
        for actor in [*split(row.actor_ids), *split(row.target_ids), *split(row.attributed_to)]:
            for part in names.get(actor, "").split():
                if len(part) > 3 and part[0].isupper():
                    yield from _standing(part, text, row.sentence_start, row.sentence_end)


def _joined(marked: Iterable[Marked]) -> Iterator[Marked]:
    """Marks of one sort with the overlapping ones made one: a name, and the surname in it."""
    current: Marked | None = None
    for mark in sorted(marked, key=lambda m: (m.start, m.end)):
        if current and mark.start < current.end:
            current = Marked(current.start, max(current.end, mark.end), current.mark)
            continue
        if current:
            yield current
        current = mark
    if current:
        yield current


def _standing(words: str, text: str, start: int, end: int) -> Iterator[Marked]:
    """Wherever *words* stand, with the rest of the last word: Norland in Norlanders."""
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        after = at + len(words)
        while after < end and text[after].isalpha():
            after += 1
        if at == 0 or not text[at - 1].isalnum():
            yield Marked(at, after, Mark.ACTOR)
        at = text.find(words, after, end)


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

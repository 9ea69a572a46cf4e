"""An article's text with everything that was read in it marked where it stands."""

from collections.abc import Iterator

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
    yield from _names(story, mentions, claims, text)


def _column_spans(rows: pd.DataFrame, start: str, end: str, mark: Mark) -> Iterator[Marked]:
    spans = rows[[start, end]].dropna()
    for first, last in zip(spans[start], spans[end], strict=True):
        yield Marked(int(first), int(last), mark)


def _names(
    story: Story, mentions: pd.DataFrame, claims: pd.DataFrame, text: str
) -> Iterator[Marked]:
    """Actors as printed: claimants by the words the table keeps, others by their name in a sentence
    that names them. Other spellings of a name are not in the tables, and so are not marked."""
    for row in claims[claims["claimant_text"] != ""].itertuples():
        at = text.find(row.claimant_text, row.sentence_start, row.sentence_end)
        if at >= 0:
            yield Marked(at, at + len(row.claimant_text), Mark.ACTOR)
    names = actor_names(story.actors)
    for row in mentions.itertuples():
        for actor in [*split(row.actor_ids), *split(row.target_ids), *split(row.attributed_to)]:
            for name in _forms(names.get(actor, "")):
                at = text.find(name, row.sentence_start, row.sentence_end)
                if at >= 0:
                    yield Marked(at, at + len(name), Mark.ACTOR)
                    break


def _forms(name: str) -> list[str]:
    """A name in full, then its last or first word if that is long enough to stand alone."""
    words = name.split()
    return [name, *(word for word in reversed(words) if len(word) > 3)] if words else []


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

"""The five articles, built in memory: the events and the figures a reader of them expects.

Every case runs on the shipped digests, and on the originals where DATELINE_ORIGINALS names their
folder. What must be found stands in vectors/story.json and vectors/story_estimates.json.
"""

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from dateline import pipeline, seeds
from dateline.model import Actor, Article
from dateline.schema import Articles, Estimates, Events, Mentions, Table
from tests.story import faults

ROOT = Path(__file__).parents[1]
VECTORS = Path(__file__).parent / "vectors"
EVENTS = json.loads((VECTORS / "story.json").read_text(encoding="utf-8"))
ESTIMATES = json.loads((VECTORS / "story_estimates.json").read_text(encoding="utf-8"))
FIGURES = [case for case in ESTIMATES if "phrase" in case]
NO_FIGURES = [case for case in ESTIMATES if "never" in case]

NO_ORIGINALS = "originals: DATELINE_ORIGINALS names no folder"
# Where the originals fall short of what the digests give. Strict: what is mended must leave here.
FALLS_SHORT = {
    "the troop dispatch": "one article tells it undated, in other words: it joins the denial",
}


@dataclass(frozen=True)
class Story:
    """A folder of articles as it was read, with the tables that it gives."""

    articles: list[Article]
    actors: list[Actor]
    tables: dict[type[Table], pd.DataFrame]
    is_original: bool = False

    @property
    def texts(self) -> dict[str, str]:
        return {article.article_id: article.text for article in self.articles}


def build(articles, actors):
    return pipeline.build(articles, actors, lambda done, total, what: None)


@cache
def read_story(folder):
    places = seeds.Places.under(ROOT / "seeds", articles=folder)
    landmarks = seeds.read_landmarks(places.landmarks)
    articles, errors = seeds.read_articles(places.articles, seeds.read_published([]), landmarks)
    assert errors == []
    actors = seeds.read_actors(places.actors)
    return Story(articles, actors, build(articles, actors), is_original=folder is not None)


@pytest.fixture(params=["digests", pytest.param("originals", marks=pytest.mark.originals)])
def story(request):
    if request.param == "digests":
        return read_story(None)
    folder = os.environ.get("DATELINE_ORIGINALS")
    if not folder:
        pytest.skip(NO_ORIGINALS)
    return read_story(Path(folder))


def named(case):
    return case["name"]


def expect_failure_of_originals(name, story, request):
    if story.is_original and name in FALLS_SHORT:
        request.applymarker(pytest.mark.xfail(reason=FALLS_SHORT[name], strict=True))


@pytest.mark.parametrize("case", EVENTS, ids=named)
def test_the_story_has_the_event(case, story, request):
    expect_failure_of_originals(case["name"], story, request)
    assert faults(case, story.tables[Events], story.tables[Mentions]) == []


def article_with(words, story):
    """The one article whose text has these words, so that digest and original answer alike."""
    [article_id] = [name for name, text in story.texts.items() if re.search(words, text)]
    return article_id


def as_case(row):
    """Write an estimate the way the vectors file does, so a failure reads as a diff of it."""
    return {
        "low": None if pd.isna(row.low) else round(row.low, 4),
        "high": None if pd.isna(row.high) else round(row.high, 4),
        "bound": str(row.bound),
        "state": str(row.state),
        "force": row.force_id,
        "increment": bool(row.is_increment),
        "claimants": list(filter(None, row.claimant.split(";"))),
        "relayed_by": list(filter(None, row.relayed_by.split(";"))),
    }


@pytest.mark.parametrize("case", FIGURES, ids=named)
def test_the_story_has_the_estimate(case, story):
    estimates = story.tables[Estimates]
    found = estimates[
        (estimates["article_id"] == article_with(case["article"], story))
        & estimates["phrase"].str.contains(case["phrase"])
    ]

    assert len(found) == 1, f"read as {found['phrase'].tolist()}"
    [row] = found.itertuples()
    seen = as_case(row)
    given = {"increment": False} | case
    assert seen == {key: given.get(key, seen[key]) for key in seen}
    assert str(row.stance) in case["stances"]
    assert row.unit in case["units"]


@pytest.mark.parametrize("case", NO_FIGURES, ids=named)
def test_the_story_has_no_such_estimate(case, story):
    article_id = article_with(case["article"], story)
    estimates = story.tables[Estimates]
    own = estimates[estimates["article_id"] == article_id]

    assert case["printed"] in story.texts[article_id]
    assert not set(case["never"]) & {*own["low"].dropna(), *own["high"].dropna()}


def test_every_estimate_of_the_story_is_one_that_is_expected(story):
    found = story.tables[Estimates]
    expected = [(article_with(case["article"], story), case["phrase"]) for case in FIGURES]
    strangers = [
        row.phrase
        for row in found.itertuples()
        if not any(row.article_id == a and re.search(phrase, row.phrase) for a, phrase in expected)
    ]

    assert strangers == []


def test_every_quote_stands_where_the_tables_say(story):
    for row in story.tables[Mentions].itertuples():
        text = story.texts[row.article_id]
        assert text[row.sentence_start : row.sentence_end] == row.sentence
        if row.date_text:
            assert text[row.date_start : row.date_end] == row.date_text
        if not pd.isna(row.cue_start):
            assert row.sentence_start <= row.cue_start < row.cue_end <= row.sentence_end
    for row in story.tables[Estimates].itertuples():
        text = story.texts[row.article_id]
        assert text[row.sentence_start : row.sentence_end] == row.sentence
        assert text[row.phrase_start : row.phrase_end] == row.phrase


def test_events_and_mentions_name_each_other(story):
    events, mentions = story.tables[Events], story.tables[Mentions]

    assert set(mentions["event_id"]) == set(events["event_id"])
    estimates = story.tables[Estimates]
    assert set(estimates["event_id"]) - {""} <= set(events["event_id"])


def test_two_articles_that_retell_each_other_are_one_publisher(story):
    """The agency's report and its retelling carry many events together, as one voice."""
    retold = {article_with(words, story) for words in ("Barbara Woodward", "Park Jin-ho")}
    derived = story.tables[Articles].set_index("article_id").loc[list(retold), "derived_from"]
    if not any(derived):
        pytest.skip("originals: they do not say which retells which")
    carriers = story.tables[Mentions].groupby("event_id")["article_id"].agg(set)
    events = story.tables[Events].set_index("event_id")
    both = [event_id for event_id, names in carriers.items() if retold <= names]

    assert any(carriers[event_id] == retold for event_id in both)
    for event_id in both:
        assert events.publisher_count[event_id] <= events.article_count[event_id] - 1, event_id
        if carriers[event_id] == retold:
            assert events.publisher_count[event_id] == 1, event_id


def test_the_order_of_the_articles_changes_nothing(story):
    backwards = build(story.articles[::-1], story.actors)

    for table, frame in story.tables.items():
        pd.testing.assert_frame_equal(backwards[table], frame)


def test_an_article_that_comes_later_renames_nothing(story):
    """What the earlier articles told keeps its event's name when the latest one is added."""
    latest = max(story.articles, key=lambda article: article.published)
    earlier = [article for article in story.articles if article is not latest]
    before = build(earlier, story.actors)[Mentions].set_index("mention_id")["event_id"]
    after = story.tables[Mentions].set_index("mention_id")["event_id"]

    assert after.loc[before.index].to_dict() == before.to_dict()


def test_an_article_read_alone_tells_the_same(story):
    """Extraction is a function of one article: its mentions do not hang on its company."""
    for article in story.articles:
        alone = build([article], story.actors)[Mentions].drop(columns=["event_id", "merge_rule"])
        whole = story.tables[Mentions].drop(columns=["event_id", "merge_rule"])
        own = whole[whole["article_id"] == article.article_id].reset_index(drop=True)

        pd.testing.assert_frame_equal(alone, own)

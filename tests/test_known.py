"""The story as known on a day, and what became known between two."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dateline import pipeline, seeds
from dateline.evaluation.stories import articles_of
from dateline.merge.rows import mention_of, mention_row
from dateline.model import Article
from dateline.schema import Mentions, conform
from dateline.views.changes import changes
from dateline.views.known import as_known_on, report_days
from dateline.views.story import Story
from tests.golden import story as golden

STORIES = sorted(path.parent for path in (Path(__file__).parent / "stories").glob("*/gold.json"))
FACTS = [
    "title", "kind", "first_day", "last_day", "precision", "edtf", "actor_ids", "target_ids",
    "place", "status", "article_count", "publisher_count", "first_reported_day",
    "last_reported_day",
]  # fmt: skip


def story_of(tables) -> Story:
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


@pytest.fixture(scope="module")
def story() -> Story:
    return story_of(golden.tables())


def built(folder: Path, articles: list[Article]) -> Story:
    actors = seeds.read_actors(folder / "actors.csv")
    return story_of(pipeline.build(articles, actors, lambda *_: None))


def by_mentions(story: Story) -> dict[frozenset[str], dict[str, object]]:
    """The facts of every event, by the mentions that tell it."""
    told = story.mentions.groupby("event_id")["mention_id"].agg(frozenset)
    facts = story.events.set_index("event_id")[FACTS].astype("str")
    return {mentions: facts.loc[event_id].to_dict() for event_id, mentions in told.items()}


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_it_is_what_a_build_of_those_articles_gives(folder):
    """Wherever both put the same mentions together; then the events differ in nothing."""
    articles = articles_of(folder)
    whole = built(folder, articles)
    compared = 0
    for day in report_days(whole):
        then = by_mentions(as_known_on(whole, day))
        printed = [article for article in articles if article.published <= day]
        anew = by_mentions(built(folder, printed))
        compared += len(then.keys() & anew.keys())

        assert {key: then[key] for key in then.keys() & anew.keys()} == {
            key: anew[key] for key in then.keys() & anew.keys()
        }
    assert compared


@pytest.mark.parametrize("folder", STORIES[:2], ids=lambda folder: folder.name)
def test_a_row_gives_back_its_mention(folder):
    for row in built(folder, articles_of(folder)).mentions.to_dict("records"):
        written = mention_row(mention_of(row), row["event_id"], row["merge_rule"])

        pd.testing.assert_frame_equal(
            conform(pd.DataFrame([written]), Mentions), conform(pd.DataFrame([row]), Mentions)
        )


def test_on_the_last_day_it_is_the_story_itself(story):
    assert as_known_on(story, report_days(story)[-1]) is story


def test_before_the_first_report_nothing_was_known(story):
    then = as_known_on(story, date(2031, 1, 1))

    assert then.events.empty
    assert then.mentions.empty
    assert then.estimates.empty
    assert list(then.events.columns) == list(story.events.columns)


def test_an_event_has_the_status_and_counts_of_its_day(story):
    first, *_ = report_days(story)
    then = as_known_on(story, first).events.set_index("event_id")
    now = story.events.set_index("event_id")

    assert then.loc["e_move", "status"] == "confirmed"
    assert now.loc["e_move", "status"] == "contested"
    assert then.loc["e_move", "article_count"] == 1 < now.loc["e_move", "article_count"]
    assert then.loc["e_move", "last_reported_day"].date() == first


def test_every_table_keeps_its_types_on_every_day(story):
    for day in report_days(story):
        then = as_known_on(story, day)
        for name in ("articles", "mentions", "events", "estimates", "actors", "findings"):
            assert (then.table(name).dtypes == story.table(name).dtypes).all(), name


def test_actors_are_counted_in_what_was_printed(story):
    first, *_ = report_days(story)
    then = as_known_on(story, first).actors.set_index("actor_id")["mention_count"]

    assert then["bureau"] == 1
    assert then["dahl"] == 0


def event(story: Story, event_id: str = "e_move", **cells: object) -> Story:
    """The story with one event, and that one with other cells."""
    events = story.events[story.events["event_id"] == event_id].copy()
    for name, value in cells.items():
        events[name] = pd.Series([value], index=events.index).astype(events[name].dtype)
    return replace(story, events=events)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        pytest.param({"status": "reported"}, {"status": "confirmed"}, "confirmed", id="confirmed"),
        pytest.param(
            {"status": "confirmed"}, {"status": "contested"}, "contradicted", id="contradicted"
        ),
        pytest.param({"status": "planned"}, {"status": "reported"}, "status", id="it came about"),
        pytest.param(
            {"first_day": pd.Timestamp("2031-10-01")},
            {"first_day": pd.Timestamp("2031-10-05")},
            "narrowed",
            id="a later first day",
        ),
        pytest.param(
            {"first_day": pd.NaT, "last_day": pd.NaT, "precision": None},
            {},
            "narrowed",
            id="a date at all",
        ),
        pytest.param(
            {"last_day": pd.Timestamp("2031-10-09")},
            {"last_day": pd.Timestamp("2031-10-20")},
            "redated",
            id="more days than before",
        ),
        pytest.param(
            {"publisher_count": 1}, {"publisher_count": 3}, "corroborated", id="more publishers"
        ),
    ],
)
def test_a_change_has_its_name(story, before, now, found):
    rows = changes(event(story, **before), event(story, **now))

    assert list(rows["change"]) == [found]
    assert rows.loc[0, "before"] != rows.loc[0, "now"]


def test_what_did_not_change_is_no_row(story):
    assert changes(story, story).empty


def test_what_is_new_says_when_and_where_it_stands(story):
    first, *_ = report_days(story)
    rows = changes(as_known_on(story, first), story).set_index("event_id")

    assert rows.loc["e_vote", "change"] == "new"
    assert rows.loc["e_vote", "now"] == "23 Oct 2031; reported"
    assert set(rows.loc[["e_move"], "change"]) == {"contradicted", "corroborated"}

"""Every rule across tables finds what it is there for, and nothing on sound tables."""

import pytest

from dateline import checks
from dateline.schema import Articles, Events, Mentions, Problems, conform
from tests import factories


def reasons(**given):
    found = checks.check_tables(factories.tables(**given), factories.texts())
    assert set(found["kind"]) <= {"check"}
    return found["reason"].tolist()


def test_sound_tables_have_no_problem():
    assert reasons() == []


def test_undated_and_open_rows_are_sound():
    undated = {"first_day": None, "last_day": None, "precision": None, "edtf": ""}
    opened = {"last_day": None, "precision": "interval", "edtf": "2031-05-05/.."}
    no_words = {"date_text": "", "date_start": None, "date_end": None}

    assert (
        reasons(mentions=factories.mentions(undated | no_words), events=factories.events(undated))
        == []
    )
    assert reasons(mentions=factories.mentions(opened), events=factories.events(opened)) == []
    assert reasons(mentions=factories.mentions(opened)) == []
    assert reasons(estimates=factories.estimates({"event_id": "", "claimant": ""})) == []


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("mentions", {"sentence": "Other words."}, "sentence is not what stands at 0 to 31"),
        ("mentions", {"sentence_end": 9999}, "sentence is not what stands"),
        ("mentions", {"date_start": 0}, "date_text is not what stands"),
        ("mentions", {"date_start": None}, "does not say where"),
        ("mentions", {"article_id": "a9"}, "article_id 'a9' is not in articles"),
        ("mentions", {"event_id": ""}, "event_id '' is not in events"),
        ("mentions", {"event_id": "e9"}, "no mention tells it"),
        ("mentions", {"actor_ids": "ministry;nobody"}, "actor_ids names 'nobody'"),
        ("mentions", {"last_day": "2031-05-04"}, "last_day lies before first_day"),
        ("mentions", {"precision": None}, "only some of days, precision and edtf"),
        ("events", {"first_day": "2031-05-04"}, "reach beyond those of its mentions"),
        ("events", {"last_day": "2031-05-06"}, "reach beyond those of its mentions"),
        ("events", {"first_day": None}, "reach beyond those of its mentions"),
        ("events", {"edtf": ""}, "only some of days, precision and edtf"),
        ("events", {"article_count": 2}, "article_count is 2, not 1"),
        ("events", {"publisher_count": 2}, "publisher_count is 2, not 1"),
        ("events", {"target_ids": "nobody"}, "target_ids names 'nobody'"),
        ("events", {"last_reported_day": "2031-01-01"}, "last_reported_day lies before"),
        ("estimates", {"phrase": "300 soldiers"}, "phrase is not what stands at 32 to 50"),
        ("estimates", {"bound": "at_least"}, "at_least does not fill low=300.0 and high=300.0"),
        ("estimates", {"high": 200}, "count ends before it starts"),
        ("estimates", {"low": None}, "approximate does not fill"),
        ("estimates", {"claimant": "nobody"}, "claimant names 'nobody'"),
        ("estimates", {"event_id": "e9"}, "event_id 'e9' is not in events"),
        ("estimates", {"reported_day": "2031-05-07"}, "not the day its article was published"),
        ("estimates", {"as_of_last": "2031-05-04"}, "as_of_last lies before as_of_first"),
        ("problems", {"article_id": "a9"}, "article_id 'a9' is not in articles"),
    ],
)
def test_a_planted_fault_is_found(table, row, reason):
    frame = getattr(factories, table)(row)

    assert any(reason in found for found in reasons(**{table: frame}))


def test_a_problem_stands_on_the_sentence_it_is_about():
    tables = factories.tables(mentions=factories.mentions({"actor_ids": "nobody"}))
    [problem] = checks.check_tables(tables, factories.texts()).to_dict("records")

    assert problem["article_id"] == "a0"
    assert factories.TEXT[problem["start"] : problem["end"]] == problem["text"]
    assert "mentions, a0-m0" in problem["reason"]


def test_nothing_is_raised_where_tables_or_texts_are_missing():
    tables = factories.tables()

    assert checks.check_tables({}, {}).empty
    assert not checks.check_tables({Mentions: tables[Mentions]}, {}).empty
    assert not checks.check_tables({Events: tables[Events], Articles: tables[Articles]}, {}).empty


def test_what_is_found_is_a_problems_table():
    found = checks.check_tables(factories.tables(actors=factories.actors()), factories.texts())

    assert not found.empty
    assert conform(found, Problems).equals(found)

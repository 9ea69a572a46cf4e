"""Tables refuse what they did not declare, and say all of it at once."""

import pandas as pd
import pytest

from dateline.errors import SchemaError
from dateline.schema import TABLES, Actors, Events, conform, empty
from tests import factories


def test_problems_are_reported_together():
    frame = factories.events({}, {}).astype({"kind": "str"})
    frame.loc[0, "kind"] = "parade"
    frame["event_id"] = "same"
    frame["article_count"] = "many"

    with pytest.raises(SchemaError) as caught:
        conform(frame, Events)

    problems = " / ".join(caught.value.problems)
    for column, value in [("kind", "parade"), ("article_count", "many"), ("event_id", "same")]:
        assert column in problems
        assert repr(value) in problems


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_conform_is_idempotent(table):
    frame = factories.rows(table, {}, {})

    pd.testing.assert_frame_equal(conform(frame, table), frame)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_a_missing_column_is_a_problem(table):
    frame = factories.rows(table, {})
    for column in table.columns():
        with pytest.raises(SchemaError, match=column):
            conform(frame.drop(columns=column), table)


def test_columns_nobody_declared_are_left_out_and_the_rest_is_put_in_order():
    frame = factories.actors({}).assign(shoe_size=43)[["shoe_size", *reversed(Actors.columns())]]

    assert list(conform(frame, Actors)) == list(Actors.columns())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_an_empty_table_has_the_types_of_a_full_one(table):
    assert empty(table).dtypes.equals(factories.rows(table, {}).dtypes)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_every_column_says_what_it_means_in_a_sentence(table):
    for name, column in table.columns().items():
        assert str(column.description).endswith("."), name


def test_days_reach_beyond_what_nanoseconds_can():
    frame = factories.events({"first_day": "0476-09-04", "last_day": "2999-01-01"})

    assert frame["first_day"][0].year == 476
    assert frame["last_day"][0].year == 2999

"""One way to write a value, and no other way to read it."""

import pandas as pd
import pytest

from dateline import table_csv
from dateline.errors import SchemaError
from dateline.schema import TABLES, Actors, Estimates, Events, Mentions, Problems, empty
from tests import factories


def cell(table, column, **overrides):
    """What one value of one column looks like in the file."""
    lines = table_csv.render(factories.rows(table, overrides), table).splitlines()
    return lines[1].split(",")[lines[0].split(",").index(column)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (300, "300"),
        (1_500_000.0, "1500000"),
        (0.5, "0.5"),
        (1e16, "10000000000000000"),
        (0.1, "0.1"),
        (None, ""),
    ],
)
def test_a_whole_number_is_written_without_a_point(value, written):
    assert cell(Problems, "start", start=0) == "0"
    assert cell(Problems, "start", start=None) == ""
    bound = "vague" if value is None else "exact"
    assert table_csv.render(
        factories.estimates({"low": value, "high": value, "bound": bound}), Estimates
    ).count(f",{written},{written},{bound},")


def test_days_are_iso_however_old():
    frame = factories.events({"first_day": "0476-09-04", "last_day": None})

    assert ",0476-09-04,,day," in table_csv.render(frame, Events)


def test_booleans_are_lower_case():
    text = table_csv.render(factories.estimates({}, {"is_increment": True}), Estimates)

    assert [line.split(",")[-2] for line in text.splitlines()[1:]] == ["false", "true"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_reading_and_writing_change_nothing(table):
    frame = factories.rows(table, {}, {})
    text = table_csv.render(frame, table)
    read = table_csv.parse(text.encode(), table)

    pd.testing.assert_frame_equal(read, frame)
    assert table_csv.render(read, table) == text


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table_name())
def test_a_table_without_rows_keeps_its_types(table):
    text = table_csv.render(empty(table), table)

    pd.testing.assert_frame_equal(table_csv.parse(text.encode(), table), empty(table))


@pytest.mark.parametrize(
    "name",
    [
        "NA",
        "null",
        "nan",
        "None",
        "1.0",
        '"',
        'a"b,c',
        "a\nb",
        "a\rb",
        " a ",
        "=1+1",
        "é",
        "😀",
        "'",
    ],
)
def test_no_word_is_taken_for_anything_else(name):
    frame = factories.actors({"name": name})

    assert table_csv.parse(table_csv.render(frame, Actors).encode(), Actors)["name"][0] == name


def test_a_cell_may_be_longer_than_the_csv_module_likes():
    frame = factories.actors({"name": "x" * 200_000})

    pd.testing.assert_frame_equal(
        table_csv.parse(table_csv.render(frame, Actors).encode(), Actors), frame
    )


@pytest.mark.parametrize(
    ("table", "old", "new", "problem"),
    [
        (Actors, ",body,", ",ghost,", "kind"),
        (Actors, ",NOR,1", ",NOR,1.5", "'1.5' is not a whole number"),
        (Actors, ",NOR,1", ",NOR,٣", "is not a whole number"),
        (Actors, ",NOR,1", ",NOR,", "mention_count"),
        (Actors, ",NOR,1", ",NOR,-1", "mention_count"),
        (Actors, ",NOR,1", ",NOR", "row 1 has 4 cells, not 5"),
        (Actors, "actor_id,", "actor,", "columns are actor, name"),
        (Events, ",2031-05-05,2031-05-05,day", ",2031-05,2031-05-05,day", "'2031-05' is not a day"),
        (Events, ",2031-05-05,day", ",2031-02-30,day", "last_day"),
        (Events, ",day,", ",fortnight,", "precision"),
        (Estimates, ",300,300,", ",nan,300,", "'nan' is not a number"),
        (Estimates, ",300,300,", ",1e3,300,", "'1e3' is not a number"),
        (Estimates, ",false,", ",False,", "'False' is not true or false"),
        (Estimates, ",false,", ",,", "'' is not true or false"),
        (Mentions, ",asserted,", ",,", "stance"),
        (Actors, "ministry,", '"ministry,', "not a CSV"),
    ],
)
def test_a_value_is_never_bent_into_its_column(table, old, new, problem):
    text = table_csv.render(factories.rows(table, {}), table)
    assert old in text

    with pytest.raises(SchemaError) as caught:
        table_csv.parse(text.replace(old, new, 1).encode(), table)

    assert problem in " / ".join(caught.value.problems)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"PK\x03\x04"])
def test_what_is_no_table_is_refused(content):
    with pytest.raises(SchemaError):
        table_csv.parse(content, Actors)

"""What is printed of the dates of a text: every reading, with its evidence or its reason."""

import json
from datetime import date

import pytest

from dateline.date_report import COLUMNS, json_lines, rows, table

MONDAY = date(2024, 10, 21)
TEXT = """\
The port was shut from 9 May to 3 June 2022. It opens late on Friday
night, they said. Recently, nothing moved. On Thursday, October 18, 2024 a ship left. Since
March they wait."""


def by_text(text=TEXT):
    return {row["text"]: row for row in rows(text, MONDAY)}


def test_a_row_has_every_column_and_quotes_its_text():
    found = rows(TEXT, MONDAY)

    assert len(found) == 5
    assert all(tuple(row) == COLUMNS for row in found)
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in found)


def test_an_interval_shows_its_days_and_a_timex_for_each_end():
    row = by_text()["9 May to 3 June 2022"]

    assert (row["rule"], row["basis"], row["precision"]) == ("day_month", "stated", "interval")
    assert (row["first"], row["last"]) == ("2022-05-09", "2022-06-03")
    assert row["edtf"] == "2022-05-09/2022-06-03"
    assert [(t["type"], t["value"]) for t in row["timex3"]] == [
        ("DATE", "2022-05-09"),
        ("DATE", "2022-06-03"),
    ]
    assert [TEXT[t["start"] : t["end"]] for t in row["timex3"]] == ["9 May", "3 June 2022"]


def test_an_open_end_is_none():
    row = by_text()["March"]

    assert (row["first"], row["last"], row["edtf"]) == ("2024-03-01", None, "2024-03/..")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Recently", "vague: no days follow from these words"),
        ("Thursday, October 18, 2024", "the weekday contradicts the date"),
    ],
)
def test_what_could_not_be_read_says_why_and_has_no_days(words, reason):
    row = by_text()[words]

    assert row["unresolved"] == reason
    assert row["timex3"] == []
    assert {row[column] for column in ("first", "last", "precision", "edtf")} == {None}


def test_json_lines_are_the_rows_in_ascii():
    text = "The café’s strike – of 9–11 May 2022 – ended."
    lines = list(json_lines(text, MONDAY))

    assert [json.loads(line) for line in lines] == rows(text, MONDAY)
    assert len(lines) == 1
    assert all(line.isascii() for line in lines)


def test_a_table_has_one_line_for_each_reading_whatever_its_text_holds():
    heading, *lines = table(TEXT, MONDAY)

    assert heading.split() == list(COLUMNS)
    assert len(lines) == 5
    assert "late on Friday night" in lines[1]
    assert "DATE 2022-05-09, DATE 2022-06-03" in lines[0]


def test_the_cells_of_a_column_stand_below_each_other():
    heading, *lines = table(TEXT, MONDAY)

    for column in ("rule", "basis", "edtf"):
        place = heading.index(f" {column} ") + 1
        for line, row in zip(lines, rows(TEXT, MONDAY), strict=True):
            assert line[place:].startswith(row[column] or "")
            assert line[place - 1] == " "


def test_a_text_without_dates_gives_a_heading_and_no_json():
    assert len(list(table("Nothing is dated.", MONDAY))) == 1
    assert list(json_lines("Nothing is dated.", MONDAY)) == []

"""Where two versions of a file part."""

import pytest

from dateline.file_diff import first_difference


@pytest.mark.parametrize(
    ("stored", "built", "said"),
    [
        ("id,n\na,1\nb,2\n", "id,n\na,1\nb,3\n", "row 2 (b), column n: '2' on disk, '3' built"),
        ("id,n\na,1\n", "id,n\na,1\nb,3\n", "1 rows on disk, 2 built"),
        ("id,m\na,1\n", "id,n\na,1\n", "the columns differ"),
        ("", "id,n\na,1\n", "the columns differ"),
        ("id,n\na\n", "id,n\na,1\n", "row 1 (a): 1 cells on disk, 2 built"),
        ('id,n\n"a",1\n', "id,n\na,1\n", "the same cells in other bytes"),
    ],
)
def test_tables_differ_by_row_and_column(stored, built, said):
    assert first_difference("events.csv", stored.encode(), built.encode()) == said


@pytest.mark.parametrize(
    ("stored", "built", "said"),
    [("a\nb", "a\nc", "line 2 differs"), ("a\nb", "a", "one is longer than the other")],
)
def test_texts_differ_by_line(stored, built, said):
    assert first_difference("texts/a.txt", stored.encode(), built.encode()) == said

"""Where clauses end: the vectors, and what the boundaries weigh."""

import json
from pathlib import Path

import pytest

from dateline.extract.clauses import clause_around, find_breaks, weight_between

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "clauses.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    assert [brk.word for brk in find_breaks(case["text"])] == case["expect"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_every_position_lies_in_its_own_clause(case):
    text = case["text"]
    breaks = find_breaks(text)
    inside = {at for brk in breaks for at in range(*brk.span)}

    for position in set(range(len(text))) - inside:
        clause = clause_around(breaks, len(text), position)
        assert clause.start <= position < clause.end


def test_a_clause_does_not_end_at_a_comma():
    text = "The old, rusty bridge fell while the mayor slept."
    breaks = find_breaks(text)

    around = clause_around(breaks, len(text), text.index("fell"))
    assert around.of(text) == "The old, rusty bridge fell"


def test_that_parts_more_than_a_comma():
    said = "She said that it fell."
    listed = "She went, it fell."

    assert weight_between(find_breaks(said), 0, len(said)) > weight_between(
        find_breaks(listed), 0, len(listed)
    )


def test_nothing_parts_two_words_of_one_clause():
    text = "The bridge fell on Monday."

    assert weight_between(find_breaks(text), 0, len(text)) == 0

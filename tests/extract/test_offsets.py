"""Days that hang on another event: worked out where one of the two has a day, else unread."""

import pytest

from dateline.model import DateBasis, ProblemKind
from tests.extract.reading import read, told

CASES = [
    (
        "The two states signed a truce on May 3, a day after Norway said that talks had failed.",
        [("agreement", "2031-05-03"), ("statement", "2031-05-02")],
    ),
    (
        "The villages were evacuated on Monday, three days after the river burst its banks.",
        [("rescue", "2031-05-05"), ("disaster", "2031-05-02")],
    ),
    (
        "One week after the earthquake, the town stood still on Tuesday.",
        [("disaster", "2031-04-29"), ("other", "2031-05-06")],
    ),
    (
        "The union suspended its strike two weeks before the June 4 vote in parliament.",
        [("labour_action", "2031-05-21~"), ("vote", "2031-06-04")],
    ),
    (
        "A ferry sank on Saturday. Two days after the sinking, divers found three bodies.",
        [("accident", "2031-05-03"), ("rescue", "2031-05-05")],
    ),
    (
        "The bridge was closed on May 6, the day after the mayor visited Tromso.",
        [("other", "2031-05-06"), ("meeting", "2031-05-05")],
    ),
    (
        "Four days after the explosion Spanish rescuers reached them, and she was freed on Monday. "
        "The explosion on April 28 was the worst for years.",
        [("rescue", "2031-05-02"), ("rescue", "2031-05-05"), ("accident", "2031-04-28")],
    ),
    (
        "She resigned two days after the explosion. The explosion on May 3 closed the pit.",
        [("other", "2031-05-05"), ("accident", "2031-05-03")],
    ),
    (
        "President Rex Moll came on the morning after the quake. The quake on May 3 was strong.",
        [("other", "2031-05-04"), ("disaster", "2031-05-03")],
    ),
    (
        "The maker recalled 900 cars on Friday, two months after a crash in Oslo.",
        [("recall", "2031-05-02"), ("accident", "2031-03")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_day_is_counted_from_the_other_event(text, expected):
    assert sorted(told(text)) == sorted(expected)


def test_the_date_words_are_the_distance_and_its_basis_is_anaphoric():
    text = "The ferry was raised on Monday, three days after the ship sank."
    [sinking] = [m for m in read(text).mentions if m.date and m.date.rule == "from_event"]

    assert sinking.date.text == "three days after"
    assert sinking.date.span.of(text) == "three days after"
    assert sinking.date_basis is DateBasis.ANAPHORIC


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned two days after the vote in parliament.",
        "A tanker sank on May 2. A ferry sank on May 5. Two days after the sinking, rain fell.",
        # What is told as done was not done on May 8: another one is meant than that of May 6.
        "The owner was arrested two days after the explosion. A fire closed the pit on May 6.",
        "The pit collapsed on March 2, 2017. He resigned two days after the collapse.",
    ],
)
def test_without_one_day_to_count_from_the_words_stay_unread(text):
    extraction = read(text)

    assert all(m.date is None or m.date.rule != "from_event" for m in extraction.mentions)
    [problem] = [p for p in extraction.problems if p.kind is ProblemKind.UNRESOLVED_DATE]
    assert problem.text.lower() == "two days after"


@pytest.mark.parametrize(
    "text",
    [
        "The ship must leave within two days after the vote.",
        "More than a week after the quake, aid reached Bergen.",
    ],
)
def test_a_bound_is_no_distance(text):
    assert all(mention.date is None for mention in read(text).mentions)

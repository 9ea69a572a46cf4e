"""Verbs of no known kind keep the dates that are theirs, and leave alone those that are not."""

import pytest

from tests.extract.reading import read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks resumed on Monday and went on all night.", ("meeting", "2031-05-05")),
        ("A truce brokered by Chile in 2020 held.", ("agreement", "2020")),
        ("Flights are to resume at dawn on Friday.", ("other", "2031-05-09")),
        (
            "He said on Monday that the man would appear in court on Friday.",
            ("other", "2031-05-09"),
        ),
        (
            "Aid began in May 2029, when 40 tanks were shipped to Chile.",
            ("arms_transfer", "2029-05"),
        ),
        ("The agency called the report “absurd” on Monday.", ("statement", "2031-05-05")),
    ],
)
def test_a_date_goes_to_the_words_that_own_it(text, expected):
    assert expected in told(text)


def test_a_plan_to_do_is_planned():
    [mention] = read("Flights are to resume at dawn on Friday.").mentions
    assert mention.stance == "planned"

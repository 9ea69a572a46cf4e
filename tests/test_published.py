"""The publication day: printed, fitted to landmarks, taken from the latest date, or refused."""

from datetime import date

import pytest

from dateline import published
from dateline.model import PublishedBasis, Unresolved
from dateline.published import DATELINES, Landmark, published_day

# A story of our own: Friday 2 May, Monday 5 May and Thursday 8 May 2031.
STRIKE = Landmark(date(2031, 5, 2), (("dockers",), ("strike", "walked out")), "")
TALKS = Landmark(date(2031, 5, 5), (("dockers", "union"), ("talks",)), "")
DEAL = Landmark(date(2031, 5, 8), (("deal",), ("signed",)), "")
STORY = [STRIKE, TALKS, DEAL]


def day_of(text, landmarks=()):
    found = published_day(text, landmarks)
    return None if isinstance(found, Unresolved) else (found.day.isoformat(), str(found.basis))


@pytest.mark.parametrize("rule", DATELINES, ids=lambda rule: rule.name)
def test_each_dateline_rule_reads_its_own_example(rule, monkeypatch):
    monkeypatch.setattr(published, "DATELINES", (rule,))
    text = f"{rule.example}\nNothing else is dated here."

    assert day_of(text) == ("2024-10-21", "stated")


@pytest.mark.parametrize(
    "head",
    [
        "Published: 21 October 2024",
        "Published on October 21, 2024 at 10:15 am",
        "Date: 2024-10-21",
        "Posted Monday, October 21, 2024",
        "October 21, 2024",
        "21 October 2024 10:15",
        "SEOUL, Oct. 21, 2024 — The minister left.",
        "OSLO, Norway, 21 October 2024 (Wire) -- The minister left.",
    ],
)
def test_a_printed_day_is_stated(head):
    text = f"{head}\nThe minister had arrived on 2 January 2024."

    assert day_of(text) == ("2024-10-21", "stated")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On 3 May 2031 – a Saturday – the port closed.", id="a sentence, no dateline"),
        pytest.param("3 May 2031\nIt began.\n5 May 2031\nIt ended.", id="a chronicle's headings"),
        pytest.param("The port closed on 3 May 2031.", id="in a sentence"),
        pytest.param("Published: the minutes of 3 May 2031\nThe port closed.", id="other words"),
    ],
)
def test_a_day_that_is_not_printed_as_such_is_at_most_inferred(text):
    assert day_of(text)[1] == PublishedBasis.INFERRED


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The dockers walked out on Friday.", "2031-05-02", id="the day itself"),
        pytest.param(
            "The dockers walked out on Friday. Ships queued on Monday.",
            "2031-05-05",
            id="a later weekday without a landmark",
        ),
        pytest.param(
            "The union held talks on Monday. The dockers’ strike began on Friday.",
            "2031-05-05",
            id="two landmarks",
        ),
        pytest.param(
            "A deal was signed on Thursday. The union held talks on Monday.",
            "2031-05-08",
            id="the latest of two",
        ),
        pytest.param("A deal was signed yesterday.", "2031-05-09", id="yesterday"),
        pytest.param(
            "A deal was signed on Thursday. The dockers walked out last week.",
            "2031-05-08",
            id="and a week",
        ),
    ],
)
def test_landmarks_give_the_earliest_day_that_fits_most_of_them(text, day):
    assert day_of(text, STORY) == (day, "inferred")


def test_the_note_names_the_words_and_the_days():
    note = published_day("The dockers walked out on Friday.", STORY).note

    assert "“Friday” is Friday 2 May 2031" in note
    assert "between 2031-05-02 and 2031-05-08" in note


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dockers walked out this month.", id="too wide a word"),
        pytest.param("The dockers walked out.", id="no date words"),
        pytest.param("The fishermen walked out on Friday.", id="another story"),
        pytest.param("Dockersland walked out on Friday.", id="only part of a word"),
        pytest.param("The dockers met. A strike began on Friday.", id="not in one sentence"),
        pytest.param("Nothing is dated.", id="nothing"),
        pytest.param("It was 155mm in 1950-53, and 10:1 in May.", id="no full date"),
    ],
)
def test_what_gives_no_day_is_unresolved(text):
    assert day_of(text, STORY) is None


def test_an_announced_landmark_does_not_make_the_article_younger():
    text = "The dockers walked out on Friday. A deal will be signed on Thursday, the union said."

    assert day_of(text, STORY) == ("2031-05-02", "inferred")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It began on 3 May 2031 and went on until 9 May 2031.", "2031-05-03"),
        ("The port closed on 3 May 2031. It will open on 1 June 2031.", "2031-05-03"),
        ("A fire of 2 March 2030 was recalled on April 4, 2031.", "2031-04-04"),
    ],
)
def test_the_latest_full_date_that_does_not_lie_ahead_is_taken(text, day):
    assert day_of(text) == (day, "inferred")
    assert "may be younger" in published_day(text).note


def test_a_printed_day_beats_landmarks_and_landmarks_beat_dates():
    told = "The dockers walked out on Friday, as they had on 1 March 2030."

    assert day_of(f"Published: 10 May 2031\n{told}", STORY) == ("2031-05-10", "stated")
    assert day_of(told, STORY) == ("2031-05-02", "inferred")


def test_long_lines_of_spaces_and_digits_cost_nothing():
    """A pattern that backtracks would take minutes here."""
    published_day(("Published" + " " * 5000 + "2024\n") * 20 + "1" * 20_000 + " " * 20_000, STORY)

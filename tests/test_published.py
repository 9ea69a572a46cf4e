"""The publication day: printed, fitted to landmarks, taken from the latest date, or refused."""

import time
from datetime import date

import pytest

from dateline import datelines
from dateline.datelines import DATELINES
from dateline.model import PublishedBasis, Unresolved
from dateline.published import Landmark, published_day

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
    monkeypatch.setattr(datelines, "DATELINES", (rule,))
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
        "Published 21 October 2024, 10:14 KST",
        "PUBLISHED: 21 OCTOBER 2024",
        "First published: Mon 21 Oct 2024 10.14 BST",
        "Published 2024-10-21T10:14:00+09:00",
        "Published October 21, 2024 10:14am UTC+9",
        "Published: Oct 21, 2024 · 5 min read",
        "Published 21 October 2024 | Updated 23 October 2024",
        "Published 21 October 2024\nUpdated 23 October 2024",
        "Updated: 21 October 2024",
        "Last updated on October 21, 2024",
        "Updated at 10:14 am KST, 21 October 2024",
        "Oct 21, 2024 10:14 am",
        "October 21, 2024, 10:14 AM (KST)",
        "21 Oct 2024, 10:14 GMT+9",
        "10:14 KST, 21 October 2024",
        "By Ann Lee | October 21, 2024",
        "October 21, 2024 | By Ann Lee",
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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("He arrived on 3 May 2031.", "2031-05-06", id="a full date"),
        pytest.param("He arrived on 29 December 2030.", "2031-05-06", id="in the year before"),
        pytest.param("The dockers walked out on Friday.", "2031-05-06", id="a landmark"),
        pytest.param("He arrived on 3 October 2030.", None, id="more than half a year before"),
        pytest.param("He arrived on 7 May 2031.", None, id="a date after it"),
        pytest.param("He will leave on 1 May 2031.", None, id="a date to come"),
        pytest.param("A deal was signed on Thursday.", None, id="a landmark after it"),
        pytest.param("He arrived on Monday.", None, id="a weekday"),
    ],
)
@pytest.mark.parametrize(
    "dateline",
    [
        "NARVIK, May 6 (Agency) — ",
        "NARVIK, Norway, 6 May (Agency) -- ",
        "A title\nNARVIK, May 6 - ",
    ],
)
def test_a_dateline_without_a_year_takes_it_from_the_half_year_before(dateline, text, day):
    found = day_of(dateline + text, STORY)

    assert found == (day and (day, "inferred"))


def test_the_note_and_the_refusal_quote_the_dateline():
    wire = "NARVIK, May 6 (Agency) — "

    assert "“NARVIK, May 6”" in published_day(f"{wire}He came on 3 May 2031.").note
    assert (
        "“NARVIK, May 6”" in published_day(f"{wire}The dockers walked out on Friday.", STORY).note
    )
    assert published_day(f"{wire}He came.").reason.startswith(
        "begins “NARVIK, May 6” without a year"
    )


@pytest.mark.parametrize(
    "head",
    [
        "NARVIK, Marsh 12 — ",
        "NARVIK, May 6 (Agency) — He came.\nOSLO, May 7 (Agency) — ",
        "Narvik, May 6 - ",
        "In NARVIK, May 6 - ",
    ],
    ids=["no month", "two of them", "not in capitals", "in a sentence"],
)
def test_what_is_no_wire_dateline_binds_nothing(head):
    assert day_of(f"{head}He arrived on 3 May 2031.") == ("2031-05-03", "inferred")


def test_the_29th_of_february_waits_for_its_year():
    text = "NARVIK, Feb. 29 (Agency) — He arrived on 3 {}."

    assert day_of(text.format("January 2032")) == ("2032-02-29", "inferred")
    assert day_of(text.format("January 2031")) is None
    assert day_of(text.format("January 9999")) is None


@pytest.mark.parametrize(
    "weekday", ["Thursday", "Thu", "Thurs."], ids=["in full", "shortened", "with a stop"]
)
def test_a_date_beside_another_weekday_is_no_evidence(weekday):
    wrong = f"{weekday}, October 18, 2024"

    assert day_of(f"He came on {wrong}.") is None
    assert day_of("He came on Friday, October 18, 2024.") == ("2024-10-18", "inferred")
    note = published_day(f"He came on {wrong}, and left on 3 May 2024.").note
    assert "“3 May 2024”" in note
    assert f"Left out is “{wrong}”" in note


@pytest.mark.parametrize("label", ["Published: ", "Updated ", ""])
def test_a_printed_day_that_contradicts_itself_is_refused_rather_than_replaced(label):
    head = f"{label}Tuesday, May 5, 2031\n"  # it was a Monday
    found = published_day(f"{head}He arrived on 3 January 2031.")

    assert found.reason.startswith("prints “Tuesday, May 5, 2031” as its day")
    assert day_of(f"{head}The union held talks on Monday.", STORY) == ("2031-05-05", "inferred")


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("He came.", ["prints no publication day", "tells of no landmark", "names no full date"]),
        ("OSLO, May 6 — He came.", ["without a year", "no landmark", "no full date"]),
        ("Since Thursday, October 18, 2024.", ["no full date but “Thursday, October 18, 2024”"]),
    ],
)
def test_a_refusal_says_what_was_tried(text, tried):
    reason = published_day(text).reason

    assert all(words in reason for words in tried)


@pytest.mark.parametrize(
    "text",
    [
        ("Published" + " " * 5000 + "2024\n") * 20 + "1" * 20_000 + " " * 20_000,
        "Published 10:14 10:14 10:14 2024 2024 | " * 2000,
        "By A | By A | 10.10.10 am, 2024\n" * 2000,
        "AB. " * 10_000 + "2024",
        "AB, AB, May 1\n" * 3000,
    ],
    ids=["spaces and digits", "clocks", "bylines", "capitals", "places"],
)
def test_the_worst_lines_cost_next_to_nothing(text):
    """A pattern that backtracks would take minutes here."""
    start = time.process_time()
    published_day(text, STORY)

    assert time.process_time() - start < 5

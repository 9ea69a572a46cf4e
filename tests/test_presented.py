"""What a view says to a room, on the made-up story of tests/golden."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.model import Stance, Status
from dateline.ui.presenting import news
from dateline.views.briefing import View
from dateline.views.choices import choices
from dateline.views.known import as_known_on
from dateline.views.listing import listing
from dateline.views.presented import (
    best_quotes,
    event_days,
    filters_in_words,
    known_words,
    not_there,
    overview,
    report_days,
    source_words,
    still_there,
    why_not_shown,
)
from dateline.views.quotes import quotes_of_event
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests.golden import story as golden


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def test_filters_are_told_with_the_names_that_a_reader_knows(story):
    selection = Selection(
        first=date(2031, 10, 1), actors=("norland",), publishers=("northern-wire",), query="vote",
        least_publishers=2,
    )  # fmt: skip

    assert filters_in_words(selection, choices(story)) == (
        "Involved: Norland · Publisher: Northern Wire · From 1 Oct 2031 · "
        "Told by at least 2 independent publishers · Search: “vote”"
    )
    assert filters_in_words(Selection(), choices(story)) == ""


def test_the_source_names_publishers_and_days(story):
    assert source_words(story).startswith("Source: Harbour Post, ")
    assert source_words(story).endswith("; 4 articles, 17 to 26 Oct 2031")
    one = source_words(story, ["harbour_post"])
    assert one == "Source: Harbour Post; 1 article, 17 Oct 2031"
    many = replace(
        story, articles=story.articles.assign(publisher=[f"Paper {n}" for n in range(4)])
    )
    assert source_words(many).startswith("Source: Paper")


def test_it_is_known_as_on_the_chosen_day_or_the_latest_report(story):
    assert known_words(story, Selection()) == "As known on 26 Oct 2031"
    day = date(2031, 10, 17)
    early = as_known_on(story, day)
    assert known_words(early, Selection(known_on=day)) == "As known on 17 Oct 2031"


def test_of_a_contested_event_the_room_sees_both_sides(story):
    contested = story.events.loc[story.events["status"] == Status.CONTESTED, "event_id"]
    for event_id in contested:
        quotes = quotes_of_event(story, event_id)
        shown = best_quotes(quotes, Status.CONTESTED)

        if {q.stance for q in quotes} - {Stance.DENIED} and Stance.DENIED in {
            q.stance for q in quotes
        }:
            assert [quote.stance == Stance.DENIED for quote in shown] == [False, True]
    assert len(contested)


def test_the_best_quote_commits_most_and_can_be_read_at_a_glance(story):
    for event_id in story.events["event_id"]:
        quotes = quotes_of_event(story, event_id)
        shown = best_quotes(quotes)

        assert len(shown) == min(1, len(quotes))
        assert set(shown) <= set(quotes)
    told = quotes_of_event(story, "e_vote")[0]
    long = replace(told, pieces=(replace(told.pieces[0], text="long " * 80),))
    assert best_quotes([long, told]) == [told]


def test_what_these_tables_do_not_have_is_named(story):
    chosen = {"actor": ["norland", "atlantis"], "family": ["law"], "event": "e_vote"}

    assert not_there(chosen, choices(story)) == ["involved “atlantis”"]


def test_a_view_without_what_is_gone_keeps_the_rest(story):
    view = View("v", "timeline?actor=norland&actor=atlantis&family=law&event=e_vote")
    kept, missing = still_there(view, choices(story))

    assert kept == View("v", "timeline?actor=norland&family=law&event=e_vote")
    assert missing == ["involved “atlantis”"]
    assert still_there(kept, choices(story)) == (kept, [])


def test_an_event_that_is_not_shown_says_why(story):
    early = as_known_on(story, date(2031, 10, 17))
    late = next(e for e in story.events["event_id"] if e not in set(early.events["event_id"]))

    assert "hidden by the filters" in why_not_shown("e_vote", story, story)
    assert "not known on that day" in why_not_shown(late, early, story)
    assert why_not_shown("e_gone", story, story) == (
        "This view’s choice, “e_gone”, is not in these tables; the rest is shown."
    )


def test_the_overview_counts_what_there_is(story):
    found = listing(story, Selection())
    one = listing(story, Selection(kinds=("summons",)))

    assert overview(found).startswith("24 events, ")
    assert overview(found).endswith("3 without a date")
    assert overview(one).startswith("1 event")


def test_days_are_those_of_the_events_and_of_the_reports(story):
    assert "2031" in event_days(story)
    assert report_days(story) == "Reports of 17 to 26 Oct 2031"
    nothing = replace(story, events=story.events.head(0), estimates=story.estimates.head(0))
    assert (event_days(nothing), report_days(nothing)) == ("", "")


@pytest.mark.parametrize(
    ("sent", "done", "fresh", "then"),
    [
        ({"from": 0, "acts": ["next"]}, 0, ["next"], 1),
        ({"from": 0, "acts": ["next", "last"]}, 1, ["last"], 2),  # sent again with the next press
        ({"from": 0, "acts": ["next", "last"]}, 2, [], 2),
        ({"from": 2, "acts": ["leave"]}, 2, ["leave"], 3),
        ({"from": 5, "acts": ["next"]}, 2, [], 2),  # of another session
        (None, 2, [], 2),
        ({"acts": ["next"]}, 2, [], 2),
        ({"from": "x", "acts": []}, 2, [], 2),
    ],
)
def test_every_press_counts_once_however_often_it_is_sent(sent, done, fresh, then):
    assert news(sent, done) == (fresh, then)

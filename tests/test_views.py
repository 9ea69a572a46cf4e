"""What a page may ask: selections in, frames out, on the made-up story of tests/golden."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dateline.model import Precision
from dateline.views.choices import choices
from dateline.views.claims import select_claims
from dateline.views.days import span_text, when
from dateline.views.events import left_out_for_days, select_events
from dateline.views.facets import CLAIM_FACETS, EVENT_FACETS, claim_counts, event_counts
from dateline.views.ids import slug
from dateline.views.quotes import Mark, Marked, cut, hits, quote_of_claim, quotes_of_event
from dateline.views.reading import events_told, read_article
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.tables import FILTERS, select_table
from dateline.views.timeline import lanes, timeline_rows
from tests.golden import story as golden


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def ids(frame: pd.DataFrame) -> set[str]:
    return set(frame["event_id"])


def test_nothing_chosen_shows_everything_with_the_undated_last(story):
    events = select_events(story, Selection())

    assert len(events) == len(story.events)
    assert set(events["event_id"].tail(3)) == {"e_ground", "e_deleg", "e_review"}
    assert events["event_id"].iloc[0] == "e_invade"


@pytest.mark.parametrize(
    ("first", "last", "event", "seen"),
    [
        pytest.param(date(2031, 6, 30), None, "e_pact", True, id="touches the last day"),
        pytest.param(date(2031, 7, 1), None, "e_pact", False, id="starts the day after"),
        pytest.param(None, date(2031, 5, 31), "e_pact", False, id="ends the day before"),
        pytest.param(
            date(2040, 1, 1), None, "e_arms", True, id="an open end reaches any later day"
        ),
        pytest.param(None, date(1990, 1, 1), "e_ferry", True, id="an open start any earlier one"),
        pytest.param(None, date(2030, 8, 31), "e_arms", False, id="an open end has a start"),
        pytest.param(date(1990, 1, 1), None, "e_deleg", False, id="no date is no day"),
    ],
)
def test_an_event_is_seen_if_it_can_have_happened_then(story, first, last, event, seen):
    events = select_events(story, Selection(first=first, last=last))

    assert (event in ids(events)) is seen


def test_undated_events_that_days_leave_out_are_counted(story):
    assert left_out_for_days(story, Selection(first=date(2031, 1, 1))) == 3
    assert left_out_for_days(story, Selection(kinds=("vote",))) == 0


def test_a_state_brings_its_people_and_bodies_as_actors_or_targets(story):
    events = ids(select_events(story, Selection(actors=("sudria",))))

    assert {"e_cabinet", "e_bureau", "e_condemn", "e_summons"} <= events
    assert "e_branch" not in events


def test_one_person_does_not_bring_the_state(story):
    assert ids(select_events(story, Selection(actors=("dahl",)))) == {"e_denial"}


def test_targets_places_status_and_publishers_narrow_as_well(story):
    assert ids(select_events(story, Selection(targets=("sudria",)))) == set()
    assert "e_call" in ids(select_events(story, Selection(targets=("league",))))
    assert ids(select_events(story, Selection(places=("port-emil",)))) == {"e_strike", "e_storm"}
    assert ids(select_events(story, Selection(statuses=("contested", "denied")))) == {
        "e_move",
        "e_ground",
    }
    assert ids(select_events(story, Selection(least_publishers=2))) == {"e_move"}


@pytest.mark.parametrize("chosen", [Selection(), Selection(query="marines", kinds=("statement",))])
def test_a_choice_is_counted_as_it_would_show(story, chosen):
    """Beside every other choice, and whatever is chosen of its own kind."""
    options = choices(story)
    for name, tally in event_counts(story, chosen, tuple(EVENT_FACETS)).items():
        for value in getattr(options, name):
            shown = select_events(story, replace(chosen, **{name: (value,)}))

            assert tally.get(value, 0) == len(shown), (name, value)


@pytest.mark.parametrize("chosen", [Selection(), Selection(query="marines", states=("deployed",))])
def test_a_choice_of_claims_is_counted_as_it_would_show(story, chosen):
    options = choices(story)
    for name, tally in claim_counts(story, chosen, tuple(CLAIM_FACETS)).items():
        for value in getattr(options, name):
            shown = select_claims(story, replace(chosen, **{name: (value,)}))

            assert tally.get(value, 0) == len(shown), (name, value)


def test_publishers_and_stances_are_asked_of_the_same_sentence(story):
    confirmed_by_post = Selection(publishers=("harbour-post",), stances=("confirmed",))
    denied_by_post = Selection(publishers=("harbour-post",), stances=("denied",))

    assert ids(select_events(story, confirmed_by_post)) == {"e_move"}
    assert select_events(story, denied_by_post).empty


def test_every_searched_word_has_to_be_there_in_title_or_quote(story):
    assert ids(select_events(story, Selection(query="HARBOUR grave"))) == set()
    assert ids(select_events(story, Selection(query="grave league"))) == {"e_post"}
    assert ids(select_events(story, Selection(query="brandt telephoned"))) == {"e_call"}


def test_a_search_is_for_words_and_not_for_a_pattern(story):
    assert select_events(story, Selection(query="(((.*")).empty


def test_a_statement_that_denies_is_a_denial_and_a_denied_deployment_is_not(story):
    rows = timeline_rows(story, select_events(story, Selection())).set_index("event_id")

    assert rows.loc["e_denial", "family"] == "denial"
    assert rows.loc["e_move", "family"] == "force"
    assert rows.loc["e_move", "is_disputed"]
    assert not rows.loc["e_ground", "is_disputed"]


def test_a_filter_moves_no_event_to_another_lane(story):
    everything = timeline_rows(story, select_events(story, Selection())).set_index("event_id")
    few = timeline_rows(story, select_events(story, Selection(kinds=("attack", "vote"))))

    assert not few.empty
    assert all(row.lane == everything.loc[row.event_id, "lane"] for row in few.itertuples())


def test_people_share_the_lane_of_their_state(story):
    assert lanes(story)["sudria"].name == "Sudria"
    rows = timeline_rows(story, select_events(story, Selection())).set_index("event_id")

    assert rows.loc["e_call", "lane"] == rows.loc["e_summons", "lane"] == "sudria"
    assert rows.loc["e_storm", "lane_name"] == "No actor named"


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ((2024, 10, 24), (2024, 10, 24), "day", "24 Oct 2024"),
        ((2024, 10, 22), (2024, 10, 24), "interval", "22 to 24 Oct 2024"),
        ((2024, 10, 1), (2024, 10, 20), "part", "1 to 20 Oct 2024, day unknown"),
        ((2024, 6, 1), (2024, 6, 30), "month", "Jun 2024, day unknown"),
        ((2023, 1, 1), (2023, 12, 31), "year", "2023, day unknown"),
        ((2023, 6, 1), (2023, 8, 31), "part", "Jun to Aug 2023, day unknown"),
        ((2023, 12, 30), (2024, 1, 2), "week", "30 Dec 2023 to 2 Jan 2024, day unknown"),
        ((2024, 2, 1), (2024, 2, 29), "month", "Feb 2024, day unknown"),
        ((2023, 9, 1), None, "interval", "Since 1 Sep 2023"),
        (None, (2024, 10, 12), "interval", "Until 12 Oct 2024"),
        (None, None, "", "No date in the text"),
    ],
)
def test_days_are_put_in_words_that_claim_no_more_than_the_range(first, last, precision, words):
    assert precision == "" or precision in set(Precision)
    assert when(first and date(*first), last and date(*last), precision) == words


def test_a_stretch_keeps_its_ends_where_it_is_no_calendar_unit():
    assert span_text(date(2024, 2, 1), date(2024, 2, 28)) == "1 to 28 Feb 2024"


def test_every_sentence_of_an_event_is_quoted_with_its_words_marked(story):
    quotes = quotes_of_event(story, "e_move")

    assert [quote.article_id for quote in quotes] == [
        "harbour_post", "evening_mail", "northern_wire", "tarn_courier",
    ]  # fmt: skip
    first = quotes[0]
    assert [p.text for p in first.pieces if Mark.DATE in p.marks] == ["earlier this month"]
    assert [p.text for p in first.pieces if Mark.CUE in p.marks] == ["moved"]
    assert (first.publisher, first.stance) == ("Harbour Post", "confirmed")
    assert first.voices == "Sudrian Signals Bureau"
    assert first.reading == "“earlier this month” read as 1 to 20 Oct 2031, day unknown"


def test_the_pieces_of_every_quote_are_the_article_again(story):
    for event_id in story.events["event_id"]:
        for quote in quotes_of_event(story, event_id, ("marines", "on")):
            text = golden.TEXTS[quote.article_id]
            for piece in quote.pieces:
                assert text[piece.start : piece.start + len(piece.text)] == piece.text


def test_a_claim_is_quoted_with_its_figure_marked(story):
    [quote] = quote_of_claim(story, "harbour_post-q01")

    assert [p.text for p in quote.pieces if Mark.FIGURE in p.marks] == ["at least 1,500 marines"]
    assert quote_of_claim(story, "no such claim") == []


def test_overlapping_marks_are_cut_at_every_edge():
    pieces = list(cut("abcdef", [Marked(1, 4, Mark.DATE), Marked(3, 5, Mark.CUE)]))

    assert [(p.text, p.marks) for p in pieces] == [
        ("a", ()),
        ("bc", (Mark.DATE,)),
        ("d", (Mark.DATE, Mark.CUE)),
        ("e", (Mark.CUE,)),
        ("f", ()),
    ]  # fmt: skip


def test_a_letter_that_folds_to_two_shifts_no_mark():
    """Casefolding turns ß into ss, and every offset after it would be one off."""
    [hit] = hits("Straße nach Norland", ("norland",))

    assert "Straße nach Norland"[hit.start : hit.end] == "Norland"


def test_an_article_is_read_whole_with_everything_marked_where_it_stands(story):
    paragraphs = read_article(story, "northern_wire", golden.TEXTS["northern_wire"], 0)

    text = "\n\n".join("".join(piece.text for piece in pieces) for pieces in paragraphs)
    assert text == golden.TEXTS["northern_wire"]
    pieces = [piece for paragraph in paragraphs for piece in paragraph]
    marked = {mark: {p.text for p in pieces if mark in p.marks} for mark in Mark}
    assert "over the weekend" in marked[Mark.DATE]
    assert "As many as 9,000 marines" in marked[Mark.FIGURE]
    assert "soon" in marked[Mark.PROBLEM]
    assert "Per Dahl" in marked[Mark.ACTOR]
    assert "".join(p.text for p in pieces if Mark.FOCUS in p.marks).startswith("Sudria summoned")


def test_an_article_without_findings_is_plain_text(story):
    text = "Norlanders left. A Norland ship stayed."
    [pieces] = read_article(story, "an article of no table", text, None)

    assert "".join(piece.text for piece in pieces) == text
    assert not any(piece.marks for piece in pieces)


def test_a_place_that_no_table_knows_points_nowhere(story):
    paragraphs = read_article(story, "northern_wire", golden.TEXTS["northern_wire"], 7)

    assert not [p for pieces in paragraphs for p in pieces if Mark.FOCUS in p.marks]


def test_events_are_told_in_the_order_of_the_sentences(story):
    assert events_told(story, "evening_mail")["event_id"].tolist() == [
        "e_summons", "e_move", "e_denial", "e_review",
    ]  # fmt: skip


def test_only_what_occurs_can_be_chosen(story):
    offered = choices(story)

    assert "election" not in offered.kinds
    assert list(offered.publishers) == [
        "evening-mail",
        "harbour-post",
        "northern-wire",
        "tarn-courier",
    ]
    assert next(iter(offered.actors)) in ("norland", "sudria")
    assert list(offered.claimants)[-1] == "article"


@pytest.mark.parametrize("name", FILTERS)
def test_every_table_can_be_shown_filtered_and_searched(story, name):
    everything = select_table(story, name, Selection())
    nothing = select_table(story, name, Selection(query="no such words anywhere"))

    assert len(everything) == len(story.table(name))
    assert list(everything.columns) == list(story.table(name).columns)
    assert nothing.empty


def test_mentions_follow_the_choices_of_their_events_and_their_own_publisher(story):
    rows = select_table(
        story, "mentions", Selection(families=("force",), publishers=("northern-wire",))
    )

    assert set(rows["event_id"]) == {"e_move", "e_strike"}
    assert set(rows["article_id"]) == {"northern_wire"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kyiv Post", "kyiv-post"),
        ("Café «Été»", "cafe-ete"),
        ("…", "unnamed"),
        ("A/B & C", "a-b-c"),
    ],
)
def test_a_name_in_an_address_is_made_of_plain_letters(name, expected):
    assert slug(name) == expected

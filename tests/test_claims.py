"""Claims as views give them: which match, in words, side by side, and the range of them."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dateline.views.address import decode, encode, selection_of
from dateline.views.claim_changes import claim_changes
from dateline.views.claim_links import denied_by, others_by_claimant
from dateline.views.claim_rows import claim_rows, other_rows, troop_rows, vague_rows
from dateline.views.claim_view import ClaimView, claim_frames
from dateline.views.claim_words import figure_text, figure_words, spoken_text
from dateline.views.claimed_range import Counted, claimed_range
from dateline.views.claims import claimant_order, select_claims
from dateline.views.comparison import DENIED, MOST_DAYS, comparison
from dateline.views.denials import denial_rows
from dateline.views.related import claims_of_event
from dateline.views.remarks import Sort, remarks
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story
from tests.claims import SEEDS, made_up, made_up_frames, rows_of
from tests.golden import story as golden


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


@pytest.fixture(scope="module")
def rows(story):
    return claim_rows(story, select_claims(story, Selection()))


def test_only_numbers_of_troops_are_on_the_axis_of_troops(story, rows):
    troops, vague, other = troop_rows(rows), vague_rows(rows), other_rows(rows)

    assert len(troops) + len(vague) + len(other) == len(story.estimates)
    assert vague["phrase"].tolist() == ["Dozens of marines"]
    assert set(other["measure"]) == {"brigades", "losses", "shells"}


def test_claims_are_chosen_by_claimant_state_and_report_day(story):
    def found(**chosen):
        return len(select_claims(story, Selection(**chosen)))

    assert found(claimants=("tarn",)) == 2
    assert found(claimants=("article",)) == 3
    assert found(states=("preparing",)) == 3
    assert found(first=date(2031, 10, 18), last=date(2031, 10, 20)) == 3
    assert found(query="as many as") == 1
    assert found(publishers=("evening-mail",)) == 1


def test_by_the_day_spoken_of_a_claim_belongs_if_it_can_speak_of_it(story):
    def found(first, last):
        return len(select_claims(story, Selection(first=first, last=last, by=SPOKEN)))

    everything = len(story.estimates)
    assert found(None, date(2031, 10, 1)) == everything  # all begin nobody knows when
    assert found(date(2031, 10, 25), None) == 3
    assert found(date(2032, 1, 1), None) == 0


def test_a_denial_has_one_row_per_voice_and_day_and_leads_to_the_denial(story, rows):
    denials = denial_rows(story, Selection(), rows)

    assert denials["denier"].tolist() == ["Estmark's mission", "Per Dahl"]
    assert denials["item_id"].tolist() == ["e_ground", "e_denial"]
    assert denial_rows(story, Selection(last=date(2031, 10, 19)), rows).empty


def by_hand(claims, counted: Counted, by: str) -> dict[str, tuple[float, float]]:
    """The range of every day on its own, from the claims as they were written down."""
    told = []
    for claim in claims:
        numbers = [n for n in (claim["low"], claim["high"]) if n is not None]
        is_total = not claim["is_increment"] and claim["part_of"] is None
        counts = counted is Counted.ALL or (
            claim["state"] == "deployed" and claim["stance"] not in ("planned", "conditional")
        )
        if not numbers or not is_total or not counts or claim["stance"] == "denied":
            continue
        day = claim["reported_day"]
        if by == SPOKEN:
            day = claim["as_of_last"] or claim["as_of_first"]
        if day:
            told.append((day, numbers))
    found = {}
    for day, _ in told:
        until = [n for other, numbers in told if other <= day for n in numbers]
        found[day] = (min(until), max(until))
    return found


@pytest.mark.parametrize("by", ["", SPOKEN])
@pytest.mark.parametrize("counted", [Counted.DEPLOYED, Counted.ALL])
def test_the_range_of_what_was_claimed_is_what_a_second_way_of_counting_gives(counted, by):
    tried = 0
    for seed in range(SEEDS):
        found = made_up_frames(seed, ClaimView(by, False, counted)).range
        expected = by_hand(made_up(seed), counted, by)
        days = [f"{day:%Y-%m-%d}" for day in found["day"]]
        ends = zip(found["lowest"], found["highest"], strict=True)

        assert dict(zip(days, ends, strict=True)) == expected
        assert days == sorted(expected)
        tried += len(expected)
    assert tried > 100


def test_without_a_range_nothing_is_counted(rows):
    assert claimed_range(troop_rows(rows), Counted.NONE).empty


def test_the_range_says_which_claims_are_behind_it(story):
    frames = claim_frames(story, Selection(), ClaimView())

    assert frames.range["claims"].tolist()[-1] == len(frames.in_range)
    assert set(frames.in_range["state"]) == {"deployed"}
    assert frames.range["highest"].tolist() == [1500, 9000, 9000]


@pytest.mark.parametrize(
    ("claim", "sign", "words"),
    [
        ({"low": 1500, "high": 1500, "bound": "exact"}, "1,500", "1,500"),
        ({"low": 12000, "high": 12000, "bound": "approximate"}, "≈ 12,000", "About 12,000"),
        ({"low": 1500, "high": None, "bound": "at_least"}, "≥ 1,500", "At least 1,500"),
        ({"low": 300000, "high": None, "bound": "more_than"}, "> 300,000", "More than 300,000"),
        ({"low": None, "high": 12000, "bound": "at_most"}, "≤ 12,000", "At most 12,000"),
        ({"low": None, "high": 0.333, "bound": "less_than"}, "< 0.333", "Less than 0.333"),
        ({"low": 3000, "high": 5000, "bound": "between"}, "3,000–5,000", "3,000 to 5,000"),
        ({"low": None, "high": None, "bound": "vague"}, "no number", "No number given"),
        (
            {"low": 0.3333, "high": None, "bound": "more_than", "unit": "share"},
            "> 33.3%",
            "More than 33.3%",
        ),
        ({"low": 10, "high": 10, "bound": "exact", "unit": "ratio"}, "10:1", "10:1"),
        (
            {"low": 10000, "high": 10000, "bound": "exact", "is_increment": True},
            "+ 10,000",
            "10,000 more",
        ),
        (
            {"low": 8000, "high": 8000, "bound": "exact", "part_of": 10000},
            "8,000 of 10,000",
            "8,000 of 10,000",
        ),
    ],
)
def test_a_figure_shows_the_bound_that_its_words_gave(claim, sign, words):
    assert figure_text(claim) == sign
    assert figure_words(claim) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-01", "2031-05-03", "1 to 3 May 2031"),
        (None, "2031-05-03", "until 3 May 2031"),
        ("2031-05-01", None, "from 1 May 2031"),
        (None, None, ""),
    ],
)
def test_the_days_that_a_figure_speaks_of_are_put_in_words(first, last, words):
    assert spoken_text(pd.Timestamp(first), pd.Timestamp(last)) == words


def test_what_several_publishers_carry_is_one_entry_with_all_of_them():
    same = {"claimant": "norland", "low": 500, "high": 500, "bound": "exact", "phrase": "500 men"}
    rows = rows_of(same, same | {"phrase": "500 troops"}, same | {"stance": "alleged"})
    laid = comparison(rows, rows.iloc[:0], {"norland": "Norland"})
    [line] = laid.lines
    entries = line.cells[0]

    assert [(e.ids, e.words, e.stance) for e in entries] == [
        (("a0-x0", "a0-x1"), ("500 men", "500 troops"), "asserted"),
        (("a0-x2",), ("500 men",), "alleged"),
    ]
    assert laid.columns == ("6 May 2031",)


def test_a_claim_of_two_stands_with_both():
    rows = rows_of({"claimant": "norland;sudria"})
    laid = comparison(rows, rows.iloc[:0], {"norland": "Norland", "sudria": "Sudria"})

    assert [(line.name, line.cells[0][0].together_with) for line in laid.lines] == [
        ("Norland", "Sudria"), ("Sudria", "Norland"),
    ]  # fmt: skip


def test_the_comparison_has_columns_for_the_latest_days_and_counts_the_others():
    days = [f"2031-10-{day:02d}" for day in range(1, 31)]
    rows = rows_of(*({"reported_day": day, "claimant": "norland"} for day in days))
    laid = comparison(rows, rows.iloc[:0], {"norland": "Norland"})

    assert len(laid.columns) == MOST_DAYS
    assert laid.left_out == len(days) - MOST_DAYS
    assert laid.columns[-1] == "30 Oct 2031"
    assert [len(cell) for cell in laid.lines[0].cells] == [1] * MOST_DAYS


def test_every_claim_stands_in_the_comparison_and_so_do_the_denials(story, rows):
    for by in ("", SPOKEN):
        denials = denial_rows(story, Selection(), rows)
        laid = comparison(rows, denials, claimant_order(story), by)
        told = [e for line in laid.lines for cell in line.cells for e in cell]

        claims = {name for e in told for name in e.ids if e.state}
        assert claims == set(rows["estimate_id"])
        assert all(len(line.cells) == len(laid.columns) for line in laid.lines)
        assert (laid.lines[-1].group == DENIED) is (by == "")


BASE = {"claimant": "norland", "low": 1500, "high": 1500, "bound": "exact"}


@pytest.mark.parametrize(
    ("other", "sort"),
    [
        ({"low": 12_000, "high": 12_000, "bound": "approximate"}, Sort.TWO_SIZES),
        ({"low": 2000, "high": None, "bound": "at_least"}, Sort.TWO_SIZES),
        ({"state": "preparing"}, Sort.TWO_STATES),
        ({"state": "preparing", "claimant": "sudria"}, Sort.TWO_STATES),
        ({"is_increment": True}, Sort.ON_TOP),
        ({"stance": "alleged"}, Sort.TWO_STANCES),
        ({"low": 1000, "high": None, "bound": "at_least"}, None),
        ({"low": None, "high": 12_000, "bound": "at_most"}, None),
        ({"claimant": "sudria", "low": 9000, "high": 9000}, None),
        ({"state": "preparing", "low": 9000, "high": 9000}, None),
        ({"low": 9000, "high": 9000, "part_of": 10_000}, None),
        ({"low": 9000, "high": 9000, "is_increment": True}, None),
        ({"low": 9000, "high": 9000, "stance": "denied"}, None),
        ({"low": None, "high": None, "bound": "vague"}, None),
        ({"low": 9000, "high": 9000, "unit": "shells"}, None),
        ({}, None),
    ],
)
def test_what_stands_out_is_pointed_out_and_nothing_else(other, sort):
    found = remarks(rows_of(BASE, BASE | other), {"norland": "Norland"})

    assert [remark.sort for remark in found] == ([sort] if sort else [])
    for remark in found:
        assert set(remark.ids) == {"a0-x0", "a0-x1"}
        assert [name for _, name in remark.sides] in (["a0-x0", "a0-x1"], ["a0-x1", "a0-x0"])


def test_the_articles_themselves_are_not_one_claimant():
    nobody = BASE | {"claimant": ""}

    assert remarks(rows_of(nobody, nobody | {"low": 9000, "high": 9000}), {}) == []


def test_a_claim_leads_to_the_claimants_others_and_to_who_denies_it(story):
    others = others_by_claimant(story, "harbour_post-q00")
    denials = denied_by(story, "harbour_post-q00")

    assert "harbour_post-q03" in set(others["estimate_id"])
    assert "harbour_post-q00" not in set(others["estimate_id"])
    assert denials["event_id"].tolist() == ["e_denial"]
    assert denied_by(story, "tarn_courier-q09").empty
    assert others_by_claimant(story, "nobody knows").empty


def test_an_event_leads_to_its_claims_and_back(story):
    claims = claims_of_event(story, "e_move")

    assert claims["estimate_id"].tolist() == [
        "harbour_post-q00", "harbour_post-q01", "evening_mail-q08",
    ]  # fmt: skip
    assert set(claims["event_id"]) == {"e_move"}


def test_the_address_holds_how_claims_are_drawn():
    chosen = {"by": "spoken", "scale": "log", "range": "all", "claim": "a-1"}

    assert decode(encode(chosen, "estimates"), "estimates") == chosen
    assert selection_of(chosen).by == SPOKEN
    assert selection_of({"by": "no such"}).by == ""


def test_what_became_known_of_claims_is_what_is_new_and_what_is_denied_since(story):
    claim = story.estimates[story.estimates["event_id"] != ""].iloc[0]
    others = story.mentions["event_id"] != claim["event_id"]
    denying = story.mentions[~others].head(1).assign(stance="denied")
    silent = replace(story, mentions=story.mentions[others])
    denied = replace(story, mentions=pd.concat([story.mentions[others], denying]))
    said = {claim["estimate_id"]: "9,000 troops"}

    found = claim_changes(silent, denied, said, {**said, "later": "a later claim"})

    assert found.to_dict("records") == [
        {"item_id": claim["estimate_id"], "title": "9,000 troops", "change": "contradicted",
         "before": "nobody denied it", "now": "denied"},
        {"item_id": "later", "title": "a later claim", "change": "new", "before": "", "now": ""},
    ]  # fmt: skip
    assert claim_changes(denied, denied, said, said).empty

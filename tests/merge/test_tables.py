"""From mentions to tables: status, counts, days, titles, names that last."""

from datetime import date
from itertools import permutations

import pandas as pd
import pytest

from dateline.merge.rows import status_of
from dateline.merge.tables import merge
from dateline.model import (
    Bound,
    CountRange,
    DateRange,
    Estimate,
    EventKind,
    Figure,
    Finding,
    FindingKind,
    Problem,
    ProblemKind,
    Span,
    Stance,
    State,
    Status,
)
from dateline.schema import Actors, Articles, Estimates, Events, Findings, Mentions, Problems
from tests.merge.factory import (
    ACTORS,
    article,
    day,
    days,
    event_ids,
    extraction,
    mention,
    merged,
    month,
)

SUMMONS, STATEMENT, DEPLOYMENT = EventKind.SUMMONS, EventKind.STATEMENT, EventKind.DEPLOYMENT
EARLY, LATE = date(2031, 5, 6), date(2031, 5, 9)


def summons(of="a", reading=None, at=0, **given):
    given = {"actors": "france", "targets": "envoy"} | given
    return mention("France summoned the envoy.", SUMMONS, reading, of=of, at=at, **given)


def sends(of="a", reading=None, at=0, **given):
    text = "France sent 900 soldiers to Italy."
    return mention(
        text, DEPLOYMENT, reading, of=of, at=at, actors="france", targets="italy", **given
    )


def only_event(tables):
    [event] = tables[Events].itertuples()
    return event


def test_two_retellings_count_once():
    articles = [article("a"), article("b", derived_from="a"), article("c", derived_from="a")]
    event = only_event(merged(*[summons(name, day(5)) for name in "abc"], articles=articles))

    assert (event.article_count, event.publisher_count) == (3, 1)


def test_two_publishers_count_twice():
    articles = [
        article("a", text="The envoy came at noon and left without a word to anybody there."),
        article("b", text="Nobody had seen the diplomat arrive, but he was seen to go at one."),
    ]
    event = only_event(merged(summons("a", day(5)), summons("b", day(5)), articles=articles))

    assert (event.article_count, event.publisher_count) == (2, 2)


def test_an_article_that_tells_an_event_twice_counts_once():
    event = only_event(merged(summons("a", day(5)), summons("a", day(5), at=90)))

    assert (event.article_count, event.publisher_count) == (1, 1)


def test_reported_days_are_those_of_the_articles():
    articles = [article("a", EARLY), article("b", LATE)]
    event = only_event(merged(summons("a", day(5)), summons("b", day(5)), articles=articles))

    assert event.first_reported_day == pd.Timestamp(EARLY)
    assert event.last_reported_day == pd.Timestamp(LATE)


def test_a_mention_is_never_dropped():
    told = [
        summons("a", day(5)),
        summons("b"),
        summons("b", day(12), at=80),
        sends("a", month(5), at=80),
        sends("c", stance=Stance.DENIED),
        sends("c", stance=Stance.PLANNED, at=80),
    ]
    tables = merged(*told)

    assert sorted(tables[Mentions]["mention_id"]) == sorted(m.mention_id for m in told)
    assert set(tables[Mentions]["event_id"]) == set(tables[Events]["event_id"])
    assert (tables[Mentions]["merge_rule"] != "").all()


def test_a_range_is_narrowed_to_what_all_allow():
    event = only_event(
        merged(sends("a", month(5)), sends("b", days(1, 10)), sends("c", days(6, 20)))
    )

    assert event.first_day == pd.Timestamp("2031-05-06")
    assert event.last_day == pd.Timestamp("2031-05-10")


def test_a_mention_keeps_its_own_days():
    mentions = merged(sends("a", month(5)), sends("b", days(2, 10)))[Mentions]

    assert mentions["edtf"].tolist() == ["2031-05", "2031-05-02/2031-05-10"]


def test_an_undated_event_has_no_days():
    event = only_event(merged(summons("a")))

    assert pd.isna(event.first_day)
    assert pd.isna(event.last_day)
    assert pd.isna(event.precision)
    assert event.edtf == ""


ASSERTED, CONFIRMED, ALLEGED = Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED
DENIED, PLANNED, CONDITIONAL = Stance.DENIED, Stance.PLANNED, Stance.CONDITIONAL


@pytest.mark.parametrize(
    ("stances", "status"),
    [
        ([ASSERTED], Status.REPORTED),
        ([ALLEGED], Status.REPORTED),
        ([CONFIRMED], Status.CONFIRMED),
        ([ASSERTED, CONFIRMED], Status.CONFIRMED),
        ([DENIED, ASSERTED], Status.CONTESTED),
        ([DENIED, CONFIRMED], Status.CONTESTED),
        ([DENIED, ALLEGED], Status.CONTESTED),
        ([DENIED], Status.DENIED),
        ([DENIED, PLANNED], Status.DENIED),
        ([PLANNED], Status.PLANNED),
        ([PLANNED, CONDITIONAL], Status.PLANNED),
        ([PLANNED, ASSERTED], Status.REPORTED),
    ],
)
def test_the_status_of_a_deed(stances, status):
    told = [sends(stance=stance, at=90 * at) for at, stance in enumerate(stances)]

    for order in permutations(told):
        assert status_of(DEPLOYMENT, order) is status


@pytest.mark.parametrize("kind", [STATEMENT, EventKind.INTELLIGENCE_REPORT])
@pytest.mark.parametrize("stance", [ASSERTED, CONFIRMED, ALLEGED, DENIED])
def test_a_saying_took_place_whatever_it_denies(kind, stance):
    told = [mention("Brun spoke.", kind, stance=stance)]

    assert status_of(kind, told) is Status.REPORTED


def test_a_denied_and_an_asserted_telling_make_a_contested_event():
    event = only_event(merged(sends("a", month(5)), sends("b", stance=DENIED)))

    assert event.status == "contested"


def test_a_plan_and_a_deed_stay_two_events():
    events = merged(sends("a"), sends("b", stance=PLANNED))[Events]

    assert sorted(events["status"].astype(str)) == ["planned", "reported"]


def test_an_article_added_later_renames_no_event():
    early = [summons("a", day(5)), sends("a", month(5), at=80), summons("a", day(12), at=160)]
    late = [
        summons("b"),
        summons("b", day(2), at=80),
        sends("b", days(1, 4), at=160),
        summons("b", day(20), at=240),
    ]
    before = event_ids(merged(*early, articles=[article("a", EARLY)])[Mentions])
    tables = merged(*early, *late, articles=[article("a", EARLY), article("b", LATE)])

    after = event_ids(tables[Mentions])
    assert {key: after[key] for key in before} == before
    assert tables[Events]["event_id"].is_unique


def test_an_article_of_a_lower_name_but_a_later_day_renames_no_event():
    early, late = summons("b", day(5)), summons("a", day(5))
    before = event_ids(merged(early, articles=[article("b", EARLY)])[Mentions])

    both = merged(late, early, articles=[article("a", LATE), article("b", EARLY)])
    assert event_ids(both[Mentions])[early.mention_id] == before[early.mention_id]


def test_the_order_of_the_articles_changes_nothing():
    told = [
        summons("a", day(5)),
        summons("b"),
        summons("c", day(12)),
        sends("a", month(5), at=80),
        sends("b", days(1, 10), at=80),
        sends("c", stance=DENIED, at=80),
    ]
    articles = [article("a", EARLY), article("b", EARLY), article("c", LATE)]
    tables = [merged(*told, articles=list(order)) for order in permutations(articles)]

    for other in tables[1:]:
        pd.testing.assert_frame_equal(other[Events], tables[0][Events])
        assert event_ids(other[Mentions]) == event_ids(tables[0][Mentions])


def test_events_come_earliest_first_and_the_undated_last():
    told = [
        summons("a", day(12)),
        sends("a", None, at=80),
        summons("a", day(5), at=160),
        mention("France voted.", EventKind.VOTE, day(1), at=240, actors="france"),
    ]

    edtf = merged(*told)[Events]["edtf"].tolist()
    assert edtf == ["2031-05-01", "2031-05-05", "2031-05-12", ""]


def test_actors_are_named_once_and_not_again_as_targets():
    event = only_event(
        merged(
            summons("a", day(5)),
            summons("b", day(5), actors="france brun", targets="envoy"),
            summons("c", day(5), actors="", targets="france envoy"),
        )
    )

    assert event.actor_ids == "france;brun"
    assert event.target_ids == "envoy"


LABEL = "France summoned the envoy"


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ({"title": "Summons of an envoy"[:17]}, {"title": LABEL}),
        ({"title": LABEL + " and told her a good deal more than that today"}, {"title": LABEL}),
        ({"title": "France: the envoy summoned"}, {"title": LABEL}),
        ({"title": "The envoy was summoned", "actors": ""}, {"title": LABEL}),
        ({"title": "France to summon the envoy", "stance": DENIED}, {"title": LABEL}),
        ({"title": "The envoy came to France", "reading": None}, {"title": LABEL}),
    ],
)
def test_the_clearest_title_is_the_event_s(worse, better):
    """Of a label's length, a clause, with its actor, told as done, dated: in this order."""
    dated = {"reading": day(5)}
    for names in ("ab", "ba"):
        pair = [
            summons(name, **(dated | given))
            for name, given in zip(names, (worse, better), strict=True)
        ]
        assert only_event(merged(*pair)).title == LABEL


def test_a_title_with_a_verb_is_better_than_a_gerund():
    text = "Nobody saw France summoning the envoy again."
    gerund = mention(text, SUMMONS, day(5), title="France summoning the envoy", cue="summoning",
                     actors="france", targets="envoy")  # fmt: skip

    assert only_event(merged(gerund, summons("b", day(5), title=LABEL))).title == LABEL


def test_any_title_is_better_than_none():
    assert only_event(merged(summons("a", day(5), title="Summons"))).title == "Summons"


def estimate(of="a", as_of=None, mention_id="", claimants=("watch",)):
    figure = Figure(
        Span(12, 24), Span(12, 15), CountRange(900, 900, Bound.EXACT), "troops", State.DEPLOYED, "x"
    )
    return Estimate(
        estimate_id=f"{of}-e",
        article_id=of,
        mention_id=mention_id,
        sentence=Span(0, 34),
        sentence_text="France sent 900 soldiers to Italy.",
        figure=figure,
        phrase="900 soldiers",
        force_id="france",
        claimants=claimants,
        claimant_text="the Watch",
        relayed_by=("brun", "rossi"),
        stance=Stance.ALLEGED,
        as_of=as_of,
        as_of_basis="figure" if as_of else "report",
        state_rule="x",
    )


def estimates_of(*mentions, **given):
    given_by = extraction(mentions=tuple(mentions), estimates=(estimate(**given),))
    tables = merge([given_by], [article("a", EARLY)], ACTORS)
    [row] = tables[Estimates].itertuples()
    return row, tables


def test_an_estimate_leads_to_the_event_of_its_mention():
    deed = sends("a", month(5))
    row, tables = estimates_of(deed, mention_id=deed.mention_id)

    assert [row.event_id] == tables[Events]["event_id"].tolist()
    assert (row.claimant, row.relayed_by) == ("watch", "brun;rossi")


def test_an_estimate_without_an_event_stands_alone():
    row, tables = estimates_of()

    assert row.event_id == ""
    assert tables[Events].empty


def test_an_estimate_without_days_speaks_of_the_day_of_its_report():
    row, _ = estimates_of()
    dated, _ = estimates_of(as_of=month(4))

    assert row.as_of_first == row.as_of_last == row.reported_day == pd.Timestamp(EARLY)
    assert (dated.as_of_first, dated.as_of_last) == (
        pd.Timestamp("2031-04-01"),
        pd.Timestamp("2031-04-30"),
    )


def test_an_open_as_of_stays_open():
    since = DateRange(date(2031, 4, 1), None, month(4).precision)
    row, _ = estimates_of(as_of=since)

    assert row.as_of_first == pd.Timestamp("2031-04-01")
    assert pd.isna(row.as_of_last)


def test_listed_actors_stay_and_made_ones_only_where_used():
    used, unused = (
        type(ACTORS[0])(name, name.title(), (), ACTORS[0].kind, "") for name in ("malta", "chad")
    )
    told = summons("a", day(5), targets="malta")
    tables = merge([extraction(mentions=(told,), actors=(used, unused))], [article("a")], ACTORS)

    ids = tables[Actors]["actor_id"].tolist()
    assert ids == sorted([*(actor.actor_id for actor in ACTORS), "malta"])
    counts = tables[Actors].set_index("actor_id")["mention_count"]
    assert (counts["france"], counts["malta"], counts["spain"]) == (1, 1, 0)


def test_problems_are_kept_as_they_are():
    problem = Problem("a", Span(3, 8), "words", ProblemKind.UNRESOLVED_DATE, "vague")
    tables = merge([extraction(problems=(problem,))], [article("a")], ACTORS)

    [row] = tables[Problems].itertuples()
    assert (row.start, row.end, row.text, row.reason) == (3, 8, "words", "vague")


def test_findings_are_kept_as_they_are():
    finding = Finding("a", Span(3, 8), "words", FindingKind.DATE, "2031-05", "month")
    tables = merge([extraction(findings=(finding,))], [article("a")], ACTORS)

    [row] = tables[Findings].itertuples()
    assert (row.start, row.end, row.text, row.value, row.rule) == (
        3,
        8,
        "words",
        "2031-05",
        "month",
    )


def test_nothing_gives_tables_without_rows():
    tables = merge([], [], [])

    assert all(frame.empty for frame in tables.values())
    assert set(tables) == {Articles, Mentions, Events, Estimates, Actors, Findings, Problems}

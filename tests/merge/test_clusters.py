"""Which mentions are one event: one act told twice, and two acts told alike."""

from datetime import date
from itertools import permutations

import pytest

from dateline.merge.clusters import (
    SINGULAR,
    channels_of,
    days_agree,
    large_numbers,
    narrowed,
    place_words,
)
from dateline.model import DateRange, EventKind, Precision, Stance
from tests.merge.factory import are_one, article, day, days, grouped, mention, month

SUMMONS, CALL, VOTE = EventKind.SUMMONS, EventKind.CALL, EventKind.VOTE
STATEMENT, REPORT = EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT
DEPLOYMENT, MEETING, ATTACK = EventKind.DEPLOYMENT, EventKind.MEETING, EventKind.ATTACK


def summons(text, reading=None, **given):
    return mention(text, SUMMONS, reading, actors="france", targets="envoy", **given)


MONDAY = "France summoned the envoy on Monday."
AGAIN = "The envoy had been called in by France."


def test_the_same_summons_told_dated_and_undated_is_one_event():
    assert are_one(summons(MONDAY, day(5)), summons(AGAIN, of="b"))


def test_summonses_on_different_days_are_two():
    assert not are_one(summons(MONDAY, day(5)), summons(MONDAY, day(12), of="b"))


def test_an_undated_summons_joins_one_of_two_and_drops_none():
    found = grouped(
        summons(MONDAY, day(5)), summons(MONDAY, day(12), of="b"), summons(AGAIN, of="c")
    )

    assert sorted(map(len, found)) == [1, 2]


def test_summonses_of_other_envoys_are_two():
    other = mention("France summoned Ada Rossi.", SUMMONS, day(5), of="b", targets="rossi")

    assert not are_one(
        mention("Spain summoned the envoy.", SUMMONS, day(5), actors="spain", targets="brun"),
        other,
    )


def test_two_kinds_are_two_events():
    assert not are_one(
        summons(MONDAY, day(5)), mention(MONDAY, STATEMENT, day(5), of="b", actors="france")
    )


def says(text, reading=None, who="brun", **given):
    return mention(text, STATEMENT, reading, actors=who, **given)


def test_statements_of_one_person_on_one_day_about_one_thing_are_one():
    assert are_one(
        says("Brun said the port was shut on Monday.", day(5)),
        says("On Monday Brun declared the port shut.", day(5), of="b"),
    )


def test_statements_of_two_persons_are_two():
    text = "On Monday {} said that the port was shut."

    assert not are_one(
        says(text.format("Brun"), day(5)), says(text.format("Rossi"), day(5), "rossi", of="b")
    )


def test_statements_of_one_person_on_two_days_are_two():
    text = "Brun said that the port was shut."

    assert not are_one(says(text, day(5)), says(text, day(6), of="b"))


def test_a_quotation_brings_an_undated_statement_home():
    assert are_one(
        says("Brun called the closure “a grave mistake” on Monday.", day(5)),
        says("It was “a grave mistake”, Brun has said.", of="b"),
    )


def test_undated_statements_of_one_person_about_different_things_are_two():
    assert not are_one(
        says("Brun praised the nurses of the northern wards."),
        says("Brun warned of rising floods along both rivers.", of="b"),
    )


def test_a_statement_that_goes_on_in_the_next_sentence_is_one():
    first = "Brun said that the port was shut."

    assert are_one(says(first), says("He added nothing of note.", at=len(first) + 1))


def test_a_body_reports_once_a_day():
    assert are_one(
        mention(
            "The Watch confirmed on Friday that ships had left.", REPORT, day(2), actors="watch"
        ),
        mention("Friday's pictures came from the Watch.", REPORT, day(2), of="b", actors="watch"),
    )


def sends(text, reading=None, **given):
    given = {"actors": "france", "targets": "italy"} | given
    return mention(text, DEPLOYMENT, reading, **given)


def test_a_planned_deed_never_joins_one_that_was_done():
    plan = sends("France will send 900 soldiers to Italy.", stance=Stance.PLANNED)
    deed = sends("France has sent 900 soldiers to Italy.", of="b")

    assert not are_one(plan, deed)


@pytest.mark.parametrize("stance", [Stance.PLANNED, Stance.CONDITIONAL])
def test_a_plan_does_not_join_a_deed_of_the_same_month(stance):
    plan = sends("France may send 900 soldiers to Italy in May.", month(5), stance=stance)
    deed = sends("France sent 900 soldiers to Italy in May.", month(5), of="b")

    assert not are_one(plan, deed)


def test_a_planned_deed_never_joins_one_done_on_the_day():
    """A plan for a day is news before it; what was done on it is another statement of fact."""
    plan = sends("France will send 900 soldiers on 5 May.", day(5), stance=Stance.PLANNED)
    deed = sends("France sent 900 soldiers on 5 May.", day(5), of="b")

    assert not are_one(plan, deed)


def test_a_denial_and_an_assertion_are_of_one_event():
    assert are_one(
        sends("France sent 900 soldiers to Italy in May.", month(5)),
        sends("France denied it sent soldiers to Italy.", of="b", stance=Stance.DENIED),
    )


def test_one_deed_in_wide_and_narrow_words_is_one():
    assert are_one(
        sends("France sent 900 soldiers to Italy early in May.", days(1, 10)),
        sends("In May 900 French soldiers were sent to Italy.", month(5), of="b"),
    )


def test_one_article_that_dates_two_deeds_differently_tells_two():
    assert not are_one(
        sends("France sent 900 soldiers to Italy in May.", month(5)),
        sends("France sent 900 soldiers to Italy on 3 May.", day(3), at=80),
    )


def test_deeds_in_other_places_are_two():
    strike = "A missile hit the depot at {} on Monday."

    assert not are_one(
        mention(strike.format("Port Emil"), ATTACK, day(5), place="Port Emil"),
        mention(strike.format("Tarnow"), ATTACK, day(5), of="b", place="Tarnow"),
    )


def test_deeds_of_parties_without_any_in_common_are_two():
    text = "Soldiers were sent over the border in May."

    assert not are_one(
        sends(text, month(5), actors="france", targets=""),
        sends(text, month(5), of="b", actors="spain", targets=""),
    )


def test_a_person_stands_for_the_state():
    assert are_one(
        mention("Brun phoned the envoy.", CALL, day(5), actors="brun", targets="envoy"),
        mention("France phoned Italy.", CALL, day(5), of="b", actors="france", targets="italy"),
    )


@pytest.mark.parametrize("kind", sorted(SINGULAR))
def test_an_act_that_happens_once_a_day_is_one_in_whatever_words(kind):
    assert are_one(
        mention("It was done at noon.", kind, day(5), actors="france"),
        mention("What nobody expected came to pass.", kind, day(5), of="b", actors="france"),
    )


def test_the_oldest_war_does_not_swallow_the_news():
    old = DateRange(date(1950, 1, 1), date(1953, 12, 31), Precision.INTERVAL)

    assert not are_one(
        mention("The war with Italy of 1950-53.", ATTACK, old, actors="france"),
        mention("The war with Italy ended.", ATTACK, day(5), of="b", actors="france"),
    )


SIX = [
    summons(MONDAY, day(5)),
    summons(AGAIN, of="b"),
    says("Brun called the closure “a grave mistake” on Monday.", day(5), at=60),
    says("It was “a grave mistake”, Brun has said.", of="b", at=60),
    sends("France sent 900 soldiers to Italy in May.", month(5), of="c"),
    sends("France denied it sent soldiers to Italy.", of="c", at=60, stance=Stance.DENIED),
]


def test_every_mention_is_in_exactly_one_event():
    found = grouped(*SIX)

    assert sum(map(len, found)) == len(SIX)
    assert set().union(*found) == {m.mention_id for m in SIX}


def test_the_order_of_the_mentions_changes_nothing():
    expected = sorted(map(sorted, grouped(*SIX)))

    for order in list(permutations(SIX))[::37]:
        assert sorted(map(sorted, grouped(*order))) == expected


def test_no_mention_no_event():
    assert grouped() == []


def test_posts_on_one_network_are_one_only_within_days():
    post = "Brun wrote on X."
    fresh = {name: article(name, date(2031, 5, 7)) for name in "ab"}
    stale = {"a": article("a", date(2031, 1, 7)), "b": article("b", date(2031, 5, 7))}
    pair = says(post), says("On X, Brun commented briefly.", of="b")

    assert len(grouped(*pair, articles=fresh)) == 1
    assert len(grouped(*pair, articles=stale)) == 2


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (day(5), day(5), "same day"),
        (day(5), day(6), "apart"),
        (day(5), None, "unknown"),
        (None, None, "unknown"),
        (day(5), month(5), "overlap"),
        (day(5), month(6), "apart"),
        (days(1, 7), days(7, 9), "overlap"),
        (days(1, 6), days(7, 9), "apart"),
        (day(5), DateRange.around(date(2031, 1, 1), Precision.YEAR), "unknown"),
        (DateRange(date(2031, 5, 5), None, Precision.INTERVAL), day(5), "apart"),
        (
            DateRange(date(2031, 5, 5), None, Precision.INTERVAL),
            DateRange(date(2031, 5, 5), date(2031, 9, 1), Precision.INTERVAL),
            "apart",
        ),
        (DateRange(date(2031, 5, 5), None, Precision.INTERVAL), month(5), "apart"),
        (DateRange(date(2031, 6, 1), None, Precision.INTERVAL), day(5), "apart"),
    ],
)
def test_days_agree_both_ways(one, other, agree):
    assert days_agree(one, other) == agree
    assert days_agree(other, one) == agree


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, month(5), month(5)),
        (month(5), day(5), day(5)),
        (day(5), month(5), day(5)),
        (days(1, 7), days(5, 9), days(5, 7)),
        (month(5), days(1, 7), days(1, 7)),
    ],
)
def test_a_range_is_narrowed_to_what_both_allow(one, other, expected):
    found = narrowed(one, other)

    assert (found.first, found.last, found.precision) == (
        expected.first,
        expected.last,
        expected.precision,
    )


def test_ranges_that_never_meet_are_not_narrowed():
    assert narrowed(day(5), day(6)) == day(5)


def test_an_open_end_is_not_narrowed():
    since = DateRange(date(2031, 5, 5), None, Precision.INTERVAL)

    assert narrowed(since, month(5)) == since
    assert narrowed(month(5), since) == month(5)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It sent 1,500 men and 300 boats.", {"1500", "300"}),
        ("It sent 1500 men.", {"1500"}),
        ("It sent 12 men in 1998 and 2031.", set()),
        ("In 1,998 places", set()),
        ("", set()),
    ],
)
def test_large_numbers_are_those_that_are_no_years(text, numbers):
    assert large_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("She wrote on X that all was well.", {"X"}),
        ("On Twitter she wrote and on Telegram too.", {"X", "Telegram"}),
        ("She wrote on paper.", set()),
        ("She wrote on Xenon.", set()),
    ],
)
def test_channels_are_networks(text, networks):
    assert channels_of(text) == networks


def test_a_place_is_known_by_its_names():
    assert place_words("the eastern Tarn region") == {"tarn"}
    assert place_words("the border") == set()

"""Which mentions are one event: one act told twice, and two acts told alike."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from dateline.merge.kinds import INCIDENTS, SINGULAR
from dateline.model import DateRange, EventKind, Precision, Stance
from tests.merge.factory import are_one, article, day, days, grouped, mention, month, rules_of

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


def test_a_plan_for_a_day_and_the_deed_of_that_day_are_one_event():
    """Announced, then done: between the same parties that is one event, reported as done."""
    plan = sends("France will send 900 soldiers on 5 May.", day(5), stance=Stance.PLANNED)
    deed = sends("France sent 900 soldiers on 5 May.", day(5), of="b")

    assert are_one(plan, deed)


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


def of_one_story(*names):
    """Articles that name the same places, so that they can only tell one story."""
    return {name: article(name, text=f"{name}: at Port Emil, on Selm.") for name in names}


@pytest.mark.parametrize("kind", sorted(SINGULAR))
def test_an_act_that_happens_once_a_day_is_one_in_whatever_words(kind):
    told = [
        mention("It was done at noon.", kind, day(5), actors="france"),
        mention("What nobody expected came to pass.", kind, day(5), of="b", actors="france"),
    ]

    assert len(grouped(*told, articles=of_one_story("a", "b"))) == 1


@pytest.mark.parametrize("kind", sorted(SINGULAR & INCIDENTS))
def test_incidents_of_one_day_in_articles_of_two_stories_are_two(kind):
    assert not are_one(
        mention("It was done at noon.", kind, day(5)),
        mention("What nobody expected came to pass.", kind, day(5), of="b"),
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
    fresh = {"a": article("a", date(2031, 5, 3)), "b": article("b", date(2031, 5, 7))}
    stale = {"a": article("a", date(2031, 5, 2)), "b": article("b", date(2031, 5, 7))}
    pair = says(post), says("On X, Brun commented briefly.", of="b")

    assert len(grouped(*pair, articles=fresh)) == 1
    assert len(grouped(*pair, articles=stale)) == 2


def other(text, reading=None, **given):
    return mention(text, EventKind.OTHER, reading, **given)


def quake(text, reading=None, **given):
    return mention(text, EventKind.DISASTER, reading, **given)


FLOODS = "Brun warned that rising floods threaten the old mills of Tarn."
MILLS = "The floods threaten the mills of Tarn, Brun has warned again."

GARRISON = "The garrison in the northern hills got soldiers, lorries and warm tents."

# For each rule two tellings that it joins, and the same with one thing changed, which it does not.
JOINS = {
    "same_act_same_day": (
        (summons(MONDAY, day(5)), summons("It came to pass.", day(5), of="b")),
        (summons(MONDAY, day(5)), summons(MONDAY, day(6), of="b")),
    ),
    "same_act_same_days": (
        (summons(MONDAY, day(5)), summons("It came to pass.", days(1, 9), of="b")),
        (summons(MONDAY, day(5)), summons(MONDAY, days(6, 9), of="b")),
    ),
    "same_act_undated": (
        (summons(MONDAY, day(5)), summons("It came to pass.", of="b")),
        (summons(MONDAY, day(5)), mention("It came to pass.", SUMMONS, of="b", actors="france")),
    ),
    "same_deed_same_day": (
        (sends("It moved nine boats.", day(5)), sends("Others came.", day(5), of="b")),
        (
            sends("It moved nine boats.", day(5), targets=""),
            sends("Others came.", day(5), of="b", targets=""),
        ),
    ),
    "same_deed_same_days": (
        (sends("It moved nine boats.", day(5)), sends("Others came.", days(1, 9), of="b")),
        (
            sends("It moved nine boats.", day(5), targets=""),
            sends("Others came.", days(1, 9), of="b", targets=""),
        ),
    ),
    "same_deed_undated": (
        (sends(GARRISON, day(5)), sends("Whole companies of soldiers came ashore.", of="b")),
        (
            sends(GARRISON, day(5), targets=""),
            sends("Whole companies of soldiers came ashore.", of="b", targets=""),
        ),
    ),
    "same_doer_undated": (
        (
            sends(GARRISON, day(5), targets=""),
            sends(
                "Soldiers with tents came ashore before dawn, wet and tired after crossing.",
                of="b",
                targets="",
            ),
        ),
        (
            sends(GARRISON, day(5), targets=""),
            sends("Whole companies came ashore at dawn.", of="b", targets=""),
        ),
    ),
    "same_words": (
        (other("The old bridge was shut.", day(5)), other("The bridge was shut.", day(5), of="b")),
        (other("The old bridge was shut.", day(5)), other("The bridge was shut.", of="b")),
    ),
    "same_speaker_and_quote": (
        (says("He called it “a grave mistake”.", day(5)), says("“Grave mistake”.", day(5), of="b")),
        (says("He called it “a grave mistake”.", day(5)), says("“Grave mistake”.", day(6), of="b")),
    ),
    "same_speaker_and_quote_undated": (
        (says("He called it “a grave mistake”.", day(5)), says("“Grave mistake”.", of="b")),
        (says("He called it “a grave mistake”.", day(5)), says("“Good choice”.", of="b")),
    ),
    "same_body_same_day": (
        (
            mention("The Watch spoke.", REPORT, day(5), actors="watch"),
            mention("Pictures came.", REPORT, day(5), of="b", actors="watch"),
        ),
        (
            mention("The Watch spoke.", REPORT, day(5), actors="watch"),
            mention("Pictures came.", REPORT, day(6), of="b", actors="watch"),
        ),
    ),
    "same_speaker_same_figure": (
        (says("Brun counted 900 tents.", day(5)), says("He spoke of 900 people.", of="b")),
        (says("Brun counted 900 tents.", day(5)), says("He spoke of 800 people.", of="b")),
    ),
    "same_speaker_same_day": (
        (says(FLOODS, day(5)), says(MILLS, day(5), of="b")),
        (says(FLOODS, day(5)), says("The nurses deserve praise.", day(5), of="b")),
    ),
    "same_speaker_same_days": (
        (says(FLOODS, day(5)), says(MILLS, days(1, 9), of="b")),
        (says(FLOODS, day(5)), says("The nurses deserve praise.", days(1, 9), of="b")),
    ),
    "same_passage": (
        (says("Brun spoke."), says("It rained.", at=12)),
        (says("Brun spoke."), says("It rained.", at=90)),
    ),
    "same_speaker_alike": (
        (says(FLOODS), says(MILLS, of="b")),
        (says(FLOODS, who="france"), says(MILLS, of="b", who="france")),
    ),
    "same_speaker_same_channel": (
        (says("He wrote on X."), says("On X, briefly.", of="b")),
        (says("He wrote on X."), says("On Telegram, briefly.", of="b")),
    ),
    "same_side_denies": (
        (
            says(FLOODS, who="watch", stance=Stance.DENIED),
            says(MILLS, of="b", who="france", stance=Stance.DENIED),
        ),
        (
            says(FLOODS, who="watch", stance=Stance.DENIED),
            says(MILLS, of="b", who="italy", stance=Stance.DENIED),
        ),
    ),
}


@pytest.mark.parametrize("rule", JOINS)
def test_each_rule_joins_what_it_is_for(rule):
    together, apart = JOINS[rule]

    assert rules_of(*together) == {rule}
    assert rule not in rules_of(*apart)


@pytest.mark.parametrize("rule", JOINS)
def test_what_a_rule_is_not_for_stays_two_events(rule):
    _, apart = JOINS[rule]

    assert not are_one(*apart)


def test_an_assertion_of_one_side_is_not_the_denial_of_the_other_s():
    assert not are_one(
        says(FLOODS, who="watch", stance=Stance.DENIED), says(MILLS, of="b", who="france")
    )


def test_a_denial_is_not_the_statement_made_on_another_day():
    assert not are_one(
        says("Brun counted 900 tents.", day(5)),
        says("Brun denied there were 900 tents.", of="b", stance=Stance.DENIED),
    )


@pytest.mark.parametrize("kind", sorted(INCIDENTS))
def test_an_incident_is_one_whoever_is_named_beside_it(kind):
    told = [
        mention("The ferry went down at noon.", kind, day(5), actors="france"),
        mention("At noon it went down.", kind, day(5), of="b", actors="spain"),
    ]

    assert len(grouped(*told, articles=of_one_story("a", "b"))) == 1


def test_an_earlier_quake_is_another_one():
    assert not are_one(
        quake("A quake shook the town on Monday.", day(5), cue="quake"),
        quake("An earlier quake shook the town.", of="b", cue="quake"),
    )


def test_an_undated_telling_is_not_of_something_long_past():
    old = DateRange.day(date(2030, 10, 5))

    assert not are_one(
        mention(
            "France and Italy signed the pact.", EventKind.AGREEMENT, old, actors="france italy"
        ),
        mention("A deal was struck.", EventKind.AGREEMENT, of="b", actors="france italy"),
    )


def test_a_role_that_anybody_can_have_is_no_party():
    assert not are_one(
        sends("It moved nine boats.", day(5), actors="officials", targets="leaders"),
        sends("Others came.", days(1, 9), of="b", actors="officials", targets="leaders"),
    )


def test_the_best_dated_telling_leads_and_an_inherited_day_follows():
    told = summons(MONDAY, day(5), of="b")
    inherited = summons("The envoy came.", day(5), of="a", inherited=True)

    [members] = grouped(inherited, told)
    assert members == {told.mention_id, inherited.mention_id}
    assert rules_of(inherited, told) == {"same_act_same_day"}


def test_a_mention_joins_the_event_that_it_fits_best():
    monday, friday = summons(MONDAY, day(5)), summons(MONDAY, day(9), of="b")
    again = summons("On Friday, the envoy was called in.", day(9), of="c")

    assert {friday.mention_id, again.mention_id} in grouped(monday, friday, again)


QUAKE = quake("A quake shook the old town on Monday.", day(5), cue="quake")


def joined(*told):
    """The rules that join tellings by articles of one story."""
    return rules_of(*told, articles=of_one_story(*{each.article_id for each in told}))


def test_the_quake_is_the_one_that_the_article_told_before():
    assert rules_of(
        QUAKE, quake("The quake left many ruins in outlying places.", at=200, cue="quake")
    ) == {"the_one_of_the_article"}


def test_a_quake_that_is_not_named_as_known_is_another():
    assert not are_one(QUAKE, quake("A quake left ruins.", at=200, cue="quake"))


def test_the_quake_is_neither_of_two():
    second = quake("A quake shook the coast on Tuesday.", day(6), at=150, cue="quake")
    found = grouped(QUAKE, second, quake("The quake left ruins.", at=300, cue="quake"))

    assert sorted(map(len, found)) == [1, 1, 1]


def test_a_first_sentence_tells_the_incident_that_the_article_dates_later():
    lead = quake("A tremor flattened four villages and a mill in the northern hills.", cue="tremor")
    dated = quake("Houses fell in the quake on Monday.", day(5), at=200, cue="quake")

    assert rules_of(lead, dated) == {"the_one_of_the_article"}


def test_the_quake_of_another_article_of_the_story_is_the_same():
    again = quake(
        "After the tremor foreign helpers with 1,400 blankets reached 230 isolated districts.",
        of="b",
        cue="tremor",
    )

    assert joined(QUAKE, again) == {"the_one_of_the_story"}
    assert not are_one(QUAKE, again)


def test_what_an_article_tells_of_old_is_not_meant_by_the_quake():
    old = quake("A quake shook the town in May 2029.", DateRange.day(date(2029, 5, 5)), cue="quake")

    assert not are_one(old, quake("The quake left ruins.", at=200, cue="quake"))


CLASH = mention("Spanish guns struck the Selm fort on Monday.", ATTACK, day(5), cue="struck")
CLASHED = "The Spanish clashed with others at Selm."


def test_an_article_may_tell_the_same_of_the_same_day_without_a_cue():
    assert joined(CLASH, other(CLASHED, day(5), of="b")) == {"retold"}


def test_it_tells_another_thing_on_another_day_or_in_another_story():
    assert not joined(CLASH, other(CLASHED, day(6), of="b"))
    assert are_one(CLASH, other(CLASHED, day(5), of="b")) is False


def test_one_article_tells_two_things_of_one_day_by_two_kinds():
    assert not are_one(CLASH, other(CLASHED, day(5), at=200))


def test_what_speaks_of_another_kind_needs_more_to_be_the_same():
    vote = "The Spanish chamber voted on Monday."

    assert not joined(CLASH, other(vote, day(5), of="b"))


def test_news_of_a_statement_without_a_verb_of_saying_is_that_statement():
    said = mention("The Watch said that 900 tents had left Selm.", REPORT, day(5), actors="watch")
    news = "The Watch first made the move from Selm public on Monday."

    assert joined(said, other(news, day(5), of="b", actors="watch")) == {"reported"}
    assert not joined(said, other(news, day(5), of="b", actors="rossi"))


def test_the_same_words_of_one_day_are_one_statement_where_one_names_nobody():
    text = "The closure of the Selm mills was a scandal, a crowd heard on Monday."
    named, unnamed = says(text, day(5)), says(text, day(5), who="", of="b")

    assert rules_of(named, unnamed) == {"same_words_same_day"}
    assert not are_one(named, says("Nurses were praised.", day(5), who="", of="b"))


def test_what_a_body_and_its_state_say_in_one_day_of_one_matter_is_one_statement():
    assert rules_of(
        says(FLOODS, day(5), who="watch"), says(MILLS, day(5), who="france", of="b")
    ) == {"same_side_same_day"}
    assert not are_one(says(FLOODS, day(5), who="watch"), says(MILLS, day(5), who="italy", of="b"))


def test_what_is_told_of_a_day_to_come_is_no_deed():
    """Whatever the verb says: the article was printed before that day."""
    coming = DateRange(date(2031, 5, 20), date(2031, 5, 30), Precision.PART)
    deed = sends(
        "France sends 900 soldiers to Italy.", DateRange.around(date(2031, 5, 1), Precision.MONTH)
    )

    assert not are_one(deed, sends("France sends 900 soldiers to Italy.", coming, of="b"))


def test_one_who_speaks_to_two_articles_of_one_story_makes_one_statement():
    one, two = says("The mills are shut.", day(5)), says("Nurses were praised.", day(5), of="b")

    assert joined(one, two) == {"same_speaker_same_day"}
    assert not are_one(one, two)


def test_a_body_and_its_spokesman_make_one_statement_on_one_day():
    body = says("The Watch said that the mills are shut.", day(5), who="watch")
    voice = says("“Nurses were praised,” said Luc Brun, a spokesman for The Watch.", day(5), of="b")
    stranger = says("“Nurses were praised,” said Luc Brun, a doctor at Elm.", day(5), of="b")
    later = replace(voice, reading=day(6))

    assert joined(body, voice) == {"same_speaker_same_day"}
    assert joined(voice, body) == {"same_speaker_same_day"}
    assert not joined(body, stranger)
    assert not joined(body, later)


def test_states_named_in_both_make_an_undated_statement_of_one_speaker_the_likelier():
    """So far as the articles are of one story."""
    one = says("Brun told Spain and Italy that the canal would be dug before the thaw.")
    two = says("Brun promised Italy and Spain a canal in the years that are to come.", of="b")

    assert joined(one, two) == {"same_speaker_alike"}
    assert not are_one(one, two)


def test_what_a_state_admits_or_denies_on_one_day_is_one_statement_in_whatever_words():
    def admits(words, who, stance=Stance.CONFIRMED, **where):
        return says(words, day(5), who=who, stance=stance, **where)

    one = admits("The mills are shut.", "france")

    assert joined(one, admits("Nurses left.", "france", of="b")) == {"same_speaker_same_day"}
    assert joined(one, admits("Nurses left.", "watch", of="b")) == {"same_side_same_day"}
    assert not joined(one, admits("Nurses left.", "france", Stance.ASSERTED, of="b"))
    assert not joined(one, admits("Nurses left.", "italy", of="b"))


FIRE = "The mill at Tarn burned in the storm, two hours after lightning."
BLAZE = "Flames took the roof of an old building at Tarn, farmers say."


def test_an_only_one_of_its_day_is_the_only_one_of_another_article_on_less():
    """Where articles tell many things of a day, it takes more to say which of them is meant."""
    one, again = other(FIRE, day(5)), other(BLAZE, day(5), of="b")
    beside = [
        other(text, day(5), of="b", at=200 + 100 * n)
        for n, text in enumerate(("A judge was hired in Oslo.", "Nurses had lunch at noon."))
    ]

    assert joined(one, again) == {"retold"}
    assert not joined(one, again, *beside)


def test_a_similar_outage_of_the_same_day_is_another():
    fire = quake("A fire closed the mill on Monday.", day(5), cue="fire")
    again = quake("The fire closed the mill on Monday.", day(5), of="b", cue="fire")
    similar = quake("A similar fire closed the mill on Monday.", day(5), of="b", cue="fire")

    assert joined(fire, again)
    assert not joined(fire, similar)
    assert joined(similar, replace(similar, article_id="c", mention_id="c1"))


def test_two_rescues_of_one_article_on_other_days_are_two():
    rescue = EventKind.RESCUE
    found = mention("Divers found nine sailors.", rescue, days(3, 6, Precision.INTERVAL))
    brought = mention("Divers brought out two sailors.", rescue, day(5), at=200)

    assert not are_one(found, brought)


def test_what_alone_is_said_on_a_day_in_two_articles_is_one_statement():
    one = says("The mills will close for good in autumn, it warned.", day(5), who="guild")
    again = says("Nobody could save the old mills, Brun said on Monday.", day(5), of="b")
    beside = says("Nurses were praised.", day(5), who="italy", of="b", at=200)

    assert joined(one, again) == {"the_only_one"}
    assert not joined(one, again, beside)


@pytest.mark.parametrize("who", ["rossi", "italy"])
def test_what_people_of_two_sides_say_on_one_day_are_two_statements(who):
    one, again = (
        says("The mills will close.", day(5)),
        says("The mills close.", day(5), who, of="b"),
    )

    assert not joined(one, again)

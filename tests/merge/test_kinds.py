"""Which kinds a telling can be of, and the kind of what several tell."""

import pytest

from dateline import lexicon
from dateline.merge.kinds import are_akin, compared_kinds, kind_of, kinds_of, related_kinds
from dateline.model import EventKind
from tests.merge.factory import day, mention

OTHER, ATTACK, VOTE = EventKind.OTHER, EventKind.ATTACK, EventKind.VOTE


@pytest.mark.parametrize("row", lexicon.rows("kind_words"), ids=lambda row: row["kind"])
def test_the_words_of_a_kind_say_what_an_event_without_a_cue_can_be(row):
    assert EventKind(row["kind"]) in kinds_of(mention(row["example"], OTHER))


def test_every_kind_but_other_has_words():
    told = {row["kind"] for row in lexicon.rows("kind_words")}

    assert told == {str(kind) for kind in EventKind} - {"other"}


def test_a_cue_leaves_no_doubt_about_the_kind():
    assert kinds_of(mention("They voted to clash again.", VOTE)) == {VOTE}


def test_only_the_clause_of_the_date_says_of_what_kind_it_is():
    told = mention("Shares fell on Monday as a strike went on.", OTHER, day(5), at=0)

    assert EventKind.LABOUR_ACTION not in kinds_of(told)


@pytest.mark.parametrize("kind", EventKind)
def test_kinds_are_related_both_ways(kind):
    assert all(kind in related_kinds(other) for other in related_kinds(kind))
    assert kind in compared_kinds(kind, is_dated=False)
    assert set(compared_kinds(kind, is_dated=False)) <= set(compared_kinds(kind, is_dated=True))


def test_an_attack_on_computers_is_an_attack():
    assert are_akin({EventKind.CYBER_INCIDENT}, {ATTACK})
    assert not are_akin({VOTE}, {ATTACK})


def test_the_kind_of_an_event_is_the_one_that_most_cues_gave():
    told = [mention("Clash.", kind) for kind in (OTHER, VOTE, ATTACK, ATTACK, OTHER, OTHER)]

    assert kind_of(told) is ATTACK
    assert kind_of(told[:1]) is OTHER
    assert kind_of(told[:3]) is VOTE

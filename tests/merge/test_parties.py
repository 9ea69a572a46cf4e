"""Who is one person or body though papers write the name in several ways."""

import pytest

from dateline.merge.parties import Parties
from dateline.model import Actor, ActorKind

PERSON, BODY, STATE = ActorKind.PERSON, ActorKind.BODY, ActorKind.STATE


def parties(*actors: tuple[str, ActorKind, str]) -> tuple[Parties, list[str]]:
    made = {
        name.lower().replace(" ", "_"): Actor(
            name.lower().replace(" ", "_"), name, (name,), kind, country
        )
        for name, kind, country in actors
    }
    return Parties(made), list(made)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Danylo Marchenky", "Danylo Marchenkiy"),
        ("Danylo Marchenkyy", "Danylo Marchenky"),
        ("Vasily Nebenia", "Vasily Nebenya"),
        ("Akhmad Wolin", "Ahmad Volin"),
        ("Pak Jong-il", "Pak Jong Il"),
    ],
)
def test_a_name_written_in_other_letters_is_the_same_person(one, other):
    people, ids = parties((one, PERSON, ""), (other, PERSON, ""))

    assert len(set(people.same(ids))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Danylo Marchenko", "Danylo Marchenka"), ("Ann Reid", "Anna Reid")]
)
def test_other_names_are_other_people(one, other):
    people, ids = parties((one, PERSON, ""), (other, PERSON, ""))

    assert len(set(people.same(ids))) == 2


def test_a_states_intelligence_service_is_one_by_every_name():
    people, ids = parties(
        ("Norland", STATE, "NOR"),
        ("Norland spy agency", BODY, "NOR"),
        ("Norland intelligence", BODY, "NOR"),
        ("Norland military intelligence", BODY, "NOR"),
        ("Norland ministry", BODY, "NOR"),
        ("Sudria spy agency", BODY, "SUD"),
    )
    same = people.same(ids)

    assert same[1] == same[2]
    assert len(set(same)) == 5

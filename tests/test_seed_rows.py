"""Actors, landmarks and days as people write them."""

from datetime import date

import pytest

from dateline import seed_rows
from dateline.correction import Correction, CorrectionKind
from dateline.errors import SeedError
from dateline.model import Actor, ActorKind

HEAD = "actor_id,name,aliases,kind,country\n"


def test_an_actor_is_read_with_every_spelling_once():
    text = HEAD + "reno,Ana Reno,Reno; A. Reno ;Reno,person,NOR\n\nwho,WHO,,body,\n"

    assert seed_rows.actors(text, "actors.csv") == [
        Actor("reno", "Ana Reno", ("Reno", "A. Reno"), ActorKind.PERSON, "NOR"),
        Actor("who", "WHO", (), ActorKind.BODY, ""),
    ]


@pytest.mark.parametrize(
    ("rows", "line", "problem"),
    [
        ("a,A,,alien,NOR\n", 2, "kind 'alien' is none of person, body, state"),
        ("a,A,,state,NO\n", 2, "country 'NO'"),
        ("a,A,,state,XYZ\n", 2, "country 'XYZ'"),
        ("a,A,,state,NOR\na,B,,state,SWE\n", 3, "'a' is given twice"),
        ("a,A,x;y,state,NOR\nb,B,y;z,state,SWE\n", 3, "alias 'y' already belongs to 'a'"),
        ("a,A,,state,NOR\nb,A,,state,SWE\n", 3, "alias 'A' already belongs to 'a'"),
        ("A B,A,,state,NOR\n", 2, "lower-case"),
        ("a,,,state,NOR\n", 2, "no name"),
        ("a,A,state,NOR\n", 2, "4 cells, expected 5"),
        ('a,"A,,state,NOR\n', 2, "not CSV"),
    ],
)
def test_a_bad_actor_is_refused_with_its_line(rows, line, problem):
    with pytest.raises(SeedError) as caught:
        seed_rows.actors(HEAD + rows, "actors.csv")

    assert problem in caught.value.problem
    assert caught.value.line == line


def test_other_columns_are_refused():
    with pytest.raises(SeedError, match=r"actors\.csv:1: columns are id, name, expected actor_id"):
        seed_rows.actors("id,name\n", "actors.csv")


def test_a_landmark_is_terms_with_alternatives():
    [landmark] = seed_rows.landmarks(
        'day,words,note\n2031-05-05,"regiment|brigade; arrived",A note.\n', "landmarks.csv"
    )

    assert landmark.day == date(2031, 5, 5)
    assert landmark.terms == (("regiment", "brigade"), ("arrived",))


@pytest.mark.parametrize(
    ("row", "problem"),
    [("2031-02-30,a,", "no such day"), ("2031-05-05,a;,", "empty term"), ("2031-05-05,,", "empty")],
)
def test_a_bad_landmark_is_refused_with_its_line(row, problem):
    with pytest.raises(SeedError, match=rf"landmarks\.csv:2: .*{problem}"):
        seed_rows.landmarks(f"day,words,note\n{row}\n", "landmarks.csv")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"a": "2031-05-06"}', "days.json"),
        ("article_id,published\na,2031-05-06\n", "days.csv"),
    ],
)
def test_days_are_read_from_either_form(text, path):
    [(name, day, *_)] = seed_rows.days(text, path)

    assert (name, day) == ("a", "2031-05-06")


@pytest.mark.parametrize("text", ["[]", '{"a": 20310506}', "{", "[" * 100_000])
def test_a_broken_file_of_days_is_refused(text):
    with pytest.raises(SeedError, match=r"days\.json:1: "):
        seed_rows.days(text, "days.json")


CORRECTIONS = "correction,event,value,reason\n"


def test_a_correction_is_read_with_its_line():
    text = CORRECTIONS + '\nmerge, a-1 ,b,"One strike, two papers."\n'

    assert seed_rows.corrections(text, "corrections.csv") == [
        Correction(CorrectionKind.MERGE, "a-1", "b", "One strike, two papers.", 3)
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("delete,e,,Why.", "'delete' is none of retitle, redate"),
        ("hide,,,Why.", "names no event"),
        ("hide,e,,", "has no reason"),
        ("hide,e,yes,Why.", "hide takes no value"),
        ("retitle,e,,Why.", "a title of 1 to 80 characters"),
        (f"retitle,e,{'x' * 81},Why.", "a title of 1 to 80 characters"),
        ("redate,e,last week,Why.", "redate takes 2024-10-08 (a day)"),
        ("redate,e,2024-10-18/2024-10-01,Why.", "redate takes"),
        ("rekind,e,party,Why.", "rekind takes one of agreement"),
        ("split,e,;,Why.", "split takes the ids"),
        ("merge,e,,Why.", "merge takes the id"),
        ("merge,e,b", "3 cells, expected 4"),
    ],
)
def test_a_bad_correction_is_refused_with_its_line(row, problem):
    with pytest.raises(SeedError) as caught:
        seed_rows.corrections(CORRECTIONS + row + "\n", "corrections.csv")

    assert problem in caught.value.problem
    assert caught.value.line == 2

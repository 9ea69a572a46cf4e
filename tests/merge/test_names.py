"""Which names a text has, and when two articles are of one story."""

import pytest

from dateline.merge.names import Naming, names_in, nations_in, of_one_story


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Talks between France and Italy", {"FRA", "ITA"}),
        ("A South Korean ship, seen off Oslo", {"KOR", "NOR"}),
        ("The U.S. denied it", {"USA"}),
        ("The mayor of Port Emil", set()),
    ],
)
def test_states_are_found_by_name_demonym_and_capital(text, codes):
    assert nations_in(text) == codes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday the ferry Aurora left for Selm.", {"aurora", "selm"}),
        ("Then President Luc Brun spoke in Paris in May.", {"luc", "brun"}),
        ("Nobody knows. Rain fell.", set()),
        ("A man called Baker is a baker.", set()),
    ],
)
def test_names_are_capitals_inside_a_sentence_that_no_list_explains(text, names):
    assert names_in(text) == names


def test_articles_that_share_two_names_are_of_one_story():
    one = Naming.of("The ferry Aurora left for Selm.")

    assert of_one_story(one, Naming.of("Off Selm the Aurora sank."))
    assert not of_one_story(one, Naming.of("Off Selm a trawler sank."))


def test_articles_that_share_two_states_need_one_name_more_to_be_of_one_story():
    one = Naming.of("Guards of Spain and France clashed at Selm.")

    assert of_one_story(one, Naming.of("At Selm all was quiet, Spain said to France."))
    assert not of_one_story(one, Naming.of("At Selm all was quiet, Spain said."))
    assert not of_one_story(one, Naming.of("All was quiet, Spain said to France."))

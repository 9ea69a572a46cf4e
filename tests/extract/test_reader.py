"""One article in, everything it tells out: what could not be read as well."""

from datetime import date, timedelta

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.model import Actor, ActorKind, Article, EventKind, ProblemKind, PublishedBasis

SPIES = Actor("watch", "The Watch", ("The Watch", "the spy agency of Ostia"), ActorKind.BODY, "")
BERG = Actor("berg", "Ida Berg", ("Ida Berg", "Berg"), ActorKind.PERSON, "NOR")


def read(text, actors=(), published=date(2031, 5, 7), article_id="a"):
    article = Article(article_id, "", "The Courier", published, PublishedBasis.STATED, text)
    return read_article(article, actors, ActorIndex(actors))


def test_the_day_of_publication_moves_a_relative_date_and_nothing_else():
    text = "France summoned the Italian ambassador on Monday. Italy left the pact on 3 May 2031."
    [summons, *rest] = read(text).mentions
    [later, *others] = read(text, published=date(2031, 5, 14)).mentions

    assert later.reading.first - summons.reading.first == timedelta(days=7)
    assert [m.reading for m in others] == [m.reading for m in rest]


def test_words_that_give_no_day_are_a_problem_and_date_nothing():
    [problem] = read("France recently summoned the Italian ambassador.").problems

    assert (problem.kind, problem.text) == (ProblemKind.UNRESOLVED_DATE, "recently")
    [mention] = read("France recently summoned the Italian ambassador.").mentions
    assert mention.reading is None


def test_a_number_that_cannot_be_read_is_a_problem():
    problems = read("France sent between 5,000 and 3,000 troops to Malta.").problems

    assert [problem.kind for problem in problems] == [ProblemKind.UNRESOLVED_FIGURE]


def test_a_name_that_two_people_have_is_a_problem():
    text = "Mayor Ida Berg and Judge Tor Berg left. Then Berg said that the port was shut."

    problems = read(text).problems
    assert [(p.kind, p.text) for p in problems] == [(ProblemKind.AMBIGUOUS_NAME, "Berg")]


def test_problems_stand_in_the_order_of_the_text():
    text = "France recently sent between 5,000 and 3,000 troops to Malta. Italy recently left."
    spans = [problem.span for problem in read(text).problems]

    assert len(spans) == 3
    assert spans == sorted(spans)


def test_a_pronoun_speaks_for_whom_it_means():
    text = "Ida Berg opened the port on Monday. She said that the road was shut."
    *_, statement = read(text, [BERG]).mentions

    assert statement.actor_ids == ("berg",)
    assert statement.title.startswith("Ida Berg said")


def test_a_pronoun_does_not_mean_whom_somebody_told_something():
    text = "France told Ida Berg that the road was shut. She said that Malta had left."
    spoke = [m.actor_ids for m in read(text, [BERG]).mentions]

    assert spoke[0] == ("france",)


def test_both_countries_are_the_two_just_named():
    text = "France and Italy met in May. Both countries signed a pact in June."
    *_, pact = read(text).mentions

    assert (pact.kind, set(pact.actor_ids)) == (EventKind.AGREEMENT, {"france", "italy"})


def test_both_countries_of_three_are_nobody():
    text = "France, Italy and Spain met in May. Both countries signed a pact in June."
    *_, pact = read(text).mentions

    assert not {"france", "italy", "spain"} & set(pact.actor_ids)


def test_what_an_intelligence_body_says_is_an_intelligence_report():
    text = "The Watch said on Monday that the port was shut."

    assert [m.kind for m in read(text, [SPIES]).mentions] == [EventKind.INTELLIGENCE_REPORT]
    assert [m.kind for m in read(text.replace("The Watch", "France")).mentions] == [
        EventKind.STATEMENT
    ]


def test_actors_that_no_list_names_are_made_from_the_text():
    [made] = read("Mayor Tor Lund resigned on Monday.").actors

    assert (made.name, made.kind) == ("Tor Lund", ActorKind.PERSON)
    assert read("Ida Berg resigned on Monday.", [BERG]).actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "...",
        "“",
        "Title Without Anything",
        "1,500",
        "Monday",
        "said said said",
        "\ufeffFrance summoned the envoy on Monday.",
        "France\u00a0summoned the envoy on\u00a0Monday.",
        "e\u0301te\u0301 😀 France summoned the envoy on Monday.",
    ],
)
def test_odd_texts_are_read_without_complaint(text):
    reading = read(text)

    for mention in reading.mentions:
        assert mention.sentence.of(text) == mention.sentence_text


def test_the_same_article_reads_the_same_twice():
    text = "France summoned the Italian ambassador on Monday, and 900 soldiers left Malta."

    assert read(text) == read(text)


def test_another_article_has_other_ids():
    text = "France summoned the Italian ambassador on Monday."
    one, other = read(text).mentions, read(text, article_id="b").mentions

    assert {m.mention_id for m in one}.isdisjoint(m.mention_id for m in other)

"""Whose figure it is where no verb of saying covers it, and who speaks on under a pronoun."""

from datetime import date

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.model import Article, PublishedBasis

NOBODY = ActorIndex([])


def claims_of(text):
    """The figures of *text* with the words that name their claimants."""
    article = Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)
    names = {}
    for estimate in read_article(article, [], NOBODY).estimates:
        names[estimate.figure.number.of(text)] = (estimate.claimant_text, estimate.claimants)
    return names


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The union puts the number of strikers at 5,000.", "5,000", "The union"),
        ("President Ada Moll had given a figure of 2,500 soldiers.", "2,500", "President Ada Moll"),
        ("Norway's estimate is 900 soldiers.", "900", "Norway"),
        ("Denmark had counted 71 dead.", "71", "Denmark"),
        ("The hall held 300 people by the organisers' count.", "300", "organisers"),
        ("Two people were hurt in Moss on Sunday, police said, and the road was shut.",
         "Two", "police"),
        ("Some 30 people were missing in Moss, mayor Ada Moll said by telephone.",
         "30", "mayor Ada Moll"),
        ("Sweden has agreed to send 1,200 soldiers, Finnish spies claimed in a note.",
         "1,200", "Finnish spies"),
    ],
)  # fmt: skip
def test_a_figure_has_a_voice_of_its_own(text, number, words):
    assert claims_of(text)[number][0] == words


def test_who_puts_a_number_is_relayed_by_who_says_so():
    text = "Finland said on Monday that Norway put the number of soldiers at 900."
    article = Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)
    [estimate] = read_article(article, [], NOBODY).estimates

    assert estimate.claimants == ("norway",)
    assert estimate.relayed_by == ("finland",)


@pytest.mark.parametrize(
    "text",
    [
        "About 40 people refused to leave, and the mayor praised the crews.",
        "Some 300 people were hurt; the council, police said, had been warned.",
        "The fire killed 12 people, who had fled to the roof.",
    ],
)
def test_a_figure_in_the_voice_of_the_article_has_no_claimant(text):
    [(words, claimants)] = claims_of(text).values()

    assert (words, claimants) == ("", ())

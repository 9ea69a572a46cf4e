"""Whom "it", "they", "he" and "she" stand for, sentence after sentence."""

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.antecedents import with_pronouns
from dateline.extract.sentences import split_sentences

NOBODY = ActorIndex([])


def answers(text):
    """Each pronoun that was answered, with the actor it stands for."""
    named = with_pronouns(text, split_sentences(text), NOBODY.find(text))
    return [
        (mention.span.of(text), mention.actor_id) for mention in named if mention.rule == "pronoun"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Norwegian defence ministry told the Swedish army on Monday that it was ready.",
            [("it", "norway_defence_ministry")],
        ),
        (
            "Norway said it had warned Sweden. It added that Denmark knew.",
            [("it", "norway"), ("It", "norway")],
        ),
        ("The coast guard accused Malta. It denied the report.", [("It", "coast_guard")]),
        ("Police said they were looking for two men.", [("they", "police")]),
        ("Jon Berg met Ola Dahl on Monday. He said the talks were good.", [("He", "jon_berg")]),
    ],
)
def test_a_pronoun_goes_back_to_who_speaks_or_what_the_sentence_was_about(text, expected):
    assert answers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ship hit a reef near Malta. It sank.",
        "The mayor told the army and the navy that it was late.",
        "Norway and Sweden met. It rained.",
    ],
)
def test_what_two_could_be_stays_open(text):
    assert answers(text) == []

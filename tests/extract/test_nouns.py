"""What the words around a noun make of its event."""

import pytest

from dateline.extract.nouns import noun_mood
from dateline.extract.verbs import Mood
from dateline.model import Span


@pytest.mark.parametrize(
    ("text", "noun", "mood"),
    [
        ("The strike shut the port.", "strike", Mood.FACT),
        ("The strike was long.", "strike", Mood.FACT),
        ("A strike is planned for Friday.", "strike", Mood.PLANNED),
        ("The strike has been long.", "strike", Mood.FACT),
        ("The election will take place in June.", "election", Mood.PLANNED),
        ("The election in the north will be held in June.", "election", Mood.PLANNED),
        ("The election could take place in June.", "election", Mood.CONDITIONAL),
        ("The election will not take place.", "election", Mood.NEGATED),
        ("The election was cancelled.", "election", Mood.NEGATED),
        ("The election was postponed until June.", "election", Mood.PLANNED),
        ("Norway postponed the election until June.", "election", Mood.PLANNED),
        ("Norway cancelled the election.", "election", Mood.NEGATED),
        ("Norway will hold elections in June.", "elections", Mood.PLANNED),
        ("Norway could hold elections in June.", "elections", Mood.CONDITIONAL),
        ("Nurses will go on strike on Friday.", "strike", Mood.PLANNED),
        ("No attack took place.", "attack", Mood.NEGATED),
        ("Police foiled an attack.", "attack", Mood.NEGATED),
        ("Police prevented a second armed attack.", "attack", Mood.NEGATED),
        ("There was no earthquake.", "earthquake", Mood.NEGATED),
        ("The attack that will be tried in court killed two.", "attack", Mood.FACT),
        ("The attack killed two and Italy will send help.", "attack", Mood.FACT),
        ("No ward closed in the strike.", "strike", Mood.FACT),
    ],
)
def test_the_mood_of_a_noun(text, noun, mood):
    at = text.index(noun)

    assert noun_mood(text, Span(at, at + len(noun))) is mood

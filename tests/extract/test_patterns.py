"""How a rule of the lexicon is worded, and what it matches."""

import re

import pytest

from dateline.extract.patterns import alternation, compile_patterns
from dateline.extract.verbs import Form


def matched(words, sentence, near="", not_near=""):
    """What a rule of these words matches in a sentence, at whatever word it begins."""
    found = [
        pattern.match(sentence, at)
        for _, pattern in compile_patterns("rule", words, near, not_near)
        for at in (word.start() for word in re.finditer(r"\w+", sentence))
    ]
    return {span.of(sentence) for span in found if span}


@pytest.mark.parametrize(
    ("words", "sentence", "quotes"),
    [
        ("send~", "It sends, sent and is sending.", {"sends", "sent", "sending"}),
        ("send~", "The sender resent it.", set()),
        ("go~ to the polls", "They went to the polls.", {"went to the polls"}),
        ("vote~ for/on", "They voted for it, then on it.", {"voted for"}),
        (
            "knock~ * offline",
            "It knocked all the trams offline.",
            {"knocked"},
        ),
        (
            "knock~ * offline",
            "It knocked one two three four five six seven eight nine offline.",
            set(),
        ),
        ("phone call", "A phone   call, a phone-call.", {"phone   call"}),
        ("war", "A War of wars, a war-game.", {"War"}),
    ],
)
def test_words_match_in_their_forms(words, sentence, quotes):
    assert matched(words, sentence) == quotes


def test_what_must_stand_near_may_stand_on_either_side():
    assert matched("sign~", "The pact was signed.", near="pact") == {"signed"}
    assert matched("sign~", "It signed the pact.", near="pact") == {"signed"}
    assert matched("sign~", "It signed the book.", near="pact") == set()
    assert matched("sign~", "It signed the pact." + " x" * 90, near="book") == set()


def test_what_is_near_is_within_reach():
    assert matched("sign~", f"It signed {'x ' * 20}a pact.", near="pact") == {"signed"}
    assert matched("sign~", f"It signed {'x ' * 60}a pact.", near="pact") == set()


def test_a_word_that_must_not_stand_near_silences_the_rule():
    assert matched("sign~", "It signed the bill into law.", not_near="into law") == set()


def test_a_verb_knows_its_form_and_a_noun_has_none():
    forms = {opening: pattern.form for opening, pattern in compile_patterns("r", "send~|pact")}

    assert forms == {
        "send": Form.BASE,
        "sends": Form.PRESENT,
        "sent": Form.PAST,
        "sending": Form.GERUND,
        "pact": None,
    }


def test_an_alternation_matches_whole_words():
    pattern = alternation("arms|shell")

    assert pattern.search("It sent arms.")
    assert not pattern.search("It built farms and eggshells.")
    assert alternation(" | ") is None

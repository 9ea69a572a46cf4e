"""Verb forms and auxiliary chains: the vectors, and every irregular verb of the lexicon."""

import json
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.verbs import Form, Mood, chain_before, forms_of, mood_of

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "verbs.json").read_text(encoding="utf-8")
)
IRREGULAR = lexicon.rows("irregular_verbs")


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    at = case["text"].index(case["word"])
    form = forms_of(case["verb"])[case["word"]]
    chain = chain_before(case["text"], at)

    assert {"chain": chain, "mood": str(mood_of(form, chain))} == {
        "chain": case["chain"],
        "mood": case["mood"],
    }


def test_the_vectors_cover_every_mood():
    assert {case["mood"] for case in VECTORS} == set(map(str, Mood)) - {"reduced"}


@pytest.mark.parametrize("row", IRREGULAR, ids=lambda row: row["base"])
def test_each_irregular_verb_has_its_forms(row):
    forms = forms_of(row["base"])

    assert forms[row["gerund"].split("|")[0]] is Form.GERUND
    for past in (*row["past"].split("|"), *row["participle"].split("|")):
        assert forms[past] is Form.PAST


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deploy", ["deploys", "deployed", "deploying"]),
        ("supply", ["supplies", "supplied", "supplying"]),
        ("attack", ["attacks", "attacked", "attacking"]),
        ("release", ["releases", "released", "releasing"]),
        ("dispatch", ["dispatches", "dispatched", "dispatching"]),
        ("express", ["expresses", "expressed", "expressing"]),
        ("agree", ["agrees", "agreed", "agreeing"]),
        ("die", ["dies", "died", "dying"]),
        ("convoy", ["convoys", "convoyed", "convoying"]),
        ("veto", ["vetoes", "vetoed", "vetoing"]),
        ("ratify", ["ratifies", "ratified", "ratifying"]),
        ("send", ["sends", "sent", "sending"]),
        ("sink", ["sinks", "sank", "sunk", "sinking"]),
    ],
)
def test_a_verb_has_these_forms_and_no_other(base, forms):
    assert set(forms_of(base)) == {base, *forms}


def cue_verbs():
    """Every verb that a cue or a saying names, in its base form."""
    words = [row["words"] for row in lexicon.rows("cues")]
    words += [f"{row['base'].split()[0]}~" for row in lexicon.rows("sayings")]
    return sorted(
        {word[:-1] for each in words for word in each.replace("|", " ").split() if word[-1] == "~"}
    )


# Final consonants that English doubles after one stressed vowel, by the verbs the rules name.
DOUBLED_WHERE_STRESSED = "bdgklmnprt"


@pytest.mark.parametrize("base", cue_verbs())
def test_each_verb_of_the_lexicon_is_spelt_right_in_the_past(base):
    """A regular one of one vowel and one consonant doubles it, so it has to be a row."""
    past = [form for form, kind in forms_of(base).items() if kind is Form.PAST]

    doubles = (
        len(base) > 2
        and base[-1] in DOUBLED_WHERE_STRESSED
        and base[-2] in "aeiou"
        and base[-3] not in "aeiou"
        and sum(letter in "aeiouy" for letter in base) == 1
    )
    assert not (doubles and past == [base + "ed"]), f"{base} wants a row in irregular_verbs.csv"


def test_a_chain_ends_right_before_the_verb():
    text = "It will, she said, deploy two brigades."

    assert chain_before(text, text.index("deploy")) == ""


def test_an_auxiliary_inside_another_word_is_none():
    text = "The goodwill deployed two brigades."

    assert chain_before(text, text.index("deployed")) == ""

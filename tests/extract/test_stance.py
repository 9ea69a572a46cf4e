"""How far a sentence commits to an event: the vectors, and every hedge in its own example."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.actors import ActorIndex
from dateline.extract.clauses import find_breaks
from dateline.extract.cues import find_cues
from dateline.extract.reader import read_article
from dateline.extract.sayings import find_sayings
from dateline.extract.stance import commitment_to
from dateline.model import Article, PublishedBasis, Stance

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "stance.json").read_text(encoding="utf-8")
)
HEDGES = lexicon.rows("hedges_of_fact")
NOBODY = ActorIndex([])


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    text = case["text"]
    cues = [cue for cue in find_cues(text) if cue.span.of(text) == case["cue"]]
    sayings = find_sayings(text, NOBODY.find(text).mentions)

    assert len(cues) == bool(case["cue"])
    for cue in cues:
        found = commitment_to(text, cue, sayings, find_breaks(text))
        assert (found and str(found.stance)) == case["stance"]


def test_the_vectors_cover_every_stance():
    assert {case["stance"] for case in VECTORS} == {None, *map(str, Stance)}


def stances_of(text):
    article = Article("a", "", "The Courier", date(2031, 5, 7), PublishedBasis.STATED, text)
    found = read_article(article, [], NOBODY).mentions
    return {(mention.stance_rule, str(mention.stance)) for mention in found}


@pytest.mark.parametrize("row", HEDGES, ids=lambda row: row["words"].split("|")[0])
def test_each_hedge_gives_its_stance_in_its_own_example(row):
    """A hedge that an earlier rule shadows gives nothing, and fails here."""
    hedge = f"hedge:{row['words'].split('|')[0]}"

    assert (hedge, row["stance"]) in stances_of(row["example"])


@pytest.mark.parametrize(
    "row",
    [row for row in HEDGES if "|" in row["words"]],
    ids=lambda row: row["words"].split("|")[0],
)
def test_each_wording_of_a_hedge_gives_its_stance(row):
    first, *others = row["words"].split("|")
    used = next(words for words in (first, *others) if words in row["example"].lower())
    missed = []
    for words in others:
        said = re.sub(re.escape(used), words, row["example"], count=1, flags=re.IGNORECASE)
        if (f"hedge:{first}", row["stance"]) not in stances_of(said):
            missed.append(said)

    assert missed == []


def test_a_hedge_of_one_clause_leaves_the_other_alone():
    text = "France reportedly left in May, and Italy signed the pact in June."

    assert ("told", "asserted") in stances_of(text)

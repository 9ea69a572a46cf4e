"""Who does what a cue tells, and to whom."""

import json
from pathlib import Path

import pytest

from dateline.extract.actors import ActorIndex
from dateline.extract.clauses import find_breaks
from dateline.extract.cues import find_cues
from dateline.extract.participants import participants_of
from dateline.extract.sayings import find_sayings

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "participants.json").read_text(encoding="utf-8")
)
NOBODY = ActorIndex([])


def participants(case):
    text = case["text"]
    actors = NOBODY.find(text).mentions
    [cue] = [cue for cue in find_cues(text) if cue.span.of(text) == case["cue"]]
    return participants_of(text, cue, actors, find_breaks(text), find_sayings(text, actors))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    people = participants(case)

    assert [actor.actor_id for actor in people.actors] == case["actors"]
    assert [actor.actor_id for actor in people.targets] == case["targets"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_nobody_is_both_actor_and_target(case):
    people = participants(case)
    ids = [actor.actor_id for actor in (*people.actors, *people.targets)]

    assert len(ids) == len(set(ids))

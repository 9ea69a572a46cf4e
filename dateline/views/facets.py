"""How many events or claims each choice would show, beside what else is chosen.

A choice is counted under all other choices and not under its own kind of choice: with one publisher
picked, the other publishers still say how many events they would add.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from dateline.views.claims import claimant_groups, select_claims
from dateline.views.events import matches, matching, publishers_of, select_tellings
from dateline.views.families import families
from dateline.views.groups import groups
from dateline.views.ids import mapped, slug, split
from dateline.views.selection import Selection
from dateline.views.story import Story

Counts = dict[str, Mapping[str, int]]


def event_counts(story: Story, selection: Selection, names: Iterable[str]) -> Counts:
    """For each of the choices in *names* that can be counted, the number of events by value."""
    masks = matches(story, selection)
    found: Counts = {}
    for name in names:
        if name in EVENT_FACETS:
            freed = selection.without(name)
            others = {key: mask for key, mask in masks.items() if key != name}
            if name in ("publishers", "stances"):
                # The two are asked of the same sentence: without one, the other is asked alone.
                others.pop("tellings", None)
                others |= matches(story, _told_by(freed))
            found[name] = _tally_events(name, story, matching(story, others), freed)
    return found


def _told_by(selection: Selection) -> Selection:
    """Only what is asked of sentences."""
    return Selection(publishers=selection.publishers, stances=selection.stances)


def claim_counts(story: Story, selection: Selection, names: Iterable[str]) -> Counts:
    """For each of the choices in *names* that can be counted, the number of claims by value."""
    return {
        name: _tally_claims(name, story, selection.without(name))
        for name in names
        if name in CLAIM_FACETS
    }


EVENT_FACETS = frozenset(
    {"families", "kinds", "statuses", "places", "actors", "targets", "publishers", "stances"}
)
CLAIM_FACETS = frozenset({"claimants", "states", "stances", "actors", "publishers"})


def _tally_events(
    name: str, story: Story, events: pd.DataFrame, freed: Selection
) -> Mapping[str, int]:
    match name:
        case "families":
            return _values(families(events, story.mentions))
        case "kinds":
            return _values(events["kind"])
        case "statuses":
            return _values(events["status"])
        case "places":
            return _values(mapped(events["place"], slug))
        case "actors":
            return _named(story, events["actor_ids"] + ";" + events["target_ids"])
        case "targets":
            return _named(story, events["target_ids"])
    told = select_tellings(story, freed)
    told = told[told["event_id"].isin(events["event_id"])]
    if name == "publishers":
        return _by_publisher(story, told, "event_id")
    return _values(told.drop_duplicates(["event_id", "stance"])["stance"])


def _tally_claims(name: str, story: Story, freed: Selection) -> Mapping[str, int]:
    claims = select_claims(story, freed)
    match name:
        case "claimants":
            return _values(claimant_groups(story, claims).map(split).explode().dropna())
        case "actors":
            return _named(story, claims["claimant"] + ";" + claims["force_id"])
        case "publishers":
            return _by_publisher(story, claims, "estimate_id")
    return _values(claims["state" if name == "states" else "stance"])


def _values(cells: pd.Series) -> dict[str, int]:
    return {str(value): int(count) for value, count in cells.value_counts().items()}


def _named(story: Story, cells: pd.Series) -> dict[str, int]:
    """Rows by actor; a state counts the rows of its people and bodies, each row once."""
    known = groups(story.actors)
    counts: Counter[str] = Counter()
    for cell, rows in cells.value_counts().items():
        named = set(split(str(cell)))
        for actor in named | {known.of_actor.get(actor, actor) for actor in named}:
            counts[actor] += int(rows)
    return dict(counts)


def _by_publisher(story: Story, rows: pd.DataFrame, per: str) -> dict[str, int]:
    """Rows by the slug of their article's publisher, those with the same *per* counted once."""
    slugs = mapped(rows["article_id"], publishers_of(story.articles).__getitem__)
    return _values(slugs[~rows.assign(slug=slugs).duplicated([per, "slug"])])

"""How many events or claims each choice would show, beside what else is chosen.

A choice is counted under all other choices and not under its own kind of choice: with one publisher
picked, the other publishers still say how many events they would add.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from dateline.views.claims import claimant_groups, select_claims
from dateline.views.coded import Coded, Mask
from dateline.views.event_index import EventIndex, indexed
from dateline.views.events import both, matches, publishers_of
from dateline.views.groups import grouped
from dateline.views.ids import mapped, split
from dateline.views.selection import Selection
from dateline.views.story import Story

Counts = dict[str, Mapping[str, int]]


def event_counts(story: Story, selection: Selection, names: Iterable[str]) -> Counts:
    """For each of the choices in *names* that can be counted, the number of events by value."""
    masks, index = matches(story, selection), indexed(story)
    whole = both(masks)
    found: Counts = {}
    for name in names:
        if name in EVENT_FACETS:
            # Publishers and stances are asked of the same sentence: without one, the other is
            # asked while counting.
            own = "tellings" if name in ("publishers", "stances") else name
            others = {key: mask for key, mask in masks.items() if key != own}
            wanted = whole if len(others) == len(masks) else both(others)
            found[name] = _tally_events(name, index, wanted, selection)
    return found


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
    name: str, index: EventIndex, wanted: Mask | None, selection: Selection
) -> Mapping[str, int]:
    match name:
        case "families":
            return index.family.tally(wanted)
        case "kinds":
            return index.kind.tally(wanted)
        case "statuses":
            return index.status.tally(wanted)
        case "places":
            return index.place.tally(wanted)
        case "actors":
            return _tally_actors(index.involved, index.of_actor, wanted)
        case "targets":
            return _tally_actors(index.targets, index.of_actor, wanted)
        case "publishers":
            return index.told.tally_publishers(wanted, selection.stances)
    return index.told.tally_stances(wanted, selection.publishers)


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
    return _tally_actors(Coded.of(cells), grouped(story).of_actor, None)


def _tally_actors(cells: Coded, of_actor: Mapping[str, str], wanted: Mask | None) -> dict[str, int]:
    counts: Counter[str] = Counter()
    rows = cells.counts(wanted)
    for at in np.flatnonzero(rows):
        named = set(split(cells.values[at]))
        for actor in named | {of_actor.get(actor, actor) for actor in named}:
            counts[actor] += int(rows[at])
    return dict(counts)


def _by_publisher(story: Story, rows: pd.DataFrame, per: str) -> dict[str, int]:
    """Rows by the slug of their article's publisher, those with the same *per* counted once."""
    slugs = mapped(rows["article_id"], publishers_of(story.articles).__getitem__)
    return _values(slugs[~rows.assign(slug=slugs).duplicated([per, "slug"])])

"""What there is to choose from in a story: each value that occurs, with the words that show it."""

from collections import Counter
from collections.abc import Iterable

from dateline.model import EventKind, Stance, State, Status
from dateline.views.claims import claimant_order
from dateline.views.event_index import indexed
from dateline.views.families import FAMILY_NAMES, Family, kind_name
from dateline.views.groups import actor_names
from dateline.views.ids import slug, split
from dateline.views.known import report_days
from dateline.views.selection import Choices
from dateline.views.story import Story
from dateline.views.timeline import period

STATE_NAMES = {
    State.DEPLOYED: "Deployed",
    State.PREPARING: "Being prepared",
    State.PLANNED: "Planned",
    State.KILLED: "Killed",
    State.WOUNDED: "Wounded",
    State.CASUALTIES: "Casualties",
    State.CAPTURED: "Captured",
    State.SUPPLIED: "Supplied",
    State.PRODUCED: "Produced",
    State.OTHER: "Not said",
}


def choices(story: Story) -> Choices:
    """Values that occur, in the order of their declaration, or busiest first for names."""
    ends, index = period(story), indexed(story)
    return Choices(
        families=_occurring({str(f): FAMILY_NAMES[f] for f in Family}, index.family.tally()),
        kinds=_occurring({str(k): kind_name(k) for k in EventKind}, index.kind.tally()),
        actors=_actors(story, ("actor_ids", "target_ids")),
        targets=_actors(story, ("target_ids",)),
        places={slug(place): place for place in sorted(set(story.events["place"].unique()) - {""})},
        statuses=_occurring({str(s): s.capitalize() for s in Status}, index.status.tally()),
        publishers=_publishers(story),
        stances=_occurring(
            {str(s): s.capitalize() for s in Stance},
            [*index.told.stance.tally(), *story.estimates["stance"].unique()],
        ),
        claimants=claimant_order(story),
        states=_occurring(
            {str(s): STATE_NAMES[s] for s in State}, story.estimates["state"].unique()
        ),
        first=ends[0] if ends else None,
        last=ends[1] if ends else None,
        most_publishers=int(index.publishers.max(initial=1)),
        report_days=tuple(report_days(story)),
    )


def _occurring(names: dict[str, str], values: Iterable[object]) -> dict[str, str]:
    found = {str(value) for value in values}
    return {value: name for value, name in names.items() if value in found}


def _actors(story: Story, columns: tuple[str, ...]) -> dict[str, str]:
    """Actors that some event names in *columns*, states first, then by how often."""
    named = Counter[str]()
    for column in columns:
        for cell, rows in story.events[column].value_counts().items():
            named.update({actor: int(rows) for actor in split(str(cell))})
    kinds = dict(zip(story.actors["actor_id"], story.actors["kind"], strict=True))
    names = actor_names(story)
    order = sorted(named, key=lambda a: (kinds.get(a) != "state", -named[a], a))
    return {actor: names.get(actor, actor) for actor in order}


def _publishers(story: Story) -> dict[str, str]:
    names = sorted(set(story.articles["publisher"]))
    return {slug(name): name for name in names}

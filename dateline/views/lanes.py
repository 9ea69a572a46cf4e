"""What the lanes of the timeline stand for, and in which order: the reader's choice."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from dateline.model import Status
from dateline.views.families import FAMILY_NAMES, Family, families
from dateline.views.groups import groups
from dateline.views.ids import mapped, slug
from dateline.views.story import Story

SEVERAL = "several"


class LaneBy(StrEnum):
    """What puts an event into its lane. The value is what stands in the URL."""

    ACTOR = "actor"
    FAMILY = "kind"
    PUBLISHER = "publisher"
    STATUS = "status"


class LaneOrder(StrEnum):
    """Which lane comes first, where the reader put none on top."""

    USUAL = "usual"  # by number of events; kinds and statuses as they are declared
    EARLIEST = "earliest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Lanes:
    """How the timeline is laid out: by what, in which order, and which lanes come first."""

    by: LaneBy = LaneBy.ACTOR
    order: LaneOrder = LaneOrder.USUAL
    first: tuple[str, ...] = ()


USUAL = Lanes()

LANE_BY_NAMES = {
    LaneBy.ACTOR: "Actor",
    LaneBy.FAMILY: "Kind",
    LaneBy.PUBLISHER: "Publisher",
    LaneBy.STATUS: "Status",
}
LANE_ORDER_NAMES = {
    LaneOrder.USUAL: "Usual",
    LaneOrder.EARLIEST: "Earliest first",
    LaneOrder.NAME: "By name",
}


def group_of(story: Story, events: pd.DataFrame, by: LaneBy) -> pd.Series:
    """The id of the lane of each event, in the order of *events*.

    An event that several publishers tell is in a lane of its own: it belongs to none of them alone.
    """
    match by:
        case LaneBy.ACTOR:
            return mapped(events["actor_ids"], groups(story.actors).of)
        case LaneBy.FAMILY:
            return families(events, story.mentions)
        case LaneBy.STATUS:
            return events["status"].astype("str")
    named = dict(zip(story.articles["article_id"], story.articles["publisher"], strict=True))
    told = story.mentions[["event_id", "article_id"]]
    pairs = told.assign(name=told["article_id"].map(named)).drop_duplicates(["event_id", "name"])
    name = pairs.drop_duplicates("event_id").set_index("event_id")["name"].map(slug)
    shared = pairs.loc[pairs["event_id"].duplicated(), "event_id"]
    return events["event_id"].map(name.mask(name.index.isin(shared), SEVERAL)).astype("str")


def lane_names(story: Story, by: LaneBy) -> dict[str, str]:
    """What each lane is called, by its id."""
    match by:
        case LaneBy.ACTOR:
            return groups(story.actors).names
        case LaneBy.FAMILY:
            return {str(family): FAMILY_NAMES[family] for family in Family}
        case LaneBy.STATUS:
            return {str(status): status.capitalize() for status in Status}
    names = {slug(name): name for name in story.articles["publisher"]}
    return {SEVERAL: "Several publishers", **names}

"""What the lanes of the timeline stand for, and in which order: the reader's choice."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Stance, Status
from dateline.views.coded import Coded
from dateline.views.event_index import indexed
from dateline.views.families import FAMILY_NAMES, Family
from dateline.views.groups import grouped
from dateline.views.ids import slug
from dateline.views.story import Story

SEVERAL = "several"


class LaneBy(StrEnum):
    """What puts an event into its lane. The value is what stands in the URL."""

    ACTOR = "actor"
    FAMILY = "kind"
    PUBLISHER = "publisher"
    STATUS = "status"
    STANCE = "stance"


class LaneOrder(StrEnum):
    """Which lane comes first, where the reader put none on top."""

    USUAL = "usual"  # by number of events; kinds, statuses and stances as they are declared
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
    LaneBy.STANCE: "Stance",
}
LANE_ORDER_NAMES = {
    LaneOrder.USUAL: "Usual",
    LaneOrder.EARLIEST: "Earliest first",
    LaneOrder.NAME: "By name",
}


DECLARED = (LaneBy.FAMILY, LaneBy.STATUS, LaneBy.STANCE)


def group_of(story: Story, by: LaneBy) -> Coded:
    """The id of the lane of each event of the story, in the order of its table.

    An event that several publishers tell, or that is told in several stances, is in a lane of its
    own: it belongs to none of them alone.
    """
    found: Coded = story.remember(("group", by), lambda: _group_of(story, by))
    return found


def _group_of(story: Story, by: LaneBy) -> Coded:
    index = indexed(story)
    match by:
        case LaneBy.ACTOR:
            return index.actors.renamed(grouped(story).of)
        case LaneBy.FAMILY:
            return index.family
        case LaneBy.STATUS:
            return index.status
        case _:
            return index.told.sole(str(by), len(index), SEVERAL)


def lane_names(story: Story, by: LaneBy) -> dict[str, str]:
    """What each lane is called, by its id."""
    match by:
        case LaneBy.ACTOR:
            return grouped(story).names
        case LaneBy.FAMILY:
            return {str(family): FAMILY_NAMES[family] for family in Family}
        case LaneBy.STATUS:
            return {str(status): status.capitalize() for status in Status}
        case LaneBy.STANCE:
            names = {str(stance): stance.capitalize() for stance in Stance}
            return {**names, SEVERAL: "Several stances"}
    names = {slug(name): name for name in story.articles["publisher"]}
    return {SEVERAL: "Several publishers", **names}

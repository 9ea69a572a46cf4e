"""How the address of a view draws it; what it asks for and there is not, is the usual."""

from dateline.export.shown import Shown
from dateline.views.claim_view import ClaimView
from dateline.views.claimed_range import Counted
from dateline.views.lanes import LaneBy, LaneOrder, Lanes


def lanes_of(shown: Shown) -> Lanes:
    """What the lanes of the timeline stand for, and their order."""
    by, order = shown.view.get("lanes"), shown.view.get("order")
    top = shown.view.get("top")
    return Lanes(
        LaneBy(str(by)) if by in list(LaneBy) else LaneBy.ACTOR,
        LaneOrder(str(order)) if order in list(LaneOrder) else LaneOrder.USUAL,
        tuple(str(name) for name in top) if isinstance(top, list | tuple) else (),
    )


def claim_view_of(shown: Shown) -> ClaimView:
    """By which days claims are drawn, on which scale, over which range."""
    asked = shown.view.get("range")
    return ClaimView(
        by=shown.selection.by,
        is_log=shown.view.get("scale") == "log",
        counted=Counted(str(asked)) if asked in list(Counted) else Counted.DEPLOYED,
    )

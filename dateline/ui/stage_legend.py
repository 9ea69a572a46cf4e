"""The full key of a chart that is presented: a room has no pills to read the colours from."""

from collections.abc import Mapping

from dateline.charts.density import is_dense
from dateline.charts.theme import FAMILY_SHAPES, SQUARE, Look
from dateline.ui import legend
from dateline.ui.markup import picture
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.claimed_range import COUNTED_WORDS
from dateline.views.families import FAMILY_NAMES, Family
from dateline.views.lanes import Lanes
from dateline.views.listing import Listing


def timeline(look: Look, found: Listing, laid: Lanes) -> None:
    """Every family and every way of drawing that the chart of the events *found* shows."""
    if is_dense(found.dated_count):
        solid = picture(SQUARE.path, (16, 16), look.base.accent)
        pale = f'<path d="{SQUARE.path}" fill="{look.base.accent}" fill-opacity=".3"/>'
        items = [
            (solid, "events on known days"),
            (picture("", (16, 16), look.base.accent, extra=pale), "can have happened then"),
        ]
    else:
        rows = found.rows(laid)
        there = set(rows["family"])
        items = [
            (picture(FAMILY_SHAPES[f].path, (16, 16), look.family(f)), FAMILY_NAMES[f])
            for f in Family
            if f in there
        ]
        items += legend.timeline_items(look, rows)
    legend.show_items(items, "Key")


def estimates(
    look: Look, frames: ClaimFrames, claimants: Mapping[str, str], view: ClaimView
) -> None:
    """Every claimant, state and bound that the chart shows, and what is shaded."""
    there = {*frames.troops["group"], *frames.vague["group"]}
    ranks = {group: rank for rank, group in enumerate(claimants)}
    items = [
        (picture(SQUARE.path, (16, 16), look.claimant(ranks[group])), claimants[group])
        for group in claimants
        if group in there
    ]
    items += legend.claim_items(look, frames.troops)
    if not frames.denials.empty:
        cross = FAMILY_SHAPES[Family.DENIAL].path
        items.append((picture(cross, (16, 16), look.base.ink), "denial"))
    if not frames.range.empty:
        pale = f'<rect width="22" height="16" fill="{look.base.muted}" fill-opacity=".25"/>'
        shade = picture("", (22, 16), look.base.muted, extra=pale)
        items.append((shade, f"range of {COUNTED_WORDS[view.counted]}"))
    legend.show_items(items, "Key")

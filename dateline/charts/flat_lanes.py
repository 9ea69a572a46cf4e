"""Lanes of one row each, for a height in which the rows of a lane would run into each other.

Marks that touch lie on one another, and the one that is named says how many more there are; a click
takes the best corroborated, and the list beside the chart has them all.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from dateline.charts.textwidth import text_px
from dateline.charts.tracks import GAP_PX, REACH_PX, Item, Placed, Side

Box = tuple[float, float]


def flatten(items: Sequence[Item], width: float, font: float) -> dict[str, Placed]:
    """Every item in the one row of its lane, with a label where nothing else lies under it."""
    placed: dict[str, Placed] = {}
    lanes: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda i: (-i.weight, i.left, i.item_id)):
        lanes.setdefault(item.lane, []).append(item)
    for lane in lanes.values():
        taken: list[Box] = []
        named: set[str] = set()
        for item in lane:
            under = [other for other in lane if _meet(item, other)]
            # What lies on the mark itself may end where the label begins, a bar may not go on.
            others = [
                (o.left, o.right - GAP_PX + REACH_PX if o in under else o.right)
                for o in lane
                if o is not item
            ]
            spot = Placed(0, Side.NONE)
            if item.labels and not named & {other.item_id for other in under}:
                spot = _labelled(item, len(under) - 1, [*taken, *others], width, font) or spot
            if spot.side is not Side.NONE:
                named.add(item.item_id)
                taken.append((spot.label_left, spot.label_right))
            placed[item.item_id] = spot
    return placed


def _meet(one: Item, other: Item) -> bool:
    return one.left < other.right and other.left < one.right


def _labelled(
    item: Item, more: int, taken: Iterable[Box], width: float, font: float
) -> Placed | None:
    boxes = list(taken)
    forms = dict.fromkeys([*item.longer, *item.labels])
    for form, side in product(forms, (Side.RIGHT, Side.LEFT)):
        label = f"{form} (+{more})" if more else form
        wide = text_px(label, font) + 2
        left = item.right + REACH_PX if side is Side.RIGHT else item.left - REACH_PX - wide
        right = left + wide
        if left < 0 or right > width:
            continue
        if all(right + GAP_PX <= start or left - GAP_PX >= end for start, end in boxes):
            return Placed(0, side, label, left, right)
    return None

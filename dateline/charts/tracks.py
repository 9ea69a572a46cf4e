"""Marks and their labels in rows, so that no label ever lies on another, on a mark or off the edge.

Greedy, best corroborated first: a label goes right of its mark, else left of it, else it is
shortened, else it is dropped; the mark always stays. When all are placed, labels that were cut get
back the words for which their row still has room, in the same order. What the reader has chosen is
no input, so choosing moves nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from dateline.charts.textwidth import text_px

GAP_PX = 9  # between a label and whatever follows it in its row
REACH_PX = 6  # between a mark and its label


class Side(StrEnum):
    RIGHT = "right"
    LEFT = "left"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed: the pixels its mark covers, and its label, longest form first.

    `longer` are forms to grow into where there is room in the end, longest first.
    """

    item_id: str
    lane: str
    left: float
    right: float
    labels: tuple[str, ...]
    weight: float = 0.0
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item went: its row within its lane, and the label with its pixels."""

    track: int
    side: Side
    label: str = ""
    label_left: float = 0.0
    label_right: float = 0.0


Box = tuple[float, float]


def place(items: Sequence[Item], width: float, font: float, most_tracks: int) -> dict[str, Placed]:
    """Give every item a row; beyond *most_tracks* in a lane, new rows are for marks alone."""
    lanes: dict[str, list[list[Box]]] = {}
    placed: dict[str, Placed] = {}
    for item in sorted(items, key=lambda i: (-i.weight, i.left, i.item_id)):
        tracks = lanes.setdefault(item.lane, [])
        spot = _best(item, tracks, max(most_tracks, len(tracks)), width, font)
        if spot is None:
            spot = Placed(_row_for(_mark(item), tracks, 3), Side.NONE)
        placed[item.item_id] = spot
        while len(tracks) <= spot.track:
            tracks.append([])
        tracks[spot.track].append(_box(item, spot))
    placed = _second_chance(items, placed, lanes, width, font)
    return _grown(items, placed, lanes, width, font)


def _second_chance(
    items: Iterable[Item],
    placed: dict[str, Placed],
    lanes: dict[str, list[list[Box]]],
    width: float,
    font: float,
) -> dict[str, Placed]:
    """A label lost to the limit may fit in a row that was opened after it."""
    for item in sorted(items, key=lambda i: (-i.weight, i.left, i.item_id)):
        spot = placed[item.item_id]
        if spot.side is not Side.NONE:
            continue
        tracks = lanes[item.lane]
        tracks[spot.track].remove(_mark(item))
        placed[item.item_id] = _best(item, tracks, len(tracks), width, font) or spot
        tracks[placed[item.item_id].track].append(_box(item, placed[item.item_id]))
    return placed


def _grown(
    items: Iterable[Item],
    placed: dict[str, Placed],
    lanes: dict[str, list[list[Box]]],
    width: float,
    font: float,
) -> dict[str, Placed]:
    """A label that was cut takes what its row has left, on either side of its mark."""
    for item in sorted(items, key=lambda i: (-i.weight, i.left, i.item_id)):
        spot = placed[item.item_id]
        if spot.side is Side.NONE:
            continue
        row = lanes[item.lane][spot.track]
        row.remove(_box(item, spot))
        sides = (spot.side, Side.LEFT if spot.side is Side.RIGHT else Side.RIGHT)
        longer = [label for label in item.longer if len(label) > len(spot.label)]
        for label, side in product(longer, sides):
            left, right = _label_px(item, label, side, font)
            better = Placed(spot.track, side, label, left, right)
            if left >= 0 and right <= width and _is_free(_box(item, better), row, GAP_PX):
                placed[item.item_id] = spot = better
                break
        row.append(_box(item, spot))
    return placed


def _best(
    item: Item, tracks: list[list[Box]], limit: int, width: float, font: float
) -> Placed | None:
    """The first spot with a label: in a row that is there, else in a new one, else cut short.

    A row costs every reader height, so a label that loses its last words is better than a new row;
    but one that loses most of them (all but the first two lengths) is not.
    """
    here, new = range(len(tracks)), range(len(tracks), min(limit, len(tracks) + 1))
    good, short = item.labels[:2], item.labels[2:]
    orders = [*product(good, here), *product(good, new), *product(short, range(limit))]
    for (label, track), side in product(orders, (Side.RIGHT, Side.LEFT)):
        left, right = _label_px(item, label, side, font)
        if left < 0 or right > width:
            continue
        spot = Placed(track, side, label, left, right)
        if track >= len(tracks) or _is_free(_box(item, spot), tracks[track], GAP_PX):
            return spot
    return None


def _label_px(item: Item, label: str, side: Side, font: float) -> Box:
    wide = text_px(label, font) + 2
    if side is Side.RIGHT:
        return item.right + REACH_PX, item.right + REACH_PX + wide
    return item.left - REACH_PX - wide, item.left - REACH_PX


def _mark(item: Item) -> Box:
    return item.left, item.right


def _box(item: Item, spot: Placed) -> Box:
    if spot.side is Side.NONE:
        return _mark(item)
    return min(item.left, spot.label_left), max(item.right, spot.label_right)


def _row_for(box: Box, tracks: list[list[Box]], gap: float) -> int:
    return next((n for n, track in enumerate(tracks) if _is_free(box, track, gap)), len(tracks))


def _is_free(box: Box, taken: Iterable[Box], gap: float) -> bool:
    return all(box[1] + gap <= left or box[0] - gap >= right for left, right in taken)


def flow(
    items: Sequence[Item], width: float, font: float, mark: float
) -> list[tuple[str, int, float, str]]:
    """Items without a place on the axis, line by line: id, line, left pixel and label of each."""
    found, line, at = [], 0, 0.0
    for item in items:
        label = next(
            (t for t in item.labels if mark + 2 * REACH_PX + text_px(t, font) <= width),
            item.labels[-1],
        )
        wide = mark + 2 * REACH_PX + text_px(label, font)
        if at and at + wide > width:
            line, at = line + 1, 0.0
        found.append((item.item_id, line, at, label))
        at += wide + 2 * GAP_PX + 8
    return found

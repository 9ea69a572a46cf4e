"""Labels never overlap: checked by box over hundreds of made-up sets."""

import itertools
import random

import pytest

from dateline.charts.callouts import Box, Target, place_callouts
from dateline.charts.tracks import Item, Side, flow, place

WIDTH, FONT = 900, 15
WORDS = ("treaty", "vote", "summit", "crossing", "of", "on the", "ministry", "marines", "Norland")


def made_up(seed: int) -> list[Item]:
    roll = random.Random(seed)
    items = []
    for number in range(roll.randint(1, 60)):
        left = roll.random() * (WIDTH - 30) + 8
        right = min(WIDTH - 8, left + roll.choice([14, 14, roll.random() * 300]))
        words = [" ".join(roll.choices(WORDS, k=n)) for n in (roll.randint(3, 8), 2, 1)]
        lane = f"lane {roll.randint(1, 4)}"
        items.append(Item(f"e{number}", lane, left, right, tuple(words), roll.randint(1, 4)))
    return items


@pytest.mark.parametrize("seed", range(200))
def test_nothing_in_a_row_overlaps_and_every_mark_stays(seed):
    items = made_up(seed)
    placed = place(items, WIDTH, FONT, most_tracks=3)

    assert set(placed) == {item.item_id for item in items}
    rows: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for item in items:
        spot = placed[item.item_id]
        rows.setdefault((item.lane, spot.track), []).append((item.left, item.right))
        if spot.side is not Side.NONE:
            rows[item.lane, spot.track].append((spot.label_left, spot.label_right))
            assert 0 <= spot.label_left < spot.label_right <= WIDTH
    for boxes in rows.values():
        boxes.sort()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(boxes))


def test_the_best_corroborated_keep_their_labels_and_the_least_loses_its_own():
    def item(item_id: str, left: float, length: int, weight: float) -> Item:
        return Item(item_id, "a", left, left + 14, ("n" * length,), weight)

    items = [item("least", 560, 30, 1), item("first", 100, 48, 3), item("second", 700, 15, 2)]
    placed = place(items, WIDTH, FONT, most_tracks=1)

    assert {name: spot.side for name, spot in placed.items()} == {
        "first": Side.RIGHT, "second": Side.RIGHT, "least": Side.NONE,
    }  # fmt: skip
    assert placed["least"].track == 0


def test_a_label_goes_right_then_left_then_is_shortened_then_is_dropped():
    def side_of(left: float, *labels: str) -> tuple[Side, str]:
        spot = place([Item("e", "a", left, left + 14, labels)], WIDTH, FONT, 1)["e"]
        return spot.side, spot.label

    assert side_of(100, "long label", "short") == (Side.RIGHT, "long label")
    assert side_of(870, "long label", "short") == (Side.LEFT, "long label")
    assert side_of(450, "n" * 80, "short") == (Side.RIGHT, "short")
    assert side_of(450, "n" * 80, "n" * 70) == (Side.NONE, "")


def test_a_label_loses_its_last_words_before_it_opens_a_row_but_not_most_of_them():
    first = Item("first", "x", 100, 114, ("n" * 40,), 2)

    def beside(left: float) -> tuple[int, str]:
        second = Item("second", "x", left, left + 14, ("n" * 44, "n" * 28, "n" * 18))
        spot = place([first, second], WIDTH, FONT, most_tracks=2)["second"]
        return spot.track, spot.label

    assert beside(600) == (0, "n" * 28)
    assert beside(670) == (1, "n" * 44)


def test_items_without_a_place_flow_line_by_line():
    items = [Item(f"e{n}", "", 0, 0, ("a label of some length",)) for n in range(9)]

    spots = flow(items, 500, FONT, 14)

    assert [spot[0] for spot in spots] == [item.item_id for item in items]
    assert {line for _, line, _, _ in spots} == set(range(spots[-1][1] + 1))
    for (_, line, at, _), (_, next_line, next_at, _) in itertools.pairwise(spots):
        assert (next_line, next_at) > (line, at)


@pytest.mark.parametrize("seed", range(100))
def test_callouts_lie_on_nothing_and_stay_inside(seed):
    roll = random.Random(seed)
    targets = []
    for _ in range(roll.randint(1, 25)):
        x, y, arrow = roll.random() * 800 + 20, roll.random() * 320 + 20, roll.choice([0, 0, 34])
        box = Box(x - 9, y - 9 - arrow, x + 9, y + 9)
        targets.append(Target((box,), y, (roll.randint(60, 170), 50), 20))
    area = Box(0, 0, 860, 360)

    found = place_callouts(targets, area, 5)

    labels = [callout.box for callout in found if callout]
    assert all(box.within(area) for box in labels)
    assert not any(box.meets(target.box) for box in labels for target in targets)
    for number, box in enumerate(labels):
        assert not any(box.meets(other) for other in labels[:number])


def test_a_lone_mark_has_its_label_at_its_right():
    [callout] = place_callouts(
        [Target((Box(90, 90, 110, 110),), 100, (80,), 20)], Box(0, 0, 500, 300), 5
    )

    assert callout is not None
    assert callout.leader is None
    assert callout.box.left == 115

"""The time axis: where stretches begin, what is cut, and that days never change their order."""

import itertools
import random
from datetime import date

import pytest

from dateline.charts.scale import Extent, Pace, make_scale, ordinal
from dateline.charts.textwidth import text_px
from dateline.charts.ticks import cut_text, ticks


def day(*parts: int) -> float:
    return ordinal(date(*parts))


OCTOBER = [Extent(day(2031, 10, n), day(2031, 10, n)) for n in range(1, 26)]
JUNE = Extent(day(2031, 6, 1), day(2031, 6, 30))
YEAR = Extent(day(2030, 1, 1), day(2030, 12, 31))


def test_a_story_without_a_quiet_stretch_has_one_even_scale():
    scale = make_scale(OCTOBER, 1000)

    assert [stretch.pace for stretch in scale.stretches] == [Pace.BUSY]
    steps = [scale.px(day(2031, 10, n + 1)) - scale.px(day(2031, 10, n)) for n in range(1, 25)]
    assert max(steps) - min(steps) < 0.001


def test_a_stretch_of_four_weeks_stays_and_a_longer_one_is_cut():
    def paces(second: float) -> list[Pace]:
        found = make_scale([Extent(0, 0), Extent(second, second)], 1000)
        return [stretch.pace for stretch in found.stretches]

    assert paces(28) == [Pace.BUSY]
    assert paces(29) == [Pace.BUSY, Pace.QUIET, Pace.BUSY]


def test_a_wide_doubt_makes_no_stretch_busy_and_is_not_cut_in_two():
    scale = make_scale([*OCTOBER, JUNE, YEAR], 1000)

    assert [stretch.pace for stretch in scale.stretches] == [
        Pace.SLOW, Pace.QUIET, Pace.BUSY, Pace.QUIET, Pace.BUSY,
    ]  # fmt: skip
    assert (scale.stretches[0].first, scale.stretches[0].last) == (YEAR.first, YEAR.last)


def test_the_busiest_stretch_gets_half_of_the_axis_or_more():
    for width in (300, 1000, 1700):
        stretch = make_scale([*OCTOBER, JUNE, YEAR], width).stretches[-1]

        assert stretch.px >= 0.45 * width


def test_stretches_fill_the_axis_from_edge_to_edge():
    stretches = make_scale([*OCTOBER, JUNE, YEAR], 1000).stretches

    assert stretches[0].left == 0
    assert stretches[-1].right == pytest.approx(1000)
    for one, two in itertools.pairwise(stretches):
        assert (one.right, one.last) == (two.left, two.first)


def made_up(seed: int) -> list[Extent]:
    """Extents of any width over twenty years, some of a single day, some open."""
    roll = random.Random(seed)
    starts = [day(2015, 1, 1) + roll.choice([roll.random() * 20, roll.random() * 7000]) // 1
              for _ in range(roll.randint(1, 40))]  # fmt: skip
    return [
        Extent(s, s + roll.choice([0, 0, roll.randint(1, 40), roll.randint(1, 900)]),
               roll.random() < 0.1)
        for s in starts
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_a_later_day_is_never_further_left_and_every_pixel_leads_back(seed):
    extents = made_up(seed)
    scale = make_scale(extents, 900)
    days = sorted({end for e in extents for end in (e.first, e.last)})
    pixels = [scale.px(d) for d in days]

    assert pixels == sorted(pixels)
    assert all(0 <= px <= 900 for px in pixels)
    assert all(abs(scale.day(px) - d) < 0.01 for d, px in zip(days, pixels, strict=True))


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("width", [260, 900, 1600])
def test_tick_labels_never_touch_and_stay_on_the_axis(seed, width):
    labels = ticks(make_scale(made_up(seed), width), 14)

    boxes = sorted((t.px - text_px(t.text, 14) / 2, t.px + text_px(t.text, 14) / 2) for t in labels)
    assert all(right + 8 <= left for (_, right), (left, _) in itertools.pairwise(boxes))
    assert all(left >= -9 and right <= width + 9 for left, right in boxes)


def test_stretches_are_named_and_the_last_has_its_days():
    texts = [tick.text for tick in ticks(make_scale([*OCTOBER, JUNE, YEAR], 1000), 14)]

    assert texts[:2] == ["2030", "Jun 2031"]
    assert any(text.endswith("Oct") for text in texts)


def test_the_axis_says_how_much_was_cut():
    cuts = make_scale([*OCTOBER, JUNE, YEAR], 1000).cuts()

    assert [cut_text(cut) for cut in cuts] == ["5 mo", "3 mo"]
    [short] = make_scale([Extent(0, 0), Extent(42, 42)], 1000).cuts()
    assert cut_text(short) == "6 wk"

"""Where the axis says which day it is, in labels that never touch each other."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.charts.scale import Pace, Scale, Stretch
from dateline.charts.textwidth import text_px
from dateline.views.days import MONTHS, day_text, short_day, span_text

DAY_STEPS = (1, 2, 7, 14, 28)


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at a pixel; `has_line` where it names one day and not a whole stretch."""

    px: float
    text: str
    has_line: bool


def ticks(scale: Scale, font: float) -> list[Tick]:
    """Labels for every stretch: day by day where there is room, the stretch's name elsewhere."""
    kept = [s for s in scale.stretches if s.pace is not Pace.QUIET]
    years = {d.year for s in kept for d in (_day(s.first), _day(s.last))}
    wanted: list[Tick] = []
    for stretch in kept:
        wanted += _of_stretch(stretch, scale, font, len(years) > 1)
    # The last stretch is what the story is about, so its labels are the last to go.
    found: list[Tick] = []
    for tick in reversed(wanted):
        width = text_px(tick.text, font)
        if tick.px - width / 2 < -8 or tick.px + width / 2 > scale.width + 8:
            continue
        if all(abs(tick.px - t.px) >= (width + text_px(t.text, font)) / 2 + 12 for t in found):
            found.append(tick)
    return found[::-1]


def _of_stretch(stretch: Stretch, scale: Scale, font: float, with_year: bool) -> list[Tick]:
    first, last = _day(stretch.first), _day(stretch.last)
    room = text_px("28 Sep", font) + 22
    if stretch.px < room * 2.6 or stretch.pace is Pace.SLOW:
        return _named(stretch, scale, font)
    days = (last - first).days
    per_day = (stretch.px - 2 * scale.pad) / max(days, 1)
    if days > 400:
        return _months(stretch, scale, room, step=12 if per_day * 92 < room else 3)
    step = next((n for n in DAY_STEPS if n * per_day >= room), 0)
    if not step:
        return _months(stretch, scale, room, step=1 if per_day * 30 >= room else 3)
    found: list[Tick] = []
    for number in range(days + 1):
        day = first + timedelta(days=number)
        # Counted from a Monday, so that weeks start on the same weekday in every stretch.
        if (day.toordinal() - 1) % step == 0:
            text = day_text(day) if with_year and not found else short_day(day)
            found.append(Tick(scale.px(day.toordinal()), text, True))
    return found


def _named(stretch: Stretch, scale: Scale, font: float) -> list[Tick]:
    """The stretch's own name in its middle: 19 Jun 2024, Feb 2022, 2023."""
    first, last = _day(stretch.first), _day(stretch.last)
    names = [span_text(first, last), _rough(first, last)]
    name = next((n for n in names if text_px(n, font) <= stretch.px + 6), names[-1])
    return [Tick((stretch.left + stretch.right) / 2, name, first == last)]


def _rough(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year % 100:02d}"


def _months(stretch: Stretch, scale: Scale, room: float, step: int) -> list[Tick]:
    first, last = _day(stretch.first), _day(stretch.last)
    found: list[Tick] = []
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        day = date(year, month + 1, 1)
        if month % step or not first <= day <= last:
            continue
        px = scale.px(day.toordinal())
        if found and px - found[-1].px < room:
            continue
        text = str(year) if step == 12 else f"{MONTHS[month]} {year}"
        found.append(Tick(px, text, True))
    return found


def cut_text(stretch: Stretch) -> str:
    """How much was cut out: 15 wk, 10 mo, 3 yr."""
    days = stretch.last - stretch.first
    if days < 75:
        return f"{round(days / 7)} wk"
    if days < 700:
        return f"{round(days / 30.44)} mo"
    years = days / 365.25
    return f"{years:.0f} yr" if years >= 10 else f"{years:.1f}".removesuffix(".0") + " yr"


def _day(ordinal: float) -> date:
    return date.fromordinal(int(ordinal))

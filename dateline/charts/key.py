"""How marks are drawn and what they mean, for a picture that has no page around it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dateline.charts.theme import CIRCLE, CROSS, FAMILY_SHAPES, HOLLOW_STATES, STATE_SHAPES, Look
from dateline.model import Status
from dateline.views.choices import STATE_NAMES
from dateline.views.families import FAMILY_NAMES, Family

BOX = 16  # the height of a drawing, and the width of one that is a single mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A drawing, as SVG in a box of *width* by `BOX`, and the words for it."""

    drawing: str
    text: str
    width: int = BOX


def density_key(look: Look) -> list[Entry]:
    """The two sorts of bars that count events."""
    return [
        Entry(_bar(look, 'fill-opacity=".75"'), "events on a known day", 34),
        Entry(_bar(look, 'fill-opacity=".25"'), "events that can have happened then", 34),
    ]


def timeline_key(rows: pd.DataFrame, look: Look) -> list[Entry]:
    """Only what the chart of *rows* (see `views.timeline.timeline_rows`) shows."""
    present = set(rows["family"])
    found = [
        Entry(_path(FAMILY_SHAPES[family].path, look.family(family)), FAMILY_NAMES[family])
        for family in Family
        if family in present
    ]
    muted = look.base.muted
    is_open = rows["first_day"].isna() != rows["last_day"].isna()
    dotted = _bar(look, f'fill-opacity=".16" stroke="{muted}" stroke-dasharray="2 2"')
    outline = f'fill="{look.base.ground}" stroke="{muted}" stroke-width="2"'
    middle = f'<circle cx="17" cy="8" r="4.5" {outline}/>'
    first = f'<circle cx="7" cy="8" r="5" fill="{muted}"/>'
    dated = rows[~rows["is_undated"]]
    if (dated["precision"] == "interval").any():
        found.append(Entry(_bar(look, 'fill-opacity=".5"') + first, "every day of the bar", 34))
    if (~dated["precision"].isin(["day", "interval"])).any():
        found.append(Entry(dotted + middle, "one day, somewhere in the bar", 34))
    if is_open.any():
        arrow = f'<path d="M8 8H26" stroke="{muted}" stroke-width="2.4"/>'
        found.append(Entry(first + arrow + _path("M25 3l8 5l-8 5z", muted), "open end", 34))
    if rows["is_planned"].any():
        found.append(Entry(_path(CIRCLE.path, muted, hollow=".3"), "pale, italic: planned"))
    disputed = set(rows.loc[rows["is_disputed"], "status"])
    stroke = f'stroke="{look.base.ink}" stroke-width="2.4"'
    if Status.CONTESTED in disputed:
        sides = f'<path d="M2 4h6M5 1v6M16 1l5 5M21 1l-5 5" {stroke}/>'
        dot = f'<circle cx="11.5" cy="10" r="5" fill="{muted}"/>'
        found.append(Entry(dot + sides, "told as so, and denied", 23))
    if Status.DENIED in disputed:
        dot = f'<circle cx="8" cy="8" r="5.5" fill="{muted}"/>'
        found.append(Entry(f'{dot}<path d="M1 15L15 1" {stroke}/>', "denied"))
    return found


def estimates_key(
    troops: pd.DataFrame, denials: pd.DataFrame, ranks: Mapping[str, int], look: Look
) -> list[Entry]:
    """Only what the chart of *troops* and *denials* (see `views.claims`) shows."""
    names = dict(zip(troops["group"], troops["group_name"], strict=True))
    muted = look.base.muted
    found = [
        Entry(_path(CIRCLE.path, look.claimant(ranks.get(group, 99))), names[group])
        for group in sorted(names, key=lambda group: ranks.get(group, 99))
    ]
    states, bounds = set(troops["state"]), set(troops["bound"])
    found += [
        Entry(
            _path(shape.path, muted, hollow="0" if state in HOLLOW_STATES else ""),
            STATE_NAMES[state].lower(),
        )
        for state, shape in STATE_SHAPES.items()
        if state in states
    ]
    for these, path, words in (
        ({"at_least", "more_than"}, "M8 15V3M4 7L8 2.5L12 7", "at least"),
        ({"at_most", "less_than"}, "M8 1V13M4 9L8 13.5L12 9", "up to"),
        ({"between"}, "M3 2H13M3 14H13M8 2V14", "from low to high"),
    ):
        if these & bounds:
            line = f'<path d="{path}" fill="none" stroke="{muted}" stroke-width="2.2"/>'
            found.append(Entry(line, words))
    if troops["is_increment"].any():
        stem = f'<path d="M8 7V13M3 11V15H13V11" fill="none" stroke="{muted}" stroke-width="2"/>'
        plus = _path("M6.5 0h3v3h3v3h-3v3h-3v-3h-3v-3h3z", muted)
        found.append(Entry(plus + stem, "on top of what was counted"))
    if troops["part_of"].notna().any():
        outline = f'<path d="M4 1H12V15H4Z" fill="none" stroke="{muted}" stroke-width="1.6"/>'
        found.append(Entry(outline + _path("M4 7H12V15H4Z", muted), "part of a whole"))
    if len(denials):
        found.append(Entry(_path(CROSS.path, look.base.ink), "denies"))
    return found


def _bar(look: Look, style: str) -> str:
    return f'<rect x="1" y="4" width="32" height="8" fill="{look.base.muted}" {style}/>'


def _path(path: str, colour: str, hollow: str = "") -> str:
    if not hollow:
        return f'<path d="{path}" fill="{colour}"/>'
    return (
        f'<path d="{path}" fill="{colour}" fill-opacity="{hollow}" '
        f'stroke="{colour}" stroke-width="2"/>'
    )

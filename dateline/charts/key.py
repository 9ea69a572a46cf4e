"""How marks are drawn and what they mean: one list of drawings, for pages, rooms and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dateline.charts.claim_cells import SHADES, are_crowded, level_words
from dateline.charts.theme import (
    CIRCLE,
    CROSS,
    FAMILY_SHAPES,
    HOLLOW_STATES,
    SQUARE,
    STATE_SHAPES,
    Look,
)
from dateline.model import Status
from dateline.views.choices import STATE_NAMES
from dateline.views.claim_view import ClaimFrames, ClaimView
from dateline.views.claimed_range import COUNTED_WORDS
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
    box = f'x="1" y="2" width="14" height="12" fill="{look.base.accent}"'
    return [
        Entry(f"<rect {box}/>", "events on known days"),
        Entry(f'<rect {box} fill-opacity=".3"/>', "can have happened then"),
    ]


def timeline_key(rows: pd.DataFrame, look: Look) -> list[Entry]:
    """Colours and marks, only those that the chart of *rows* (see `views.timeline`) shows."""
    present = set(rows["family"])
    families = [
        Entry(_path(FAMILY_SHAPES[family].path, look.family(family)), FAMILY_NAMES[family])
        for family in Family
        if family in present
    ]
    return [*families, *event_marks(rows, look)]


def event_marks(rows: pd.DataFrame, look: Look) -> list[Entry]:
    """How the events of *rows* are drawn, whatever their colours and shapes."""
    muted, found = look.base.muted, []
    dated = rows[~rows["is_undated"]]
    is_open = dated["first_day"].isna() != dated["last_day"].isna()
    is_exact = (dated["precision"] == "day") & (dated["first_day"] == dated["last_day"])
    first = f'<circle cx="7" cy="8" r="5" fill="{muted}"/>'
    if is_exact.any():
        found.append(Entry(_path(CIRCLE.path, muted), "exact day"))
    if (~dated["precision"].isin(["day", "interval"])).any():
        dotted = _bar(look, f'fill-opacity=".16" stroke="{muted}" stroke-dasharray="2 2"')
        outline = f'fill="{look.base.ground}" stroke="{muted}" stroke-width="2"'
        middle = f'<circle cx="17" cy="8" r="4.5" {outline}/>'
        found.append(Entry(dotted + middle, "one day, somewhere in the bar", 34))
    if (dated["precision"] == "interval").any():
        found.append(Entry(_bar(look, 'fill-opacity=".5"') + first, "every day of the bar", 34))
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
    frames: ClaimFrames, view: ClaimView, claimants: Mapping[str, str], look: Look
) -> list[Entry]:
    """Every claimant, mark and ground that the chart of *frames* shows.

    *claimants* are all there are, by name, in the order of their colours.
    """
    found = cells_key(look) if are_crowded(frames) else _marked(frames, claimants, look)
    if len(frames.range):
        pale = f'<rect width="22" height="{BOX}" fill="{look.base.muted}" fill-opacity=".25"/>'
        found.append(Entry(pale, f"range of {COUNTED_WORDS[view.counted]}", 22))
    return found


def _marked(frames: ClaimFrames, claimants: Mapping[str, str], look: Look) -> list[Entry]:
    there = {*frames.troops["group"], *frames.vague["group"]}
    found = [
        Entry(_path(SQUARE.path, look.claimant(rank)), name)
        for rank, (group, name) in enumerate(claimants.items())
        if group in there
    ]
    found += claim_marks(frames.troops, look)
    if len(frames.denials):
        found.append(Entry(_path(CROSS.path, look.base.ink), "denial"))
    return found


def cells_key(look: Look) -> list[Entry]:
    """The shades of the cells that count claims."""
    words = [f"{words} claim{'s' * (words != '1')}" for words in level_words()]
    return [
        Entry(
            f'<rect x="1" y="2" width="14" height="12" fill="{look.base.accent}" '
            f'fill-opacity="{shade:g}"/>',
            text,
        )
        for shade, text in zip(SHADES, words, strict=True)
    ]


def troops_key(frames: ClaimFrames, look: Look) -> list[Entry]:
    """How the troop claims of *frames* are drawn, whatever their colours."""
    return cells_key(look) if are_crowded(frames) else claim_marks(frames.troops, look)


def claim_marks(rows: pd.DataFrame, look: Look) -> list[Entry]:
    """How the claims of *rows* (see `views.claim_rows`) are drawn, whatever their colours."""
    muted, states, bounds = look.base.muted, set(rows["state"]), set(rows["bound"])
    found = [
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
    if rows["is_increment"].any():
        stem = f'<path d="M8 7V13M3 11V15H13V11" fill="none" stroke="{muted}" stroke-width="2"/>'
        plus = _path("M6.5 0h3v3h3v3h-3v3h-3v-3h-3v-3h3z", muted)
        found.append(Entry(plus + stem, "on top of what was counted"))
    if rows["part_of"].notna().any():
        outline = f'<path d="M4 1H12V15H4Z" fill="none" stroke="{muted}" stroke-width="1.6"/>'
        found.append(Entry(outline + _path("M4 7H12V15H4Z", muted), "part of a whole"))
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

"""How marks are drawn, beside the pills that already name their colours."""

import pandas as pd

from dateline.charts.theme import HOLLOW_STATES, STATE_SHAPES, Look
from dateline.model import Status
from dateline.ui.markup import Html, picture, show, tag
from dateline.views.choices import STATE_NAMES
from dateline.views.quotes import Mark

CIRCLE = "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z"


Item = tuple[Html, str]


def timeline(look: Look, rows: pd.DataFrame) -> None:
    """Only what the chart of *rows* shows."""
    show_items(timeline_items(look, rows), "How events are drawn")


def timeline_items(look: Look, rows: pd.DataFrame) -> list[Item]:
    """How the events of *rows* are drawn, beside their colours and shapes."""
    is_open = rows["first_day"].isna() != rows["last_day"].isna()
    muted, ground = look.base.muted, look.base.ground
    bar = f'x="1" y="4" width="32" height="8" fill="{muted}"'
    dotted = f'<rect {bar} fill-opacity=".16" stroke="{muted}" stroke-dasharray="2 2"/>'
    solid = f'<rect {bar} fill-opacity=".5"/>'
    middle = "M17 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z"
    start = "M7 3a5 5 0 1 1 0 10a5 5 0 0 1 0-10z"
    shaft = f'<path d="M8 8H26" stroke="{muted}" stroke-width="2.4"/>'
    items = [
        (picture(CIRCLE, (16, 16), muted), "exact day"),
        (picture(middle, (34, 16), muted, ground, dotted), "one day, somewhere in the bar"),
        (picture(start, (34, 16), muted, extra=solid), "every day of the bar"),
    ]
    if is_open.any():
        items.append((picture("M25 3l8 5l-8 5z", (34, 16), muted, extra=shaft), "open end"))
    if rows["is_planned"].any():
        pale = f'<path d="{CIRCLE}" fill="{muted}" fill-opacity=".3"/>'
        outline = f'{pale}<path d="{CIRCLE}" fill="none" stroke="{muted}" stroke-width="2"/>'
        items.append((picture("", (16, 16), muted, extra=outline), "pale, italic: planned"))
    disputed = set(rows.loc[rows["is_disputed"], "status"])
    ink = look.base.ink
    if Status.CONTESTED in disputed:
        sides = f'<path d="M2 4h6M5 1v6M16 1l5 5M21 1l-5 5" stroke="{ink}" stroke-width="2.4"/>'
        dot = f'<circle cx="11.5" cy="10" r="5" fill="{muted}"/>'
        items.append((picture("", (23, 16), muted, extra=dot + sides), "told as so, and denied"))
    if Status.DENIED in disputed:
        dot = f'<circle cx="8" cy="8" r="5.5" fill="{muted}"/>'
        stroke = f'<path d="M1 15L15 1" stroke="{ink}" stroke-width="2.4"/>'
        items.append((picture("", (16, 16), muted, extra=dot + stroke), "denied"))
    return items


def claims(look: Look, drawn: pd.DataFrame) -> None:
    """Only what a chart of the claims *drawn* (see `views.claim_rows`) shows."""
    show_items(claim_items(look, drawn), "How claims are drawn")


def claim_items(look: Look, drawn: pd.DataFrame) -> list[Item]:
    """How the claims *drawn* are drawn, beside their colours."""
    states, bounds = set(drawn["state"]), set(drawn["bound"])
    muted, ground = look.base.muted, look.base.ground
    items = []
    for state, shape in STATE_SHAPES.items():
        if state in states:
            hollow = ground if state in HOLLOW_STATES else ""
            items.append((picture(shape.path, (16, 16), muted, hollow), STATE_NAMES[state].lower()))
    lines = (
        ({"at_least", "more_than"}, "M9 17V4M5 8L9 3L13 8", "at least"),
        ({"at_most", "less_than"}, "M9 1V14M5 10L9 15L13 10", "up to"),
        ({"between"}, "M4 2H14M4 16H14M9 2V16", "from low to high"),
    )
    for names, path, words in lines:
        if names & bounds:
            drawing = f'<path d="{path}" fill="none" stroke="{muted}" stroke-width="2.2"/>'
            items.append((picture("", (18, 18), muted, extra=drawing), words))
    if drawn["is_increment"].any():
        stem = f'<path d="M9 8V15M4 12V16H14V12" fill="none" stroke="{muted}" stroke-width="2"/>'
        plus = "M7.5 1h3v3h3v3h-3v3h-3v-3h-3v-3h3z"
        items.append((picture(plus, (18, 18), muted, extra=stem), "on top of what was counted"))
    if drawn["part_of"].notna().any():
        outline = f'<path d="M5 2H13V17H5Z" fill="none" stroke="{muted}" stroke-width="1.6"/>'
        items.append((picture("M5 8H13V17H5Z", (18, 18), muted, extra=outline), "part of a whole"))
    return items


def reading() -> None:
    """What the marks in an article's text mean."""
    words = (
        (Mark.DATE, "date words"),
        (Mark.CUE, "words that tell an event"),
        (Mark.FIGURE, "a figure"),
        (Mark.ACTOR, "somebody named"),
        (Mark.PROBLEM, "could not be read"),
    )
    items = [(tag("mark", name, class_=f"dl-m dl-{mark}"), "") for mark, name in words]
    show_items(items, "What the marks mean")


def show_items(items: list[Item], label: str) -> None:
    """A list of drawings with their meanings."""
    entries = [tag("li", drawing, text) for drawing, text in items]
    show(tag("ul", *entries, class_="dl-legend", aria_label=label))

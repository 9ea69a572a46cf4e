"""What is known of the selected event or claim, beside the sentences that say it."""

from typing import Any

import pandas as pd

from dateline.charts.theme import FAMILY_SHAPES, Look
from dateline.ui import quotes
from dateline.ui.markup import Html, picture, show, tag
from dateline.views.choices import STATE_NAMES
from dateline.views.claims import figure_words, reported_text
from dateline.views.days import as_day, day_text, span_text
from dateline.views.families import FAMILY_NAMES, Family, kind_name
from dateline.views.groups import actor_names, names_of
from dateline.views.quotes import cut, hits
from dateline.views.story import Story


def event(story: Story, drawn: dict[Any, Any], look: Look, words: tuple[str, ...] = ()) -> None:
    """The card of an event; *drawn* is its row of the timeline, *words* are searched for."""
    row = story.events.set_index("event_id", drop=False).loc[drawn["event_id"]]
    names = actor_names(story.actors)
    family = Family(drawn["family"])
    icon = picture(FAMILY_SHAPES[family].path, (14, 14), look.family(family))
    meta = [
        tag("strong", drawn["when"]),
        tag("span", icon, kind_name(row["kind"]), class_="dl-tag"),
    ]
    meta.append(tag("span", STATUS_WORDS[row["status"]], class_="dl-tag"))
    facts = {
        "Who": names_of(row["actor_ids"], names),
        "To or about": names_of(row["target_ids"], names),
        "Where": row["place"],
        "Date as EDTF": row["edtf"],
        "Family": FAMILY_NAMES[family],
        "Told by": _told_by(row),
        "Corrected": _corrected(row),
    }
    show(
        tag(
            "section",
            tag("div", *meta, class_="dl-meta"),
            tag("h2", quotes.marked(cut(row["title"], hits(row["title"], words)))),
            _facts(facts),
            class_="dl-card",
            aria_label="Selected event",
        )
    )


STATUS_WORDS = {
    "reported": "reported",
    "confirmed": "confirmed",
    "contested": "contested: asserted and denied",
    "denied": "denied",
    "planned": "planned",
}


def _corrected(row: pd.Series) -> str:
    what = row["corrected"].replace(";", ", ")
    return f"{what}: {row['correction_reason']}" if what else ""


def _told_by(row: pd.Series) -> str:
    articles, publishers = int(row["article_count"]), int(row["publisher_count"])
    first, last = as_day(row["first_reported_day"]), as_day(row["last_reported_day"])
    return (
        f"{articles} article{'' if articles == 1 else 's'}, {publishers} independent "
        f"publisher{'' if publishers == 1 else 's'}, reported {span_text(first, last)}"
    )


def claim(story: Story, estimate_id: str) -> None:
    """The card of a claim about a quantity."""
    row = story.estimates.set_index("estimate_id").loc[estimate_id]
    names = actor_names(story.actors)
    state = next((n for s, n in STATE_NAMES.items() if s == row["state"]), str(row["state"]))
    events = dict(zip(story.events["event_id"], story.events["title"], strict=True))
    first, last = as_day(row["as_of_first"]), as_day(row["as_of_last"])
    if first and last:
        as_of = span_text(first, last)
    else:
        as_of = f"until {day_text(last)}" if last else f"from {day_text(first)}" if first else ""
    facts = {
        "In the words": f"“{row['phrase']}”",
        "Claimed by": _claimant(row, names),
        "Passed on by": names_of(row["relayed_by"], names),
        "Whose": names_of(row["force_id"], names),
        "Stance": str(row["stance"]),
        "Speaks of": as_of,
        "Event": events.get(row["event_id"], ""),
    }
    meta = [
        tag("strong", f"Reported {reported_text(row['reported_day'])}"),
        tag("span", state, class_="dl-tag"),
        tag("span", row["unit"], class_="dl-tag"),
    ]
    show(
        tag(
            "section",
            tag("div", *meta, class_="dl-meta"),
            tag("h2", _heading(row), class_="dl-big"),
            _facts(facts),
            class_="dl-card",
            aria_label="Selected claim",
        )
    )


def _heading(row: pd.Series) -> str:
    """The figure with what is counted; a share or a ratio counts nothing."""
    words = figure_words(row.to_dict())
    return words if row["unit"] in ("share", "ratio") else f"{words} {row['unit']}"


def _claimant(row: pd.Series, names: dict[str, str]) -> str:
    name = names_of(row["claimant"], names) or "the article itself"
    printed = row["claimant_text"]
    return f"{name}, as “{printed}”" if printed and printed != name else name


def _facts(facts: dict[str, str]) -> Html:
    """Names and values of what is known; what is not known is left out."""
    rows = [part for name, value in facts.items() if value
            for part in (tag("dt", name), tag("dd", value))]  # fmt: skip
    return tag("dl", *rows, class_="dl-facts")

"""What is known of the selected event, beside the sentences that say it."""

from typing import Any

import pandas as pd

from dateline.charts.theme import FAMILY_SHAPES, Look
from dateline.ui import quotes
from dateline.ui.markup import Html, picture, show, tag
from dateline.views.days import as_day, span_text
from dateline.views.event_index import event_row
from dateline.views.families import FAMILY_NAMES, Family, kind_name
from dateline.views.groups import actor_names, names_of
from dateline.views.quotes import cut, hits
from dateline.views.story import Story


def event(story: Story, drawn: dict[Any, Any], look: Look, words: tuple[str, ...] = ()) -> None:
    """The card of an event; *drawn* is its row of the timeline, *words* are searched for."""
    row = event_row(story, drawn["event_id"])
    names = actor_names(story)
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
            facts_list(facts),
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


def facts_list(facts: dict[str, str]) -> Html:
    """Names and values of what is known; what is not known is left out."""
    rows = [part for name, value in facts.items() if value
            for part in (tag("dt", name), tag("dd", value))]  # fmt: skip
    return tag("dl", *rows, class_="dl-facts")

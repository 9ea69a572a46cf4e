"""What is chosen, beside the sentence that says it best, for a room to read."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.charts.theme import FAMILY_SHAPES
from dateline.ui import cards, quotes, viewport
from dateline.ui.markup import Content, Html, picture, show, tag
from dateline.views.claim_words import figure_words, reported_text
from dateline.views.event_index import event_row
from dateline.views.families import Family, kind_name
from dateline.views.groups import actor_names, names_of
from dateline.views.lanes import Lanes
from dateline.views.listing import Listing
from dateline.views.presented import best_quotes, overview
from dateline.views.quotes import Quote, quote_of_claim, quotes_of_event
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.timeline import timeline_rows

# The type of sentences by how many characters there are, so that they fit beside the card.
QUOTE_SIZES = ((190, "dl-few"), (330, "dl-some"), (10_000, "dl-many"))


def of_event(found: Listing, chosen: str | None, laid: Lanes, selection: Selection) -> None:
    """The chosen event, or what there is to see where none is."""
    if chosen is None:
        _overview(overview(found))
    else:
        _event(found.story, found.row(chosen, laid), selection)


def of_claim(story: Story, overview_words: str, selection: Selection, chosen: str | None) -> None:
    """The chosen claim, or the event that is chosen or that a chosen denial tells."""
    if chosen is None:
        _overview(overview_words)
        return
    claims = story.estimates[story.estimates["estimate_id"] == chosen]
    if claims.empty:
        events = story.events[story.events["event_id"] == chosen]
        _event(story, timeline_rows(story, events).iloc[0].to_dict(), selection)
        return
    row = claims.iloc[0]
    names = actor_names(story)
    unit = "" if row["unit"] in ("share", "ratio") else f" {row['unit']}"
    meta: list[Content] = [
        tag("strong", f"Reported {reported_text(row['reported_day'])}"),
        tag("span", str(row["state"]), class_="dl-tag"),
        tag("span", str(row["stance"]), class_="dl-tag"),
    ]
    facts = {
        "Claimed by": names_of(row["claimant"], names) or "the article itself",
        "Passed on by": names_of(row["relayed_by"], names),
        "Whose": names_of(row["force_id"], names),
    }
    found = quote_of_claim(story, chosen, selection.words)
    _card(meta, f"{figure_words(row.to_dict())}{unit}", facts, best_quotes(found))


def _event(story: Story, drawn: Mapping[Any, Any], selection: Selection) -> None:
    row = event_row(story, drawn["event_id"])
    names, family = actor_names(story), Family(drawn["family"])
    icon = picture(FAMILY_SHAPES[family].path, (16, 16), viewport.look().family(family))
    meta: list[Content] = [
        tag("strong", drawn["when"]),
        tag("span", icon, kind_name(row["kind"]), class_="dl-tag"),
        tag("span", cards.STATUS_WORDS[row["status"]], class_="dl-tag"),
    ]
    count = int(row["publisher_count"])
    facts = {
        "Who": names_of(row["actor_ids"], names),
        "To or about": names_of(row["target_ids"], names),
        "Where": row["place"],
    }
    found = quotes_of_event(story, drawn["event_id"], selection.words)
    shown = best_quotes(found, row["status"])
    told = [f"{count} independent publisher{'s' * (count != 1)}", _shown_of(len(shown), len(found))]
    facts["Told by"] = ", ".join(part for part in told if part)
    _card(meta, row["title"], facts, shown)


def _card(
    meta: Sequence[Content],
    title: str,
    facts: Mapping[str, str],
    shown: Sequence[Quote],
) -> None:
    pairs = [part for name, value in facts.items() if value
             for part in (tag("dt", name), tag("dd", value))]  # fmt: skip
    about = tag(
        "section",
        tag("div", *meta, class_="dl-meta"),
        tag("h2", title),
        tag("dl", *pairs, class_="dl-facts"),
        class_="dl-card",
        aria_label="Selected",
    )
    length = sum(len(piece.text) for quote in shown for piece in quote.pieces)
    size = next(name for most, name in QUOTE_SIZES if length <= most)
    said: list[Content] = [quotes.figure(quote) for quote in shown]
    _show(about, tag("div", *said, class_=f"dl-said {size}"))


def _shown_of(shown: int, count: int) -> str:
    """How many sentences a room does not see; empty where it sees them all."""
    if count <= shown:
        return ""
    return f"here the best of {count} sentences" if shown == 1 else f"{shown} of {count} sentences"


def _overview(text: str) -> None:
    _show(tag("p", text, class_="dl-overview"))


def _show(*parts: Html) -> None:
    show(tag("div", *parts, class_="dl-stage-card"))

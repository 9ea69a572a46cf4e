"""What a view says to a room: the sentences that matter, where they come from, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from dateline.model import Stance, Status
from dateline.views.address import CHOICES, LISTS, encode
from dateline.views.briefing import View, address_of
from dateline.views.claim_view import USUAL_VIEW, ClaimView
from dateline.views.days import as_day, day_text, span_text
from dateline.views.listing import Listing
from dateline.views.quotes import Quote
from dateline.views.selection import SPOKEN, Choices, Selection
from dateline.views.story import Story
from dateline.views.timeline import period

NAMED_PUBLISHERS = 4
# Whose words are shown first where there is room for one sentence: who commits to it most.
STRONGEST = (Stance.CONFIRMED, Stance.ASSERTED, Stance.ALLEGED, Stance.PLANNED,
             Stance.CONDITIONAL, Stance.DENIED)  # fmt: skip
EASY_TO_READ = 240  # characters of a sentence that a room reads at a glance

TITLES = {
    "timeline": "What happened, and who says so",
    "estimates": "Troop numbers claimed, by day of report",
    "both": "Events and troop numbers on one axis",
}
BY_DAYS_SPOKEN_OF = "Troop numbers claimed, by the day they speak of"

FILTER_NAMES = {
    "families": "Kind of event",
    "kinds": "Exact kind",
    "actors": "Involved",
    "targets": "About",
    "places": "Place",
    "statuses": "Status",
    "publishers": "Publisher",
    "stances": "Stance",
    "claimants": "Claimant",
    "states": "State",
}


def title_of(page: str, view: ClaimView = USUAL_VIEW) -> str:
    """What a view of *page* is called, on its page, on the stage and in a file."""
    return BY_DAYS_SPOKEN_OF if page == "estimates" and view.is_spoken else TITLES[page]


def filters_in_words(selection: Selection, choices: Choices) -> str:
    """What narrows a view, with the names that a reader knows; empty where nothing does."""
    said = []
    for field in fields(selection):
        values = getattr(selection, field.name)
        if field.name in LISTS and values:
            names: Mapping[str, str] = getattr(choices, field.name)
            words = ", ".join(names.get(value, value) for value in values)
            said.append(f"{FILTER_NAMES[field.name]}: {words}")
    if selection.first and selection.last:
        said.append(span_text(selection.first, selection.last))
    elif selection.first:
        said.append(f"From {day_text(selection.first)}")
    elif selection.last:
        said.append(f"Until {day_text(selection.last)}")
    if selection.least_publishers > 1:
        said.append(f"Told by at least {selection.least_publishers} independent publishers")
    if selection.query:
        said.append(f"Search: “{selection.query}”")
    return " · ".join(said)


def choices_in_words(selection: Selection, choices: Choices) -> str:
    """Everything that makes the rows of a view what they are: its filters, and which days it means;
    empty where nothing is chosen."""
    said = [filters_in_words(selection, choices)]
    if selection.by == SPOKEN:
        said.append("Claims by the day that they speak of")
    if selection.known_on:
        said.append(f"As known on {day_text(selection.known_on)}")
    return " · ".join(part for part in said if part)


def not_there(chosen: Mapping[str, object], choices: Choices) -> list[str]:
    """Choices of an address that these tables do not have, in words."""
    missing = []
    for name in LISTS:
        values = chosen.get(CHOICES[name][0])
        known = getattr(choices, name)
        unknown = [v for v in values if v not in known] if isinstance(values, list) else []
        if unknown:
            missing.append(f"{FILTER_NAMES[name].lower()} “{'”, “'.join(unknown)}”")
    return missing


def still_there(view: View, choices: Choices) -> tuple[View, list[str]]:
    """The view without the choices that these tables do not have, and those in words."""
    chosen = view.chosen
    missing = not_there(chosen, choices)
    for name in LISTS:
        field, known = CHOICES[name][0], getattr(choices, name)
        values = chosen.get(field)
        if isinstance(values, list):
            chosen[field] = [value for value in values if value in known]
    return replace(view, address=address_of(view.page, encode(chosen, view.page))), missing


def best_quotes(quotes: Sequence[Quote], status: str = "") -> list[Quote]:
    """The sentence to show to a room, and of what is contested the one that denies it as well."""
    ordered = sorted(quotes, key=_weight)
    denied = [quote for quote in ordered if quote.stance == Stance.DENIED]
    told = [quote for quote in ordered if quote.stance != Stance.DENIED]
    if status == Status.CONTESTED and denied and told:
        return [told[0], denied[0]]
    return ordered[:1]


def _weight(quote: Quote) -> tuple[bool, int, bool, bool, int]:
    length = sum(len(piece.text) for piece in quote.pieces)
    rank = [str(stance) for stance in STRONGEST].index(quote.stance)
    is_dated = bool(quote.reading)
    return length > EASY_TO_READ, rank, not is_dated, bool(quote.derived_from), length


def source_words(story: Story, article_ids: Sequence[str] | None = None) -> str:
    """Who published what a view rests on, and when: the articles named, or the whole story's."""
    articles = story.articles
    if article_ids is not None:
        articles = articles[articles["article_id"].isin(article_ids)]
    if articles.empty:
        return "Source: no article"
    names = list(dict.fromkeys(articles.sort_values("published_day")["publisher"]))
    more = len(names) - NAMED_PUBLISHERS
    shown = names if more <= 1 else names[:NAMED_PUBLISHERS]
    others = f" and {more} more" if more > 1 else ""
    published = articles["published_day"]
    days = span_text(as_day(published.min()), as_day(published.max()))
    count = len(articles)
    return f"Source: {', '.join(shown)}{others}; {count} article{'s' * (count != 1)}, {days}"


def known_words(story: Story, selection: Selection) -> str:
    """As known on which day: the chosen one, else that of the latest report."""
    day = selection.known_on or as_day(story.articles["published_day"].max())
    return f"As known on {day_text(day)}" if day else "Nothing known yet"


def overview(found: Listing) -> str:
    """What a timeline shows, in a sentence, for the screen before an event is chosen."""
    count, index = len(found), found.index
    statuses = found.story.events["status"].take(index.order[found.ranks]).value_counts()
    said = [f"{count:,} event{'s' * (count != 1)}"]
    for status, words in (("confirmed", "confirmed"), ("contested", "contested"),
                          ("denied", "denied"), ("planned", "planned")):  # fmt: skip
        number = int(statuses.get(status, 0))
        if number:
            said.append(f"{number:,} {words}")
    if found.undated_count:
        said.append(f"{found.undated_count:,} without a date")
    return ", ".join(said)


def event_days(story: Story) -> str:
    """The days of a story's dated events."""
    ends = period(story)
    return span_text(*ends) if ends else ""


def report_days(story: Story) -> str:
    """The days on which claims were reported."""
    days = story.estimates["reported_day"]
    return f"Reports of {span_text(as_day(days.min()), as_day(days.max()))}" if len(days) else ""


def why_not_shown(item: str, story: Story, whole: Story, what: str = "This view’s choice") -> str:
    """Why what a view has chosen is not in it, and what to do: hidden by its filters, not known, or
    gone.

    *story* is the one as known on the view's day, *whole* the latest; *what* names the chosen.
    """

    def has(tables: Story) -> bool:
        columns = tables.events["event_id"], tables.estimates["estimate_id"]
        return any((ids == item).any() for ids in (*columns, tables.mentions["mention_id"]))

    if has(story):
        return f"{what} is hidden by the filters; clear them to see it."
    if has(whole):
        return f"{what} was not known on that day; choose a later one."
    return f"{what}, “{item}”, is not in these tables; the rest is shown."

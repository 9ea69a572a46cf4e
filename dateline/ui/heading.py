"""What a page says about itself: its title above, its source below."""

from dateline.ui.markup import Content, show, tag


def title(text: str, subtitle: str) -> None:
    head = tag("h1", text, class_="dl-h1"), tag("p", subtitle, class_="dl-sub")
    show(tag("div", *head, class_="dl-head"))


def section(text: str) -> None:
    show(tag("h2", text, class_="dl-h3"))


def note(*content: Content) -> None:
    """A line of small print."""
    show(tag("p", *content, class_="dl-note"))

"""Quoted sentences on screen: the exact words marked, and who said it, where and when."""

from collections.abc import Iterable, Sequence

import streamlit as st

from dateline.ui import pages
from dateline.ui.markup import Html, join, plain, show, tag
from dateline.views.days import day_text
from dateline.views.quotes import Mark, Piece, Quote


def listed(quotes: Sequence[Quote]) -> None:
    """Every quote with a link to its article at that sentence."""
    count = len(quotes)
    heading = tag("h3", f"{count} quoted sentence{'' if count == 1 else 's'}", class_="dl-h3")
    for number, quote in enumerate(quotes):
        with st.container(gap=None, key=f"quote-{number}"):
            if number == 0:
                show(heading)
            show(figure(quote))
            st.page_link(
                pages.page("sources"),
                label=plain(f"Read it in “{_headline(quote)}”"),
                icon=":material/article:",
                query_params={"article": quote.article_id, "at": str(quote.sentence_start)},
            )


def _headline(quote: Quote) -> str:
    title = quote.article_title or "the article"
    return title if len(title) <= 70 else title[:69].rstrip() + "…"


def figure(quote: Quote) -> Html:
    """A sentence with who published it, whose word it is and how it was read."""
    who = f"{quote.publisher}, {day_text(quote.reported)}"
    stance = tag("span", quote.stance, class_="dl-tag")
    parts: list[Html | str] = [tag("strong", who), " ", stance]
    if quote.voices:
        parts.append(f" according to {quote.voices}")
    if quote.reading:
        parts.append(f" · {quote.reading}")
    if quote.derived_from:
        parts.append(" · retells another report")
    return tag(
        "figure",
        tag("blockquote", marked(quote.pieces)),
        tag("figcaption", *parts),
        class_=f"dl-quote dl-{quote.stance}",
    )


def marked(pieces: Iterable[Piece]) -> Html:
    """Text with its marks; a piece under several marks carries all of them."""
    return join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> Html | str:
    if not piece.marks:
        return piece.text
    names = " ".join(f"dl-{mark}" for mark in piece.marks)
    title = ", ".join(MEANINGS[mark] for mark in piece.marks if mark in MEANINGS)
    return tag("mark", piece.text, class_=f"dl-m {names}", title=title)


MEANINGS = {
    Mark.DATE: "read as a date",
    Mark.CUE: "tells the event",
    Mark.FIGURE: "read as a figure",
    Mark.ACTOR: "somebody named",
    Mark.PROBLEM: "could not be read",
    Mark.HIT: "matches the search",
}

"""The reader's choices: widgets in one row in, a `Selection` out. The address holds them.

Each choice says how many rows it would show. The number is part of the words on the button, and
the browser answers with these words; an answer to a screen that is history already is recognised
by the words without the number.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from dateline.charts.theme import GLYPHS, claimant_family
from dateline.ui import opened, unknown, url
from dateline.ui.markup import plain
from dateline.views.address import CHOICES, LISTS, LONGEST, selection_of
from dateline.views.facets import Counts
from dateline.views.families import Family
from dateline.views.selection import Choices, Selection

# Choices of several values that wait behind a button, with what is asked there.
ASKED = {
    "actors": "Involved (a state brings its people and bodies)",
    "targets": "Acted upon or spoken about",
    "places": "Places",
    "statuses": "Status of the event",
    "publishers": "Publishers",
    "states": "State of the counted",
    "kinds": "Exact kinds",
    "stances": "Stance of a sentence",
}

Counted = Callable[[Selection, tuple[str, ...]], Counts]


def row(
    choices: Choices,
    offered: Iterable[str],
    key: str,
    counted: Counted,
    beside: Callable[[], None] | None = None,
) -> Selection:
    """Show the choices *offered*, and *beside* them, and return what is chosen among them.

    What colours the marks stands in the open, as pills that are the legend too; the rest waits
    behind a button that says how many of them are in use. *counted* gives the number of rows for
    each value of each choice, beside what else is chosen.
    """
    names = tuple(offered)
    chosen = chosen_among(choices, names)
    in_the_open = tuple(name for name in ("families", "claimants") if name in names)
    counts = counted(chosen, in_the_open)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key=f"filters-{key}"
    ):
        if "query" in names:
            _text()
        if "families" in names:
            _pills("Kind of event", "families", choices, counts)
        if "claimants" in names:
            _pills("Claimant", "claimants", choices, counts)
        hidden = tuple(n for n in names if n not in ("query", "families", "claimants"))
        _more(choices, hidden, lambda: counted(chosen, hidden))
        if beside is not None:
            beside()
        used = [field for name in names for field in CHOICES[name] if _is_used(field)]
        if used:
            st.button(
                "Clear", on_click=url.clear, args=used, key=f"clear-{key}", type="tertiary",
                help="Clear all filters",
            )  # fmt: skip
    unknown.note(chosen)
    return chosen


def chosen_among(choices: Choices, offered: Iterable[str]) -> Selection:
    """What is chosen among the choices *offered*, without asking for it."""
    _keep_known(choices)
    return as_chosen(offered)


def as_chosen(offered: Iterable[str]) -> Selection:
    """What the session holds of the choices *offered*, after the page has checked it."""
    return selection_of({str(k): v for k, v in st.session_state.items()}, offered)


def _is_used(field: str) -> bool:
    value = st.session_state.get(field)
    return value > 1 if isinstance(value, int) else bool(value)


def _keep_known(choices: Choices) -> None:
    """Drop what an address asks for and the story does not have; a widget would refuse it."""
    for name in LISTS:
        field, options = CHOICES[name][0], getattr(choices, name)
        chosen = st.session_state.get(field)
        if chosen and any(value not in options for value in chosen):
            by_words = {_bare(_label(name, value, choices)): value for value in options}
            known = (v if v in options else by_words.get(_bare(v)) for v in chosen)
            st.session_state[field] = list(dict.fromkeys(v for v in known if v is not None))
            unknown.drop(
                field, [v for v in chosen if v not in options and _bare(v) not in by_words]
            )
    first, last = st.session_state.get("from"), st.session_state.get("to")
    if first and last and last < first:
        st.session_state["from"], st.session_state["to"] = last, first
    least = st.session_state.get("least")
    if least is not None:
        kept = min(max(1, least), choices.most_publishers)
        st.session_state["least"] = kept if kept > 1 else None


_COUNT = re.compile(r" \(?[\d,]+\)?$")


def _bare(words: str) -> str:
    """The words of a choice without the number of rows."""
    return _COUNT.sub("", words)


def _text() -> None:
    st.text_input(
        "Search titles and quotes",
        key="q",
        placeholder="Search",
        label_visibility="collapsed",
        icon=":material/search:",
        max_chars=LONGEST,
        width=140,
        persist_state="session",
    )


def _pills(title: str, name: str, choices: Choices, counts: Counts) -> None:
    st.pills(
        title,
        list(getattr(choices, name)),
        selection_mode="multi",
        format_func=lambda v: _label(name, v, choices) + _count(counts, name, v, "{}"),
        key=CHOICES[name][0],
        label_visibility="collapsed",
        persist_state="session",
    )


def _count(counts: Counts, name: str, value: str, form: str) -> str:
    """The number of rows behind a choice, where they are counted."""
    return " " + form.format(f"{counts[name].get(value, 0):,}") if name in counts else ""


def _label(name: str, value: str, choices: Choices) -> str:
    """The words of a choice. Pills read markdown, lists show what they are given."""
    options: Mapping[str, str] = getattr(choices, name)
    if name == "families":
        glyph, colour = GLYPHS[Family(value)]
        sign = f":{colour}[{glyph}]" if colour else glyph
        return f"{sign} {plain(options[value])}"
    if name == "claimants":
        rank = list(options).index(value)
        return f":{GLYPHS[claimant_family(rank)][1]}[■] {plain(options[value])}"
    return options[value]


def _more(choices: Choices, names: tuple[str, ...], counted: Callable[[], Counts]) -> None:
    """The choices that wait behind a button. The lists are made, and their rows counted, when it is
    pressed; the days stand there before, so that the Tab key finds its way in."""
    if not names:
        return
    used = sum(any(_is_used(field) for field in CHOICES[name]) for name in names)
    words = f"Filters ({used})" if used else "Filters"
    with opened.button(words, "filters-more", ":material/tune:") as more:
        if "days" in names:
            _days(choices)
        if not more.open:
            return
        counts = counted()
        for name in ASKED:
            if name in names and getattr(choices, name):
                _multiselect(name, choices, counts)
        if "least_publishers" in names and choices.most_publishers > 1:
            st.number_input(
                "Told by at least so many independent publishers", min_value=1,
                max_value=choices.most_publishers, value=None, placeholder="1", key="least",
                persist_state="session",
            )  # fmt: skip


def _days(choices: Choices) -> None:
    with st.container(horizontal=True, gap="small"):
        for field, title in (("from", "From"), ("to", "To")):
            st.date_input(
                title,
                value=None,
                min_value=dt.date(1000, 1, 1),
                max_value=dt.date(2999, 12, 31),
                key=field,
                format="YYYY-MM-DD",
                width=150,
                persist_state="session",
            )


def _multiselect(name: str, choices: Choices, counts: Counts) -> None:
    st.multiselect(
        ASKED[name],
        list(getattr(choices, name)),
        format_func=lambda value: (
            _label(name, value, choices) + _count(counts, name, value, "({})")
        ),
        key=CHOICES[name][0],
        placeholder="All",
        persist_state="session",
    )

"""An address in, the rows that the page shows out: the same for a page and for the command line."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.charts.picture import Shape
from dateline.charts.theme import Ground
from dateline.errors import AddressError
from dateline.export.shown import Shown
from dateline.schema import TABLES, Events, Table
from dateline.views.address import (
    CHOICES,
    LISTS,
    PAGE_FIELDS,
    Params,
    decode,
    params_of,
    selection_of,
    unreadable,
)
from dateline.views.choices import choices
from dateline.views.known import as_known_on
from dateline.views.presented import choices_in_words
from dateline.views.selection import Choices, Selection
from dateline.views.story import Story
from dateline.views.tables import FILTERS, OF_BOTH, select_table

# What a page shows; one that shows two tables has the second beside the first.
TABLE_OF_PAGE = {
    "timeline": "events", "estimates": "estimates", "both": "events", "sources": "articles",
    "method": "problems",
}  # fmt: skip
BESIDE = {"both": "estimates"}
HOME = "start"  # where the dashboard's bare address leads a browser
ANYWHERE = tuple(dict.fromkeys(name for fields in PAGE_FIELDS.values() for name in fields))
EVERYTHING = ("timeline", "estimates")  # the views that stand for all there is


def shown(
    story: Story,
    version: str,
    address: str,
    table: str = "",
    columns: Sequence[str] = (),
    shape: str = Shape.SLIDE,
    ground: str = Ground.LIGHT,
) -> Shown:
    """The rows that *address* shows: those of *table*, by default those of the address's page.

    A page of two tables is shown with both, unless one is asked for. Raises `AddressError` for a
    page, a table, a column, a shape or a choice that there is not.
    """
    if address in PAGE_FIELDS:  # the name of a page alone is its address
        address = f"/{address}"
    page, params = _read(address)
    name = table or params.get("table", [""])[0] or TABLE_OF_PAGE.get(page, Events.table_name())
    which = declared(name)
    for column in columns:
        if column not in which.columns():
            all_columns = ", ".join(which.columns())
            raise AddressError(f"the table {name!r} has no column {column!r}: it has {all_columns}")
    if shape not in list(Shape):
        raise AddressError(f"there is no size {shape!r}: use one of {', '.join(Shape)}")
    second = "" if table else BESIDE.get(page, "")
    there = choices(story)
    selection = selection_in(there, params, OF_BOTH if page in BESIDE else FILTERS[name])
    known = as_known_on(story, selection.known_on) if selection.known_on else story
    page = page or ("data" if table else "timeline")
    found = Shown(
        table=which,
        rows=select_table(known, name, selection),
        total=len(story.table(name)),
        selection=selection,
        filters=choices_in_words(selection, there),
        link=link_of(address, page),
        version=version,
        story=known,
        view=decode(params, page) | {"page": page},
        columns=tuple(columns),
        shape=Shape(shape),
        ground=Ground(ground),
    )
    if not second:
        return found
    rows = select_table(known, second, selection)
    beside = replace(found, table=declared(second), rows=rows, total=len(story.table(second)))
    return replace(found, beside=beside)


def _read(address: str) -> tuple[str, Params]:
    """The page and the parameters of *address*; whatever in it would be passed over is refused.

    A mistyped choice would otherwise give all rows, and nobody would know.
    """
    if any("\ud800" <= char <= "\udfff" for char in address):
        raise AddressError("the address is not UTF-8: copy it from the page")
    try:
        page, params = params_of(address)
        named = urlsplit(address).path.rpartition("/")[2] if "/" in address else ""
    except ValueError as error:
        raise AddressError(f"{address!r} is no address: copy it from the page") from error
    if named and not page and named != HOME:
        pages = ", ".join(PAGE_FIELDS)
        raise AddressError(f"the address leads to {named!r}, which is no page: use one of {pages}")
    if page == "briefing":
        raise AddressError("a briefing is no view: give its file with --briefing")
    known = PAGE_FIELDS[page] if page else ANYWHERE
    if unknown := [name for name in params if name not in known]:
        raise AddressError(
            f"the address asks for {unknown[0]!r}, which is no choice of {page or 'any page'}: "
            f"mend it or leave it out (there are {', '.join(known)})"
        )
    if unread := unreadable(params, page or "data"):
        raise AddressError(
            f"the address gives {unread[0]} the value {params[unread[0]][0]!r}: expected a day as "
            "YYYY-MM-DD, or a whole number"
        )
    return page, params


def link_of(address: str, page: str) -> str:
    """Where the view stands in the dashboard: the address itself where it is a whole one."""
    if urlsplit(address).scheme in ("http", "https"):
        return address
    query = address.partition("?")[2] or ("" if "/" in address else address)
    return f"{page}?{query}" if query else page


def declared(name: str) -> type[Table]:
    found = {table.table_name(): table for table in TABLES}
    if name not in found:
        raise AddressError(f"there is no table {name!r}: use one of {', '.join(found)}")
    return found[name]


def selection_in(there: Choices, params: Params, offered: Sequence[str]) -> Selection:
    """What the parameters of an address choose among the choices *offered*."""
    chosen = decode(params, "data")
    for name in LISTS:
        for value in chosen.get(CHOICES[name][0]) or ():  # type: ignore[attr-defined]
            if value not in getattr(there, name):
                raise AddressError(f"the address asks for {name} {value!r}; the tables have none")
    return selection_of(chosen, offered)

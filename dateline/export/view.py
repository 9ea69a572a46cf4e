"""An address in, the rows that the page shows out: the same for a page and for the command line."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.charts.picture import Shape
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
)
from dateline.views.choices import choices
from dateline.views.known import as_known_on
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.tables import FILTERS, select_table

# The table of a page, and the page that shows a table best.
TABLE_OF_PAGE = {
    "timeline": "events", "estimates": "estimates", "sources": "articles", "method": "problems",
}  # fmt: skip
EVERYTHING = ("timeline", "estimates")  # the views that stand for all there is


def shown(
    story: Story,
    version: str,
    address: str,
    table: str = "",
    columns: Sequence[str] = (),
    shape: str = Shape.SLIDE,
) -> Shown:
    """The rows that *address* shows: those of *table*, by default those of the address's page.

    Raises `AddressError` for a table, a column, a shape or a choice that there is not.
    """
    if address in PAGE_FIELDS:  # the name of a page alone is its address
        address = f"/{address}"
    page, params = params_of(address)
    name = table or params.get("table", [""])[0] or TABLE_OF_PAGE.get(page, Events.table_name())
    which = declared(name)
    for column in columns:
        if column not in which.columns():
            there = ", ".join(which.columns())
            raise AddressError(f"the table {name!r} has no column {column!r}: it has {there}")
    if shape not in list(Shape):
        raise AddressError(f"there is no size {shape!r}: use one of {', '.join(Shape)}")
    selection = selection_in(story, params, name)
    known = as_known_on(story, selection.known_on) if selection.known_on else story
    page = page or ("data" if table else "timeline")
    return Shown(
        table=which,
        rows=select_table(known, name, selection),
        total=len(story.table(name)),
        selection=selection,
        link=link_of(address, page),
        version=version,
        story=known,
        view=decode(params, page) | {"page": page},
        columns=tuple(columns),
        shape=Shape(shape),
    )


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


def selection_in(story: Story, params: Params, table: str) -> Selection:
    """What the parameters of an address choose among what *table* can be narrowed by."""
    chosen = decode(params, "data")
    there = choices(story)
    for name in LISTS:
        for value in chosen.get(CHOICES[name][0]) or ():  # type: ignore[attr-defined]
            if value not in getattr(there, name):
                raise AddressError(f"the address asks for {name} {value!r}; the tables have none")
    return selection_of(chosen, FILTERS[table])

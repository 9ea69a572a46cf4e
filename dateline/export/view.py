"""An address and a format in, a file out: the same rows that the page shows."""

from dateline.errors import AddressError
from dateline.export.formats import FORMATS, Format
from dateline.export.shown import Exported, Shown, Sources
from dateline.schema import TABLES, Events, Table
from dateline.views.address import CHOICES, LISTS, Params, decode, params_of, selection_of
from dateline.views.choices import choices
from dateline.views.known import as_known_on
from dateline.views.selection import Selection
from dateline.views.story import Story
from dateline.views.tables import FILTERS, select_table

TABLE_OF_PAGE = {"timeline": "events", "estimates": "estimates"}


def export(story: Story, version: str, address: str, format_name: str, table: str = "") -> Exported:
    """The rows that *address* shows, as a file of the format with this name.

    *table* is the table to take, by default the one of the address's page. Raises `AddressError`
    for a format, a table or a choice that there is not.
    """
    if format_name not in FORMATS:
        raise AddressError(f"there is no format {format_name!r}: use one of {', '.join(FORMATS)}")
    page, params = params_of(address)
    name = table or params.get("table", [""])[0] or TABLE_OF_PAGE.get(page, Events.table_name())
    chosen = shown(story, version, declared(name), selection_in(story, params, name), address)
    return written(chosen, story, FORMATS[format_name])


def written(chosen: Shown, story: Story, form: Format) -> Exported:
    """The rows as a file; a format of events takes no other table."""
    if form.of_events and chosen.table is not Events:
        other = chosen.table.table_name()
        raise AddressError(f"{form.title} holds events: it cannot hold the table {other!r}")
    known = chosen.selection.known_on
    return form.write(chosen, Sources(as_known_on(story, known) if known else story))


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


def shown(
    story: Story, version: str, table: type[Table], selection: Selection, address: str
) -> Shown:
    """The rows of *table* under *selection*, with where they come from."""
    name = table.table_name()
    known = as_known_on(story, selection.known_on) if selection.known_on else story
    rows = select_table(known, name, selection)
    query = address.partition("?")[2] or ("" if "/" in address else address)
    return Shown(table, rows, len(story.table(name)), selection, query, version)

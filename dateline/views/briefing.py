"""A briefing: views in an order, each with a name and a line of the presenter's own.

A view is an address of a page in `PRESENTED`; it holds no data, so a briefing shows
what the tables say on the day it is given.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from dateline.errors import BriefingError
from dateline.views.address import FIELDS, Form, Params, decode, encode, params_of

PRESENTED = ("timeline", "estimates", "both")  # the pages whose views can be shown to a room
OF_THE_MODE = frozenset({"present", "step"})  # they say how a view is shown, not which
MOST_VIEWS = 100
LONGEST_ADDRESS = 8_000
LONGEST_NAME = 120
LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True)
class View:
    """One view. `address` is as `canonical` writes it: page?choices."""

    name: str
    address: str
    note: str = ""

    @property
    def page(self) -> str:
        return params_of(self.address)[0]

    @property
    def chosen(self) -> dict[str, object]:
        """The choices of the view, by the fields of its address."""
        page, params = params_of(self.address)
        return decode(params, page)


@dataclass(frozen=True, slots=True)
class Briefing:
    """Views in the order in which they are shown."""

    title: str = ""
    views: tuple[View, ...] = ()

    def with_view(self, view: View) -> "Briefing":
        """With one more at the end. Raises `BriefingError` where it is full."""
        if len(self.views) >= MOST_VIEWS:
            raise BriefingError("the briefing", f"has {MOST_VIEWS} views", "no more than these")
        return replace(self, views=(*self.views, view))

    def with_changed(self, at: int, **changed: str) -> "Briefing":
        """With another name or note of the view at a place."""
        views = list(self.views)
        views[at] = replace(views[at], **changed)
        return replace(self, views=tuple(views))

    def with_moved(self, at: int, by: int) -> "Briefing":
        """With the view at a place moved; it stops at the ends."""
        views = list(self.views)
        view = views.pop(at)
        views.insert(max(0, min(len(views), at + by)), view)
        return replace(self, views=tuple(views))

    def without(self, at: int) -> "Briefing":
        return replace(self, views=self.views[:at] + self.views[at + 1 :])


def canonical(address: str, place: str) -> tuple[str, list[str]]:
    """*address* as a briefing keeps it, and what it asks for that no view has.

    Takes a whole address, page?choices, or choices alone, which are the Timeline's. Raises
    `BriefingError`, naming *place*, where it leads to no page that can be presented.
    """
    page, params = _parts(address, place)
    kept = encode(decode(params, page), page)
    unread = []
    for name, values in params.items():
        if name in OF_THE_MODE:
            continue
        is_list = name in kept and FIELDS[name] is Form.MANY
        lost = [v for v in values if v not in kept[name]] if is_list else values[name in kept :]
        unread += [f"{name}={value}" for value in lost]
    return address_of(page, kept), unread


def _parts(address: str, place: str) -> tuple[str, Params]:
    pages = f"{', '.join(PRESENTED[:-1])} or {PRESENTED[-1]}"
    expected = f"an address of {pages}, such as timeline?event=ID"
    if len(address) > LONGEST_ADDRESS:
        raise BriefingError(
            place, f"address has {len(address):,} characters", f"at most {LONGEST_ADDRESS:,}"
        )
    whole = address if any(sign in address for sign in "?/=") else f"{address}?"
    try:
        page, params = params_of(whole)
    except ValueError as error:
        raise BriefingError(place, f"address {address!r} is none", expected) from error
    path = whole.partition("?")[0] if "?" in whole or "/" in whole else ""
    named = page or path.rstrip("/").rpartition("/")[2] or PRESENTED[0]
    if "://" in path and not page and path.count("/") < 4:
        named = PRESENTED[0]  # a host alone opens the Timeline
    if named not in PRESENTED:
        raise BriefingError(place, f"address leads to {named!r}", expected)
    return named, params


def address_of(page: str, params: Params) -> str:
    """The address of a view from the parameters of its choices."""
    chosen = {name: values for name, values in params.items() if name not in OF_THE_MODE}
    query = urlencode(chosen, doseq=True)
    return f"{page}?{query}" if query else page

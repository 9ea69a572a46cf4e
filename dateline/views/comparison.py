"""Claims side by side: claimant against day, what several publishers carry told once."""

from dataclasses import dataclass

import pandas as pd

from dateline.views.claim_rows import SAME
from dateline.views.claim_words import spoken_text
from dateline.views.days import as_day, day_text
from dateline.views.ids import split
from dateline.views.selection import SPOKEN

DENIED = "denied"
MOST_DAYS = 24
_ONE = [*SAME, "stance", "relay"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in a cell: its claims by id, the words of each, and who carried it."""

    ids: tuple[str, ...]
    figure: str
    bound: str
    state: str
    stance: str
    words: tuple[str, ...]
    relay: str
    together_with: str
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A claimant with what it claimed, day by day."""

    group: str
    name: str
    cells: tuple[tuple[Entry, ...], ...]  # one for each column


@dataclass(frozen=True, slots=True)
class Comparison:
    columns: tuple[str, ...]  # the days in words, in order
    lines: tuple[Line, ...]
    left_out: int = 0  # earlier days, for which there is no column


def comparison(
    rows: pd.DataFrame, denials: pd.DataFrame, names: dict[str, str], by: str = ""
) -> Comparison:
    """Lay *rows* of `claim_rows` out; *names* are the claimants in the order of the lines.

    A claim of two claimants stands with both. The columns are report days, or the days that the
    figures speak of, at most the `MOST_DAYS` latest. By report day, *denials* (see
    `views.denials`) are the last line.
    """
    rows = rows.assign(column=_columns(rows, by))
    denials = denials.iloc[:0] if by == SPOKEN else denials
    denials = denials.assign(column=_columns(denials, ""))
    order = _order(rows, by) if by == SPOKEN else _order(pd.concat([rows, denials]), by)
    every, order = len(order), order[-MOST_DAYS:]
    rows, denials = (part[part["column"].isin(order)] for part in (rows, denials))
    told: dict[str, dict[str, list[Entry]]] = {}
    for _, alike in rows.groupby([*_ONE, "column", "groups"], dropna=False, sort=False):
        first = alike.iloc[0]
        everyone = split(str(first["groups"]))
        for group in everyone:
            others = [names.get(g, g) for g in everyone if g != group]
            cell = told.setdefault(group, {}).setdefault(str(first["column"]), [])
            cell.append(_entry(alike, ", ".join(others)))
    lines = [
        Line(group, names.get(group, group), tuple(tuple(told[group].get(c, ())) for c in order))
        for group in [*names, *told]
        if group in told
    ]
    unique = {line.group: line for line in lines}
    if len(denials):
        cells = [denials[denials["column"] == column] for column in order]
        unique[DENIED] = Line(DENIED, "Denied by", tuple(tuple(_denials(c)) for c in cells))
    return Comparison(tuple(order), tuple(unique.values()), every - len(order))


def _denials(told: pd.DataFrame) -> list[Entry]:
    return [
        Entry((row.item_id,), row.denier, "", "", "denied", (row.title,), "", "", ())
        for row in told.itertuples()
    ]


def _columns(rows: pd.DataFrame, by: str) -> list[str]:
    if by == SPOKEN:
        pairs = zip(rows["spoken_first"], rows["spoken_last"], strict=True)
        return [spoken_text(first, last) or "no day" for first, last in pairs]
    return [day_text(day) if (day := as_day(value)) else "" for value in rows["reported_day"]]


def _order(rows: pd.DataFrame, by: str) -> list[str]:
    keys = ["spoken_last", "spoken_first"] if by == SPOKEN else ["reported_day"]
    return list(dict.fromkeys(rows.sort_values(keys, kind="stable")["column"]))


def _entry(alike: pd.DataFrame, together_with: str) -> Entry:
    first = alike.iloc[0]
    return Entry(
        ids=tuple(alike["estimate_id"]),
        figure=first["figure"],
        bound=first["bound"],
        state=first["state"],
        stance=first["stance"],
        words=tuple(dict.fromkeys(alike["phrase"])),
        relay=first["relay"],
        together_with=together_with,
        publishers=tuple(dict.fromkeys(alike["publisher"])),
    )

"""What stands out when claims are laid side by side. Pointed out, never resolved.

A remark says what disagrees and names the claims; which of them is right it does not say.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from dateline.views.choices import STATE_NAMES
from dateline.views.claim_words import number
from dateline.views.days import as_day, short_day
from dateline.views.ids import split

STATE_WORDS = {str(state): name.lower() for state, name in STATE_NAMES.items()}


class Sort(StrEnum):
    """What sort of disagreement it is."""

    TWO_SIZES = "two_sizes"
    TWO_STATES = "two_states"
    ON_TOP = "on_top"
    TWO_STANCES = "two_stances"


SORT_NAMES = {
    Sort.TWO_SIZES: "The same claimant, two sizes",
    Sort.TWO_STATES: "The same number, two states",
    Sort.ON_TOP: "The same number, once as a total and once on top",
    Sort.TWO_STANCES: "The same claim, once as certain and once not",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One disagreement: what is the same, what differs, and an id for each side of it."""

    sort: Sort
    same: str
    sides: tuple[tuple[str, str], ...]  # (what it says, the id of a claim that says it)
    ids: tuple[str, ...]  # every claim concerned


def remarks(rows: pd.DataFrame, names: dict[str, str]) -> list[Remark]:
    """The disagreements among *rows* of `claim_rows`; *names* are those of actors by id."""
    told = rows[rows["has_number"] & ~rows["is_denied"]]
    told = told.assign(
        least=told["low"].fillna(told["high"]), most=told["high"].fillna(told["low"])
    )
    totals = told[~told["is_increment"] & told["part_of"].isna()]
    return [
        *_two_sizes(_by_claimant(totals), names),
        *_two_states(totals),
        *_on_top(told[told["part_of"].isna()]),
        *_two_stances(_by_claimant(told), names),
    ]


def _by_claimant(rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each claimant that is named."""
    split_up = rows.assign(who=rows["claimant_ids"].map(split)).explode("who")
    return split_up[split_up["who"].notna()]


def _two_sizes(rows: pd.DataFrame, names: dict[str, str]) -> Iterator[Remark]:
    """Numbers of which no one count can be both: 1,500 and 12,000, but not 1,500 and "at least".

    Two ranges are apart where one ends before the other begins; an open end never does.
    """
    for (who, state, _, _), mine in rows.groupby(["who", "state", "force_id", "measure"]):
        lowest_end = mine["high"].fillna(float("inf")).min()
        if mine["low"].fillna(float("-inf")).max() > lowest_end:
            same = f"{names.get(who, who)}, {STATE_WORDS.get(state, state)}"
            distinct = mine.drop_duplicates(["low", "high", "bound"]).sort_values("least")
            yield _remark(Sort.TWO_SIZES, same, distinct, mine, lambda row: row["figure"])


def _two_states(rows: pd.DataFrame) -> Iterator[Remark]:
    for _, mine in rows.groupby(["measure", "force_id", "least", "most"]):
        if _differ(mine["state"]):
            distinct = mine.drop_duplicates(["state", "group"])
            yield _remark(
                Sort.TWO_STATES, _number(mine), distinct, mine,
                lambda row: (
                    f"{row['figure']} {STATE_WORDS.get(row['state'], row['state'])}, "
                    f"{row['group_name']}"
                ),
            )  # fmt: skip


def _on_top(rows: pd.DataFrame) -> Iterator[Remark]:
    for _, mine in rows.groupby(["measure", "force_id", "state", "least", "most"]):
        if _differ(mine["is_increment"]):
            yield _remark(
                Sort.ON_TOP, _number(mine), mine.drop_duplicates(["is_increment", "group"]), mine,
                lambda row: f"{'on top' if row['is_increment'] else 'total'}, {row['group_name']}",
            )  # fmt: skip


def _two_stances(rows: pd.DataFrame, names: dict[str, str]) -> Iterator[Remark]:
    keys = ["who", "measure", "state", "low", "high", "bound", "is_increment"]
    for key, mine in rows.groupby(keys, dropna=False):
        if _differ(mine["stance"]):
            who, state = key[0], mine.iloc[0]["state"]
            same = (
                f"{names.get(who, who)}, {mine.iloc[0]['figure']} {STATE_WORDS.get(state, state)}"
            )
            distinct = mine.drop_duplicates(["stance"])
            yield _remark(
                Sort.TWO_STANCES, same, distinct, mine,
                lambda row: f"{row['stance']}, {row['publisher']}",
            )  # fmt: skip


def _number(rows: pd.DataFrame) -> str:
    """The number that *rows* share, without the bounds, in which they may differ."""
    least, most, unit = (rows.iloc[0][name] for name in ("least", "most", "unit"))
    return number(least, unit) if least == most else f"{number(least, unit)}–{number(most, unit)}"


def _differ(cells: pd.Series) -> bool:
    return len(cells.unique()) > 1


def _remark(
    sort: Sort,
    same: str,
    distinct: pd.DataFrame,
    mine: pd.DataFrame,
    said: Callable[[dict[Any, Any]], str],
) -> Remark:
    sides = []
    for row in distinct.to_dict("records"):
        day = as_day(row["reported_day"])
        sides.append((f"{said(row)} ({short_day(day) if day else ''})", str(row["estimate_id"])))
    return Remark(sort, same, tuple(sides), tuple(mine["estimate_id"]))

"""The range of what was claimed by a day: from the lowest to the highest number named so far.

It is the range of what people said, not of what is true, so it always comes with what it counts:
`Counted`. An increment and a part are no totals, a vague claim has no number, and a number that a
sentence denies is not claimed; none of them counts.
"""

from enum import StrEnum

import pandas as pd

from dateline.model import Stance, State
from dateline.views.selection import SPOKEN


class Counted(StrEnum):
    """Whose numbers the range counts."""

    DEPLOYED = "deployed"
    ALL = "all"
    NONE = "none"


COUNTED_NAMES = {
    Counted.DEPLOYED: "Only deployed",
    Counted.ALL: "All claims",
    Counted.NONE: "No range",
}
COUNTED_WORDS = {
    Counted.DEPLOYED: "claims of troops deployed",
    Counted.ALL: "claims, whatever the state",
    Counted.NONE: "nothing",
}
_TO_COME = (Stance.PLANNED, Stance.CONDITIONAL)


def counted_rows(troops: pd.DataFrame, counted: Counted) -> pd.DataFrame:
    """The claims of *troops* (see `claim_rows.troop_rows`) that the range counts."""
    wanted = ~troops["is_increment"] & troops["part_of"].isna() & troops["has_number"]
    wanted &= ~troops["is_denied"]
    match counted:
        case Counted.NONE:
            wanted &= False
        case Counted.DEPLOYED:
            wanted &= (troops["state"] == State.DEPLOYED) & ~troops["stance"].isin(_TO_COME)
    return troops[wanted]


def claimed_range(troops: pd.DataFrame, counted: Counted, by: str = "") -> pd.DataFrame:
    """For each day with a new claim: day, lowest and highest number named until then, claims.

    Both ends of a claim are numbers that it names; one with an open end names one. By the day that
    figures speak of, a claim counts from the last day that it can mean.
    """
    rows = counted_rows(troops, counted)
    day = rows["spoken_last"].fillna(rows["spoken_first"]) if by == SPOKEN else rows["reported_day"]
    named = pd.DataFrame(
        {
            "day": day,
            "lowest": rows[["low", "high"]].min(axis=1),
            "highest": rows[["low", "high"]].max(axis=1),
        }
    ).dropna()
    days = named.groupby("day").agg(
        lowest=("lowest", "min"), highest=("highest", "max"), claims=("lowest", "size")
    )
    days["lowest"] = days["lowest"].cummin()
    days["highest"] = days["highest"].cummax()
    days["claims"] = days["claims"].cumsum()
    return days.reset_index()

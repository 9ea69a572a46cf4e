"""Claims as the charts, the comparison and the lists want them: one row each, in words and numbers.

What is counted decides the axis: troops that are there or on their way have one of their own, the
killed, wounded and captured share one, everything else has the axis of its unit.
"""

import pandas as pd

from dateline.model import State
from dateline.views.claim_words import figure_text
from dateline.views.claims import (
    THE_ARTICLE,
    TROOPS,
    claimant_groups,
    has_number,
    is_denied,
    is_force,
)
from dateline.views.groups import grouped, names_of
from dateline.views.ids import split
from dateline.views.story import Story

LOSSES = "losses"
LOSS_STATES = (State.KILLED, State.WOUNDED, State.CASUALTIES, State.CAPTURED)
OF_PERSONS = (TROOPS, "people")
# What makes two claims the same claim, told twice.
SAME = ["group", "low", "high", "bound", "unit", "state", "is_increment", "part_of"]


def claim_rows(story: Story, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per claim in the given order.

    Columns: estimate_id, event_id, article_id, reported_day, spoken_first, spoken_last, low, high,
    bound, unit, measure (see `measures`), state, stance, group (of the first claimant), groups and
    group_name (of all of them), claimant (names), claimant_ids, relay (names), force_id, figure,
    phrase, is_increment, part_of, is_denied, has_number, publisher, carried (independent
    publishers with the same claim).
    """
    known = grouped(story)
    names = {**known.names, THE_ARTICLE: "Article"}
    group = claimant_groups(story, claims)
    articles = story.articles.set_index("article_id")
    rows = pd.DataFrame(
        {
            "estimate_id": claims["estimate_id"],
            "event_id": claims["event_id"],
            "article_id": claims["article_id"],
            "reported_day": claims["reported_day"],
            "spoken_first": claims["as_of_first"],
            "spoken_last": claims["as_of_last"],
            "low": claims["low"].astype("float64"),
            "high": claims["high"].astype("float64"),
            "bound": claims["bound"].astype("str"),
            "unit": claims["unit"].astype("str"),
            "measure": measures(claims),
            "state": claims["state"].astype("str"),
            "stance": claims["stance"].astype("str"),
            "group": [split(cell)[0] for cell in group],
            "groups": group,
            "group_name": [names_of(cell, names) for cell in group],
            "claimant": [names_of(who, names) or "the article" for who in claims["claimant"]],
            "claimant_ids": claims["claimant"],
            "relay": [names_of(who, names) for who in claims["relayed_by"]],
            "force_id": claims["force_id"],
            "figure": [figure_text(row) for row in claims.to_dict("records")],
            "phrase": claims["phrase"],
            "is_increment": claims["is_increment"].astype(bool),
            "part_of": claims["part_of"].astype("float64"),
            "is_denied": is_denied(claims),
            "has_number": has_number(claims),
            "publisher": claims["article_id"].map(articles["publisher"]).astype("str"),
        }
    )
    by = claims["article_id"].map(articles["publisher_group"])
    rows["carried"] = _carried(rows, by)
    return rows.reset_index(drop=True)


def _carried(rows: pd.DataFrame, by: pd.Series) -> pd.Series:
    if rows.empty:
        return pd.Series(dtype="int64", index=rows.index)
    counted = rows.assign(by=by).groupby(SAME, dropna=False, observed=True)["by"]
    return counted.transform("nunique").astype("int64")


def measures(claims: pd.DataFrame) -> pd.Series:
    """What each claim counts, by which it gets its axis: troops, losses, or its unit.

    Troops of whom something else is said (supplied, produced) are apart from those that are there.
    """
    unit = claims["unit"].astype("str")
    lost = claims["state"].isin(LOSS_STATES) & unit.isin(OF_PERSONS)
    apart = (unit == TROOPS) & ~is_force(claims)
    return unit.mask(apart, "troops, " + claims["state"].astype("str")).mask(lost, LOSSES)


def troop_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Of *rows*, the claims that have a height on the troop axis."""
    wanted = (rows["measure"] == TROOPS) & rows["has_number"] & ~rows["is_denied"]
    return rows[wanted].reset_index(drop=True)


def vague_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Of *rows*, claims of troops that give no number: dozens, several hundred."""
    wanted = (rows["measure"] == TROOPS) & ~rows["has_number"] & ~rows["is_denied"]
    return rows[wanted].reset_index(drop=True)


def other_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Of *rows*, every claim that is not about the number of troops, by what it counts."""
    other = rows[rows["measure"] != TROOPS]
    order = ["measure", "reported_day", "estimate_id"]
    return other.sort_values(order, kind="stable").reset_index(drop=True)

"""Which claims about quantities match what the reader chose, and who is behind each."""

import pandas as pd

from dateline.model import Stance, State
from dateline.views.events import FAR_FUTURE, FAR_PAST, publishers_of, search_rows, with_members
from dateline.views.groups import grouped
from dateline.views.ids import split
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story

TROOPS = "troops"
# States in which a count of troops says how large the force is; the killed are another quantity.
FORCE_STATES = (State.DEPLOYED, State.PREPARING, State.PLANNED, State.OTHER)
THE_ARTICLE = "article"


def select_claims(story: Story, selection: Selection) -> pd.DataFrame:
    """Estimates of any unit that match the selection, by report day.

    Chosen days are report days, or, where the selection says so, days that the figure speaks of:
    then a claim belongs if it *can* speak of them.
    """
    claims = story.estimates
    wanted = _in_days(claims, selection)
    if selection.publishers:
        by = claims["article_id"].map(publishers_of(story.articles))
        wanted &= by.isin(selection.publishers)
    if selection.stances:
        wanted &= claims["stance"].isin(selection.stances)
    if selection.states:
        wanted &= claims["state"].isin(selection.states)
    if selection.claimants:
        behind = claimant_groups(story, claims).map(split)
        wanted &= behind.map(lambda found: bool({*found} & {*selection.claimants})).astype(bool)
    if selection.actors:
        members = with_members(story.actors, selection.actors)
        named = (claims["claimant"] + ";" + claims["force_id"]).map(split)
        wanted &= named.map(lambda found: bool({*found} & members)).astype(bool)
    if selection.words:
        wanted &= claims.index.isin(search_rows(claims, selection.words).index)
    return claims[wanted].sort_values(["reported_day", "estimate_id"], kind="stable")


def _in_days(claims: pd.DataFrame, selection: Selection) -> pd.Series:
    first, last = claims["reported_day"], claims["reported_day"]
    wanted = pd.Series(True, index=claims.index)
    if not selection.has_days:
        return wanted
    if selection.by == SPOKEN:
        first, last = claims["as_of_first"], claims["as_of_last"]
        wanted = first.notna() | last.notna()
    if selection.first:
        wanted &= last.fillna(FAR_FUTURE) >= pd.Timestamp(selection.first)
    if selection.last:
        wanted &= first.fillna(FAR_PAST) <= pd.Timestamp(selection.last)
    return wanted


def claimant_groups(story: Story, claims: pd.DataFrame) -> pd.Series:
    """The states or bodies behind each claim, ';'-joined; 'article' where nobody is named."""
    known = grouped(story)

    def behind(cell: str) -> str:
        found = dict.fromkeys(known.of(who) for who in split(cell))
        return ";".join(found) or THE_ARTICLE

    return claims["claimant"].map(behind).astype("str")


def is_force(claims: pd.DataFrame) -> pd.Series:
    """Whether a claim says how many troops there are and so belongs on the troop axis."""
    return (claims["unit"] == TROOPS) & claims["state"].isin(FORCE_STATES)


def has_number(claims: pd.DataFrame) -> pd.Series:
    return claims["low"].notna() | claims["high"].notna()


def is_denied(claims: pd.DataFrame) -> pd.Series:
    """Whether the sentence says that the number is not so."""
    return claims["stance"] == Stance.DENIED


def claimant_order(story: Story) -> dict[str, str]:
    """Every group that claims something, most claims first, with its name.

    Over the whole story, so that a colour stays with its claimant whatever is filtered.
    """
    is_troops = story.estimates["unit"] == TROOPS
    everyone = claimant_groups(story, story.estimates).map(split).explode()
    counts = everyone[is_troops.reindex(everyone.index)].value_counts()
    names = {**grouped(story).names, THE_ARTICLE: "The article itself"}
    found = sorted(set(everyone), key=lambda g: (g == THE_ARTICLE, -counts.get(g, 0), g))
    return {group: names.get(group, group) for group in found}

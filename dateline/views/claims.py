"""Troop claims, what denies them, and the other quantities, which never share an axis with them."""

import pandas as pd

from dateline.model import Bound, EventKind, Stance, State
from dateline.views.days import as_day, day_text
from dateline.views.events import publishers_of, search_rows, select_events, with_members
from dateline.views.groups import groups, names_of
from dateline.views.ids import split
from dateline.views.selection import Selection
from dateline.views.story import Story

TROOPS = "troops"
# States in which a count of troops says how large the force is; the killed are another quantity.
FORCE_STATES = (State.DEPLOYED, State.PREPARING, State.PLANNED, State.OTHER)
THE_ARTICLE = "article"


def select_claims(story: Story, selection: Selection) -> pd.DataFrame:
    """Estimates of any unit that match the selection, by report day."""
    claims = story.estimates
    wanted = pd.Series(True, index=claims.index)
    if selection.first:
        wanted &= claims["reported_day"] >= pd.Timestamp(selection.first)
    if selection.last:
        wanted &= claims["reported_day"] <= pd.Timestamp(selection.last)
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


def claimant_groups(story: Story, claims: pd.DataFrame) -> pd.Series:
    """The states or bodies behind each claim, ';'-joined; 'article' where nobody is named."""
    known = groups(story.actors)

    def behind(cell: str) -> str:
        found = dict.fromkeys(known.of(who) for who in split(cell))
        return ";".join(found) or THE_ARTICLE

    return claims["claimant"].map(behind).astype("str")


def is_force(claims: pd.DataFrame) -> pd.Series:
    """Whether a claim says how many troops there are and so belongs on the troop axis."""
    return (claims["unit"] == TROOPS) & claims["state"].isin(FORCE_STATES)


def has_number(claims: pd.DataFrame) -> pd.Series:
    return claims["low"].notna() | claims["high"].notna()


def troop_rows(story: Story, claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that can be drawn on the troop axis, with the name printed at the mark."""
    rows = claims[is_force(claims) & has_number(claims) & (claims["stance"] != Stance.DENIED)]
    known = groups(story.actors)
    names = {**known.names, THE_ARTICLE: "Article"}
    group = claimant_groups(story, rows)
    return pd.DataFrame(
        {
            "estimate_id": rows["estimate_id"],
            "reported_day": rows["reported_day"],
            "low": rows["low"].astype("float64"),
            "high": rows["high"].astype("float64"),
            "bound": rows["bound"].astype("str"),
            "state": rows["state"].astype("str"),
            "group": [split(cell)[0] for cell in group],
            "group_name": [names_of(cell, names) for cell in group],
            "claimant": [names_of(who, names) or "the article" for who in rows["claimant"]],
            "figure": [figure_text(row) for row in rows.to_dict("records")],
            "phrase": rows["phrase"],
            "is_increment": rows["is_increment"],
            "part_of": rows["part_of"].astype("float64"),
        }
    ).reset_index(drop=True)


def claimant_order(story: Story) -> dict[str, str]:
    """Every group that claims something, most claims first, with its name.

    Over the whole story, so that a colour stays with its claimant whatever is filtered.
    """
    is_troops = story.estimates["unit"] == TROOPS
    everyone = claimant_groups(story, story.estimates).map(split).explode()
    counts = everyone[is_troops.reindex(everyone.index)].value_counts()
    names = {**groups(story.actors).names, THE_ARTICLE: "The article itself"}
    found = sorted(set(everyone), key=lambda g: (g == THE_ARTICLE, -counts.get(g, 0), g))
    return {group: names.get(group, group) for group in found}


def denial_rows(story: Story, selection: Selection) -> pd.DataFrame:
    """Who denied, on which report day: mentions that deny a deployment or an event with a claim.

    A statement that denies belongs here as well: what it denies is told in its sentence.
    """
    mentions = story.mentions[story.mentions["stance"] == Stance.DENIED]
    claimed = set(story.estimates[is_force(story.estimates)]["event_id"]) - {""}
    about = mentions["kind"].isin([EventKind.DEPLOYMENT, EventKind.STATEMENT])
    mentions = mentions[about | mentions["event_id"].isin(claimed)]
    chosen = Selection(
        actors=selection.actors, publishers=selection.publishers, query=selection.query
    )
    mentions = mentions[mentions["event_id"].isin(select_events(story, chosen)["event_id"])]
    reported = story.articles[["article_id", "published_day"]]
    rows = mentions.merge(reported.rename(columns={"published_day": "reported_day"}))
    if selection.publishers:
        by = rows["article_id"].map(publishers_of(story.articles))
        rows = rows[by.isin(selection.publishers)]
    if selection.first:
        rows = rows[rows["reported_day"] >= pd.Timestamp(selection.first)]
    if selection.last:
        rows = rows[rows["reported_day"] <= pd.Timestamp(selection.last)]
    known = groups(story.actors)
    # The voice nearest to the denial speaks; where nobody is named, whoever the sentence is about.
    voice = rows["attributed_to"].where(rows["attributed_to"] != "", rows["actor_ids"])
    speaker = [split(cell)[0] if split(cell) else "" for cell in voice]
    found = pd.DataFrame(
        {
            "event_id": rows["event_id"],
            "mention_id": rows["mention_id"],
            "reported_day": rows["reported_day"],
            "denier": [known.name(who) if who else "Not named" for who in speaker],
            "title": rows["title"],
            "is_statement": rows["kind"] == EventKind.STATEMENT,
        }
    )
    # One mark per voice and day, and its click leads to the denial rather than to what it denies.
    found = found.sort_values(
        ["reported_day", "denier", "is_statement", "mention_id"],
        ascending=[True, True, False, True],
        kind="stable",
    )
    return found.drop_duplicates(["reported_day", "denier"]).reset_index(drop=True)


def highest_so_far(troops: pd.DataFrame) -> pd.DataFrame:
    """By report day, the highest number claimed until then for troops said to be deployed.

    Of a claim with two ends the higher counts; "an additional 10,000" is no total and is left out.
    """
    deployed = troops[(troops["state"] == State.DEPLOYED) & ~troops["is_increment"].astype(bool)]
    top = deployed[["low", "high"]].max(axis=1)
    by_day = top.groupby(deployed["reported_day"]).max().cummax()
    return by_day.rename("highest").reset_index()


def other_rows(story: Story, claims: pd.DataFrame) -> pd.DataFrame:
    """Every claim that is not on the troop axis, by unit, in words a table can show."""
    drawn = set(troop_rows(story, claims)["estimate_id"])
    rows = claims[~claims["estimate_id"].isin(drawn)]
    names = groups(story.actors).names
    titles = story.articles.set_index("article_id")
    table = pd.DataFrame(
        {
            "estimate_id": rows["estimate_id"],
            "unit": rows["unit"],
            "figure": [figure_text(row) for row in rows.to_dict("records")],
            "phrase": rows["phrase"],
            "state": rows["state"].astype("str"),
            "stance": rows["stance"].astype("str"),
            "claimant": [names_of(who, names) or "the article" for who in rows["claimant"]],
            "reported_day": rows["reported_day"],
            "publisher": rows["article_id"].map(titles["publisher"]),
        }
    )
    return table.sort_values(["unit", "reported_day", "estimate_id"], kind="stable").reset_index(
        drop=True
    )


def figure_text(claim: dict[str, object]) -> str:
    """A claim's number with the sign of its bound: ≥ 1,500, ≈ 12,000, 10,000–12,000, + 10,000."""
    low, high, bound = claim["low"], claim["high"], str(claim["bound"])
    plus = "+ " if claim.get("is_increment") else ""
    if pd.isna(low) and pd.isna(high):
        return "no number"
    if bound == Bound.BETWEEN:
        return f"{plus}{number(low)}–{number(high)}"
    value = number(high if pd.isna(low) else low)
    return f"{plus}{SIGNS.get(bound, '')}{value}"


def figure_words(claim: dict[str, object]) -> str:
    """The same in words, for a heading: at least 1,500."""
    low, high, bound = claim["low"], claim["high"], str(claim["bound"])
    more = " more" if claim.get("is_increment") else ""
    part = claim.get("part_of")
    whole = "" if part is None or pd.isna(part) else f" of {number(part)}"
    if pd.isna(low) and pd.isna(high):
        return "No number given"
    if bound == Bound.BETWEEN:
        return f"{number(low)} to {number(high)}{more}{whole}"
    value = number(high if pd.isna(low) else low)
    words = f"{BOUND_WORDS.get(bound, '')}{value}{more}{whole}"
    return words[0].upper() + words[1:]


def number(value: object) -> str:
    """A count with thousands separated; a fraction keeps the digits that it was stated with."""
    amount = float(str(value))
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.3f}".rstrip("0")


SIGNS = {
    "approximate": "≈ ",
    "at_least": "≥ ",
    "more_than": "> ",
    "at_most": "≤ ",
    "less_than": "< ",
}
BOUND_WORDS = {
    "approximate": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}


def reported_text(value: object) -> str:
    day = as_day(value)
    return day_text(day) if day else ""

"""Who denies what is claimed, and on which report day."""

import pandas as pd

from dateline.model import EventKind, Stance
from dateline.views.claims import is_force
from dateline.views.events import FAR_FUTURE, FAR_PAST, publishers_of, select_events
from dateline.views.groups import grouped
from dateline.views.ids import split
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story


def denial_rows(story: Story, selection: Selection, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per voice, report day and what it denies.

    Mentions that deny a deployment or an event with a claim, statements that deny something, and
    of *claims* those that a sentence gives only to deny them. Columns: item_id (of the event, or
    of the claim), reported_day, spoken_first, spoken_last, denier, title.
    """
    told = _told(story, selection)
    numbers = _numbers(story, claims)
    found = pd.concat([told, numbers]) if len(numbers) else told
    order = ["reported_day", "denier", "is_statement", "row_id"]
    found = found.sort_values(order, ascending=[True, True, False, True], kind="stable")
    found = found.drop_duplicates(["reported_day", "denier", "item_id"])
    return found.drop(columns=["is_statement", "row_id"]).reset_index(drop=True)


def _told(story: Story, selection: Selection) -> pd.DataFrame:
    """Denying mentions. A statement that denies belongs: what it denies is in its sentence."""
    mentions = story.mentions[story.mentions["stance"] == Stance.DENIED]
    claimed = set(story.estimates[is_force(story.estimates)]["event_id"]) - {""}
    about = mentions["kind"].isin([EventKind.DEPLOYMENT, EventKind.STATEMENT])
    mentions = mentions[about | mentions["event_id"].isin(claimed)]
    chosen = Selection(
        actors=selection.actors, publishers=selection.publishers, query=selection.query
    )
    events = select_events(story, chosen)
    mentions = mentions[mentions["event_id"].isin(events["event_id"])]
    reported = story.articles[["article_id", "published_day"]]
    rows = mentions.merge(reported.rename(columns={"published_day": "reported_day"}))
    if selection.publishers:
        by = rows["article_id"].map(publishers_of(story.articles))
        rows = rows[by.isin(selection.publishers)]
    rows = rows[_in_days(rows, selection)]
    # The voice nearest to the denial speaks; where nobody is named, whoever the sentence is about.
    voice = rows["attributed_to"].where(rows["attributed_to"] != "", rows["actor_ids"])
    titles = story.events.set_index("event_id")["title"]
    found = pd.DataFrame(
        {
            "item_id": rows["event_id"],
            "row_id": rows["mention_id"],
            "reported_day": rows["reported_day"],
            "spoken_first": rows["first_day"],
            "spoken_last": rows["last_day"],
            "denier": _names(story, voice),
            "title": rows["event_id"].map(titles).astype("str"),
            "is_statement": rows["kind"] == EventKind.STATEMENT,
        }
    )
    # Beside the statement itself, a voice's denial of what the statement is about adds nothing.
    says = found[found["is_statement"]][["reported_day", "denier"]].drop_duplicates()
    beside = found[["reported_day", "denier"]].merge(says.assign(said=True), how="left")["said"]
    return found[found["is_statement"] | ~beside.eq(True).to_numpy()]


def _in_days(rows: pd.DataFrame, selection: Selection) -> pd.Series:
    first, last = rows["reported_day"], rows["reported_day"]
    if selection.by == SPOKEN:
        first, last = rows["first_day"].fillna(first), rows["last_day"].fillna(last)
    wanted = pd.Series(True, index=rows.index)
    if selection.first:
        wanted &= last.fillna(FAR_FUTURE) >= pd.Timestamp(selection.first)
    if selection.last:
        wanted &= first.fillna(FAR_PAST) <= pd.Timestamp(selection.last)
    return wanted


def _numbers(story: Story, claims: pd.DataFrame) -> pd.DataFrame:
    """Rows of `claim_rows` whose sentence denies the number."""
    rows = claims[claims["is_denied"]]
    return pd.DataFrame(
        {
            "item_id": rows["estimate_id"],
            "row_id": rows["estimate_id"],
            "reported_day": rows["reported_day"],
            "spoken_first": rows["spoken_first"],
            "spoken_last": rows["spoken_last"],
            "denier": _names(story, rows["claimant_ids"]),
            "title": "not " + rows["phrase"],
            "is_statement": False,
        }
    )


def _names(story: Story, cells: pd.Series) -> list[str]:
    known = grouped(story)
    return [known.name(split(cell)[0]) if split(cell) else "Not named" for cell in cells]

"""Made-up claims, as the charts of claims get them, for tests that need many or a certain one."""

import random
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from dateline.views.claim_rows import claim_rows
from dateline.views.claim_view import ClaimFrames, ClaimView, claim_frames, parted
from dateline.views.denials import denial_rows
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests import factories

STATES = ("deployed", "preparing", "planned", "other")
GROUPS = ("norland", "sudria", "estmark", "league", "mission of the northern league")
ACTORS = [
    {"actor_id": name, "name": name.title(), "kind": "body", "country": ""} for name in GROUPS
]


def story_of(*claims: dict[str, Any]) -> Story:
    """A story of one article whose estimates are *claims*, each a change to the usual row."""
    return replace(_bare(), estimates=factories.estimates(*claims))


@cache
def _bare() -> Story:
    tables = factories.tables(actors=factories.actors(*ACTORS))
    return Story(**{table.table_name(): frame for table, frame in tables.items()})


def frames_of(*claims: dict[str, Any], view: ClaimView | None = None) -> ClaimFrames:
    return claim_frames(story_of(*claims), Selection(), view or ClaimView())


def rows_of(*claims: dict[str, Any]) -> pd.DataFrame:
    story = story_of(*claims)
    return claim_rows(story, story.estimates)


SEEDS = 120


def made_up_frames(seed: int, view: ClaimView) -> ClaimFrames:
    """The claims of `made_up(seed)` for one of `SEEDS`, all checked in one go."""
    rows, denials = _made_up_rows()
    mine = f"s{seed}-"
    return parted(
        rows[rows["estimate_id"].str.startswith(mine)].reset_index(drop=True),
        denials[denials["item_id"].str.startswith(mine)].reset_index(drop=True),
        view,
    )


@cache
def _made_up_rows() -> tuple[pd.DataFrame, pd.DataFrame]:
    claims = [
        claim | {"estimate_id": f"s{seed}-{number}"}
        for seed in range(SEEDS)
        for number, claim in enumerate(made_up(seed))
    ]
    story = story_of(*claims)
    rows = claim_rows(story, story.estimates)
    return rows, denial_rows(story, Selection(), rows)


def made_up(seed: int, most: int = 24) -> list[dict[str, Any]]:
    """Claims of every bound and state, at random, over up to six report days."""
    roll = random.Random(seed)
    days = sorted(roll.sample(range(1, 29), roll.randint(1, 6)))
    return [_claim(roll, roll.choice(days)) for _ in range(roll.randint(1, most))]


def _claim(roll: random.Random, day: int) -> dict[str, Any]:
    number = roll.choice([300, 1500, 1500, 3000, 8000, 10_000, 12_000, roll.randint(1, 20_000)])
    bound = roll.choice(
        ["exact", "exact", "approximate", "at_least", "more_than", "at_most", "less_than",
         "between", "vague"]
    )  # fmt: skip
    low: float | None = number
    high: float | None = number
    if bound in ("at_least", "more_than"):
        high = None
    elif bound in ("at_most", "less_than"):
        low = None
    elif bound == "between":
        high = number + roll.randint(1, 4000)
    elif bound == "vague":
        low = high = None
    spoken = roll.randint(1, 28), roll.randint(1, 28)
    has_number = bound != "vague"
    return {
        "low": low,
        "high": high,
        "bound": bound,
        "state": roll.choice(STATES),
        "stance": roll.choice(["asserted", "confirmed", "alleged", "denied", "planned"]),
        "claimant": roll.choice(["", *GROUPS, "norland;sudria"]),
        "reported_day": f"2031-05-{day:02d}",
        "as_of_first": roll.choice([None, f"2031-05-{min(spoken):02d}"]),
        "as_of_last": roll.choice([None, f"2031-05-{max(spoken):02d}"]),
        "is_increment": has_number and roll.random() < 0.15,
        "part_of": 25_000 if has_number and roll.random() < 0.1 else None,
    }

"""How the reader wants claims to be drawn, and everything that the chart then shows."""

from dataclasses import dataclass

import pandas as pd

from dateline.views.claim_rows import claim_rows, other_rows, troop_rows, vague_rows
from dateline.views.claimed_range import Counted, claimed_range, counted_rows
from dateline.views.claims import select_claims
from dateline.views.denials import denial_rows
from dateline.views.selection import SPOKEN, Selection
from dateline.views.story import Story


@dataclass(frozen=True, slots=True)
class ClaimView:
    """By report day or by the day spoken of, in even steps or powers of ten, over which range."""

    by: str = ""
    is_log: bool = False
    counted: Counted = Counted.DEPLOYED

    @property
    def is_spoken(self) -> bool:
        return self.by == SPOKEN


USUAL_VIEW = ClaimView()


@dataclass(frozen=True, slots=True)
class ClaimFrames:
    """The claims of a selection: all of them, and apart what each part of the page shows."""

    rows: pd.DataFrame
    troops: pd.DataFrame
    vague: pd.DataFrame
    denials: pd.DataFrame
    other: pd.DataFrame
    range: pd.DataFrame
    in_range: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        return not len(self.rows) and not len(self.denials)


def claim_frames(story: Story, selection: Selection, view: ClaimView) -> ClaimFrames:
    """The claims and denials that match *selection*, with the range that *view* counts."""
    rows = claim_rows(story, select_claims(story, selection))
    return parted(rows, denial_rows(story, selection, rows), view)


def parted(rows: pd.DataFrame, denials: pd.DataFrame, view: ClaimView) -> ClaimFrames:
    """*rows* of `claim_rows` and *denials*, with what each part of the page shows of them."""
    troops = troop_rows(rows)
    return ClaimFrames(
        rows=rows,
        troops=troops,
        vague=vague_rows(rows),
        denials=denials,
        other=other_rows(rows),
        range=claimed_range(troops, view.counted, view.by),
        in_range=counted_rows(troops, view.counted),
    )

"""Events and claims as one picture: over one axis of days, as their page shows them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from dateline.charts.density import density_figure, is_dense
from dateline.charts.estimates import estimates_figure
from dateline.charts.estimates_size import NARROW_PX
from dateline.charts.key import Entry, density_key, estimates_key, timeline_key
from dateline.charts.linked import heights, pair_figures, plan_pair
from dateline.charts.stacked import stacked
from dateline.charts.theme import Look
from dateline.charts.timeline_plan import window_of
from dateline.export.layout import claim_view_of
from dateline.export.scene import Chart, Scene, words_of
from dateline.export.shown import Shown
from dateline.views.choices import choices
from dateline.views.claim_view import claim_frames
from dateline.views.listing import crowd, listing
from dateline.views.presented import title_of


def both(events: Shown, claims: Shown, above: Scene, below: Scene) -> Scene:
    """The scenes of *events* and *claims* as one: charts on one axis of days, rows in one table."""
    found, view = listing(events.story, events.selection), claim_view_of(claims)
    frames = claim_frames(claims.story, claims.selection, view)
    names = choices(claims.story).claimants
    ranks = {group: rank for rank, group in enumerate(names)}
    window = window_of(events.selection.first, events.selection.last, found.ends())
    dense = crowd(found) if is_dense(found.dated_count) else None
    dated = found.rows()
    dated = dated[~dated["is_undated"]]

    def draw(look: Look, width: int) -> Any:
        if dense is None:
            pair = plan_pair(dated, frames, view, look, width, window, found.last_report)
            return stacked(*pair_figures(pair, ranks, look, width < NARROW_PX), width)
        high, low = heights(look, width < NARROW_PX)
        upper = density_figure(dense, replace(look, tallest=high), width, window)
        lower = estimates_figure(frames, view, ranks, replace(look, tallest=low), width)
        return stacked(upper, lower, width)

    def key(look: Look) -> list[Entry]:
        of_events = density_key(look) if dense is not None else timeline_key(dated, look)
        return [*of_events, *estimates_key(frames, view, names, look)]

    subtitle = f"{above.words.subtitle}; {below.words.subtitle}"
    words = words_of(events, title_of("both"), subtitle)
    table = pd.concat([_in_common(above.rows, EVENTS), _in_common(below.rows, CLAIMS)])
    return Scene(
        words,
        table.reset_index(drop=True),
        above.total + below.total,
        (*above.told, *below.told),
        "What",
        (*above.ids, *below.ids),
        Chart(draw, key, f"Events above, claims below, on one axis of days: {subtitle}."),
        below.also,
    )


# The columns of a table of events and claims, and what each takes from either.
EVENTS = {"When": "When", "What": "What happened", "Kind": "Kind", "Who says so": "Publishers"}
CLAIMS = {"When": "Reported", "What": "Number", "Kind": "Said of them", "Who says so": "Claimed by"}


def _in_common(rows: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    found = pd.DataFrame({name: rows[column] for name, column in columns.items()})
    if columns is EVENTS:
        found["Who says so"] = [
            f"{count} publisher{'s' * (count != 1)}" for count in rows["Publishers"]
        ]
    return found

"""The scores of the last evaluation that somebody published: their only writer and reader.

They are counts, not shares, so that a figure can be shown with the cases behind it.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from dateline.errors import SeedError, StorageError
from dateline.evaluation.scores import Score

COLUMNS = ["story", "measure", "right", "cases"]


def write_scores(scores: Mapping[str, Score], path: Path) -> None:
    """Publish the counts of a whole evaluation, one measure of one story a line."""
    rows = [
        {"story": story, "measure": measure, "right": result.right[measure], "cases": cases}
        for story, result in scores.items()
        for measure, cases in result.of.items()
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS).sort_values(["story", "measure"])
    try:
        path.write_text(frame.to_csv(index=False, lineterminator="\n"), encoding="utf-8")
    except OSError as error:
        raise StorageError(path, f"cannot be written ({error.strerror})") from error


def read_scores(path: Path) -> dict[str, Score]:
    """The published counts by story; none where nothing was published."""
    if not path.is_file():
        return {}
    frame = pd.read_csv(path)
    if list(frame.columns) != COLUMNS:
        wanted = ", ".join(COLUMNS)
        raise SeedError(path, 1, f"columns are {', '.join(frame.columns)}, expected {wanted}")
    scores: dict[str, Score] = {}
    for row in frame.itertuples(index=False):
        story = scores.setdefault(str(row.story), Score())
        story.right[row.measure], story.of[row.measure] = int(row.right), int(row.cases)
    return scores

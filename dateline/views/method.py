"""How the values came about: rows per rule, as the tables record it."""

from collections.abc import Mapping

import pandas as pd

from dateline.evaluation.measures import MEASURES
from dateline.evaluation.report import TOTAL, percent, with_total
from dateline.evaluation.scores import Score
from dateline.views.story import Story

RULE_COLUMNS = {
    ("mentions", "date_rule"): "Reading a date",
    ("mentions", "date_basis"): "What a date hangs on",
    ("mentions", "kind_rule"): "Seeing an event",
    ("mentions", "stance_rule"): "Telling how far a sentence commits",
    ("mentions", "merge_rule"): "Joining mentions into an event",
    ("estimates", "rule"): "Reading a figure",
    ("estimates", "state_rule"): "Telling what is said of the counted",
    ("estimates", "as_of_basis"): "Dating a figure",
}


def rows_per_rule(story: Story) -> pd.DataFrame:
    """How many rows each rule is behind, most used first within its task."""
    parts = []
    for (table, column), task in RULE_COLUMNS.items():
        values = story.table(table)[column].astype("str")
        counts = (
            values[values != ""]
            .value_counts()
            .sort_index()
            .sort_values(ascending=False, kind="stable")
        )
        parts.append(
            pd.DataFrame(
                {"task": task, "rule": counts.index, "rows": counts.to_numpy(), "table": table}
            )
        )
    return pd.concat(parts, ignore_index=True)


def problem_rows(story: Story) -> pd.DataFrame:
    """What could not be read, with the headline of the article it stands in."""
    titles = story.articles.set_index("article_id")["title"]
    problems = story.problems
    return pd.DataFrame(
        {
            "kind": problems["kind"].astype("str").str.replace("_", " "),
            "text": problems["text"],
            "reason": problems["reason"],
            "article": problems["article_id"].map(titles).fillna(""),
        }
    ).reset_index(drop=True)


def correction_rows(events: pd.DataFrame) -> pd.DataFrame:
    """The events that a person corrected or hid. Columns: event, corrected, reason."""
    found = events[events["correction_reason"] != ""]
    what = found["corrected"].str.replace(";", ", ").mask(found["is_hidden"], "hidden")
    return pd.DataFrame(
        {"event": found["title"], "corrected": what, "reason": found["correction_reason"]}
    ).reset_index(drop=True)


def score_rows(scores: Mapping[str, Score]) -> pd.DataFrame:
    """One row per measure: its shares in percent, of all stories and of each, and the cases.

    The columns are `measure`, `all`, `cases` and one for each story; a dash stands where there was
    no case to count. An F1 has no cases of its own, so its `cases` are empty.
    """
    counted = with_total(scores)
    every = counted.get(TOTAL) or next(iter(counted.values()), Score())
    rows = [
        {
            "measure": measure.title,
            "all": percent(every.value(measure.name)),
            "cases": "" if measure.is_f1 else str(every.of[measure.name]),
        }
        | {name: percent(result.value(measure.name)) for name, result in scores.items()}
        for measure in MEASURES
    ]
    return pd.DataFrame(rows)

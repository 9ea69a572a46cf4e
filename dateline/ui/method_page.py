"""What the Method page says. The words here promise only what the tables show."""

import pandas as pd
import streamlit as st

from dateline.datapackage import TABLE_MEANINGS
from dateline.evaluation import published
from dateline.evaluation.measures import MEASURES
from dateline.schema import TABLES
from dateline.ui import heading, tables
from dateline.views.method import problem_rows, rows_per_rule, score_rows
from dateline.views.story import Story

DATES = """
A date is never a point that it is not. The words of a date are found first, then read against the
day of publication, and what comes out is a **range**: the days the words can mean. “On Monday” is a
day, “earlier this month” runs from the first of the month to the day of the report, “in June” is a
month, “since September” has an open end. The **precision** says how closely the text stated it.
A sentence without date words that plainly continues a dated one inherits its day, and
`date_basis` says so. Words that name no day are listed below as unread, and never become the day of
publication. A publication day that is not printed is worked out from the content, marked
*inferred*, and explained on the Sources page.
"""
FIGURES = """
A quantity keeps the **bound** that its words give: “at least 1,500” has a low end and no high end,
“as many as 12,000” the reverse, “dozens” has neither. What is said of the counted (deployed, being
prepared, killed) is the **state**; who says it is the **claimant**, and whoever passes it on stands
under *relayed by*. Only units of troops are drawn on the axis of troops; shells, brigades, people
killed, shares and ratios stand in a table. No claim is summed, averaged or called true.
"""
JOINING = """
One event told by several sentences or articles is joined into one row: its range is what its
mentions allow together, and its **status** follows from their stances: *contested* where somebody
asserts and somebody denies. A retelling of another report adds an article, but no independent
publisher. No mention is ever dropped.
"""
SCORES = """
Rules can be wrong, so they are held against answers written by hand for short articles of made-up
stories. Each figure is a share **in percent**; *cases* says of how many. The rules were mended
against these stories, so on others expect less. `python -m dateline evaluate` gives the same
figures, and with `--errors 5` the sentences behind the faults.
"""
PUBLISHED_SCORES = tables.ROOT / "docs" / "evaluation.csv"


def how_dates_are_read() -> None:
    _text("How dates are read", DATES)


def how_figures_are_read() -> None:
    _text("How figures are read", FIGURES)


def how_events_are_joined() -> None:
    _text("How events are joined", JOINING)


def scores() -> None:
    """How well it reads, as last published; nothing where nothing was."""
    found = published.read_scores(PUBLISHED_SCORES)
    if not found:
        return
    _text("How well it reads", SCORES)
    rows = score_rows(found)
    stories = {name: name.replace("_", " ").capitalize() for name in found}
    st.dataframe(
        rows,
        hide_index=True,
        height="content",
        key="scores",
        alt=f"{len(rows)} measures of how well articles are read, for {len(found)} stories",
        column_order=["measure", "all", "cases", *stories],
        column_config={
            "measure": st.column_config.TextColumn("Measure", pinned=True),
            "all": st.column_config.TextColumn("All stories"),
            "cases": st.column_config.TextColumn("Cases"),
            **{name: st.column_config.TextColumn(title) for name, title in stories.items()},
        },
    )
    with st.expander("What each measure counts"):
        meanings = (f"- **{measure.title}.** {measure.meaning}" for measure in MEASURES)
        st.markdown("\n".join(meanings), width=900)


def _text(title: str, words: str) -> None:
    heading.section(title)
    st.markdown(words.strip().replace("\n", " "), width=900)


def rules(story: Story) -> None:
    """How many rows each rule is behind."""
    heading.section("Rows per rule")
    counts = rows_per_rule(story)
    tasks = list(dict.fromkeys(counts["task"]))
    with st.container(key="rules"):
        for task in tasks:
            part = counts[counts["task"] == task]
            with st.expander(f"{task}: {len(part)} rules, {part['rows'].sum()} rows"):
                _table(part[["rule", "rows"]], f"rules-{tasks.index(task)}", task)


def problems(story: Story) -> None:
    """What could not be read, each with its reason."""
    rows = problem_rows(story)
    heading.section(f"What could not be read: {len(rows)}")
    if rows.empty:
        st.info("Every date and figure that was seen could be read.")
    else:
        _table(rows, "problems", "What could not be read")


def corrections() -> None:
    """What people overruled, each with its reason; nothing where nobody did."""
    rows = tables.corrections()
    if not rows.empty:
        heading.section(f"What people corrected: {len(rows)}")
        _table(rows, "corrections", "Events that a person corrected or hid")


def dictionary() -> None:
    """Every table and column, as declared: programs rely on these names."""
    heading.section("Tables and columns")
    for table in TABLES:
        name = table.table_name()
        with st.expander(f"{name.capitalize()}: {TABLE_MEANINGS[name]}"):
            _table(tables.column_meanings(table), f"columns-{name}", f"Columns of {name}")


def _table(frame: pd.DataFrame, key: str, alt: str) -> None:
    st.dataframe(
        frame,
        hide_index=True,
        height="content" if len(frame) < tables.TALLEST else 420,
        key=key,
        alt=alt,
    )

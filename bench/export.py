"""How long exports take: 100,000 rows beside pandas' own writers, and a deck of 30 views.

    python bench/export.py [--rows 100000] [--views 30]

Each format is written three times, and the median of the processor's seconds counts, which other
work on the machine disturbs least; a ratio of 1.0 is as fast as pandas, which writes no meanings,
no provenance and no guard. The deck is timed by the clock, and left out where no Chromium is found.
"""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import generated
from dateline import store
from dateline.errors import ToolError
from dateline.export.formats import FORMATS, written
from dateline.export.shown import Shown
from dateline.export.view import shown
from dateline.views.story import Story, without_hidden

ROOT = Path(__file__).parents[1]
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    took = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return statistics.median(took)


def of_pandas(rows: pd.DataFrame) -> dict[str, Callable[[], object]]:
    """The same rows by pandas alone."""

    def xlsx() -> None:
        with pd.ExcelWriter(io.BytesIO(), engine="xlsxwriter") as book:
            rows.to_excel(book, index=False)

    return {
        "csv": lambda: rows.to_csv(index=False),
        "csv-spreadsheet": lambda: rows.to_csv(index=False),
        "xlsx": xlsx,
        "parquet": lambda: rows.to_parquet(io.BytesIO(), index=False),
        "jsonl": lambda: rows.to_json(orient="records", lines=True, date_format="iso"),
    }


def tables(view: Shown) -> None:
    theirs = of_pandas(view.rows.reset_index(drop=True))
    print(f"{len(view.rows):,} rows of {len(view.rows.columns)} columns")
    print(f"{'format':18}{'seconds':>9}{'pandas':>9}{'ratio':>7}{'MB':>8}")
    for name, write in theirs.items():
        form = FORMATS[name]
        size = len(written(form, [view]).content) / 1e6
        ours, pandas = seconds(lambda form=form: written(form, [view])), seconds(write)
        print(f"{name:18}{ours:9.2f}{pandas:9.2f}{ours / pandas:7.1f}{size:8.1f}")


def deck(story: Story, count: int) -> None:
    """Views of the shipped story, timelines and claims in turn, each narrowed otherwise."""
    views = list(_views(story, count))
    start = time.perf_counter()
    try:
        size = len(written(FORMATS["pptx"], views).content) / 1e6
    except ToolError as error:
        print(f"no deck: {error}")
        return
    took = time.perf_counter() - start
    print(f"a deck of {count} views: {took:.1f} s, {took / count:.2f} s a view, {size:.1f} MB")


def _views(story: Story, count: int) -> Sequence[Shown]:
    days = [day.date() for day in story.articles["published_day"].drop_duplicates().sort_values()]
    pages = ("timeline", "estimates")
    return [
        shown(story, "sha256:bench", f"{pages[n % 2]}?asof={days[n % len(days)]}")
        for n in range(count)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--views", type=int, default=30)
    options = parser.parse_args()
    made, _ = generated.tables(options.rows)
    large = Story(**{table.table_name(): frame for table, frame in made.items()})
    tables(shown(large, "sha256:bench", "", "events"))
    snapshot = store.read_all(ROOT / "data")
    frames = {table.table_name(): frame for table, frame in snapshot.tables.items()}
    deck(without_hidden(Story(**frames)), options.views)


if __name__ == "__main__":
    main()

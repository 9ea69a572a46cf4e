"""Articles a second from text to tables, and how time and memory grow with their number.

    python bench/pipeline.py [--articles 200 2000] [--originals DIR]

Articles are put together from paragraphs of the stories in tests/stories, four a day, each from
another publisher, so that they retell each other as news does. One process, one core.

articles/s, KB/s   the whole pipeline: reading, merging, tables and the checks across them
of search          how many times as fast as dateparser.search alone, told that the text is
                   English, finds dates in the same text
KB an article      growth of the process's largest size between the two numbers of articles

With --originals (or the environment variable DATELINE_ORIGINALS) the articles in that folder are
read as well, several times over, which says what real prose costs.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import pipeline
from dateline.evaluation.stories import articles_of, names
from dateline.model import Article, PublishedBasis
from dateline.schema import Events, Mentions

STORIES = Path(__file__).resolve().parents[1] / "tests" / "stories"
FIRST_DAY = date(2024, 1, 1)
A_DAY = 4
PARAGRAPHS = 6
SEARCHED_KB = 30


def paragraphs() -> list[str]:
    """Every paragraph of the stories."""
    articles = [article for name in names(STORIES) for article in articles_of(STORIES / name)]
    return [part for article in articles for part in article.text.split("\n\n") if part.strip()]


def made_up(count: int) -> list[Article]:
    """So many articles of a few paragraphs each, the same ones on every run."""
    pool, chance = paragraphs(), random.Random(7)
    return [
        article(f"a{number:06d}", number // A_DAY, "\n\n".join(chance.sample(pool, PARAGRAPHS)))
        for number in range(count)
    ]


def article(name: str, days: int, text: str) -> Article:
    published = FIRST_DAY + timedelta(days=days)
    return Article(name, "", f"Paper {name}", published, PublishedBasis.STATED, text)


def kilobytes(articles: Sequence[Article]) -> float:
    return sum(len(each.text) for each in articles) / 1000


def build_seconds(articles: Sequence[Article]) -> tuple[float, str]:
    """Seconds of one build, and what it gave."""
    start = time.perf_counter()
    tables = pipeline.build(articles, [], lambda *_: None)
    seconds = time.perf_counter() - start
    return seconds, f"{len(tables[Mentions])} mentions, {len(tables[Events])} events"


def search_speed(articles: Sequence[Article]) -> float:
    """KB/s of dateparser's search on the first kilobytes of the same texts."""
    from dateparser.search import search_dates

    search_dates(articles[0].text, languages=["en"])  # its own lexicon is read once as well
    read = 0.0
    start = time.perf_counter()
    for each in articles:
        if read > SEARCHED_KB:
            break
        search_dates(each.text, languages=["en"])
        read += len(each.text) / 1000
    return read / (time.perf_counter() - start)


def largest_size_kb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(count: int) -> None:
    """Print the figures of one number of articles, in a process of its own."""
    articles = made_up(count)
    pipeline.build(articles[:20], [], lambda *_: None)  # the lexicon is read once
    seconds, gave = build_seconds(articles)
    sys.stdout.write(f"{count}\t{seconds}\t{kilobytes(articles)}\t{largest_size_kb()}\t{gave}\n")


def grown(counts: Sequence[int]) -> list[list[str]]:
    command = [sys.executable, __file__, "--measure"]
    return [
        subprocess.run([*command, str(count)], check=True, capture_output=True, text=True)
        .stdout.strip()
        .split("\t")
        for count in counts
    ]


def main() -> None:
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--originals", type=Path, default=os.environ.get("DATELINE_ORIGINALS"))
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    searched = search_speed(made_up(60))
    print(f"dateparser.search alone: {searched:.0f} KB/s")
    rows = [[float(cell) for cell in row[:4]] + [row[4]] for row in grown(options.articles)]
    for count, seconds, size, memory, gave in rows:
        speed = size / seconds
        print(
            f"{count:6.0f} articles: {count / seconds:5.0f} articles/s, {speed:4.0f} KB/s, "
            f"{speed / searched:.1f} of search; largest size {memory / 1024:.0f} MB; {gave}"
        )
    if len(rows) > 1:
        (few, short, _, small, _), (many, long, _, large, _) = rows[0], rows[-1]
        print(
            f"{many / few:.0f} times the articles take {long / short:.1f} times as long and "
            f"{(large - small) / (many - few):.0f} KB an article more"
        )
    if options.originals:
        texts = [path.read_text("utf-8", "replace") for path in options.originals.glob("*.txt")]
        many_times = [article(f"o{n:03d}", n, text) for n, text in enumerate(texts * 8)]
        seconds, gave = build_seconds(many_times)
        speed, beside = kilobytes(many_times) / seconds, search_speed(many_times)
        print(f"originals: {speed:.0f} KB/s, {speed / beside:.1f} of search ({beside:.0f} KB/s)")


if __name__ == "__main__":
    main()

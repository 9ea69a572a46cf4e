"""How well the pipeline reads stories it was not written for: scores against answers by hand.

Each folder of tests/stories holds articles, `gold.json` with the answers, written by reading the
articles, and where the story needs one a list of actors. Run from the project's folder:

    python bench/extraction.py [--story NAME] [--errors N] [--stories DIR]

Every figure is a share, in percent; the last line sums the counts of all stories, so that a long
story weighs more than a short one.

Mentions. A found mention can be paired with a gold one when its sentence holds the gold words and
it has the same days or the same kind; each is in one pair at most, and the best pairs go first
(days, then kind, then a cue inside the gold words, then stance).

- dated P, R, F1: a dated gold mention is found when its pair has exactly its first and last day.
  Precision is the share of found dated mentions that are so paired.
- undated R: of the undated gold mentions, those whose pair is of the right kind and has no day.
  The answers list only the clearly told ones, so there is no precision.
- kind: of the dated mentions found, those of the right kind.
- stance: of all dated and undated mentions found, those with the right stance.

Estimates. A found estimate pairs with the gold one whose phrase it overlaps.

- estimates P, R, F1: an estimate is found when low, high and bound are all right.
- state, claimant, unit: of the estimates found, those that have it right. A claimant is right when
  the id is the gold one, or when the words of one name (or of the phrase that names it) are among
  those of the other; an empty one only when the gold one is empty.

Merging. Of all pairs of mentions that were paired with a gold one and stand in one story:

- merging P: of the pairs that share an event_id, those that tell one gold event.
- merging R: of the pairs that tell one gold event, those that share an event_id.

An answer marked `optional` is one on which careful readers differ: finding it is neither rewarded
nor held against the pipeline, unless its days are wrong; `"*"` accepts anything, and a list any of
its members. A score without a case to count is shown as a dash.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench.answers import Answer  # noqa: E402
from bench.scores import Score, Tables, score  # noqa: E402
from dateline import pipeline, seeds  # noqa: E402
from dateline.given_days import PublishedDays  # noqa: E402
from dateline.model import Article  # noqa: E402

STORIES = Path(__file__).parents[1] / "tests" / "stories"
GOLD, ACTORS = "gold.json", "actors.csv"


def read_story(folder: Path) -> tuple[Answer, Tables, dict[str, str]]:
    """The answers of one story, the tables that the pipeline gives for it, and its texts."""
    articles = articles_of(folder)
    tables = pipeline.build(articles, seeds.read_actors(folder / ACTORS), _quietly)
    return answers_of(folder), tables, {article.article_id: article.text for article in articles}


def answers_of(folder: Path) -> Answer:
    answers: Answer = json.loads((folder / GOLD).read_text(encoding="utf-8"))
    return answers


def articles_of(folder: Path) -> list[Article]:
    """The articles of one story; what lies beside them is no article."""
    beside = frozenset({(folder / GOLD).resolve(), (folder / ACTORS).resolve()})
    articles, errors = seeds.read_articles(folder, PublishedDays({}, None, beside))
    if errors:
        raise errors[0]
    return articles


def _quietly(_done: int, _total: int, _what: str) -> None:
    return None


COLUMNS = (
    ("dated P", "share"), ("dated R", "share"), ("dated", "f1"), ("undated R", "share"),
    ("kind", "share"), ("stance", "share"),
    ("estimates P", "share"), ("estimates R", "share"), ("estimates", "f1"),
    ("state", "share"), ("claimant", "share"), ("unit", "share"),
    ("merging P", "share"), ("merging R", "share"), ("merging", "f1"),
)  # fmt: skip


def table_of(scores: Mapping[str, Score]) -> Iterator[str]:
    """The scores as lines of text, one story a line, the total last."""
    heads = [name if how == "share" else f"{name} F1" for name, how in COLUMNS]
    yield " ".join(["story".ljust(14), *heads])
    for name, result in scores.items():
        cells = []
        for (measure, how), head in zip(COLUMNS, heads, strict=True):
            value = result.share(measure) if how == "share" else result.f1(measure)
            cells.append(("-" if value is None else f"{100 * value:.0f}").rjust(len(head)))
        yield " ".join([name.ljust(14), *cells])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--story", help="score this folder of tests/stories only")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors a story")
    parser.add_argument("--stories", type=Path, default=STORIES, metavar="DIR")
    options = parser.parse_args(arguments)
    known = sorted(path.parent.name for path in options.stories.glob(f"*/{GOLD}"))
    if options.story and options.story not in known:
        parser.error(f"there is no story {options.story!r}; known: {', '.join(known)}")
    scores: dict[str, Score] = {}
    for name in [options.story] if options.story else known:
        scores[name] = score(*read_story(options.stories / name))
    total = sum(scores.values(), Score())
    for line in table_of({**scores, "total": total} if len(scores) > 1 else scores):
        sys.stdout.write(line + "\n")
    for name, result in scores.items():
        for fault in result.faults[: options.errors]:
            sys.stdout.write(
                f"\n[{fault.sort}] {name}/{fault.article_id}\n    {fault.sentence}\n"
                f"  expected: {fault.expected}\n  got:      {fault.got}\n"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The command line: ``python -m dateline``, and what each of its commands does."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dateline import date_report, dictionary, fingerprint, pipeline, seeds, store
from dateline.console import complain, progress, say
from dateline.datapackage import Origin
from dateline.errors import DatelineError, SeedError, StorageError
from dateline.evaluation import published, report, stories
from dateline.export import command
from dateline.given_days import OPTION, parse_day
from dateline.model import Article, PublishedBasis, Unresolved
from dateline.schema import TABLES, Actors, Table
from dateline.ui import serve_command

DESCRIPTION = """\
Turn news articles into tables of dated events and troop estimates, each row tied to its words.

  python -m dateline build                      read seeds/, write data/
  python -m dateline build --articles DIR --out DIR --published 2024-10-21
  python -m dateline check                      is data/ what seeds/ and the code give today?
  python -m dateline dates FILE --published 2024-10-21     what is read of its dates
  python -m dateline dictionary                 what every table and column means
  python -m dateline evaluate                   how well it reads, against answers by hand
  python -m dateline export --view ADDRESS --format xlsx --out FILE
  python -m dateline serve                      the dashboard at http://localhost:8501
"""
# What the Method page shows; committed, so that a change of the scores is seen in review.
PUBLISHED_SCORES = Path("docs/evaluation.csv")
PUBLISHED_HELP = """\
publication day of .txt articles that do not say it: YYYY-MM-DD for all of them, NAME=YYYY-MM-DD
for one (repeat it for more), or a file of days, .json ({"name": "YYYY-MM-DD"}) or .csv
(article_id,published)
"""


@dataclass(frozen=True, slots=True)
class Built:
    """Tables in memory, the texts their offsets count in, and what they were made from."""

    articles: list[Article]
    tables: dict[type[Table], pd.DataFrame]
    seeds_digest: str
    skipped: int

    @property
    def texts(self) -> dict[str, str]:
        return {article.article_id: article.text for article in self.articles}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 where it could not do what was asked."""
    options = _parser().parse_args(arguments)
    commands = {
        "build": _build,
        "check": _check,
        "dates": _dates,
        "dictionary": _dictionary,
        "evaluate": _evaluate,
        "export": command.run,
        "serve": serve_command.run,
    }
    try:
        return commands[options.command](options)
    except DatelineError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        complain("stopped before it was done")
        return 130
    except (OSError, UnicodeError, MemoryError) as error:
        # What the machine refuses anywhere else: the old tables stand, and whoever runs the
        # machine has to act.
        complain(_of_machine(error))
        return 1


def _of_machine(error: OSError | UnicodeError | MemoryError) -> str:
    match error:
        case OSError():
            return f"{error.filename or 'the disk'}: {error.strerror or error}; nothing was written"
        case MemoryError():
            return "there is not enough memory for these articles; nothing was written"
    return f"a name or text has characters that cannot be stored ({error}); nothing was written"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dateline",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    inputs = argparse.ArgumentParser(add_help=False)
    inputs.add_argument(
        "--seeds",
        type=Path,
        default=Path("seeds"),
        metavar="DIR",
        help="folder with articles/, actors.csv and landmarks.csv (default: seeds)",
    )
    inputs.add_argument(
        "--articles", type=Path, metavar="DIR", help="folder of .md and .txt articles"
    )
    inputs.add_argument("--actors", type=Path, metavar="FILE", help="names of people and bodies")
    inputs.add_argument(
        "--published", action="append", default=[], metavar="DAY", help=PUBLISHED_HELP
    )
    inputs.add_argument(
        "--skip-bad", action="store_true", help="go on without the files that cannot be read"
    )
    inputs.add_argument(
        "--out",
        type=Path,
        default=Path("data"),
        metavar="DIR",
        help="folder of the tables; a build replaces it as a whole (default: data)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("build", parents=[inputs], help="read the articles and write the tables")
    commands.add_parser("check", parents=[inputs], help="compare the tables with a fresh build")
    dates = commands.add_parser("dates", help="print what is read of every date of one text")
    dates.add_argument("file", type=Path, metavar="FILE", help="a text file; - for standard input")
    dates.add_argument(OPTION, required=True, metavar="DAY", help="the text's day: YYYY-MM-DD")
    dates.add_argument("--format", choices=date_report.FORMATS, default="table")
    commands.add_parser("dictionary", help="print what every table and column means, in Markdown")
    _add_evaluate(commands)
    command.add(commands)
    serve_command.add(commands)
    return parser


def _add_evaluate(commands: Any) -> None:
    parser = commands.add_parser("evaluate", help="score the pipeline on stories with answers")
    parser.add_argument(
        "--stories",
        type=Path,
        default=Path("tests/stories"),
        metavar="DIR",
        help="folder of stories, each with articles and gold.json (default: tests/stories)",
    )
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N errors of each story"
    )
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--story", metavar="NAME", help="score this story alone")
    chosen.add_argument(
        "--write", action="store_true", help=f"publish the scores in {PUBLISHED_SCORES}"
    )


def _build(options: argparse.Namespace) -> int:
    _refuse_seeds_as_output(options)
    built = _built(options)
    if built is None:
        return 1
    origin = Origin(built.seeds_digest, fingerprint.of_code())
    written = store.write_tables(built.tables, built.texts, options.out, origin)
    sys.stdout.write(_summary(built))
    sys.stdout.write(
        f"Written to {options.out}/.\n" if written else f"{options.out}/ already held just this.\n"
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    built = _built(options)
    if built is None:
        return 1
    try:
        stored = store.origin(options.out)
        damage = ""
        store.verify(options.out)
    except DatelineError as error:
        stored, damage = Origin(), str(error)
    # Code that changed and gives the same tables has changed nothing that matters here.
    files = store.render(built.tables, built.texts, Origin(built.seeds_digest, stored.code))
    found = store.differences(options.out, files) if options.out.is_dir() else []
    if not found and not damage and stored.seeds != built.seeds_digest:
        found = ["the seeds have changed since, though they give the same tables"]
    if not found and not damage:
        sys.stdout.write(f"{options.out}/ is what the seeds and the code give today.\n")
        return 0
    for line in filter(None, [damage, *found]):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        f"{options.out}/ is not what the seeds and the code give today; {store.REBUILD}.\n"
    )
    return 1


def _dates(options: argparse.Namespace) -> int:
    published = parse_day(options.published)
    if isinstance(published, Unresolved):
        raise SeedError(OPTION, 0, published.reason)
    text = seeds.read_plain(options.file, sys.stdin.buffer)
    # A quoted text may hold what a terminal without Unicode cannot show.
    encoding = sys.stdout.encoding or "utf-8"
    for line in date_report.FORMATS[options.format](text, published):
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    return 0


def _dictionary(options: argparse.Namespace) -> int:
    sys.stdout.write(dictionary.render())
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    chosen = stories.names(options.stories, options.story)
    scores = {name: stories.evaluate(options.stories / name) for name in chosen}
    for line in report.lines(report.with_total(scores)):
        sys.stdout.write(f"{line}\n")
    for name, result in scores.items():
        for fault in report.faults(name, result, options.errors):
            sys.stdout.write(f"{fault}\n")
    if options.write:
        published.write_scores(scores, PUBLISHED_SCORES)
        sys.stdout.write(f"Written to {PUBLISHED_SCORES}.\n")
    return 0


def _built(options: argparse.Namespace) -> Built | None:
    """The tables that the seeds give; nothing, and a line for each bad file, where some are bad."""
    places = seeds.Places.under(options.seeds, options.articles, options.actors)
    given = seeds.read_published(options.published)
    if options.actors is not None and not options.actors.exists():
        raise SeedError(options.actors, 0, "does not exist; --actors names a CSV file of actors")
    actors = seeds.read_actors(places.actors)
    landmarks = seeds.read_landmarks(places.landmarks)
    corrections = seeds.read_corrections(places.corrections)
    seeds_digest = seeds.digest(places, given)
    articles, errors = seeds.read_articles(places.articles, given, landmarks)
    for error in errors:
        complain(str(error))
    if errors and not options.skip_bad:
        count = f"{len(errors)} of the seed files" if len(errors) > 1 else "a seed file"
        say(f"Nothing was built: mend {count}, or leave bad files out with --skip-bad.")
        return None
    if not articles:
        complain(f"{places.articles}: no article is left to build from")
        return None
    tables = pipeline.build(articles, actors, progress(), corrections)
    return Built(articles, tables, seeds_digest, len(errors))


def _refuse_seeds_as_output(options: argparse.Namespace) -> None:
    """A build replaces its output folder, so that must not be, hold or lie in the input."""
    out = options.out.resolve()
    places = seeds.Places.under(options.seeds, options.articles, options.actors)
    for path in (places.articles, places.actors.parent):
        inputs = path.resolve()
        if out == inputs or out in inputs.parents or places.articles.resolve() in out.parents:
            raise StorageError(options.out, f"would replace the seeds in {path}; choose another")


def _summary(built: Built) -> str:
    inferred = sum(a.published_basis is PublishedBasis.INFERRED for a in built.articles)
    counts = [
        f"{len(built.tables[table])} {table.table_name()}"
        for table in TABLES
        if table is not Actors
    ]
    lines = [", ".join(counts) + "."]
    if inferred:
        lines.append(f"{_number(inferred, 'publication day')} inferred; articles.csv says how.")
    if built.skipped:
        lines.append(f"{_number(built.skipped, 'bad file')} left out.")
    return "\n".join(lines) + "\n"


def _number(count: int, what: str) -> str:
    return f"1 {what} was" if count == 1 else f"{count} {what}s were"


if __name__ == "__main__":
    sys.exit(main())

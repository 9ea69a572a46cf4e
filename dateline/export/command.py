"""``python -m dateline export``: the rows of a view as a file, without a browser to click in."""

import os
import sys
from pathlib import Path
from typing import Any

from dateline import clock, directory_swap, store
from dateline.charts.picture import Shape
from dateline.charts.theme import Ground
from dateline.console import progress, say
from dateline.errors import AddressError, BriefingError, StorageError
from dateline.export.briefed import views_of
from dateline.export.formats import FORMATS, Format, written
from dateline.export.shown import Shown, stamped
from dateline.export.view import EVERYTHING, shown
from dateline.schema import TABLES
from dateline.views.briefing_file import from_bytes
from dateline.views.story import Story, without_hidden


def add(commands: Any) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser("export", help="write the rows of a view in another format")
    parser.add_argument(
        "--view",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="address of a view, or its query string (default: everything); several make the "
        "slides or the page of a briefing",
    )
    parser.add_argument(
        "--briefing", type=Path, metavar="FILE",
        help="a file of the Briefing page: its views, with their names and lines",
    )  # fmt: skip
    parser.add_argument("--format", required=True, choices=FORMATS, help="what to write")
    parser.add_argument(
        "--table", default="", help="the table to take (default: that of the view, or events)"
    )
    parser.add_argument(
        "--columns", default="", metavar="A,B", help="the columns to take (default: all)"
    )
    parser.add_argument(
        "--size", default=Shape.SLIDE, choices=list(Shape), help="what a picture is for"
    )
    parser.add_argument(
        "--ground", default=Ground.LIGHT, choices=list(Ground), help="the ground of a picture"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file; - for standard output"
    )
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the tables (default: data)"
    )


def run(options: Any) -> int:
    """Write the file, and beside it where it is from, if the file itself cannot say so.

    What it could not carry is counted on standard error.
    """
    snapshot = store.read_all(options.data)
    frames = {table.table_name(): frame for table, frame in snapshot.tables.items()}
    story = without_hidden(Story(**frames))
    form = FORMATS[options.format]
    views = (
        briefed(story, snapshot.version, options)
        if options.briefing
        else asked(story, snapshot.version, form, options)
    )
    views = stamped(views, clock.time_in_utc())
    made = written(form, views, progress())
    if str(options.out) == "-":
        sys.stdout.buffer.write(made.content)
    else:
        _write(options.out, made.content)
        say(f"{options.out}: {len(made.content):,} bytes")
        if made.about:
            beside = options.out.with_name(f"{options.out.name}.about.json")
            _write(beside, made.about)
            say(f"{beside}: which rows these are")
    if made.note():
        say(made.note())
    return 0


def briefed(story: Story, version: str, options: Any) -> list[Shown]:
    """The views of a briefing; what they ask for and there is not, is said on standard error."""
    if options.view or options.table or options.columns:
        raise AddressError(
            "a briefing brings its own views: leave --view, --table and --columns out"
        )
    place = str(options.briefing)
    try:
        content = options.briefing.read_bytes()
    except OSError as error:
        raise BriefingError(
            place, f"cannot be read ({error.strerror})", "a file that the Briefing page wrote"
        ) from error
    loaded = from_bytes(content, place)
    views = views_of(story, version, loaded.briefing, place)
    for note in loaded.notes:
        say(note)
    for number, view in enumerate(views, 1):
        if view.caption.amiss:
            say(f"View {number}, “{view.caption.name}”: {view.caption.amiss}")
    return views


def asked(story: Story, version: str, form: Format, options: Any) -> list[Shown]:
    """The views that the options name; without a view and a table, everything a format can hold."""
    columns = [name.strip() for name in options.columns.split(",") if name.strip()]
    if columns and not form.has_columns:
        raise AddressError(f"{form.title} has columns of its own: leave --columns out")
    if options.view or options.table:
        return [
            shown(story, version, address, options.table, columns, options.size, options.ground)
            for address in options.view or [""]
        ]
    if columns:
        raise AddressError("--columns are those of one table: name it with --table or --view")
    if not form.takes_several:
        return [shown(story, version, "", shape=options.size, ground=options.ground)]
    if form.has_columns:
        names = [table.table_name() for table in TABLES]
        return [shown(story, version, "", name) for name in names]
    return [shown(story, version, page) for page in EVERYTHING]


def _write(path: Path, content: bytes) -> None:
    """The whole file or the one that was there before, never half of one."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise StorageError(path, directory_swap.why(error)) from error

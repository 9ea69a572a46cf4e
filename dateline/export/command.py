"""``python -m dateline export``: the rows of a view as a file, without a browser."""

import sys
from pathlib import Path
from typing import Any

from dateline import store
from dateline.console import say
from dateline.export.formats import FORMATS
from dateline.export.view import export
from dateline.views.story import Story, without_hidden


def add(commands: Any) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser("export", help="write the rows of a view in another format")
    parser.add_argument(
        "--view",
        default="",
        metavar="ADDRESS",
        help="address of a view, or its query string (default: everything)",
    )
    parser.add_argument("--format", required=True, choices=FORMATS, help="what to write")
    parser.add_argument(
        "--table", default="", help="the table to take (default: that of the view, or events)"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file; - for standard output"
    )
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the tables (default: data)"
    )


def run(options: Any) -> int:
    """Write the file, and say on standard error what it could not carry."""
    snapshot = store.read_all(options.data)
    frames = {table.table_name(): frame for table, frame in snapshot.tables.items()}
    story = without_hidden(Story(**frames))
    made = export(story, snapshot.version, options.view, options.format, options.table)
    if str(options.out) == "-":
        sys.stdout.buffer.write(made.content)
    else:
        options.out.write_bytes(made.content)
        say(f"{options.out}: {len(made.content):,} bytes")
    if made.note():
        say(made.note())
    return 0

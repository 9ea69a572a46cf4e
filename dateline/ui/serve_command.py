"""``python -m dateline serve``: the dashboard on this machine, or for others where asked to.

Streamlit is loaded when the command runs, so that the other commands need not wait for it.
"""

import os
import sys
import webbrowser
from pathlib import Path
from threading import Timer
from typing import Any

PORT = 8501
NAMES_VARIABLE = "DATELINE_HOSTS"
DATA_VARIABLE = "DATELINE_DATA"


def add(commands: Any) -> None:
    """Say what the command takes."""
    parser = commands.add_parser("serve", help="show the dashboard, closed to other machines")
    parser.add_argument("--port", type=int, default=PORT, help=f"0 is any (default: {PORT})")
    parser.add_argument(
        "--address",
        default="",
        metavar="ADDRESS",
        help="where to listen; 0.0.0.0 is for every machine (default: for this one alone)",
    )
    parser.add_argument(
        "--host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name that browsers may ask for, besides localhost and bare addresses; repeat it "
        f"for more, or list them in {NAMES_VARIABLE} with commas between",
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help=f"folder of the tables, as {DATA_VARIABLE} names"
    )
    parser.add_argument("--open", action="store_true", help="open it in a browser")


def run(options: Any) -> int:
    """Serve until stopped."""
    if options.data is not None:
        os.environ[DATA_VARIABLE] = str(options.data)
    from dateline.ui import server

    listed = os.environ.get(NAMES_VARIABLE, "").split(",")
    names = [name.strip() for name in (*options.host, *listed) if name.strip()]
    sockets = server.listening(options.address, options.port)
    address = f"http://localhost:{server.port_of(sockets)}"
    sys.stdout.write(f"Dateline is at {address} as soon as its tables are read (Ctrl+C ends it).\n")
    sys.stdout.flush()
    if options.open:
        Timer(2.0, webbrowser.open, (address,)).start()
    server.serve(sockets, names)
    return 0

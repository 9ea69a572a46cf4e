"""The dashboard as a server: Streamlit's application behind the closed door, under uvicorn.

`streamlit run dashboard.py` shows the same pages. This way is faster, because nothing is collected
or read again between clicks and no small answer waits for another (TCP_NODELAY), and closed: see
`closed_door`. What it may be asked is decided here; how it looks is in .streamlit/config.toml.
"""

import asyncio
import contextlib
import gc
import socket
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow
import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.runtime import get_instance

from dateline.errors import DatelineError, ServingError
from dateline.ui import tables, warm_up
from dateline.ui.closed_door import ClosedDoor
from dateline.ui.pages import TITLES

DASHBOARD = tables.ROOT / "dashboard.py"
INDEX = Path(st.__file__).parent / "static" / "index.html"
BACKLOG = 512
LOOPBACKS = ("127.0.0.1", "::1")
# What a browser may send at once: the state of the controls, or a small file.
MOST_RECEIVED = 2 * 1024 * 1024
PATIENCE_AT_END = 5  # seconds that open sessions get when the server is told to stop


def application(script: Path = DASHBOARD, names: Iterable[str] = (), warm: bool = True) -> st.App:
    """The ASGI application that shows *script*, answering under *names* besides localhost."""
    return st.App(
        script,
        lifespan=_warmed if warm else _frozen,
        routes=[Route("/ready", _ready)],
        middleware=[Middleware(ClosedDoor, names=tuple(names), index=INDEX)],
    )


def serve(sockets: Sequence[socket.socket], names: Iterable[str] = ()) -> None:
    """Serve on *sockets*, answering under *names* besides localhost, until told to stop."""
    # Arrow's own allocator keeps 20 MB that the system's gives back.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    # The page's own address, for links and for Streamlit's check of uploads.
    config.set_option("server.port", port_of(sockets))
    settings = uvicorn.Config(
        application(names=names),
        ws="websockets-sansio",
        ws_max_size=MOST_RECEIVED,
        ws_ping_interval=30,
        ws_ping_timeout=30,
        ws_per_message_deflate=False,
        access_log=False,
        server_header=False,
        use_colors=False,
        log_level="warning",
        timeout_graceful_shutdown=PATIENCE_AT_END,
    )
    uvicorn.Server(settings).run(sockets=list(sockets))


def port_of(sockets: Sequence[socket.socket]) -> int:
    return int(sockets[0].getsockname()[1])


def listening(address: str, port: int) -> list[socket.socket]:
    """Sockets on *address*, or on both loopbacks where it is empty, that send each answer at once.

    Port 0 takes one that is free. A socket made without naming TCP would leave asyncio in doubt,
    and every answer waiting for the one before it.
    """
    found: list[socket.socket] = []
    for place in (address,) if address else LOOPBACKS:
        family = socket.AF_INET6 if ":" in place else socket.AF_INET
        try:
            one = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        except OSError as error:
            if found:  # a machine without IPv6
                break
            raise ServingError(_where(place, port), str(error.strerror)) from error
        try:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if family == socket.AF_INET6:
                one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0 if place == "::" else 1)
            one.bind((place, port))
            one.listen(BACKLOG)
        except (OSError, OverflowError) as error:
            one.close()
            if found:
                break
            reason = getattr(error, "strerror", None) or str(error)
            raise ServingError(_where(place, port), reason) from error
        one.setblocking(False)
        found.append(one)
        port = one.getsockname()[1]
    return found


def _where(place: str, port: int) -> str:
    return f"[{place}]:{port}" if ":" in place else f"{place}:{port}"


@contextlib.asynccontextmanager
async def _warmed(_: Any) -> AsyncIterator[None]:
    """Everything loaded before anybody is let in, then kept out of the collector's rounds."""
    await warm_up.visit(get_instance(), list(TITLES))
    await asyncio.to_thread(warm_up.work_out)
    _freeze()
    yield


@contextlib.asynccontextmanager
async def _frozen(_: Any) -> AsyncIterator[None]:
    _freeze()
    yield


def _freeze() -> None:
    gc.collect()
    gc.freeze()


async def _ready(_: Request) -> Response:
    """Whether there are tables to show: for whoever decides which instance gets visitors."""
    try:
        tables.version()
    except DatelineError:
        return PlainTextResponse("The tables cannot be read.\n", status_code=503)
    return PlainTextResponse("ready\n")

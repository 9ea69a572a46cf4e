"""The dashboard as a server of its own, on a port that nobody uses."""

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
Answer = TypeVar("Answer")

PATIENCE = 90  # seconds that a start may take on two busy cores


def run(visit: Coroutine[object, object, Answer]) -> Answer:
    """What *visit* returns, run in a thread: Playwright keeps a loop of its own in this one."""
    with ThreadPoolExecutor(1) as worker:
        return worker.submit(asyncio.run, visit).result()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(
    data: Path,
    log: Path,
    *more: str,
    command: Sequence[str] = ("-m", "dateline", "serve", "--port"),
    **environment: str,
) -> Iterator[str]:
    """The dashboard on *data*, started as a reader starts it, once it answers."""
    port = free_port()
    line = [sys.executable, *command, str(port), *more]
    with log.open("wb") as out:
        server = subprocess.Popen(
            line,
            cwd=ROOT,
            env=os.environ | {"DATELINE_DATA": str(data)} | environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/_stcore/health", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_up(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text(errors='replace')}")

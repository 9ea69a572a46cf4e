"""Kill builds at many moments and say what each left: run by test_store in a process of its own.

A child that replaces the tables in turns is forked, killed with SIGKILL after a while, and the
folder is looked at as the next start would find it. Prints one word per kill: the name of the set
that the folder holds, or "mixture".
"""

import os
import signal
import sys
import time
from pathlib import Path

from dateline import directory_swap, store
from dateline.datapackage import Origin
from tests import factories

KILLS = 60


def cannot_exchange(*paths: Path) -> None:
    raise OSError(22, "cannot exchange")


def one_by_one(directory: Path, files: dict[str, bytes]) -> None:
    """What `directory_swap` is there to avoid, so that the test is known to notice it."""
    for name, content in files.items():
        (directory / name).write_bytes(content)


def left_in(directory: Path, sets: dict[str, dict[str, bytes]]) -> str:
    if directory_swap.is_interrupted(directory):
        with directory_swap.locked(directory):
            directory_swap.recover(directory)
    for name, files in sets.items():
        if all((directory / path).read_bytes() == content for path, content in files.items()):
            return name
    return "mixture"


def main(directory: Path, way: str) -> None:
    sets = {name: store.render(*factories.a_set(name), Origin(name, "")) for name in ("old", "new")}
    replace = one_by_one if way == "one by one" else directory_swap.replace
    if way == "two renames":
        directory_swap.exchange = cannot_exchange
    directory_swap.replace(directory, sets["old"])
    for kill in range(KILLS):
        child = os.fork()
        if child == 0:
            while True:
                for name in ("new", "old"):
                    replace(directory, sets[name])
        time.sleep(0.002 + 0.0017 * (kill % 30))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(left_in(directory, sets), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

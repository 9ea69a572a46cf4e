"""What a build leaves behind when something goes wrong, tried for real.

    python bench/faults.py [KILLS]

Whole builds of the shipped articles are killed, starved of disk, run against each other and read
from, and what is there afterwards is compared with what an undisturbed build gives. Prints a table:
the fault, how often it was tried, what happened. Faults that need a file system of their own are
skipped where the user may not mount one.
"""

import contextlib
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import store
from dateline.__main__ import main as command
from dateline.errors import DatelineError

ROOT = Path(__file__).resolve().parents[1]
KILLS = 200
ZONES = ("America/Los_Angeles", "UTC", "Asia/Tokyo")


class Bench:
    """Two sets of seeds, "old" and "new", and the version of the tables that each gives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.seeds = {"old": folder / "old", "new": folder / "new"}
        for name, seeds in self.seeds.items():
            shutil.copytree(ROOT / "seeds", seeds)
            if name == "old":
                sorted((seeds / "articles").iterdir())[0].unlink()
        self.versions = {}
        started = time.monotonic()
        for name in self.seeds:
            assert self.build(name)[0] == 0
            self.versions[store.version(self.data)] = name
        self.seconds = (time.monotonic() - started) / 2

    def build(self, name: str, out: Path | None = None) -> tuple[int, str]:
        """One whole build, and what it said."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            arguments = ["build", "--seeds", str(self.seeds[name]), "--out", str(out or self.data)]
            status = command(arguments)
        return status, said.getvalue()

    def forked(self, name: str) -> int:
        """The same in a process of its own, which has loaded everything already."""
        child = os.fork()
        if child == 0:
            os._exit(self.build(name)[0])
        return child

    def left(self, data: Path | None = None) -> str:
        """The name of the set that the folder holds, every byte of it checked."""
        try:
            return self.versions.get(store.read_all(data or self.data).version, "another")
        except DatelineError as error:
            return f"mixture: {error}"

    def strays(self) -> list[str]:
        found = (path.name for path in self.folder.glob(".dateline-*"))
        return [name for name in found if not name.endswith(".lock")]


def killed(bench: Bench, kills: int, seed: int = 11) -> tuple[Counter[str], int, int]:
    """What stands after each of *kills* builds, killed at a random moment of reading or, every
    second one, of writing; how many left strays; and how many of these the next build left."""
    chance, left, strayed = random.Random(seed), Counter[str](), 0
    for number in range(kills):
        child = bench.forked(("old", "new")[number // 2 % 2])
        if number % 2:
            _wait_for_writing(bench, child)
            time.sleep(chance.random() * bench.seconds / 10)
        else:
            time.sleep(chance.random() * bench.seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        strayed += bool(bench.strays())
        left[bench.left()] += 1
    assert bench.build("new")[0] == 0
    assert bench.build("old")[0] == 0
    return left, strayed, len(bench.strays())


def _wait_for_writing(bench: Bench, child: int) -> None:
    while not any(bench.folder.glob(".dateline-data.new-*")):
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.0005)


def replaced_while_read(bench: Bench, reads: int) -> Counter[str]:
    """What readers see while another process exchanges the tables as fast as it can."""
    stores = {name: store.read_all(_built(bench, name)) for name in bench.seeds}
    child = os.fork()
    if child == 0:
        while True:
            for found in stores.values():
                store.write_tables(found.tables, found.texts, bench.data, found.origin)
    try:
        return Counter(bench.left() for _ in range(reads))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _built(bench: Bench, name: str) -> Path:
    out = bench.folder / f"{name}-tables"
    assert bench.build(name, out)[0] == 0
    return out


def at_once(bench: Bench, builds: int = 3) -> tuple[list[int], str]:
    """The exit statuses of builds that run together, and what stands in the end."""
    children = [bench.forked("new") for _ in range(builds)]
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return statuses, bench.left()


@contextlib.contextmanager
def small_disk(size: str = "500k") -> Iterator[Path | None]:
    """A disk of that size; nothing where the user may not mount one."""
    place = Path(tempfile.mkdtemp())
    line = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    mounted = hasattr(os, "geteuid") and os.geteuid() == 0 and not _fails(line)
    try:
        yield place if mounted else None
    finally:
        if mounted:
            _fails(["umount", str(place)])
        place.rmdir()


def _fails(line: list[str]) -> bool:
    try:
        return bool(subprocess.run(line, capture_output=True, check=False).returncode)
    except OSError:
        return True


def full(bench: Bench, disk: Path) -> tuple[int, str, str]:
    """A build onto a disk that has no room for a second set beside the first."""
    out = disk / "data"
    assert bench.build("old", out)[0] == 0
    used = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"x" * max(0, free - used // 2))
    status, said = bench.build("new", out)
    return status, said, bench.left(out)


def read_only(bench: Bench, disk: Path) -> tuple[int, str, str]:
    """A build into a file system that takes nothing."""
    out = disk / "data"
    (disk / "filler").unlink(missing_ok=True)
    assert bench.build("old", out)[0] == 0
    assert not _fails(["mount", "-o", "remount,ro", str(disk)])
    status, said = bench.build("new", out)
    return status, said, bench.left(out)


def older(bench: Bench) -> tuple[str, str]:
    """What tables of another version are to a reader, and what stands after the next build."""
    assert bench.build("old")[0] == 0
    manifest = bench.data / "datapackage.json"
    given = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(given | {"version": "0.1"}), encoding="utf-8")
    said = bench.left()
    assert bench.build("new")[0] == 0
    return said, bench.left()


def zones(bench: Bench) -> dict[str, str]:
    """The version of the tables that a build gives in each time zone."""
    found, before = {}, os.environ.get("TZ")
    try:
        for zone in ZONES:
            os.environ["TZ"] = zone
            time.tzset()
            shutil.rmtree(bench.data)
            assert bench.build("new")[0] == 0
            found[zone] = store.version(bench.data)
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()
    return found


def nowhere(bench: Bench) -> tuple[int, str, float]:
    """A build into a place where no file can be made, and how long it takes to say so."""
    started = time.monotonic()
    status, said = bench.build("new", Path("/proc/dateline"))
    return status, said, time.monotonic() - started - bench.seconds


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for fault, happened in _rows(bench, kills):
            print(f"| {fault} | {happened()} |", flush=True)


def _rows(bench: Bench, kills: int) -> Iterator[tuple[str, Callable[[], str]]]:
    print("| fault | what happened |\n|---|---|")

    def of_kills() -> str:
        left, strayed, kept = killed(bench, kills)
        sets = ", ".join(f"{name} {count}" for name, count in sorted(left.items()))
        return f"{sets}; {strayed} left strays, of which the next build left {kept}"

    yield f"kill -9 at random moments of {kills} builds", of_kills
    yield (
        "tables exchanged under a reader, 100 reads",
        lambda: ", ".join(f"{k} {v}" for k, v in sorted(replaced_while_read(bench, 100).items())),
    )
    yield "three builds at once", lambda: "exit {}, left {}".format(*at_once(bench))
    with small_disk() as disk:
        if disk:
            yield "disk full", lambda: _said(*full(bench, disk))
            yield "read-only disk", lambda: _said(*read_only(bench, disk))
    yield "tables of an older version", lambda: "read: {}; after a build: {}".format(*older(bench))
    yield "no file can be made (/proc)", lambda: "exit {}: {} ({:.1f} s)".format(
        *(part.strip().splitlines()[-1] if isinstance(part, str) else part
          for part in nowhere(bench))
    )  # fmt: skip
    yield "Los Angeles, UTC, Tokyo", lambda: f"{len(set(zones(bench).values()))} set of tables"


def _said(status: int, said: str, left: str) -> str:
    return f"exit {status}: {said.strip().splitlines()[-1]}; left {left}"


if __name__ == "__main__":
    main()

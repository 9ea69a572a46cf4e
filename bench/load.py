"""A room full of people on one server: how long each waits, and what it costs.

    python bench/load.py [--events 5000] [--sessions 1,10,50,100] [--think 5] [--steps 8]

Real websocket sessions (bench/sessions.py) step through the Timeline, search and clear their
search, each after a think time of its own (exponential, of that mean). Every answer is checked: a
session gets its own next event, and two that look at the same see the same. All open the page
within five seconds; "later" leaves that rush out, the first fifteen. Beside it, in the same
run, an empty app that is served the same way, with a button that counts. Times run to the last
message of a run; nothing is drawn. Driver and server share the machine.
"""

import argparse
import asyncio
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import generated
from bench.sessions import Answer, Session
from dateline import store
from tests.serving import ROOT, serving

EMPTY = """
import streamlit as st
at = st.session_state.setdefault("at", 0)
def step():
    st.session_state["at"] += 1
st.button("Next", key="next-event", on_click=step)
st.html(f"<p>Event {st.session_state['at']} of 5000: x</p>")
"""
SERVE = """
import sys
from pathlib import Path
import uvicorn
from dateline.ui import server
app = server.application(Path({script!r}), warm=False)
uvicorn.Server(uvicorn.Config(app, ws="websockets-sansio", access_log=False, log_level="warning",
    ws_per_message_deflate=False)).run(sockets=server.listening("", int(sys.argv[1])))
"""
SAID = re.compile(r"Event (?P<at>[0-9]{1,9}) of (?P<of>[0-9,]{1,12}): (?P<words>[^<]{0,300})")
RUSH = 15  # seconds
WORDS = ("ministry", "army", "port", "union", "court")


@dataclass(slots=True)
class Room:
    """What all sessions of one scenario waited and saw."""

    waited: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)  # after the rush in which all open the page
    since: float = field(default_factory=time.monotonic)
    sizes: list[int] = field(default_factory=list)
    seen: dict[tuple[str, int], str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def note(self, answer: Answer) -> None:
        self.waited.append(answer.seconds)
        if time.monotonic() - answer.seconds - self.since > RUSH:
            self.later.append(answer.seconds)
        self.sizes.append(answer.size)
        self.wrong += answer.errors


async def analyst(address: str, number: int, room: Room, steps: int, think: float) -> None:
    """One person: opens the Timeline, then steps, with a search now and then."""
    chance = random.Random(number)
    await asyncio.sleep(number * 0.05)
    async with Session(address) as session:
        await session.visit()
        at, word = 0, ""
        for step in range(steps):
            await asyncio.sleep(chance.expovariate(1 / think))
            if session.has("q") and step % 4 == 3:
                word = "" if word else chance.choice(WORDS)
                answer = await session.write("q", word)
                found = SAID.search(answer.said())
                at = int(found["at"]) if found else 0
            else:
                answer = await session.press("next-event")
                at = _check(answer, word, at, room)
            room.note(answer)


def _check(answer: Answer, word: str, at: int, room: Room) -> int:
    """Whether it is the next event, and the one that others saw at that place."""
    found = SAID.search(answer.said() or " ".join(answer.html))
    if not found:
        room.wrong.append(f"no event in the answer: {answer.said()[:80]}")
        return at
    if int(found["at"]) != at + 1:
        room.wrong.append(f"asked for {at + 1}, got {found['at']}")
    words = room.seen.setdefault((word, int(found["at"])), found["words"])
    if words != found["words"]:
        room.wrong.append(f"two answers for {word!r} {at}: {words}, {found['words']}")
    return int(found["at"])


def memory(pid: int) -> dict[str, float]:
    """The server's resident memory now and at its highest, in MB, and its processor time."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kept = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    times = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    spent = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    return {"now": int(kept["VmRSS"]) / 1024, "most": int(kept["VmHWM"]) / 1024, "cpu": spent}


def share(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def scenario(name: str, address: str, pid: int, count: int, steps: int, think: float) -> bool:
    """Run one and print its row; whether everybody got an answer of their own."""
    room, before = Room(), memory(pid)

    async def all_of_them() -> None:
        people = (analyst(address, number, room, steps, think) for number in range(count))
        await asyncio.gather(*people)

    started = time.monotonic()
    asyncio.run(all_of_them())
    after, took = memory(pid), time.monotonic() - started
    runs = len(room.waited)
    print(
        f"| {name} | {count} | {runs} | {1000 * share(room.waited, 0.5):.0f} "
        f"| {1000 * share(room.waited, 0.95):.0f} | {1000 * share(room.later, 0.95):.0f} "
        f"| {1000 * max(room.waited):.0f} "
        f"| {1000 * (after['cpu'] - before['cpu']) / (runs + count):.0f} "
        f"| {sum(room.sizes) / runs / 1000:.0f} | {after['now']:.0f} | {len(room.wrong)} "
        f"| {runs / took:.1f} |",
        flush=True,
    )
    for wrong in room.wrong[:3]:
        print(f"  {wrong}", file=sys.stderr)
    return not room.wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=5000)
    parser.add_argument("--sessions", default="1,10,50,100")
    parser.add_argument("--think", type=float, default=5.0)
    parser.add_argument("--steps", type=int, default=8)
    options = parser.parse_args()
    counts = [int(count) for count in options.sessions.split(",")]
    print(
        "| app | sessions | runs | median ms | p95 ms | p95 ms later | longest ms "
        "| server CPU ms a run "
        "| KB a run | MB | wrong answers | runs/s |\n|---|" + "---:|" * 11,
        flush=True,
    )
    right = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        serve = folder / "serve.py"
        serve.write_text(SERVE.format(script=str(folder / "empty.py")), encoding="utf-8")
        with serving(
            folder, folder / "empty.txt", command=(str(serve),), PYTHONPATH=str(ROOT)
        ) as address:
            for count in counts:
                right &= scenario(
                    "empty", address, _pid(address), count, options.steps, options.think
                )
        store.write_tables(*generated.tables(options.events), folder / "data")
        with serving(folder / "data", folder / "log.txt") as address:
            for count in counts:
                right &= scenario(
                    "Timeline", address, _pid(address), count, options.steps, options.think
                )
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0 if right else 1


def _pid(address: str) -> int:
    """The process that listens there: the newest child of this one."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return int(children[-1])


if __name__ == "__main__":
    sys.exit(main())

"""How long a reader waits on the Timeline page, in a real browser, beside an empty Streamlit page.

    python bench/timeline.py [EVENTS ...]

For made-up stories of each size (bench/generated.py): the start of a server until it answers, the
first visit to it, the next one, a change of filter to the drawn figure, a step to the next event to
its card on screen, and the bytes that such a change of filter sends. Beside them, in the same
browser and the same run, a page with one button, served the same way: what any rerun of Streamlit
costs. DATELINE_GENERATED may name a folder that keeps the tables of large stories, as d1000000.

Where DATELINE_PEERS names a folder with the pages vis.html, tl3.html and common.js and an installed
node_modules (vis-timeline, @knight-lab/timelinejs), those draw the same dated events in the same
browser, and are filtered to the same kind.
"""

import functools
import http.server
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import generated
from dateline import store
from dateline.schema import Events
from dateline.views.families import FAMILY_NAMES, Family
from dateline.views.listing import listing
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests import serving
from tests.browser import chromium
from tests.browser.conftest import QUIET

SIZES = (50, 1000, 10_000)
KINDS = (Family.FORCE, Family.LAW, Family.INCIDENT, Family.DIPLOMACY)
PATIENCE = 300_000  # milliseconds
serving.PATIENCE = 3600  # seconds: a server first reads its tables
PEER_PATIENCE = 180_000
PEERS = {  # page, mode, the most events it is asked to draw
    "vis-timeline, stacked": ("vis.html", "default", 10_000),
    "vis-timeline, clustered": ("vis.html", "cluster", 100_000),
    "TimelineJS": ("tl3.html", "", 1000),
}
EMPTY = """import streamlit as st
st.title("Empty")
st.button("Again", on_click=lambda: st.session_state.update(n=st.session_state.get("n", 0) + 1))
st.text(f"run {st.session_state.get('n', 0)}")
"""

SERVED_EMPTY = """import functools, pathlib, sys
from dateline.ui import server
server.application = functools.partial(server.application, pathlib.Path(sys.argv[1]), warm=False)
server.serve(server.listening("127.0.0.1", int(sys.argv[2])))
"""

# Does something, and gives the milliseconds to the last change that *tells* says is the answer,
# once nothing more has changed there for a while and the browser has painted it.
MEASURE = """async ([act, within, quiet]) => {
  const app = document.querySelector('.stApp');
  let last = null, painting = 0, painted = null;
  const seen = new MutationObserver((records) => {
    const ours = records.some((r) => {
      const node = r.target.nodeType === 1 ? r.target : r.target.parentElement;
      return node && (node.closest(within) || [...r.addedNodes].some((n) => n.nodeType === 1
        && (n.matches(within) || n.querySelector(within))));
    });
    if (!ours) return;
    last = performance.now();
    painting += 1;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      painted = performance.now(); painting -= 1; }));
  });
  seen.observe(app, { subtree: true, childList: true, attributes: true, characterData: true });
  const start = performance.now();
  const target = act[0] === 'key' ? document.body : [...document.querySelectorAll('button')]
    .find((b) => b.innerText.replace(/\\s+/g, ' ').includes(act[1]));
  if (act[0] === 'key') target.dispatchEvent(new KeyboardEvent('keydown',
    { key: act[1], code: act[1], bubbles: true, cancelable: true }));
  else target.click();
  await new Promise((done) => {
    const look = () => {
      const idle = document.querySelector('[data-test-script-state=notRunning]');
      const now = performance.now();
      if (last && !painting && idle && now - last > quiet || now - start > 120000) done();
      else setTimeout(look, 20);
    };
    look();
  });
  seen.disconnect();
  return painted - start;
}"""


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=[*chromium.arguments(), *QUIET]
        )
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, milliseconds (medians)")
        for size in sizes:
            _size(size, Path(folder), browser)
        browser.close()


def _size(size: int, folder: Path, browser: Browser) -> None:
    data = Path(os.environ.get("DATELINE_GENERATED", folder)) / f"d{size}"
    if not (data / "datapackage.json").exists():
        store.write_tables(*generated.tables(size), data)
    empty = _empty(folder, browser)
    start = time.perf_counter()
    with serving.serving(data, folder / "server.txt") as address:
        started = (time.perf_counter() - start) * 1000
        fresh, page = _visit(browser, address)
        page.context.close()
        warm, page = _visit(browser, address)
        _toggled(page, Family.STATEMENT)  # a first change is slower, here as on the empty page
        filters = [_toggled(page, kind) for kind in KINDS]
        steps = [_measured(page, "click", "Next", "timeline-card") for _ in range(5)]
        sent, bytes_sent = _counting(page), []
        for kind in [kind for kind in KINDS for _ in ("chosen", "taken back")]:
            sent.clear()
            _measured(page, "click", FAMILY_NAMES[kind], "timeline-holder")
            bytes_sent.append(sum(sent))
        page.context.close()
    row = {
        "events": size, "start": started, "first visit": fresh, "next visit": warm,
        "filter": statistics.median(filters), "card": statistics.median(steps[1:]),
        "empty rerun": empty, "filter / empty": statistics.median(filters) / empty,
        "most sent, KB": max(bytes_sent) / 1000,
    }  # fmt: skip
    print("  ".join(f"{name} {value:,.1f}" for name, value in row.items()), flush=True)
    for name, (draw, change) in _peers(size, data, browser).items():
        print(f"    {name}: drawn {draw}, filtered {change}", flush=True)


def _visit(browser: Browser, address: str) -> tuple[float, Page]:
    """Milliseconds from the request to the first figure, in a browser that knows nothing yet."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    start = time.perf_counter()
    page.goto(f"{address}/timeline")
    page.wait_for_selector(".st-key-timeline-holder .js-plotly-plot .main-svg")
    took = (time.perf_counter() - start) * 1000
    page.wait_for_selector("[data-test-script-state=notRunning]")
    page.wait_for_timeout(2500)
    return took, page


def _measured(page: Page, act: str, words: str, within: str) -> float:
    found: float = page.evaluate(MEASURE, [[act, words], f".st-key-{within}", 300])
    return found


def _toggled(page: Page, kind: Family) -> float:
    """Milliseconds to the figure of one kind of event, on a page that then shows all again."""
    took = _measured(page, "click", FAMILY_NAMES[kind], "timeline-holder")
    _measured(page, "click", FAMILY_NAMES[kind], "timeline-holder")
    return took


def _counting(page: Page) -> list[int]:
    """Grows by the length of every message from the server."""
    found: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def received(event: dict[str, Any]) -> None:
        # Binary messages come in base64, four letters for three bytes.
        found.append(len(event["response"]["payloadData"]) * 3 // 4)

    session.on("Network.webSocketFrameReceived", received)
    return found


def _empty(folder: Path, browser: Browser) -> float:
    """What a rerun of a page with one button costs."""
    script = folder / "empty.py"
    script.write_text(EMPTY, encoding="utf-8")
    command = ("-c", SERVED_EMPTY, str(script))
    with serving.serving(folder, folder / "empty.txt", command=command) as address:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        page.get_by_text("run 0").wait_for()
        page.wait_for_timeout(1500)
        found = [
            page.evaluate(MEASURE, [["click", "Again"], "[data-testid=stText]", 300])
            for _ in range(7)
        ]
        page.context.close()
    return statistics.median(found[2:])


def _peers(size: int, data: Path, browser: Browser) -> dict[str, tuple[str, str]]:
    named = os.environ.get("DATELINE_PEERS")
    if not named:
        return {}
    found = {}
    asked = [name for name, (_, _, most) in PEERS.items() if size <= most]
    events = _as_peers_want(data) if asked else ""
    with _files(Path(named)) as address:
        for name in asked:
            file, mode, _ = PEERS[name]
            found[name] = _peer(browser, f"{address}/{file}?n=1&mode={mode}", events)
    return found


def _as_peers_want(data: Path) -> str:
    """The dated events as the peers' pages take them, the first kind kept by their filter."""
    frames = {table.table_name(): frame for table, frame in store.read_all(data).tables.items()}
    found = listing(Story(**frames), Selection())
    kept = set(listing(found.story, Selection(families=(str(KINDS[0]),))).events()["event_id"])
    events = found.events(slice(found.dated_count))[[*Events.columns()]]
    start = events["first_day"].fillna(events["last_day"]).dt.strftime("%Y-%m-%d")
    rows = [
        {"id": at, "iso": day, "cat": status, "title": title, "text": title, "keep": name in kept}
        for at, (name, day, status, title) in enumerate(
            zip(events["event_id"], start, events["status"], events["title"], strict=True)
        )
    ]
    return f"\nwindow.EV = {json.dumps(rows)}.map((e) => ({{...e, date: new Date(e.iso)}}));\n"


def _peer(browser: Browser, address: str, events: str) -> tuple[str, str]:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.set_default_timeout(PEER_PATIENCE)

    def given(route: Any) -> None:
        route.fulfill(body=route.fetch().text() + events, content_type="text/javascript")

    page.route("**/common.js", given)
    try:
        page.goto(address)
        page.evaluate("() => { window.start().catch((e) => { window.RESULT = {}; }); }")
        page.wait_for_function("() => window.RESULT")
        result = page.evaluate("() => window.RESULT")
        return f"{result['render_ms']:,.0f}", f"{result['filter_ms']:,.0f}"
    except (Error, KeyError):
        return "not done", f"in {PEER_PATIENCE // 1000} s"
    finally:
        page.context.close()


@contextmanager
def _files(folder: Path) -> Iterator[str]:
    """The peers' pages, served from this machine to itself."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    make: Callable[..., Any] = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), make) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


if __name__ == "__main__":
    main()

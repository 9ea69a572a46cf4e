"""Exports opened by the programs that they are for: TimelineJS in a browser, and LibreOffice.

    python bench/consumers.py --timelinejs DIR

DIR holds `node_modules/@knight-lab/timelinejs` (`npm install @knight-lab/timelinejs` there);
LibreOffice is looked for under the name `soffice`. What is not installed is said and passed over.
It exports data/ anew, and ends with 1 where a program complains or shows something else.
"""

import argparse
import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import __main__ as command_line
from tests.browser import chromium

ROOT = Path(__file__).parents[1]
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/dist/css/timeline.css">
<div id="timeline" style="width:1200px;height:700px"></div>
<script src="/dist/js/timeline.js"></script>
<script>fetch('/events.json').then((r) => r.json()).then((data) => {
  window.timeline = new TL.Timeline('timeline', data, {font: null, language: 'en'});
});</script>"""


def export(name: str, folder: Path, *more: str) -> Path:
    """The file that the command writes."""
    out = folder / f"out.{name}"
    done = command_line.main(
        ["export", "--data", str(ROOT / "data"), "--format", name, "--out", str(out), *more]
    )
    assert done == 0, f"the export as {name} failed"
    return out


def timelinejs(package: Path, folder: Path) -> list[str]:
    """What TimelineJS complains of, and what it shows otherwise than the file says."""
    content = json.loads(export("timelinejs", folder).read_text())
    site = folder / "site"
    shutil.copytree(package / "dist", site / "dist")
    (site / "index.html").write_text(PAGE)
    (site / "events.json").write_text(json.dumps(content))
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    complaints: list[str] = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.executable(), args=chromium.arguments()
            )
            page = browser.new_page()
            page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
            page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
            page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
            page.wait_for_selector(".tl-timemarker", timeout=60_000)
            slides = page.locator(".tl-slide").count()
            marks = page.locator(".tl-timemarker").count()
            shown = page.locator(".tl-slide .tl-headline").all_inner_texts()
            problems = page.locator(".tl-message-full:visible").all_inner_texts()
            browser.close()
    finally:
        server.shutdown()
    events = content["events"]
    print(f"TimelineJS shows {marks} of {len(events)} events on {slides} slides")
    if marks != len(events) or slides != len(events) + 1:
        complaints.append("an event is missing")
    heads = {" ".join(re.sub("<[^>]+>", "", e["text"]["headline"]).split()) for e in events}
    missing = heads - {" ".join(text.split()) for text in shown} if shown else set()
    if len(missing) == len(heads):
        complaints.append("no headline is shown as written")
    return complaints + [problem for problem in problems if problem.strip()]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


def office(soffice: str, folder: Path) -> list[str]:
    """What LibreOffice cannot open of the workbook and the slides."""
    complaints = []
    for name, other in (("xlsx", "ods"), ("pptx", "pdf"), ("csv-spreadsheet", "ods")):
        path = export(name, folder)
        if name == "csv-spreadsheet":
            path = path.rename(folder / "spreadsheet.csv")
        subprocess.run(
            [soffice, "--headless", f"-env:UserInstallation=file://{folder}/office",
             "--convert-to", other, "--outdir", str(folder), str(path)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        made = folder / f"{path.stem}.{other}"
        print(f"LibreOffice opens {name}: {made.exists()}")
        if not made.exists():
            complaints.append(f"LibreOffice makes nothing of {name}")
    return complaints


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--timelinejs", type=Path, metavar="DIR")
    options = parser.parse_args()
    complaints = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = (options.timelinejs or Path()) / "node_modules/@knight-lab/timelinejs"
        if package.is_dir():
            complaints += timelinejs(package, folder)
        else:
            print("TimelineJS is not there: npm install it and name the folder with --timelinejs")
        if soffice := shutil.which("soffice"):
            complaints += office(soffice, folder)
        else:
            print("LibreOffice is not there: its program soffice is not on the path")
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())

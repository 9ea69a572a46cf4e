"""Charts as pictures, drawn by a Chromium that is on the machine; nothing is fetched from anywhere.

One browser draws all pictures of an export. The page that it draws in holds plotly.js and the font,
and its policy lets it load nothing, whatever a text says.
"""

import asyncio
import base64
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import choreographer
import choreographer.errors

from dateline.charts import plotlyjs
from dateline.errors import ToolError
from dateline.export import fonts

SECONDS = 90.0  # for one picture; a Chromium that hangs is not waited for
INSTALL = (
    "pictures need a Chromium, Chrome or Edge on this machine, and none was found: install one "
    "(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium; anywhere: "
    ".venv/bin/choreo_get_chrome), or name it in the environment variable BROWSER_PATH"
)
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data:"
)
_DRAW = """
async function (figure) {
  await Promise.all(['16px', 'bold 16px', 'italic 16px'].map(
    (font) => document.fonts.load(font + ' "FAMILY"')));
  const holder = document.getElementById('chart');
  await Plotly.newPlot(holder, figure.data, figure.layout, {staticPlot: true});
  const {width, height} = holder._fullLayout;
  const svg = await Plotly.toImage(
    holder, {format: 'svg', width, height, imageDataOnly: true});
  Plotly.purge(holder);
  return svg;
}
"""
_SHOW = """
async function (svg) {
  document.getElementById('picture').innerHTML = svg;
  await document.fonts.ready;
}
"""


Done = Callable[[int, int], None]  # how many pictures are done, and of how many


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and the frame for it: the SVG of the one goes in, the SVG of the whole comes out."""

    figure: Any
    frame: Callable[[str, str], str]  # the chart and CSS -> the picture
    width: int
    height: int
    inches: float


def unwatched(done: int, total: int) -> None:
    """Progress that nobody follows."""


def svg(pictures: Sequence[Picture], done: Done = unwatched) -> list[bytes]:
    """Each picture as SVG, with its font in it."""

    async def as_svg(_page: "_Page", chart: str, picture: Picture) -> bytes:
        style = fonts.css(with_italic="italic" in chart)
        return picture.frame(chart, style).encode("utf-8", "replace")

    return _all(pictures, as_svg, done)


def png(pictures: Sequence[Picture], scale: float = 2, done: Done = unwatched) -> list[bytes]:
    """Each picture as PNG, with *scale* dots for every pixel of its canvas."""

    async def as_png(page: "_Page", chart: str, picture: Picture) -> bytes:
        return await page.photographed(picture.frame(chart, ""), picture, scale)

    return _all(pictures, as_png, done)


def pdf(pictures: Sequence[Picture], done: Done = unwatched) -> list[bytes]:
    """Each picture as a PDF of one page, in vectors, with its font."""

    async def as_pdf(page: "_Page", chart: str, picture: Picture) -> bytes:
        return await page.printed(picture.frame(chart, ""), picture)

    return _all(pictures, as_pdf, done)


def _all(pictures: Sequence[Picture], make: Any, done: Done) -> list[bytes]:
    if not pictures:
        return []
    # In a thread of its own: whoever asks may be running an event loop already.
    with ThreadPoolExecutor(1) as worker:
        return worker.submit(asyncio.run, _made(pictures, make, done)).result()


async def _made(pictures: Sequence[Picture], make: Any, done: Done) -> list[bytes]:
    found = []
    try:
        browser = choreographer.Browser()
    except choreographer.errors.ChromeNotFoundError as error:
        named = os.environ.get("BROWSER_PATH")
        said = f"BROWSER_PATH names {named!r}, which is not there; " if named else ""
        raise ToolError(said + INSTALL) from error
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        stage = Path(folder) / "stage.html"
        stage.write_text(_stage(), encoding="utf-8")
        try:
            async with browser:
                page = await _opened(browser, stage.as_uri())
                for number, picture in enumerate(pictures, 1):
                    chart = await page.drawn(picture.figure)
                    found.append(await asyncio.wait_for(make(page, chart, picture), SECONDS))
                    done(number, len(pictures))
        except FAILURES as error:
            raise ToolError(
                f"Chromium could not draw the picture ({type(error).__name__}: {error}); try "
                "again, or name another browser in the environment variable BROWSER_PATH"
            ) from error
    return found


FAILURES = (
    TimeoutError,
    RuntimeError,
    OSError,
    choreographer.errors.BrowserClosedError,
    choreographer.errors.BrowserFailedError,
    choreographer.errors.ChannelClosedError,
    choreographer.errors.DevtoolsProtocolError,
)


async def _opened(browser: Any, address: str) -> "_Page":
    tab = browser.get_tab() or await browser.create_tab("about:blank")
    page = _Page(tab)
    loaded = tab.subscribe_once("Page.loadEventFired")
    await page.asked("Page.enable")
    await page.asked("Page.navigate", url=address)
    await asyncio.wait_for(loaded, SECONDS)
    return page


def _stage() -> str:
    script = plotlyjs.source().replace("</script", "<\\/script")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>@page{{margin:0}}html,body{{margin:0;background:#fff}}"
        f"#chart{{position:absolute;left:-9999px}}svg{{display:block}}{fonts.css()}</style>"
        f"<script>{script}</script></head>"
        f'<body><div id="picture"></div><div id="chart"></div></body></html>'
    )


class _Page:
    """The page in which everything is drawn, one picture after the other."""

    def __init__(self, tab: Any) -> None:
        self._tab = tab

    async def asked(self, command: str, **given: Any) -> dict[str, Any]:
        answer = await asyncio.wait_for(self._tab.send_command(command, given), SECONDS)
        if "error" in answer:
            raise RuntimeError(f"{command}: {answer['error'].get('message', answer['error'])}")
        return dict(answer["result"])

    async def _called(self, function: str, value: Any) -> Any:
        window = await self.asked("Runtime.evaluate", expression="window")
        answer = await self.asked(
            "Runtime.callFunctionOn",
            objectId=window["result"]["objectId"],
            functionDeclaration=function,
            arguments=[{"value": value}],
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            said = details.get("exception", {}).get("description", details.get("text", ""))
            raise RuntimeError(str(said).splitlines()[0] if said else "the script failed")
        return answer["result"].get("value")

    async def drawn(self, figure: Any) -> str:
        """A figure as Plotly draws it."""
        draw = _DRAW.replace("FAMILY", fonts.FAMILY)
        return str(await self._called(draw, json.loads(figure.to_json())))

    async def photographed(self, drawn: str, picture: Picture, scale: float) -> bytes:
        await self.asked(
            "Emulation.setDeviceMetricsOverride",
            width=picture.width, height=picture.height, deviceScaleFactor=scale, mobile=False,
        )  # fmt: skip
        await self._called(_SHOW, drawn)
        shot = await self.asked("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def printed(self, drawn: str, picture: Picture) -> bytes:
        await self._called(_SHOW, drawn)
        made = await self.asked(
            "Page.printToPDF",
            paperWidth=picture.inches,
            paperHeight=picture.inches * picture.height / picture.width,
            scale=picture.inches * 96 / picture.width,
            marginTop=0, marginBottom=0, marginLeft=0, marginRight=0,
            printBackground=True, pageRanges="1",
        )  # fmt: skip
        return base64.b64decode(made["data"])

"""A real server on a free port, and a real Chromium in front of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dateline import store
from tests.browser import chromium
from tests.golden import story
from tests.serving import serving

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000  # milliseconds a step may take on two slow cores
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def golden_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden") / "data"
    store.write_tables(story.tables(), story.TEXTS, folder)
    return folder


@pytest.fixture(scope="session")
def server(golden_data, tmp_path_factory):
    with serving(golden_data, tmp_path_factory.mktemp("log") / "server.txt") as address:
        yield address


@pytest.fixture(scope="session")
def shipped_server(tmp_path_factory):
    """The dashboard on the tables that are committed."""
    data = ROOT / "data"
    if not (data / "datapackage.json").exists():
        pytest.skip("data/ is not built")
    with serving(data, tmp_path_factory.mktemp("log") / "server.txt") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or chromium.executable()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path, args=[*chromium.arguments(), *QUIET]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def windows(browser):
    """A browser profile per size and theme: each loads Streamlit's own 8 MB once and keeps them."""
    opened = {}

    def window(size: tuple[int, int], theme: str) -> BrowserContext:
        if (size, theme) not in opened:
            viewport = {"width": size[0], "height": size[1]}
            opened[size, theme] = browser.new_context(viewport=viewport, color_scheme=theme)
        return opened[size, theme]

    yield window
    for context in opened.values():
        context.close()


@pytest.fixture
def visit(windows):
    """Open an address in a tab of its own: ``visit(url, size=(390, 844), theme="dark")``."""
    tabs = []

    def open_page(address: str, size: tuple[int, int] = (1440, 900), theme: str = "light") -> Page:
        page = windows(size, theme).new_page()
        tabs.append(page)
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        settle(page)
        return page

    yield open_page
    for page in tabs:
        page.close()


SETTLED = """() => {
  const app = document.querySelector('[data-test-script-state]');
  if (!app || app.getAttribute('data-test-script-state') !== 'notRunning') return false;
  if (document.querySelector('[data-stale=true], [data-testid="stSkeleton"]')) return false;
  if (document.querySelector('.chart[aria-busy=true]')) return false;
  if (document.fonts.status !== 'loaded') return false;
  if (!document.querySelector('h1')) return !!document.querySelector('[data-testid="stAlert"]');
  const holders = document.querySelectorAll('[class*="st-key-"][class*="-holder"]');
  return [...holders].every((holder) =>
    holder.classList.contains('st-key-viewport-holder')
    || holder.querySelector('.js-plotly-plot .main-svg'));
}"""


def settle(page: Page) -> None:
    """Wait until nothing is under way: twice, since the width is reported after a first run."""
    for _ in range(2):
        page.wait_for_function(SETTLED)
        page.wait_for_timeout(450)
    page.wait_for_function(SETTLED)

"""The clock and the time zone, of the server and of the reader, change nothing that is shown."""

import pytest

from tests.browser.conftest import settle
from tests.serving import serving

ZONES = ("America/Los_Angeles", "Etc/UTC", "Asia/Tokyo")
CHOSEN = ("timeline?event=e_vote", "estimates?claim=harbour_post-q01")
VIEWS = (*CHOSEN, "sources", "data?table=events")
# The words of a page and the cells of its tables, which are drawn on a canvas and said beside it.
SHOWN = """() => [document.querySelector('.stMainBlockContainer').innerText,
  ...[...document.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)]"""


@pytest.fixture(scope="module")
def shown(browser, golden_data, tmp_path_factory):
    """What each view says, by the time zone that server and browser are in."""
    found = {}
    for zone in ZONES:
        log = tmp_path_factory.mktemp("log") / "server.txt"
        with serving(golden_data, log, TZ=zone) as address:
            tab = browser.new_context(timezone_id=zone, locale="en-US")
            page = tab.new_page()
            for view in VIEWS:
                page.goto(f"{address}/{view}")
                settle(page)
                if view in CHOSEN:
                    page.wait_for_selector(".dl-ring")  # and its badge, by the browser, later
                found[zone, view] = page.evaluate(SHOWN)
            tab.close()
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_the_same_in_every_time_zone(shown, view):
    here = shown["Etc/UTC", view]

    assert "2031" in "".join(here)
    assert len(here) > 20 or not view.startswith("data")  # its cells are said too
    for zone in ZONES:
        assert shown[zone, view] == here

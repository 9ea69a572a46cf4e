"""Presenting in a real browser: by key, by clicker, legible, and without a network."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from dateline.views.briefing import Briefing, View
from dateline.views.briefing_file import packed
from tests.browser.conftest import settle

BRIEFING = packed(
    Briefing(
        "Morning",
        (
            View("The vote", "timeline?family=law&event=e_vote", "Say who voted, and who did not."),
            View("How many", "estimates"),
        ),
    )
)
STAGE = ".st-key-stage"
# Every text that is seen, as [size in pixels, words], and what lies outside the screen.
MEASURED = """() => {
  const stage = document.querySelector('.st-key-stage'), small = [], outside = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const sizes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent.trim(), owner = node.parentElement;
    if (!words || owner.closest('style, .live')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), style = getComputedStyle(owner);
    if (!box.width || style.visibility === 'hidden') continue;
    sizes.push([parseFloat(style.fontSize), words]);
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      outside.push(words);
  }
  return { sizes, outside, over: stage.scrollHeight - stage.clientHeight };
}"""


def chosen(page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("event", [])


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    settle(page)


@pytest.fixture
def enter(visit):
    """A page on which somebody pressed P."""

    def open_stage(address: str, size=(1440, 900)):
        page = visit(address, size)
        page.keyboard.press("p")
        page.locator(STAGE).wait_for()
        settle(page)
        return page

    return open_stage


def test_one_key_opens_it_at_full_screen_and_escape_leaves_it(server, enter):
    page = enter(f"{server}/timeline?family=law")
    assert page.evaluate("() => !!document.fullscreenElement")
    press(page, "PageDown", "PageDown", " ", "ArrowLeft", "PageUp", "End", "PageUp")
    foot = page.locator(".dl-stage-foot")
    last = int(re.search(r"of ([0-9]+)", foot.inner_text())[1])
    foot.filter(has_text=f"{last - 1} of {last}").wait_for()  # every press has arrived
    settle(page)
    at_last_but_one = chosen(page)

    # What a browser does when Escape is pressed in full screen; it tells the page no key.
    page.evaluate("() => document.exitFullscreen()")
    page.locator(STAGE).wait_for(state="detached")
    settle(page)

    assert parse_qs(urlsplit(page.url).query) == {"family": ["law"], "event": at_last_but_one}
    press(page, "ArrowRight")
    assert chosen(page) != at_last_but_one


def test_no_press_of_a_clicker_is_lost_however_quick(server, visit):
    page = visit(f"{server}/timeline?present=1")
    press(page, "Home")
    press(page, *["PageDown"] * 6)

    page.locator(".dl-stage-foot", has_text="7 of 24").wait_for()


def test_a_link_opens_it_and_escape_leaves_it_without_full_screen(server, visit):
    page = visit(f"{server}/timeline?event=e_vote&present=1")
    assert page.locator(STAGE).is_visible()
    assert not page.evaluate("() => !!document.fullscreenElement")
    page.keyboard.press("Escape")
    page.locator(STAGE).wait_for(state="detached")


def test_the_letter_p_in_a_field_is_a_letter(server, visit):
    page = visit(f"{server}/timeline")
    page.get_by_label("Search titles and quotes").fill("")
    page.get_by_label("Search titles and quotes").press("p")
    page.wait_for_timeout(500)

    assert page.locator(STAGE).count() == 0


@pytest.mark.parametrize(
    ("address", "view", "size"),
    [
        ("shipped_server", "timeline?event=2024-10-21-summons-south_korea", (1920, 1080)),
        ("shipped_server", "estimates?", (1920, 1080)),
        ("server", "both?event=&item=e_vote", (1920, 1080)),
        ("server", f"briefing?b={BRIEFING}", (1920, 1080)),
        ("server", "timeline?event=e_move", (1280, 720)),
        ("server", "timeline?event=e_move", (3840, 2160)),
    ],
    ids=["timeline", "estimates", "both", "briefing", "small", "large"],
)
def test_the_back_of_the_room_can_read_it(request, visit, address, view, size):
    """At 1920 by 1080 nothing is under 20 pixels; other screens show the same at their size."""
    page = visit(f"{request.getfixturevalue(address)}/{view}&present=1", size)
    if "event" not in view:
        press(page, "ArrowDown")
    measured = page.evaluate(MEASURED)
    least = 20 * size[1] / 1080

    assert len(measured["sizes"]) > 20
    assert [words for pixels, words in measured["sizes"] if pixels < least - 0.01] == []
    assert measured["outside"] == []
    assert measured["over"] <= 0


def test_a_briefing_goes_from_view_to_view_with_its_lines(server, visit):
    page = visit(f"{server}/briefing?b={BRIEFING}&present=1", (1920, 1080))
    first = page.locator(STAGE).inner_text()
    press(page, "PageDown")
    second = page.locator(STAGE).inner_text()
    press(page, "PageDown", "ArrowDown")

    assert "Say who voted, and who did not." in first
    assert "View 1 of 2" in first
    assert "How many" in second
    assert "Say who voted" not in second
    assert "1 of " in page.locator(".dl-stage-foot").inner_text()
    assert "View 2 of 2" in page.locator(".dl-stage-foot").inner_text()


def test_a_briefing_outlasts_a_reload_and_can_be_ordered_by_keyboard(server, visit):
    page = visit(f"{server}/briefing?b={BRIEFING}")
    page.get_by_role("button", name="Up").nth(1).focus()
    press(page, "Enter")
    page.goto(f"{server}/timeline")
    settle(page)
    page.get_by_role("button", name="Add this view").click()
    page.get_by_text("Added to the briefing as view 3").wait_for()
    page.get_by_role("link", name="Briefing").click()
    page.get_by_label("3. Name of the view").wait_for()

    assert page.get_by_label("1. Name of the view").input_value() == "How many"


def test_presenting_asks_nobody_else_for_anything(server, browser):
    context = browser.new_context()
    page = context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    page.goto(f"{server}/briefing?b={BRIEFING}&present=1")
    page.locator(f"{STAGE} .js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    page.keyboard.press("PageDown")
    page.get_by_text("View 2 of 2").wait_for()
    page.wait_for_timeout(500)
    context.close()

    assert hosts <= {"127.0.0.1", ""}

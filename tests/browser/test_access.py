"""Everybody can use it: what axe finds on every page, and the whole way by keyboard alone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.ui.pages import TITLES
from tests.browser.conftest import settle

# axe cannot judge contrast over a chart's layers; tests/charts/test_theme.py computes it.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa"], "rules": {"color-contrast": {"enabled": False}}}


def faults(page) -> list[str]:
    """What axe calls serious or critical, with the element."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


# With a card open wherever a page has one.
CHOSEN = {
    "timeline": "?event=e_move", "estimates": "?claim=harbour_post-q01", "both": "?item=e_move",
    "sources": "?article=northern_wire",
}  # fmt: skip


@pytest.mark.parametrize("name", ["timeline?event=e_move", "estimates", "both"])
def test_axe_finds_nothing_serious_on_the_stage(server, visit, name):
    page = visit(f"{server}/{name}{'&' if '?' in name else '?'}present=1")

    assert faults(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TITLES)
def test_axe_finds_nothing_serious(server, visit, name, theme):
    page = visit(f"{server}/{name}{CHOSEN.get(name, '')}", theme=theme)

    assert faults(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["timeline", "estimates"])
def test_axe_finds_nothing_serious_in_what_is_opened(server, visit, name, theme):
    page = visit(f"{server}/{name}", theme=theme)
    for line in page.locator("[data-testid=stExpander] summary").all():
        line.click()
        settle(page)
    page.get_by_role("button", name="Filters").click()
    page.locator("[data-testid=stPopoverBody] [data-testid=stMultiSelect]").first.wait_for()
    settle(page)

    assert page.locator("[data-testid=stDataFrame]").count() > 0
    assert faults(page) == []


def test_axe_sees_a_planted_fault(server, visit):
    page = visit(f"{server}/timeline")
    page.evaluate(
        "() => document.querySelector('[data-testid=stMain]').insertAdjacentHTML("
        "'beforeend', '<img src=\"data:,\"><button></button>')"
    )

    assert len(faults(page)) >= 2


def test_home_and_end_go_to_the_first_and_the_last_event(server, visit):
    page = visit(f"{server}/timeline?kind=attack&kind=vote")
    seen = []
    for key in ("End", "Home", "ArrowRight"):
        page.keyboard.press(key)
        settle(page)
        seen += parse_qs(urlsplit(page.url).query)["event"]

    assert seen == ["e_upper", "e_invade", "e_strike"]


def test_choosing_an_event_moves_no_mark(server, visit):
    page = visit(f"{server}/timeline")
    before = page.locator(".js-plotly-plot").bounding_box()
    page.keyboard.press("End")
    settle(page)

    assert page.locator(".js-plotly-plot").bounding_box() == before


def test_a_copied_link_opens_the_same_view(server, visit):
    page = visit(f"{server}/timeline?event=e_vote&lanes=kind")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    address = page.evaluate("() => navigator.clipboard.readText()")

    assert parse_qs(urlsplit(address).query) == {"event": ["e_vote"], "lanes": ["kind"]}
    assert visit(address).get_by_role("heading", name="Lower house votes for pact").is_visible()

"""The main ways through the dashboard, as a person takes them."""

import csv
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bench import generated
from dateline import store
from tests.browser.chart import click_event, point_and_click
from tests.browser.conftest import serving, settle


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def badge(page) -> str:
    return page.locator(".dl-badge").inner_text()


def table_on_screen(page) -> list[list[str]]:
    """The rows of the first table as the grid shows them to assistive technology."""
    grid = page.locator('[data-testid="stDataFrame"] canvas table').first
    return grid.evaluate(
        "(t) => [...t.querySelectorAll('tbody tr')].map("
        "(r) => [...r.querySelectorAll('td')].map((c) => c.textContent))"
    )


def test_from_the_timeline_to_a_quote_and_away_with_the_table(server, visit):
    page = visit(server)
    page.get_by_role("button", name="Forces, arms").click()
    settle(page)
    assert query(page) == {"family": ["force"]}

    click_event(page, "e_move")
    page.get_by_role("heading", name="Marines moved to Estmark").wait_for()
    settle(page)
    assert query(page) == {"family": ["force"], "event": ["e_move"]}
    quote = page.locator("figure.dl-quote").first
    assert quote.locator("mark.dl-date").inner_text() == "earlier this month"
    assert "Harbour Post, 17 Oct 2031" in quote.inner_text()

    page.get_by_role("link", name="Data").click()
    page.get_by_role("heading", name="The tables behind the charts").wait_for()
    settle(page)
    assert query(page)["family"] == ["force"]  # the choice came along
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile(r"^Download \d+ events")).click()
    with Path(started.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    with page.expect_download() as started:
        page.get_by_role("button", name="Which rows these are").click()
    about = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))

    assert about["rows"] == f"{len(rows)} of 24"
    assert about["filters"] == "Kind of event: Forces, arms"
    assert about["link"].startswith(server)
    assert "made" in about
    shown = table_on_screen(page)
    assert [row[0] for row in shown] == [row["event_id"] for row in rows]
    assert [row[1] for row in shown] == [row["title"] for row in rows]
    assert [row[2] for row in shown] == [row["kind"] for row in rows]
    assert page.get_by_text(f"{len(rows)} of 24 rows").is_visible()


@pytest.mark.parametrize(
    ("path", "heading", "words"),
    [
        ("/estimates?claim=harbour_post-q01", "Troop numbers claimed", "At least 1,500"),
        ("/timeline?event=e_vote&family=law", "What happened", "Lower house votes for pact"),
        ("/sources?article=northern_wire", "The articles", "Northern Wire"),
    ],
)
def test_the_first_request_to_a_fresh_server_may_be_a_deep_link(
    golden_data, tmp_path, visit, path, heading, words
):
    with serving(golden_data, tmp_path / "log.txt") as address:
        page = visit(address + path)

        assert page.get_by_role("heading", level=1).inner_text().startswith(heading)
        assert page.get_by_text(words).first.is_visible()
        menu = page.get_by_test_id("stTopNavLinkContainer")
        assert menu.all_inner_texts() == [
            "Timeline", "Troop estimates", "Events and numbers", "Briefing", "Sources", "Data",
            "Method",
        ]  # fmt: skip
        assert page.url.endswith(path)
        page.close()


def test_arrow_keys_walk_and_address_heading_and_badge_agree(server, visit):
    page = visit(f"{server}/timeline?family=law")
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name="sign mutual defence pact").wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name="Lower house votes for pact").wait_for()
    settle(page)

    assert query(page)["event"] == ["e_vote"]
    assert badge(page) == "23 Oct"
    page.keyboard.press("ArrowLeft")
    page.get_by_role("heading", name="sign mutual defence pact").wait_for()
    settle(page)
    assert query(page)["event"] == ["e_pact"]
    assert badge(page) == "Jun 2031"


def test_of_two_quick_clicks_the_second_counts(server, visit):
    page = visit(server)
    click_event(page, "e_vote")
    click_event(page, "e_summons")
    page.get_by_role("heading", name="Ambassador of Norland summoned").wait_for()
    settle(page)

    assert query(page)["event"] == ["e_summons"]
    assert badge(page) == "20 Oct"


def test_a_click_on_a_label_is_a_click_on_its_event(server, visit):
    page = visit(server)
    page.locator("text.textpoint, .textpoint text").filter(
        has_text="Officials count 3,000 marines"
    ).first.evaluate("(node) => node.scrollIntoView({ block: 'nearest' })")
    edge = page.evaluate(
        """() => { const node = [...document.querySelectorAll('.textpoint text')].find(
        (t) => t.textContent.startsWith('Officials count'));
        const r = node.getBoundingClientRect(); return [r.left + 60, r.top + r.height / 2]; }"""
    )
    point_and_click(page, *edge)

    page.get_by_role("heading", name="Officials count 3,000 marines").wait_for()


def test_choosing_moves_nothing_and_draws_nothing_anew(server, visit):
    page = visit(server)
    page.evaluate("document.querySelector('.js-plotly-plot').dataset.same = 'yes'")
    before = page.evaluate("document.querySelector('.js-plotly-plot').getBoundingClientRect().top")
    click_event(page, "e_call")
    page.get_by_role("heading", name="Brandt telephones League head").wait_for()
    settle(page)

    plot = page.locator(".js-plotly-plot")
    assert plot.get_attribute("data-same") == "yes"
    assert plot.evaluate("(p) => p.getBoundingClientRect().top") == before


def test_a_quote_leads_to_its_article_at_that_sentence(server, visit):
    page = visit(f"{server}/timeline?event=e_denial")
    page.get_by_role("link", name=re.compile("Sudria summons Norland")).click()
    page.get_by_role("heading", name="The articles").wait_for()
    settle(page)

    focus = page.locator("mark.dl-focus")
    assert focus.first.inner_text().startswith("Norland")
    assert query(page)["article"] == ["northern_wire"]
    top = focus.first.evaluate("(node) => node.getBoundingClientRect().top")
    assert 0 < top < 900


def test_a_claim_is_chosen_by_a_click_and_a_denial_too(server, visit):
    page = visit(f"{server}/estimates")
    click_event(page, "harbour_post-q03")
    page.get_by_role("heading", name="About 9,000 troops").wait_for()
    assert page.locator("mark.dl-figure").inner_text() == "approximately 9,000 troops"

    click_event(page, "e_denial")
    page.get_by_role("heading", name="Dahl denies that marines left").wait_for()


def test_a_click_in_the_comparison_opens_the_claim(server, visit):
    page = visit(f"{server}/estimates?publisher=harbour-post")
    page.get_by_role("button", name="≥ 1,500 ● deployed").click()
    page.get_by_role("heading", name="At least 1,500 troops").wait_for()
    settle(page)

    assert query(page)["claim"] == ["harbour_post-q01"]
    assert page.locator("li.chosen").count() == 1


def test_a_stretch_drawn_over_one_chart_is_followed_by_the_other(server, visit):
    page = visit(f"{server}/both?from=2031-10-01")
    box = page.locator(".st-key-claims-holder .nsewdrag").first.bounding_box()
    y, width = box["y"] + 40, box["width"]
    page.mouse.move(box["x"] + width * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + width * 0.8, y + 30, steps=6)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('to=')")
    settle(page)

    found = query(page)
    assert "2031-10-01" < found["from"][0] <= found["to"][0] < "2031-10-26"
    ranges = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].map(
        (plot) => plot._fullLayout.xaxis.ticktext.join())"""
    )
    assert len(set(ranges)) == 1


def test_the_live_region_says_what_was_chosen_and_outlives_it(server, visit):
    page = visit(f"{server}/timeline?kind=attack")
    live = page.locator(".live[role=status]")
    assert live.inner_text() == "2 events shown"
    live.evaluate("(node) => { node.dataset.same = 'yes'; }")
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name="Invasion of the Tarn valley").wait_for()
    settle(page)

    assert live.inner_text().startswith("Event 1 of 2: Feb 2029")
    assert live.get_attribute("data-same") == "yes"


def test_going_back_shows_what_was_there(server, visit):
    page = visit(f"{server}/timeline?kind=attack")
    page.get_by_role("link", name="Method").click()
    page.get_by_role("heading", name="How this was made").wait_for()
    settle(page)
    page.go_back()
    page.get_by_role("heading", name="What happened").wait_for()
    settle(page)

    assert page.get_by_text("2 of 24").is_visible()


def test_the_back_button_goes_back_to_the_event_before(server, visit):
    page = visit(server)
    seen = []
    for _ in range(3):
        page.get_by_role("button", name="Next").click()
        settle(page)
        seen.append(query(page)["event"])

    page.go_back()
    page.wait_for_function("e => location.search.includes(e)", arg=seen[1][0])
    settle(page)
    page.go_back()
    page.wait_for_function("e => location.search.includes(e)", arg=seen[0][0])
    settle(page)

    assert query(page)["event"] == seen[0]


def test_a_search_follows_to_the_other_pages(server, visit):
    page = visit(f"{server}/?q=pact&family=law")
    page.get_by_role("link", name="Data").click()
    page.get_by_role("heading", name="The tables behind the charts").wait_for()
    settle(page)

    assert (query(page)["q"], query(page)["family"]) == (["pact"], ["law"])


def test_two_quick_choices_are_both_kept(server, visit):
    """The second click comes from a screen whose numbers are history."""
    page = visit(server)
    for name in ("Forces, arms", "Diplomacy"):
        page.get_by_role("button", name=name).click(no_wait_after=True)
        page.wait_for_timeout(30)
    settle(page)

    assert query(page)["family"] == ["force", "diplomacy"]
    assert page.get_by_text(re.compile(r"^\d+ of 24$")).is_visible()


def test_the_day_as_known_on_moves_by_key_and_keeps_the_focus(server, visit):
    page = visit(server)
    slider = page.get_by_role("slider", name="As known on")
    slider.focus()
    for day in ("2031-10-20", "2031-10-17"):
        page.keyboard.press("ArrowLeft")
        settle(page)

        assert query(page) == {"asof": [day]}
    assert page.get_by_text("From 1 of 4 articles.").is_visible()

    page.keyboard.press("End")
    settle(page)

    assert query(page) == {}


def test_the_strip_is_brushed_by_pointer_and_by_key(server, visit):
    page = visit(server)
    box = page.locator(".strip").bounding_box()
    assert box is not None
    height = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.5, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, height, steps=3)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('from=')")
    settle(page)
    brushed = query(page)

    first = page.get_by_role("slider", name="First day of the timeline")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(old) => !location.search.includes(old)", arg=brushed["from"][0])
    settle(page)

    assert query(page)["from"] > brushed["from"]
    assert query(page)["to"] == brushed["to"]
    assert "event" not in query(page)  # the arrow keys moved the strip and chose nothing
    page.keyboard.press("Escape")  # the focus is where it was
    page.wait_for_function("() => !location.search.includes('from=')")


def test_a_stretch_of_a_crowded_timeline_opens_into_marks(visit, tmp_path):
    data = tmp_path / "data"
    store.write_tables(*generated.tables(3000), data)
    with serving(data, tmp_path / "server.txt") as address:
        page = visit(f"{address}/timeline?actor=norland_army")
        stretch = page.evaluate(
            "() => document.querySelector('.js-plotly-plot').data"
            ".find((t) => t.name === 'events').customdata[0][0]"
        )
        click_event(page, stretch)
        settle(page)

        assert stretch.split(":")[1:] == query(page)["from"] + query(page)["to"]
        assert page.locator(".js-plotly-plot .textpoint text").count() > 0


def test_the_ring_follows_a_chart_that_is_drawn_anew(server, browser):
    """A pasted link draws its chart twice, the second time at the width the browser reported."""
    for _ in range(3):  # the first page of a profile is the slow one
        profile = browser.new_context(viewport={"width": 1100, "height": 900})
        page = profile.new_page()
        page.goto(f"{server}/timeline?event=e_vote")
        settle(page)
        page.locator(".dl-badge").wait_for()
        page.set_viewport_size({"width": 900, "height": 900})
        settle(page)
        page.locator(".dl-badge").wait_for()

        assert badge(page) == "23 Oct"
        profile.close()


def test_the_tab_key_goes_into_what_a_button_opens_and_back(server, visit):
    page = visit(server)
    opener = page.get_by_role("button", name="Filters")
    opener.focus()
    page.keyboard.press("Enter")
    opened = page.locator("[data-testid=stPopoverBody]")
    opened.get_by_text("Publishers", exact=True).wait_for()

    page.keyboard.press("Tab")
    assert opened.evaluate("(body) => body.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    assert opener.evaluate("(button) => button === document.activeElement")


def test_what_waits_behind_a_line_is_made_when_it_is_opened(server, visit):
    page = visit(server)
    undated = page.locator(".st-key-undated-rows")
    assert undated.locator("[data-testid=stDataFrame]").count() == 0
    undated.locator("summary").click()
    undated.locator("[data-testid=stDataFrame]").wait_for()
    page.locator(".st-key-filters-timeline").get_by_role("button", name="Diplomacy").click()
    settle(page)
    assert undated.locator("[data-testid=stDataFrame]").count() == 1  # it stays open

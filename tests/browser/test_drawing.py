"""A chart on the page: changed in place, once for each change, by a script that is loaded once."""

from tests.browser.conftest import settle

PLOT = ".js-plotly-plot"
COUNTING = """(plot) => { plot.dataset.same = 'yes'; window.drawn = 0;
  plot.on('plotly_afterplot', () => { window.drawn += 1; }); }"""

SHOWN = """(plot) => [...new Set(plot.data.find((t) => t.name === 'events')
  .customdata.map((custom) => custom[custom.length - 1]))].sort()"""


def test_a_filter_changes_the_chart_in_place_and_draws_it_once(server, visit):
    page = visit(server)
    plot = page.locator(PLOT)
    plot.evaluate(COUNTING)
    before = set(plot.evaluate(SHOWN))
    page.get_by_role("button", name="Forces, arms").click()
    settle(page)

    assert plot.get_attribute("data-same") == "yes"
    assert page.evaluate("window.drawn") == 1
    assert set(plot.evaluate(SHOWN)) < before


def test_a_step_to_the_next_event_draws_nothing(server, visit):
    page = visit(server)
    page.locator(PLOT).evaluate(COUNTING)
    page.get_by_role("button", name="Next").click()
    settle(page)

    assert page.evaluate("window.drawn") == 0


def test_one_script_draws_every_chart_and_may_be_kept(server, visit):
    page, asked = visit(server), []
    page.on("response", lambda answer: asked.append(answer) if is_library(answer) else None)
    page.reload()
    settle(page)
    page.goto(f"{server}/both")
    settle(page)

    assert page.locator(PLOT).count() == 2
    assert 1 <= len(asked) <= 2
    assert all("immutable" in answer.headers["cache-control"] for answer in asked)


def test_a_chart_that_cannot_be_drawn_says_so(server, visit):
    page = visit(f"{server}/data")
    page.context.route("**/media/*", lambda route: route.abort())
    page.goto(server)

    page.get_by_text("The chart could not be drawn.").wait_for()
    page.context.unroute("**/media/*")


def is_library(answer) -> bool:
    kind = answer.headers.get("content-type", "")
    return "/media/" in answer.url and "javascript" in kind

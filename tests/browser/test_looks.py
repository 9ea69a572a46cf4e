"""What can be measured of how it looks: nothing on top of anything, nothing cut off."""

from urllib.parse import urlsplit

import pytest

from dateline.charts.textwidth import text_px
from dateline.ui.pages import TITLES
from tests.browser.chart import collisions

SIZES = [(1440, 900), (1920, 1080), (390, 844)]
BODIES = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 27)"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("chart", ["timeline", "estimates"])
@pytest.mark.parametrize("address", ["server", "shipped_server"])
def test_no_label_lies_on_another_or_on_a_mark_or_over_the_edge(
    request, visit, address, chart, size
):
    page = visit(f"{request.getfixturevalue(address)}/{chart}", size)

    assert collisions(page) == []


def test_the_check_for_collisions_sees_one(server, visit):
    """A check that cannot fail proves nothing: move one label onto another and see."""
    page = visit(f"{server}/timeline")
    page.evaluate(
        """() => { const texts = document.querySelectorAll('.textpoint text');
        const a = texts[0].getBoundingClientRect(), b = texts[1].getBoundingClientRect();
        texts[1].setAttribute('transform',
          `translate(${a.left - b.left + 4}, ${a.top - b.top})`); }"""
    )

    assert collisions(page)


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("name", TITLES)
def test_a_phone_never_scrolls_sideways(server, visit, name, width):
    page = visit(f"{server}/{name}", (width, 844))
    wide = page.evaluate(
        """() => { const main = document.querySelector('[data-testid="stMain"]');
        return [document.documentElement.scrollWidth, main.scrollWidth - main.clientWidth]; }"""
    )

    assert wide[0] <= width
    assert wide[1] <= 0


@pytest.mark.parametrize("theme", BODIES)
@pytest.mark.parametrize("name", ["timeline", "estimates"])
def test_chart_and_page_share_their_ground(server, visit, name, theme):
    page = visit(f"{server}/{name}", theme=theme)
    found = page.evaluate(
        """() => [getComputedStyle(document.querySelector('.stApp')).backgroundColor,
        getComputedStyle(document.querySelector('.js-plotly-plot .main-svg')).backgroundColor]"""
    )

    assert found == [BODIES[theme]] * 2


def test_a_change_of_the_systems_theme_is_followed(server, visit):
    page = visit(f"{server}/timeline")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        """(dark) => { const svg = document.querySelector('.js-plotly-plot .main-svg');
        return svg && getComputedStyle(svg).backgroundColor === dark; }""",
        arg=BODIES["dark"],
    )


def test_text_is_as_wide_as_the_layout_thinks(server, visit):
    """Labels are placed without a browser, by the widths of the font that Streamlit ships."""
    page = visit(server)
    samples = [
        "Norland and Estmark sign mutual defence pact",
        "≥ 1,500 South Korea",
        "Will it, little lily?",
        "MAXIMUM WWW",
        "“10,000–12,000” troops",
        "AVAST Yo Te",
    ]
    for weight, text in [(weight, text) for weight in (400, 700) for text in samples]:
        real = page.evaluate(
            """([text, weight]) => { const pen = document.createElement('canvas').getContext('2d');
            pen.font = `${weight} 15px "Source Sans"`; return pen.measureText(text).width; }""",
            [text, weight],
        )
        thought = text_px(text, 15, bold=weight == 700)
        assert real - 1.5 <= thought <= real * 1.12 + 3, (text, weight, real, thought)


@pytest.mark.parametrize("name", TITLES)
def test_nothing_is_fetched_from_elsewhere(server, browser, name):
    context = browser.new_context()
    page = context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    page.goto(f"{server}/{name}")
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_timeout(1000)
    context.close()

    assert hosts <= {"127.0.0.1", ""}


def test_charts_tell_what_they_show_to_those_who_do_not_see_them(server, visit):
    page = visit(f"{server}/timeline")

    assert page.get_by_label("Timeline of 24 events").count() == 1

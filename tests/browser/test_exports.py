"""Exports as the reader gets them: drawn by a Chromium, opened in one."""

import io
import re
import struct
import xml.etree.ElementTree as ET

import pptx
import pytest
from playwright.sync_api import expect

from dateline.export import chromium as drawing
from dateline.export.formats import FORMATS, written
from dateline.export.view import shown
from dateline.views.story import Story
from tests.browser import chromium
from tests.browser.conftest import PATIENCE
from tests.export import hostile
from tests.golden import story as golden


@pytest.fixture(autouse=True)
def found(monkeypatch):
    """The same Chromium for the exports as for the tests."""
    if path := chromium.executable():
        monkeypatch.setenv("BROWSER_PATH", path)


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


def made(story: Story, name: str, address: str = "timeline", shape: str = "slide") -> bytes:
    return written(
        FORMATS[name], [shown(story, "sha256:0123456789ab", address, shape=shape)]
    ).content


@pytest.mark.parametrize(("shape", "size"), [("slide", (3200, 1800)), ("square", (2400, 2400))])
def test_a_picture_has_twice_the_pixels_of_its_shape(story, shape, size):
    content = made(story, "png", "estimates", shape)

    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == size


def test_a_picture_says_what_it_shows(story):
    svg = made(story, "svg", "timeline?kind=vote&asof=2031-10-26").decode()
    texts = [
        " ".join(node.itertext())
        for node in ET.fromstring(svg).iter()
        if node.tag.endswith("}text")
    ]

    assert "What happened, and who says so" in texts
    assert "Exact kind: Vote · As known on 26 Oct 2031" in texts
    assert any(text.startswith("Source: ") and "Data as of 26 Oct 2031" in text for text in texts)
    assert any("votes" in text for text in texts), "the chart itself"
    assert "@font-face" in svg


def test_a_pdf_is_one_page_in_vectors(story):
    content = made(story, "pdf")

    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert b"/Subtype /Image" not in content


def test_a_deck_holds_the_charts_as_pictures(story):
    views = [shown(story, "", "timeline"), shown(story, "", "estimates")]
    steps = []
    content = written(FORMATS["pptx"], views, lambda *step: steps.append(step)).content
    slides = list(pptx.Presentation(io.BytesIO(content)).slides)
    pictures = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]

    assert len(pictures) == 2
    assert pictures[0]._element.nvPicPr.cNvPr.get("descr").startswith("Timeline: 24 events")
    assert steps == [(1, 2, "pictures"), (2, 2, "pictures")]


def test_hostile_texts_can_be_drawn():
    assert made(hostile.story(), "svg").startswith(b"<svg")


def test_a_browser_that_fails_is_named(story, monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    with pytest.raises(drawing.ToolError, match="BROWSER_PATH"):
        made(story, "png")


def test_a_file_that_takes_a_while_is_in_sight_when_it_is_there(server, visit):
    """The choices close when the page is drawn anew, and the file is not behind them."""
    page = visit(f"{server}/timeline?kind=vote")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="Picture (PNG)").click()
    page.get_by_role("button", name="Make the file").click()
    save = page.get_by_role("button", name="Save events.png")
    expect(save).to_be_visible(timeout=PATIENCE)
    with page.expect_download() as saved:
        save.click()

    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_table_on_screen_offers_no_download_of_the_rows_that_happen_to_be_sent(server, visit):
    page = visit(f"{server}/data")
    page.get_by_test_id("stDataFrame").first.hover()

    expect(page.get_by_role("button", name="Search: Table").first).to_be_visible()
    expect(page.get_by_role("button", name="Download as CSV", exact=False)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Download .* events"))).to_be_visible()


def test_a_page_to_send_draws_its_charts_and_loads_nothing(page_without_network, tmp_path):
    page, asked, errors = page_without_network
    path = tmp_path / "sent.html"
    views = [shown(hostile.story(), "sha256:1", address) for address in ("timeline", "estimates")]
    path.write_bytes(written(FORMATS["html"], views).content)
    page.goto(path.as_uri())

    expect(page.locator(".chart.js-plotly-plot")).to_have_count(3, timeout=PATIENCE)
    expect(page.locator(".chart .main-svg").first).to_be_visible()
    assert page.title() == "Dateline"
    assert page.locator("table").count() == 2
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    assert errors == []


def test_a_page_to_send_leads_from_a_mark_to_its_sentences_on_any_screen(
    page_without_network, tmp_path
):
    page, _, errors = page_without_network
    path = tmp_path / "sent.html"
    view = shown(hostile.story(), "sha256:" + "0" * 64, "timeline?kind=vote")
    path.write_bytes(written(FORMATS["html"], [view]).content)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(path.as_uri())
        mark = page.locator(".chart .point").first
        expect(mark).to_be_visible(timeout=PATIENCE)
        expect(page.locator("tr.chosen")).to_have_count(0)
        mark.click(force=True)

        expect(page.locator("tr.chosen .told li").first).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert errors == []


@pytest.fixture
def page_without_network(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and errors.append(said.text))
    yield page, asked, errors
    context.close()

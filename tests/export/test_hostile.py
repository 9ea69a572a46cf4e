"""No text of an article breaks a file, or becomes more than text in it."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import bibtexparser
import icalendar
import openpyxl
import pandas as pd
import pptx
import pytest

from dateline.charts.picture import CANVASES, Shape, Words, framed
from dateline.charts.theme import Look
from dateline.errors import AddressError
from dateline.export import briefing as decks
from dateline.export.briefing import slide_view
from dateline.export.formats import FORMATS, Takes, written
from dateline.export.scenes import scene
from dateline.export.shown import Caption, about
from dateline.export.slides import deck
from dateline.export.view import declared, shown
from dateline.views.story import Story
from tests.export import hostile
from tests.export.test_slides import png


@pytest.fixture(scope="module")
def story() -> Story:
    return hostile.story()


def made(story: Story, name: str, table: str = "") -> bytes:
    return written(FORMATS[name], [shown(story, "sha256:1", "", table)]).content


@pytest.mark.parametrize(
    "name", [n for n, form in FORMATS.items() if form.takes is not Takes.CHART and n != "pptx"]
)
def test_every_format_takes_every_text(story, name):
    assert made(story, name)


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_formats_for_programs_keep_every_character(story, name):
    content = made(story, name)
    if name == "csv":
        titles = [r["title"] for r in csv.DictReader(io.StringIO(content.decode(), newline=""))]
    elif name == "jsonl":
        titles = [json.loads(line)["title"] for line in content.decode().split("\n")[:-1]]
    else:
        titles = list(pd.read_parquet(io.BytesIO(content))["title"])

    assert set(titles) == set(hostile.TEXTS)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(story):
    book = openpyxl.load_workbook(io.BytesIO(made(story, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert hostile.FORMULA in {cell.value for cell in cells}


@pytest.mark.parametrize("name", ["csv-spreadsheet", "timelinejs-csv"])
def test_no_cell_for_a_spreadsheet_begins_like_a_formula(story, name):
    text = made(story, name).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_timelinejs_shows_a_formula_and_markup_as_written(story):
    heads = {slide["text"]["headline"] for slide in json.loads(made(story, "timelinejs"))["events"]}

    assert not [head for head in heads if re.search("<(script|img)", head)]


def test_a_page_holds_no_markup_of_an_article(story):
    page = made(story, "html").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]

    assert "<img" not in page.split("<body>")[1].split("<script>")[0]
    assert page.split("<body>")[1].lower().count("<script") == 3  # a figure, plotly.js, ours
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    outside = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert not re.findall(
        r"(?:src|href)\s*=", re.sub(r"&[^;]+;", "", re.sub(r">[^<]*<", "><", outside))
    )


def test_a_calendar_reads_back(story):
    calendar = icalendar.Calendar.from_ical(made(story, "ics"))

    assert hostile.FORMULA in {str(event["summary"]) for event in calendar.walk("VEVENT")}


def test_bibtex_reads_back_without_an_order_to_latex(story):
    titles = [hostile.LATEX] * len(story.articles)
    text = made(replace(story, articles=story.articles.assign(title=titles)), "bibtex").decode()
    library = bibtexparser.parse_string(text)

    assert not library.failed_blocks
    assert len(library.entries) == len(story.articles)
    assert r"\input{" not in text
    assert r"\textbackslash{}input\{/etc/passwd\}" in text


def test_a_picture_is_xml_whatever_it_says():
    words = Words(*hostile.TEXTS[:4])
    svg = framed("<svg/>", (10, 10), CANVASES[Shape.SLIDE], words, [], Look())

    assert ET.fromstring(svg).tag.endswith("svg")


def test_figures_and_slides_take_every_text(story):
    for table in ("events", "estimates", "actors"):
        found = scene(shown(story, "", "", table))
        if found.chart:
            spec = found.chart.draw(Look(), 900).to_json()
            assert "\\u0007" not in spec
            assert "\\u001b" not in spec
        assert zipfile.is_zipfile(io.BytesIO(deck([slide_view(found, b"")])))


@pytest.mark.parametrize("name", ["timesketch", "timesketch-jsonl"])
def test_timesketch_gets_every_text_as_it_is(story, name):
    content = made(story, name).decode()
    if name == "timesketch":
        rows = list(csv.DictReader(io.StringIO(content, newline="")))
    else:
        rows = [json.loads(line) for line in content.split("\n")[:-1]]
    dated = story.events[story.events["first_day"].notna() | story.events["last_day"].notna()]

    assert sorted(row["message"] for row in rows) == sorted(dated["title"])
    assert {len(row) for row in rows} == {10}
    assert any(hostile.FORMULA in row["quotes"] for row in rows)


def test_parquet_keeps_hostile_columns_in_their_types_and_names(story):
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(made(story, "parquet", "mentions")))

    assert table.column_names == list(declared("mentions").columns())
    assert {str(table.schema.field(name).type) for name in ("title", "sentence")} <= {
        "large_string", "string",
    }  # fmt: skip
    assert set(table["sentence"].to_pylist()) == set(hostile.TEXTS)


def test_a_line_of_json_is_one_line_whatever_is_in_it(story):
    for table in ("events", "mentions", "articles", "actors"):
        lines = made(story, "jsonl", table).split(b"\n")[:-1]

        assert len(lines) == len(story.table(table))
        assert not [line for line in lines if b"\r" in line or b"\x00" in line]


def named(story: Story) -> list:
    """Views under hostile names and lines, which no file of a briefing would let in."""
    views = [shown(story, "sha256:1", page) for page in ("timeline", "estimates", "both")]
    lines = zip(views, hostile.TEXTS[:3], (*hostile.TEXTS[1:3], "half \udcff"), strict=True)
    return [replace(view, caption=Caption(name, name, line)) for view, name, line in lines]


def test_slides_hold_hostile_texts_as_text_alone(story, monkeypatch):
    monkeypatch.setattr(decks.chromium, "png", lambda pictures, **_: [png() for _ in pictures])
    content = written(FORMATS["pptx"], named(story)).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = [
        shape.text_frame.text
        for slide in pptx.Presentation(io.BytesIO(content)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]

    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            assert ET.fromstring(part) is not None
            assert b'TargetMode="External"' not in part
            assert b"hlinkClick" not in part
    assert any(hostile.FORMULA in text for text in texts)
    assert any("<img src=x onerror=" in text for text in texts)


def test_a_page_of_hostile_names_runs_and_loads_nothing_of_them(story):
    page = written(FORMATS["html"], named(story)).content.decode()
    body = re.sub(r"<script.*?</script>", "", page.split("<body>")[1], flags=re.S)

    assert "&lt;img src=x onerror=" in body
    assert not re.search(r"<(img|iframe|object|embed|link|base|form|a)\b", body)
    assert not re.search(r"\son\w+\s*=\s*[\"']?\w", re.sub(r">[^<]*<|\"[^\"]*\"", "><", body))
    assert not [char for char in body if ord(char) < 32 and char not in "\t\n\r"]
    assert "\udcff" not in page


def test_half_a_character_in_an_address_is_refused_and_one_in_the_choices_breaks_nothing(story):
    with pytest.raises(AddressError, match="not UTF-8"):
        shown(story, "sha256:1", "?q=\udcff&kind=vote")
    view = replace(shown(story, "sha256:1", "?kind=vote"), filters="half \udcff")
    for name, form in FORMATS.items():
        if form.takes is not Takes.CHART and name != "pptx":
            assert written(form, [view]).content
    assert about([view], {}).decode()

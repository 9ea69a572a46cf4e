"""A deck read back as PowerPoint would: texts, pictures, tables and notes."""

import io
import struct
import zlib

import pandas as pd
import pptx
import pytest

from dateline.export.slides import ROWS_ON_A_SLIDE, SlideView, deck

HOSTILE = "Tanks \x1b[31m & <b>bold</b> \u202e right to left, half a pair \ud83d, \x00"
# A frame holds no half of a pair: it refuses one where it is made.
CELL = HOSTILE.replace("\ud83d", "")
ROWS = pd.DataFrame(
    {"Day": ["3 May 2031"] * 30, "What happened": [f"{n} {CELL}" for n in range(30)]}
)


def png(width: int = 8, height: int = 4) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * 3 * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def view(**given: object) -> SlideView:
    usual = {
        "title": HOSTILE,
        "annotation": "Look here",
        "filters": "the kinds: vote",
        "source": "Source: 3 articles",
        "rows": ROWS,
        "total": 40,
        "picture": png(),
        "alt": "A chart of tanks",
        "sources": ("Harbour Post, 3 May 2031: They came.",),
    }
    return SlideView(**{**usual, **given})  # fmt: skip


def slides_of(content: bytes) -> list:
    return list(pptx.Presentation(io.BytesIO(content)).slides)


def texts(slide: object) -> str:
    return "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_view_is_a_slide_with_its_picture_and_one_with_its_rows():
    picture, table = slides_of(deck([view()]))
    [shape] = [s for s in picture.shapes if s.shape_type == 13]
    [grid] = [s.table for s in table.shapes if s.has_table]

    assert "Look here" in texts(picture)
    assert "the kinds: vote" in texts(picture)
    assert "Source: 3 articles" in texts(picture)
    assert shape._element.nvPicPr.cNvPr.get("descr") == "A chart of tanks"
    assert shape.width / shape.height == pytest.approx(2, rel=0.01)
    assert [cell.text for cell in grid.rows[0].cells] == ["Day", "What happened"]
    assert len(grid.rows) == ROWS_ON_A_SLIDE + 1
    assert "The first 12 of 30 rows; 40 without the filters" in texts(table)


def test_sources_stand_in_the_notes():
    for slide in slides_of(deck([view()])):
        assert "Harbour Post, 3 May 2031: They came." in slide.notes_slide.notes_text_frame.text


def test_no_character_is_too_strange_for_a_slide():
    [slide, _] = slides_of(deck([view(annotation=HOSTILE, alt=HOSTILE, sources=(HOSTILE,))]))

    assert slide.shapes.title.text_frame.text == (
        "Tanks \ufffd[31m & <b>bold</b> \u202e right to left, half a pair \ufffd, \ufffd"
    )


def test_everything_stays_on_the_slide():
    deck_made = pptx.Presentation(io.BytesIO(deck([view(rows=ROWS.assign(more="x" * 300))])))
    for slide in deck_made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck_made.slide_width
            assert shape.top + shape.height <= deck_made.slide_height


def test_a_briefing_begins_with_what_is_to_come():
    views = [view(title="First"), view(title="n" * 200)]
    first, *rest = slides_of(deck(views, title="The morning"))

    assert first.shapes.title.text_frame.text == "The morning"
    assert "1. First\n2. nnnn" in texts(first)
    assert len(rest) == 4


def test_a_presenters_name_and_line_are_never_cut():
    name, line = " ".join(["name"] * 24), " ".join(["line"] * 60)
    [slide] = slides_of(deck([view(title=name, annotation=line, rows=pd.DataFrame())]))
    said = next(s for s in slide.shapes if s.has_text_frame and s.text_frame.text == line)
    [chart] = [s for s in slide.shapes if s.shape_type == 13]

    assert slide.shapes.title.text_frame.text == name
    assert slide.shapes.title.text_frame.paragraphs[0].font.size.pt == 16
    assert said.top + said.height <= chart.top
    assert chart.top + chart.height <= 6.62 * 914400


def test_a_view_without_a_chart_has_its_table_alone():
    assert len(slides_of(deck([view(picture=b"")]))) == 1
    assert len(slides_of(deck([view(picture=b"", rows=pd.DataFrame())]))) == 1
    assert slides_of(deck([])) == []


def test_the_same_views_give_the_same_file():
    assert deck([view()]) == deck([view()])

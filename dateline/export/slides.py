"""Views as PowerPoint slides: native text, the chart as a picture, the rows as a table.

Sources stand in the notes, where the presenter sees them. Sizes are those of a 16:9 slide of 13.33
by 7.5 inches; no text on a slide is smaller than 11 points, and only the source line is that small.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

import pandas as pd
import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from dateline.charts.escape import plain, shortened
from dateline.charts.textwidth import text_px
from dateline.charts.theme import BASES, Ground
from dateline.export.plain import line, rezipped

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.5  # inches
PICTURE_INCHES = (WIDTH - 2 * MARGIN, 5.15)  # the room a picture has, and its shape
ROWS_ON_A_SLIDE = 12
# A font that every office program has, or has one of the same widths for; its letters are wider
# than those that `text_px` knows.
FONT, WIDER, BOLDER = "Arial", 1.15, 1.06
LEADING = 1.2  # of a line of type, in its size
PICTURE_TOP = 1.4  # inches: below one line of title and one of what is said to it
# A file says when it was made; ours are the same whenever they are made.
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format holds no zone
_ONLY_TITLE = 5  # of python-pptx's own template
_LIGHT = BASES[Ground.LIGHT]


@dataclass(frozen=True, slots=True)
class SlideView:
    """One view, ready for a slide.

    *picture* is a PNG, empty for a view that has no chart; *rows* is what the table slide shows,
    under its own column names, with *total* the number there would be without the filters.
    *sources* are lines for the notes. Texts may be anything: they are shown as written.
    """

    title: str
    subtitle: str = ""
    annotation: str = ""
    filters: str = ""
    source: str = ""
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    total: int = 0
    picture: bytes = b""
    alt: str = ""
    sources: tuple[str, ...] = ()


def deck(views: Sequence[SlideView], title: str = "") -> bytes:
    """A PowerPoint file: for each view its picture and, where it has rows, their table.

    With a *title* and several views, a slide that lists them comes first.
    """
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    name = title or (views[0].title if views else "Dateline")
    core = made.core_properties
    core.title, core.author, core.last_modified_by = line(name), "Dateline", "Dateline"
    core.created = core.modified = MADE
    if title and len(views) > 1:
        _contents(made, title, views)
    for view in views:
        if view.picture or view.rows.empty:
            _picture(made, view)
        if not view.rows.empty:
            _table(made, view)
    file = BytesIO()
    made.save(file)
    return rezipped(file.getvalue())


def _contents(made: Any, title: str, views: Sequence[SlideView]) -> None:
    """What is to come; more than one slide holds are counted."""
    slide, _ = _slide(made, title, "")
    shown = views[:ROWS_ON_A_SLIDE]
    lines = [
        _fitting(f"{number}. {line(view.title)}", ACROSS, 20)
        for number, view in enumerate(shown, 1)
    ]
    if len(views) > len(shown):
        lines.append(f"and {len(views) - len(shown)} more")
    _text(slide, lines, top=1.5, height=5.2, points=20)


def _picture(made: Any, view: SlideView) -> None:
    slide, top = _slide(
        made, view.title, view.annotation or view.subtitle, bold=bool(view.annotation)
    )
    if view.picture:
        _place(slide, view, top)
    said = [view.subtitle if view.annotation else "", view.filters]
    _footer(slide, [" · ".join(part for part in said if part), view.source])
    _notes(slide, view)


def _slide(made: Any, title: str, subtitle: str, bold: bool = False) -> tuple[Any, float]:
    """A slide with its head, and where the room below begins, in inches.

    A name takes smaller type and then a second line, what is said to it as many lines as it needs:
    neither is cut.
    """
    slide = made.slides.add_slide(made.slide_layouts[_ONLY_TITLE])
    head = slide.shapes.title
    head.left, head.top = Inches(MARGIN), Inches(0.28)
    head.width, head.height = Inches(WIDTH - 2 * MARGIN), Inches(0.62)
    head.text_frame.text = line(title)
    head.text_frame.word_wrap = True
    head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    head.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _dress(head.text_frame, _points(line(title), (28, 24, 20, 16)), _LIGHT.ink, bold=True)
    if not subtitle:
        return slide, PICTURE_TOP
    text = line(subtitle)
    points = _points(text, (18, 16, 14))
    # A word that does not fit leaves its line short, so that lines hold less than their width.
    lines = math.ceil(_inches(text, points) / (ACROSS * 0.94))
    height = 0.1 + lines * points * LEADING / 72
    box = _text(slide, [text], top=0.92, height=max(0.42, height), points=points)
    _dress(box, points, _LIGHT.accent if bold else _LIGHT.muted, bold=bold)
    return slide, max(PICTURE_TOP, 0.96 + height)


def _points(text: str, sizes: Sequence[float]) -> float:
    """The largest of *sizes*, which fall, in which bold *text* takes one line; else the last."""
    return next((size for size in sizes if _inches(text, size) * BOLDER <= ACROSS), sizes[-1])


def _place(slide: Any, view: SlideView, top: float) -> None:
    """The picture as large as its room allows, in the middle, never stretched."""
    picture = slide.shapes.add_picture(BytesIO(view.picture), 0, 0)
    room = Inches(PICTURE_INCHES[0]), Inches(PICTURE_INCHES[1] - (top - PICTURE_TOP))
    scale = min(room[0] / picture.width, room[1] / picture.height)
    picture.width, picture.height = (
        Emu(int(picture.width * scale)),
        Emu(int(picture.height * scale)),
    )
    picture.left = Emu(int((Inches(WIDTH) - picture.width) / 2))
    picture.top = Inches(top)
    picture._element.nvPicPr.cNvPr.set("descr", plain(view.alt or view.title))


def _footer(slide: Any, lines: Sequence[str]) -> None:
    said = [text for text in lines if text]
    if said:
        _dress(_text(slide, said, top=6.62, height=0.7, points=11), 11, _LIGHT.muted)


def _notes(slide: Any, view: SlideView) -> None:
    said = [view.annotation, view.subtitle, view.filters, view.source, *view.sources]
    slide.notes_slide.notes_text_frame.text = plain("\n".join(text for text in said if text))


def _table(made: Any, view: SlideView) -> None:
    """The first rows, cut to what fits: a slide is read from afar, a workbook holds them all."""
    shown = view.rows.head(ROWS_ON_A_SLIDE)
    count, total = len(view.rows), max(view.total, len(view.rows))
    first = f"The first {len(shown)} of {count:,} rows" if count > len(shown) else f"{count:,} rows"
    said = f"{first}; {total:,} without the filters" if total > count else first
    slide, top = _slide(made, view.title, said)
    widths = _widths(shown)
    frame = slide.shapes.add_table(
        len(shown) + 1, len(shown.columns), Inches(MARGIN), Inches(top + 0.05),
        Inches(WIDTH - 2 * MARGIN), Inches(0.38 * (len(shown) + 1)),
    )  # fmt: skip
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(f"{view.title}: {said}"))
    for at, width in enumerate(widths):
        frame.table.columns[at].width = Inches(width)
    cells = [list(shown.columns), *shown.astype("str").to_numpy().tolist()]
    for row, values in enumerate(cells):
        for column, value in enumerate(values):
            _cell(frame.table.cell(row, column), str(value), widths[column], is_head=row == 0)
    _footer(slide, [view.filters, view.source])
    _notes(slide, view)


POINTS = 13  # of the text in a table
ACROSS = WIDTH - 2 * MARGIN - 0.2  # what a text box leaves between its own margins


def _cell(cell: Any, text: str, width: float, is_head: bool) -> None:
    cell.text_frame.text = _fitting(line(text), width - 0.22)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(_LIGHT.ink if is_head else _LIGHT.ground)
    _dress(cell.text_frame, POINTS, _LIGHT.ground if is_head else _LIGHT.ink, bold=is_head)


def _fitting(text: str, room: float, points: float = POINTS) -> str:
    """*text* cut so that it takes one line of *room* inches."""
    most = len(text)
    while most > 4 and _inches(shortened(text, most), points) > room:
        most = int(most * 0.95)
    return shortened(text, most)


def _inches(text: str, points: float = POINTS) -> float:
    return text_px(text, points) * WIDER / 72


def _widths(rows: pd.DataFrame) -> list[float]:
    """Inches for each column: what its longest text asks for; the widest give way."""
    need = [
        max(_inches(line(str(text))) for text in [name, *rows[name].astype("str")]) + 0.26
        for name in rows.columns
    ]
    room = WIDTH - 2 * MARGIN
    while sum(need) > room:
        widest = need.index(max(need))
        second = max([inches for at, inches in enumerate(need) if at != widest], default=0.0)
        need[widest] = max(min(second, room / len(need)), need[widest] - (sum(need) - room))
        if max(need) <= room / len(need):
            break
    need[need.index(max(need))] += room - sum(need)
    return need


def _text(slide: Any, lines: Sequence[str], *, top: float, height: float, points: float) -> Any:
    box = slide.shapes.add_textbox(
        Inches(MARGIN), Inches(top), Inches(WIDTH - 2 * MARGIN), Inches(height)
    )
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.text = "\n".join(line(text) for text in lines)
    _dress(frame, points, _LIGHT.ink)
    return frame


def _dress(frame: Any, points: float, colour: str, bold: bool = False) -> None:
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.name = Pt(points), FONT
        paragraph.font.bold = bold
        paragraph.font.color.rgb = _colour(colour)


def _colour(name: str) -> Any:
    red_green_blue: Any = RGBColor
    return red_green_blue(*bytes.fromhex(name.removeprefix("#")))

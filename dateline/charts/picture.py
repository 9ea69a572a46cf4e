"""A chart as a picture that explains itself: title, choices, key, source and day of the data in it.

The picture is one SVG. Plotly draws the chart, which is set into the frame as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dateline.charts.escape import plain, shortened
from dateline.charts.key import BOX, Entry
from dateline.charts.textwidth import text_px
from dateline.charts.theme import FONT, Ground, Look

Draw = Callable[[Look, int], Any]  # a look and a width in pixels -> a figure

SCALES = (1.6, 1.45, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8)


class Shape(StrEnum):
    """What a picture is made for."""

    SLIDE = "slide"
    PAGE = "page"
    SQUARE = "square"


@dataclass(frozen=True, slots=True)
class Canvas:
    """Pixels of a picture, its width on paper in inches, and its type sizes and margin.

    The chart's own type is never smaller than *least* times what it is on a page.
    """

    width: int
    height: int
    inches: float
    title: int = 36
    text: int = 21
    small: int = 17
    margin: int = 44
    least: float = 0.8


CANVASES = {
    Shape.SLIDE: Canvas(1600, 900, 13.333),  # 16:9
    Shape.PAGE: Canvas(1684, 1191, 11.693),  # A4, lying
    Shape.SQUARE: Canvas(1200, 1200, 10.0, title=34),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the chart; an empty *title* leaves the head away."""

    title: str
    subtitle: str
    filters: str
    source: str


@dataclass(frozen=True, slots=True)
class Room:
    """Where the chart goes, in pixels of the canvas."""

    left: int
    top: int
    width: int
    height: int


def fitted(draw: Draw, room: Room, least: float, ground: Ground = Ground.LIGHT) -> tuple[Any, Look]:
    """The figure in the largest type that leaves nothing out of *room*.

    Where even the *least* does, the figure sets its lanes closer (`Look.tallest`).
    """
    scales = [scale for scale in SCALES if scale >= least]
    first, last = 0, len(scales) - 1
    while first < last:  # by halves: each try lays the whole chart out
        middle = (first + last) // 2
        if draw(Look(ground, scales[middle]), room.width).layout.height <= room.height:
            last = middle
        else:
            first = middle + 1
    look = Look(ground, scales[first], tallest=room.height)
    return draw(look, room.width).update_layout(width=room.width), look


def room_for(canvas: Canvas, words: Words, key: Sequence[Entry]) -> Room:
    """What head, key and foot leave to the chart."""
    top = canvas.margin // 2 + _head_height(canvas, words) + _key_height(canvas, key)
    bottom = canvas.height - canvas.margin // 2 - _foot_height(canvas, words)
    return Room(canvas.margin, top, canvas.width - 2 * canvas.margin, bottom - top)


def framed(
    chart: str,
    size: tuple[float, float],
    canvas: Canvas,
    words: Words,
    key: Sequence[Entry],
    look: Look,
    style: str = "",
) -> str:
    """The whole picture as SVG around *chart*, which is SVG of *size*; *style* is CSS for it.

    A chart that is larger than its room is made smaller, never cut.
    """
    room = room_for(canvas, words, key)
    shrink = min(1.0, room.width / size[0], room.height / size[1])
    base, name = look.base, words.title or words.source
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{canvas.width}" height="{canvas.height}" '
        f'viewBox="0 0 {canvas.width} {canvas.height}" role="img" '
        f"font-family={quoteattr(FONT)} aria-label={quoteattr(plain(name))}>",
        f"<title>{escape(plain(words.title))}</title>" if words.title else "",
        f"<desc>{escape(plain(' '.join((words.subtitle, words.filters, words.source))))}</desc>",
        f"<style>{style}</style>" if style else "",
        f'<rect width="100%" height="100%" fill="{base.ground}"/>',
        *_head(canvas, words, look),
        *_key(canvas, words, key, look),
        f'<g transform="translate({room.left} {room.top}) scale({shrink:.4f})">{chart}</g>',
        *_foot(canvas, words, look),
        "</svg>",
    ]
    return "".join(parts)


def _head_lines(canvas: Canvas, words: Words) -> list[tuple[str, int, bool]]:
    """Text, type size and whether it is bold, line by line."""
    room = canvas.width - 2 * canvas.margin
    if not words.title:
        return []
    lines = [(text, canvas.title, True) for text in _broken(words.title, canvas.title, room, 2)]
    for text in (words.subtitle, words.filters):
        lines += [(part, canvas.text, False) for part in _broken(text, canvas.text, room, 2)]
    return lines


def _head_height(canvas: Canvas, words: Words) -> int:
    return sum(_leading(size) for _, size, _ in _head_lines(canvas, words))


def _head(canvas: Canvas, words: Words, look: Look) -> list[str]:
    found, y = [], canvas.margin // 2
    for text, size, bold in _head_lines(canvas, words):
        y += _leading(size)
        colour = look.base.ink if bold else look.base.muted
        found.append(_text(text, canvas.margin, y - size * 0.35, size, colour, bold))
    return found


def _foot_lines(canvas: Canvas, words: Words) -> list[str]:
    return _broken(words.source, canvas.small, canvas.width - 2 * canvas.margin, 3)


def _foot_height(canvas: Canvas, words: Words) -> int:
    return len(_foot_lines(canvas, words)) * _leading(canvas.small) + 8


def _foot(canvas: Canvas, words: Words, look: Look) -> list[str]:
    lines = _foot_lines(canvas, words)
    top = canvas.height - canvas.margin // 2 - len(lines) * _leading(canvas.small)
    return [
        _text(text, canvas.margin, top + (at + 0.75) * _leading(canvas.small), canvas.small,
              look.base.muted)
        for at, text in enumerate(lines)
    ]  # fmt: skip


def _key_rows(canvas: Canvas, key: Sequence[Entry]) -> list[list[tuple[Entry, float]]]:
    """The entries in rows, each with where it begins."""
    rows: list[list[tuple[Entry, float]]] = []
    x, edge = 0.0, canvas.width - canvas.margin
    for entry in key:
        width = _drawn(canvas, entry) + text_px(entry.text, canvas.small) + 34
        if not rows or x + width > edge:
            rows.append([])
            x = float(canvas.margin)
        rows[-1].append((entry, x))
        x += width
    return rows


def _drawn(canvas: Canvas, entry: Entry) -> float:
    return entry.width * canvas.small / BOX + 8


def _key_height(canvas: Canvas, key: Sequence[Entry]) -> int:
    return len(_key_rows(canvas, key)) * _leading(canvas.small) + (12 if key else 0)


def _key(canvas: Canvas, words: Words, key: Sequence[Entry], look: Look) -> list[str]:
    found = []
    y = canvas.margin // 2 + _head_height(canvas, words) + 6
    for row in _key_rows(canvas, key):
        for entry, x in row:
            scale = canvas.small / BOX
            found.append(
                f'<g transform="translate({x:.1f} {y + 3}) scale({scale:.3f})">{entry.drawing}</g>'
            )
            left, base = x + _drawn(canvas, entry), y + canvas.small
            found.append(_text(entry.text, left, base, canvas.small, look.base.muted))
        y += _leading(canvas.small)
    return found


def _leading(size: int) -> int:
    return round(size * 1.4)


def _text(text: str, x: float, y: float, size: int, colour: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight}>'
        f"{escape(plain(text))}</text>"
    )


def _broken(text: str, size: int, room: float, most: int) -> list[str]:
    """*text* in at most so many lines of *room* pixels; what is more is cut at a word."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_px(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_cut(line, size, room) for line in lines]


def _cut(line: str, size: int, room: float) -> str:
    most = len(line)
    while most > 4 and text_px(shortened(line, most), size) > room:
        most = int(most * 0.96)
    return shortened(line, most)

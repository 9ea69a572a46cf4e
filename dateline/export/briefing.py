"""Views as slides: one browser draws every picture; each view has its table and its sources."""

from collections.abc import Sequence

from dateline.charts.picture import Canvas, Words, room_for
from dateline.charts.theme import Look
from dateline.export import chromium, slides
from dateline.export.scene import Scene
from dateline.export.scenes import scene
from dateline.export.shown import NONE, Caption, Exported, Progress, Shown, unwatched
from dateline.export.slides import PICTURE_INCHES, ROWS_ON_A_SLIDE, SlideView

# The words stand on the slide itself, so the picture is the chart and its key alone. At the first
# width the smallest type of the chart is 10 points on the slide, at the last 7.5: a chart of many
# lanes, or two charts on one axis, would otherwise be squeezed until lanes run into each other.
CANVASES = tuple(
    Canvas(
        width, round(width * PICTURE_INCHES[1] / PICTURE_INCHES[0]), PICTURE_INCHES[0],
        small=15, margin=8, least=1.0,
    )
    for width in (1240, 1460, 1680)
)  # fmt: skip
CLOSEST = 0.72  # of the height that it has where nothing bounds it, a chart can be read
BEYOND = f"rows beyond the first {ROWS_ON_A_SLIDE} of a view, which is what a slide has room for"
NO_WORDS = Words("", "", "", "")


def pptx(views: Sequence[Shown], progress: Progress) -> Exported:
    """The views as one PowerPoint file."""
    title = views[0].caption.briefing if views else ""
    made = slide_views(views, progress)
    beyond = sum(max(0, len(view.rows) - ROWS_ON_A_SLIDE) for view in made)
    return Exported(slides.deck(made, title), {BEYOND: beyond})


def slide_views(views: Sequence[Shown], progress: Progress = unwatched) -> list[SlideView]:
    """Every view ready for `slides.deck`, with the presenter's name and line where it has them.

    Raises `ToolError` where there is no Chromium to draw the charts.
    """
    scenes = [scene(shown) for shown in views]
    charts = [at for at, found in enumerate(scenes) if found.chart is not None]
    pictures = [scenes[at].picture(canvas_for(scenes[at]), NO_WORDS) for at in charts]
    drawn = chromium.png(pictures, done=lambda done, total: progress(done, total, "pictures"))
    by_view = dict(zip(charts, drawn, strict=True))
    return [
        slide_view(found, by_view.get(at, b""), views[at].caption)
        for at, found in enumerate(scenes)
    ]


def canvas_for(found: Scene) -> Canvas:
    """The smallest canvas, and so the largest type, on which the chart can be read."""
    assert found.chart is not None, "only what has a chart is drawn"
    for canvas in CANVASES:
        room = room_for(canvas, NO_WORDS, found.chart.key(Look()))
        tall = found.chart.draw(Look(scale=canvas.least), room.width).layout.height
        if tall * CLOSEST <= room.height:
            break
    return canvas


def slide_view(found: Scene, picture: bytes, caption: Caption = NONE) -> SlideView:
    """One view with its picture under the name that its presenter gives it, else its own title."""
    words = found.words
    said = [words.title if caption.name else "", words.subtitle]
    return SlideView(
        title=caption.name or words.title,
        subtitle=": ".join(part for part in said if part),
        annotation=caption.line,
        filters=" ".join(part for part in (caption.amiss, words.filters) if part),
        source=words.source,
        rows=found.rows,
        total=found.total,
        picture=picture,
        alt=found.alt,
        sources=found.sources,
    )

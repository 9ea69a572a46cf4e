"""Views as slides: one browser draws every picture; each view has its table and its sources."""

from collections.abc import Sequence

from dateline.charts.picture import Canvas, Words
from dateline.export import chromium, slides
from dateline.export.scenes import Scene, scene
from dateline.export.shown import Exported, Progress, Shown
from dateline.export.slides import PICTURE_INCHES, SlideView

# The words stand on the slide itself, so the picture is the chart and its key alone.
# At this width the smallest type of the chart is 10 points on the slide.
_WIDTH = 1240
CANVAS = Canvas(
    _WIDTH, round(_WIDTH * PICTURE_INCHES[1] / PICTURE_INCHES[0]), PICTURE_INCHES[0],
    small=15, margin=8, least=1.0,
)  # fmt: skip
NO_WORDS = Words("", "", "", "")


def pptx(views: Sequence[Shown], progress: Progress) -> Exported:
    """The views as one PowerPoint file."""
    return Exported(slides.deck(slide_views(views, progress=progress)))


def slide_views(
    views: Sequence[Shown],
    annotations: Sequence[str] = (),
    titles: Sequence[str] = (),
    progress: Progress = lambda _done, _total, _what: None,
) -> list[SlideView]:
    """Every view ready for `slides.deck`, with a presenter's line and title for each where given.

    Raises `ToolError` where there is no Chromium to draw the charts.
    """
    scenes = [scene(shown) for shown in views]
    charts = [at for at, found in enumerate(scenes) if found.draw is not None]
    pictures = [scenes[at].picture(CANVAS, NO_WORDS) for at in charts]
    drawn = chromium.png(pictures, done=lambda done, total: progress(done, total, "pictures"))
    by_view = dict(zip(charts, drawn, strict=True))
    return [
        _slide_view(found, by_view.get(at, b""), _at(annotations, at), _at(titles, at))
        for at, found in enumerate(scenes)
    ]


def _at(texts: Sequence[str], at: int) -> str:
    return texts[at] if at < len(texts) else ""


def _slide_view(found: Scene, picture: bytes, annotation: str, title: str) -> SlideView:
    return SlideView(
        title=title or found.words.title,
        subtitle=found.words.subtitle,
        annotation=annotation,
        filters=found.words.filters,
        source=found.words.source,
        rows=found.rows,
        total=found.total,
        picture=picture,
        alt=found.alt,
        sources=found.sources,
    )

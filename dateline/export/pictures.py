"""Views as pictures of their own: PNG at twice the pixels, SVG and PDF in vectors."""

from dateline.export import chromium
from dateline.export.scenes import as_picture
from dateline.export.shown import Exported, Progress, Shown


def png(shown: Shown, progress: Progress) -> Exported:
    """The whole view as PNG, two dots for a pixel."""
    return _only(chromium.png([as_picture(shown)], done=_said(progress)))


def svg(shown: Shown, progress: Progress) -> Exported:
    """The whole view as SVG, with its font in it."""
    return _only(chromium.svg([as_picture(shown)], done=_said(progress)))


def pdf(shown: Shown, progress: Progress) -> Exported:
    """The whole view as a PDF of one page in vectors."""
    return _only(chromium.pdf([as_picture(shown)], done=_said(progress)))


def _said(progress: Progress) -> chromium.Done:
    return lambda done, total: progress(done, total, "pictures")


def _only(files: list[bytes]) -> Exported:
    [content] = files
    return Exported(content)

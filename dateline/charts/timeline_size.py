"""The measures of a timeline: type, marks, rows and margins, from the width there is."""

import math
from dataclasses import dataclass

from dateline.charts.theme import Look

NARROW_PX = 900  # below this, lane names stand above their bands
ARROW_PX = 34
ROW_PX = 22.5
LETTERS = 0.9  # of a type size: from the top of an l to the bottom of a p


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of one drawing, in pixels."""

    font: int
    mark: int
    row: float
    left: int  # room for lane names beside the bands
    head: int  # room for lane names above the bands
    top: int
    bottom: int
    plot: float
    axis: float  # the part of the plot that has days; labels may reach beyond it
    is_narrow: bool


def chart_size(look: Look, width: int) -> Size:
    is_narrow = width < NARROW_PX
    left = look.px(8) if is_narrow else look.px(150)
    plot = float(max(240, width - left - look.px(8)))
    return Size(
        font=look.text(15),
        mark=look.px(14),
        row=look.px(ROW_PX),
        left=left,
        head=look.px(24) if is_narrow else 0,
        top=max(look.px(46), math.ceil(3.5 * look.text(13))),  # ticks, and the chosen day above
        bottom=look.px(6),
        plot=plot,
        axis=plot - max(ARROW_PX + 12, min(look.px(170), plot * 0.13)),
        is_narrow=is_narrow,
    )

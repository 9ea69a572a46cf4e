"""The measures of the chart of claims: type, marks and margins, from the width there is."""

from dataclasses import dataclass

from dateline.charts.theme import Look

NARROW_PX = 900
LEAST_HEIGHT = 120  # of the part above zero, however many deny


@dataclass(frozen=True, slots=True)
class Measures:
    font: int
    mark: int
    left: int
    right: int
    top: int
    bottom: int
    plot: float
    height: float
    row: float
    is_narrow: bool


def chart_measures(look: Look, width: int) -> Measures:
    is_narrow = width < NARROW_PX
    left, right = look.px(52 if is_narrow else 66), look.px(8)
    return Measures(
        font=look.text(15),
        mark=look.px(15),
        left=left,
        right=right,
        top=look.px(20),  # room for a line of type above the axis
        bottom=look.px(20) + look.text(14),
        plot=float(max(200, width - left - right)),
        height=float(look.px(350 if is_narrow else 360)),
        row=look.px(26),
        is_narrow=is_narrow,
    )

"""Marks of the timeline with their bars, arrows and signs of dispute, as Plotly draws them."""

from dateline.charts import spec
from dateline.charts.spec import Spec
from dateline.charts.theme import FAMILY_SHAPES, Look, tint
from dateline.charts.timeline_parts import Certainty, Dispute, Mark, Plan
from dateline.charts.timeline_size import ARROW_PX
from dateline.views.families import FAMILY_NAMES, Family


def bar(mark: Mark, look: Look) -> list[Spec]:
    """Dotted where one day of several is meant, solid where all are."""
    colour, half, cap = look.family(mark.family), look.px(5), look.px(8)
    corners = (mark.left, mark.y - half), (mark.right, mark.y + half)
    if mark.right - mark.left < look.px(12):  # it would hide behind its own mark
        return []
    match mark.certainty:
        case Certainty.STRETCH:
            return [spec.box(*corners, tint(colour, 0.45))]
        case Certainty.DOUBT:
            outline = {"color": colour, "width": 1.4, "dash": "dot"}
            ends = [
                spec.line((x, mark.y - cap), (x, mark.y + cap), colour, width=2, layer="above")
                for x in (mark.left, mark.right)
            ]
            return [spec.box(*corners, tint(colour, 0.14), line=outline), *ends]
        case _:
            return []


def arrows(mark: Mark, look: Look) -> list[Spec]:
    """An open end: a shaft that leaves the mark and ends in a head."""
    found = []
    for is_open, side, x in ((mark.opens_left, -1, mark.left), (mark.opens_right, 1, mark.right)):
        if is_open and mark.certainty is not Certainty.UNDATED:
            found.append(
                {
                    "xref": "x", "yref": "y", "x": x + side * (ARROW_PX + look.px(4)), "y": mark.y,
                    "axref": "x", "ayref": "y", "ax": x, "ay": mark.y, "text": "",
                    "showarrow": True, "arrowhead": 2, "arrowsize": 1, "arrowwidth": 2.4,
                    "arrowcolor": look.family(mark.family),
                }
            )  # fmt: skip
    return found


def mark_points(planned: Plan, look: Look) -> list[Spec]:
    """One trace per family and way of drawing."""
    base = look.base
    alike: dict[tuple[str, bool, bool], list[Mark]] = {}
    for mark in planned.marks:
        is_filled = mark.certainty in (Certainty.EXACT, Certainty.STRETCH)
        alike.setdefault((mark.family, is_filled, mark.is_planned), []).append(mark)
    traces = []
    for (family, is_filled, is_planned), marks in alike.items():
        colour, shape = look.family(family), FAMILY_SHAPES[Family(family)].plotly
        fill, edge, width = (colour, base.ground, 1.0) if is_filled else (base.ground, colour, 2.2)
        if is_planned:  # said to come, not to have come
            fill, edge, width = tint(colour, 0.22), colour, 2.2
        bigger = 2 if shape.startswith(("triangle", "diamond", "star")) else 0
        traces.append(
            points_of(FAMILY_NAMES[Family(family)], marks)
            | {
                "marker": {
                    "symbol": shape, "size": planned.size.mark + bigger, "color": fill,
                    "opacity": 1, "line": {"color": edge, "width": width},
                }
            }
        )  # fmt: skip
    return traces


def points_of(name: str, marks: list[Mark]) -> Spec:
    return spec.points(name, [mark.x for mark in marks], [mark.y for mark in marks])


def disputes(planned: Plan, look: Look) -> list[Spec]:
    """At the shoulders of a contested mark both sides, a plus and a cross; a mark that is denied
    and that nobody stands by is struck through."""
    shift = planned.size.mark * 0.62
    contested = [mark for mark in planned.marks if mark.dispute is Dispute.CONTESTED]
    denied = [mark for mark in planned.marks if mark.dispute is Dispute.DENIED]
    line = {"color": look.base.ground, "width": 1}
    small = {"size": look.px(8), "color": look.base.ink, "opacity": 1, "line": line}
    stroke = {
        "symbol": "line-ne", "size": planned.size.mark * 1.5, "opacity": 1,
        "color": look.base.ink, "line": {"color": look.base.ink, "width": 2.4},
    }  # fmt: skip
    return [
        _shifted("affirmed", contested, -shift) | {"marker": small | {"symbol": "cross"}},
        _shifted("disputed", contested, shift) | {"marker": small | {"symbol": "x"}},
        points_of("denied", denied) | {"marker": stroke},
    ]


def _shifted(name: str, marks: list[Mark], shift: float) -> Spec:
    ys = [mark.y - abs(shift) for mark in marks]
    return spec.points(name, [mark.x + shift for mark in marks], ys)

"""Planned claims as the plain dictionaries that Plotly takes, for every chart that has claims."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.charts import spec
from dateline.charts.claim_plan import SHAFT_PX, Claim
from dateline.charts.escape import safe, wrapped
from dateline.charts.spec import Spec
from dateline.charts.theme import CIRCLE, STATE_SHAPES, Look, tint
from dateline.views.choices import STATE_NAMES
from dateline.views.days import day_text

INCREMENT = "cross"  # Plotly's name for a plus


def shapes(claims: Sequence[Claim], colours: Mapping[str, str], look: Look) -> list[Spec]:
    """Bars of ranges, lengths of amounts, days in doubt, and leader lines."""
    found: list[Spec] = []
    for claim in claims:
        colour = colours[claim.group]
        found += [*_doubt(claim, colour, look), *_length(claim, colour, look)]
        found += [*_range(claim, colour, look), *_leader(claim, look)]
    return found


def notes(claims: Sequence[Claim], colours: Mapping[str, str], look: Look) -> list[Spec]:
    """Arrows and labels."""
    found: list[Spec] = []
    for claim in claims:
        colour = colours[claim.group]
        found += [*_arrow(claim, colour, look), *_open_days(claim, colour, look)]
        found += _label(claim, look)
    return found


def _range(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """A claim with two ends: a capped bar without a middle, since none was claimed."""
    if not claim.is_range:
        return []
    half, cap = look.px(5), look.px(10)
    fill = look.base.ground if claim.is_hollow else colour
    corners = (claim.x - half, claim.y_high), (claim.x + half, claim.y_low)
    caps = [
        spec.line((claim.x - cap, at), (claim.x + cap, at), colour, width=3, layer="above")
        for at in (claim.y_low, claim.y_high)
    ]
    return [spec.box(*corners, fill, line={"color": colour, "width": 2.4}), *caps]


def _length(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """An amount that is no total. A part fills its share of a bar as high as its whole; an
    increment stands on an open bracket, because what it comes on top of has no number here."""
    x, base, foot = claim.x, claim.y_axis, look.px(7)
    found: list[Spec] = []
    if claim.y_whole is not None:
        half = look.px(6)
        outline = {"color": colour, "width": 1.4}
        whole = (x - half, claim.y_whole), (x + half, base)
        part = (x - half, claim.y), (x + half, base)
        found.append(spec.box(*whole, look.base.ground, line=outline, layer="below"))
        found.append(spec.box(*part, tint(colour, 0.45), layer="below"))
    if claim.is_increment:
        found.append(spec.line((x, claim.y), (x, base), colour, width=1.6, dash="dot"))
        found += [
            spec.line((x - foot, base - 1), (x + foot, base - 1), colour, width=2.4),
            spec.line((x - foot, base - 1), (x - foot, base - foot), colour, width=2.4),
            spec.line((x + foot, base - 1), (x + foot, base - foot), colour, width=2.4),
        ]
    return found


def _doubt(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """The days of which one is meant: a dotted bar with a cap at each end that is known."""
    spot = claim.spot
    if spot.left == spot.right:
        return []
    half, cap = look.px(4), look.px(7)
    outline = {"color": colour, "width": 1.2, "dash": "dot"}
    corners = (spot.left, claim.y - half), (spot.right, claim.y + half)
    ends = [
        spec.line((x, claim.y - cap), (x, claim.y + cap), colour, width=1.8)
        for x, is_open in ((spot.left, spot.opens_left), (spot.right, spot.opens_right))
        if not is_open
    ]
    return [spec.box(*corners, tint(colour, 0.1), line=outline, layer="below"), *ends]


def _open_days(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """A shaft to the side on which the days have no end."""
    spot = claim.spot
    return [
        _shaft(claim.x, claim.y, colour, ax=-side * (SHAFT_PX - look.px(9)), xshift=side * SHAFT_PX)
        for is_open, side in ((spot.opens_left, -1), (spot.opens_right, 1))
        if is_open
    ]


def _arrow(claim: Claim, colour: str, look: Look) -> list[Spec]:
    """An open bound: a shaft that leaves the mark, up for at least, down for at most."""
    up = int(claim.points_up) - int(claim.points_down)
    if not up:
        return []
    at = claim.y_high if up > 0 else claim.y_low
    away, long = SHAFT_PX + look.px(2), SHAFT_PX - look.px(9)
    return [_shaft(claim.x, at, colour, ay=up * long, yshift=up * away)]


def _shaft(x: float, y: float, colour: str, **more: float) -> Spec:
    return {
        "x": x, "y": y, "xref": "x", "yref": "y", "ax": 0, "ay": 0, "text": "", "showarrow": True,
        "arrowhead": 2, "arrowsize": 1, "arrowwidth": 2.4, "arrowcolor": colour,
    } | more  # fmt: skip


def _leader(claim: Claim, look: Look) -> list[Spec]:
    if not claim.callout or not claim.callout.leader:
        return []
    return [spec.line((claim.x, claim.y), claim.callout.leader, look.base.muted)]


def _label(claim: Claim, look: Look) -> list[Spec]:
    if claim.callout is None or claim.label is None:
        return []
    box, label = claim.callout.box, claim.label
    text = f"<b>{safe(label.figure)}</b> {safe(label.name)}"
    y = box.middle[1]
    found = spec.note(look, box.left + 2, y, text, size=15, colour=look.base.ink, xanchor="left")
    found["font"]["shadow"] = look.halo()
    return [found | {"borderpad": 0}]


def marks(
    claims: Sequence[Claim], colours: Mapping[str, str], look: Look, size: float
) -> list[Spec]:
    """Filled marks, hollow ones, and the plus of increments; a range is a bar already."""
    single = [claim for claim in claims if not claim.is_range]
    traces = []
    for is_hollow in (False, True):
        alike = [c for c in single if c.is_hollow is is_hollow]
        shapes = [
            INCREMENT if c.is_increment else STATE_SHAPES.get(c.state, CIRCLE).plotly for c in alike
        ]
        edges = [colours[c.group] if is_hollow else look.base.ground for c in alike]
        fills = [look.base.ground if is_hollow else colours[c.group] for c in alike]
        traces.append(
            spec.points("claims", [c.x for c in alike], [c.y for c in alike])
            | {
                "marker": {
                    "symbol": shapes, "color": fills, "opacity": 1,
                    "size": [size if shape == "circle" else size + 3 for shape in shapes],
                    "line": {"color": edges, "width": 2.6 if is_hollow else 1.2},
                }
            }
        )  # fmt: skip
    return traces


Hit = tuple[tuple[float, float], list[str], str]


def hits(claims: Iterable[Claim]) -> list[Hit]:
    """Places that can be clicked, with what they choose: marks, ends of bars, labels."""
    found: list[Hit] = []
    for claim in claims:
        places = [(claim.x, claim.y)]
        if claim.is_range:
            places += [(claim.x, claim.y_low), (claim.x, claim.y_high)]
        if claim.callout:
            box = claim.callout.box
            places += [(x, box.middle[1]) for x in spec.along(box.left + 10, box.right)]
        said = hover(claim)
        found += [(place, ["claim", claim.estimate_id], said) for place in places]
    return found


def hover(claim: Claim) -> str:
    state = STATE_NAMES[claim.state].lower()
    what = [state, str(claim.stance)]
    what += ["on top of what was counted before"] * claim.is_increment
    what += ["a part of a whole"] * claim.is_part
    return (
        f"<b>{safe(claim.claimant)}</b>: {wrapped(claim.phrase)}<br>"
        f"{safe(' · '.join(what))}<br>reported {day_text(claim.reported)}"
    )

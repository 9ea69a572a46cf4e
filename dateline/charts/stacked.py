"""Two figures as one, the second below the first, for what holds a single picture.

Each keeps its pixels: its own axes, its own margins and its own room.
"""

from typing import Any

import plotly.graph_objects as go

from dateline.charts import spec
from dateline.charts.linked import GAP


def stacked(upper: go.Figure, lower: go.Figure, width: int) -> go.Figure:
    """*upper* above *lower*, both *width* pixels wide; their points tell what they told alone."""
    above, below = (figure.to_plotly_json() for figure in (upper, lower))
    heights = [float(part["layout"]["height"]) for part in (above, below)]
    whole = sum(heights) + GAP
    floors = [heights[1] + GAP, 0.0]
    layout: dict[str, Any] = {
        **above["layout"],
        "height": round(whole),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "shapes": [],
        "annotations": [],
    }
    data: list[dict[str, Any]] = []
    for part, number, height, floor in zip((above, below), ("", "2"), heights, floors, strict=True):
        margin = part["layout"]["margin"]
        layout[f"xaxis{number}"] = part["layout"]["xaxis"] | {
            "anchor": f"y{number}",
            "domain": [margin["l"] / width, 1 - margin["r"] / width],
        }
        layout[f"yaxis{number}"] = part["layout"]["yaxis"] | {
            "anchor": f"x{number}",
            "domain": [(floor + margin["b"]) / whole, (floor + height - margin["t"]) / whole],
        }
        data += [trace | {"xaxis": f"x{number}", "yaxis": f"y{number}"} for trace in part["data"]]
        for kind in ("shapes", "annotations"):
            layout[kind] += [_moved(item, number) for item in part["layout"].get(kind, ())]
    return spec.figure(data, layout)


def _moved(item: dict[str, Any], number: str) -> dict[str, Any]:
    """A shape or a note on the axes of its part; "paper" is the plot of a figure that is alone."""
    found = dict(item)
    for letter in "xy":
        domain = " domain" if item[f"{letter}ref"] == "paper" else ""
        found[f"{letter}ref"] = f"{letter}{number}{domain}"
    return found

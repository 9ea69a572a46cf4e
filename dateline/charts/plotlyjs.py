"""The script that draws figures in a browser, and figures as it is given them over a wire."""

from typing import Any

import plotly.offline
from plotly.io.json import to_json_plotly


def source() -> str:
    """plotly.js, minified, of the version that the figures are made for."""
    return str(plotly.offline.get_plotlyjs())


def packed(figure: Any) -> str:
    """*figure* as JSON, with what its points say when pointed at once for all that say the same.

    The points under a bar and its label repeat it many times: most of a figure would be that. A
    list of them stands as ``{"said": texts, "at": places in texts}``.
    """
    whole = figure.to_dict()
    for trace in whole["data"]:
        texts = trace.get("hovertext")
        if isinstance(texts, list | tuple):
            said = {text: at for at, text in enumerate(dict.fromkeys(texts))}
            trace["hovertext"] = {"said": list(said), "at": [said[text] for text in texts]}
    return str(to_json_plotly(whole))

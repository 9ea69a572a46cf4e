"""The script that draws figures in a browser, as text, for pages that stand alone."""

import plotly.offline


def source() -> str:
    """plotly.js, minified, of the version that the figures are made for."""
    return str(plotly.offline.get_plotlyjs())

"""The one door for text into a Plotly figure, and into XML.

Plotly reads titles, ticks, annotations, point labels and hovers as its own HTML: a headline with
`<a href>` would become a live link, one with a style could fetch an address. Quotes are left alone,
because Plotly shows `&quot;` as it stands. Its pictures are SVG, so what XML forbids is made
visible.
"""

import html
import re
import textwrap

from dateline.views.visible import visible

# XML 1.0, production 2 (Char), turned around; FFFE and FFFF are no characters.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
INSTEAD = "\ufffd"


def plain(text: str) -> str:
    """*text* with U+FFFD for every character that an XML file may not hold.

    Those are control characters, and halves of surrogate pairs, which UTF-8 cannot write either.
    """
    return _FORBIDDEN.sub(INSTEAD, text)


def safe(text: str) -> str:
    """*text* as Plotly has to be given it to show just that."""
    return html.escape(plain(visible(text).replace("\n", " ")), quote=False)


def wrapped(text: str, width: int = 46, lines: int = 2) -> str:
    """*text* broken into at most *lines* lines."""
    found = textwrap.wrap(text, width)
    if len(found) > lines:
        found = [*found[: lines - 1], found[lines - 1][: width - 1].rstrip() + "…"]
    return "<br>".join(safe(line) for line in found)


def shortened(text: str, most: int) -> str:
    """*text* cut at a word so that it has at most *most* characters, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    ends_a_word = text[most - 1] == " " or " " not in cut[most // 2 :]
    at_word = cut if ends_a_word else cut.rsplit(" ", 1)[0]
    return at_word.rstrip(" ,;:–-") + "…"

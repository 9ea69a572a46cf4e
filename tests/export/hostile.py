"""A story whose texts do what texts should not: formulas, markup, control characters, turns."""

import pandas as pd

from dateline.views.story import Story
from tests.golden import story as golden

FORMULA = '=HYPERLINK("http://x.example","y")'
MARKUP = (
    "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
)
CONTROL = "bell \x07 escape \x1b[31m null \x00 not a character \uffff"
DIRECTION = "\u202egnihtemos\u202c \u200f\u0633\u0644\u0627\u0645"
LATEX = r"\input{/etc/passwd} 100% & $x_1$ {#} ~^"
TEXTS = (FORMULA, MARKUP, CONTROL, DIRECTION, LATEX, "@sum", "-1+1", "+1", "\t=1+1", "a\nb\rc")


def story() -> Story:
    """The golden story with such a title on every event, article and mention."""
    frames = {table.table_name(): frame.copy() for table, frame in golden.tables().items()}
    for name, columns in (
        ("events", ("title", "place")),
        ("mentions", ("title", "sentence")),
        ("articles", ("title", "publisher", "url", "basis_note")),
        ("estimates", ("phrase", "sentence")),
        ("actors", ("name",)),
    ):
        frame = frames[name]
        for column in columns:
            texts = [TEXTS[at % len(TEXTS)] for at in range(len(frame))]
            frame[column] = pd.Series(texts, index=frame.index, dtype="str")
    frames["events"]["plover"] = "CONSULT"
    return Story(**frames)

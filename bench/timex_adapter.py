"""Our readings in the form that TIMEX3 scorers take: ``tag(text, dct)``."""

from datetime import date

from dateline.extract.timex import read_dates


def tag(text: str, dct: str) -> list[tuple[int, int, str, str]]:
    """Every TIMEX3 expression of *text* as (start, end, type, value)."""
    published = date.fromisoformat(dct)
    return [
        (timex.start, timex.end, timex.kind, timex.value)
        for reading in read_dates(text, published)
        for timex in reading.timexes
    ]

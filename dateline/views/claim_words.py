"""A claim's number as it is printed: with the sign of its bound, in words, in its unit."""

import pandas as pd

from dateline.model import Bound
from dateline.views.days import as_day, day_text, span_text

NO_NUMBER = "no number"

SIGNS = {
    "approximate": "≈ ",
    "at_least": "≥ ",
    "more_than": "> ",
    "at_most": "≤ ",
    "less_than": "< ",
}
BOUND_WORDS = {
    "approximate": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
BOUND_NAMES = {
    "exact": "exactly this number",
    "approximate": "about this number",
    "at_least": "this or more",
    "more_than": "more than this",
    "at_most": "this or less",
    "less_than": "less than this",
    "between": "from low to high",
    "vague": "no number given",
}
SHARE, RATIO = "share", "ratio"


def figure_text(claim: dict[str, object]) -> str:
    """A claim's number with the sign of its bound: ≥ 1,500, ≈ 12,000, 10,000–12,000, + 10,000."""
    low, high, bound = claim["low"], claim["high"], str(claim["bound"])
    unit = str(claim.get("unit", ""))
    plus = "+ " if claim.get("is_increment") else ""
    whole = _whole(claim.get("part_of"), unit)
    if pd.isna(low) and pd.isna(high):
        return NO_NUMBER
    if bound == Bound.BETWEEN:
        return f"{plus}{number(low, unit)}–{number(high, unit)}{whole}"
    value = number(high if pd.isna(low) else low, unit)
    return f"{plus}{SIGNS.get(bound, '')}{value}{whole}"


def figure_words(claim: dict[str, object]) -> str:
    """The same in words, for a heading: at least 1,500."""
    low, high, bound = claim["low"], claim["high"], str(claim["bound"])
    unit = str(claim.get("unit", ""))
    more = " more" if claim.get("is_increment") else ""
    whole = _whole(claim.get("part_of"), unit)
    if pd.isna(low) and pd.isna(high):
        return "No number given"
    if bound == Bound.BETWEEN:
        return f"{number(low, unit)} to {number(high, unit)}{more}{whole}"
    value = number(high if pd.isna(low) else low, unit)
    words = f"{BOUND_WORDS.get(bound, '')}{value}{more}{whole}"
    return words[0].upper() + words[1:]


def _whole(part_of: object, unit: str) -> str:
    return "" if part_of is None or pd.isna(part_of) else f" of {number(part_of, unit)}"


def number(value: object, unit: str = "") -> str:
    """A count with thousands separated, a share in per cent, a ratio to one.

    A fraction keeps the digits that it was stated with.
    """
    amount = float(str(value))
    if unit == SHARE:
        return f"{_digits(round(amount * 100, 1))}%"
    return f"{_digits(amount)}:1" if unit == RATIO else _digits(amount)


def _digits(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.3f}".rstrip("0")


def reported_text(value: object) -> str:
    day = as_day(value)
    return day_text(day) if day else ""


def spoken_text(first: object, last: object) -> str:
    """The days that a figure speaks of, in words; empty where it speaks of none."""
    start, end = as_day(first), as_day(last)
    if start and end:
        return span_text(start, end)
    if end:
        return f"until {day_text(end)}"
    return f"from {day_text(start)}" if start else ""

"""What a run of digits states, however its thousands are grouped: "1,500", "1 500", "1.500.000"."""

import re
from typing import Final

_SPACES: Final = "\u00a0\u202f\u2009"
# "1,500", "1,00,000" as Indian papers group it, "1 500" with a no-break space, "1.500.000".
_GROUPED: Final = re.compile(
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}|[0-9]{{1,2}}(?:,[0-9]{{2}}){{1,4}},[0-9]{{3}}"
    rf"|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,4}}|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,4}}"
)
_PLAIN: Final = re.compile(r"[0-9]{1,15}")
_DECIMAL: Final = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})\.[0-9]{1,15}")
# "1,5 million", as much of Europe writes it.
_COMMA_DECIMAL: Final = re.compile(r"[0-9]{1,3},[0-9]{1,2}")


def digits_value(digits: str, scaled: bool) -> float | None:
    """What *digits* state; a dot before three digits groups them unless a scale follows.

    "1.500 soldiers" can only be fifteen hundred, since nobody counts half a soldier to three
    places, whereas "1.500 million" is one and a half.
    """
    if _PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits):
        return float(re.sub(rf"[,.{_SPACES}]", "", digits))
    if scaled and _COMMA_DECIMAL.fullmatch(digits):
        return float(digits.replace(",", "."))
    if _DECIMAL.fullmatch(digits):
        if not scaled and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits):
            return float(digits.replace(".", ""))
        return float(digits.replace(",", ""))
    return None


def is_whole(digits: str, value: float) -> bool:
    """Whether *digits* can count: neither "1.5" nor "20.00", but "1.500" for fifteen hundred."""
    return _DECIMAL.fullmatch(digits) is None or value == float(digits.replace(".", ""))

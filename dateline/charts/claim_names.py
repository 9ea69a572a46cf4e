"""Names of claimants in few letters, for marks that have no room for the whole."""

from dateline.charts.escape import shortened

SHORT_CHARS = 14
_COMPASS = {"North": "N.", "South": "S.", "East": "E.", "West": "W."}


def short_name(name: str) -> str:
    """S. Korea, US; of several names the first, with the number of the others."""
    first, *others = name.split(", ")
    more = f" +{len(others)}" if others else ""
    words = first.split()
    if len(words) > 1 and words[0] in _COMPASS:
        return f"{_COMPASS[words[0]]} {shortened(' '.join(words[1:]), SHORT_CHARS)}{more}"
    if len(words) > 1 and words[0] == "United":
        return "".join(word[0] for word in words if word[0].isupper()) + more
    return shortened(first, SHORT_CHARS) + more

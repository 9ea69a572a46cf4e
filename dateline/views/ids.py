"""Lists of ids in one cell, and names turned into words that an address can hold."""

import re
import unicodedata


def split(cell: str) -> list[str]:
    """The ids of a ';'-joined cell, in order."""
    return [part for part in (piece.strip() for piece in cell.split(";")) if part]


def slug(name: str) -> str:
    """*name* in lower-case letters, digits and hyphens: what stands for it in a URL."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "unnamed"

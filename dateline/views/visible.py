"""Characters that would make a reader see something else than what stands there.

An override or an embedding turns the order of the letters around, its own and those of whatever
the page says behind it: a name could make "denied" read as something else. Marks that only help a
right-to-left word to its place, and joiners, do no such thing and stay.
"""

REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SHOWN = {
    ord(letter): f"\N{LEFT CEILING}U+{ord(letter):04X}\N{RIGHT CEILING}" for letter in REORDERING
}


def visible(text: str) -> str:
    """*text* for the screen, with such characters named in place of being obeyed."""
    return text.translate(_SHOWN)

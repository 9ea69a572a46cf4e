"""How wide text is in the font that Streamlit ships, to place labels without a browser.

The numbers are the advance widths of Source Sans in thousandths of the type size, read from the
font itself; a browser in the tests checks that they are still true.
"""

# Characters that share a width, in weight 400.
_REGULAR = {
    200: " ", 241: "|", 246: "i", 247: "j", 249: "',.:;·‘’", 255: "l", 263: "I", 289: "!", 292: "f",
    303: "()[]{}", 311: "-", 338: "t", 347: "r", 350: "/\\", 418: "*", 419: "s", 425: "?z",
    426: '"“”', 446: "x", 456: "c", 467: "vy", 476: "Y", 479: "J", 480: "–", 486: "L", 494: "F",
    495: "k", 496: "eé", 497: "#$+0123456789<=>^~≈≥≤×−", 500: "_", 504: "ag", 513: "X", 515: "V",
    527: "E", 534: "S", 536: "T", 539: "Z", 542: "`o", 543: "A", 544: "hu", 547: "n", 553: "b",
    555: "dpq", 566: "P", 569: "R", 571: "C", 579: "K", 588: "B", 609: "&", 615: "D", 617: "G",
    619: "→←", 645: "U", 647: "N", 652: "H", 664: "OQ", 719: "w", 727: "M", 786: "W", 800: "—",
    824: "%", 829: "m", 847: "@", 948: "…",
}  # fmt: skip
_WIDTH = {char: width for width, chars in _REGULAR.items() for char in chars}
_UNKNOWN, _WIDE = 620, 1050  # a letter of another alphabet; an ideograph or the like
# Bold is wider by 2 to 20 % a letter and by 6 at most over words; measured over English headlines.
_BOLD = 1.075


def text_px(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of *text*, never less than a browser makes it by more than a pixel."""
    units = sum(_WIDTH.get(char, _WIDE if char > "\u2e80" else _UNKNOWN) for char in text)
    return units / 1000 * size * (_BOLD if bold else 1.0)

"""How wide text is in the font that Streamlit ships, to place labels without a browser.

The numbers are the advance widths of Source Sans in thousandths of the type size, read from the
font itself; a browser in the tests checks that they are still true.
"""

# Characters that share a width, in weight 400 and in weight 700.
_REGULAR = {
    200: " ", 241: "|", 246: "i", 247: "j", 249: "',.:;‘’·", 255: "l", 263: "I", 289: "!",
    292: "f", 303: "()[]{}", 311: "-", 338: "t", 347: "r", 350: "/\\", 418: "*", 419: "s",
    425: "?z", 426: '"“”', 446: "x", 456: "cç", 467: "vy", 476: "Y", 479: "J", 480: "–", 486: "L",
    494: "F", 495: "k", 496: "eéè", 497: "#$+0123456789<=>^~≈≥≤×−", 500: "_", 504: "agä", 513: "X",
    515: "V", 527: "E", 534: "S", 536: "T", 539: "Z", 542: "`oö", 543: "A", 544: "huü", 547: "nñ",
    553: "b", 555: "dpq", 566: "P", 569: "R", 571: "C", 579: "K", 588: "B", 609: "&", 615: "D",
    617: "G", 619: "→←", 645: "U", 647: "N", 652: "H", 664: "OQ", 719: "w", 727: "M", 786: "W",
    800: "—", 824: "%", 829: "m", 847: "@", 948: "…",
}  # fmt: skip
_BOLD = {
    200: " ", 268: "|", 276: "i", 278: "j", 286: "l", 300: "',.:;‘’·", 301: "I", 332: "-",
    339: "/\\", 340: "!", 341: "f", 344: "()[]{}", 383: "t", 398: "r", 443: "s", 457: "*",
    460: "z", 463: "?", 467: "ç", 468: "c", 480: "–", 500: "_", 509: "J", 514: "x", 518: "Leéè",
    521: "y", 523: "v", 524: "F", 525: "Y", 527: "aä", 528: "#$+0123456789<=>^~≈≥≤×−", 534: "g",
    537: '"“”', 541: "Z", 548: "Ek", 555: "`oö", 556: "STV", 567: "X", 568: "uü", 571: "h",
    572: "nñ", 573: "Abdpq", 582: "C", 596: "P", 605: "B", 613: "R", 614: "K", 617: "→←", 635: "D",
    638: "G", 665: "NU", 667: "&", 674: "H", 684: "OQ", 762: "M", 776: "w", 800: "—", 813: "W",
    857: "%m", 902: "@", 978: "…",
}  # fmt: skip
_UNKNOWN, _WIDE = 620, 1050  # a letter of another alphabet; an ideograph or the like


def _by_character(grouped: dict[int, str]) -> dict[str, int]:
    return {char: width for width, chars in grouped.items() for char in chars}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def text_px(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of *text*; pairs that the font sets closer are not looked at."""
    widths = _WIDTHS[bold]
    units = sum(widths.get(char, _WIDE if char > "\u2e80" else _UNKNOWN) for char in text)
    return units / 1000 * size

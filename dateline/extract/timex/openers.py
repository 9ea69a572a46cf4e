"""The words and digits that a rule's pattern can open with.

Rules are tried only where one of their openers stands, so that a text without dates costs a single
scan. Openers are read off the pattern, never declared: a rule cannot be forgotten here.
"""

import re
from functools import cache

from dateline.extract.timex.words import CLASS_OPENERS

DIGIT, QUOTE = "0", "'"
_ITEM = re.compile(
    r"\{(?P<cls>[a-z]+2?)\}|\((?P<group>\?P<[a-z0-9]+>|\?:|\?-i:|\?=|\?!|\?<=|\?<!)|(?P<back>\(\?P=[a-z]+\))"
    r"|\[(?P<set>[^\]]{1,200})\]|\\(?P<escape>.)|(?P<word>[A-Za-z]+)|(?P<other>.)",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"\?|\{[0-9]+(?:,[0-9]+)?\}")


@cache
def openers(pattern: str) -> frozenset[str]:
    """Lower-case words, `DIGIT` or `QUOTE` that can stand first in what *pattern* matches."""
    found, _, _ = _alternatives(pattern, 0)
    return frozenset(found)


def _alternatives(pattern: str, position: int) -> tuple[set[str], bool, int]:
    """Openers of an alternation, whether it can be empty, and where it ends."""
    found: set[str] = set()
    empty = False
    while True:
        branch, branch_empty, position = _sequence(pattern, position)
        found |= branch
        empty |= branch_empty
        if position >= len(pattern) or pattern[position] == ")":
            return found, empty, position
        position += 1  # past the bar


def _sequence(pattern: str, position: int) -> tuple[set[str], bool, int]:
    found: set[str] = set()
    open_still = True
    while position < len(pattern) and pattern[position] not in "|)":
        item = _ITEM.match(pattern, position)
        assert item is not None
        first, empty, position = _item(pattern, item)
        optional = _QUANTIFIER.match(pattern, position)
        if optional:
            position = optional.end()
            empty |= optional[0] == "?"
        if open_still:
            found |= first
            open_still = empty
    return found, open_still, position


def _item(pattern: str, item: re.Match[str]) -> tuple[set[str], bool, int]:
    if cls := item["cls"]:
        return set(CLASS_OPENERS[cls]), cls == "end", item.end()
    if group := item["group"]:
        found, empty, position = _alternatives(pattern, item.end())
        if group in ("?=", "?!", "?<=", "?<!"):
            return set(), True, position + 1
        return found, empty, position + 1
    if item["set"]:
        return _of_characters(item["set"]), False, item.end()
    if word := item["word"]:
        if pattern[item.end() : item.end() + 1] == "?" and len(word) > 1:
            both = {word.lower(), word[:-1].lower()}  # the mark makes the last letter optional
            return both, False, item.end() - 1
        return {word.lower()}, False, item.end()
    return {DIGIT} if item[0].isdigit() else set(), False, item.end()


def _of_characters(characters: str) -> set[str]:
    found = set()
    if "0-9" in characters or characters[:1].isdigit():
        found.add(DIGIT)
    if "'" in characters or "\u2019" in characters:
        found.add(QUOTE)
    return found

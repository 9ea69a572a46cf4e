"""What the words around a date say: its direction in time, or that it is no date at all.

Only a few words on either side are looked at, so the work per date is bounded.
"""

import re
from enum import Enum

from dateline import lexicon

_TOKEN = re.compile(
    r"[A-Za-z]+(?:['\u2019][A-Za-z]+)?|[0-9]+(?:[.,][0-9]+){0,4}|\n[ \t]*\n|[^\sA-Za-z0-9]"
)
_LISTS = lexicon.table("dates_words")["cues"]
CUES: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _LISTS.items()}
_FUTURE, _PAST, _TOWARD = CUES["future"], CUES["past"], CUES["toward"]
_MODALS = CUES["modals"]
_TO_COME = {
    ("is", "to"), ("are", "to"), ("was", "to"), ("were", "to"), ("to", "be"), ("have", "to"),
    ("has", "to"),
}  # fmt: skip
_ABLE = {"not", "see", "hear", "only", "hardly", "barely"}
_BEFORE_ADJECTIVE = {"a", "an", "the", "behind", "of", "with", "for", "in", "from", "its", "their"}
_STOPS = frozenset(".!?;")


class Direction(Enum):
    """Which way from the publication day the words around a date point."""

    PAST = -1
    NONE = 0
    FUTURE = 1


def tokens_before(text: str, start: int, reach: int = 24) -> list[str]:
    """The last words and marks before *start*; the first may be the tail of a longer one."""
    return _TOKEN.findall(text[max(0, start - reach) : start])


def tokens_after(text: str, end: int, reach: int = 24) -> list[str]:
    """The first words and marks after *end*."""
    return _TOKEN.findall(text[end : end + reach])


def word_before(text: str, start: int) -> str:
    """The word or mark right before *start*, in lower case; empty at a paragraph's start."""
    tokens = tokens_before(text, start)
    return tokens[-1].lower().strip() if tokens else ""


def word_after(text: str, end: int) -> str:
    """The word or mark right after *end*, as it stands; empty at a paragraph's end."""
    tokens = tokens_after(text, end)
    return tokens[0].strip() if tokens else ""


_UNTIL = r"\s[^.,;:!?]{0,60}?\b(?:until|till)\s(?:\w+\s){0,2}\Z"
_NOT_UNTIL = re.compile(rf"(?:\bnot|\bnever|n['\u2019]t){_UNTIL}", re.IGNORECASE)
_DONE_NOT_UNTIL = re.compile(rf"\b(?:was|were|did|had)(?:\snot|n['\u2019]t){_UNTIL}", re.IGNORECASE)


def is_not_until(text: str, start: int, pattern: re.Pattern[str] = _NOT_UNTIL) -> bool:
    """Whether "not ... until" stands before *start*: it came about then, and not before."""
    return bool(pattern.search(text[max(0, start - 90) : start]))


def direction(text: str, start: int, end: int) -> Direction:
    """Whether the nearest verb in the sentence, before the date or else after it, looks ahead."""
    before = tokens_before(text, start, 90)
    nearest = before[-1].lower() if before else ""
    if nearest in _TOWARD:
        is_done = is_not_until(text, start, _DONE_NOT_UNTIL)
        return Direction.PAST if is_done else Direction.FUTURE
    if nearest == "since":
        return Direction.PAST
    if _is_appointed(text, start, end, nearest):
        return Direction.FUTURE
    looking_back = _nearest(before[::-1], backwards=True)
    if looking_back is not Direction.NONE:
        return looking_back
    return _nearest(tokens_after(text, end, 70), backwards=False)


_APPOINTED = re.compile(
    r"\b(?:called|calling|announced|declared|planned|scheduled|arranged|booked|set|convened|summoned|"
    r"postponed|proclaimed|ordered)\b[^.;:!?]{0,60}\Z"
)
_INVITED = re.compile(r"\b(?:has|have|had) invited\b[^.;:!?]{1,60}\bto\b[^.;:!?]{1,40}\Z")
_AS_A = re.compile(r"\s(?:an?|the)\s|\sas\s")


def _is_appointed(text: str, start: int, end: int, nearest: str) -> bool:
    """Whether somebody appoints the day: "called a strike for Monday", "declared Friday a day of".

    "Blamed them for Monday's raid" appoints nothing.
    """
    if text[end : end + 2] in ("'s", "\u2019s"):
        return False
    before = text[max(0, start - 90) : start]
    if nearest == "for":
        return bool(_APPOINTED.search(before))
    if _INVITED.search(before):
        return True  # "has invited them to a second meeting on Friday"
    return nearest in ("declared", "proclaimed") and bool(_AS_A.match(text, end))


def _nearest(tokens: list[str], backwards: bool) -> Direction:
    """The direction of the first verb in *tokens*, up to the end of the sentence."""
    for n, token in enumerate(tokens):
        if token in _STOPS or token.startswith("\n"):
            earlier = n + 1 if backwards else n - 1
            if _ends_sentence(tokens[earlier] if 0 <= earlier < len(tokens) else ""):
                return Direction.NONE
            continue
        word = token.lower()
        nearer = tokens[n - 1].lower() if n else ""
        further = tokens[n + 1].lower() if n + 1 < len(tokens) else ""
        before, after = (further, nearer) if backwards else (nearer, further)
        if backwards and word in ("if", "unless"):
            return Direction.FUTURE  # "if there is no deal by Friday"
        if token == "could" and after in _ABLE:
            return Direction.PAST  # "could not be reached", "could see smoke"
        if token in _MODALS:  # in lower case: "May" is a month
            return Direction.PAST if after == "have" else Direction.FUTURE
        if word == "set" and after not in ("to", "for"):
            return Direction.PAST  # "youths set fire to": nothing is set to happen
        if word in _FUTURE or word.endswith(("'ll", "\u2019ll")):
            return Direction.FUTURE
        if ((before, word) if backwards else (word, after)) in _TO_COME:
            return Direction.FUTURE
        if word.endswith("ed") and before in _BEFORE_ADJECTIVE:
            continue  # "in a televised debate", "behind closed doors": it tells nothing
        if backwards and before == "to":
            continue  # "is expected to hit": an infinitive has no tense of its own
        if word in _PAST or (len(word) > 4 and word.endswith("ed")):
            # "will be held", "to be held", but "could not be reached"
            passive = backwards and before == "be" and tokens[n + 2 : n + 3] != ["not"]
            return Direction.FUTURE if passive else Direction.PAST
    return Direction.NONE


def _ends_sentence(word_before_stop: str) -> bool:
    """A full stop after a short capitalised word (U.S., Gen., Oct.) is an abbreviation's."""
    return not (word_before_stop[:1].isupper() and len(word_before_stop) < 5)

"""Read the number words of a text: one number, a vague one, a part, a ratio or a range.

Libraries for number words (text2num, number-parser) read "twenty-seven hundred" but none of the
mixed forms that news prefers: "27-hundred", "1.5 million", "a dozen", "half a million", "several
hundred", "10-15,000". All of them are one fold over `numbers.csv`, so it is done here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import lexicon
from dateline.extract.figures.digits import digits_value, is_whole
from dateline.extract.figures.vocabulary import words_of
from dateline.extract.figures.words import Kind, Word

_ROLES: Final = {row["word"]: row["role"] for row in lexicon.rows("numbers")}
_VALUES: Final = {
    row["word"]: float(row["value"]) for row in lexicon.rows("numbers") if row["value"]
}
_LABELS: Final = words_of("labels")
_BEFALLEN: Final = words_of("befallen")
_CURRENCY = "$€£¥₩₹₽₴"
_MONTHS: Final = words_of("months")
_LONGEST_SCALE: Final = 3  # "hundred thousand million"
_LONGEST_NUMBER: Final = 16  # words
_LARGEST: Final = 1e15
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_AMOUNTS: Final = words_of("amounts")
_YEAR_LEADS: Final = words_of("year_leads")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Number words from `first` up to `after` (places in the list of words), and their value.

    `value` and `top` are the ends of the range that the words state, both `None` for words
    without an end. A `problem` says why a number that is there could not be read.
    """

    first: int
    after: int
    value: float | None
    top: float | None
    rule: str
    problem: str = ""
    whole: bool = True  # False for "1.5", which counts nothing unless a scale follows


def role(word: Word) -> str:
    """What *word* does in a number: small, tens, scale, suffix, part, many, some, or nothing."""
    return "" if word.dated else _ROLES.get(word.low, "")


def read_number(words: Sequence[Word], at: int) -> Numeral | None:
    """The single number that begins at *at*: "1,500", "three thousand", "dozens", "a third"."""
    if at >= len(words) or words[at].dated:
        return None
    word = words[at]
    if word.kind is Kind.NUMBER:
        return _from_digits(words, at)
    if word.kind is not Kind.WORD or not is_number_start(word) or _hangs_on_letters(words, at):
        return None
    return _part(words, at) or _vague(words, at) or _from_words(words, at)


def is_number_start(word: Word) -> bool:
    return not word.dated and (
        word.kind is Kind.NUMBER or word.low in _ROLES or word.low in ("a", "an")
    )


def _word(words: Sequence[Word], at: int) -> str:
    """The lower-case word at *at*, or nothing where a date or the sentence's end is."""
    if not 0 <= at < len(words) or words[at].dated or words[at].kind is Kind.LINE:
        return ""
    return words[at].low


def _hangs_on_letters(words: Sequence[Word], at: int) -> bool:
    """Whether letters stand glued before the word, with or without a hyphen: F-16, mid-2023."""
    if at == 0 or not words[at].glued:
        return False
    before = words[at - 1]
    if before.kind in (Kind.NUMBER, Kind.WORD):
        return True
    if before.text in "/:.,#_" or before.text in _CURRENCY:
        return True
    return before.kind is Kind.HYPHEN and before.glued and words[at - 2].kind is Kind.WORD


def _joined(words: Sequence[Word], at: int) -> int:
    """The place of the word that follows *at*, stepping over a glued hyphen."""
    if at < len(words) and words[at].kind is Kind.HYPHEN and words[at].glued:
        follows = at + 1 < len(words) and words[at + 1].glued
        return at + 1 if follows else len(words)
    return at


def _from_digits(words: Sequence[Word], at: int) -> Numeral | None:
    if _hangs_on_letters(words, at) or _word(words, at - 1) in tuple(_CURRENCY):
        return None
    end = at + 1
    while end < len(words) and words[end].glued and words[end].kind is Kind.NUMBER:
        end += 1
    if end > at + 1:
        return Numeral(at, end, None, None, "cardinal", "longer than any count")
    end, digits = _spaced_groups(words, at)
    scale, after = _scale(words, end)
    value = digits_value(digits, scale is not None)
    if value is None:
        return Numeral(at, after, None, None, "cardinal", "digits grouped in no known way")
    if scale is None and end < len(words) and words[end].glued and words[end].kind is Kind.WORD:
        return None
    if scale is None and _YEAR.fullmatch(digits) and _reads_as_year(words, at, digits):
        return None
    if scale is None and value <= 31 and _word(words, at - 1) in _MONTHS:
        return None
    whole = scale is not None or is_whole(digits, value)
    # 4.1 million is no binary fraction: without this it is 4,099,999.9999999995.
    value = round(value * (scale or 1), 6)
    if _is_labelled(words, at):
        return Numeral(at, after, None, None, "none")
    if value > _LARGEST:
        return Numeral(at, after, None, None, "cardinal", "longer than any count")
    return Numeral(at, after, value, value, "cardinal", whole=whole)


def _is_labelled(words: Sequence[Word], at: int) -> bool:
    """Whether the number names something: "Article 4", "No. 10", "Shahed 136", "aged 20"."""
    before = _word(words, at - 1)
    if before == "number" and _BEFALLEN & {_word(words, at - 2), _word(words, at - 3)}:
        return False  # "the dead now number 23"
    return before in _LABELS or (before == "." and _word(words, at - 2) in _LABELS)


def _spaced_groups(words: Sequence[Word], at: int) -> tuple[int, str]:
    """Digits with their thousands set off by plain spaces: "12 500", never "12 50"."""
    digits, end = words[at].text, at + 1
    while (
        end < len(words)
        and end - at < 4
        and len(words[at].text) <= 3
        and re.fullmatch(r"[0-9]{3}", words[end].text)
        and not words[end].dated
        and words[end].span.start == words[end - 1].span.end + 1
        and not _is_calibre(words, end)
    ):
        digits, end = digits + words[end].text, end + 1
    return end, digits


def _is_calibre(words: Sequence[Word], at: int) -> bool:
    """Whether the number at *at* is a measure of what follows: "300 155mm shells"."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    return following.low in ("mm", "cm") or (
        following.glued and following.kind in (Kind.WORD, Kind.HYPHEN)
    )


def _reads_as_year(words: Sequence[Word], at: int, digits: str) -> bool:
    return not digits.endswith("00") or _word(words, at - 1) in _YEAR_LEADS


def _scale(words: Sequence[Word], at: int) -> tuple[float | None, int]:
    """The factor of the scale words from *at* ("thousand", "hundred thousand"), and their end."""
    factor: float | None = None
    for _ in range(_LONGEST_SCALE):
        place = _joined(words, at)
        if place >= len(words) or words[place].dated:
            return factor, at
        kind = _ROLES.get(words[place].low)
        glued_suffix = kind == "suffix" and words[place].glued and place == at
        # Only where it is glued: "5m people" are millions, "5 m" is five metres.
        if kind != "scale" and not (glued_suffix and factor is None):
            return factor, at
        factor = (factor or 1) * _VALUES[words[place].low]
        at = place + 1
    return factor, at


def _from_words(words: Sequence[Word], at: int) -> Numeral | None:
    """Fold cardinal words: "three thousand two hundred and five", "a dozen", "half a million"."""
    start, total, current, seen = at, 0.0, 0.0, False
    lead = _word(words, at)
    if lead in ("a", "an"):
        if _ROLES.get(_word(words, at + 1)) != "scale":
            return None
        at, current, seen = at + 1, 1.0, True
    elif lead == "half" and _word(words, at + 1) in ("a", "an"):
        if _ROLES.get(_word(words, at + 2)) != "scale":
            return None
        at, current, seen = at + 2, 0.5, True
    last = ""
    while True:
        place = at if not seen or at == start else _joined(words, at)
        if seen and _word(words, place) == "and":
            place = _after_and(words, place, last)
        name = _word(words, place)
        kind = _ROLES.get(name, "")
        if kind == "scale":
            if not seen:
                return None
            factor = _VALUES[name]
            current = (current or 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        elif kind in ("small", "tens") and _fits(kind, last):
            current += _VALUES[name]
        elif name == "half" and seen and _word(words, place - 1) == "a":
            current += 0.5
        else:
            break
        last, at, seen = kind, place + 1, True
        if at - start > _LONGEST_NUMBER:
            break
    if not seen:
        return None
    value = total + current
    if _is_labelled(words, start):
        return Numeral(start, at, None, None, "none")
    return Numeral(start, at, value, value, "cardinal")


def _after_and(words: Sequence[Word], at: int, last: str) -> int:
    """Step over "and" within a number: "hundred and twenty", "one and a half million"."""
    if _word(words, at + 1) == "a" and _word(words, at + 2) == "half":
        return at + 2
    following = _ROLES.get(_word(words, at + 1), "")
    if last == "scale" and following in ("small", "tens"):
        return at + 1
    return at


def _fits(kind: str, last: str) -> bool:
    """Whether a small word or a ten may follow: "twenty two" and "hundred two", not "two six"."""
    return last in ("", "scale") or (last == "tens" and kind == "small")


def _vague(words: Sequence[Word], at: int) -> Numeral | None:
    """Words without an end: "dozens", "several hundred", "tens of thousands", "a few"."""
    start, kind = at, _ROLES.get(_word(words, at), "")
    amount = _amount(words, at)
    if amount is not None:
        return amount
    if _word(words, at) in ("a", "an") and _word(words, at + 1) in (
        "few", "couple", "handful",
    ):  # fmt: skip
        at, kind = at + 1, "some"
    elif _word(words, at) in ("few", "couple", "handful"):
        return None
    if kind not in ("some", "many"):
        return None
    at += 1
    for _ in range(4):
        of = at + (_word(words, at) == "of")
        if _ROLES.get(_word(words, of)) not in ("scale", "many"):
            break
        at = of + 1
    return Numeral(start, at, None, None, "vague")


def _amount(words: Sequence[Word], at: int) -> Numeral | None:
    """ "A small number", "an unknown number", "large numbers": no end, but a count all the same."""
    lead = _word(words, at)
    size = at + (lead in ("a", "an", "the"))
    if _word(words, size) not in _AMOUNTS or _word(words, size + 1) not in ("number", "numbers"):
        return None
    return Numeral(at, size + 2, None, None, "vague")


def _part(words: Sequence[Word], at: int) -> Numeral | None:
    """A part of something, which must be named: "a third of", "two-thirds of", "half the"."""
    name, first = _word(words, at), at
    times = 1.0
    if name != "half":
        if name not in ("a", "an") and _ROLES.get(name) != "small":
            return None
        times = _VALUES.get(name, 1.0)
        at = _joined(words, at + 1)
        name = _word(words, at)
    if _ROLES.get(name) != "part" or (times > 1) != name.endswith("s"):
        return None
    if _word(words, at + 1) == "of" and _word(words, at + 2) in ("a", "an"):
        if _ROLES.get(_word(words, at + 3)) == "scale":
            value = times * _VALUES[name] * _VALUES[_word(words, at + 3)]
            return Numeral(first, at + 4, value, value, "cardinal")
        return None
    if _word(words, at + 1) == "of" or (name == "half" and _word(words, at + 1) in ("the", "its")):
        value = round(times * _VALUES[name], 4)
        return Numeral(first, at + 1, value, value, "share")
    return None

"""Answers written by hand, and which row of a table each of them is the answer to.

An answer says where its words stand by quoting them; a row is found there or it is not.
An answer marked `optional` is one on which careful readers differ: finding it is neither rewarded
nor held against the pipeline, unless its days are wrong. `"*"` accepts anything, and a list any of
its members.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

ANYTHING = "*"
_NAME_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = frozenset({"the", "a", "an", "s", "of", "its", "his", "her", "their"})

# A row with the very days that an answer names is its row before that of one which takes any.
_NAMED_DAYS, _ANY_DAYS = 12, 8

Answer = Mapping[str, Any]
Weigh = Callable[[Answer, Any], tuple[int, bool]]


@dataclass(frozen=True)
class Pair:
    """A gold answer and the row that was found for it."""

    answer: Answer
    row: Any
    is_exact: bool  # the days of a mention, or the ends and bound of an estimate


def span_of(words: str, text: str) -> tuple[int, int]:
    """Where *words* stand in *text*: once, and not inside a longer word or number."""
    found = [
        match.span()
        for match in re.finditer(re.escape(words), text)
        if not (words[0].isalnum() and re.search(r"[\w,]\Z", text[: match.start()]))
        and not re.match(r"\w|,[0-9]", text[match.end() :])
    ]
    if len(found) != 1:
        raise ValueError(f"{words!r} stands {len(found)} times in the article, expected once")
    return found[0]


def paired(answers: Sequence[Answer], rows: Sequence[Any], weigh: Weigh) -> list[Pair]:
    """The best pairs, each answer and row once: heaviest first, those not optional before."""
    weights = [
        (-weight, bool(answer.get("optional")), place, number, is_exact)
        for place, answer in enumerate(answers)
        for number, row in enumerate(rows)
        for weight, is_exact in [weigh(answer, row)]
        if weight
    ]
    pairs, used_answers, used_rows = [], set(), set()
    for _, _, place, number, is_exact in sorted(weights):
        if place not in used_answers and number not in used_rows:
            used_answers.add(place)
            used_rows.add(number)
            pairs.append(Pair(answers[place], rows[number], is_exact))
    return pairs


def mention_weight(answer: Answer, row: Any, texts: Mapping[str, str]) -> tuple[int, bool]:
    if answer["article"] != row.article_id:
        return 0, False
    start, end = span_of(answer["sentence_words"], texts[row.article_id])
    if not (row.sentence_start < end and start < row.sentence_end):
        return 0, False
    has_days = is_dated(answer) and _has_days(answer, row)
    has_kind = accepts(answer["kind"], row.kind)
    if not (has_days or has_kind):
        return 0, False
    is_undated = pd.isna(row.first_day) and pd.isna(row.last_day)
    is_exact = has_days or (not is_dated(answer) and is_undated and has_kind)
    has_cue = pd.notna(row.cue_start) and row.cue_start < end and start < row.cue_end
    has_stance = accepts(answer["stance"], row.stance)
    names_days = is_dated(answer) and ANYTHING not in (answer["first"], answer["last"])
    days = is_exact * (_NAMED_DAYS if names_days else _ANY_DAYS)
    return days + 4 * has_kind + 2 * bool(has_cue) + has_stance, is_exact


def estimate_weight(answer: Answer, row: Any, texts: Mapping[str, str]) -> tuple[int, bool]:
    if answer["article"] != row.article_id:
        return 0, False
    start, end = span_of(answer["phrase"], texts[row.article_id])
    if not (row.phrase_start < end and start < row.phrase_end):
        return 0, False
    is_exact = (
        _same_number(answer["low"], row.low)
        and _same_number(answer["high"], row.high)
        and accepts(answer["bound"], row.bound)
    )
    return 2 * is_exact + 1, is_exact


def is_dated(answer: Answer) -> bool:
    return bool(answer.get("dated", True))


def _has_days(answer: Answer, row: Any) -> bool:
    return all(
        wanted == ANYTHING or wanted == (None if pd.isna(day) else day.date().isoformat())
        for wanted, day in ((answer["first"], row.first_day), (answer["last"], row.last_day))
    )


def accepts(wanted: str | list[str], value: object) -> bool:
    options = [wanted] if isinstance(wanted, str) else wanted
    return ANYTHING in options or str(value) in options


def _same_number(wanted: float | None, value: Any) -> bool:
    if wanted is None or pd.isna(value):
        return wanted is None and bool(pd.isna(value))
    return abs(float(value) - wanted) <= 0.005 * abs(wanted)


def is_claimant(wanted: str | list[str], row: Any, names: Mapping[str, str]) -> bool:
    ids = [actor_id for actor_id in row.claimant.split(";") if actor_id]
    known = [_name_words(name) for name in (row.claimant_text, *(names.get(i, i) for i in ids))]
    for option in [wanted] if isinstance(wanted, str) else wanted:
        if option == ANYTHING or option in ids or (not option and not ids):
            return True
        words = _name_words(option)
        if any(words and found and (words <= found or found <= words) for found in known):
            return True
    return False


def _name_words(name: str) -> set[str]:
    return set(_NAME_WORD.findall(name.lower())) - _EMPTY_WORDS

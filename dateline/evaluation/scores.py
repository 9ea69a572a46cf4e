"""What the tables of a story are worth against its answers: counts, and the faults behind them.

What each measure counts is told in `measures`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import pandas as pd

from dateline.evaluation.answers import (
    Answer,
    Pair,
    accepts,
    estimate_weight,
    is_claimant,
    is_dated,
    mention_weight,
    paired,
)
from dateline.schema import Actors, Estimates, Mentions, Table

Tables = Mapping[type[Table], pd.DataFrame]


@dataclass(frozen=True)
class Fault:
    """One thing the pipeline has wrong, with the sentence to look at."""

    sort: str
    article_id: str
    sentence: str
    expected: str
    got: str


@dataclass
class Score:
    """Counts that add up over stories: for each measure, the right ones and those asked for."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def count(self, measure: str, is_right: bool) -> bool:
        self.right[measure] += is_right
        self.of[measure] += 1
        return is_right

    def share(self, measure: str) -> float | None:
        return self.right[measure] / self.of[measure] if self.of[measure] else None

    def f1(self, measure: str) -> float | None:
        precision, recall = self.share(f"{measure} P"), self.share(f"{measure} R")
        if precision is None or recall is None:
            return None
        both = precision + recall
        return 2 * precision * recall / both if both else 0.0

    def value(self, measure: str) -> float | None:
        """The measure's share, or its F1 where its name ends so; None without a case."""
        name = measure.removesuffix(" F1")
        return self.share(measure) if name == measure else self.f1(name)

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.of + other.of, [*self.faults, *other.faults])


def score(gold: Answer, tables: Tables, texts: Mapping[str, str]) -> Score:
    """What the tables of one story are worth against its answers."""
    result = Score()
    pairs = score_mentions(gold["mentions"], tables[Mentions], texts, result)
    score_merging(pairs, result)
    names = dict(zip(tables[Actors]["actor_id"], tables[Actors]["name"], strict=True))
    score_estimates(gold["estimates"], tables[Estimates], texts, names, result)
    return result


def score_mentions(
    answers: Sequence[Answer], frame: pd.DataFrame, texts: Mapping[str, str], result: Score
) -> list[Pair]:
    """Count dates, kinds and stances; the pairs of answers that are not optional come back."""
    rows = list(frame.itertuples())
    pairs = paired(answers, rows, lambda answer, row: mention_weight(answer, row, texts))
    by_answer = {id(pair.answer): pair for pair in pairs}
    by_row = {pair.row.mention_id: pair for pair in pairs}
    for answer in answers:
        if not answer.get("optional"):
            _count_mention(answer, by_answer.get(id(answer)), result)
            if id(answer) not in by_answer:
                sort = "missed" if is_dated(answer) else "missed undated"
                _fault(result, sort, answer["article"], answer["sentence_words"], answer, None)
    for row in rows:
        pair = by_row.get(row.mention_id)
        if pd.isna(row.first_day) and pd.isna(row.last_day):
            continue
        if pair and pair.is_exact and pair.answer.get("optional"):
            continue
        if not result.count("dated P", bool(pair and pair.is_exact and is_dated(pair.answer))):
            sort = "told twice" if _is_told_before(row, rows, by_row) else "not in the answers"
            _fault(result, "wrong days" if pair else sort, row.article_id, row.sentence,
                   pair.answer if pair else None, row)  # fmt: skip
    return [pair for pair in pairs if not pair.answer.get("optional")]


def _count_mention(answer: Answer, pair: Pair | None, result: Score) -> None:
    if is_dated(answer):
        result.count("dated R", bool(pair and pair.is_exact))
    else:
        result.count("undated R", bool(pair and pair.is_exact))
    if pair is None or not pair.is_exact:
        return
    row = pair.row
    if is_dated(answer) and not result.count("kind", accepts(answer["kind"], row.kind)):
        _fault(result, "kind", row.article_id, row.sentence, answer, row)
    if not result.count("stance", accepts(answer["stance"], row.stance)):
        _fault(result, "stance", row.article_id, row.sentence, answer, row)


def score_merging(pairs: Sequence[Pair], result: Score) -> None:
    """Count pairs of mentions: those told as one event, and those that are one."""
    for one, other in combinations(pairs, 2):
        together = one.row.event_id == other.row.event_id
        same = one.answer["event"] == other.answer["event"]
        if together:
            result.count("merging P", same)
        if same:
            result.count("merging R", together)
        if together != same:
            sort = "kept apart" if same else "merged"
            _fault(result, sort, f"{one.row.article_id}, {other.row.article_id}",
                   f"{one.row.sentence}\n    {other.row.sentence}",
                   {key: f"{one.answer[key]} | {other.answer[key]}" for key in ("event", "kind")},
                   None, f"{one.row.event_id} | {other.row.event_id}")  # fmt: skip


def score_estimates(
    answers: Sequence[Answer],
    frame: pd.DataFrame,
    texts: Mapping[str, str],
    names: Mapping[str, str],
    result: Score,
) -> None:
    """Count estimates found, and of those found what is said of them."""
    rows = list(frame.itertuples())
    pairs = paired(answers, rows, lambda answer, row: estimate_weight(answer, row, texts))
    by_answer = {id(pair.answer): pair for pair in pairs}
    by_row = {pair.row.estimate_id: pair for pair in pairs}
    for answer in answers:
        if answer.get("optional"):
            continue
        pair = by_answer.get(id(answer))
        if not result.count("estimates R", bool(pair and pair.is_exact)) or pair is None:
            sort = "wrong count" if pair else "missed estimate"
            where = pair.row.sentence if pair else answer["phrase"]
            _fault(result, sort, answer["article"], where, answer, pair.row if pair else None)
            continue
        for measure, is_right in (
            ("state", accepts(answer["state"], pair.row.state)),
            ("claimant", is_claimant(answer["claimant"], pair.row, names)),
            ("unit", accepts(answer["unit"], pair.row.unit)),
        ):
            if not result.count(measure, is_right):
                _fault(result, measure, pair.row.article_id, pair.row.sentence, answer, pair.row)
    for row in rows:
        pair = by_row.get(row.estimate_id)
        if pair and pair.answer.get("optional"):
            continue
        if not result.count("estimates P", bool(pair and pair.is_exact)) and not pair:
            _fault(result, "no such estimate", row.article_id, row.sentence, None, row)


def _is_told_before(row: Any, rows: Iterable[Any], by_row: Mapping[str, Pair]) -> bool:
    """Whether another mention of the same sentence tells the same event, and is paired."""
    return any(
        other.event_id == row.event_id
        and other.sentence_start == row.sentence_start
        and other.article_id == row.article_id
        and other.mention_id in by_row
        for other in rows
    )


def _fault(
    result: Score,
    sort: str,
    article_id: str,
    sentence: str,
    answer: Answer | None,
    row: Any,
    got: str = "",
) -> None:
    left_out = {"article", "sentence_words", "optional", "dated"}
    wanted = {key: value for key, value in (answer or {}).items() if key not in left_out}
    if row is not None and not got:
        shown = (
            ("phrase", "low", "high", "bound", "unit", "state", "claimant", "claimant_text")
            if hasattr(row, "phrase")
            else ("first_day", "last_day", "date_text", "kind", "kind_rule", "stance",
                  "stance_rule", "date_rule", "event_id")
        )  # fmt: skip
        got = ", ".join(f"{name}={_brief(getattr(row, name))}" for name in shown)
    expected = ", ".join(f"{key}={value}" for key, value in wanted.items())
    result.faults.append(Fault(sort, article_id, sentence, expected or "nothing", got or "nothing"))


def _brief(value: Any) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "-" if pd.isna(value) else f"{value}"

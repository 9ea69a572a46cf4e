"""The yardstick for other stories is itself right: tiny tables whose scores are known by hand."""

from pathlib import Path
from typing import Any

import pytest

from dateline.__main__ import PUBLISHED_SCORES, main
from dateline.errors import SeedError
from dateline.evaluation import published, report, stories
from dateline.evaluation.answers import is_claimant, span_of
from dateline.evaluation.measures import MEASURES
from dateline.evaluation.scores import Score, score
from tests import factories

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "stories"

TEXT = (
    "The ferry sank on Monday, the navy said on Tuesday. At least 12 people drowned. "
    "The navy has denied a delay. The ferry that sank on Monday was old."
)
FIRST, SECOND, THIRD, FOURTH = (
    (TEXT.index(start), TEXT.index(end) + len(end))
    for start, end in (
        ("The ferry sank", "on Tuesday."),
        ("At least", "drowned."),
        ("The navy has", "delay."),
        ("The ferry that", "old."),
    )
)


def answer(words: str, kind: str, first: str | None, event: str, **more: Any) -> dict[str, Any]:
    days = {"first": first, "last": first, **({} if first else {"dated": False})}
    told = {"article": "a0", "sentence_words": words, "kind": kind, "event": event}
    return {**told, **days, "stance": "asserted", **more}


GOLD_MENTIONS = [
    answer("ferry sank on Monday", "accident", "2031-05-05", "sinking"),
    answer("navy said on Tuesday", "statement", "2031-05-06", "navy"),
    answer("denied a delay", "statement", None, "denial", stance="denied"),
    answer("sank on Monday was old", "accident", "2031-05-05", "sinking"),
]
GOLD_ESTIMATE = {
    "article": "a0", "phrase": "At least 12 people", "low": 12, "high": None, "bound": "at_least",
    "unit": "people", "state": "killed", "claimant": "the navy",
}  # fmt: skip


def mention(sentence: tuple[int, int], cue: str, **values: Any) -> dict[str, Any]:
    start = TEXT.index(cue, sentence[0])
    return {
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "sentence": TEXT[slice(*sentence)],
        "cue_start": start,
        "cue_end": start + len(cue),
        **values,
    }


def days(day: str | None) -> dict[str, Any]:
    return {"first_day": day, "last_day": day}


MONDAY, TUESDAY, NO_DAY = days("2031-05-05"), days("2031-05-06"), days(None)
ALL_RIGHT = [
    mention(FIRST, "sank", kind="accident", event_id="e0", **MONDAY),
    mention(FIRST, "said", kind="statement", event_id="e1", **TUESDAY),
    mention(THIRD, "denied", kind="statement", event_id="e2", stance="denied", **NO_DAY),
    mention(FOURTH, "sank", kind="accident", event_id="e0", **MONDAY),
]
PHRASE = TEXT.index("At least 12 people")
RIGHT_ESTIMATE = {
    "phrase": "At least 12 people", "phrase_start": PHRASE, "phrase_end": PHRASE + 18,
    "low": 12, "high": None, "bound": "at_least", "unit": "people", "state": "killed",
    "claimant": "", "claimant_text": "the navy", "sentence": TEXT[slice(*SECOND)],
}  # fmt: skip


def scored(
    mentions: list[dict[str, Any]] = ALL_RIGHT,
    estimates: tuple[dict[str, Any], ...] = (RIGHT_ESTIMATE,),
    answers: list[dict[str, Any]] = GOLD_MENTIONS,
) -> Score:
    tables = factories.tables(
        mentions=factories.mentions(*mentions), estimates=factories.estimates(*estimates)
    )
    return score({"mentions": answers, "estimates": [GOLD_ESTIMATE]}, tables, {"a0": TEXT})


def changed(place: int, **values: Any) -> list[dict[str, Any]]:
    return [{**row, **values} if n == place else row for n, row in enumerate(ALL_RIGHT)]


def test_tables_that_say_what_the_answers_say_score_full_marks():
    result = scored()

    assert result.faults == []
    assert {measure: result.share(measure) for measure in result.of} == dict.fromkeys(
        ["dated P", "dated R", "undated R", "kind", "stance", "merging P", "merging R",
         "estimates P", "estimates R", "state", "claimant", "unit"], 1.0
    )  # fmt: skip
    assert result.of["dated R"] == 3
    assert result.of["merging R"] == 1


def test_empty_tables_score_nothing_and_no_precision():
    result = scored([], ())

    assert [result.share(f"{measure} R") for measure in ("dated", "undated", "estimates")] == [
        0
    ] * 3
    assert result.share("dated P") is None
    assert result.f1("dated") is None


def test_a_wrong_day_costs_precision_and_recall_and_is_not_asked_for_its_kind():
    result = scored(changed(0, **TUESDAY))

    assert (result.right["dated P"], result.of["dated P"]) == (2, 3)
    assert (result.right["dated R"], result.of["dated R"]) == (2, 3)
    assert result.of["kind"] == 2
    assert [fault.sort for fault in result.faults] == ["wrong days"]


def test_a_wrong_kind_and_a_wrong_stance_leave_the_date_found():
    kind, stance = scored(changed(0, kind="attack")), scored(changed(0, stance="alleged"))

    assert kind.share("dated R") == stance.share("dated R") == 1
    assert (kind.right["kind"], kind.of["kind"]) == (2, 3)
    assert (stance.right["stance"], stance.of["stance"]) == (3, 4)


def test_an_answer_that_names_the_days_has_their_row_before_one_that_takes_any():
    loose = answer("navy said on Tuesday", "other", "*", "any", optional=True)
    result = scored(changed(1, kind="other"), answers=[*GOLD_MENTIONS, loose])

    assert result.share("dated R") == 1
    assert (result.right["kind"], result.of["kind"]) == (2, 3)


def test_a_mention_too_many_costs_precision_only():
    extra = mention(SECOND, "drowned", kind="accident", event_id="e9", **MONDAY)
    result = scored([*ALL_RIGHT, extra])

    assert (result.right["dated P"], result.of["dated P"]) == (3, 4)
    assert result.share("dated R") == 1
    assert [fault.sort for fault in result.faults] == ["not in the answers"]


def test_one_event_told_twice_in_a_sentence_is_one_mention_too_many():
    again = mention(FIRST, "on Monday", kind="accident", event_id="e0", **MONDAY)
    result = scored([*ALL_RIGHT, again])

    assert (result.right["dated P"], result.of["dated P"]) == (3, 4)
    assert [fault.sort for fault in result.faults] == ["told twice"]


def test_an_undated_answer_is_found_undated_only():
    result = scored(changed(2, **TUESDAY))

    assert result.share("undated R") == 0
    assert (result.right["dated P"], result.of["dated P"]) == (3, 4)


def test_an_optional_answer_is_neither_rewarded_nor_held_against():
    optional = [*GOLD_MENTIONS[:3], {**GOLD_MENTIONS[3], "optional": True}]
    told, untold = scored(answers=optional), scored(ALL_RIGHT[:3], answers=optional)
    misdated = scored(changed(3, **TUESDAY), answers=optional)

    assert told.of["dated P"] == told.of["dated R"] == untold.of["dated R"] == 2
    assert told.faults == untold.faults == []
    assert (misdated.right["dated P"], misdated.of["dated P"]) == (2, 3)


def test_merging_counts_pairs_told_as_one_and_pairs_that_are_one():
    apart = scored(changed(3, event_id="e8"))
    together = scored(changed(1, event_id="e0"))

    assert apart.share("merging R") == 0
    assert apart.share("merging P") is None
    assert together.share("merging R") == 1
    assert (together.right["merging P"], together.of["merging P"]) == (1, 3)


@pytest.mark.parametrize(
    "wrong", [{"low": 13}, {"low": None, "high": 12, "bound": "at_most"}, {"bound": "more_than"}]
)
def test_an_estimate_needs_both_ends_and_the_bound(wrong):
    result = scored(estimates=({**RIGHT_ESTIMATE, **wrong},))

    assert result.share("estimates R") == result.share("estimates P") == 0
    assert result.of["state"] == 0
    assert [fault.sort for fault in result.faults] == ["wrong count"]


@pytest.mark.parametrize(
    ("measure", "wrong"),
    [
        ("state", {"state": "wounded"}),
        ("unit", {"unit": "troops"}),
        ("claimant", {"claimant_text": "the coast guard"}),
    ],
)
def test_what_is_said_of_an_estimate_is_counted_apart(measure, wrong):
    result = scored(estimates=({**RIGHT_ESTIMATE, **wrong},))

    assert result.share("estimates R") == 1
    assert result.share(measure) == 0
    assert [fault.sort for fault in result.faults] == [measure]


@pytest.mark.parametrize(
    ("wanted", "claimant", "words", "is_right"),
    [
        ("navy", "navy", "it", True),
        ("Aldo Reis", "reis", "he", True),
        ("Aldo Reis", "", "Cmdr. Aldo Reis", True),
        ("Aldo Reis", "", "he", False),
        ("Aldo Reis", "reis_junior", "Anna Reis", False),
        ("", "", "", True),
        ("", "navy", "the navy", False),
        ("navy", "", "", False),
        (["navy", ""], "", "", True),
        ("*", "navy", "the navy", True),
    ],
)
def test_a_claimant_is_right_by_id_or_by_name(wanted, claimant, words, is_right):
    frame = factories.estimates({"claimant": claimant, "claimant_text": words})
    names = {"reis": "Aldo Reis", "navy": "The navy", "reis_junior": "Anna Reis"}

    assert is_claimant(wanted, next(frame.itertuples()), names) is is_right


def test_words_are_found_once_and_not_inside_others():
    assert span_of("11", "110 ships, up from 11 then") == (19, 21)
    assert span_of("1,847", "1,847,000 and 1,847.") == (14, 19)
    with pytest.raises(ValueError, match="2 times"):
        span_of("ferry", "ferry to ferry")


def test_scores_of_stories_add_up_by_their_counts():
    total = scored() + scored([], ())
    lines = list(report.lines({"one": scored(), "total": total}))

    assert total.share("dated R") == 0.5
    assert lines[1].split()[:4] == ["one", "100", "100", "100"]
    assert lines[2].split()[:4] == ["total", "100", "50", "67"]


def test_a_story_that_is_not_there_is_named_with_those_that_are(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)

    assert main(["evaluate", "--story", "nowhere"]) == 1
    assert "known: airline_strike, bank_run, border" in capsys.readouterr().err


@pytest.mark.parametrize("folder", sorted(STORIES.iterdir()), ids=lambda folder: folder.name)
def test_every_answer_quotes_its_article_and_is_well_formed(folder):
    gold = stories.answers_of(folder)
    texts = {article.article_id: article.text for article in stories.articles_of(folder)}

    assert {row["article"] for row in gold["mentions"]} == set(texts)
    for row in gold["mentions"]:
        start, end = span_of(row["sentence_words"], texts[row["article"]])
        assert "\n\n" not in texts[row["article"]][start:end]
        undated = row["first"] is None and row["last"] is None
        assert undated == (not row.get("dated", True)), row["sentence_words"]
    for row in gold["estimates"]:
        span_of(row["phrase"], texts[row["article"]])


def test_the_command_prints_a_line_for_each_story_and_lists_errors(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["evaluate", "--story", "recall", "--errors", "1"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("story")
    assert lines[1].split()[0] == "recall"


def test_the_published_scores_are_what_an_evaluation_gives(tmp_path):
    """If this fails, run `python -m dateline evaluate --write` and look at the difference."""
    fresh = {name: stories.evaluate(STORIES / name) for name in stories.names(STORIES)}
    published.write_scores(fresh, tmp_path / "scores.csv")

    written = (ROOT / PUBLISHED_SCORES).read_text(encoding="utf-8")
    assert (tmp_path / "scores.csv").read_text(encoding="utf-8") == written


def test_published_scores_are_read_as_they_were_written(tmp_path):
    published.write_scores({"one": scored(), "two": scored([], ())}, tmp_path / "scores.csv")

    read = published.read_scores(tmp_path / "scores.csv")
    assert read["one"].right == scored().right
    assert read["two"].of == scored([], ()).of
    assert published.read_scores(tmp_path / "none.csv") == {}


def test_every_measure_that_is_counted_is_told():
    told = {measure.name for measure in MEASURES}

    assert set(scored().of) <= told
    assert {f"{name} {which}" for name in ("dated", "merging") for which in ("P", "R")} <= told


@pytest.mark.parametrize("gold", ["{", '{"mentions": [{"article": "a"}], "estimates": []}', "{}"])
def test_answers_that_cannot_be_used_are_named(tmp_path, gold):
    (tmp_path / "gold.json").write_text(gold)
    (tmp_path / "a.txt").write_text("Published: 6 May 2031\nA ferry sank on 5 May 2031.")

    with pytest.raises(SeedError, match=r"gold\.json: has an answer that cannot be used"):
        stories.evaluate(tmp_path)


def test_a_folder_without_stories_is_refused(tmp_path):
    with pytest.raises(SeedError, match="holds no story"):
        stories.names(tmp_path)

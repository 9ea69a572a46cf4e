"""Figures: the shared vectors, every lexicon row's own example, and what must always hold."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest

from dateline import lexicon
from dateline.extract.figures import find_figures
from dateline.extract.figures.people import names_people
from dateline.extract.figures.words import split
from dateline.model import Bound, Figure, Span, State, UnreadFigure

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "figures_en.json").read_text(encoding="utf-8")
)


def figures_of(text, dates=()):
    """The figures of *text*, which must hold nothing unread."""
    found = find_figures(text, dates)
    assert not [figure for figure in found if isinstance(figure, UnreadFigure)]
    return found


def as_vector(figure, text, keys):
    """Write a figure the way the vectors file does, so a failure reads as a diff of it."""
    if isinstance(figure, UnreadFigure):
        return {"quote": figure.span.of(text), "unread": figure.reason}
    written = {
        "quote": figure.span.of(text),
        "low": figure.count.low and round(figure.count.low, 4),
        "high": figure.count.high and round(figure.count.high, 4),
        "bound": str(figure.count.bound),
        "unit": figure.unit,
        "state": str(figure.state),
    }
    if figure.increment:
        written["increment"] = True
    if figure.part_of is not None:
        written["part_of"] = figure.part_of
    if figure.rate:
        written["rate"] = figure.rate
    if "cue" in keys:
        written["cue"] = figure.state_cue and figure.state_cue.of(text)
    return written


def dates_of(case):
    text = case["text"]
    return [Span(text.index(d), text.index(d) + len(d)) for d in case.get("dates", [])]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    found = find_figures(case["text"], dates_of(case))
    expected = case["expect"]
    keys = [set(e) for e in expected] + [set()] * len(found)

    assert [as_vector(f, case["text"], k) for f, k in zip(found, keys, strict=False)] == expected


def test_the_vectors_cover_what_they_promise():
    stories = {case["story"] for case in VECTORS}
    empty = [case for case in VECTORS if not case["expect"]]

    assert len(VECTORS) >= 120
    assert len(empty) >= 40
    assert stories >= {
        "war", "earthquake", "strike", "cyberattack", "election", "ship accident", "recall",
        "protest",
    }  # fmt: skip
    assert {e["bound"] for case in VECTORS for e in case["expect"]} == set(map(str, Bound))
    assert {e["state"] for case in VECTORS for e in case["expect"]} == set(map(str, State))


def test_the_vectors_exercise_every_rule():
    rules = {f.rule for case in VECTORS for f in find_figures(case["text"], dates_of(case))}

    assert rules == {
        "cardinal", "range", "vague", "share", "ratio", "part", "product", "strength", "compound",
        "befallen", "antecedent", "again", "others", "toll", "number_of", "figure",
    }  # fmt: skip


@pytest.mark.parametrize("row", lexicon.rows("numbers"), ids=lambda row: row["word"])
def test_each_number_word_reads_in_its_own_example(row):
    [figure] = figures_of(row["example"])
    number = figure.number.of(row["example"]).lower()

    assert row["word"] in number.replace("-", " ").split() or row["role"] == "suffix"
    assert row["role"] != "suffix" or number.endswith(row["word"])
    assert (figure.count.bound is Bound.VAGUE) == (row["role"] in ("many", "some"))


@pytest.mark.parametrize("row", lexicon.rows("hedges"), ids=lambda row: row["phrase"])
def test_each_hedge_bounds_its_own_example(row):
    [figure] = figures_of(row["example"])
    quote = figure.span.of(row["example"])

    assert row["phrase"].replace("- ", "-") in quote
    assert figure.count.bound == (row["bound"] or Bound.EXACT)
    assert figure.increment == bool(row["increment"])


def named(rows, column):
    return pytest.mark.parametrize("row", rows, ids=lambda row: f"{row[column]}-{row['class']}")


UNITS = lexicon.rows("units")


@named([row for row in UNITS if row["class"] not in ("measure", "collective")], "noun")
def test_each_unit_noun_counts_in_its_own_example(row):
    found = figures_of(row["example"])

    counted = "share" if row["class"] == "mass" else row["unit"]
    assert counted in [figure.unit for figure in found]
    assert row["noun"].lower() in row["example"].lower()
    if row["state"]:
        assert row["state"] in [figure.state for figure in found]


@named([row for row in UNITS if row["class"] == "collective"], "singular")
def test_each_body_of_people_has_its_size(row):
    [figure] = figures_of(row["example"])

    assert row["singular"] in row["example"]
    assert figure.unit == row["unit"]


@named([row for row in UNITS if row["class"] == "measure"], "noun")
def test_each_measure_counts_nothing(row):
    assert row["noun"] in row["example"]
    assert find_figures(row["example"]) == []


@pytest.mark.parametrize(
    "row", lexicon.rows("figure_states"), ids=lambda row: row["forms"] or row["participles"]
)
def test_each_state_cue_speaks_in_its_own_example(row):
    figure, *_ = figures_of(row["example"])
    cue = figure.state_cue.of(row["example"]).lower().replace(",", " ,")

    assert cue in f"{row['forms']}|{row['participles']}".replace("*", "").split("|")
    assert figure.state in (row["state"], row["people"], row["things"])


@pytest.mark.parametrize("word", sorted(set(lexicon.table("numbers")["stops"].split()) - {"of"}))
def test_each_stop_word_ends_the_phrase(word):
    """All but "of", which may go on to what a part is of: "12 of the soldiers"."""
    assert find_figures(f"We saw 12 {word} soldiers") == []


@pytest.mark.parametrize("word", lexicon.table("numbers")["labels"].split())
def test_a_number_after_a_label_is_a_name(word):
    assert find_figures(f"It is {word} 12 soldiers") == []


@pytest.mark.parametrize("word", lexicon.table("numbers")["plural_modifiers"].split())
def test_a_plural_may_describe_the_noun(word):
    [figure] = figures_of(f"We saw 12 {word} workers")

    assert figure.unit == "people"


@pytest.mark.parametrize("word", lexicon.table("numbers")["population_heads"].split())
def test_a_population_is_no_figure_of_the_story(word):
    assert find_figures(f"In a {word} of 40,000 people") == []


PEOPLE = lexicon.table("people")
STEERING = {"endings", "peoples", "people_endings", "things", "sent", "alone"}


@pytest.mark.parametrize(
    "word", [word for name in sorted(PEOPLE.keys() - STEERING) for word in PEOPLE[name].split()]
)
def test_each_noun_of_people_counts_people(word):
    [figure] = figures_of(f"About 250 local {word} were affected.")

    assert figure.unit in ("people", "troops")


@pytest.mark.parametrize("word", PEOPLE["peoples"].split())
def test_each_people_counts_people_where_it_is_capitalised(word):
    [figure] = figures_of(f"About 250 {word.title()} were affected.")

    assert figure.unit == "people"


@pytest.mark.parametrize(
    "word", ["picketers", "beekeepers", "cellists", "auctioneers", "lumbermen", "cinemagoers"]
)
def test_an_ending_tells_people(word):
    [figure] = figures_of(f"About 250 {word} were affected.")

    assert figure.unit == "people"


@pytest.mark.parametrize("word", PEOPLE["things"].split())
def test_words_that_end_like_people_name_nobody(word):
    assert not names_people(split(word, [])[0])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It sent between 5,000 and 3,000 troops.", "the range runs backwards"),
        ("It sent 1.5 soldiers.", "a fraction of what is counted whole"),
        ("It sent 1,50,0 soldiers.", "digits grouped in no known way"),
        ("It sent 1.500 tonnes of rice.", "a dot that may group or divide"),
        ("It sent " + "7" * 60 + " soldiers.", "longer than any count"),
        ("It sent 900 trillion million soldiers.", "longer than any count"),
    ],
)
def test_what_cannot_be_read_is_kept_with_its_reason(text, reason):
    [unread] = find_figures(text)

    assert isinstance(unread, UnreadFigure)
    assert unread.reason == reason
    assert unread.span.of(text).endswith(("soldiers", "troops", "tonnes"))


CASES = [case for case in VECTORS if case["expect"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_spans_nest_and_do_not_overlap(case):
    found = [f for f in find_figures(case["text"], dates_of(case)) if isinstance(f, Figure)]

    for figure in found:
        assert figure.span.holds(figure.number)
    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_sentence_reads_the_same_inside_an_article(case):
    before, after = "The talks went on.\n", "\nNothing else was said."
    alone = find_figures(case["text"], dates_of(case))
    shifted = [d.shifted(len(before)) for d in dates_of(case)]
    inside = find_figures(before + case["text"] + after, shifted)

    moved = [
        (f.span.shifted(len(before)), f.count, f.unit, f.state)
        for f in alone
        if isinstance(f, Figure)
    ]
    assert [(f.span, f.count, f.unit, f.state) for f in inside] == moved


def test_a_date_is_never_a_figure():
    text = "In 2,024 soldiers crossed."

    assert [f.count.low for f in figures_of(text)] == [2024]
    assert find_figures(text, [Span(0, 8)]) == []


def test_only_ascii_digits_make_numbers():
    assert find_figures("It sent ٣٠٠ troops and ３００ soldiers.") == []


def test_the_sentence_before_may_name_what_is_counted():
    text = "It has sent 3,000 soldiers. It could deploy as many as 100,000."
    _, figure = figures_of(text)

    assert (figure.unit, figure.count.high, figure.state) == ("troops", 100_000, State.PLANNED)


def test_an_empty_text_has_no_figures():
    assert find_figures("") == []


ADVERSARIAL = {
    "digits": "7" * 4000 + " troops",
    "digits throughout": "7" * 50_000,
    "commas": "1," * 25_000,
    "groups": "1,000" + ",000" * 12_000 + " troops",
    "dots": "1.5." * 12_500,
    "letters": "a" * 50_000,
    "hyphens": "twenty-" * 7_000,
    "dashes": "-" * 50_000,
    "number words": "hundred thousand " * 3_000,
    "ands": "two hundred and " * 3_000,
    "ranges": "1-2 to " * 7_000,
    "betweens": "between 5 and " * 3_500,
    "hedges": "at least up to about " * 2_400 + "5 troops",
    "parts": "5 of the " * 5_500 + "troops",
    "shares": "half of " * 6_250 + "troops",
    "rounds": "5 rounds of " * 4_100 + "shells",
    "nouns": "5 " + "forces " * 7_000,
    "forces-led": "5 " + "forces-" * 7_000,
    "modifiers": "5 " + "red " * 12_000 + "troops",
    "units each": "five units of 3,000 each " * 2_000,
    "killed": "killed 5 and " * 3_800,
    "cues": "killed " * 7_100,
    "including": "5 people, including " * 2_500,
    "tolls": "toll to 5 " * 5_000,
    "ratios": "10:1 " * 10_000,
    "quotes": "”." * 25_000,
    "newlines": "\n" * 50_000,
    "spaces": " " * 50_000,
    "initials": "A." * 25_000,
    "apostrophes": "'" * 50_000,
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_grows_with_the_text_and_not_faster(name):
    """Eight times the text may take about eight times as long; a quadratic step takes 64.

    The bound lies far from both, since a machine has other work and some texts take no time.
    """
    text = ADVERSARIAL[name]
    find_figures(text[:500])  # the lexicon is read

    def seconds(of):
        start = time.process_time()
        find_figures(of)
        return time.process_time() - start

    eighth = min(seconds(text[: len(text) // 8]) for _ in range(2))
    assert min(seconds(text) for _ in range(2)) < 24 * eighth + 0.5

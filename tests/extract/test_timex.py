"""Date expressions: the shared vectors, every rule's own example, and what must always hold."""

import json
import os
import random
import re
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.extract.timex import find_dates, holidays, read_dates, units, words
from dateline.extract.timex.openers import openers
from dateline.extract.timex.rules import RULES, scan
from dateline.extract.timex.units import Unit
from dateline.model import DateBasis, DateRange, Precision, Unresolved

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "dates_en.json").read_text(encoding="utf-8")
)
MONDAY = date(2024, 10, 21)
FOUR_YEARS = [date(2021, 1, 1) + timedelta(days=n) for n in range(0, 1461, 3)]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]


def as_vector(mention):
    """Write a mention the way the vectors file does, so a failure reads as a diff of it."""
    if isinstance(mention.reading, Unresolved):
        return {"quote": mention.text, "unresolved": mention.reading.reason}
    return {
        "quote": mention.text,
        "edtf": mention.reading.edtf,
        "precision": str(mention.reading.precision),
        "basis": str(mention.basis),
    }


def only_reading(text, published=MONDAY):
    [mention] = find_dates(text, published)
    return mention.reading


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case):
    mentions = find_dates(case["text"], date.fromisoformat(case["published"]))

    assert [as_vector(mention) for mention in mentions] == case["expect"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule):
    """No earlier rule shadows it, the whole example is matched, and it means what the row says."""
    verb = "will begin" if rule.read == "in_units" else "began"
    text = f"On 9 May 2024 it was quiet. It {verb} {rule.example}."
    reading = read_dates(text, MONDAY)[-1]
    quote = text[reading.sighting.start : reading.sighting.end]
    value = "/".join(timex.value for timex in reading.timexes)

    assert (reading.sighting.rule.name, quote) == (rule.name, rule.quote or rule.example)
    assert value == rule.value


def test_rules_have_names_of_their_own():
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_can_be_opened(rule):
    """The scan would never stop for a pattern without openers."""
    assert openers(rule.pattern)


def test_the_scan_misses_nothing_that_a_rule_would_match():
    """Trying every rule at every word finds what the scan for openers finds."""
    patterns = [re.compile(words.expand(rule.pattern), re.IGNORECASE) for rule in RULES]
    text = " ".join(case["text"] for case in VECTORS)
    ends = {sighting.start: sighting.end for sighting in scan(text)}
    covered = 0
    missed = []
    for word in re.finditer(r"(?<![A-Za-z0-9_])(?:[A-Za-z]+|[0-9]|['\u2019][0-9])", text):
        covered = max(covered, ends.get(word.start(), 0))
        if word.start() < covered:
            continue
        for match in filter(None, (pattern.match(text, word.start()) for pattern in patterns)):
            start = match.start("core" if "core" in match.groupdict() else 0)
            if start not in ends:
                missed.append(match[0])

    assert missed == []


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_a_weekday_alone_is_the_latest_one_and_may_be_the_publication_day(weekday):
    for published in FOUR_YEARS:
        reading = only_reading(f"He left on {weekday}.", published)

        assert reading.first == reading.last
        assert WEEKDAYS[reading.first.weekday()] == weekday
        assert 0 <= (published - reading.first).days <= 6


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_last_and_next_weekday_lie_one_to_seven_days_off(weekday):
    for published in FOUR_YEARS:
        last = only_reading(f"He left last {weekday}.", published)
        coming = only_reading(f"He leaves next {weekday}.", published)

        assert 1 <= (published - last.first).days <= 7
        assert 1 <= (coming.first - published).days <= 7


@pytest.mark.parametrize("month", MONTHS)
def test_a_day_without_a_year_is_never_half_a_year_off(month):
    for published in FOUR_YEARS:
        reading = only_reading(f"A note of {month} 17.", published)

        assert abs((reading.first - published).days) <= 184


def test_earlier_this_month_never_runs_past_the_publication_day():
    for published in FOUR_YEARS:
        earlier = only_reading("It came earlier this month.", published)
        later = only_reading("It comes later this month.", published)

        assert (earlier.first.day, earlier.last) == (1, published)
        assert later.first == published
        assert (later.last + timedelta(days=1)).day == 1


def test_spans_quote_their_text_in_order_and_without_overlap():
    text = " ".join(case["text"] for case in VECTORS)
    mentions = find_dates(text, MONDAY)

    assert len(mentions) > 150
    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_a_sentence_without_dates_changes_no_reading(case):
    published = date.fromisoformat(case["published"])
    plain = "Nobody knew why. "
    apart = re.sub(r"(?<=[a-z]\. )(?=[A-Z])", plain, case["text"])

    assert [as_vector(m) for m in find_dates(plain + apart + plain, published)] == case["expect"]


def test_the_same_text_reads_the_same_wherever_it_stands():
    """Two articles in one file, a blank line between them, where no date hangs on another."""
    cases = [c for c in VECTORS if not any(e.get("basis") == "anaphoric" for e in c["expect"])]
    cases = [c for c in cases if not re.search("earlier[.]|next day", c["text"])]
    text = "\n\n".join(case["text"] for case in cases)

    assert [as_vector(m) for m in find_dates(text, MONDAY)] == [
        e for c in cases for e in c["expect"]
    ]


def test_generated_dates_read_as_the_day_they_were_made_from():
    draw = random.Random(7)
    for _ in range(400):
        day = date(draw.randint(1700, 2090), draw.randint(1, 9), draw.randint(1, 28))
        name, short = MONTHS[day.month - 1], MONTHS[day.month - 1][:3]
        form = draw.choice(
            [
                f"{name} {day.day}, {day.year}",
                f"{day.day} {name} {day.year}",
                f"{short} {day.day} {day.year}",
                f"the {day.day} of {name}, {day.year}",
                f"{WEEKDAYS[day.weekday()]}, {name} {day.day}, {day.year}",
                f"{day.isoformat()}",
                f"{day.day:02d}.{day.month:02d}.{day.year}",
            ]
        )
        published = date(draw.randint(1990, 2030), 6, 1)

        assert only_reading(f"It was {form}.", published) == DateRange.day(day), form


def test_full_dates_agree_with_dateparser():
    """A second opinion from a library that reads single expressions well."""
    dateparser = pytest.importorskip("dateparser")
    for text in ("9 May 2022", "Sept. 30, 2019", "21 October 2024", "2022-05-09", "July 4th, 1976"):
        theirs = dateparser.parse(text, languages=["en"]).date()

        assert only_reading(f"It was {text}.") == DateRange.day(theirs)


@pytest.mark.parametrize(
    ("year", "day"), [(1969, "04-06"), (2000, "04-23"), (2024, "03-31"), (2025, "04-20")]
)
def test_easter_falls_where_the_church_keeps_it(year, day):
    assert holidays.easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", "2024-11-28"),
        ("memorial day", "2024-05-27"),
        ("black friday", "2024-11-29"),
        ("good friday", "2024-03-29"),
        ("labor day", "2024-09-02"),
    ],
)
def test_movable_holidays_fall_on_their_day(name, day):
    assert holidays.in_year(name, 2024).isoformat() == day


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        (Unit.DAY, "2024-10-21", "2024-10-21", "2024-10-21"),
        (Unit.WEEK, "2024-W43", "2024-10-21", "2024-10-27"),
        (Unit.WEEKEND, "2024-W43-WE", "2024-10-26", "2024-10-27"),
        (Unit.MONTH, "2024-10", "2024-10-01", "2024-10-31"),
        (Unit.QUARTER, "2024-Q4", "2024-10-01", "2024-12-31"),
        (Unit.SEASON, "2024-FA", "2024-09-01", "2024-11-30"),
        (Unit.HALF, "2024-H2", "2024-07-01", "2024-12-31"),
        (Unit.YEAR, "2024", "2024-01-01", "2024-12-31"),
        (Unit.DECADE, "202", "2020-01-01", "2029-12-31"),
        (Unit.CENTURY, "20", "2001-01-01", "2100-12-31"),
    ],
)
def test_a_unit_holds_its_days_and_has_its_timex_name(unit, value, first, last):
    whole = units.around(MONDAY, unit)

    assert units.timex_value(MONDAY, unit) == value
    assert (str(whole.first), str(whole.last)) == (first, last)


def test_a_winter_belongs_to_the_year_it_starts_in():
    whole = units.around(date(2024, 2, 1), Unit.SEASON)

    assert (str(whole.first), str(whole.last)) == ("2023-12-01", "2024-02-29")


@pytest.mark.parametrize("published", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max])
def test_the_ends_of_the_calendar_raise_nothing(published):
    text = (
        "Last week, next year, 900 years ago, 99 decades ago, tomorrow, the last weekend, in 1999."
    )
    mentions = find_dates(text + " A year later. Christmas. In May. Last winter.", published)

    assert mentions
    assert any(mention.reading == Unresolved("no such day in the calendar") for mention in mentions)


def test_basis_says_what_a_date_hangs_on():
    text = "On 9 May 2022 it fell. The day before, it stood. On Friday and last month it moved."

    assert [mention.basis for mention in find_dates(text, MONDAY)] == [
        DateBasis.STATED,
        DateBasis.ANAPHORIC,
        DateBasis.WEEKDAY,
        DateBasis.RELATIVE,
    ]


def test_joined_dates_are_an_interval_with_two_timexes():
    [reading] = read_dates("It ran from 9 May to 3 June 2022.", MONDAY)

    assert reading.reading == DateRange(date(2022, 5, 9), date(2022, 6, 3), Precision.INTERVAL)
    assert [timex.value for timex in reading.timexes] == ["2022-05-09", "2022-06-03"]


WORST = [
    "in ",
    "the the last last Monday ",
    "1 ",
    "1999-",
    "the early part of ",
    "Oct. 3, 4, 5, 6, 7, ",
    "May 5, ",
    "twenty-",
    "two thousand and ",
    "first ",
    "'9",
    " ",
    "\n",
    "Jan/",
    "from May to ",
    "\u0661\u0662",
]


@pytest.mark.parametrize("piece", WORST)
def test_time_grows_in_step_with_the_text_whatever_it_is(piece):
    def seconds(size):
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            find_dates(text, MONDAY)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(32_000) < 9 * seconds(8_000) + 0.02  # a square would take sixteen times


@pytest.mark.skipif("DATELINE_CORPORA" not in os.environ, reason="no annotated corpora given")
@pytest.mark.parametrize(
    ("corpus", "floor"), [("gum-news", 92), ("gum-other", 80), ("wikiwars-updated", 93)]
)
def test_annotated_corpora_are_read_as_well_as_ever(corpus, floor):
    from bench.dates import measure, read_document, tag

    paths = sorted((Path(os.environ["DATELINE_CORPORA"]) / corpus).glob("*.tml"))
    score, _ = measure(tag, [read_document(path) for path in paths])

    assert score.gold > 100
    assert score.f1 >= floor


def test_digits_of_other_scripts_are_no_dates():
    assert find_dates("\u0661\u0662 May \u0662\u0660\u0662\u0664", MONDAY) == []

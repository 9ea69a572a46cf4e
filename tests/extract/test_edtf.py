"""Our EDTF strings beside the ``edtf`` package, which parses them and knows what days they hold."""

import json
import warnings
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dateline.extract.timex import find_dates
from dateline.extract.timex.rules import RULES
from dateline.extract.timex.units import Unit, around, part_of
from dateline.model import DateRange, Precision

with warnings.catch_warnings():
    # Its grammar names results as later versions of pyparsing advise against.
    warnings.simplefilter("ignore")
    import edtf

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "dates_en.json").read_text(encoding="utf-8")
)
MONDAY = date(2024, 10, 21)
DAYS = [date(1, 4, 1), date(999, 12, 31), date(1996, 2, 29), MONDAY, date(8990, 7, 4)]
PARTS = ["early", "mid", "late", "first", "second"]


@cache  # it takes some ten milliseconds
def parse(text):
    return edtf.parse_edtf(text)


def days_of(parsed):
    """The first and last day that the package takes a parsed string to mean."""
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


def assert_valid(days):
    parsed = parse(days.edtf)
    if days.first is None or days.last is None:
        assert isinstance(parsed, edtf.Level1Interval)
    elif isinstance(parsed, edtf.Season):
        # It lets a winter end with its December.
        assert days_of(parsed)[0] == days.first
        assert days.precision is Precision.SEASON
    else:
        assert days_of(parsed) == (days.first, days.last)
    assert days.approximate == ("~" in days.edtf) or ".." in days.edtf


def ranges_in(text, published=MONDAY):
    readings = [mention.reading for mention in find_dates(text, published)]
    return [days for days in readings if isinstance(days, DateRange)]


@pytest.mark.parametrize("text", ["21 October 2024", "2024-13", "2024-10-1", "2024-10-32", ""])
def test_the_package_does_refuse_what_is_no_edtf(text):
    """Else the tests below would pass whatever we write."""
    with pytest.raises(edtf.EDTFParseException):
        edtf.parse_edtf(text)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_every_vector_holds_valid_edtf(case):
    for days in ranges_in(case["text"], date.fromisoformat(case["published"])):
        assert_valid(days)
    for expected in case["expect"]:
        assert "edtf" not in expected or parse(expected["edtf"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rules_example_gives_valid_edtf(rule):
    text = "On 9 May 2024 it was quiet. It {} about {}."
    found = ranges_in(text.format("began", rule.example))
    found += ranges_in(text.format("will begin since", rule.example))

    for days in found:
        assert_valid(days)


@pytest.mark.parametrize("approximate", [False, True])
@pytest.mark.parametrize("unit", Unit)
def test_every_unit_and_part_of_one_is_valid_edtf(unit, approximate):
    for day in DAYS:
        whole = around(day, unit)
        ranges = [whole] + [part_of(whole, unit, part) for part in PARTS if unit is not Unit.DAY]
        for days in ranges:
            assert_valid(DateRange(days.first, days.last, days.precision, approximate))
            assert_valid(DateRange(days.first, None, Precision.INTERVAL, approximate))
            assert_valid(DateRange(None, days.last, Precision.INTERVAL, approximate))

"""Holidays of the lexicon beside the ``holidays`` package, a second opinion on when they fall."""

from datetime import date

import pytest
from holidays import France, UnitedKingdom, UnitedStates
from holidays.countries import Canada

from dateline import lexicon
from dateline.extract.timex import holidays

YEARS = range(2000, 2036)

# country or part of one -> our name -> theirs, where it is another
NAMES = {
    "US": {
        "New Year's Day": "",
        "Martin Luther King Jr. Day": "",
        "Martin Luther King Day": "Martin Luther King Jr. Day",
        "Valentine's Day": "",
        "Presidents' Day": "Washington's Birthday",
        "Presidents Day": "Washington's Birthday",
        "St. Patrick's Day": "Saint Patrick's Day",
        "Mother's Day": "",
        "Memorial Day": "",
        "Juneteenth": "Juneteenth National Independence Day",
        "Father's Day": "",
        "Independence Day": "",
        "Fourth of July": "Independence Day",
        "Labor Day": "",
        "Columbus Day": "",
        "Halloween": "",
        "Veterans Day": "",
        "Thanksgiving Day": "",
        "Thanksgiving": "Thanksgiving Day",
        "Christmas Day": "",
        "Christmas": "Christmas Day",
    },
    "GB": {
        "New Year's Day": "",
        "New Year's": "New Year's Day",
        "Good Friday": "",
        "Easter Monday": "",
        "Christmas Day": "",
        "Boxing Day": "",
    },
    "CA": {"Canada Day": "", "Remembrance Day": "", "Labour Day": "Labor Day"},
    "FR": {
        "May Day": "Labor Day",
        "Bastille Day": "National Day",
        "All Saints' Day": "",
        "Armistice Day": "",
        "Whit Monday": "",
    },
}
# Not kept off work in any of these countries, or their rule says the day itself (12-24).
UNKNOWN_THERE = {
    "New Year's Eve", "April Fools' Day", "Shrove Tuesday", "Ash Wednesday", "Palm Sunday",
    "Maundy Thursday", "Holy Saturday", "Easter Sunday", "Easter", "Earth Day", "Cinco de Mayo",
    "All Souls' Day", "Guy Fawkes Night", "Black Friday", "Cyber Monday", "Christmas Eve",
}  # fmt: skip


@pytest.fixture(scope="module")
def theirs():
    """Name -> days, in English and without the days off in lieu, for each country."""
    calendars = {
        "US": UnitedStates(
            years=YEARS, categories=UnitedStates.supported_categories, observed=False
        ),
        "GB": UnitedKingdom(subdiv="ENG", years=YEARS, observed=False),
        "CA": Canada(
            years=YEARS,
            observed=False,
            language="en_US",
            categories=("public", "optional", "government"),
        ),
        "FR": France(years=YEARS, language="en_US", observed=False),
    }
    found = {country: {} for country in calendars}
    for country, calendar in calendars.items():
        for day, names in calendar.items():
            for name in names.split("; "):
                found[country].setdefault(name, set()).add(day)
    return found


@pytest.mark.parametrize(
    ("country", "ours", "name"),
    [(country, ours, name or ours) for country in NAMES for ours, name in NAMES[country].items()],
)
def test_a_holiday_falls_on_the_day_that_the_package_gives(theirs, country, ours, name):
    """In every year in which it was kept: a few are younger than the century."""
    days = theirs[country][name]

    assert len(days) >= 15
    assert {holidays.in_year(ours.lower(), day.year) for day in days} == days


def test_every_name_of_the_lexicon_is_compared_or_listed_as_unknown():
    compared = {ours for names in NAMES.values() for ours in names}
    ours = {row["name"] for row in lexicon.rows("dates_holidays")}

    assert compared | UNKNOWN_THERE == ours
    assert not compared & UNKNOWN_THERE


def test_easter_is_the_day_before_the_packages_easter_monday(theirs):
    assert {holidays.easter(year) for year in YEARS} == {
        date.fromordinal(day.toordinal() - 1) for day in theirs["GB"]["Easter Monday"]
    }

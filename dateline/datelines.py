"""How articles print the day they appeared on: labels, lines of their own, the dateline of a wire.

A day counts as printed only where nothing but it (with its weekday and a time) stands in one of the
forms below. A date at odds with the weekday beside it is nobody's day; it is reported as such.
"""

import re
from dataclasses import dataclass
from datetime import date

from dateline.extract.timex import find_dates
from dateline.extract.timex.days import CONTRADICTED
from dateline.extract.timex.words import month_of, weekday_of
from dateline.model import DateRange, Precision, Span

# Anchors centuries apart: what is read the same from both does not depend on the day of reading.
EARLY, LATE = date(1700, 1, 1), date(2400, 1, 1)
_WEEKDAYS = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DatelineRule:
    """A way of printing the publication day. `example` is run by the tests."""

    name: str
    pattern: str  # what stands before and after the date; <date> is the place of the date
    example: str


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """The day that an article prints as its own, in its words; none where they contradict."""

    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class WireDay:
    """The day and month of a wire story's dateline, which leaves the year to the reader."""

    month: int
    day: int
    words: str

    def first_after(self, since: date) -> date | None:
        """The first such day on *since* or later; none where there is no such day."""
        for year in range(since.year, min(since.year + 8, date.max.year) + 1):
            try:
                found = date(year, self.month, self.day)
            except ValueError:  # 29 February, in most years
                continue
            if found >= since:
                return found
        return None


_SPACE = r"[ \t]{0,20}"
_CLOCK = (
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?: ?[aApP]\.?[mM]\.?)?|[0-9]{1,2} ?[ap]\.?m\.?)"
)
_ZONE = (
    r"(?: ?\(?(?:(?:UTC|GMT)[-+−][0-9]{1,2}(?::?[0-9]{2})?|[A-Z]{2,5})\)?"
    r"|Z| ?[+-][0-9]{2}:?[0-9]{2})"
)
_TIME = rf"(?:(?:[,|·–-]? {{0,3}}(?:at )?|T){_CLOCK}{_ZONE}?)?"
_TIME_FIRST = rf"(?:(?:at )?{_CLOCK}{_ZONE}?,? (?:on )?)?"
_DATE = r"(?=[^\n]{0,60}[0-9]{4})(?P<date>[^\n|]{6,60}?)"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} "
# What may stand beside a day on its line: the author, the minutes it takes to read.
_BYLINE = r"(?:By [^\n|·•]{1,80}[|·•] ?)?"
_REST = rf"{_SPACE}(?:[|·•] ?(?:By |[0-9]{{1,2}} ?min)[^\n]{{0,80}})?$"


def _label(words: str) -> str:
    return (
        rf"^{_SPACE}(?i:{words})(?: on)?:?{_SPACE}{_TIME_FIRST}{_DATE}{_TIME}"
        rf"(?:{_REST}|{_SPACE}[|·•/;,–—-]?{_SPACE}(?i:(?:last )?(?:updated|modified|edited))\b)"
    )


# Earlier rules win.
DATELINES = (
    DatelineRule(
        "label",
        _label("(?:first )?published|date|posted|issued|publication date"),
        "Published 21 October 2024, 10:14 KST",
    ),
    DatelineRule(
        "dateline",
        r"\A(?:[A-Z]{2}[^\n]{0,60}?, {0,3})?"
        rf"(?P<date>(?:[0-9]{{1,2}} )?{_MONTH}[^\n—–]{{4,20}}?|[0-9-]{{10}})"
        r"(?: \([^)\n]{1,60}\))? ?(?:—|–|--| - )",
        "LISBON, Portugal, Oct. 21, 2024 (Wire) — The minister resigned.",
    ),
    DatelineRule(
        "updated",
        _label("(?:last )?(?:updated|modified|edited)"),
        "Updated: 10:14 am KST, 21 October 2024",
    ),
    DatelineRule(
        "own_line",
        rf"^{_SPACE}{_BYLINE}{_TIME_FIRST}{_DATE}{_TIME}{_REST}",
        "Monday, October 21, 2024 10:15 am",
    ),
)

# "SEOUL, Oct. 21 (Agency) —", "PARIS, France, 21 Oct -": a place in capitals at a line's start.
_WIRE = re.compile(
    r"^[ \t]{0,20}(?P<words>[A-Z]{2}[A-Z.' -]{1,30}(?:, [A-Z][A-Za-z.' -]{1,30})?, "
    rf"(?P<date>{_MONTH}[0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH.rstrip()}))"
    r"(?: \([^)\n]{1,60}\))? ?(?:—|–|--| - )",
    re.MULTILINE,
)


def printed_day(text: str) -> PrintedDay | None:
    """The day that *text* prints as its own, by the first form that it uses."""
    for rule in DATELINES:
        days: dict[date | None, str] = {}
        for match in re.finditer(rule.pattern, text, re.MULTILINE):
            words = " ".join(match["date"].split())
            if (day := _whole_date(match["date"])) is not None:
                days.setdefault(day, words)
            elif _is_contradicted(match["date"]):
                days.setdefault(None, words)
        # Two days in one form ("own_line" in a chronicle) are its headings, not its own day.
        if len(days) == 1:
            [(day, words)] = days.items()
            return PrintedDay(day, words)
    return None


def wire_day(text: str) -> WireDay | None:
    """The day and month of the wire dateline, if *text* has one and only one."""
    found = {}
    for match in _WIRE.finditer(text):
        name = re.search("[A-Za-z]{3,9}", match["date"])
        number = re.search("[0-9]{1,2}", match["date"])
        try:
            month = month_of(name[0]) if name else 0
        except KeyError:  # "Marsh 12"
            continue
        found[month, int(number[0]) if number else 0] = match["words"]
    if len(found) != 1:
        return None
    [((month, day), words)] = found.items()
    return WireDay(month, day, words)


def full_dates(text: str) -> list[tuple[Span, date]]:
    """The dates that name day, month and year, so that they mean the same whenever read.

    One that stands beside another weekday than its own is left out.
    """
    early, late = _single_days(text, EARLY), _single_days(text, LATE)
    return [
        (span, day)
        for span, day in early.items()
        if late.get(span) == day and _agrees(span.of(text), day)
    ]


def contradicted_dates(text: str) -> list[str]:
    """The words of the full dates in *text* that contradict the weekday beside them."""
    early, late = _single_days(text, EARLY), _single_days(text, LATE)
    return [
        mention.text
        for mention in find_dates(text, EARLY)
        if mention.reading == CONTRADICTED
        or (
            mention.span in early
            and early[mention.span] == late.get(mention.span)
            and not _agrees(mention.text, early[mention.span])
        )
    ]


def _whole_date(words: str) -> date | None:
    """The day that *words* are, if they are nothing but one full date (and its weekday)."""
    full = full_dates(words)
    if len(full) != 1:
        return None
    [(span, day)] = full
    return day if _is_bare(words, span) else None


def _is_contradicted(words: str) -> bool:
    """Whether *words* are nothing but a full date beside a weekday that is not its own."""
    found = contradicted_dates(words)
    return len(found) == 1 and _is_bare(words, Span(0, len(found[0])).shifted(words.find(found[0])))


def _is_bare(words: str, span: Span) -> bool:
    rest = words[: span.start] + words[span.end :]
    return not re.search(r"[^\W_]{2,}", _WEEKDAYS.sub("", rest))


def _agrees(words: str, day: date) -> bool:
    """Whether *day* is the weekday that its words name, in full or shortened; or they name none."""
    named = _WEEKDAYS.search(words)
    return named is None or weekday_of(named[0][:3]) == day.weekday()


def _single_days(text: str, anchor: date) -> dict[Span, date]:
    return {
        mention.span: mention.reading.first
        for mention in find_dates(text, anchor)
        if isinstance(mention.reading, DateRange)
        and mention.reading.precision is Precision.DAY
        and mention.reading.first is not None
        and mention.reading.first == mention.reading.last
    }

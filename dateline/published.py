"""Work out on which day an article was published, from its text alone, or say that it cannot be.

"On Monday" means nothing without that day, so an article is never dated silently: either its text
prints its day, or the days it names fit known days of the story (landmarks), or it names full
dates of which the latest gives the earliest day it can have appeared. Everything else is
`Unresolved`. The result carries its reason in one sentence, which is stored with the article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.extract.sentences import split_sentences
from dateline.extract.timex import find_dates
from dateline.model import (
    DateBasis,
    DateRange,
    Precision,
    PublishedBasis,
    Span,
    Unresolved,
)

# An article that tells of a landmark by weekday appears within two weeks of it.
REACH = timedelta(days=13)
# Words for more days than a week ("this month") do not tell one publication day from the next.
NARROW_DAYS = 7
# Anchors centuries apart: what is read the same from both does not depend on the day of reading.
EARLY, LATE = date(1700, 1, 1), date(2400, 1, 1)


@dataclass(frozen=True, slots=True)
class Landmark:
    """A known day of the story, and the words by which a sentence tells of it.

    Of every term one alternative must stand in the sentence, as whole words in any case.
    """

    day: date
    terms: tuple[tuple[str, ...], ...]
    note: str

    def is_told_by(self, sentence: str) -> bool:
        told = sentence.replace("’", "'")
        return all(any(_has_words(told, words) for words in term) for term in self.terms)


@dataclass(frozen=True, slots=True)
class InferredDay:
    """A publication day with its reason; `STATED` only where the text prints it as such."""

    day: date
    basis: PublishedBasis
    note: str


@dataclass(frozen=True, slots=True)
class DatelineRule:
    """A way of printing the publication day. `example` is run by the tests."""

    name: str
    pattern: str  # what stands before and after the date; <date> is the place of the date
    example: str


_TIME = r"(?:[,|·–-]? {0,3}(?:at )?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?)?"
_SPACE = r"[ \t]{0,20}"
_DATE = r"(?=[^\n]{0,60}[0-9]{4})(?P<date>[^\n|]{6,60}?)"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} "

# Earlier rules win.
DATELINES = (
    DatelineRule(
        "label",
        rf"^{_SPACE}(?:Published|Date|Posted|Issued|Publication date)(?: on)?:?{_SPACE}{_DATE}"
        rf"{_TIME}{_SPACE}$",
        "Published: 21 October 2024",
    ),
    DatelineRule(
        "dateline",
        r"\A(?:[A-Z]{2}[^\n]{0,60}?, {0,3})?"
        rf"(?P<date>(?:[0-9]{{1,2}} )?{_MONTH}[^\n—–]{{4,20}}?|[0-9-]{{10}})"
        r"(?: \([^)\n]{1,60}\))? ?(?:—|–|--| - )",
        "LISBON, Portugal, Oct. 21, 2024 (Wire) — The minister resigned.",
    ),
    DatelineRule(
        "own_line", rf"^{_SPACE}{_DATE}{_TIME}{_SPACE}$", "Monday, October 21, 2024 10:15 am"
    ),
)

# Before a date that lies ahead of the article: it says nothing about the day of publication.
FUTURE = re.compile(
    r"\b(?:will|shall|would|could|may|might|expected|scheduled|due|planned|plans?|set|until|till|"
    r"by|before|deadline|expires?|upcoming|next)\b",
    re.IGNORECASE,
)


def published_day(text: str, landmarks: Sequence[Landmark] = ()) -> InferredDay | Unresolved:
    """The day *text* was published on, with the reason, or why it cannot be told."""
    return (
        _printed(text)
        or _from_landmarks(text, landmarks)
        or _from_latest_date(text)
        or Unresolved("prints no publication day, tells of no landmark and names no full date")
    )


def _printed(text: str) -> InferredDay | None:
    for rule in DATELINES:
        days: dict[date, str] = {}
        for match in re.finditer(rule.pattern, text, re.MULTILINE):
            if (day := _whole_date(match["date"])) is not None:
                days.setdefault(day, " ".join(match["date"].split()))
        # Two days in one form ("own_line" in a chronicle) are its headings, not its own day.
        if len(days) == 1:
            [(day, words)] = days.items()
            return InferredDay(day, PublishedBasis.STATED, f"The text prints it: “{words}”.")
    return None


def _whole_date(words: str) -> date | None:
    """The day that *words* are, if they are nothing but one full date (and its weekday)."""
    full = _full_dates(words)
    if len(full) != 1:
        return None
    [(span, day)] = full
    rest = words[: span.start] + words[span.end :]
    return None if re.search(r"[^\W_]{2,}", _WEEKDAYS.sub("", rest)) else day


def _from_landmarks(text: str, landmarks: Sequence[Landmark]) -> InferredDay | None:
    told = [
        (landmark, sentence)
        for sentence in _sentences(text)
        for landmark in landmarks
        if landmark.is_told_by(sentence)
    ]
    candidates = {
        landmark.day + timedelta(days=n) for landmark, _ in told for n in range(REACH.days + 1)
    }
    fits: dict[date, dict[Landmark, str]] = {}
    for candidate in sorted(candidates):
        fits[candidate] = {}
        for landmark, sentence in told:
            if words := _words_for(landmark, sentence, candidate):
                fits[candidate].setdefault(landmark, words)
    most = max((len(found) for found in fits.values()), default=0)
    if not most:
        return None
    best = [day for day, found in fits.items() if len(found) == most]
    day = max(best[0], _latest_weekday(text, best[0], best[-1]))
    return InferredDay(day, PublishedBasis.INFERRED, _reason(fits[best[0]], best, day))


def _latest_weekday(text: str, first: date, last: date) -> date:
    """The latest day that the text names by its weekday, if it is read on *last*.

    An article that landmarks place in one week, and that names Friday and Monday, appeared on
    that Monday at the earliest. What lies ahead when read on *first* is an announcement.
    """
    ahead = {span for span, day in _weekdays(text, first).items() if day > first}
    days = [day for span, day in _weekdays(text, last).items() if span not in ahead]
    return max((day for day in days if day <= last), default=date.min)


def _weekdays(text: str, anchor: date) -> dict[Span, date]:
    """The days named by weekday, and where, if the text is read on *anchor*."""
    return {
        mention.span: mention.reading.last
        for mention in find_dates(text, anchor)
        if mention.basis is DateBasis.WEEKDAY
        and isinstance(mention.reading, DateRange)
        and mention.reading.last is not None
    }


def _reason(fits: dict[Landmark, str], best: Sequence[date], day: date) -> str:
    days: dict[date, list[str]] = {}
    for landmark, words in fits.items():
        days.setdefault(landmark.day, []).append(words)
    readings = "; ".join(
        f"“{'” and “'.join(dict.fromkeys(words))}” is {known:%A} {known.day} {known:%B %Y}"
        for known, words in sorted(days.items())
    )
    count = f"{len(fits)} landmark{'s' if len(fits) > 1 else ''} of the story"
    if len(best) == 1:
        return f"Only read on {day} do its date words fit {count}: {readings}."
    return (
        f"Its date words fit {count} if read between {best[0]} and {best[-1]}: {readings}. Taken "
        "is the earliest of them that does not precede a weekday it names."
    )


def _words_for(landmark: Landmark, sentence: str, anchor: date) -> str:
    """The date words of *sentence* that, read on *anchor*, mean the landmark's day; else none."""
    for mention in find_dates(sentence, anchor):
        reading = mention.reading
        if (
            mention.basis in {DateBasis.WEEKDAY, DateBasis.RELATIVE}
            and isinstance(reading, DateRange)
            and reading.width_days <= NARROW_DAYS
            and landmark.day in reading
        ):
            return mention.text
    return ""


def _from_latest_date(text: str) -> InferredDay | None:
    found = [
        (day, span.of(sentence))
        for sentence in _sentences(text)
        for span, day in _full_dates(sentence)
        if not FUTURE.search(sentence, max(0, span.start - 100), span.start)
    ]
    if not found:
        return None
    day, words = max(found)
    return InferredDay(
        day,
        PublishedBasis.INFERRED,
        f"The latest full date in the text is “{words}”; the article may be younger than that.",
    )


def _full_dates(text: str) -> list[tuple[Span, date]]:
    """The dates that name day, month and year, so that they mean the same whenever read."""
    early, late = _single_days(text, EARLY), _single_days(text, LATE)
    return [(span, day) for span, day in early.items() if late.get(span) == day]


def _single_days(text: str, anchor: date) -> dict[Span, date]:
    return {
        mention.span: mention.reading.first
        for mention in find_dates(text, anchor)
        if isinstance(mention.reading, DateRange)
        and mention.reading.precision is Precision.DAY
        and mention.reading.first is not None
        and mention.reading.first == mention.reading.last
    }


def _sentences(text: str) -> list[str]:
    """The sentences of the text, each once."""
    return list(dict.fromkeys(sentence.span.of(text) for sentence in split_sentences(text)))


def _has_words(text: str, words: str) -> bool:
    plain = re.escape(words.replace("’", "'"))
    return bool(re.search(rf"(?<!\w){plain}(?!\w)", text, re.IGNORECASE))


_WEEKDAYS = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.IGNORECASE
)

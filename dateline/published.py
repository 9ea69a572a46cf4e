"""Work out on which day an article was published, from its text alone, or say that it cannot be.

"On Monday" means nothing without that day, so an article is never dated silently: either its text
prints its day, or the days it names fit known days of the story (landmarks), or it names full
dates of which the latest gives the earliest day it can have appeared. A dateline without a year
("SEOUL, Oct. 21 —") binds both: they may only give its year. Everything else is `Unresolved`, and
says what was tried. The result carries its reason in one sentence, stored with the article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.datelines import WireDay, contradicted_dates, full_dates, printed_day, wire_day
from dateline.extract.sentences import split_sentences
from dateline.extract.timex import find_dates
from dateline.model import DateBasis, DateRange, PublishedBasis, Span, Unresolved

# An article that tells of a landmark by weekday appears within two weeks of it.
REACH = timedelta(days=13)
# Words for more days than a week ("this month") do not tell one publication day from the next.
NARROW_DAYS = 7
# A dateline without a year belongs to the half-year after what the text tells of, or to no year.
HALF_YEAR = timedelta(days=183)


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


# Before a date that lies ahead of the article: it says nothing about the day of publication.
FUTURE = re.compile(
    r"\b(?:will|shall|would|could|(?-i:may)|might|expected|scheduled|due|planned|plans?|set|until|"
    r"till|by|before|deadline|expires?|upcoming|next)\b",  # but not the month of May
    re.IGNORECASE,
)


def published_day(text: str, landmarks: Sequence[Landmark] = ()) -> InferredDay | Unresolved:
    """The day *text* was published on, with the reason, or why it cannot be told."""
    printed = printed_day(text)
    if printed and printed.day:
        note = f"The text prints it: “{printed.words}”."
        return InferredDay(printed.day, PublishedBasis.STATED, note)
    wire = wire_day(text)
    if found := _from_landmarks(text, landmarks, wire):
        return found
    # What it prints of its day is wrong or lacks the year: an older date would be a silent choice.
    if not printed and (found := _from_latest_date(text, wire)):
        return found
    return Unresolved(_refusal(text, printed.words if printed else "", wire))


def _refusal(text: str, printed: str, wire: WireDay | None) -> str:
    """What was tried, and what came of it."""
    if printed:
        return f"prints “{printed}” as its day, which is another weekday, and tells of no landmark"
    first = f"begins “{wire.words}” without a year" if wire else "prints no publication day"
    since = " in the half-year before" if wire else ""
    wrong = "”, “".join(dict.fromkeys(contradicted_dates(text)))
    but = f" but “{wrong}”, which is another weekday" if wrong else ""
    return f"{first}, tells of no landmark{since} and names no full date{since}{but}"


def _from_landmarks(
    text: str, landmarks: Sequence[Landmark], wire: WireDay | None
) -> InferredDay | None:
    told = [
        (landmark, sentence)
        for sentence in _sentences(text)
        for landmark in landmarks
        if landmark.is_told_by(sentence)
    ]
    candidates = {day for landmark, _ in told for day in _candidates(landmark.day, wire)}
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
    if wire:
        if len(best) > 1:  # as many landmarks of one year as of another
            return None
        note = f"Its dateline is “{wire.words}”. {_reason(fits[best[0]], best)}"
        return InferredDay(best[0], PublishedBasis.INFERRED, note)
    day = max(best[0], _latest_weekday(text, best[0], best[-1]))
    return InferredDay(day, PublishedBasis.INFERRED, _reason(fits[best[0]], best))


def _candidates(landmark: date, wire: WireDay | None) -> list[date]:
    """The days on which an article may tell of a landmark by its weekday."""
    if wire is None:
        return [landmark + timedelta(days=n) for n in range(REACH.days + 1)]
    day = wire.first_after(landmark)
    return [day] if day and day - landmark <= HALF_YEAR else []


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


def _reason(fits: dict[Landmark, str], best: Sequence[date]) -> str:
    days: dict[date, list[str]] = {}
    for landmark, words in fits.items():
        days.setdefault(landmark.day, []).append(words)
    readings = "; ".join(
        f"“{'” and “'.join(dict.fromkeys(words))}” is {known:%A} {known.day} {known:%B %Y}"
        for known, words in sorted(days.items())
    )
    count = f"{len(fits)} landmark{'s' if len(fits) > 1 else ''} of the story"
    if len(best) == 1:
        return f"Only read on {best[0]} do its date words fit {count}: {readings}."
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


def _from_latest_date(text: str, wire: WireDay | None) -> InferredDay | None:
    found = [
        (day, span.of(sentence))
        for sentence in _sentences(text)
        for span, day in full_dates(sentence)
        if not FUTURE.search(sentence, max(0, span.start - 100), span.start)
    ]
    if not found:
        return None
    day, words = max(found)
    if wire:
        first = wire.first_after(day)
        if first is None or first - day > HALF_YEAR:
            return None
        note = f"Its dateline is “{wire.words}”, and the latest full date in the text “{words}”."
        return InferredDay(first, PublishedBasis.INFERRED, note)
    note = f"The latest full date in the text is “{words}”; the article may be younger than that."
    if wrong := contradicted_dates(text):
        note += f" Left out is “{wrong[0]}”, which is another weekday."
    return InferredDay(day, PublishedBasis.INFERRED, note)


def _sentences(text: str) -> list[str]:
    """The sentences of the text, each once."""
    return list(dict.fromkeys(sentence.span.of(text) for sentence in split_sentences(text)))


def _has_words(text: str, words: str) -> bool:
    plain = re.escape(words.replace("’", "'"))
    return bool(re.search(rf"(?<!\w){plain}(?!\w)", text, re.IGNORECASE))

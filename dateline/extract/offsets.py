"""Days that hang on another event: "two days after the vote", "a month before talks began".

Where the sentence dates one of the two, the other lies so many days off. Where it dates neither,
the event that the words name must have one day elsewhere in the article; with none, or with
several, the phrase stays unread.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.extract.inheritance import Dated
from dateline.extract.tellings import SentenceView
from dateline.extract.timex.units import Unit, around, step
from dateline.extract.timex.words import count_of
from dateline.model import (
    DateBasis,
    DateMention,
    DateRange,
    EventKind,
    Mention,
    Precision,
    Span,
    Stance,
    Unresolved,
)

RULE = "from_event"
_COUNTS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PHRASE = re.compile(
    r"(?<![\w-])(?:(?P<hedge>about|some|nearly|almost|roughly|around)\s|(?:just|only|exactly)\s)?"
    rf"(?:(?P<count>an?|{_COUNTS}|[0-9]{{1,2}})[\s-](?P<unit>day|week|month|year)s?|"
    r"the\s(?:very\s)?(?P<the>day|week|month|year))\s"
    r"(?P<side>after|before)\s(?=[\w“])",
    re.IGNORECASE,
)
# "Within two days after", "more than a week after": a bound, and no day.
# ... and "four months to the day after", where the day is none either.
_BOUNDED = re.compile(
    r"\b(?:within|than|least|most|over|under|up to|for|until|every|(?:month|year|week)s? to)\s\Z",
    re.I,
)
_ENDS_ANCHOR = re.compile(r"[,;:—]\s|\s(?:while|when|as|but)\s|[.!?…”]?\Z")
_FRONTED = re.compile(r"(?:\A|[,;:—–]\s|\b(?:and|but)\s)[“\"]?\Z")
_SPEECH = {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT}


@dataclass(frozen=True, slots=True)
class Offset:
    """A stated distance between two events; `anchor` are the words of the one it counts from."""

    span: Span
    count: int  # of units, from the anchor to the other event
    unit: Unit
    is_approximate: bool
    anchor: Span
    is_fronted: bool

    def from_anchor(self, days: DateRange) -> DateRange | None:
        return self._shifted(days, self.count)

    def to_anchor(self, days: DateRange) -> DateRange | None:
        return self._shifted(days, -self.count)

    def _shifted(self, days: DateRange, count: int) -> DateRange | None:
        """The days so far from one known day: to the day for weeks, else to the unit."""
        if days.precision is not Precision.DAY or days.first is None:
            return None
        if self.unit in (Unit.DAY, Unit.WEEK):
            away = timedelta(days=count * (7 if self.unit is Unit.WEEK else 1))
            return replace(DateRange.day(days.first + away), approximate=self.is_approximate)
        return around(step(days.first, self.unit, count), self.unit)


def has_offset(text: str) -> bool:
    """Whether *text* may hold an offset; cheap, and sometimes wrong."""
    return bool(_PHRASE.search(text))


def find_offsets(text: str, dates: Sequence[DateMention]) -> list[Offset]:
    """The offsets of one sentence that no date of the calendar reading covers."""
    offsets: list[Offset] = []
    for match in _PHRASE.finditer(text):
        span = Span(match.start(), match.end() - 1)
        if any(date.span.overlaps(span) for date in dates):
            continue
        if _BOUNDED.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        count = match["count"] or "one"
        number = 1 if count.lower() in ("a", "an") else count_of(count)
        end = _ENDS_ANCHOR.search(text, match.end())
        unit = Unit((match["unit"] or match["the"]).lower())
        offsets.append(
            Offset(
                span,
                number if match["side"].lower() == "after" else -number,
                unit,
                bool(match["hedge"]) or (unit is Unit.WEEK and number > 1),
                Span(match.end(), end.start() if end else len(text)),
                bool(_FRONTED.search(text[max(0, match.start() - 6) : match.start()])),
            )
        )
    return offsets


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence's tellings after its offsets were worked out."""

    dated: list[Dated]
    kept: dict[Span, DateMention]
    unread: list[DateMention]


def place(
    view: SentenceView,
    dated: list[Dated],
    kept: Mapping[Span, DateMention],
    plain: Sequence[Span],
    before: Sequence[Mention],
) -> Placed:
    """Give the tellings around each offset of the sentence the days that follow from it.

    *before* are the mentions of the article so far, *plain* the sentence's verbs of no known kind.
    """
    placed = Placed(list(dated), dict(kept), [])
    for offset in find_offsets(view.text, view.dates):
        _place_one(view, placed, offset, plain, before)
    return placed


def _place_one(
    view: SentenceView,
    placed: Placed,
    offset: Offset,
    plain: Sequence[Span],
    before: Sequence[Mention],
) -> None:
    anchor = next((i for i in placed.dated if offset.anchor.holds(i.candidate.span)), None)
    verb = next((verb for verb in plain if offset.anchor.holds(verb)), None)
    main = _main_days(placed, offset)
    if main is not None:
        days = offset.to_anchor(main)
        if days is None:
            return
        date = _date(view, offset, days)
        if anchor is not None and anchor.reading is None:
            _set(placed, anchor, date)
        elif anchor is None and verb is not None and verb not in placed.kept:
            placed.kept[verb] = date
        return
    known = anchor.reading if anchor is not None else None
    if known is None and anchor is not None:
        known = _day_of(anchor, before)
    days = offset.from_anchor(known) if known is not None else None
    if days is None:
        reason = "hangs on an event whose day the text does not give"
        placed.unread.append(
            DateMention(
                offset.span,
                offset.span.of(view.text),
                RULE,
                DateBasis.ANAPHORIC,
                Unresolved(reason),
            )
        )
        return
    date = _date(view, offset, days)
    told = _beside(
        offset,
        [item for item in placed.dated if item.reading is None and item.candidate.telling.is_verb],
    )
    if told is not None:
        _set(placed, told, date)
        return
    verbs = [verb for verb in plain if not offset.anchor.holds(verb) and verb not in placed.kept]
    ahead = [verb for verb in verbs if verb.start >= offset.anchor.end]
    behind = [verb for verb in verbs if verb.end <= offset.span.start]
    chosen = ahead[:1] if offset.is_fronted and ahead else behind[-1:]
    if chosen:
        placed.kept[chosen[0]] = date


def _main_days(placed: Placed, offset: Offset) -> DateRange | None:
    """The day of the telling that the offset places, where its own words give one."""
    spans = [(item.candidate.span, item.reading) for item in placed.dated if item.reading]
    spans += [
        (verb, d.reading) for verb, d in placed.kept.items() if isinstance(d.reading, DateRange)
    ]
    outside = [(span, days) for span, days in sorted(spans) if not offset.anchor.holds(span)]
    ahead = [days for span, days in outside if span.start >= offset.anchor.end]
    behind = [days for span, days in outside if span.end <= offset.span.start]
    if offset.is_fronted and ahead and not behind:
        return ahead[0]
    return behind[-1] if behind else None


def _beside(offset: Offset, items: Sequence[Dated]) -> Dated | None:
    ahead = [item for item in items if item.candidate.span.start >= offset.anchor.end]
    behind = [item for item in items if item.candidate.span.end <= offset.span.start]
    if offset.is_fronted and ahead and not behind:
        return ahead[0]
    return behind[-1] if behind else None


def _day_of(anchor: Dated, before: Sequence[Mention]) -> DateRange | None:
    """The one day on which the article has told an event of the anchor's kind."""
    kind = anchor.candidate.kind
    if kind in _SPEECH:
        return None
    days = {
        mention.reading
        for mention in before
        if mention.kind is kind
        and mention.reading is not None
        and mention.reading.precision is Precision.DAY
        and mention.stance not in (Stance.DENIED, Stance.CONDITIONAL)
    }
    return days.pop() if len(days) == 1 else None


def _date(view: SentenceView, offset: Offset, days: DateRange) -> DateMention:
    return DateMention(offset.span, offset.span.of(view.text), RULE, DateBasis.ANAPHORIC, days)


def _set(placed: Placed, item: Dated, date: DateMention) -> None:
    assert isinstance(date.reading, DateRange)
    given = replace(item, date=date, reading=date.reading, basis=date.basis, rule=date.rule)
    placed.dated[placed.dated.index(item)] = given

"""Days that hang on another event: "two days after the vote", "a month before talks began".

Where the sentence dates one of the two, the other lies so many days off. Where it dates neither,
the event that the words name must have one day elsewhere in the article; with none, or with
several, the phrase stays unread.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.extract.dated import Dated
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
_DAYTIMES = frozenset({"morning", "evening", "night"})
_COUNTS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PHRASE = re.compile(
    r"(?<![\w-])(?:(?P<hedge>about|some|nearly|almost|roughly|around)\s|(?:just|only|exactly)\s)?"
    rf"(?:(?P<count>an?|{_COUNTS}|[0-9]{{1,2}})[\s-](?P<unit>day|week|month|year)s?|"
    r"the\s(?:very\s)?(?P<the>day|week|month|year|morning(?=\safter)|evening(?=\sbefore)|"
    r"night(?=\sbefore)))\s"
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
# "Two days after the fire rescuers found": the words behind a noun that begin a clause.
OPENS_CLAUSE = re.compile(
    r"\s(?=[A-Z]|(?:an?|the|its|his|her|their|he|she|it|they|we|some|about|at least)\s)"
)
_FRONTED = re.compile(r"(?:\A|[,;:—–]\s|\b(?:and|but)\s)[“\"]?\Z")
# What an article calls "the accident" lies no further back, unless its sentence says when it was.
_NEWS = timedelta(days=180)
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
        named = (match["unit"] or match["the"]).lower()
        unit = Unit.DAY if named in _DAYTIMES else Unit(named)
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


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an article when one of its sentences is read."""

    published: date
    mentions: Sequence[Mention]


def place(
    view: SentenceView,
    dated: list[Dated],
    kept: Mapping[Span, DateMention],
    plain: Sequence[Span],
    article: Told,
) -> Placed:
    """Give the tellings around each offset of the sentence the days that follow from it.

    *article* is what the article tells, *plain* are the sentence's verbs of no known kind.
    """
    placed = Placed(list(dated), dict(kept), [])
    for offset in find_offsets(view.text, view.dates):
        _place_one(view, placed, _bounded(view, offset), plain, article)
    return placed


def _place_one(
    view: SentenceView,
    placed: Placed,
    offset: Offset,
    plain: Sequence[Span],
    article: Told,
) -> None:
    anchor = next((i for i in placed.dated if offset.anchor.holds(i.candidate.span)), None)
    verb = next((verb for verb in plain if offset.anchor.holds(verb)), None)
    main = _main_days(placed, offset, plain)
    if main is not None:
        days = offset.to_anchor(main)
        if days is None:
            return
        day = _date(view, offset, days)
        if anchor is not None and anchor.reading is None:
            _set(placed, anchor, day)
        elif anchor is None and verb is not None and verb not in placed.kept:
            placed.kept[verb] = day
        return
    known = anchor.reading if anchor is not None else None
    is_elsewhere = known is None
    if anchor is not None and is_elsewhere:
        known = _day_of(anchor, article)
    days = offset.from_anchor(known) if known is not None else None
    if days is not None and is_elsewhere and days.first and days.first > article.published:
        days = None  # what an article tells as done was not done after it: another event is meant
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
    day = _date(view, offset, days)
    told = _beside(
        offset,
        [item for item in placed.dated if item.reading is None and item.candidate.telling.is_verb],
    )
    if told is not None:
        _set(placed, told, day)
        return
    verbs = [verb for verb in plain if not offset.anchor.holds(verb) and verb not in placed.kept]
    ahead = [verb for verb in verbs if verb.start >= offset.anchor.end]
    behind = [verb for verb in verbs if verb.end <= offset.span.start]
    chosen = ahead[:1] if offset.is_fronted and ahead else behind[-1:]
    if chosen:
        placed.kept[chosen[0]] = day


def _bounded(view: SentenceView, offset: Offset) -> Offset:
    """The offset without the clause that follows it: "two days after the fire rescuers found"."""
    if not offset.is_fronted:
        return offset
    noun = next((c for c in view.cues if offset.anchor.holds(c.span) and not c.is_verb), None)
    if noun is None or not OPENS_CLAUSE.match(view.text, noun.span.end):
        return offset
    return replace(offset, anchor=Span(offset.anchor.start, noun.span.end))


def _main_days(placed: Placed, offset: Offset, plain: Sequence[Span]) -> DateRange | None:
    """The day of the telling that the offset places, where its own words give one."""
    spans = [(item.candidate.span, item.reading) for item in placed.dated if item.reading]
    spans += [
        (verb, d.reading) for verb, d in placed.kept.items() if isinstance(d.reading, DateRange)
    ]
    outside = [(span, days) for span, days in sorted(spans) if not offset.anchor.holds(span)]
    ahead = [days for span, days in outside if span.start >= offset.anchor.end]
    behind = [days for span, days in outside if span.end <= offset.span.start]
    if offset.is_fronted and ahead and not behind:
        dated = next(span for span, _ in outside if span.start >= offset.anchor.end)
        told = [item.candidate.span for item in placed.dated if item.candidate.telling.is_verb]
        verbs = [verb.start for verb in (*plain, *told) if verb.start >= offset.anchor.end]
        return ahead[0] if dated.start <= min(verbs, default=dated.start) else None
    return behind[-1] if behind else None


def _beside(offset: Offset, items: Sequence[Dated]) -> Dated | None:
    ahead = [item for item in items if item.candidate.span.start >= offset.anchor.end]
    behind = [item for item in items if item.candidate.span.end <= offset.span.start]
    if offset.is_fronted and ahead and not behind:
        return ahead[0]
    return behind[-1] if behind else None


def _day_of(anchor: Dated, article: Told) -> DateRange | None:
    """The one day in the news on which the article tells the event of the anchor: one that it
    calls by the same word, or else the only one of its kind."""
    kind, cue = anchor.candidate.kind, anchor.candidate.cue
    if kind in _SPEECH or cue is None:
        return None
    told = [
        mention
        for mention in article.mentions
        if mention.kind is kind
        and mention.reading is not None
        and mention.reading.precision is Precision.DAY
        and mention.reading.first is not None
        and article.published - mention.reading.first <= _NEWS
        and mention.stance not in (Stance.DENIED, Stance.CONDITIONAL)
    ]
    named = {mention.reading for mention in told if _is_called(mention, cue.word)}
    days = named or {mention.reading for mention in told}
    return days.pop() if len(days) == 1 else None


def _is_called(mention: Mention, word: str) -> bool:
    if mention.cue is None:
        return False
    told = mention.cue.shifted(-mention.sentence.start).of(mention.sentence_text)
    return told.lower().startswith(word)


def _date(view: SentenceView, offset: Offset, days: DateRange) -> DateMention:
    return DateMention(offset.span, offset.span.of(view.text), RULE, DateBasis.ANAPHORIC, days)


def _set(placed: Placed, item: Dated, day: DateMention) -> None:
    assert isinstance(day.reading, DateRange)
    given = replace(item, date=day, reading=day.reading, basis=day.basis, rule=day.rule)
    placed.dated[placed.dated.index(item)] = given

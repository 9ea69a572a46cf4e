"""The words of the domain: spans, dates that are ranges, counts with bounds, and their choices.

Nothing here reads text, files or the clock. A value that could not be read is `Unresolved`, never
a plausible substitute.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character range in an article's text; ``text[start:end]`` is the evidence."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Precision(StrEnum):
    """How closely a date was stated, never how closely it was computed. From fine to coarse."""

    DAY = "day"
    PART = "part"  # a part of a longer unit: early March, the weekend, the end of 2022
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"  # from one stated date to another, or open at one end


class DateBasis(StrEnum):
    """What a date expression hangs on."""

    STATED = "stated"  # day, month or year in full
    WEEKDAY = "weekday"  # a weekday, read against the publication day
    RELATIVE = "relative"  # to the publication day: today, last month, two weeks ago
    ANAPHORIC = "anaphoric"  # to another date in the text: the day before, a month later
    INHERITED = "inherited"  # no words of its own; the sentence continues a dated one
    NONE = "none"  # the text gives no date


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days a date expression can mean, both ends included; `None` is an open end.

    `precision` says whether the range is a doubt (one day somewhere in a month) or, for
    `INTERVAL`, a stretch that the words state from end to end.
    """

    first: date | None
    last: date | None
    precision: Precision
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a date range needs at least one end")
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"date range ends before it starts: {self.first} to {self.last}")

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def can_meet(self, other: DateRange) -> bool:
        """Whether some day lies in both ranges."""
        return (self.first or date.min) <= (other.last or date.max) and (
            other.first or date.min
        ) <= (self.last or date.max)

    @property
    def width_days(self) -> int:
        """Days from end to end; an open end counts as a century."""
        if self.first is None or self.last is None:
            return 36_525
        return (self.last - self.first).days + 1

    @classmethod
    def day(cls, day: date) -> DateRange:
        return cls(day, day, Precision.DAY)

    @classmethod
    def around(cls, day: date, precision: Precision) -> DateRange:
        """The whole day, week (from Monday), month, quarter or year that contains *day*."""
        match precision:
            case Precision.DAY:
                first, last = day, day
            case Precision.WEEK:
                first = day - timedelta(days=day.weekday())
                last = first + timedelta(days=6)
            case Precision.MONTH:
                first, last = day.replace(day=1), _month_end(day.year, day.month)
            case Precision.QUARTER:
                start = 3 * ((day.month - 1) // 3) + 1
                first, last = date(day.year, start, 1), _month_end(day.year, start + 2)
            case Precision.YEAR:
                first, last = date(day.year, 1, 1), date(day.year, 12, 31)
            case _:
                raise ValueError(f"no range is centred on a {precision}")
        return cls(first, last, precision)

    @property
    def edtf(self) -> str:
        """The range in EDTF (ISO 8601-2, level 1); what has no form of its own is an interval."""
        first, last = self.first, self.last
        if first is None:
            return f"../{_short(last, last=True)}" if last else ".."
        if last is None:
            return f"{_short(first)}/.."
        mark = "~" if self.approximate else ""
        if first == last:
            return first.isoformat() + mark
        # A season takes no mark in EDTF: "about spring" is its months, approximately.
        if self.precision is Precision.SEASON and not mark and (code := _season_code(first)):
            return f"{first.year:04d}-{code}"
        if first.day == 1 and last == _month_end(first.year, first.month):
            return f"{_month(first)}{mark}"
        if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
            return f"{first.year:04d}{mark}"
        return f"{_short(first)}{mark}/{_short(last, last=True)}{mark}"


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _season_code(first: date) -> int | None:
    return {3: 21, 6: 22, 9: 23, 12: 24}.get(first.month)


def _month(day: date) -> str:
    """The month as ISO writes it; strftime leaves a year before 1000 short of its zeros."""
    return f"{day.year:04d}-{day.month:02d}"


def _short(day: date, last: bool = False) -> str:
    """A month's first (or last) day as the month it bounds, any other day in full."""
    edge = _month_end(day.year, day.month) if last else day.replace(day=1)
    return _month(day) if day == edge else day.isoformat()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression that was seen and could not be read. It is kept, counted and shown."""

    reason: str


DateReading = DateRange | Unresolved


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression: where it stands, the rule that saw it, and what it means."""

    span: Span
    text: str
    rule: str
    basis: DateBasis
    reading: DateReading


class Bound(StrEnum):
    """Which ends of a count the words give."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"  # dozens, several hundred: words without an end


@dataclass(frozen=True, slots=True)
class CountRange:
    """A quantity as stated: only the ends that the words give are filled."""

    low: float | None
    high: float | None
    bound: Bound

    def __post_init__(self) -> None:
        given = (self.low is not None, self.high is not None)
        allowed = {
            Bound.AT_LEAST: [(True, False)],
            Bound.MORE_THAN: [(True, False)],
            Bound.AT_MOST: [(False, True)],
            Bound.LESS_THAN: [(False, True)],
            Bound.VAGUE: [(False, False)],
        }.get(self.bound, [(True, True)])
        if given not in allowed:
            raise ValueError(f"{self.bound} does not fill low={self.low} and high={self.high}")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"count ends before it starts: {self.low} to {self.high}")


class State(StrEnum):
    """What is said of the people or things that a count counts."""

    DEPLOYED = "deployed"
    PREPARING = "preparing"
    PLANNED = "planned"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    SUPPLIED = "supplied"
    PRODUCED = "produced"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a sentence: the words, the count they state, and what is counted.

    `span` covers the whole phrase with its hedge ("at least 1,500 elite commandos"), `number` the
    number words alone, both as offsets into the text that was searched.
    """

    span: Span
    number: Span
    count: CountRange
    unit: str  # troops, brigades, people, shells, missiles, ships, ...
    state: State
    rule: str
    increment: bool = False  # "an additional 10,000": adds to something already counted
    part_of: float | None = None  # "8,000 of the 10,000": the whole this is a part of
    noun: Span | None = None  # the words that name what is counted: "elite commandos"
    state_cue: Span | None = None  # the words that gave the state; none where nothing did
    rate: str = ""  # day, week, month or year, for "200,000 shells annually"

    def shifted(self, by: int) -> Figure:
        """The same figure in a text that begins *by* characters earlier."""
        return replace(
            self,
            span=self.span.shifted(by),
            number=self.number.shifted(by),
            noun=self.noun.shifted(by) if self.noun else None,
            state_cue=self.state_cue.shifted(by) if self.state_cue else None,
        )


@dataclass(frozen=True, slots=True)
class UnreadFigure:
    """A count of something Dateline keeps, in number words it cannot read."""

    span: Span
    reason: str


class PublishedBasis(StrEnum):
    """Where an article's publication day comes from."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the pipeline takes it in; `text` is what every offset counts in."""

    article_id: str
    title: str
    publisher: str
    published: date
    published_basis: PublishedBasis
    text: str
    basis_note: str = ""
    url: str = ""
    derived_from: str = ""


class ActorKind(StrEnum):
    PERSON = "person"
    BODY = "body"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or speaks, with every spelling it goes by."""

    actor_id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str  # ISO 3166-1 alpha-3, empty for international bodies


class EventKind(StrEnum):
    """What happened, in the coarsest words that still tell events apart."""

    AGREEMENT = "agreement"
    VOTE = "vote"
    SUMMONS = "summons"
    STATEMENT = "statement"
    INTELLIGENCE_REPORT = "intelligence_report"
    CALL = "call"
    MEETING = "meeting"
    DEPLOYMENT = "deployment"
    ARMS_TRANSFER = "arms_transfer"
    ATTACK = "attack"
    SANCTION = "sanction"
    POLICY_REVIEW = "policy_review"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    LABOUR_ACTION = "labour_action"
    CYBER_INCIDENT = "cyber_incident"
    ELECTION = "election"
    RECALL = "recall"
    RESCUE = "rescue"
    OTHER = "other"


class Stance(StrEnum):
    """How far a sentence commits to the event it tells."""

    ASSERTED = "asserted"
    CONFIRMED = "confirmed"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class Status(StrEnum):
    """Where an event stands once all its mentions are read."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"  # somebody confirms or asserts it, somebody denies it
    DENIED = "denied"
    PLANNED = "planned"


class ProblemKind(StrEnum):
    """What could not be read, or does not hold, and so stands in problems.csv."""

    UNRESOLVED_DATE = "unresolved_date"
    UNRESOLVED_FIGURE = "unresolved_figure"
    AMBIGUOUS_NAME = "ambiguous_name"
    UNSOURCED_CLAIM = "unsourced_claim"
    CHECK = "check"
    CORRECTION = "correction"  # a line of corrections.csv that no longer applies


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one sentence of one article tells it. Spans count in the article's text."""

    mention_id: str
    article_id: str
    sentence: Span
    sentence_text: str
    cue: Span | None  # the words that tell it; None where only a date says that it is one
    date: DateMention | None  # the date words, with their reading
    reading: DateRange | None  # the days; None where the text gives none
    date_basis: DateBasis
    date_rule: str
    kind: EventKind
    kind_rule: str
    actor_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    place: str
    stance: Stance
    stance_rule: str
    attributed_to: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A quantity that somebody claims, as one sentence of one article states it."""

    estimate_id: str
    article_id: str
    mention_id: str  # the mention it belongs to; empty where the sentence tells no event
    sentence: Span
    sentence_text: str
    figure: Figure
    phrase: str
    force_id: str
    claimants: tuple[str, ...]
    claimant_text: str
    relayed_by: tuple[str, ...]
    stance: Stance
    as_of: DateRange | None  # None: as of the report
    as_of_basis: str
    state_rule: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Words that could not be read, or a rule that does not hold."""

    article_id: str
    span: Span | None
    text: str
    kind: ProblemKind
    reason: str


class FindingKind(StrEnum):
    """What sort of expression was found in a text."""

    DATE = "date"
    ACTOR = "actor"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Finding:
    """One expression of an article's text and what it was read as, used by a row or not."""

    article_id: str
    span: Span
    text: str
    kind: FindingKind
    value: str  # EDTF of a date, id of an actor, bounds of a figure; empty if unread
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gives."""

    mentions: tuple[Mention, ...]
    estimates: tuple[Estimate, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    actors: tuple[Actor, ...]  # actors that no list names, made from the text

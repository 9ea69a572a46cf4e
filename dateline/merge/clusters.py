"""Which mentions tell one and the same event.

Mentions come in from the best dated to the undated, and each joins the event it fits best or
founds one. What must hold depends on the kind: an ambassador is summoned once by the same parties,
but a president speaks many times, and "troops sent this month" may be told in many words. Every
join carries the name of the rule behind it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline import lexicon
from dateline.merge.similarity import Likeness
from dateline.model import (
    Actor,
    ActorKind,
    Article,
    DateBasis,
    DateRange,
    EventKind,
    Mention,
    Precision,
    Stance,
)

SPEECH = frozenset({EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT})
# One act of its kind between the same parties in the same days is one event.
SINGULAR = frozenset(
    {
        EventKind.AGREEMENT,
        EventKind.VOTE,
        EventKind.SUMMONS,
        EventKind.CALL,
        EventKind.ELECTION,
        EventKind.RECALL,
        EventKind.DISASTER,
        EventKind.ACCIDENT,
        EventKind.LABOUR_ACTION,
        EventKind.CYBER_INCIDENT,
        EventKind.RESCUE,
    }
)
_NOT_YET = {Stance.PLANNED, Stance.CONDITIONAL}

# Word likeness (cosine) from which mentions are of one event, by how well their days agree.
# Chosen on our own six-row cases and the shipped articles; see the tests.
LIKE_SAME_DAY = 0.10
LIKE_SAME_SPAN = 0.12
LIKE_UNDATED = 0.22
LIKE_UNDATED_SPEECH = 0.32
WIDE_DAYS = 45
# Undated tellings further apart in print than this are news of different days.
NEWS_DAYS = 4


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["role_id"] for row in lexicon.rows("roles"))


@dataclass
class Cluster:
    """The mentions of one event, as places in the sequence, with the rule that joined each."""

    kind: EventKind
    members: list[int] = field(default_factory=list)
    rules: dict[int, str] = field(default_factory=dict)
    reading: DateRange | None = None
    actors: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    is_planned: bool = False


class Clustering:
    """Groups the mentions of all articles into events."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        articles: Mapping[str, Article],
        actors: Mapping[str, Actor],
    ) -> None:
        self._mentions = mentions
        self._articles = articles
        self._actors = actors
        self._states = {
            actor.country: actor.actor_id
            for actor in actors.values()
            if actor.kind is ActorKind.STATE and actor.country
        }
        self._likeness = Likeness(mentions)
        self._parties = [self._parties_of(mention) for mention in mentions]

    def clusters(self) -> list[Cluster]:
        """The events, each with all of its mentions; every mention is in exactly one."""
        by_kind: dict[EventKind, list[Cluster]] = {}
        found: list[Cluster] = []
        for index in sorted(range(len(self._mentions)), key=self._rank):
            mention = self._mentions[index]
            rivals = by_kind.setdefault(mention.kind, [])
            fits = [
                (score, -order, cluster, rule)
                for order, cluster in enumerate(rivals)
                for score, rule in [self._fit(index, cluster)]
                if rule
            ]
            if fits:
                _, _, cluster, rule = max(fits, key=lambda fit: fit[:2])
            else:
                cluster, rule = Cluster(mention.kind), "first"
                rivals.append(cluster)
                found.append(cluster)
            self._join(index, cluster, rule)
        return found

    def _rank(self, index: int) -> tuple[int, str, str, int, int]:
        """Best dated first; then in the order of publication and of the text."""
        mention = self._mentions[index]
        width = mention.reading.width_days if mention.reading else 1_000_000
        if mention.date_basis is DateBasis.INHERITED:
            width += 1
        return (
            width,
            self._articles[mention.article_id].published.isoformat(),
            mention.article_id,
            mention.sentence.start,
            mention.cue.start if mention.cue else 0,
        )

    def _join(self, index: int, cluster: Cluster, rule: str) -> None:
        mention = self._mentions[index]
        cluster.members.append(index)
        cluster.rules[index] = rule
        cluster.actors |= set(mention.actor_ids)
        cluster.parties |= self._parties[index]
        if mention.place:
            cluster.places |= place_words(mention.place)
        if mention.reading is not None:
            cluster.reading = narrowed(cluster.reading, mention.reading)
        if len(cluster.members) == 1:
            cluster.is_planned = mention.stance in _NOT_YET

    def _parties_of(self, mention: Mention) -> set[str]:
        """Everybody in the mention, with the states they stand for.

        A role that anybody can have ("leaders", "officials") names no party.
        """
        parties = {*mention.actor_ids, *mention.target_ids} - _roles()
        return parties | {self._state_of(actor_id) for actor_id in parties} - {""}

    def _state_of(self, actor_id: str) -> str:
        actor = self._actors.get(actor_id)
        return self._states.get(actor.country, "") if actor else ""

    def _fit(self, index: int, cluster: Cluster) -> tuple[float, str]:
        """How well a mention fits an event, and the rule by which it does; no rule, no fit."""
        mention = self._mentions[index]
        days = days_agree(mention.reading, cluster.reading)
        if days == "apart":
            return 0.0, ""
        if cluster.is_planned != (mention.stance in _NOT_YET) and days != "same day":
            return 0.0, ""
        if self._told_apart(mention, cluster):
            return 0.0, ""
        like = max(self._likeness.between(index, member) for member in cluster.members)
        if mention.kind in SPEECH:
            rule = self._speech_rule(index, cluster, days, like)
        else:
            rule = self._deed_rule(index, cluster, days, like)
        bonus = {"same day": 2.0, "overlap": 1.0}.get(days, 0.0)
        shared = len(self._parties[index] & cluster.parties)
        return bonus + like + 0.1 * shared, rule

    def _told_apart(self, mention: Mention, cluster: Cluster) -> bool:
        """Whether one article itself dates the two differently, each in words of its own."""
        if mention.date is None:
            return False
        return any(
            other.article_id == mention.article_id
            and other.date is not None
            and other.reading != mention.reading
            for other in (self._mentions[member] for member in cluster.members)
        )

    def _speech_rule(self, index: int, cluster: Cluster, days: str, like: float) -> str:
        mention = self._mentions[index]
        speakers = set(mention.actor_ids)
        same_speaker = bool(speakers & cluster.actors)
        if not same_speaker:
            return self._denial_rule(index, cluster, days, like)
        denies = {self._mentions[member].stance is Stance.DENIED for member in cluster.members}
        if days != "same day" and denies != {mention.stance is Stance.DENIED}:
            # A denial of another day is not the statement that somebody made before.
            return ""
        quotes = any(self._likeness.share_a_quote(index, member) for member in cluster.members)
        if quotes and days != "unknown":
            return "same_speaker_and_quote"
        if quotes:
            return "same_speaker_and_quote_undated"
        is_specific = any(
            self._actors[speaker].kind is not ActorKind.STATE
            for speaker in speakers & cluster.actors
            if speaker in self._actors
        )
        if days == "same day" and mention.kind is EventKind.INTELLIGENCE_REPORT:
            return "same_body_same_day"
        if is_specific and self._shares_a_figure(index, cluster) and days != "same day":
            return "same_speaker_same_figure"
        if days == "same day" and (like >= LIKE_SAME_DAY or self._goes_on(index, cluster)):
            return "same_speaker_same_day"
        if days == "overlap" and like >= LIKE_SAME_SPAN and is_specific:
            return "same_speaker_same_days"
        if days == "unknown":
            if self._goes_on(index, cluster) and cluster.reading is None:
                return "same_passage"
            if is_specific and like >= LIKE_UNDATED_SPEECH:
                return "same_speaker_alike"
            if cluster.reading is None and self._same_channel(index, cluster):
                return "same_speaker_same_channel"
        return ""

    def _denial_rule(self, index: int, cluster: Cluster, days: str, like: float) -> str:
        """A body's denial and its state's denial of the same matter are one position."""
        mention = self._mentions[index]
        told = [self._mentions[member] for member in cluster.members]
        if mention.stance is not Stance.DENIED or told[0].stance is not Stance.DENIED:
            return ""
        sides = {self._state_of(actor_id) for actor_id in mention.actor_ids} - {""}
        theirs = {self._state_of(actor_id) for actor_id in told[0].actor_ids} - {""}
        if days == "unknown" and sides and sides == theirs and like >= LIKE_UNDATED:
            return "same_side_denies"
        return ""

    def _shares_a_figure(self, index: int, cluster: Cluster) -> bool:
        figures = large_numbers(self._mentions[index].sentence_text)
        return any(
            figures & large_numbers(self._mentions[member].sentence_text)
            for member in cluster.members
        )

    def _same_channel(self, index: int, cluster: Cluster) -> bool:
        """Whether both are posts on one network, told within days of each other."""
        mention = self._mentions[index]
        channels = channels_of(mention.sentence_text)
        published = self._articles[mention.article_id].published
        return any(
            channels & channels_of(other.sentence_text)
            and abs((self._articles[other.article_id].published - published).days) <= NEWS_DAYS
            for other in (self._mentions[member] for member in cluster.members)
        )

    def _goes_on(self, index: int, cluster: Cluster) -> bool:
        """Whether the mention directly continues one of the event's in its own article."""
        mention = self._mentions[index]
        return any(
            self._mentions[member].article_id == mention.article_id
            and 0 <= mention.sentence.start - self._mentions[member].sentence.end <= 2
            for member in cluster.members
        )

    def _deed_rule(self, index: int, cluster: Cluster, days: str, like: float) -> str:
        mention = self._mentions[index]
        shared = self._parties[index] & cluster.parties
        named = bool(self._parties[index]) and bool(cluster.parties)
        if named and not shared:
            return ""
        if self._elsewhere(mention, cluster):
            return ""
        if mention.kind is EventKind.OTHER:
            return "same_words" if days in ("same day", "overlap") and like >= 0.35 else ""
        if mention.kind in SINGULAR:
            if days == "same day":
                return "same_act_same_day"
            if days == "overlap" and (len(shared) >= 1 or like >= LIKE_SAME_SPAN):
                return "same_act_same_days"
            if days == "unknown" and (len(shared) >= 2 or like >= LIKE_UNDATED):
                return "same_act_undated"
            return ""
        if days == "same day" and (like >= LIKE_SAME_DAY or len(shared) >= 2):
            return "same_deed_same_day"
        same_span = mention.reading == cluster.reading and like >= LIKE_SAME_SPAN / 2
        if days == "overlap" and (like >= LIKE_SAME_SPAN or len(shared) >= 2 or same_span):
            return "same_deed_same_days"
        if days == "unknown" and shared and (like >= LIKE_UNDATED or len(shared) >= 2):
            return "same_deed_undated"
        if days == "unknown" and set(mention.actor_ids) & cluster.actors and like >= LIKE_SAME_SPAN:
            return "same_doer_undated"
        return ""

    def _elsewhere(self, mention: Mention, cluster: Cluster) -> bool:
        if not mention.place or not cluster.places:
            return False
        return not (place_words(mention.place) & cluster.places)


_CHANNEL = re.compile(
    r"\b(?:on|On) (X|Twitter|Facebook|Telegram|Instagram|Truth Social|WhatsApp)\b"
)


def channels_of(sentence: str) -> set[str]:
    """The networks that a sentence says something was posted on."""
    return {"X" if name == "Twitter" else name for name in _CHANNEL.findall(sentence)}


_LARGE_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{3,12}")


def large_numbers(sentence: str) -> set[str]:
    """The numbers of three digits and more, as printed; years are left out."""
    found = {number.replace(",", "") for number in _LARGE_NUMBER.findall(sentence)}
    return {number for number in found if not (len(number) == 4 and number[:2] in ("19", "20"))}


_PLACE_WORD = re.compile(r"[A-Z][\w’'-]+")


def place_words(place: str) -> set[str]:
    """The capitalised words of a place: "the eastern Donetsk region" -> Donetsk."""
    return {word.lower() for word in _PLACE_WORD.findall(place)}


def days_agree(one: DateRange | None, other: DateRange | None) -> str:
    """``same day``, ``overlap``, ``unknown`` (one is undated or far wider) or ``apart``."""
    if one is None or other is None:
        return "unknown"
    if not one.can_meet(other):
        return "apart"
    if one.precision is Precision.DAY and other.precision is Precision.DAY:
        return "same day"
    if _is_stretch(one) != _is_stretch(other) and max(one.width_days, other.width_days) > WIDE_DAYS:
        # "The war of 1950-53" and "it ended in 1953" share days and are not one event.
        return "apart"
    open_ended = {one.last is None or one.first is None, other.last is None or other.first is None}
    if open_ended == {True, False}:
        return "apart" if min(one.width_days, other.width_days) > 1 else "unknown"
    narrow, wide = sorted((one.width_days, other.width_days))
    return "unknown" if wide > WIDE_DAYS and wide > 13 * narrow else "overlap"


def _is_stretch(reading: DateRange) -> bool:
    return reading.precision is Precision.INTERVAL


def narrowed(one: DateRange | None, other: DateRange) -> DateRange:
    """The narrower of two ranges, cut to the days that both allow."""
    if one is None:
        return other
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return one
    finer = min(one, other, key=lambda reading: reading.width_days)
    return DateRange(first, last, finer.precision, finer.approximate)

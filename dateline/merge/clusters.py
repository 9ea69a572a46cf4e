"""Which mentions tell one and the same event.

Mentions come in from the best dated to the undated, and each joins the event it fits best or
founds one. What must hold depends on the kind: an ambassador is summoned once by the same parties,
but a president speaks many times, and "troops sent this month" may be told in many words. Every
join carries the name of the rule behind it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from dateline import lexicon
from dateline.merge.clues import channels_of, large_numbers, place_words, tells_another
from dateline.merge.cluster import INCIDENTS, SINGULAR, SPEECH, Cluster
from dateline.merge.days import days_agree, is_within, narrowed
from dateline.merge.neighbourhood import Neighbourhood
from dateline.merge.rows import joining_order
from dateline.merge.similarity import Likeness
from dateline.model import (
    Actor,
    ActorKind,
    Article,
    EventKind,
    Mention,
    Stance,
)

_NOT_YET = {Stance.PLANNED, Stance.CONDITIONAL}

# Word likeness (cosine) from which mentions are of one event, by how well their days agree.
# Chosen on our own six-row cases and the shipped articles; see the tests.
LIKE_SAME_DAY = 0.10
LIKE_SAME_SPAN = 0.12
LIKE_UNDATED = 0.22
LIKE_UNDATED_SPEECH = 0.32
# Undated tellings further apart in print than this are news of different days.
NEWS_DAYS = 4
# An article tells something older than this, in days, with a date or as well known.
NEWS_ERA = 180
LIKE_LONG_PAST = 0.40


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["role_id"] for row in lexicon.rows("roles"))


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
        found: list[Cluster] = []
        near = Neighbourhood()
        for index in sorted(range(len(self._mentions)), key=self._order):
            mention = self._mentions[index]
            published = self._articles[mention.article_id].published
            fits = [
                (score, -order, found[order], rule)
                for order in near.candidates(mention, published)
                for score, rule in [self._fit(index, found[order])]
                if rule
            ]
            if fits:
                _, order, cluster, rule = max(fits, key=lambda fit: fit[:2])
                near.add(-order, mention, published)
            else:
                cluster, rule = Cluster(mention.kind), "first"
                near.add(len(found), mention, published)
                found.append(cluster)
            self._join(index, cluster, rule)
        return found

    def _order(self, index: int) -> tuple[int, date, str, int, int]:
        mention = self._mentions[index]
        return joining_order(mention, self._articles[mention.article_id].published)

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
        if mention.stance is Stance.DENIED:
            # Who denies a deed is a party to it: mostly the one who is said to have done it.
            parties |= set(mention.attributed_to) - _roles()
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
        # Who is named is asked before how alike the words are, which takes longest.
        can_fit = self._can_be_said if mention.kind in SPEECH else self._can_be_done
        if not can_fit(index, cluster) or self._told_apart(mention, cluster):
            return 0.0, ""
        like = max(self._likeness.between(index, member) for member in cluster.members)
        if mention.kind in SPEECH:
            rule = self._speech_rule(index, cluster, days, like)
        else:
            rule = self._deed_rule(index, cluster, days, like)
        bonus = {"same day": 2.0, "overlap": 1.0}.get(days, 0.0)
        shared = len(self._parties[index] & cluster.parties)
        return bonus + like + 0.1 * shared, rule

    def _can_be_said(self, index: int, cluster: Cluster) -> bool:
        """Whether one speaker says both, or both deny."""
        mention = self._mentions[index]
        denies = self._mentions[cluster.members[0]].stance is Stance.DENIED
        return not cluster.actors.isdisjoint(mention.actor_ids) or (
            denies and mention.stance is Stance.DENIED
        )

    def _can_be_done(self, index: int, cluster: Cluster) -> bool:
        """Whether the parties and the place can be the same."""
        mention, parties = self._mentions[index], self._parties[index]
        named = bool(parties) and bool(cluster.parties) and mention.kind not in INCIDENTS
        if named and parties.isdisjoint(cluster.parties):
            return False
        return not self._elsewhere(mention, cluster)

    def _told_apart(self, mention: Mention, cluster: Cluster) -> bool:
        """Whether one article itself dates the two differently, each in words of its own."""
        if tells_another(mention):
            return True
        if mention.date is None:
            return False
        return any(
            other.article_id == mention.article_id
            and other.date is not None
            and other.reading != mention.reading
            and not (mention.kind in INCIDENTS and is_within(mention.reading, other.reading))
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
        if mention.kind is EventKind.OTHER:
            return "same_words" if days in ("same day", "overlap") and like >= 0.35 else ""
        if mention.kind in SINGULAR:
            if days == "same day":
                return "same_act_same_day"
            incident = mention.kind in INCIDENTS
            if days == "overlap" and (incident or len(shared) >= 1 or like >= LIKE_SAME_SPAN):
                return "same_act_same_days"
            if days == "unknown" and self._is_long_past(index, cluster) and like < LIKE_LONG_PAST:
                return ""
            if days == "unknown" and (len(shared) >= 2 or like >= LIKE_UNDATED):
                return "same_act_undated"
            return ""
        if days == "same day" and (like >= LIKE_SAME_DAY or len(shared) >= 2):
            return "same_deed_same_day"
        same_span = mention.reading == cluster.reading and like >= LIKE_SAME_SPAN / 2
        if days == "overlap" and (like >= LIKE_SAME_SPAN or len(shared) >= 2 or same_span):
            return "same_deed_same_days"
        # Plans without a day are many; only their words tell them apart.
        alike = like >= LIKE_SAME_SPAN or mention.stance not in _NOT_YET
        several = len(shared) >= 2 and alike
        if days == "unknown" and shared and (like >= LIKE_UNDATED or several):
            return "same_deed_undated"
        if days == "unknown" and set(mention.actor_ids) & cluster.actors and like >= LIKE_SAME_SPAN:
            return "same_doer_undated"
        return ""

    def _is_long_past(self, index: int, cluster: Cluster) -> bool:
        """Whether an undated telling would have to be of something long before its article."""
        mention = self._mentions[index]
        last = cluster.reading.last if cluster.reading else None
        published = self._articles[mention.article_id].published
        return mention.reading is None and last is not None and (published - last).days > NEWS_ERA

    def _elsewhere(self, mention: Mention, cluster: Cluster) -> bool:
        if not mention.place:
            return False
        if not cluster.places:
            # Troops seen at a place, on no day, are more than the sending of them told before.
            return mention.kind is EventKind.DEPLOYMENT and mention.reading is None
        return not (place_words(mention.place) & cluster.places)

"""From the candidates of an article's sentences to its mentions: what happened, when, who says so.

A mention is one event told by one sentence. It gets a date only from words that date it, or, where
its sentence plainly continues a dated one, the day of that one, marked as inherited. Tellings
without a date are kept where they name an actor and an act; background ("a policy of not
exporting") is not an event.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.actors import ActorMention
from dateline.extract.cues import Cue
from dateline.extract.dated import Dated, date_candidates
from dateline.extract.headlines import headline_of
from dateline.extract.inheritance import Thread, inherit, thread_after
from dateline.extract.offsets import Told, place
from dateline.extract.participants import participants_of
from dateline.extract.places import place_near
from dateline.extract.plain_verbs import plain_verbs
from dateline.extract.spokesmen import is_anybody, is_named, is_the_one
from dateline.extract.stance import Commitment, commitment_to
from dateline.extract.tellings import Candidate, SentenceView, attributed_to, is_undenied
from dateline.extract.titles import clause_title
from dateline.extract.unnamed import dated_clauses
from dateline.extract.voices import Saying, voices_over
from dateline.extract.worth import is_worth_telling
from dateline.model import (
    DateMention,
    DateRange,
    EventKind,
    Mention,
    Span,
    Stance,
)


def mentions_of(
    article_id: str,
    published: date,
    views: Sequence[SentenceView],
    candidates: Sequence[list[Candidate]],
    names: Mapping[str, str],
) -> tuple[list[Mention], list[DateMention]]:
    """The mentions of one article, in reading order, and the dates that only they could read.

    *names* are the actors' names by id.
    """
    told, unread = _read_through(article_id, published, views, candidates, names, ())
    if unread:
        # "Two days after the vote", where only a later sentence says when the vote was.
        told, unread = _read_through(article_id, published, views, candidates, names, told)
    return _with_ids(told), unread


def _read_through(
    article_id: str,
    published: date,
    views: Sequence[SentenceView],
    candidates: Sequence[list[Candidate]],
    names: Mapping[str, str],
    known: Sequence[Mention],
) -> tuple[list[Mention], list[DateMention]]:
    """The mentions of sentence after sentence; *known* are those of an earlier reading."""
    mentions: list[Mention] = []
    unread: list[DateMention] = []
    thread: Thread | None = None
    for order, (view, found) in enumerate(zip(views, candidates, strict=True)):
        if view.sentence.is_heading:
            continue
        plain = plain_verbs(view, [candidate.span for candidate in found])
        dated, kept = date_candidates(view, found, plain.verbs, plain.predicates)
        placed = place(view, dated, kept, plain.verbs, Told(published, known or mentions))
        dated, kept = placed.dated, placed.kept
        unread += [_absolute(date, view) for date in placed.unread]
        dated = inherit(view, dated, thread, order)
        told = [
            mention
            for item in dated
            if (mention := _mention(article_id, view, item, names)) is not None
        ]
        told += _unnamed(article_id, view, told, kept)
        told = [_still_to_come(mention, published) for mention in told]
        mentions += told
        thread = thread_after(view, told, thread, order)
    return mentions, unread


# "Its report is due by the end of May", "he must stay until Friday".
_OWED = re.compile(r"\b(?:due|must|(?:is|are) (?:owed|required|obliged))\b[^,;:]{0,60}\Z")


def _still_to_come(mention: Mention, published: date) -> Mention:
    """The mention as a plan, where its days are after its article: "arrives in May"."""
    days = mention.reading
    if days is None:
        return mention
    is_ahead = days.first is not None and days.first > published
    is_open = days.first is None and days.last is not None and days.last > published
    is_owed = (is_ahead or is_open) and _is_owed(mention)
    is_told = mention.stance is Stance.ASSERTED and (is_ahead or is_owed)
    if not is_told and not (mention.stance is Stance.CONDITIONAL and is_owed):
        return mention
    return replace(mention, stance=Stance.PLANNED, stance_rule="day_to_come")


def _is_owed(mention: Mention) -> bool:
    if mention.date is None:
        return False
    start = mention.date.span.start - mention.sentence.start
    return bool(_OWED.search(mention.sentence_text[:start]))


def _mention(
    article_id: str, view: SentenceView, item: Dated, names: Mapping[str, str]
) -> Mention | None:
    candidate = item.candidate
    if candidate.cue is not None:
        commitment = commitment_to(view.text, candidate.cue, view.sayings, view.breaks)
        if commitment is None:
            return None
        people = participants_of(view.text, candidate.cue, view.actors, view.breaks, view.sayings)
        voices = {
            speaker.span
            for voice in voices_over(view.sayings, candidate.span)
            for speaker in voice.speakers
        }
        # Who only speaks of an event does not take part in it.
        acting = tuple(actor for actor in people.actors if actor.span not in voices)
        actors = acting or _antecedent(view, candidate.cue)
        targets = tuple(
            target
            for target in people.targets
            if target not in actors and target.span not in voices
        )
        if not is_worth_telling(view, item, commitment, actors + targets):
            return None
    else:
        assert candidate.saying is not None
        saying = candidate.saying
        actors = saying.speakers
        targets = tuple(_spoken_of(view, saying.content, actors))
        affirms = saying.stance is Stance.CONFIRMED or saying.stance is Stance.DENIED
        stance = saying.stance if affirms and not is_undenied(saying) else Stance.ASSERTED
        commitment = Commitment(stance, saying.rule)
        denies = saying.stance is Stance.DENIED
        nobody = not is_named(saying.speaker_text) if not actors else not denies
        nobody = nobody and all(is_anybody(actor, saying, view.text) for actor in actors)
        if item.reading is None and nobody:
            return None
        if item.reading is None and _is_held(saying, view.text):
            return None
    return Mention(
        mention_id="",
        article_id=article_id,
        sentence=view.sentence.span,
        sentence_text=view.text,
        cue=candidate.span.shifted(view.sentence.span.start),
        date=_absolute(item.date, view) if item.date else None,
        reading=item.reading,
        date_basis=item.basis,
        date_rule=item.rule,
        kind=candidate.kind,
        kind_rule=candidate.rule,
        actor_ids=_ids(actors),
        target_ids=_ids(target for target in targets if target not in actors),
        place=place_near(view.text, view.actors, candidate.span, view.breaks),
        stance=commitment.stance,
        stance_rule=commitment.rule,
        attributed_to=attributed_to(view.sayings, candidate.span),
        title=headline_of(view, candidate, actors, targets, names),
    )


_HELD = frozenset({"say", "think", "believe", "hope", "expect", "argue", "fear", "note"})


def _is_held(saying: Saying, text: str) -> bool:
    """Whether a saying is a view that is held, and not an act of some day: "observers say".

    Who has a name, or is the one body of its kind, says it in print that day: "President Yoon says
    it might", "the opposition says that it will not". So does one state ("Kenya says that nine
    died"); what states say together ("Kenya and its partners accuse") is what they hold.
    """
    verb = saying.span.of(text).split()[0].lower()
    says = verb.endswith("s")
    is_somebody = any(
        is_the_one(speaker, text) if speaker.rule == "role" else speaker.kind != "state" or says
        for speaker in saying.speakers
    )
    if not saying.speakers and is_named(saying.speaker_text):
        # "Her alliance claims", "opposition parties accuse": what many "say" they only hold.
        is_somebody = says or verb not in _HELD
    return saying.is_present and not is_somebody and saying.stance is not Stance.DENIED


def _unnamed(
    article_id: str,
    view: SentenceView,
    told: Sequence[Mention],
    kept: Mapping[Span, DateMention],
) -> list[Mention]:
    """What the dated clauses without a cue tell: kind `other`."""
    start = view.sentence.span.start
    dated = [mention for mention in told if mention.date is not None]
    cues = [mention.cue.shifted(-start) for mention in dated if mention.cue is not None]
    used = [
        replace(mention.date, span=mention.date.span.shifted(-start))
        for mention in dated
        if mention.date is not None
    ]
    mentions = []
    for found in dated_clauses(view, cues, used, kept):
        subject = tuple(
            actor
            for actor in view.actors
            if found.clause.holds(actor.span) and not actor.is_modifier
        )[:1]
        anchor = found.date.span
        assert isinstance(found.date.reading, DateRange)
        mentions.append(
            Mention(
                mention_id="",
                article_id=article_id,
                sentence=view.sentence.span,
                sentence_text=view.text,
                cue=None,
                date=_absolute(found.date, view),
                reading=found.date.reading,
                date_basis=found.date.basis,
                date_rule=found.date.rule,
                kind=EventKind.OTHER,
                kind_rule="dated_clause",
                actor_ids=_ids(subject),
                target_ids=(),
                place=place_near(view.text, view.actors, anchor, view.breaks),
                stance=found.commitment.stance,
                stance_rule=found.commitment.rule,
                attributed_to=attributed_to(view.sayings, anchor),
                title=clause_title(view.text, found.clause, [date.span for date in view.dates]),
            )
        )
    return mentions


def _spoken_of(
    view: SentenceView, content: Span, speakers: Sequence[ActorMention]
) -> list[ActorMention]:
    """Whom a saying speaks of: the first namings in its content, the speakers left out."""
    said = {speaker.actor_id for speaker in speakers}
    named = [
        actor
        for actor in view.actors
        if content.holds(actor.span) and actor.actor_id not in said and actor.rule != "role"
    ]
    return named[:3]


_PRONOUN_BEFORE = re.compile(r"\b(?:as|while|when)\s(?:it|they|he|she)\s\Z", re.IGNORECASE)


def _antecedent(view: SentenceView, cue: Cue) -> tuple[ActorMention, ...]:
    """Whom an open pronoun before a verb means: the speaker whose sentence it is.

    "South Korea demanded a pullout as it summoned the ambassador": it is South Korea.
    """
    start = cue.span.start - len(cue.chain)
    if cue.is_verb and _PRONOUN_BEFORE.search(view.text[:start]):
        for saying in view.sayings:
            if saying.span.end < start and saying.speakers:
                return saying.speakers
    return ()


def _absolute(date: DateMention, view: SentenceView) -> DateMention:
    return replace(date, span=date.span.shifted(view.sentence.span.start))


def _ids(actors: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.actor_id for actor in actors))  # type: ignore[attr-defined]


def _with_ids(mentions: list[Mention]) -> list[Mention]:
    """Name each mention by its article and words, so that no other article can renumber it."""
    counts: dict[str, int] = {}
    named = []
    for mention in mentions:
        cue = mention.cue.start - mention.sentence.start if mention.cue else -1
        key = f"{mention.sentence_text}|{cue}|{mention.kind}"
        digest = hashlib.sha256(key.encode()).hexdigest()[:8]
        again = counts.get(digest, 0)
        counts[digest] = again + 1
        suffix = f"-{again + 1}" if again else ""
        named.append(replace(mention, mention_id=f"{mention.article_id}-{digest}{suffix}"))
    return named

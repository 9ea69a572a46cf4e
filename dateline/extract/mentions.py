"""From the candidates of an article's sentences to its mentions: what happened, when, who says so.

A mention is one event told by one sentence. It gets a date only from words that date it, or, where
its sentence plainly continues a dated one, the day of that one, marked as inherited. Tellings
without a date are kept where they name an actor and an act; background ("a policy of not
exporting") is not an event.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.extract.actors import ActorMention
from dateline.extract.cues import Cue
from dateline.extract.dating import attach_dates, is_during, is_framed, is_simultaneous
from dateline.extract.participants import participants_of
from dateline.extract.places import place_near
from dateline.extract.stance import Commitment, commitment_to
from dateline.extract.tellings import Candidate, SentenceView, attributed_to
from dateline.extract.titles import Subject, quoted_title, title_of
from dateline.extract.verbs import Mood
from dateline.model import (
    DateBasis,
    DateMention,
    DateRange,
    EventKind,
    Mention,
    Precision,
    Span,
    Stance,
)

# How many sentences a dated meeting's members may go on speaking under its date.
SCENE_SENTENCES = 6

_SPEECH = {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT}
# What happens without anybody named: "a legal review is underway".
_WITHOUT_PEOPLE = {EventKind.POLICY_REVIEW, EventKind.AGREEMENT}
_GROUP = re.compile(
    r"\b(ambassador|minister|envoy|lawmaker|senator|delegate|diplomat|leader|official|witness|"
    r"governor|commissioner|deput(?=ies))(?:s|es|ies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A candidate with the date it was given, and how."""

    candidate: Candidate
    date: DateMention | None
    reading: DateRange | None
    basis: DateBasis
    rule: str


@dataclass(frozen=True, slots=True)
class _Thread:
    """What a following sentence may continue: the last dated telling of the text."""

    paragraph: int
    order: int
    reading: DateRange
    actor_ids: frozenset[str]
    group: str  # "ambassador" where the dated sentence spoke of ambassadors at a meeting


def mentions_of(
    article_id: str,
    views: Sequence[SentenceView],
    candidates: Sequence[list[Candidate]],
    names: Mapping[str, str],
) -> list[Mention]:
    """The mentions of one article, in reading order; *names* are the actors' names by id."""
    mentions: list[Mention] = []
    thread: _Thread | None = None
    for order, (view, found) in enumerate(zip(views, candidates, strict=True)):
        if view.sentence.is_heading:
            continue
        dated = _date_candidates(view, found)
        dated = _inherit(view, dated, thread, order)
        told = [
            mention
            for item in dated
            if (mention := _mention(article_id, view, item, names)) is not None
        ]
        if not any(mention.date for mention in told):
            told += _unnamed(article_id, view, dated, bool(told))
        mentions += told
        thread = _thread_after(view, told, thread, order)
    return _with_ids(mentions)


def _date_candidates(view: SentenceView, found: list[Candidate]) -> list[_Dated]:
    readable = [date for date in view.dates if isinstance(date.reading, DateRange)]
    attached = attach_dates(
        view.text, [candidate.telling for candidate in found], readable, view.breaks
    )
    dated = [_dated(candidate, attached.get(index)) for index, candidate in enumerate(found)]
    return _share_dates(view, dated)


def _dated(candidate: Candidate, date: DateMention | None) -> _Dated:
    if date is None or not isinstance(date.reading, DateRange):
        return _Dated(candidate, None, None, DateBasis.NONE, "")
    return _Dated(candidate, date, date.reading, date.basis, date.rule)


def _share_dates(view: SentenceView, dated: list[_Dated]) -> list[_Dated]:
    """Hand a date on within the sentence: from a frame to its clause, between joined verbs."""
    shared = list(dated)
    for index, item in enumerate(dated):
        if item.date is not None or not item.candidate.telling.is_verb:
            continue
        for source_index, source in enumerate(dated):
            if source.date is None or source.reading is None:
                continue
            frame = source.candidate.span
            if not source.candidate.telling.is_verb and is_framed(
                view.text, frame, source.date.span, item.candidate.span
            ):
                if source.candidate.kind in _SPEECH and item.candidate.kind in _SPEECH:
                    # "In a statement on Friday, the ministry demanded": one event, dated.
                    shared[index] = replace(
                        item,
                        date=source.date,
                        reading=source.reading,
                        basis=source.basis,
                        rule=source.rule,
                    )
                    shared[source_index] = replace(source, date=None, reading=None)
                else:
                    shared[index] = replace(
                        item,
                        reading=source.reading,
                        basis=DateBasis.INHERITED,
                        rule="frame",
                    )
                break
            if is_during(view.text, item.candidate.span, frame, source.date.span):
                shared[index] = replace(
                    item, reading=source.reading, basis=DateBasis.INHERITED, rule="during"
                )
                break
            if is_simultaneous(view.text, frame, item.candidate.span, view.breaks):
                shared[index] = replace(
                    item, reading=source.reading, basis=DateBasis.INHERITED, rule="same_clause"
                )
                break
    return shared


def _inherit(
    view: SentenceView, dated: list[_Dated], thread: _Thread | None, order: int
) -> list[_Dated]:
    """Give the first telling of a sentence that continues a dated one that one's day."""
    if thread is None or any(item.reading and not _is_aside(view, item) for item in dated):
        return dated
    first = next((item for item in dated if _can_inherit(item.candidate)), None)
    if first is None or first.reading is not None:
        return dated
    speakers = first.candidate.saying.speakers if first.candidate.saying else ()
    rule = ""
    if thread.group and order - thread.order <= SCENE_SENTENCES:
        # The office may stand behind the name: "Robert Wood, the deputy ambassador, said".
        titles = " ".join(
            view.text[max(0, speaker.span.start - 25) : speaker.span.end + 45]
            for speaker in speakers
        ).lower()
        if thread.group in titles:
            rule = "scene"
    if not rule and view.sentence.paragraph == thread.paragraph and order == thread.order + 1:
        who = {speaker.actor_id for speaker in speakers}
        if who & thread.actor_ids:
            rule = "same_speaker"
    if not rule:
        return dated
    heir = replace(first, reading=thread.reading, basis=DateBasis.INHERITED, rule=rule)
    return [heir if item is first else item for item in dated]


def _is_aside(view: SentenceView, item: _Dated) -> bool:
    """Whether a telling stands in a relative clause, which dates nothing but itself."""
    start = item.candidate.span.start
    before = [brk.word for brk in view.breaks if brk.span.end <= start and brk.word != ","]
    return bool(before) and bool({"who", "which", "whose", "where"} & set(before[-2:]))


def _can_inherit(candidate: Candidate) -> bool:
    """Whether the telling is a saying in the past: plans and conditions have days of their own."""
    return candidate.saying is not None and candidate.saying.mood is Mood.FACT


def _mention(
    article_id: str, view: SentenceView, item: _Dated, names: Mapping[str, str]
) -> Mention | None:
    candidate = item.candidate
    if candidate.cue is not None:
        commitment = commitment_to(view.text, candidate.cue, view.sayings, view.breaks)
        if commitment is None:
            return None
        people = participants_of(
            view.text, candidate.cue, view.actors, view.breaks, view.sayings
        )
        actors = people.actors or _antecedent(view, candidate.cue)
        targets = tuple(target for target in people.targets if target not in actors)
        if not _worth_telling(view, item, commitment, actors + targets):
            return None
    else:
        assert candidate.saying is not None
        saying = candidate.saying
        actors = saying.speakers
        targets = _spoken_of(view, saying.content, actors)
        stance = (
            saying.stance
            if saying.stance in (Stance.DENIED, Stance.CONFIRMED)
            else Stance.ASSERTED
        )
        commitment = Commitment(stance, saying.rule)
        if item.reading is None and (not actors or all(map(_is_anybody, actors))):
            return None
        if item.reading is None and saying.is_present and saying.stance is not Stance.DENIED:
            # "Observers say": a view that is held, not an act of some day.
            return None
    return Mention(
        mention_id="",
        article_id=article_id,
        sentence=view.sentence.span,
        sentence_text=view.text,
        cue=candidate.span.shifted(view.sentence.span.start),
        date=_absolute(item.date, view),
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
        title=_title(view, candidate, actors, targets, names),
    )


def _is_anybody(actor: ActorMention) -> bool:
    """Whether a speaker is a role without a country: "analysts", "officials"."""
    return actor.rule == "role" and not actor.country


def _worth_telling(
    view: SentenceView, item: _Dated, commitment: Commitment, people: tuple[ActorMention, ...]
) -> bool:
    """Whether an event cue is a mention: dated, or an act of somebody named that is told as one."""
    cue = item.candidate.cue
    assert cue is not None
    if item.date is not None or item.basis is DateBasis.INHERITED:
        return True
    if cue.only_dated:
        return False
    if commitment.stance is Stance.DENIED or _is_reacted_to(view, cue):
        return True
    if cue.needs_date or commitment.stance is Stance.CONDITIONAL:
        return False
    if cue.mood is Mood.GERUND and commitment.stance is Stance.ASSERTED:
        return False
    if any(quote.holds(cue.span) for quote in view.quotes):
        return False
    if cue.is_verb and not cue.chain and people and people[0].is_modifier:
        # "U.S. forces stationed in the region": it describes, it tells nothing new.
        return commitment.stance is not Stance.ASSERTED
    if cue.kind in _WITHOUT_PEOPLE:
        return True
    if cue.kind is EventKind.STATEMENT:
        # A noun for speech beside a verb of speech is the same act.
        return not any(saying.mood is Mood.FACT for saying in view.sayings) and bool(people)
    return bool(people)


# How far a noun may stand behind the verb that reacts to it.
_REACTION_CHARACTERS = 45
_REACTIONS = frozenset(
    f"saying:{verb}"
    for verb in ("condemn", "denounce", "welcome", "praise", "criticise", "criticize", "slam")
)


def _is_reacted_to(view: SentenceView, cue: Cue) -> bool:
    """Whether a public saying answers the event: "condemned the agreement" tells an agreement."""
    return cue.kind is EventKind.AGREEMENT and any(
        saying.rule in _REACTIONS
        and saying.mood is Mood.FACT
        and 0 <= cue.span.start - saying.span.end <= _REACTION_CHARACTERS
        for saying in view.sayings
    )


def _unnamed(
    article_id: str, view: SentenceView, dated: list[_Dated], has_mention: bool
) -> list[Mention]:
    """A sentence with a date that no cue explains still tells something: kind `other`."""
    used = {id(item.date) for item in dated if item.date}
    for date in view.dates:
        if not isinstance(date.reading, DateRange) or id(date) in used:
            continue
        subject = tuple(actor for actor in view.actors if not actor.is_modifier)[:1]
        anchor = Span(date.span.start, date.span.end)
        return [
            Mention(
                mention_id="",
                article_id=article_id,
                sentence=view.sentence.span,
                sentence_text=view.text,
                cue=None,
                date=_absolute(date, view),
                reading=date.reading,
                date_basis=date.basis,
                date_rule=date.rule,
                kind=EventKind.OTHER,
                kind_rule="dated_sentence",
                actor_ids=_ids(subject),
                target_ids=(),
                place=place_near(view.text, view.actors, anchor, view.breaks),
                stance=Stance.ASSERTED,
                stance_rule="told",
                attributed_to=attributed_to(view.sayings, anchor),
                title=title_of(
                    view.text, Span(0, 1), "", None, [found.span for found in view.dates]
                ),
            )
        ]
    return []


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


def _title(
    view: SentenceView,
    candidate: Candidate,
    actors: Sequence[ActorMention],
    targets: Sequence[ActorMention],
    names: Mapping[str, str],
) -> str:
    saying = candidate.saying
    if saying and actors and saying.rule == "saying:as_saying":
        said = saying.content.of(view.text).removeprefix(" that")
        return quoted_title(_shown_name(view, actors[0], names), "said", said)
    if saying and actors and _is_inserted(view.text, candidate.span, actors[0]):
        said = f"{view.text[: actors[0].span.start].rstrip(' ,')}{view.text[candidate.span.end :]}"
        said = said.replace(", ", " ", 1) if view.text[candidate.span.end :].startswith(",") else said
        return quoted_title(_shown_name(view, actors[0], names), candidate.span.of(view.text), said)
    leads = saying and actors and saying.content.end <= candidate.span.start
    if saying and leads and " by " not in view.text[candidate.span.end : actors[0].span.start]:
        # The words stand in front of who says them: "..., Kim said".
        verb = candidate.span.of(view.text)
        said = view.text[saying.content.start : saying.content.end]
        return quoted_title(_shown_name(view, actors[0], names), verb, said)
    return title_of(
        view.text,
        candidate.span,
        _chain_of(candidate),
        _subject(view, candidate, actors, targets, names),
        [date.span for date in view.dates],
        is_saying=candidate.saying is not None,
        is_caused=candidate.cue is not None
        and candidate.cue.mood is Mood.FACT
        and candidate.cue.chain.strip().endswith("to"),
    )


def _is_inserted(text: str, verb: Span, speaker: ActorMention) -> bool:
    """Whether the voice stands between two commas inside what it says."""
    before = text[: speaker.span.start].rstrip()
    return (
        speaker.span.end <= verb.start
        and verb.start - speaker.span.end <= 12
        and before.endswith(",")
        and text[verb.end : verb.end + 1] == ","
    )


def _chain_of(candidate: Candidate) -> str | None:
    if candidate.cue is None:
        return ""
    return candidate.cue.chain if candidate.cue.is_verb else None


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\b")


def _subject(
    view: SentenceView,
    candidate: Candidate,
    actors: Sequence[ActorMention],
    targets: Sequence[ActorMention],
    names: Mapping[str, str],
) -> Subject | None:
    """Who the title begins with; in the passive that is whom it happened to, or nobody named."""
    start = candidate.span.start
    passive = candidate.cue and candidate.cue.is_verb and _PASSIVE.search(candidate.cue.chain)
    if passive:
        people = [target for target in (*targets, *actors) if target.span.end <= start][:1]
        gap = view.text[people[0].span.end : start] if people else ""
        if not people or len(gap) > len(candidate.cue.chain) + 3:  # type: ignore[union-attr]
            return None
    else:
        people = [actor for actor in actors if not actor.is_modifier] or list(actors)
    if not people:
        return None
    first = people[0]
    is_there = first.rule not in ("pronoun", "pair")
    span = (first.span if first.rule == "role" else first.name) if is_there else None
    return Subject(_shown_name(view, first, names), span)


def _shown_name(view: SentenceView, actor: ActorMention, names: Mapping[str, str]) -> str:
    """The name as printed; where that is a pronoun, or stands elsewhere, the actor's own."""
    if actor.rule in ("pronoun", "pair") or actor.is_modifier:
        return names.get(actor.actor_id, actor.actor_id)
    return (actor.span if actor.rule == "role" else actor.name).of(view.text)


def _thread_after(
    view: SentenceView, told: Sequence[Mention], thread: _Thread | None, order: int
) -> _Thread | None:
    """What the next sentence may continue."""
    dated = [
        mention
        for mention in told
        if mention.reading is not None
        and mention.reading.precision is Precision.DAY
        and mention.stance not in (Stance.PLANNED, Stance.CONDITIONAL)
    ]
    if not dated:
        if thread and thread.group and order - thread.order < SCENE_SENTENCES:
            return thread
        return None
    main = dated[-1]
    assert main.reading is not None
    if main.date_rule == "scene" and thread:
        return replace(thread, order=order)
    group = ""
    if any(mention.kind is EventKind.MEETING for mention in dated):
        match = _GROUP.search(view.text)
        group = match[1].lower() if match else ""
    # Everybody named as acting in the sentence may go on acting in the next one.
    acting = {actor_id for mention in told for actor_id in mention.actor_ids}
    acting |= {actor.actor_id for actor in view.actors if actor.kind == "person"}
    return _Thread(view.sentence.paragraph, order, main.reading, frozenset(acting), group)


def _absolute(date: DateMention | None, view: SentenceView) -> DateMention | None:
    if date is None:
        return None
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

"""Who does it and to whom: the actors of an event cue, read from where they stand around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.actors import ActorMention
from dateline.extract.clauses import Break, clause_around
from dateline.extract.cues import Cue
from dateline.extract.speakers import speakers_before
from dateline.extract.verbs import is_passive
from dateline.extract.voices import Saying, voices_over
from dateline.model import EventKind

_AGENT = re.compile(r"\bby\s(?:the\s|a\s|an\s)?\Z")
_POSSESSOR = re.compile(r"(?:['’]s?)?\s(?:[\w’'“”-]+\s){0,5}\Z")
_OWNER_REACH = 60
_DEEDS = {EventKind.DEPLOYMENT, EventKind.ARMS_TRANSFER}
_ACTS_OF_SPEECH = {EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT, EventKind.POLICY_REVIEW}
# What parties do together, so that "with Rutte" names a party and not an object.
_TOGETHER = {EventKind.CALL, EventKind.MEETING, EventKind.AGREEMENT}
# "North Korean troops allegedly deployed": a force stands right before its verb.
_FORCE = re.compile(r"\s(?:[a-z-]{3,20}\s){1,4}\Z")


@dataclass(frozen=True, slots=True)
class Participants:
    """The actor ids around one event, in reading order, without repetition."""

    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]


def participants_of(
    sentence: str,
    cue: Cue,
    actors: Sequence[ActorMention],
    breaks: list[Break],
    sayings: Sequence[Saying] = (),
) -> Participants:
    """Who does what *cue* tells, and to whom; either may be empty."""
    clause = clause_around(breaks, len(sentence), cue.span.start)
    verb_start = cue.span.start - len(cue.chain)
    after = tuple(
        actor
        for actor in actors
        if cue.span.end <= actor.span.start
        and actor.span.end <= clause.end
        and not _is_inserted(sentence, actor, sayings)
    )
    accused = _accused(sentence, cue, verb_start, actors)
    if accused:
        return _distinct(accused, after)
    if cue.is_verb:
        return _of_verb(sentence, cue, verb_start, actors, after)
    owner = _owner(sentence, cue, actors)
    if not owner and cue.kind in _TOGETHER:
        return _distinct(_parties(sentence, cue, after, actors, sayings) or after, ())
    if not owner and cue.kind in _ACTS_OF_SPEECH:
        owner = speakers_before(sentence, cue.span.start, actors)
    if not owner and cue.kind in _DEEDS:
        owner = after[:1] if after and after[0].is_modifier else ()
        # Who only speaks of a deployment does not deploy.
        voices = {s.actor_id for voice in voices_over(sayings, cue.span) for s in voice.speakers}
        owner = owner or tuple(
            actor
            for actor in speakers_before(sentence, cue.span.start, actors, with_modifiers=True)
            if actor.actor_id not in voices
        )
    agent = tuple(
        actor for actor in after if _AGENT.search(sentence[cue.span.end : actor.span.start])
    )
    if agent and not owner:
        return _distinct(agent, tuple(actor for actor in after if actor not in agent))
    return _distinct(owner, after)


def _is_inserted(sentence: str, actor: ActorMention, sayings: Sequence[Saying]) -> bool:
    """Whether the naming only speaks of it: "The attack on Malta, Italy said, failed"."""
    if not sentence[: actor.span.start].endswith(", "):
        return False
    return any(
        actor in saying.speakers and 0 <= saying.span.start - actor.span.end <= 12
        for saying in sayings
    )


def _accused(
    sentence: str, cue: Cue, start: int, actors: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """Who is accused of it: "accused the kingdom of shelling the town"."""
    of = _OF_WHOM.search(sentence[:start])
    if not of or not sentence[cue.span.start :].split(" ", 1)[0].endswith("ing"):
        return ()
    before = [actor for actor in actors if actor.span.end <= of.start() + 1]
    if before and of.start() - before[-1].span.end <= 1:
        return _hyphenated(sentence, before)
    return ()


def _hyphenated(sentence: str, before: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The last naming, with those it is joined to: "a France-Italy agreement"."""
    group = [before[-1]]
    for other in reversed(before[:-1]):
        if sentence[other.span.end : group[0].span.start] not in ("-", "–", " and "):
            break
        group.insert(0, other)
    return tuple(group)


def _of_verb(
    sentence: str,
    cue: Cue,
    verb_start: int,
    actors: Sequence[ActorMention],
    after: tuple[ActorMention, ...],
) -> Participants:
    subject = _counted_subject(sentence, verb_start, actors) or speakers_before(
        sentence, verb_start, actors, with_modifiers=True
    )
    if _is_reduced(sentence, verb_start, cue) and cue.kind is not EventKind.DEPLOYMENT:
        # "sanctions against Moscow, imposed for the invasion": nobody named imposes them.
        return _distinct((), after)
    if not is_passive(cue.chain, cue.word):
        return _distinct(subject, after)
    if not subject and cue.kind in _DEEDS:
        return _carried(sentence, actors, after)
    agent = tuple(
        actor for actor in after if _AGENT.search(sentence[cue.span.end : actor.span.start][-24:])
    )[:1]
    others = tuple(actor for actor in after if actor not in agent)
    if not agent and cue.kind is EventKind.DEPLOYMENT:
        # "North Korean soldiers were deployed": their state did it.
        return _distinct(subject, others)
    return _distinct(agent, (*subject, *others))


_OF_WHOM = re.compile(r"\sof\s\Z")
_NO_OBJECT = re.compile(r"\s(?:for|in|on|by|to|at|from|after|during|over)\b")


def _is_reduced(sentence: str, verb_start: int, cue: Cue) -> bool:
    """Whether a participle behind a comma describes what stands before it."""
    return (
        not cue.chain
        and sentence[:verb_start].rstrip().endswith(",")
        and bool(_NO_OBJECT.match(sentence, cue.span.end))
    )


_FROM_TO = re.compile(r"\b(?P<way>from|to|by)\s(?:the\s)?\Z")


def _carried(
    sentence: str, actors: Sequence[ActorMention], after: tuple[ActorMention, ...]
) -> Participants:
    """Who sends and who gets, where nobody is the subject: "from North Korea to Russia"."""
    ways: dict[str, list[ActorMention]] = {"from": [], "to": [], "by": []}
    for actor in actors:
        lead = _FROM_TO.search(sentence[max(0, actor.span.start - 12) : actor.span.start])
        if lead:
            ways[lead["way"]].append(actor)
    senders = ways["by"] or ways["from"]
    return _distinct(tuple(senders[:1]), tuple(ways["to"]) or after)


def _parties(
    sentence: str,
    cue: Cue,
    after: tuple[ActorMention, ...],
    actors: Sequence[ActorMention],
    sayings: Sequence[Saying],
) -> tuple[ActorMention, ...]:
    """Who meets, calls or agrees: the clause's subject and those named behind the noun.

    Where the noun frames a clause ("In a call with Rutte, Yoon said") the one who speaks in it
    takes part as well.
    """
    voices = {s.actor_id for voice in voices_over(sayings, cue.span) for s in voice.speakers}
    framed = next((saying for saying in sayings if saying.span.start > cue.span.end), None)
    subject = (
        framed.speakers
        if framed and framed.speakers
        else tuple(
            actor
            for actor in speakers_before(sentence, cue.span.start, actors)
            if actor.actor_id not in voices
        )
    )
    limit = framed.content.start if framed else len(sentence)
    named = tuple(
        actor
        for actor in after
        if not actor.is_modifier and actor.rule != "role" and actor.span.start < limit
    )
    return (*subject, *named)


def _counted_subject(
    sentence: str, verb_start: int, actors: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """The state whose people stand right before the verb: "South Korean crews left"."""
    before = [actor for actor in actors if actor.span.end <= verb_start]
    if (
        before
        and before[-1].is_modifier
        and _FORCE.fullmatch(sentence[before[-1].span.end : verb_start])
    ):
        return _hyphenated(sentence, before)
    return ()


def _owner(sentence: str, cue: Cue, actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The namings that own a noun: "Russia's invasion", "a North Korea-Russia agreement"."""
    before = [actor for actor in actors if actor.span.start < cue.span.end]
    for at in range(len(before) - 1, -1, -1):
        actor = before[at]
        between = sentence[actor.span.end : cue.span.start]
        if cue.span.start - actor.span.end > _OWNER_REACH:
            break
        possesses = between.startswith(("'s", "’s", "’ ", "' ")) and _POSSESSOR.fullmatch(between)
        modifies = actor.is_modifier and len(between.split()) <= 3 and "," not in between
        if actor.span.overlaps(cue.span) or len(between) <= 1 or possesses or modifies:
            return _hyphenated(sentence, before[: at + 1])
    return ()


def _distinct(actors: tuple[ActorMention, ...], targets: tuple[ActorMention, ...]) -> Participants:
    seen: set[str] = set()
    kept: list[list[ActorMention]] = [[], []]
    for group, mentions in enumerate((actors, targets)):
        for mention in mentions:
            if mention.actor_id not in seen:
                seen.add(mention.actor_id)
                kept[group].append(mention)
    return Participants(tuple(kept[0]), tuple(kept[1]))

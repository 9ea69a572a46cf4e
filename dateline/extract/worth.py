"""Whether an event cue is a mention: dated, or an act of somebody named that is told as one."""

import re

from dateline.extract.actors import ActorMention
from dateline.extract.clauses import clause_around
from dateline.extract.cues import Cue
from dateline.extract.dated import Dated
from dateline.extract.stance import Commitment
from dateline.extract.tellings import SentenceView
from dateline.extract.verbs import Mood
from dateline.model import DateBasis, EventKind, Stance

# What happens without anybody named: "a legal review is underway".
_WITHOUT_PEOPLE = {EventKind.POLICY_REVIEW, EventKind.AGREEMENT}
# What is told without a name as well: "eleven people were pulled from the water", "it sank",
# "two brigades were brought forward".
_BEFALLING = {
    EventKind.RESCUE,
    EventKind.ACCIDENT,
    EventKind.DISASTER,
    EventKind.ATTACK,
    EventKind.CYBER_INCIDENT,
    EventKind.DEPLOYMENT,
}
# How many words a noun may have between what describes it and its participle.
_NOUN_WORDS = 2
# "after reaching an agreement": what came before has happened.
_AFTERWARDS = re.compile(r"\bafter\s\Z", re.IGNORECASE)


def is_worth_telling(
    view: SentenceView, item: Dated, commitment: Commitment, people: tuple[ActorMention, ...]
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
    if (
        cue.mood is Mood.GERUND
        and commitment.stance is Stance.ASSERTED
        and not _AFTERWARDS.search(view.text[: cue.span.start - len(cue.chain)])
    ):
        return False
    if any(quote.holds(cue.span) for quote in view.quotes):
        return False
    if cue.is_verb and not cue.chain and people and _is_participle_of(view, cue, people[0]):
        # "U.S. forces stationed in the region": it describes, it tells nothing new.
        return commitment.stance is not Stance.ASSERTED
    if cue.kind in _WITHOUT_PEOPLE:
        return True
    if cue.is_verb and cue.kind in _BEFALLING and not _is_beside_a_date(view, cue):
        return True
    if cue.kind is EventKind.STATEMENT:
        # A noun for speech beside a verb of speech is the same act.
        return not any(saying.mood is Mood.FACT for saying in view.sayings) and bool(people)
    return bool(people)


def _is_participle_of(view: SentenceView, cue: Cue, actor: ActorMention) -> bool:
    """Whether the verb only says more of the noun right before it, which *actor* describes."""
    between = view.text[actor.span.end : cue.span.start]
    return actor.is_modifier and len(between.split()) <= _NOUN_WORDS and "," not in between


def _is_beside_a_date(view: SentenceView, cue: Cue) -> bool:
    """Whether the cue stands beside a date: the words that own the date tell the event then.

    A deployment is told in full by its own clause.
    """
    clause = clause_around(view.breaks, len(view.text), cue.span.start)
    is_deployment = cue.kind is EventKind.DEPLOYMENT
    return any(clause.holds(date.span) or not is_deployment for date in view.dates)


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

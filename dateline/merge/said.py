"""When two mentions tell one statement: who speaks, on which day, in which words.

A person speaks many times about one matter, so what is said has to be told from what was said
before. Each rule is named; a mention that no rule joins is a statement of its own.
"""

from dateline.merge.evidence import Evidence
from dateline.merge.parties import roles
from dateline.model import EventKind, Stance

# Word likeness (cosine) from which two tellings are of one statement, by how their days agree.
LIKE_SAME_DAY = 0.10
LIKE_SAME_SPAN = 0.12
LIKE_ONE_SIDE = 0.25
LIKE_UNDATED = 0.32
# ... less for each state, of two at most, that both sentences name.
LIKE_A_STATE = 0.03
# What must speak for it that another article tells a statement without a verb of saying.
REPORTED_SAME_DAY = 1.10
REPORTED_SAME_DAYS = 1.30
LIKE_NOT_AKIN = 0.50
# ... or, on one day and by somebody known, this much.
REPORTED_SURELY = 1.30
# ... and so much less, where the articles tell nothing else of the day.
THE_ONLY_ONE = 0.40
LIKE_NOBODY = 0.15
LIKE_NAMED = 0.10
# ... where the articles do not seem to be of one story.
LIKE_STRANGERS = 0.40


def can_be_said(evidence: Evidence) -> bool:
    """Whether one speaker, or one side, can say both."""
    return (
        bool(evidence.shared_actors)
        or _is_unnamed(evidence)
        or _is_one_side(evidence)
        or _is_of_one_office(evidence)
        or _is_the_only_one(evidence)
    )


def speech_rule(evidence: Evidence) -> str:
    """The rule by which a statement is the one that was told before; empty where none is."""
    return _speech_rule(evidence) or ("the_only_one" if _is_the_only_one(evidence) else "")


def _is_the_only_one(evidence: Evidence) -> bool:
    """Whether two articles of one story tell nothing else that was said on the day."""
    return (
        evidence.days == "same day"
        and evidence.rivals == 0
        and evidence.of_one_story
        and not evidence.in_one_article
        and evidence.has_common_words
        and not evidence.people.are_others(evidence.telling.actors, evidence.cluster.actors)
        and (evidence.is_denied == {evidence.denies} or bool(evidence.shared_actors))
    )


def _speech_rule(evidence: Evidence) -> str:
    if not evidence.shared_actors and not _is_of_one_office(evidence):
        return _rule_of_one_side(evidence)
    days, is_specific = evidence.days, evidence.has_specific_actor or not evidence.shared_actors
    if days != "same day" and evidence.is_denied != {evidence.denies}:
        # A denial of another day is not the statement that somebody made before.
        return ""
    if evidence.shares_a_quote:
        return "same_speaker_and_quote" + ("_undated" if days == "unknown" else "")
    # One who speaks to one matter is quoted by many in different words.
    is_retold = is_specific and evidence.of_one_story and not evidence.in_one_article
    if days == "same day":
        if evidence.telling.mention.kind is EventKind.INTELLIGENCE_REPORT:
            return "same_body_same_day"
        goes_on = evidence.goes_on and evidence.is_denied == {evidence.denies}
        # What a state admits or denies on one day is one thing, in whatever words.
        is_retold = is_retold or (_takes_one_stand(evidence) and not evidence.in_one_article)
        is_alike = evidence.like >= LIKE_SAME_DAY or goes_on or is_retold
        return "same_speaker_same_day" if is_alike else ""
    if is_specific and evidence.shares_a_figure:
        return "same_speaker_same_figure"
    if days == "overlap":
        is_alike = evidence.like >= (LIKE_SAME_SPAN if is_specific else LIKE_ONE_SIDE)
        return "same_speaker_same_days" if is_alike or is_retold else ""
    if evidence.goes_on and evidence.cluster.reading is None:
        return "same_passage"
    needed = LIKE_UNDATED - LIKE_A_STATE * min(2, evidence.shared_nations) * evidence.of_one_story
    if is_specific and evidence.like >= needed:
        return "same_speaker_alike"
    if evidence.cluster.reading is None and evidence.on_one_channel:
        return "same_speaker_same_channel"
    return ""


def _takes_one_stand(evidence: Evidence) -> bool:
    """Whether both tellings confirm, or both deny, in articles of one story."""
    stances = {other.mention.stance for other in evidence.cluster.compared}
    stand = evidence.telling.mention.stance
    is_stand = stand in (Stance.CONFIRMED, Stance.DENIED)
    return is_stand and stances == {stand} and evidence.of_one_story


def _is_of_one_office(evidence: Evidence) -> bool:
    """Whether a body speaks in one telling, and its spokesman on the same day in the other."""
    return evidence.days == "same day" and evidence.is_spokesmans


def _is_unnamed(evidence: Evidence) -> bool:
    """Whether one of the two names nobody who speaks, or only "the company"."""
    speakers, theirs = set(evidence.telling.actors), evidence.cluster.actors
    return not speakers - roles() or not theirs - roles()


def _is_one_side(evidence: Evidence) -> bool:
    """Whether a state speaks in one telling, and one who speaks for it in the other."""
    speakers = set(evidence.telling.actors)
    theirs = evidence.cluster.actors
    sides = evidence.people.sides
    return bool(sides(speakers) & theirs or sides(theirs) & speakers) or _denies_alike(evidence)


def _denies_alike(evidence: Evidence) -> bool:
    """Whether both deny, and for the same states."""
    sides = evidence.people.sides(evidence.telling.actors)
    both_deny = evidence.denies and evidence.is_denied == {True}
    return both_deny and bool(sides) and sides == evidence.people.sides(evidence.cluster.actors)


def _rule_of_one_side(evidence: Evidence) -> str:
    """The position of a body and of its state on one matter is one.

    Where one of the tellings names no speaker, the same words of the same day are one statement.
    """
    if _is_unnamed(evidence):
        needed = LIKE_NAMED if evidence.shared_parties or evidence.shared_names else LIKE_NOBODY
        if not evidence.of_one_story:
            needed = LIKE_STRANGERS
        is_one = evidence.days == "same day" and evidence.like >= needed
        return "same_words_same_day" if is_one and not evidence.in_one_article else ""
    if evidence.is_denied != {evidence.denies}:
        return ""
    if evidence.days == "same day" and _takes_one_stand(evidence):
        return "same_side_same_day"
    if evidence.like < LIKE_ONE_SIDE:
        return ""
    if evidence.days == "unknown" and _denies_alike(evidence):
        return "same_side_denies"
    return "same_side_same_day" if evidence.days == "same day" else ""


def reported_rule(evidence: Evidence) -> str:
    """One article tells a statement, another one the same day's news of it, under no kind.

    "The agency first made it public on 18 October": of whom, the two must have in common.
    """
    telling, cluster = evidence.telling, evidence.cluster
    kinds = {telling.mention.kind, *cluster.kinds}
    if evidence.in_one_article or EventKind.OTHER not in kinds or evidence.days == "unknown":
        return ""
    is_known = bool(evidence.shared_actors - roles())
    is_sure = is_known and evidence.days == "same day" and evidence.retelling >= REPORTED_SURELY
    if not evidence.is_akin and evidence.like < LIKE_NOT_AKIN and not is_sure:
        return ""
    is_named = bool(evidence.shared_nations or evidence.shared_names)
    if not (is_known or (is_named and evidence.like >= LIKE_UNDATED)):
        return ""
    needed = REPORTED_SAME_DAY if evidence.days == "same day" else REPORTED_SAME_DAYS
    if evidence.rivals == 0 and evidence.of_one_story and evidence.is_akin:
        needed -= THE_ONLY_ONE
    return "reported" if evidence.retelling >= needed else ""

"""When two mentions tell one deed or incident.

What must hold depends on the kind: an ambassador is summoned once by the same parties, a quake is
one in whatever words, and "troops sent this month" may be told in many. Each rule is named; a
mention that no rule joins is an event of its own.
"""

from collections.abc import Set

from dateline.merge.clues import place_words
from dateline.merge.evidence import Evidence
from dateline.merge.kinds import INCIDENTS, SINGULAR, SPEECH
from dateline.model import EventKind

# Word likeness (cosine) from which two tellings are of one deed, by how their days agree.
LIKE_SAME_DAY = 0.10
LIKE_SAME_SPAN = 0.12
LIKE_UNDATED = 0.25
LIKE_ONE_DOER = 0.20
LIKE_LONG_PAST = 0.60
LIKE_OTHER = 0.35
# What must speak for it that another article tells the same under another kind.
RETOLD_SAME_DAY = 0.60
RETOLD_SAME_DAYS = 1.10
# ... and what more, where the words speak of kinds that do not go together.
NOT_AKIN = 0.30
# ... or where one article has it as a plan.
ONE_PLANNED = 0.35
# ... and what less, where the articles tell nearly nothing else of these days.
THE_ONLY_ONE, FEW_RIVALS = 0.30, 1
# ... or where both name who takes part, and nobody in common.
OTHER_PARTIES = 0.20


def can_be_done(evidence: Evidence) -> bool:
    """Whether the place can be the same."""
    return not _elsewhere(evidence)


def _elsewhere(evidence: Evidence) -> bool:
    mention, cluster = evidence.telling.mention, evidence.cluster
    if not mention.place:
        return False
    if mention.kind in INCIDENTS and not evidence.in_one_article and evidence.of_one_story:
        return False  # "Daugavpils" and "eastern Latvia": one names what the other lies in
    if not cluster.places:
        # Troops seen at a place, on no day, are more than the sending of them told before.
        return mention.kind is EventKind.DEPLOYMENT and mention.reading is None
    return not place_words(mention.place) & cluster.places


def deed_rule(evidence: Evidence) -> str:
    """The rule by which a deed is one that was told before; empty where none is."""
    kind = evidence.telling.mention.kind
    if evidence.has_other_parties:
        return _retold_rule(evidence)
    if kind not in evidence.cluster.kinds:
        return _of_related_kind(evidence) or _retold_rule(evidence) or _reference_rule(evidence)
    if kind is EventKind.OTHER:
        dated = evidence.days in ("same day", "overlap")
        if dated and evidence.like >= LIKE_OTHER:
            return "same_words"
        return _retold_rule(evidence)
    rule = _singular_rule(evidence) if kind in SINGULAR else _common_rule(evidence)
    return rule or _retold_rule(evidence) or _reference_rule(evidence)


def _of_related_kind(evidence: Evidence) -> str:
    """One article's accident is another's disaster or attack: an incident of one day is one."""
    is_incident = evidence.telling.mention.kind in INCIDENTS and evidence.cluster.kinds & INCIDENTS
    if is_incident and evidence.is_akin and not evidence.in_one_article:
        return _singular_rule(evidence) if evidence.days == "same day" else ""
    return ""


def _singular_rule(evidence: Evidence) -> str:
    """Acts that happen once between the same parties, and incidents, in the same days."""
    days, like, shared = evidence.days, evidence.like, len(evidence.shared_parties)
    is_incident = evidence.telling.mention.kind in INCIDENTS
    is_near = not is_incident or evidence.of_one_story or like >= LIKE_SAME_DAY
    if days == "same day" and is_near:
        return "same_act_same_day"
    if days == "overlap" and is_near and (is_incident or shared >= 1 or like >= LIKE_SAME_SPAN):
        return "same_act_same_days"
    if days == "unknown":
        if evidence.is_long_past and like < LIKE_LONG_PAST:
            return ""
        if is_incident and (evidence.in_one_article or not evidence.of_one_story):
            return ""
        if shared >= 2 or like >= LIKE_UNDATED:
            return "same_act_undated"
    return ""


def _can_be_known(evidence: Evidence) -> bool:
    """Whether an undated incident can be one that its article told: "a quake" is another."""
    return evidence.telling.is_definite or evidence.telling.is_lead


def _common_rule(evidence: Evidence) -> str:
    """Acts that the same parties do again and again."""
    mention, days, like = evidence.telling.mention, evidence.days, evidence.like
    shared = len(evidence.shared_parties)
    if days == "same day" and (like >= LIKE_SAME_DAY or shared >= 2):
        return "same_deed_same_day"
    same_span = mention.reading == evidence.cluster.reading and like >= LIKE_SAME_SPAN / 2
    if days == "overlap" and (like >= LIKE_SAME_SPAN or shared >= 2 or same_span):
        return "same_deed_same_days"
    if days != "unknown":
        return ""
    several = shared >= 2 and like >= LIKE_SAME_SPAN
    if shared and (like >= LIKE_UNDATED or several):
        return "same_deed_undated"
    return "same_doer_undated" if evidence.shared_actors and like >= LIKE_ONE_DOER else ""


def _reference_rule(evidence: Evidence) -> str:
    """ "The strike", "its ferry sank": told without a day, of the one event that can be meant."""
    telling = evidence.telling
    if telling.mention.reading is not None or telling.mention.kind is EventKind.OTHER:
        return ""
    is_incident = telling.mention.kind in INCIDENTS
    is_one = telling.mention.kind in SINGULAR
    if (telling.is_definite or (is_one and telling.is_lead)) and evidence.is_the_one_here:
        return "the_one_of_the_article"
    if is_incident and not evidence.in_one_article and evidence.is_the_one_near:
        return "the_one_of_the_story"
    return ""


def _only_speaks(kinds: Set[EventKind]) -> bool:
    """Whether it is something said: "the number that Washington gave on Monday"."""
    return bool(kinds) and kinds <= SPEECH


def _retold_rule(evidence: Evidence) -> str:
    """Another article tells the same of the same days under another kind, or under none.

    An article that dates two things tells two, so this joins tellings of two articles only.
    """
    telling, cluster = evidence.telling, evidence.cluster
    if evidence.in_one_article or not evidence.of_one_story or evidence.days == "unknown":
        return ""
    if evidence.is_foreign and (_only_speaks(telling.kinds) or _only_speaks(cluster.can_be)):
        return ""
    needed = RETOLD_SAME_DAY if evidence.begins_alike else RETOLD_SAME_DAYS
    needed += NOT_AKIN * evidence.is_foreign
    needed += ONE_PLANNED * (telling.is_planned != cluster.is_planned)
    needed += OTHER_PARTIES * evidence.has_other_parties
    if evidence.rivals <= FEW_RIVALS and evidence.has_common_words:
        needed -= THE_ONLY_ONE
    return "retold" if evidence.retelling >= needed else ""

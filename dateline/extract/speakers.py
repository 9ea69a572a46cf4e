"""Who speaks or acts: the namings around a verb that can be its subject.

Without a grammar the subject is found by what cannot be one: a naming behind a preposition, inside
a parenthesis, in another clause. What is left nearest to the verb is taken, with those that "and"
joins to it.
"""

import re
from collections.abc import Sequence

from dateline.extract.actors import ActorMention

# How far back from its verb a speaker may stand, in characters.
SPEAKER_CHARACTERS = 160
# How close before "which" the naming must end that it refers to.
ANTECEDENT_CHARACTERS = 30
_OPENER = re.compile(
    r",\s(?:who|which|in|during|at|on|when|after|while|though|whose|also|a|an|the|formerly|as|"
    r"from|with|of|chief|head|director|deputy|president|chair|chairman|chairwoman|secretary|"
    r"minister|spokes[a-z]{3,6}|leader|commander|governor|mayor|professor|founder|co-founder|"
    r"editor|owner|member|senior|former|then|vice|acting|executive|managing|general|"
    r"[a-z]{3,20}(?:ing|ed))\b"
)
# "Intelligence, the president confirmed, has verified": somebody else's saying, put in between.
_INSERTED = re.compile(
    r",\s[^,]{2,60}\s(?:said|says|confirmed|added|noted|warned|stated|argued|insisted|promised|"
    r"reported|claimed|admitted|acknowledged|explained|told\s[^,]{2,40}),\Z"
)
# "In a memo, which the paper has read, a supervisor warned": whoever it is, it is not the paper.
_OWN_SUBJECT = re.compile(r",\s(?:an?|another|one|the|some)\s(?:[a-z][\w’'-]*\s){1,4}\Z")
# "A report seen by this newspaper says": who has read it says nothing.
_READER = re.compile(
    r"\b(?:seen|read|obtained|reviewed|viewed|cited|examined|commissioned)\sby\s(?:this\s|the\s)?\Z"
)
_OPEN_PRONOUN = re.compile(r"\b(?:he|she|they|it|we)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s(?:who|which|that)\s+(?:[\w-]+\s+){0,8}\Z")
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\s\Z", re.IGNORECASE)
_GERUND = re.compile(r"\s?[a-z]{2,20}ing\b")
_AND_LATER = re.compile(r",?\sand\s[a-z]{3,20}(?:ed|t)\b")
_PREPOSITION = re.compile(
    r"\b(?:in|to|from|of|with|at|by|for|near|against|on|over|between|toward|towards|into|about|"
    r"among|across|through|behind|amid|under|via|within|without)\s"
    r"(?:the\s|a\s|an\s|both\s|its\s|his\s|her\s|their\s)?(?-i:[a-z-]{3,20}\s){0,2}\Z",
    re.IGNORECASE,
)
JOINED_VERB = re.compile(r"\b(?:and|but|or)\s\Z")
_CLAUSE_OPENER = re.compile(
    r"(?:[;:—–“]|,\s(?:and|but|while|as|saying|adding|stating)\s|\b(?:as|that|while|after|but|"
    r"because|when|where|although|which|who)\s)",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"\s{0,3}(?:and|, and|or|nor|as well as|-|–)\s{0,3}(?:the\s|both\s)?")
_LISTED = re.compile(r"\s{0,3},\s{0,3}(?:the\s)?")
_OF = re.compile(r"\)?\s(?:of|in|from)\s(?:the\s)?")


def speakers_before(
    sentence: str,
    position: int,
    actors: Sequence[ActorMention],
    with_modifiers: bool = False,
) -> tuple[ActorMention, ...]:
    """The subject of a verb at *position*: the nearest naming in front that can be one.

    A parenthesis between commas ("Rutte, in a post on X, warned") is stepped over, "who" or
    "which" leads to the naming right before it, and a naming behind a preposition is a subject
    only where there is no other ("a spokesman for the ministry said").
    *with_modifiers* lets "North Korean forces" stand for North Korea.
    """
    front = sentence[:position].rstrip().rstrip('“"').rstrip()
    limit = len(front)
    is_joined = bool(JOINED_VERB.search(front + " "))
    prefers_near = False
    antecedent_from = 0
    inserted = _INSERTED.search(front)
    if inserted:
        limit = inserted.start()
    elif front.endswith(","):
        openers = [match.start() for match in _OPENER.finditer(front[:-1])]
        candidates = [at for at in openers if any(a.span.end <= at + 1 for a in actors)]
        if candidates:
            limit = candidates[0] if len(candidates) == 1 else _parenthesis(front, candidates)
        elif _GERUND.match(sentence, position) or _AND_LATER.search(sentence, position):
            # "summoned the envoy, protested, and demanded": the subject goes on.
            is_joined = True
        else:
            # "forces, sent to the border": a participle describes what stands before it.
            with_modifiers = True
            prefers_near = True
    elif (own := _OWN_SUBJECT.search(front + " ")) and not any(
        actor.span.start >= own.start() for actor in actors if actor.span.end <= limit
    ):
        return ()
    elif _PRONOUN.search(front + " "):
        # A pronoun that could be resolved is a naming itself; this one could not.
        if not any(actor.span.end == limit for actor in actors):
            return ()
    elif (relative := _RELATIVE.search(front + " ")) and not any(
        actor.span.start >= relative.start() and actor.span.end <= limit for actor in actors
    ):
        limit = relative.start()
        # "which" goes back to the naming right before it, or to something that is no actor.
        antecedent_from = limit - ANTECEDENT_CHARACTERS
    start = max([match.end() for match in _CLAUSE_OPENER.finditer(front[:limit])], default=0)
    start = max(start, limit - SPEAKER_CHARACTERS)
    named = [
        actor
        for actor in actors
        if start <= actor.span.start
        and actor.span.end <= limit
        and (with_modifiers or not actor.is_modifier)
        and not _READER.search(sentence[max(0, actor.span.start - 30) : actor.span.start])
    ]
    if prefers_near or antecedent_from:
        near = [actor for actor in named if actor.span.end >= antecedent_from]
        return _coordinated(sentence, _heads(sentence, near)) if near else ()
    free = _outside_prepositions(sentence, named)
    if free:
        return _first_group(sentence, free) if is_joined else _coordinated(sentence, free)
    if not named or _OPEN_PRONOUN.search(front[start:limit]):
        return ()
    return _coordinated(sentence, named)


def _heads(sentence: str, near: list[ActorMention]) -> list[ActorMention]:
    """The namings without those that only say whose they are: "the Service of South Korea"."""
    return [
        actor
        for at, actor in enumerate(near)
        if at == 0 or not _OF.fullmatch(sentence[near[at - 1].span.end : actor.span.start])
    ]


def _outside_prepositions(sentence: str, named: list[ActorMention]) -> list[ActorMention]:
    """The namings that no preposition governs, alone or through an "and"."""
    free: list[ActorMention] = []
    governed: ActorMention | None = None
    for actor in named:
        joined = governed is not None and _COORDINATED.fullmatch(
            sentence[governed.span.end : actor.span.start]
        )
        before = sentence[max(0, actor.span.start - 60) : actor.span.start]
        if joined or _PREPOSITION.search(before):
            governed = actor
        else:
            free.append(actor)
            governed = None
    return free


def _first_group(sentence: str, named: list[ActorMention]) -> tuple[ActorMention, ...]:
    """The first naming, with those that "and" joins to it."""
    group = [named[0]]
    for actor in named[1:]:
        if actor.rule == group[-1].rule == "pair":
            group.append(actor)
            continue
        if not _COORDINATED.fullmatch(sentence[group[-1].span.end : actor.span.start]):
            break
        group.append(actor)
    return tuple(group)


def _parenthesis(front: str, candidates: list[int]) -> int:
    """The comma that opens the parenthesis which the last comma of *front* closes."""
    relative = [at for at in candidates if re.match(r",\s(?:who|which|whose)\b", front[at:])]
    return relative[0] if relative else candidates[-1]


def _coordinated(sentence: str, named: list[ActorMention]) -> tuple[ActorMention, ...]:
    """The last naming, with those that "and" joins to it."""
    group = [named[-1]]
    for actor in reversed(named[:-1]):
        between = sentence[actor.span.end : group[0].span.start]
        if actor.rule == group[0].rule == "pair":
            group.insert(0, actor)
            continue
        joins = _COORDINATED.fullmatch(between) or (len(group) > 1 and _LISTED.fullmatch(between))
        if not joins:
            break
        group.insert(0, actor)
    return tuple(group)


def speakers_after(
    sentence: str, position: int, actors: Sequence[ActorMention], within: int = 60
) -> tuple[ActorMention, ...]:
    """The naming that follows *position* closely: "said Kim", "according to the ministry"."""
    following = [
        actor
        for actor in actors
        if 0 <= actor.span.start - position <= within and not actor.is_modifier
    ]
    return (_possessed(sentence, following),) if following else ()


def list_after(
    sentence: str, position: int, actors: Sequence[ActorMention], within: int = 12
) -> tuple[ActorMention, ...]:
    """The namings that follow *position* at once, with those that "and" joins to them."""
    following = [
        actor for actor in actors if actor.span.start >= position and not actor.is_modifier
    ]
    if not following or following[0].span.start - position > within:
        return ()
    if "," in sentence[position : following[0].span.start]:
        return ()
    owned = _possessed(sentence, following)
    return _first_group(sentence, following[following.index(owned) :])


def _possessed(sentence: str, following: Sequence[ActorMention]) -> ActorMention:
    """The first naming, or what it owns: of "Ukraine's HUR" the latter speaks."""
    first, *rest = following
    if rest and sentence[first.span.end : rest[0].span.start] in ("'s ", "’s ", "' ", "’ "):
        return _possessed(sentence, rest)
    return first


def phrase_start(sentence: str, position: int) -> int:
    """Where the noun phrase in front of a verb at *position* begins."""
    base = max(0, position - 110)
    front = sentence[base:position]
    cut = max((match.end() for match in _CLAUSE_OPENER.finditer(front)), default=0)
    comma = front.rstrip(" ,").rfind(", ")
    # An aside between commas belongs to the phrase: "Soldiers, trained abroad, are".
    if not front.rstrip().endswith(",") and comma >= 0:
        cut = max(cut, comma + 2)
    return base + cut + (len(front[cut:]) - len(front[cut:].lstrip()))


_CLOSED_ASIDE = re.compile(r",\s(?:who|which|whose)\s[^,;:]{2,100},\s?(?:has\s|had\s|have\s)?\Z")


def noun_phrase_before(sentence: str, position: int) -> str:
    """The words between the clause's start and a verb, for a speaker that no rule names."""
    aside = _CLOSED_ASIDE.search(sentence, max(0, position - SPEAKER_CHARACTERS), position)
    if aside is not None:
        position = aside.start()  # "Infrafer, which runs the tracks, said"
    words = sentence[phrase_start(sentence, position) : position].split()
    return " ".join(words[:8])

"""Who says what in a sentence: each saying with its speaker and the words it covers.

News stacks voices: "Yoon confirmed that intelligence had verified the deployment", "the embassy
quoted the ambassador as saying", "..., the ministry said in a statement", "according to police".
Each is a `Saying` whose `content` is the stretch of the sentence it vouches for; what lies in
several contents is claimed by the innermost voice and relayed by the outer ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline import lexicon
from dateline.extract.actors import ActorMention
from dateline.extract.cues import Pattern, compile_patterns, reads_as_noun
from dateline.extract.verbs import Form, Mood, chain_before, mood_of
from dateline.model import Span, Stance

# How far back from its verb a speaker may stand, in characters.
SPEAKER_CHARACTERS = 160
# How close before "which" the naming must end that it refers to.
ANTECEDENT_CHARACTERS = 30

_WORD = re.compile(r"[^\W\d_]+")
_ACCORDING = re.compile(r"\b(?:according to|as reported by|in the words of|citing|per)\s", re.I)
_OPENER = re.compile(
    r",\s(?:who|which|in|during|at|on|when|after|while|though|whose|also|a|an|the|formerly|as|"
    r"[a-z]{3,20}(?:ing|ed))\b"
)
# "Intelligence, the president confirmed, has verified": somebody else's saying, put in between.
_INSERTED = re.compile(
    r",\s[^,]{2,60}\s(?:said|says|confirmed|added|noted|warned|stated|argued|insisted|promised|"
    r"reported|claimed|admitted|acknowledged|explained|told\s[^,]{2,40}),\Z"
)
_OPEN_PRONOUN = re.compile(r"\b(?:he|she|they|it|we)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:how|whether|what|why)\s\Z", re.IGNORECASE)
_NOBODY_AFTER = re.compile(r"\s(?:neither|nothing|by (?:neither|nobody|none|no)\b)")
_AS_SAYING = re.compile(
    r"\s[^,;]{1,80}?\sas\s(?P<verb>saying|telling|declaring|replying|adding|warning|stating)\b"
)
_RELATIVE = re.compile(r",?\s(?:who|which|that)\s+(?:[\w-]+\s+){0,8}\Z")
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\s\Z", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|when|once|until)\s\Z", re.IGNORECASE)
_GERUND = re.compile(r"\s?[a-z]{2,20}ing\b")
_AND_LATER = re.compile(r",?\sand\s[a-z]{3,20}(?:ed|t)\b")
_AFTER_QUOTE = re.compile(r"[,?!.]?[”\"]\s\Z|,\s\Z")
_PREPOSITION = re.compile(
    r"\b(?:in|to|from|of|with|at|by|for|near|against|on|over|between|toward|towards|into|about|"
    r"among|across|through|behind|amid|under|via|within|without)\s"
    r"(?:the\s|a\s|an\s|both\s|its\s|his\s|her\s|their\s)?(?:[a-z-]{3,20}\s){0,2}\Z",
    re.IGNORECASE,
)
_JOINED_VERB = re.compile(r"\b(?:and|but|or)\s\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being)\b")
_CLAUSE_OPENER = re.compile(
    r"(?:[;:—–“]|,\s(?:and|but|while|as|saying|adding|stating)\s|\b(?:as|that|while|after|but|"
    r"because|when|where|although|which|who)\s)",
    re.IGNORECASE,
)
# Words after which the sentence speaks for itself again, or for the other side.
_TURN = re.compile(r",?\s(?:despite|although|though|even as|even though|whereas)\s")
_GOES_ON = re.compile(r",\s(?:and|with)\s")
_ASIDE = re.compile(r",?\s(?:though|although|while)\s[^,]{2,60},\s")
_BY = re.compile(r"\s(?:[\w-]+\s){0,4}?by\s")
_COORDINATED = re.compile(r"\s*(?:and|, and|or|nor|as well as)\s*(?:the\s|both\s)?")
_LISTED = re.compile(r"\s*,\s*(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Saying:
    """One voice in a sentence. Spans count from the sentence's start."""

    span: Span  # the verb, or "according to"
    rule: str
    stance: Stance  # what the verb does to the content: asserted, confirmed, alleged, denied
    mood: Mood
    speakers: tuple[ActorMention, ...]
    speaker_text: str
    content: Span
    is_statement: bool  # an act in public, rather than a belief
    is_present: bool = False  # "observers say"


@cache
def _patterns() -> dict[str, list[tuple[Pattern, Stance, bool]]]:
    table: dict[str, list[tuple[Pattern, Stance, bool]]] = {}
    for row in lexicon.rows("sayings"):
        first, *rest = row["base"].split()
        words = " ".join([f"{first}~", *rest])
        for opening, pattern in compile_patterns(
            row["base"].replace(" ", "_"), words, row["near"], row["not_near"]
        ):
            entry = (pattern, Stance(row["stance"]), row["is_statement"] == "yes")
            table.setdefault(opening, []).append(entry)
    return table


def find_sayings(sentence: str, actors: Sequence[ActorMention]) -> list[Saying]:
    """The sayings of one sentence in order; *actors* have spans within the sentence."""
    table = _patterns()
    sayings: list[Saying] = []
    read_to = 0
    for word in _WORD.finditer(sentence):
        if word.start() < read_to:
            continue
        for pattern, stance, is_statement in table.get(word[0].lower(), ()):
            span = pattern.match(sentence, word.start())
            if span is None or pattern.form is None:
                continue
            chain = chain_before(sentence, span.start)
            if any(actor.span.overlaps(span) for actor in actors):
                continue
            if pattern.form is Form.PRESENT or (pattern.form is Form.BASE and not chain.strip()):
                if not _follows_a_name(sentence, span.start - len(chain), actors):
                    continue
            elif reads_as_noun(sentence, span, pattern.form, chain) or (
                pattern.form is Form.PAST and not chain and _is_adjective(sentence, span)
            ):
                continue
            relay = _AS_SAYING.match(sentence, span.end)
            if relay:
                sayings += _quoted_by(sentence, span, chain, relay, actors)
                read_to = relay.end()
                break
            saying = _saying(sentence, span, pattern, stance, is_statement, chain, actors)
            if saying is not None:
                earlier = sayings[-1] if sayings else None
                joined = _JOINED_VERB.search(sentence[: span.start - len(chain)])
                if earlier and earlier.speakers and joined:
                    # "warned that ... and added": the voice goes on.
                    saying = replace(
                        saying, speakers=earlier.speakers, speaker_text=earlier.speaker_text
                    )
                present = pattern.form in (Form.PRESENT, Form.BASE) and not chain.strip()
                sayings.append(replace(saying, is_present=present))
            break
    sayings += _according(sentence, actors)
    sayings += _nominal(sentence, actors)
    return sorted(sayings, key=lambda saying: saying.span)


_THAT = re.compile(r"\s(?:on [A-Z][a-z]{5,8}day\s)?that\s")
_CLAUSE_EDGE = re.compile(r"[,;—:]\s|\b(?:if|that|which|who|when|because|as)\s")


def _clause_start(sentence: str, position: int) -> int:
    """Where the clause before *position* begins."""
    return max((match.end() for match in _CLAUSE_EDGE.finditer(sentence[:position])), default=0)


def _follows_a_name(sentence: str, position: int, actors: Sequence[ActorMention]) -> bool:
    """Whether a naming ends right before *position*: "the Pentagon says", not "a fear that claims"."""
    front = sentence[:position].rstrip()
    if front.endswith(","):
        return bool(speakers_before(sentence, position, actors))
    return any(
        actor.span.end <= position
        and not actor.is_modifier
        and not sentence[actor.span.end : position].strip()
        for actor in actors
    )


_ARTICLE_BEFORE = re.compile(r"(?:\b(?:a|an|the|its|his|her|their|of|any|no)|['’]s)\s\Z", re.IGNORECASE)


def _is_adjective(sentence: str, span: Span) -> bool:
    """Whether a participle stands before a noun: "the alleged dispatch"."""
    before = sentence[max(0, span.start - 12) : span.start]
    return bool(_ARTICLE_BEFORE.search(before)) and sentence[span.end : span.end + 2].strip().islower()


def _saying(
    sentence: str,
    span: Span,
    pattern: Pattern,
    stance: Stance,
    is_statement: bool,
    chain: str,
    actors: Sequence[ActorMention],
) -> Saying | None:
    assert pattern.form is not None
    mood = mood_of(pattern.form, chain)
    verb_start = span.start - len(chain)
    rule = f"saying:{pattern.rule}"
    if _NOBODY_AFTER.match(sentence, span.end):
        mood = Mood.NEGATED
    if _IF.search(sentence[:verb_start]):
        # "If confirmed, ...": nobody has confirmed, and the condition ends with its clause.
        comma = sentence.find(",", span.end)
        content = Span(span.end, comma if comma > 0 else len(sentence))
        return Saying(span, rule, stance, Mood.CONDITIONAL, (), "", content, False)
    agent = _BY.match(sentence, span.end) if pattern.form is Form.PAST else None
    passive = bool(_PASSIVE.search(chain)) and pattern.form is Form.PAST
    if passive or (agent and not chain):
        speakers = _list_after(sentence, agent.end(), actors) if agent else ()
        content = Span(_clause_start(sentence, verb_start), verb_start)
        led = _THAT.match(sentence, speakers[-1].span.end if speakers else span.end)
        if led:
            content = Span(led.end(), len(sentence))
        public = is_statement and passive and bool(speakers)
        return _voice(span, rule, stance, mood, speakers, sentence, content, public)
    inverted = speakers_after(sentence, span.end, actors, within=3)
    if inverted and _AFTER_QUOTE.search(sentence[:verb_start]):
        return _voice(
            span, rule, stance, mood, inverted, sentence, Span(0, verb_start), is_statement
        )
    speakers = speakers_before(sentence, verb_start, actors) or inverted
    if speakers and _ASKED.search(sentence[: speakers[0].span.start]):
        mood = Mood.NEGATED
    content = content_of(sentence, span, verb_start, speakers)
    return _voice(span, rule, stance, mood, speakers, sentence, content, is_statement)


def _voice(
    span: Span,
    rule: str,
    stance: Stance,
    mood: Mood,
    speakers: tuple[ActorMention, ...],
    sentence: str,
    content: Span,
    is_statement: bool,
) -> Saying:
    if speakers:
        text = sentence[speakers[0].span.start : speakers[-1].span.end]
    else:
        text = noun_phrase_before(sentence, span.start)
    return Saying(span, rule, stance, mood, speakers, text, content, is_statement)


def _quoted_by(
    sentence: str,
    span: Span,
    chain: str,
    relay: re.Match[str],
    actors: Sequence[ActorMention],
) -> list[Saying]:
    """ "The embassy quoted the ambassador as saying": the quoted voice inside the quoting one.

    In the passive ("the ambassador was quoted by the embassy as saying") they change places.
    """
    subject = speakers_before(sentence, span.start - len(chain), actors)
    agent = _BY.match(sentence, span.end)
    is_passive = bool(_PASSIVE.search(chain))
    inside = tuple(
        actor
        for actor in actors
        if span.end <= actor.span.start and actor.span.end <= relay.start("verb")
    )
    if is_passive:
        outer, inner = (inside[-1:] if agent else ()), subject
    else:
        outer, inner = subject, inside[:1]
    content = Span(relay.end(), len(sentence))
    verb = Span(*relay.span("verb"))
    outer_content = Span(span.end, len(sentence))
    return [
        _voice(span, "saying:quote", Stance.ASSERTED, Mood.FACT, outer, sentence, outer_content, False),
        _voice(verb, "saying:as_saying", Stance.ASSERTED, Mood.FACT, inner, sentence, content, bool(inner)),
    ]


def _according(sentence: str, actors: Sequence[ActorMention]) -> list[Saying]:
    sayings = []
    for match in _ACCORDING.finditer(sentence):
        speakers = _list_after(sentence, match.end(), actors, within=30)
        comma = sentence.find(", ", match.end())
        leads = match.start() == 0 or sentence[: match.start()].rstrip().endswith((";", "—"))
        if leads and comma > 0:
            content = Span(comma + 2, len(sentence))
        elif _GOES_ON.match(sentence, speakers[-1].span.end if speakers else match.end()):
            content = Span(0, len(sentence))
        else:
            content = Span(0, match.start())
        text = (
            sentence[speakers[0].span.start : speakers[-1].span.end]
            if speakers
            else sentence[match.end() : comma if comma > 0 else len(sentence)].rstrip(".”\"")[:80]
        )
        sayings.append(
            Saying(
                Span(match.start(), match.end() - 1),
                "saying:according_to",
                Stance.ASSERTED,
                Mood.FACT,
                speakers,
                text,
                content,
                False,
            )
        )
    return sayings


_NOMINAL = re.compile(
    r"\b(?P<noun>claims?|reports?|allegations?|assertions?|accusations?|assessments?|estimates?)"
    r"\s(?:from|by|of)\s(?:the\s|some\s|several\s|both\s)?"
)
_NOMINAL_CONTENT = re.compile(r"[^,;]{0,60}?\s(?:that|of|regarding|about|saying)\s")


def _nominal(sentence: str, actors: Sequence[ActorMention]) -> list[Saying]:
    """ "Claims by South Korean officials that ...": a saying told by a noun."""
    sayings = []
    for match in _NOMINAL.finditer(sentence):
        speakers = _list_after(sentence, match.end(), actors)
        if not speakers:
            continue
        opening = _NOMINAL_CONTENT.match(sentence, speakers[-1].span.end)
        if not opening:
            continue
        text = sentence[speakers[0].span.start : speakers[-1].span.end]
        sayings.append(
            Saying(
                Span(*match.span("noun")),
                f"saying:{match['noun'].rstrip('s')}_by",
                Stance.ALLEGED,
                Mood.FACT,
                speakers,
                text,
                Span(opening.end(), len(sentence)),
                False,
            )
        )
    return sayings


def _list_after(
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
    front = sentence[:position].rstrip().rstrip("“\"").rstrip()
    limit = len(front)
    is_joined = bool(_JOINED_VERB.search(front + " "))
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


_OF = re.compile(r"\)?\s(?:of|in|from)\s(?:the\s)?")


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
    sentence: str,
    position: int, actors: Sequence[ActorMention], within: int = 60
) -> tuple[ActorMention, ...]:
    """The naming that follows *position* closely: "said Kim", "according to the ministry"."""
    following = [
        actor
        for actor in actors
        if 0 <= actor.span.start - position <= within and not actor.is_modifier
    ]
    return (_possessed(sentence, following),) if following else ()


def _possessed(sentence: str, following: Sequence[ActorMention]) -> ActorMention:
    """The first naming, or what it owns: of "Ukraine's HUR" the latter speaks."""
    first, *rest = following
    if rest and sentence[first.span.end : rest[0].span.start] in ("'s ", "’s ", "' ", "’ "):
        return _possessed(sentence, rest)
    return first


_ARTICLE_END = re.compile(r"\s(?:the|a|an)\Z", re.IGNORECASE)
# What may follow a trailing verb: nothing, a place or day of saying it, or a further voice.
_TRAILING = re.compile(
    r"(?:,?\s(?:in|on|to|at|during|late|early|earlier|according|citing|adding|[A-Z][a-z]{2,8}day|"
    r"through|via|by|told)\b.{0,70})?[.”\"]{0,3}",
    re.DOTALL,
)
_SUBORDINATE = re.compile(
    r"[“\"]?(?:After|When|As|While|If|During|Before|Since|Following|Asked|Although|Though|Because|"
    r"At an?|In an?|On an?)\s"
)


def content_of(
    sentence: str, span: Span, verb_start: int, speakers: tuple[ActorMention, ...]
) -> Span:
    """What a saying covers: the rest of the sentence, or what precedes a trailing attribution."""
    subject = min([verb_start, *(speaker.span.start for speaker in speakers)])
    before = _ARTICLE_END.sub("", sentence[:subject].rstrip())
    closes = before.endswith((",", ",”", ',"', "”", "?”", "!”", '"')) and len(before) > 20
    if (
        closes
        and _TRAILING.fullmatch(sentence[span.end :])
        and (not _SUBORDINATE.match(sentence) or before.count(",") > 1)
    ):
        return Span(0, subject)
    turn = _TURN.search(sentence, span.end)
    if turn and _ASIDE.match(sentence, turn.start()):
        turn = None
    return Span(span.end, turn.start() if turn else len(sentence))


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


def noun_phrase_before(sentence: str, position: int) -> str:
    """The words between the clause's start and a verb, for a speaker that no rule names."""
    words = sentence[phrase_start(sentence, position) : position].split()
    return " ".join(words[:8])


def voices_over(sayings: Sequence[Saying], span: Span) -> list[Saying]:
    """The sayings whose content holds *span*, from the innermost voice outwards."""
    holding = [saying for saying in sayings if saying.content.holds(span) and saying.span != span]
    return sorted(holding, key=lambda saying: saying.content.end - saying.content.start)

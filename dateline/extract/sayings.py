"""Who says what in a sentence: each saying with its speaker and the words it covers.

News stacks voices: "Yoon confirmed that intelligence had verified the deployment", "the embassy
quoted the ambassador as saying", "..., the ministry said in a statement", "according to police".
Each is a `Saying` whose `content` is the stretch of the sentence it vouches for; what lies in
several contents is claimed by the innermost voice and relayed by the outer ones.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline import lexicon
from dateline.extract.actors import ActorMention
from dateline.extract.attributions import (
    AS_SAYING,
    BY,
    according_to,
    claims_by,
    quoted_by,
)
from dateline.extract.contents import content_of
from dateline.extract.noun_forms import is_adjective, is_counted, reads_as_noun
from dateline.extract.patterns import Pattern, compile_patterns
from dateline.extract.speakers import (
    JOINED_VERB,
    list_after,
    speakers_after,
    speakers_before,
)
from dateline.extract.verbs import (
    Form,
    Mood,
    chain_before,
    is_passive,
    mood_of,
)
from dateline.extract.voices import Saying, voice_of
from dateline.model import Span, Stance

_WORD = re.compile(r"[^\W\d_]+")
_ASKED = re.compile(r"\b(?:how|whether|what|why)\s\Z", re.IGNORECASE)
_NOBODY_AFTER = re.compile(r"\s(?:neither|nothing|by (?:neither|nobody|none|no)\b)")
_PERFECT = re.compile(r"(?:has|have|had)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|when|once|until)\s\Z", re.IGNORECASE)
# Whom an inverted verb of saying names: "said the mediator, Paul Nakamura", "said one nurse".
_NAMED_AFTER = re.compile(
    r"\s((?:the|an?|one|its|his|her|their|another)\s[a-z][\w’'-]{1,30}(?:\s[\w’'-]{1,30}){0,3}"
    r"(?:,\s[A-Z][\w’'-]{1,30}\s[A-Z][\w’'-]{1,30})?)(?=[.,;]|\Z)"
)
# Verbs that are put before a speaker oftener than before what is said.
_INVERTED = frozenset({"say", "add", "explain", "recall", "warn", "joke"})
_AFTER_QUOTE = re.compile(r"[,?!.]?[”\"]\s\Z|,\s\Z")


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
                has_subject = (
                    _follows_a_name(sentence, span.start - len(chain), actors)
                    or _has_plain_subject(sentence, span, pattern.form)
                    or (pattern.rule in _INVERTED and _is_inverted(sentence, span, actors))
                )
                if not has_subject:
                    continue
                if pattern.form is Form.BASE and _IN_A_POST.search(
                    sentence[max(0, span.start - _NEAR) : span.start]
                ):
                    continue
            elif reads_as_noun(sentence, span, pattern.form, chain) or (
                pattern.form is Form.PAST
                and not chain
                and (is_adjective(sentence, span) or is_counted(sentence, span))
            ):
                continue
            relay = AS_SAYING.match(sentence, span.end)
            if relay:
                sayings += quoted_by(sentence, span, chain, relay, actors)
                read_to = relay.end()
                break
            saying = _saying(sentence, span, pattern, stance, is_statement, chain, actors)
            if saying is not None:
                earlier = sayings[-1] if sayings else None
                joined = JOINED_VERB.search(sentence[: span.start - len(chain)])
                going_on = pattern.form is Form.GERUND and not chain and not saying.speakers
                if earlier and earlier.speakers and (joined or going_on):
                    # "warned that ... and added", "disputed it, putting the toll at": it goes on.
                    saying = replace(
                        saying, speakers=earlier.speakers, speaker_text=earlier.speaker_text
                    )
                if saying.stance is Stance.ASSERTED and _gives_the_lie(sentence, saying):
                    saying = replace(saying, stance=Stance.DENIED)
                present = pattern.form in (Form.PRESENT, Form.BASE) and not chain.strip()
                perfect = bool(_PERFECT.match(chain))
                sayings.append(replace(saying, is_present=present, is_perfect=perfect))
            break
    sayings += according_to(sentence, actors)
    sayings += claims_by(sentence, actors)
    return sorted(sayings, key=lambda saying: saying.span)


# A look at two letters first: most words are let go by it, and not by each alternative in turn.
_LIES = (
    r"(?=[abdfghilmnprsuw][a-z])(?:hoax|myth|bogus|propaganda|baseless|groundless|unfounded|false|fabricat\w{2,4}|lies?|untrue|nonsense|fakes?|slander|"
    r"smears?|disinformation|absurd|ridiculous|fiction|fantasy|rumou?rs?|inventions?|"
    r"not (?:true|correct|accurate)|(?:no|without) (?:any )?(?:basis|foundation|truth))\b"
)
_WHAT_IS_A_LIE = re.compile(
    r"\b(?:(?:reports?|claims?|allegations?|accusations?|assertions?|charges|suggestions?|figures?|"
    r"stor(?:y|ies)|statements?)\b[^;]{0,60}?\s|(?:it|that|this|these|they|which)\s)"
    r"(?:is|are|was|were|had|has|as)\b[^,;]{0,30}?\b" + _LIES,
    re.IGNORECASE,
)
_CALLED_A_LIE = re.compile(r"[^,;]{0,70}?\b" + _LIES, re.IGNORECASE)
_NAMING_VERBS = frozenset(
    {"saying:call", "saying:call_*_a", "saying:describe", "saying:label", "saying:brand"}
)


def _gives_the_lie(sentence: str, saying: Saying) -> bool:
    """Whether somebody says that what is said is not so: "called the report “groundless”"."""
    said = saying.content.of(sentence)
    if saying.rule in _NAMING_VERBS:
        return bool(_CALLED_A_LIE.match(said))
    return bool(_WHAT_IS_A_LIE.search(said[:200]))


_THAT = re.compile(r"\s(?:on [A-Z][a-z]{2,6}day\s)?that\s")
_CLAUSE_EDGE = re.compile(r"[,;—:]\s|\b(?:if|that|which|who|when|because|as)\s")


_NEAR = 40  # characters: how far back what stands right before a verb is looked for
# "In a Telegram post": a network's name and a noun, and nobody who posts.
_IN_A_POST = re.compile(r"\b(?:an?|the|his|her|its|their)\s[A-Z][\w’'-]{0,20}\s\Z")
# Whoever is meant, it is somebody who speaks: "He denies it."
_SUBJECT_PRONOUN = re.compile(
    r"(?:\A|[.;,“\"]\s?|\b(?:but|and|which|that)\s)(?:he|she|they)\Z", re.IGNORECASE
)


def _clause_start(sentence: str, position: int) -> int:
    """Where the clause before *position* begins."""
    return max((match.end() for match in _CLAUSE_EDGE.finditer(sentence[:position])), default=0)


_ADVERBS = re.compile(r"\b(?:now|also|still|again|already|often|meanwhile|repeatedly)\b")


def _follows_a_name(sentence: str, position: int, actors: Sequence[ActorMention]) -> bool:
    """Whether a naming ends right before: "the Pentagon says", not "a fear that claims"."""
    front = sentence[:position].rstrip()
    if _SUBJECT_PRONOUN.search(front[-_NEAR:]):
        return True
    if front.endswith(","):
        return bool(speakers_before(sentence, position, actors))
    return any(
        actor.span.end <= position
        and not actor.is_modifier
        and not _ADVERBS.sub("", sentence[actor.span.end : position]).strip()
        for actor in actors
    )


def _is_inverted(sentence: str, span: Span, actors: Sequence[ActorMention]) -> bool:
    """Whether the speaker stands behind: “...,” says Ann Reid, a teacher."""
    if not _AFTER_QUOTE.search(sentence[: span.start]):
        return False
    named = speakers_after(sentence, span.end, actors, within=3)
    return bool(named or _NAMED_AFTER.match(sentence, span.end))


# "The harbour board says that", "local fishermen estimate that": a clause that opens with common
# words for somebody, a verb in the present, and a clause behind it.
_PLAIN_SUBJECT = re.compile(
    r"(?:\A|[.;:“]\s?|,\s(?:but|and|while)\s)(?:(?:(?P<determiner>the|an?|its|his|her|their|our|one|some|"
    r"many|several|most)|other|local)\s)?(?:(?!(?:in|of|at|from)\s)[a-z][a-z’'-]{1,20}\s){0,3}(?P<last>[a-z][a-z’'-]{2,20})"
    r"(?:\s(?:in|of|at|from)\s(?-i:(?:the\s)?[A-Z][\w’-]{1,20}(?:\s[A-Z][\w’-]{1,20})?))?\s\Z",
    re.IGNORECASE,
)
_THAT_FOLLOWS = re.compile(r"\sthat\s")
_CLAUSE_FOLLOWS = re.compile(
    r"\s(?:that|the|there|it|at least|more than|about|some|as many as|up to|[0-9][0-9,.]{0,12})\s"
)


def _has_plain_subject(sentence: str, span: Span, form: Form) -> bool:
    """Whether whoever speaks in the present is told by common words alone."""
    found = _PLAIN_SUBJECT.search(sentence[max(0, span.start - 3 * _NEAR) : span.start])
    if found is None:
        return False
    if form is Form.PRESENT:
        is_one = found["determiner"] and not found["last"].endswith("s")
        return bool(is_one) and bool(_CLAUSE_FOLLOWS.match(sentence, span.end))
    is_many = found["last"].endswith(("s", "men", "people"))
    accuses = span.of(sentence).lower() in ("accuse", "blame")
    return is_many and (accuses or bool(_THAT_FOLLOWS.match(sentence, span.end)))


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
    agent = BY.match(sentence, span.end) if pattern.form is Form.PAST else None
    passive = is_passive(chain, span.of(sentence)) and pattern.form is Form.PAST
    if passive or (agent and not chain):
        speakers = list_after(sentence, agent.end(), actors) if agent else ()
        content = Span(_clause_start(sentence, verb_start), verb_start)
        led = _THAT.match(sentence, speakers[-1].span.end if speakers else span.end)
        if led:
            content = Span(led.end(), len(sentence))
        public = is_statement and passive and bool(speakers)
        return voice_of(span, rule, stance, mood, speakers, sentence, content, public)
    inverted = speakers_after(sentence, span.end, actors, within=3)
    if pattern.rule == "tell":
        inverted = ()  # who follows "told" is told
    if inverted and inverted[0].rule == "pronoun":
        # "confirmed it was investigating": the pronoun opens what is said.
        inverted = ()
    if inverted and _AFTER_QUOTE.search(sentence[:verb_start]):
        return voice_of(
            span, rule, stance, mood, inverted, sentence, Span(0, verb_start), is_statement
        )
    if pattern.rule in _INVERTED and not inverted and _AFTER_QUOTE.search(sentence[:verb_start]):
        named = _NAMED_AFTER.match(sentence, span.end)
        if named and not speakers_before(sentence, verb_start, actors):
            # “...,” said the mediator, whom no list knows.
            content = Span(0, verb_start)
            return Saying(span, rule, stance, mood, (), named[1], content, is_statement)
    speakers = speakers_before(sentence, verb_start, actors) or inverted
    if speakers and _ASKED.search(sentence[: speakers[0].span.start]):
        mood = Mood.NEGATED
    content = content_of(sentence, span, verb_start, speakers)
    return voice_of(span, rule, stance, mood, speakers, sentence, content, is_statement)

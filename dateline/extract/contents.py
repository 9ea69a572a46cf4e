"""What a saying covers: the words of its sentence that it vouches for."""

import re

from dateline.extract.actors import ActorMention
from dateline.extract.asides import find_asides
from dateline.extract.verbs import is_auxiliary, is_finite
from dateline.model import Span

_WORD = re.compile(r"[^\W\d_]+")
# Words after which the sentence speaks for itself again, or for the other side.
_TURN = re.compile(
    r";\s|,\sas\s(?!well\s|many\s|much\s)|"
    r",?\s(?:despite|although|though|even as|even though|whereas|as (?:it|he|she|they)|"
    r"while (?:it|he|she|they))\s"
)
_ASIDE = re.compile(r",?\s(?:though|although|while)\s[^,]{2,60},\s")
_ARTICLE_END = re.compile(r"\s(?:the|a|an|its|his|her|their|our|one)\Z", re.IGNORECASE)
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


# Verbs that need their content: where none follows, it stood in front.
_TAIL_VERBS = frozenset(("said", "told", "claimed", "announced", "reported", "added", "wrote"))
_LONGEST_TAIL = 100


def _is_tail(sentence: str, span: Span, before: str) -> bool:
    """Whether a whole clause precedes and none follows: "..., she told a news conference"."""
    rest = sentence[span.end :]
    return (
        span.of(sentence).lower() in _TAIL_VERBS
        and len(rest) <= _LONGEST_TAIL
        and not _INTO.search(rest)
        and not any(is_auxiliary(word) for word in _WORD.findall(rest))
        and any(is_finite(word) for word in _WORD.findall(before))
    )


_INTO = re.compile(r"\bthat\b|[“\":]")
_GOES_ON = re.compile(r",\s(?:and|but|while|though|although|as|after|before|when)\s|;\s")


def _clause_before(before: str) -> int:
    """Where what a voice in mid-sentence vouches for begins: behind a semicolon, if any."""
    return before.rfind("; ") + 2 if "; " in before else 0


def content_of(
    sentence: str, span: Span, verb_start: int, speakers: tuple[ActorMention, ...]
) -> Span:
    """What a saying covers: the rest of the sentence, or what precedes a trailing attribution."""
    subject = min([verb_start, *(speaker.span.start for speaker in speakers)])
    before = _ARTICLE_END.sub("", sentence[:subject].rstrip())
    closes = before.endswith((",", ",”", ',"', "”", "?”", "!”", '"')) and len(before) > 20
    if closes and _GOES_ON.match(sentence, span.end) and not _SUBORDINATE.match(sentence):
        # "Two people were hurt, police said, and voting was suspended."
        return Span(_clause_before(before), subject)
    if (
        closes
        and (_TRAILING.fullmatch(sentence[span.end :]) or _is_tail(sentence, span, before))
        and (not _SUBORDINATE.match(sentence) or before.count(",") > 1)
    ):
        return Span(0, subject)
    turn = _TURN.search(sentence, span.end)
    if turn and _ASIDE.match(sentence, turn.start()):
        turn = None
    end = turn.start() if turn else len(sentence)
    aside = next((aside for aside in find_asides(sentence) if aside.holds(span)), None)
    if aside is not None and _is_whole(sentence, Span(span.end, aside.end)):
        end = min(end, aside.end)
    return Span(span.end, end)


def _is_whole(sentence: str, said: Span) -> bool:
    """Whether an aside holds all that is said: "who had denied that he knew, was sent home".

    In "which showed that the king, her father, had left" the comma is only another aside's.
    """
    behind = _WORD.search(sentence, said.end)
    goes_on = sentence.startswith(", ", said.end) and behind is not None and is_finite(behind[0])
    words = _WORD.findall(said.of(sentence))
    return goes_on and ("that" not in words or any(is_finite(word) for word in words))

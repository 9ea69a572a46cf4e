"""How alike two mentions are in their words: cosine of weighted words, and quotations shared.

The weight of a word is fixed, never counted in the articles at hand: with the usual inverse
document frequency (Salton and Buckley 1988) one article more would move every likeness, and old
events would part or join. A long word says more than a short one (Zipf's law of abbreviation), a
number more than any word; states and weekdays say nothing here, since parties and days are
compared by themselves.
"""

import math
import re
from collections import Counter
from functools import cache, lru_cache

from dateline import lexicon
from dateline.model import EventKind, Mention

WINDOW_CHARACTERS = 130
QUOTE_WORDS = 2

_CLAUSE_END = re.compile(
    r"[;:—]|,\s|\s(?:as|while|when|because|although|though|after|before|but|who|which)\s"
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_QUOTE = re.compile(r"[“\"]([^”\"]{8,400})[”\"]")
_ENDINGS = tuple(lexicon.table("function_words")["endings"].split())
_STOP = frozenset(lexicon.table("function_words")["compared"].split())
_NUMBER_WEIGHT = 4.0
_KEPT_STEMS = 50_000


@lru_cache(_KEPT_STEMS)
def stem(word: str) -> str:
    """A crude stem: enough to let "deployed", "deployment" and "deploys" meet."""
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _compared_elsewhere() -> frozenset[str]:
    """Stems of the names of states and of days."""
    names = " ".join(
        f"{row['name']} {row['names']} {row['demonyms']} {row['capital']}"
        for row in lexicon.rows("countries")
    )
    words = re.findall(r"[^\W_]+", names)
    days = lexicon.table("function_words")["days"].split()
    return frozenset(stem(word) for word in (*words, *days))


def weight_of(word: str) -> float:
    """How much a stem says about which event is told."""
    return _NUMBER_WEIGHT if word[0].isdigit() else math.log2(1 + len(word)) - 1.0


def words_around(mention: Mention) -> str:
    """The part of the sentence around the words that tell the event, or around those that date it.

    Only these speak of the event; the rest of a long sentence may tell another.
    """
    told = mention.cue or (mention.date.span if mention.date else None)
    if told is None:
        return mention.sentence_text
    start, end = told.start - mention.sentence.start, told.end - mention.sentence.start
    return mention.sentence_text[max(0, start - WINDOW_CHARACTERS) : end + WINDOW_CHARACTERS]


def clause_around(mention: Mention) -> str:
    """The clause that the mention's date words stand in; the sentence where it has none."""
    if mention.date is None:
        return mention.sentence_text
    start = mention.date.span.start - mention.sentence.start
    end = mention.date.span.end - mention.sentence.start
    before, after = mention.sentence_text[:start], mention.sentence_text[end:]
    words = mention.sentence_text[start:end]
    return f"{_CLAUSE_END.split(before)[-1]}{words}{_CLAUSE_END.split(after)[0]}"


def plain_stems(text: str) -> list[str]:
    """The stems of the words that carry news."""
    stems = (stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP)
    return [word for word in stems if len(word) > 2]


def stems_of(text: str) -> list[str]:
    """The stems of the words that carry news, synonyms under one of them."""
    return [_synonyms().get(word, word) for word in plain_stems(text)]


@cache
def _synonyms() -> dict[str, str]:
    """For each stem of ``lexicon/synonyms.csv`` the first of its row."""
    found: dict[str, str] = {}
    for row in lexicon.rows("synonyms"):
        first, *others = (stem(word) for word in row["words"].split())
        for word in (first, *others):
            found.setdefault(word, first)
    return found


def words_of(mention: Mention) -> Counter[str]:
    """The stems that speak of the mention's event."""
    text = words_around(mention)
    if mention.kind in (EventKind.STATEMENT, EventKind.INTELLIGENCE_REPORT):
        # What is said is compared; who says it is asked for by itself.
        text = _without_speakers(text, mention.actor_ids)
    left_out = _compared_elsewhere()
    return Counter(word for word in stems_of(text) if word not in left_out)


def _without_speakers(text: str, actor_ids: tuple[str, ...]) -> str:
    """The text without the names of speakers, of which ids are made, and what describes them."""
    names = {word for actor_id in actor_ids for word in actor_id.split("_") if len(word) > 2}
    if not names:
        return text
    either = "|".join(map(re.escape, sorted(names)))
    return re.sub(
        rf"(?:[\w-]{{1,40}} ){{0,2}}\b(?:{either})\b(?:, (?:an?|the) [\w -]{{2,40}})?",
        " ",
        text,
        flags=re.IGNORECASE,
    )


def quoted_runs(mention: Mention) -> frozenset[tuple[str, ...]]:
    """Every run of `QUOTE_WORDS` words inside the sentence's quotation marks."""
    runs = set()
    for quote in _QUOTE.findall(mention.sentence_text):
        words = [word.lower() for word in _WORD.findall(quote)]
        runs |= {
            run
            for at in range(len(words) - QUOTE_WORDS + 1)
            if not _STOP & set(run := tuple(words[at : at + QUOTE_WORDS]))
        }
    return frozenset(runs)


class Words:
    """The weighted words of one mention."""

    __slots__ = ("_norm", "_weights")

    def __init__(self, mention: Mention) -> None:
        self._weights = {
            word: (1 + math.log(count)) * weight_of(word)
            for word, count in words_of(mention).items()
        }
        self._norm = math.sqrt(sum(weight * weight for weight in self._weights.values())) or 1.0

    def likeness(self, other: "Words") -> float:
        """Cosine similarity, 0 to 1."""
        small, large = sorted((self._weights, other._weights), key=len)
        dot = sum(weight * large.get(word, 0.0) for word, weight in small.items())
        return dot / (self._norm * other._norm)

"""The little language in which the lexicon words its cues, compiled.

``send~`` is the verb in all its forms, ``a|b`` are alternatives, ``to/into`` alternatives within a
phrase, ``*`` a gap of a few words (what follows it must stand there and is no part of the match),
``^`` a name (a capitalised word); `near` and `not_near` name words around the match.
"""

import re
from dataclasses import dataclass

from dateline.extract.verbs import Form, forms_of
from dateline.model import Span

# How far the words named in `near` and `not_near` may stand from the cue, in characters.
NEAR_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to word a rule of the lexicon, ready to match at a word."""

    rule: str
    regex: re.Pattern[str]
    form: Form | None  # of the verb that opens the pattern; None for a noun
    near: re.Pattern[str] | None
    not_near: re.Pattern[str] | None
    is_topical: bool = False  # what must stand near may stand anywhere in an article of the kind

    def match(self, sentence: str, start: int) -> Span | None:
        """The words matched at *start*, if what must stand near does and the rest does not."""
        found = self.sight(sentence, start)
        return found[0] if found else None

    def sight(
        self, sentence: str, start: int, is_on_topic: bool = False
    ) -> tuple[Span, int] | None:
        """As `match`, with how far off the nearest word stands that had to be near.

        A topical pattern *is_on_topic* needs no such word: the article has said it before.
        """
        found = self.regex.match(sentence, start)
        if not found:
            return None
        base = max(0, start - NEAR_CHARACTERS)
        window = sentence[base : found.end() + NEAR_CHARACTERS]
        gaps = [
            max(base + near.start() - found.end(), start - base - near.end(), 0)
            for near in (self.near.finditer(window) if self.near else ())
        ]
        is_of_topic = is_on_topic and self.is_topical
        if self.near and not gaps and not is_of_topic:
            return None
        if self.not_near and self.not_near.search(window):
            return None
        # What the article is about comes before what else the words could mean.
        return Span(*found.span()), -1 if is_of_topic else min(gaps, default=NEAR_CHARACTERS)


def alternation(words: str) -> re.Pattern[str] | None:
    """Compile ``a|b c`` of the lexicon into a whole-word pattern; None where it is empty."""
    terms = [term.strip() for term in words.split("|") if term.strip()]
    if not terms:
        return None
    parts = [
        (r"\b" if term[0].isalnum() else "")
        + re.escape(term).replace(r"\ ", r"\s+")
        + (r"\b" if term[-1].isalnum() else "")
        for term in terms
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def compile_patterns(
    rule: str, words: str, near: str = "", not_near: str = "", is_topical: bool = False
) -> list[tuple[str, Pattern]]:
    """The patterns of one rule, each with the lower-case word that opens it."""
    patterns: list[tuple[str, Pattern]] = []
    for alternative in words.split("|"):
        first, *rest = alternative.split()
        tail = _tail(rest)
        openings: dict[str, Form | None] = (
            dict(forms_of(first[:-1])) if first.endswith("~") else {first: None}
        )
        for opening, form in openings.items():
            regex = re.compile(rf"{re.escape(opening)}{tail}(?![\w-])", re.IGNORECASE)
            patterns.append(
                (
                    opening.lower(),
                    Pattern(
                        rule, regex, form, alternation(near), alternation(not_near), is_topical
                    ),
                )
            )
    return patterns


def _tail(words: list[str]) -> str:
    """What follows the opening word; behind a gap it must only stand there, it is not matched."""
    if "*" not in words:
        return "".join(rf"\s+{_inflected(word)}" for word in words)
    gap = words.index("*")
    before = "".join(rf"\s+{_inflected(word)}" for word in words[:gap])
    behind = "".join(rf"\s+{_inflected(word)}" for word in words[gap + 1 :])
    return rf"{before}(?=(?:\s+[\w’'-]{{1,30}}){{0,8}}?{behind}(?![\w-]))"


def _inflected(word: str) -> str:
    if word == "^":
        return r"(?-i:[A-Z][\w’'.-]{1,30})"
    if not word.endswith("~"):
        return "(?:" + "|".join(re.escape(choice) for choice in word.split("/")) + ")"
    return "(?:" + "|".join(re.escape(form) for form in forms_of(word[:-1])) + ")"

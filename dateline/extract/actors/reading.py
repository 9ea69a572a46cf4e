"""One article laid out for reading: its words, what each can be, and the names known in it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from dateline.extract.actors import words as w
from dateline.extract.actors.namebook import NATIONS, Known, NameBook, Sort
from dateline.extract.actors.tokens import Phrases, Token, tokenize
from dateline.model import ActorKind, Span

_STOPS = frozenset(".!?:;…")
_QUOTES = frozenset("\"'“”‘’«»([—–*•")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_HEADLINE_WORDS = 4
_OPENS_ASIDE = frozenset(("a", "an", "the", "who", "whose", "from", "of", "with", "one"))
_ENDS_ASIDE = frozenset(".;:!?()—\n")
_LONGEST_ASIDE = 18  # words


class Reading:
    """The tokens of a text with the questions that every rule asks of a position."""

    def __init__(self, text: str, book: NameBook) -> None:
        self.text = text
        self.book = book
        self.tokens: list[Token] = tokenize(text)
        self.words = [token.text for token in self.tokens]
        self.low = [word.lower() for word in self.words]
        self.count = len(self.tokens)
        self.in_headline = self._headlines()
        self._proper: dict[int, bool] = {}
        self.known: dict[int, tuple[int, Known]] = {}
        self._nations: dict[int, tuple[int, Known]] = {}
        self._bodies: dict[int, tuple[int, Known]] = {}
        # The countries that the article names at all.
        self.countries: set[str] = set()
        self._find_known()

    @cached_property
    def sentence(self) -> list[int]:
        """Which sentence each token belongs to."""
        return self._number_sentences()

    @cached_property
    def opens(self) -> list[bool]:
        """Whether each token opens a sentence."""
        return [self._opens_sentence(at) for at in range(self.count)]

    @cached_property
    def all_words(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def alone(self) -> frozenset[int]:
        """Where capitalised words stand without a capitalised neighbour."""
        return frozenset(
            at for at in range(self.count) if self.is_capital(at) and self._stands_alone(at)
        )

    @cached_property
    def words_alone(self) -> frozenset[str]:
        return frozenset(self.words[at] for at in self.alone)

    @cached_property
    def used(self) -> Counter[str]:
        """How often each word stands elsewhere than at the start of a sentence."""
        return Counter(
            word for word, opens in zip(self.words, self.opens, strict=True) if not opens
        )

    def span(self, start: int, end: int) -> Span:
        """The characters of the tokens from *start* up to *end*."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def word(self, at: int) -> str:
        """The word at *at*, or nothing outside the text."""
        return self.words[at] if 0 <= at < self.count else ""

    def lower(self, at: int) -> str:
        return self.low[at] if 0 <= at < self.count else ""

    def continues(self, at: int) -> bool:
        """Whether there is a token here on the line of the one before it."""
        return at < self.count and not self.tokens[at].opens_line

    def is_glued(self, at: int, mark: str) -> bool:
        """Whether *mark* stands here without a space on either side."""
        return (
            self.word(at) == mark
            and self.tokens[at].glued
            and at + 1 < self.count
            and self.tokens[at + 1].glued
        )

    def is_capital(self, at: int) -> bool:
        return at < self.count and self.words[at][0].isupper()

    def is_acronym(self, at: int) -> bool:
        word = self.word(at)
        return 2 <= len(word) <= 8 and word.replace(".", "").isupper() and word.isalpha()

    def is_proper(self, at: int) -> bool:
        """Whether the word has a capital that a sentence's start or a calendar does not explain."""
        if not self.is_capital(at):
            return False
        known = self._proper.get(at)
        if known is None:
            known = self._proper[at] = self._reads_as_proper(at)
        return known

    def _reads_as_proper(self, at: int) -> bool:
        word = self.words[at]
        if word in w.NOT_ACTORS or self._is_calendar(at):
            return False
        if word == "New" or word in w.ADJECTIVES:
            return self.continues(at + 1) and self.is_proper(at + 1)
        return word.partition("'")[0] not in w.PLAIN

    def _is_calendar(self, at: int) -> bool:
        """Whether the word is a month, weekday or feast; "Jan" is one only as "Jan." or "Jan 5"."""
        if self.words[at] in w.CALENDAR_SHORT:
            return self.word(at + 1) == "." or self.word(at + 1).isdigit()
        return self.words[at] in w.CALENDAR

    def after_possessive(self, at: int) -> int:
        """The position behind a possessive 's (or the bare apostrophe of a plural)."""
        if self.word(at) == "'s":
            return at + 1
        plural = self.word(at) == "'" and self.tokens[at].glued and self.word(at - 1).endswith("s")
        return at + 1 if plural and not self.is_glued(at, "'") else at

    def nation(self, at: int) -> tuple[int, Known] | None:
        """A state named here by its name, people or capital: where it ends, and which."""
        return self._nations.get(at)

    def body(self, at: int) -> tuple[int, Known] | None:
        """A known body named here."""
        return self._bodies.get(at)

    def acts(self, at: int) -> bool:
        """Whether a verb of saying or doing follows, auxiliaries and adverbs aside."""
        for here in range(at, min(at + 4, self.count)):
            if not self.continues(here):
                return False
            word = self.words[here]
            if word in w.ACTING_FORMS:
                return True
            is_auxiliary = word in w.AUXILIARIES or word.endswith("n't")
            if not is_auxiliary and not (word.endswith("ly") and word.islower()):
                return False
        return False

    def acts_after_aside(self, at: int) -> bool:
        """Whether words between commas stand before the verb: ", who leads the board, said"."""
        if self.word(at) != "," or self.lower(at + 1) not in _OPENS_ASIDE:
            return False
        for here in range(at + 2, min(at + _LONGEST_ASIDE, self.count)):
            if self.words[here] == ",":
                return self.acts(here + 1)
            if self.words[here] in _ENDS_ASIDE:
                return False
        return False

    def noun_follows(self, at: int) -> bool:
        """Whether a common noun follows that the words before it only qualify."""
        if not self.continues(at):
            return False
        word = self.words[at]
        return (
            word.isalpha()
            and word.islower()
            and not w.is_function(word)
            and not w.can_be_verb(word)
            and (not word.endswith("ing") or word in w.NOUNS_IN_ING)
        )

    def _opens_sentence(self, at: int) -> bool:
        if self.tokens[at].opens_line:
            return True
        before = at - 1
        if self.words[before] in _QUOTES:
            return True
        return self.words[before] in _STOPS

    @cached_property
    def called_he_or_she(self) -> frozenset[str]:
        """Capitalised words that "he" or "she", rather than "it", follows in some sentence."""
        people: set[str] = set()
        subject = ""
        for at in range(self.count):
            if at and self.sentence[at] != self.sentence[at - 1]:
                subject = ""
            if self.is_proper(at):
                subject = self.words[at] if at in self.alone else ""
            elif subject and self.low[at] in ("he", "she", "his", "her"):
                people.add(subject)
            elif self.low[at] in ("it", "its"):
                subject = ""
        return frozenset(people)

    def _number_sentences(self) -> list[int]:
        """Which sentence each token belongs to, counted by full stops and line breaks."""
        numbers, number, is_closed = [], 0, False
        for token in self.tokens:
            is_closing = token.text in _CLOSERS
            if token.opens_line or (is_closed and not is_closing):
                number += 1
                is_closed = False
            is_closed = token.text in _ENDERS or (is_closed and is_closing)
            numbers.append(number)
        return numbers

    def _stands_alone(self, at: int) -> bool:
        """Whether a capitalised word has no capitalised neighbour: a surname used for short."""
        return (
            not self.in_headline[at]
            and not (at > 0 and self.is_proper(at - 1) and not self.tokens[at].opens_line)
            and not (at + 1 < self.count and self.is_proper(at + 1))
        )

    def _headlines(self) -> list[bool]:
        """Lines without a full stop, most of whose words have capitals: capitals tell nothing."""
        flags = [False] * self.count
        start = 0
        for at in range(1, self.count + 1):
            if at < self.count and not self.tokens[at].opens_line:
                continue
            words = [word for word in self.words[start:at] if word[0].isalpha()]
            long = [word for word in words if len(word) > 3]
            capitals = sum(word[0].isupper() for word in long)
            if (
                self.words[at - 1] not in _STOPS | _QUOTES
                and len(words) >= _HEADLINE_WORDS
                and capitals >= 0.75 * len(long)
            ):
                flags[start:at] = [True] * (at - start)
            start = at
        return flags

    def _find_known(self) -> None:
        """Look up each word's phrases once: the longest, the longest nation, the longest body."""
        names: Phrases[Known] = self.book.names
        hits = [
            (at, end, known)
            for at in range(self.count)
            for end, known in names.all_at(self.words, at)
            if not any(self.tokens[i].opens_line for i in range(at + 1, end))
            and (not known.needs or any(self._holds(need) for need in known.needs))
        ]
        self.countries = {k.actor.country for _, _, k in hits if k.sort in NATIONS}
        # Where an article names no country outside the story, "the spy agency" is the story's.
        in_story = bool(self.countries) and self.countries <= self.book.countries
        for at, end, known in hits:
            if known.is_generic and not in_story and known.actor.country not in self.countries:
                continue
            self.known.setdefault(at, (end, known))
            if known.sort in NATIONS:
                self._nations.setdefault(at, (end, known))
            elif known.sort is Sort.ALIAS and known.actor.kind is ActorKind.BODY:
                self._bodies.setdefault(at, (end, known))

    def _holds(self, phrase: str) -> bool:
        return phrase in (self.text if " " in phrase else self.all_words)

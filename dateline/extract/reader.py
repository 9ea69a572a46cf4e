"""Read one article: its sentences, dates, actors, figures, and what they add up to.

A function of the article's text and publication day (and the list of actors) alone, so articles
can be read in any order and anywhere.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from dateline.extract.actors import ActorIndex, ActorMention, ActorsFound, resolve_pronoun
from dateline.extract.claims import estimates_of
from dateline.extract.figures import find_figures
from dateline.extract.findings import findings_of
from dateline.extract.mentions import mentions_of
from dateline.extract.sentences import Sentence, split_sentences
from dateline.extract.tellings import SentenceView, candidates_of, view_of
from dateline.extract.timex import find_dates
from dateline.model import (
    Actor,
    ActorKind,
    Article,
    DateMention,
    Extraction,
    Figure,
    Problem,
    ProblemKind,
    Span,
    UnreadFigure,
    Unresolved,
)

# Pronouns as subjects; an object ("told him") acts in nothing.
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
# A subject pronoun goes back to a subject: not to whom somebody told something.
_OBJECT = re.compile(
    r"\b(?:told|asked|with|(?<!according\s)to|by|from|of|for|against)\s(?:the\s)?\Z"
)
# "KYIV, Oct 24 (Agency) - ": where and when the article was filed, not what it tells.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,\s[^\n(—–-]{2,40})?\s?(?:\([^)\n]{2,40}\)\s?)?[—–-]{1,2}\s"
)
_PAIR = re.compile(
    r"\b(?:[Tt]heir leaders|(?:[Tt]he two|[Bb]oth) (?:countries|nations|sides|states|leaders|"
    r"presidents|governments|neighbou?rs))\b"
)
_INTELLIGENCE_WORDS = ("intelligence", "spy agency", "security service", "espionage")


def read_article(article: Article, actors: Sequence[Actor], index: ActorIndex) -> Extraction:
    """Everything that *article* tells; *index* is built from *actors* once for all articles."""
    text = article.text
    opening = _DATELINE.match(text)
    dates = [
        date
        for date in find_dates(text, article.published)
        if not (opening and date.span.end <= opening.end())
    ]
    quantities = find_figures(text, [date.span for date in dates])
    figures = [figure for figure in quantities if isinstance(figure, Figure)]
    unread = [figure for figure in quantities if isinstance(figure, UnreadFigure)]
    found = index.find(text)
    sentences = split_sentences(text)
    named = _with_pronouns(text, sentences, found)
    spread_dates = Spread([(date.span, date) for date in dates])
    spread_actors = Spread([(actor.span, actor) for actor in named])
    spread_figures = Spread([(figure.span, figure) for figure in figures])
    views = [
        _view(
            sentence,
            text,
            spread_dates.within(sentence.span),
            spread_actors.within(sentence.span),
            spread_figures.within(sentence.span),
        )
        for sentence in sentences
    ]
    everybody = [*actors, *found.created]
    spies = _intelligence_bodies(everybody)
    candidates = [candidates_of(view, lambda actor: actor.actor_id in spies) for view in views]
    names = {actor.actor_id: actor.name for actor in everybody}
    mentions = mentions_of(article.article_id, views, candidates, names)
    estimates = estimates_of(article.article_id, views, mentions)
    problems = _problems(article, dates, unread, found)
    return Extraction(
        tuple(mentions),
        tuple(estimates),
        tuple(problems),
        tuple(findings_of(article, dates, figures, named)),
        tuple(found.created),
    )


Found = TypeVar("Found")


class Spread(Generic[Found]):
    """What was found in a text, asked for by stretch: a look-up, not a pass over all of it."""

    def __init__(self, found: Sequence[tuple[Span, Found]]) -> None:
        ordered = sorted(found, key=lambda pair: pair[0])
        self._spans = [span for span, _ in ordered]
        self._found = [item for _, item in ordered]

    def within(self, stretch: Span) -> list[Found]:
        """What stands whole in *stretch*, in order."""
        first = bisect_left(self._spans, Span(stretch.start, stretch.start))
        last = bisect_left(self._spans, Span(stretch.end, stretch.end))
        return [self._found[at] for at in range(first, last) if self._spans[at].end <= stretch.end]


def _with_pronouns(
    text: str, sentences: Sequence[Sentence], found: ActorsFound
) -> list[ActorMention]:
    """The namings, and the pronouns that can stand for one actor only, in reading order."""
    pronouns: list[ActorMention] = []
    namings = Spread([(mention.span, mention) for mention in found.mentions])
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        start = before.span.start if before else sentence.span.start
        near = replace(found, mentions=namings.within(Span(start, sentence.span.end)))
        if not near.mentions:
            continue
        pronouns += _pairs(text, before, sentence, near)
        for match in _PRONOUN.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            known = before.span if before else sentence.span
            actor = resolve_pronoun(span, near, sentence.span, known)
            if actor is not None and _is_far(actor, before, sentence):
                continue
            if actor is not None and not _OBJECT.search(
                text[max(0, actor.span.start - 30) : actor.span.start]
            ):
                pronouns.append(
                    replace(actor, span=span, name=span, is_modifier=False, rule="pronoun")
                )
    taken = [pronoun.span for pronoun in pronouns if pronoun.rule == "pair"]
    named = [
        mention
        for mention in found.mentions
        if not (mention.rule == "role" and any(mention.span.overlaps(span) for span in taken))
    ]
    return sorted([*named, *pronouns], key=lambda mention: mention.span)


def _is_far(actor: ActorMention, before: Sentence | None, sentence: Sentence) -> bool:
    """Whether "it" or "they" would reach into another paragraph; only a person goes on there."""
    return (
        actor.kind is not ActorKind.PERSON
        and before is not None
        and before.paragraph != sentence.paragraph
        and actor.span.start < sentence.span.start
    )


def _pairs(
    text: str, before: Sentence | None, sentence: Sentence, found: ActorsFound
) -> list[ActorMention]:
    """ "Their leaders", "both countries": the two states that the sentence before named."""
    pairs: list[ActorMention] = []
    for match in _PAIR.finditer(text, sentence.span.start, sentence.span.end):
        start = before.span.start if before else sentence.span.start
        states = {
            mention.actor_id: mention
            for mention in found.mentions
            if start <= mention.span.start
            and mention.span.end <= match.start()
            and mention.kind == ActorKind.STATE
            and mention.rule != "role"
        }
        if len(states) == 2:
            span = Span(*match.span())
            pairs += [
                replace(state, span=span, name=span, is_modifier=False, rule="pair")
                for state in states.values()
            ]
    return pairs


def _view(
    sentence: Sentence,
    text: str,
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
    figures: Sequence[Figure],
) -> SentenceView:
    span = sentence.span
    return view_of(
        sentence,
        span.of(text),
        [
            replace(date, span=date.span.shifted(-span.start))
            for date in dates
            if span.holds(date.span)
        ],
        [
            replace(
                actor,
                span=actor.span.shifted(-span.start),
                name=actor.name.shifted(-span.start),
            )
            for actor in actors
            if span.holds(actor.span)
        ],
        [figure.shifted(-span.start) for figure in figures if span.holds(figure.span)],
    )


def _intelligence_bodies(actors: Sequence[Actor]) -> frozenset[str]:
    """Bodies whose sayings are intelligence reports, known by any of their names."""
    return frozenset(
        actor.actor_id
        for actor in actors
        if any(
            word in name.lower()
            for name in (actor.name, *actor.aliases)
            for word in _INTELLIGENCE_WORDS
        )
    )


def _problems(
    article: Article,
    dates: Sequence[DateMention],
    unread: Sequence[UnreadFigure],
    found: ActorsFound,
) -> list[Problem]:
    problems = [
        Problem(
            article.article_id,
            date.span,
            date.text,
            ProblemKind.UNRESOLVED_DATE,
            date.reading.reason,
        )
        for date in dates
        if isinstance(date.reading, Unresolved)
    ]
    problems += [
        Problem(
            article.article_id,
            figure.span,
            figure.span.of(article.text),
            ProblemKind.UNRESOLVED_FIGURE,
            figure.reason,
        )
        for figure in unread
    ]
    problems += [
        Problem(article.article_id, span, span.of(article.text), ProblemKind.AMBIGUOUS_NAME, reason)
        for span, reason in found.ambiguous
    ]
    return sorted(problems, key=lambda problem: problem.span or Span(0, 0))

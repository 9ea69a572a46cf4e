"""Read one article: its sentences, dates, actors, figures, and what they add up to.

A function of the article's text and publication day (and the list of actors) alone, so articles
can be read in any order and anywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.actors import ActorIndex, ActorMention, ActorsFound
from dateline.extract.antecedents import with_pronouns
from dateline.extract.claims import estimates_of
from dateline.extract.figures import find_figures
from dateline.extract.findings import findings_of
from dateline.extract.joined_days import joined_days
from dateline.extract.mentions import mentions_of
from dateline.extract.sentences import Sentence, split_sentences
from dateline.extract.spread import Spread
from dateline.extract.tellings import SentenceView, candidates_of, on_topic, view_of
from dateline.extract.timex import find_dates
from dateline.model import (
    Actor,
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

# "KYIV, Oct 24 (Agency) - ": where and when the article was filed, not what it tells.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,\s[^\n(—–-]{2,40})?\s?(?:\([^)\n]{2,40}\)\s?)?[—–-]{1,2}\s"
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
    named = with_pronouns(text, sentences, found)
    spread_dates = Spread([(date.span, date) for date in joined_days(text, dates)])
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
    views = on_topic(views)
    everybody = [*actors, *found.created]
    spies = _intelligence_bodies(everybody)
    candidates = [candidates_of(view, lambda actor: actor.actor_id in spies) for view in views]
    names = {actor.actor_id: actor.name for actor in everybody}
    mentions, hanging = mentions_of(article.article_id, article.published, views, candidates, names)
    estimates = estimates_of(article.article_id, views, mentions)
    problems = _problems(article, [*dates, *hanging], unread, found)
    return Extraction(
        tuple(mentions),
        tuple(estimates),
        tuple(problems),
        tuple(findings_of(article, dates, figures, named)),
        tuple(found.created),
    )


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

"""Every expression that was found in an article, whether a row of the tables uses it or not.

A reader who wonders why a sentence gave no event sees here what was seen in it.
"""

from collections.abc import Sequence

from dateline.extract.actors import ActorMention
from dateline.model import (
    Article,
    CountRange,
    DateMention,
    DateRange,
    Figure,
    Finding,
    FindingKind,
)


def findings_of(
    article: Article,
    dates: Sequence[DateMention],
    figures: Sequence[Figure],
    actors: Sequence[ActorMention],
) -> list[Finding]:
    """The dates, figures and namings of one article, in reading order."""
    found = [
        Finding(
            article.article_id,
            date.span,
            date.text,
            FindingKind.DATE,
            date.reading.edtf if isinstance(date.reading, DateRange) else "",
            date.rule,
        )
        for date in dates
    ]
    found += [
        Finding(
            article.article_id,
            figure.span,
            figure.span.of(article.text),
            FindingKind.FIGURE,
            f"{written(figure.count)} {figure.unit}",
            figure.rule,
        )
        for figure in figures
    ]
    found += [
        Finding(
            article.article_id,
            actor.span,
            actor.span.of(article.text),
            FindingKind.ACTOR,
            actor.actor_id,
            actor.rule,
        )
        for actor in actors
    ]
    return sorted(found, key=lambda finding: (finding.span, finding.kind, finding.value))


def written(count: CountRange) -> str:
    """The ends of a count: ``1500..`` is at least 1,500, ``..`` has no end in words."""
    ends = ["" if end is None else f"{end:.15g}" for end in (count.low, count.high)]
    return ends[0] if ends[0] == ends[1] and ends[0] else "..".join(ends)

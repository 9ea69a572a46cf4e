"""The run, in order, and nothing else: articles in, checked tables out."""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from dateline import checks
from dateline.correction import Correction
from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.merge.tables import merge
from dateline.model import Actor, Article, Extraction
from dateline.schema import TABLES, Problems, Table, conform

Progress = Callable[[int, int, str], None]


def build(
    articles: Sequence[Article],
    actors: Sequence[Actor],
    progress: Progress,
    corrections: Sequence[Correction] = (),
) -> dict[type[Table], pd.DataFrame]:
    """Every table that *articles* give, each as its schema declares it.

    The same articles and actors give the same tables in whatever order they come. *corrections* are
    applied in theirs. *progress* is told the number of articles read, of how many, and the one just
    read.
    """
    articles = sorted(articles, key=lambda article: article.article_id)
    index = ActorIndex(actors)

    def extractions() -> Iterator[Extraction]:
        for done, article in enumerate(articles, start=1):
            yield read_article(article, actors, index)
            progress(done, len(articles), article.article_id)

    tables = merge(extractions(), articles, actors, corrections)
    found = checks.check_tables(tables, {article.article_id: article.text for article in articles})
    tables[Problems] = conform(pd.concat([tables[Problems], found], ignore_index=True), Problems)
    return {table: tables[table] for table in TABLES}

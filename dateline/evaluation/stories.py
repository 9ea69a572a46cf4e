"""Stories with answers by hand, and the scores that the pipeline gets on them.

Each folder of stories holds articles, `gold.json` with the answers, written by reading the
articles, and where the story needs one a list of actors.
"""

import json
from pathlib import Path

from dateline import pipeline, seeds
from dateline.errors import SeedError
from dateline.evaluation.answers import Answer
from dateline.evaluation.scores import Score, Tables, score
from dateline.given_days import PublishedDays
from dateline.model import Article

GOLD, ACTORS = "gold.json", "actors.csv"


def names(stories: Path, only: str | None = None) -> list[str]:
    """The stories in a folder, or the one asked for; an error where there is none."""
    found = sorted(path.parent.name for path in stories.glob(f"*/{GOLD}"))
    if not found:
        raise SeedError(stories, 0, f"holds no story: a folder of articles with {GOLD}")
    if only is not None and only not in found:
        raise SeedError(stories, 0, f"has no story {only!r}; known: {', '.join(found)}")
    return found if only is None else [only]


def evaluate(folder: Path) -> Score:
    """What the pipeline's tables of one story are worth against its answers."""
    try:
        return score(*read_story(folder))
    except (KeyError, ValueError) as error:
        problem = f"has an answer that cannot be used: {error}"
        raise SeedError(folder / GOLD, 0, problem) from error


def read_story(folder: Path) -> tuple[Answer, Tables, dict[str, str]]:
    """The answers of one story, the tables that the pipeline gives for it, and its texts."""
    articles = articles_of(folder)
    tables = pipeline.build(articles, seeds.read_actors(folder / ACTORS), _quietly)
    return answers_of(folder), tables, {article.article_id: article.text for article in articles}


def answers_of(folder: Path) -> Answer:
    answers: Answer = json.loads((folder / GOLD).read_text(encoding="utf-8"))
    return answers


def articles_of(folder: Path) -> list[Article]:
    """The articles of one story; what lies beside them is no article."""
    beside = frozenset({(folder / GOLD).resolve(), (folder / ACTORS).resolve()})
    articles, errors = seeds.read_articles(folder, PublishedDays({}, None, beside))
    if errors:
        raise errors[0]
    return articles


def _quietly(_done: int, _total: int, _what: str) -> None:
    return None

"""An evaluation as lines of text: one story a line, and the faults behind the figures."""

from collections.abc import Iterator, Mapping

from dateline.evaluation.measures import MEASURES
from dateline.evaluation.scores import Score

TOTAL = "total"


def with_total(scores: Mapping[str, Score]) -> dict[str, Score]:
    """The stories, and the sum of their counts: a long story weighs more than a short one."""
    return {**scores, TOTAL: sum(scores.values(), Score())} if len(scores) > 1 else dict(scores)


def lines(scores: Mapping[str, Score]) -> Iterator[str]:
    """The shares in percent; a dash where there was no case to count."""
    yield " ".join(["story".ljust(14), *(measure.name for measure in MEASURES)])
    for name, result in scores.items():
        values = [(measure, result.value(measure.name)) for measure in MEASURES]
        cells = [percent(value).rjust(len(measure.name)) for measure, value in values]
        yield " ".join([name.ljust(14), *cells])


def percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f}"


def faults(name: str, result: Score, most: int) -> Iterator[str]:
    """The first *most* faults of a story, each with the sentence to look at."""
    for fault in result.faults[:most]:
        yield (
            f"\n[{fault.sort}] {name}/{fault.article_id}\n    {fault.sentence}\n"
            f"  expected: {fault.expected}\n  got:      {fault.got}"
        )

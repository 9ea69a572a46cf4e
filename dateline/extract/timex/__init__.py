"""Find date expressions in the text of an article and resolve each one to a range of days.

Articles write "on Tuesday", "early March" or "the day before" and mean it relative to the day
they were published, or to a date they have just spoken of. A reading is a `DateRange`, the days
the words can mean, or an `Unresolved` with its reason. No phrase falls back to the publication
day: an event with a made-up date is worse than one without.

Adding a way to write dates means adding a rule with an example to ``lexicon/dates_rules.toml``.
"""

from collections.abc import Callable
from datetime import date

from dateline.extract.timex import anaphora, days, joining, months, relative, weekdays, years
from dateline.extract.timex.context import Context, Point, Story
from dateline.extract.timex.readings import Read, Reading, finish
from dateline.extract.timex.rules import RULES, Sighting, scan
from dateline.model import DateBasis, DateMention, Span, Unresolved

Reader = Callable[[Sighting, Context], Read | None]

_MODULES = (days, months, years, weekdays, relative, anaphora)
_READERS: dict[str, Reader] = {
    rule.read: next(getattr(m, rule.read) for m in _MODULES if hasattr(m, rule.read))
    for rule in RULES
}
# Rules whose days are counted from the publication: a text full of them is news.
_DEICTIC = {"weekday", "weekend", "tonight", "this_morning", "near_day", "which_unit"}


def find_dates(text: str, published: date) -> list[DateMention]:
    """Return the date expressions of *text*, in reading order and without overlaps."""
    return [_mention(text, reading) for reading in read_dates(text, published)]


def read_dates(text: str, published: date) -> list[Reading]:
    """The readings behind `find_dates`, with their TIMEX3 types and values."""
    sightings = joining.share_weeks(text, joining.share_years(text, list(scan(text))))
    context = Context(text, published, _story(sightings, published))
    readings = [reading for sighting in sightings if (reading := _read(sighting, context))]
    return [joining.opened(text, reading, published) for reading in joining.join(text, readings)]


def _read(sighting: Sighting, context: Context) -> Reading | None:
    try:
        read = _READERS[sighting.rule.read](sighting, context)
        if read is None:
            return None
        reading = finish(sighting, read, context)
    except (ValueError, OverflowError):
        return Reading(sighting, Unresolved("no such day in the calendar"), DateBasis.NONE, ())
    if isinstance(read.what, Point) and not anaphora.is_comparison(sighting):
        context.remember(read.what, sighting, not anaphora.looks_back(sighting))
    return reading


def _story(sightings: list[Sighting], published: date) -> Story:
    """What a text tells of, as far as its dates say."""
    named = [s for s in sightings if len(s.word("year")) == 4]
    deictic = sum(s.rule.name in _DEICTIC and not _is_of_any_text(s) for s in sightings)
    return Story.of(
        (int(s.word("year")) for s in named),
        (int(s.word("year")) for s in named if s.word("month")),
        deictic,
        published.year,
    )


def _is_of_any_text(sighting: Sighting) -> bool:
    """ "Today" and "that year" are as common in histories as in news."""
    return sighting.key("word") == "today" or bool(sighting.word("reference"))


def _mention(text: str, reading: Reading) -> DateMention:
    sighting = reading.sighting
    span = Span(sighting.start, sighting.end)
    return DateMention(span, span.of(text), sighting.rule.name, reading.basis, reading.reading)

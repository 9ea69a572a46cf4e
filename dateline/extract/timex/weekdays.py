"""Readers for weekdays and weekends.

A weekday alone is the latest one, the publication day included; a verb that looks ahead turns it.
"""

from datetime import timedelta

from dateline.extract.timex import cues
from dateline.extract.timex.context import Context, Point
from dateline.extract.timex.readings import NOTHING_SPOKEN, Read
from dateline.extract.timex.rules import Sighting
from dateline.extract.timex.units import Unit
from dateline.extract.timex.words import CHOICES, DAYTIMES, REFERENCES, weekday_of
from dateline.model import DateBasis

_HABITS = {f"{daytime}s" for daytime in DAYTIMES}  # on Saturday mornings
_SATURDAY = 5


def weekday(sighting: Sighting, context: Context) -> Read | None:
    """Read a weekday."""
    if not _is_weekday(sighting, context):
        return None
    wanted = weekday_of(sighting.word("weekday"))
    if reference := sighting.key("reference"):
        return _referred_weekday(wanted, REFERENCES[reference], context)
    published = context.published
    back = (published.weekday() - wanted) % 7
    ahead = -back % 7
    choice = CHOICES.get(sighting.key("choice"))
    if choice == -1 or sighting.word("after"):
        offset = -(back or 7)
    elif choice == 1:
        offset = ahead or 7
    elif choice == 0 and published.weekday() < _SATURDAY:
        offset = wanted - published.weekday()
    elif context.told and context.told.unit is Unit.DAY:
        return _referred_weekday(wanted, 0, context)
    else:
        offset = ahead if context.direction(sighting) is cues.Direction.FUTURE else -back
    return Read(Point(published + timedelta(days=offset), Unit.DAY), DateBasis.WEEKDAY)


def _referred_weekday(wanted: int, offset: int, context: Context) -> Read:
    """Read "that Tuesday", "the following Tuesday" from the date just spoken of."""
    spoken = context.latest(Unit.WEEK)
    if spoken is None:
        return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)
    after = (wanted - spoken.day.weekday()) % 7
    if offset > 0:
        days = after or 7
    elif offset < 0 or (after and spoken.unit is not Unit.WEEK):
        days = after - 7
    else:
        days = after
    return Read(Point(spoken.day + timedelta(days=days), Unit.DAY), DateBasis.ANAPHORIC)


def _is_weekday(sighting: Sighting, context: Context) -> bool:
    """Whether it is one day: no habit, no name, and no short form that is a word as well."""
    before, after = context.before(sighting), context.after(sighting)
    if before in cues.CUES["habit"] or after.lower() in _HABITS:
        return False
    if before in cues.CUES["before_weekday_name"]:
        return False
    chosen = bool(sighting.word("choice"))
    if after.lower() in cues.CUES["after_weekday_name"] and not chosen:
        return False
    following = context.text[sighting.end : sighting.end + 6].lower()
    if following.startswith(" the ") and following[5:].isdigit():  # Friday the 13th, a name
        return False
    name = sighting.word("weekday")
    if len(name.rstrip(".")) > 5 or chosen or sighting.word("part"):
        return True
    return (before in ("on", "since", "until") or name.endswith(".")) and not after[:1].isupper()


def weekday_of_week(sighting: Sighting, context: Context) -> Read:
    """Read "Thursday of next week"."""
    base, basis = context.published, DateBasis.RELATIVE
    offset = CHOICES.get(sighting.key("weekchoice"), 0)
    if reference := sighting.key("weekreference"):
        spoken = context.latest(Unit.WEEK)
        if spoken is None:
            return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)
        base, basis, offset = spoken.day, DateBasis.ANAPHORIC, REFERENCES[reference]
    monday = base - timedelta(days=base.weekday())
    day = monday + timedelta(days=7 * offset + weekday_of(sighting.word("weekday")))
    return Read(Point(day, Unit.DAY), basis)


def weekend(sighting: Sighting, context: Context) -> Read:
    """Read a weekend: the latest to have begun, or with a verb that looks ahead the coming one."""
    published = context.published
    if reference := sighting.key("reference"):
        spoken = context.latest(Unit.WEEK)
        if spoken is None:
            return Read(NOTHING_SPOKEN, DateBasis.ANAPHORIC)
        day = spoken.day + timedelta(days=7 * REFERENCES[reference])
        return Read(Point(day, Unit.WEEKEND), DateBasis.ANAPHORIC)
    choice = CHOICES.get(sighting.key("choice"))
    begun = published.weekday() >= _SATURDAY
    if choice == -1:
        weeks = -1
    elif choice == 1:
        weeks = int(begun)
    else:
        toward = context.direction(sighting)
        past = toward is cues.Direction.PAST or (choice is None and toward is cues.Direction.NONE)
        weeks = -1 if past and not begun else 0
    return Read(Point(published + timedelta(days=7 * weeks), Unit.WEEKEND), DateBasis.RELATIVE)

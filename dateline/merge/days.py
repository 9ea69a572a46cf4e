"""Whether two tellings can be of the same days, and which days both allow."""

from dateline.model import DateRange, Precision

WIDE_DAYS = 45


def days_agree(one: DateRange | None, other: DateRange | None) -> str:
    """``same day``, ``overlap``, ``unknown`` (one is undated or far wider) or ``apart``."""
    if one is None or other is None:
        return "unknown"
    if not one.can_meet(other):
        return "apart"
    if one.precision is Precision.DAY and other.precision is Precision.DAY:
        return "same day"
    if one.first is not None and one.first == other.first and None in (one.last, other.last):
        return "overlap"  # "from 20 September", and what began on 20 September
    if _is_stretch(one) != _is_stretch(other) and max(one.width_days, other.width_days) > WIDE_DAYS:
        # "The war of 1950-53" and "it ended in 1953" share days and are not one event.
        return "apart"
    open_ended = {one.last is None or one.first is None, other.last is None or other.first is None}
    if open_ended == {True, False}:
        return "apart" if min(one.width_days, other.width_days) > 1 else "unknown"
    narrow, wide = sorted((one.width_days, other.width_days))
    return "unknown" if wide > WIDE_DAYS and wide > 13 * narrow else "overlap"


def _is_stretch(reading: DateRange) -> bool:
    return reading.precision is Precision.INTERVAL


def narrowed(one: DateRange | None, other: DateRange) -> DateRange:
    """The narrower of two ranges, cut to the days that both allow."""
    if one is None:
        return other
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return one
    finer = min(one, other, key=lambda reading: reading.width_days)
    return DateRange(first, last, finer.precision, finer.approximate)


def is_within(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether one of two ranges lies in the other: "this week" and "on July 16"."""
    if one is None or other is None:
        return False
    inner, outer = sorted((one, other), key=lambda reading: reading.width_days)
    if not (inner.first and inner.last and outer.first and outer.last):
        return False
    return outer.first <= inner.first and inner.last <= outer.last

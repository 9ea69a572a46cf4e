"""Days and ranges of days in words that do not claim more than the range does."""

import datetime as dt

import pandas as pd

from dateline.model import Precision


def as_day(value: object) -> dt.date | None:
    """The day in a table's cell, or None where the cell is empty."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def day_text(day: dt.date) -> str:
    """24 Oct 2024. Written by hand because strftime's names follow the machine's locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: dt.date) -> str:
    """24 Oct."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def when(first: dt.date | None, last: dt.date | None, precision: str) -> str:
    """The days something can have happened on, and whether one of them or all are meant."""
    if first is None:
        return f"Until {day_text(last)}" if last else "No date in the text"
    if last is None:
        return f"Since {day_text(first)}"
    doubt = "" if precision in (Precision.DAY, Precision.INTERVAL) else ", day unknown"
    if first == last:
        return day_text(first)
    return f"{span_text(first, last, precision)}{doubt}"


def badge(first: dt.date | None, last: dt.date | None, precision: str) -> str:
    """The days in few letters, without the year of a single day; empty where there are none."""
    if first is None or last is None:
        known = first or last
        return short_day(known) if known else ""
    return short_day(first) if first == last else span_text(first, last, precision)


def span_text(first: dt.date | None, last: dt.date | None, precision: str = "") -> str:
    """A stretch by its calendar name (Jun 2024, 2023) where it has one, else by its ends."""
    if first is None or last is None:
        return "?"
    month, year = MONTHS[first.month - 1], first.year
    if first == last and precision in ("", Precision.DAY, Precision.INTERVAL):
        return day_text(first)
    if first.day == 1 and (first == last or _next(last) == _month_after(first)):
        return f"{month} {year}"
    if (first.month, first.day) == (1, 1) and (last.month, last.day, last.year) == (12, 31, year):
        return str(year)
    if first.day == 1 and _next(last).day == 1:
        start = month if year == last.year else f"{month} {year}"
        return f"{start} to {MONTHS[last.month - 1]} {last.year}"
    if (year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_text(last)}"
    start = short_day(first) if year == last.year else day_text(first)
    return f"{start} to {day_text(last)}"


def _next(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1)


def _month_after(day: dt.date) -> dt.date:
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

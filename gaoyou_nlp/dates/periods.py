"""Stretches of days: years, quarters, months and five-year plans as first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

EARLIEST, LATEST = 1000, 2199
"""The years that are taken for years; a larger or smaller number counts something else."""

_SEASONS: Final = {"春": 3, "夏": 6, "秋": 9, "冬": 12}


class Period(NamedTuple):
    """A stretch of days, both ends included; an open end is None."""

    first: date | None
    last: date | None
    grain: str


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def months(number: int, first: int, last: int, grain: str = "month") -> Period:
    """Return whole months of one year.

    Examples:
        >>> months(2024, 1, 2).last
        datetime.date(2024, 2, 29)
    """
    return Period(date(number, first, 1), date(number, last, monthrange(number, last)[1]), grain)


def quarters(number: int, first: int, last: int) -> Period:
    """Return whole quarters of one year, counted from 1."""
    return months(number, 3 * first - 2, 3 * last, "quarter")


def half(number: int, which: int) -> Period:
    """Return the first (1) or second (2) half of a year."""
    return months(number, 6 * which - 5, 6 * which, "half")


def season(number: int, name: str) -> Period:
    """Return a season of the weather service: spring from March, winter from December on.

    Examples:
        >>> season(2022, "冬")[:2]
        (datetime.date(2022, 12, 1), datetime.date(2023, 2, 28))
    """
    start = _SEASONS[name]
    end_year, end_month = (number + 1, 2) if start == 12 else (number, start + 2)
    last = months(end_year, end_month, end_month).last
    return Period(date(number, start, 1), last, "season")


def ten_days(number: int, month: int, which: int) -> Period:
    """Return the days 1 to 10 (1), 11 to 20 (2) or from 21 on (3) of a month."""
    whole = months(number, month, month)
    last = whole.last if which == 3 else date(number, month, 10 * which)
    return Period(date(number, month, 10 * which - 9), last, "ten-day")


def day(number: int, month: int, which: int) -> Period | None:
    """Return one day, or None where the month has no such day."""
    if not 1 <= month <= 12 or not 1 <= which <= monthrange(number, month)[1]:
        return None
    only = date(number, month, which)
    return Period(only, only, "day")


def week(start: date, shift: int) -> Period:
    """Return the week, Monday to Sunday, that lies ``shift`` weeks from that of a day."""
    monday = start - timedelta(days=start.weekday()) + timedelta(weeks=shift)
    return Period(monday, monday + timedelta(days=6), "week")


def plan(number: int) -> Period | None:
    """Return the years of a five-year plan by its number; None for 0 and for years out of range.

    The first two plans began in 1953 and 1958; from the third (1966) on one has followed the other.

    Examples:
        >>> plan(14)[:2]
        (datetime.date(2021, 1, 1), datetime.date(2025, 12, 31))
    """
    if number < 1:
        return None
    start = 1948 + 5 * number if number < 3 else 1951 + 5 * number
    if start + 4 > LATEST:
        return None
    return Period(date(start, 1, 1), date(start + 4, 12, 31), "five-year")


def decade(start: int) -> Period:
    """Return ten years from a year on."""
    return Period(date(start, 1, 1), date(start + 9, 12, 31), "decade")


def shift_month(number: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month some months later or earlier.

    Examples:
        >>> shift_month(2022, 1, -1)
        (2021, 12)
    """
    years, rest = divmod(number * 12 + month - 1 + by, 12)
    return years, rest + 1


def same_day(start: date, by: int) -> date:
    """Return the day some months later or earlier, the month's last where it is shorter."""
    number, month = shift_month(start.year, start.month, by)
    return date(number, month, min(start.day, monthrange(number, month)[1]))

"""Days of the Chinese calendar: festivals, solar terms, 正月初八.

The calendar itself is that of the library ``borax``, which knows the lunar years 1900 to 2100; it
is imported when the first such day is asked for.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

from gaoyou_nlp.dates.numerals import read_small
from gaoyou_nlp.language.tables import table

FIRST_YEAR, LAST_YEAR = 1901, 2099
"""The years whose days are all known to the library."""

_MONTHS: Final = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_NEAR: Final = 120
"""Days within which a festival without a year is that of the time of the article."""


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the day of a lunar year; day 0 is the eve of the next new year.

    Parameters:
        year: The lunar year, named by the calendar year that it begins in.
        month: 1 to 12.
        day: 1 to 30, or 0 for 除夕 (the month is then not looked at).
        leap: Whether the leap month of that number is meant.

    Returns:
        The day, None where there is no such day or the year is not known.

    Examples:
        >>> lunar_day(2022, 1, 8)
        datetime.date(2022, 2, 8)
    """
    from borax.calendars.lunardate import LunarDate

    if not FIRST_YEAR - 1 <= year <= LAST_YEAR:
        return None
    try:
        if day == 0:
            return _as_date(LunarDate(year + 1, 1, 1).to_solar_date()) - timedelta(days=1)
        return _as_date(LunarDate(year, month, day, int(leap)).to_solar_date())
    except ValueError:
        return None


def _as_date(found: date) -> date:
    return date(found.year, found.month, found.day)


@cache
def festivals() -> dict[str, tuple[str, str, str]]:
    """Return calendar, month and day of every festival by its name."""
    return {name: (kind, month, day) for name, kind, month, day, _ in table("dates/festivals.tsv")}


def festival_day(name: str, year: int) -> date | None:
    """Return the day of a festival in a calendar year.

    Parameters:
        name: As written in ``festivals.tsv``.
        year: The calendar year (a new year's eve in January belongs to that January's year).

    Returns:
        The day; None where the year has none or two, or is not known.

    Examples:
        >>> festival_day("中秋", 2022), festival_day("清明", 2022)
        (datetime.date(2022, 9, 10), datetime.date(2022, 4, 5))
    """
    kind, month, day = festivals()[name]
    if kind == "solar":
        return date(year, int(month), int(day))
    if kind == "lunar":
        return falls_in(year, int(month), int(day))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    from borax.calendars.lunardate import TermUtils

    return _as_date(TermUtils.nth_term_day(year, term_name=day))


def falls_in(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the one lunar day of that month and number that falls in a calendar year.

    Examples:
        >>> falls_in(2022, 12, 0)
        datetime.date(2022, 1, 31)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    days = [lunar_day(lunar, month, day, leap=leap) for lunar in (year - 1, year)]
    inside = [found for found in days if found is not None and found.year == year]
    return inside[0] if len(inside) == 1 else None


def nearest(days: list[date | None], anchor: date) -> date | None:
    """Return the day nearest to another, None where none is within four months of it."""
    gaps = [(abs((found - anchor).days), found) for found in days if found is not None]
    gap, best = min(gaps, default=(_NEAR + 1, None))
    return best if gap <= _NEAR else None


def read_lunar(text: str) -> tuple[int, int, bool] | None:
    """Read month and day of a lunar date.

    Parameters:
        text: Such as ``正月初八``, ``闰四月十五``, ``大年三十``, ``大年初一``.

    Returns:
        Month, day (0 for the last of the year) and whether the month is a leap one.

    Examples:
        >>> read_lunar("腊月廿三"), read_lunar("大年初一"), read_lunar("大年三十")
        ((12, 23, False), (1, 1, False), (12, 0, False))
    """
    leap = text.startswith(("闰", "閏"))
    text = text.lstrip("闰閏")
    if text.startswith("大年"):
        return (12, 0, False) if text.endswith("三十") else (1, read_small(text[3:]), False)
    month, day = text.split("月", 1)
    number = _MONTHS.get(month) or read_small(month)
    return number, read_small(day.lstrip("初").rstrip("日")), leap

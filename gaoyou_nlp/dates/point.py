"""The record of a date expression as it is written: what is said, and what is left open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A date expression as it is written.

    Parameters:
        start, end: Its characters.
        form: The name of its form, also of the rule.
        year: The year that it names, or None.
        year_from: Where the year comes from: ``said``, ``anchor`` (今年), ``last`` (当年) or
            ``elided``.
        shift: Years, months, days or weeks from there, for relative words.
        first, last: The numbers of its form: months, quarters, the third of a month, a weekday.
        day, last_day: Days of the month.
        word: The word of a table, or the unit of a span of time.
        short: True for a year of two digits.
    """

    start: int
    end: int
    form: str
    year: int | None = None
    year_from: str = "elided"
    shift: int = 0
    first: int = 0
    last: int = 0
    day: int = 0
    last_day: int = 0
    word: str = ""
    short: bool = False

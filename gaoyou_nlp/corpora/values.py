"""How values of records are written in a corpus file: numbers with units, and periods."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from gaoyou_nlp.records import decimal_string

_SCALES: Final = {"": 0, "万": 4, "亿": 8, "万亿": 12}
_NUMBER: Final = r"(-?[0-9]+(?:\.[0-9]+)?)(万亿|[万亿])?"
_VALUE: Final = re.compile(
    rf"(?:(?P<sign>>=|>|<=|<|~) ?)?{_NUMBER}(?:\.\.{_NUMBER})? (?P<unit>[^\s|=<>~]+)"
)
_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_GRAINS: Final = ("year", "month", "day")


class Value(NamedTuple):
    """A number with its unit: bounds as decimal strings, None where open."""

    comparator: str | None
    low: str | None
    high: str | None
    unit: str


class Days(NamedTuple):
    """A period: ISO days, None where open; the grain that its form tells, None for a range."""

    first: str | None
    last: str | None
    grain: str | None


def parse_value(words: str) -> Value:
    """Read a number with its unit.

    Parameters:
        words: ``>= 100 个``, ``1000亿 元``, ``2..3 家``, ``~ 6 %``.

    Returns:
        Its bounds: a comparator leaves one of them open.

    Raises:
        ValueError: It has another form.

    Examples:
        >>> parse_value(">= 100 个"), parse_value("3..5亿 元")[1:3]
        (Value(comparator='>=', low='100', high=None, unit='个'), ('300000000', '500000000'))
    """
    match = _VALUE.fullmatch(words)
    if match is None:
        raise ValueError(f"{words!r} is no value. Write  >= 100 个  or  3..5亿 元")
    sign, first, scale, second, second_scale, unit = match.groups()
    low = high = _scaled(first, scale or second_scale)
    if second is not None:
        high = _scaled(second, second_scale)
        if Decimal(low) > Decimal(high):
            raise ValueError(f"the range {words!r} ends before it begins")
    return Value(
        sign, None if sign in ("<", "<=") else low, None if sign in (">", ">=") else high, unit
    )


def _scaled(number: str, scale: str | None) -> str:
    return decimal_string(Decimal(number).scaleb(_SCALES[scale or ""]))


def write_value(comparator: str | None, low: str | None, high: str | None, unit: str) -> str:
    """Write a number with its unit: the inverse of ``parse_value``.

    Examples:
        >>> write_value(None, "2", "3", "家")
        '2..3 家'
    """
    number = low if high is None or low == high else high if low is None else f"{low}..{high}"
    return f"{comparator} {number} {unit}" if comparator else f"{number} {unit}"


def parse_days(words: str) -> Days:
    """Read a period.

    Parameters:
        words: ``2022``, ``2022-03``, ``2022-03-04``, two of these with ``..`` between, one of them
            absent where the period is open, or ``-`` for none.

    Returns:
        Its first and last day.

    Raises:
        ValueError: It has another form, or there is no such day.

    Examples:
        >>> parse_days("2022-02")
        Days(first='2022-02-01', last='2022-02-28', grain='month')
        >>> parse_days("..2025")
        Days(first=None, last='2025-12-31', grain=None)
    """
    if words == "-":
        return Days(None, None, None)
    left, dots, right = words.partition("..")
    if not dots:
        return Days(_edge(left, last=False), _edge(left, last=True), _GRAINS[left.count("-")])
    first = _edge(left, last=False) if left else None
    final = _edge(right, last=True) if right else None
    if first is None and final is None:
        raise ValueError(f"{words!r} is no period. Write  2022-03-01..2022-05-31")
    if first is not None and final is not None and first > final:
        raise ValueError(f"the period {words!r} ends before it begins")
    return Days(first, final, None)


def _edge(words: str, *, last: bool) -> str:
    match = _DAY.fullmatch(words)
    if match is None:
        raise ValueError(f"{words!r} is no day. Write  2022,  2022-03  or  2022-03-04")
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    try:
        day = int(match[3] or (monthrange(year, month)[1] if last else 1))
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise ValueError(f"there is no day {words!r}") from error


def write_days(first: str | None, last: str | None) -> str:
    """Write a period: the inverse of ``parse_days``, but for the grain.

    Examples:
        >>> write_days("2022-01-01", "2022-12-31"), write_days(None, "2022-03-04")
        ('2022', '..2022-03-04')
    """
    if first is None and last is None:
        return "-"
    if first is not None and last is not None:
        for form in (first[:4], first[:7], first):
            if parse_days(form)[:2] == (first, last):
                return form
    return f"{first or ''}..{last or ''}"

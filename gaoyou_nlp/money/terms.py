"""The parts of numerals: the record of one, and what a reader holds while it reads."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.tokens import Exact

LARGEST: Final = 10**40
"""Chains of multipliers (亿亿亿…) end before they pass this."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text.

    Parameters:
        start, end: Its characters.
        low, high: Its bounds, equal for one number; None where it is too long to be read.
        vague: True for 几百, 数十, 两三千, 10多亿.
        full: The multipliers its end is written with (百亿 in 九百亿), as one factor.
        big: The same from 万 upwards (亿 in 九百亿).
        bare: True where it holds no digit (百亿, 万).
        tail: Where a short tail begins (五 in 三万五), else None.
        counted: Where the multiplier after a 个 begins (亿 in 50个亿), else None.
        more: True for 多 and 余.
    """

    start: int
    end: int
    low: Exact | None
    high: Exact | None
    vague: bool = False
    full: int = 1
    big: int = 1
    bare: bool = False
    tail: int | None = None
    counted: int | None = None
    more: bool = False


@dataclass(slots=True)
class Term:
    """A part that its multiplier has closed: 3亿, 五千."""

    low: Exact
    high: Exact
    unit: int
    step: Exact
    at: int
    end_before: int


@dataclass(slots=True)
class Coefficient:
    """Digits that wait for a multiplier, or stay as the tail."""

    low: Exact
    high: Exact
    step: Exact
    at: int
    start: int
    end_before: int
    single: bool
    tail: Exact = 0
    """What follows a short tail: 三 in 两万二零三."""


def plain(number: Exact) -> Exact:
    """Make a whole Fraction an int."""
    return int(number) if number.denominator == 1 else number


def step_of(digits: str, value: Exact) -> Exact:
    """What 多 adds at most: one of the lowest place that is not zero; 10 counts as 1 + 0."""
    if isinstance(value, Fraction):
        return Fraction(1, 10 ** len(re.split("[.．·]", digits.replace(" ", ""))[1]))
    if value in (0, 10):
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step

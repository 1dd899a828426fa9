"""The record of a number with its unit, before it is known to be money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gaoyou_nlp.money.terms import Numeral
from gaoyou_nlp.money.tokens import Exact

YUAN: Final = "元圆圓块塊蚊"
"""The main unit: written 元, said 块, 蚊 in the south."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what belongs to it.

    Parameters:
        start, end: Its characters.
        low, high: Bounds in the main unit; None where unreadable.
        currency: ISO 4217, or None where the words leave it open.
        form: ``unit`` (a currency word follows), ``mark`` (one stands before), ``kuai`` (块 and
            nothing else), ``sub`` (角 or 分 and nothing else), ``slang`` (刀), ``bare`` (no word).
        numeral: The numeral (the last one of a range).
        unit: Where the unit begins, or would.
        vague: Only bounds are given.
        more: 多 or 余 stands in it.
    """

    start: int
    end: int
    low: Exact | None
    high: Exact | None
    currency: str | None
    form: str
    numeral: Numeral
    unit: int
    vague: bool = False
    more: bool = False

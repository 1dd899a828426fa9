"""Quantities and their ranges: 3至5亿元, 2亿元—3亿元, 10k~15k, 三、四百万元.

``read_quantity`` is what the rest of the package calls: a number with its unit, and the second
half where the two make a range.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.currencies import Currency, currency_at, currency_before, skip_blanks
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.signs import MINUS, is_sign
from gaoyou_nlp.money.terms import plain
from gaoyou_nlp.money.tokens import BIG, BLANK, HAN_DIGITS, RUN, SMALL, Exact
from gaoyou_nlp.money.units import read_single

RANGE: Final = re.compile(
    rf"(?:[（(]含[）)])?[{BLANK}]{{0,2}}"
    rf"(?:-{{1,2}}|—{{1,2}}|–|－|―|─{{1,2}}|~|～|〜|∼|至|到)[{BLANK}]{{0,2}}"
)
"""What stands between the two ends of a range."""
_YEARS: Final = range(1900, 2100)
_SUB_UNITS: Final = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))
_SIGNS: Final = frozenset(MINUS + "负負")


def read_quantity(text: str, numeral: Numeral, floor: int = 0) -> Quantity:
    """Read a numeral with its unit, and the second half of a range.

    Parameters:
        text: The text.
        numeral: Where it begins.
        floor: No character before this offset may be taken.

    Returns:
        The quantity; its form is ``bare`` where no currency word was found.

    Examples:
        >>> numeral = read_run("3至5亿元", 0, 1)[0]
        >>> quantity = read_quantity("3至5亿元", numeral)
        >>> quantity.low, quantity.high, quantity.currency
        (300000000, 500000000, 'CNY')
    """
    first = read_single(text, numeral, floor)
    joined = None
    between = RANGE.match(text, first.end)
    if between:
        second = _at(text, between.end())
        if second is not None and first.high is not None and first.high < 0 and "--" in between[0]:
            second = _negated(second)  # -3亿元--1亿元
        joined = None if second is None else _join(first, second)
    elif text.startswith("、", first.end) and text[first.start : first.end] in HAN_DIGITS:
        second = _at(text, first.end + 1)
        joined = None if second is None else _pair(text, first, second)
    return first if joined is None else joined


def _at(text: str, at: int) -> Quantity | None:
    """Read the quantity that begins exactly at an offset, a currency word first or not."""
    start = at + (text[at : at + 1] in _SIGNS and is_sign(text, at))
    mark = currency_at(text, start) or _symbol_at(text, start)
    if mark is not None:
        start = skip_blanks(text, mark.end)
    run = RUN.match(text, start)
    if run is None:
        return None
    numerals = read_run(text, run.start(), run.end())
    if not numerals or numerals[0].start != start:
        return None
    return read_single(text, numerals[0], at)


def _negated(quantity: Quantity) -> Quantity:
    if quantity.low is None or quantity.high is None:
        return quantity
    return replace(quantity, low=-quantity.high, high=-quantity.low)


def _symbol_at(text: str, at: int) -> Currency | None:
    for length in (4, 3, 2, 1):
        mark = currency_before(text, at + length) if at + length <= len(text) else None
        if mark is not None and mark.start == at and mark.kind == "symbol":
            return mark
    return None


def _join(first: Quantity, second: Quantity) -> Quantity | None:
    """Make a range of two quantities, or say that they are none."""
    if first.low is None or second.high is None or first.high is None or second.low is None:
        return None
    plain = first.numeral.big == 1 and second.numeral.big == 1
    if second.form in ("bare", "mark") and plain and first.form != "mark":
        return None
    if first.form == "unit" and second.form != "bare" and first.currency != second.currency:
        return None
    low = first.low
    if first.form in ("bare", "mark") and first.numeral.big == 1:
        low = _spread(first.low, second)
    if low > second.high or second.low < low:
        return None
    if first.form == "bare" and low in _YEARS and second.numeral.big >= 10**8:
        return None  # 工期2025-5亿元
    return replace(
        second,
        start=first.start,
        low=low,
        currency=first.currency if second.form == "bare" else second.currency,
        form=first.form if second.form == "bare" else second.form,
        vague=first.vague or second.vague,
    )


def _spread(low: Exact, second: Quantity) -> Exact:
    """Give the multiplier of the right end to the left one: 3至5亿 → 3亿, 8500到3万 → 8500."""
    numeral = second.numeral
    if numeral.low is None or second.low is None:
        return low
    part = Fraction(second.low) / numeral.low if second.low and numeral.low else Fraction(1)
    if part in _SUB_UNITS:
        low = plain(low * part)
    candidates = [low * numeral.big, low]
    if 0 < low < 10 and numeral.full > 1 and numeral.low < 10 * numeral.full:
        candidates.insert(0, low * numeral.full)
    return next((c for c in candidates if c <= second.low), low)


def _pair(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Read 三、四百万元 as one amount, as 三四百万元 is."""
    left, right = text[first.start], text[second.start]
    full = second.numeral.full
    if first.form != "bare" or right not in HAN_DIGITS:
        return None
    if second.form == "bare" and second.numeral.big == 1:
        return None
    if HAN_DIGITS[right] != HAN_DIGITS[left] + 1 or second.low != HAN_DIGITS[right] * full:
        return None
    multiplier = text[second.start + 1 : second.start + 2]
    if multiplier not in SMALL and multiplier not in BIG:
        return None
    return replace(second, start=first.start, low=HAN_DIGITS[left] * full, vague=True)

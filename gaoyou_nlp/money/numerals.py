"""The numeral kernel: Chinese and arabic numerals in every mixture, read exactly.

``read_run`` reads a run of numeral characters from left to right in linear time; ``parse_number``
and ``find_numbers`` of ``numbers.py`` and the grammar of amounts stand on it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.reader import read_numeral
from gaoyou_nlp.money.terms import Numeral
from gaoyou_nlp.money.tokens import HAN_DIGITS, Exact, tokenize

__all__ = ["Numeral", "read_common_numeral", "read_run"]

_COMMON: Final = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,9}))?(万亿?|亿)?")
_FACTORS: Final = {None: 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def read_run(text: str, start: int, end: int) -> list[Numeral]:
    """Read a run of numeral characters as one numeral or several.

    Parameters:
        text: The text.
        start, end: A run in it, as ``RUN`` of ``tokens.py`` finds them.

    Returns:
        The numerals in order. Bare multipliers (亿, 百万) count as numerals.

    Examples:
        >>> [(n.start, n.end, n.low) for n in read_run("统一3亿5千万", 1, 7)]
        [(1, 2, 1), (2, 7, 350000000)]
    """
    if end - start == 1 and (one := _digits().get(text[start])) is not None:
        return [Numeral(start, end, one, one)]
    common = read_common_numeral(text, start, end)
    if common is not None:
        return [common]
    return _read_tokens(text, start, end)


@cache
def _digits() -> dict[str, int]:
    """The values of digits that are a plain number where they stand alone, as 一 mostly does."""
    return {
        digit: value
        for digit, value in HAN_DIGITS.items()
        if _read_tokens(digit, 0, 1) == [Numeral(0, 1, value, value)]
    }


def _read_tokens(text: str, start: int, end: int) -> list[Numeral]:
    tokens = tokenize(text, start, end)
    numerals = []
    at = 0
    while at < len(tokens):
        numeral, after = read_numeral(text, tokens, at)
        if numeral is not None:
            numerals.append(numeral)
        at = max(after, at + 1)
    return numerals


def read_common_numeral(text: str, start: int, end: int) -> Numeral | None:
    """Read what nine numbers in ten are, 35 or 47.5亿, in one step; None for any other.

    Examples:
        >>> read_common_numeral("47.5亿", 0, 5).low
        4750000000
    """
    found = _COMMON.fullmatch(text, start, end)
    if found is None:
        return None
    whole, decimals, unit = found.groups()
    factor = _FACTORS[unit]
    if decimals is None:
        value: Exact = int(whole) * factor
    else:
        scaled, parts = int(whole + decimals) * factor, 10 ** len(decimals)
        value = Fraction(scaled, parts) if scaled % parts else scaled // parts
    return Numeral(start, end, value, value, False, factor, factor)

"""The short numerals of dates: years digit by digit, days and months up to 99."""

from __future__ import annotations

from typing import Final

HAN: Final = "一二三四五六七八九"
ZERO: Final = "〇○零ＯO"
_DIGITS: Final = {
    **{c: i for i, c in enumerate("0123456789")},
    **{c: i for i, c in enumerate("０１２３４５６７８９")},
    **{c: i + 1 for i, c in enumerate(HAN)},
    **dict.fromkeys(ZERO, 0),
    "两": 2,
}
_TENS: Final = {"十": 1, "廿": 2, "卅": 3}


def read_digits(text: str) -> int:
    """Read a numeral digit by digit, such as a year.

    Examples:
        >>> read_digits("二〇二二"), read_digits("２０２２")
        (2022, 2022)
    """
    number = 0
    for char in text:
        number = number * 10 + _DIGITS[char]
    return number


def read_small(text: str) -> int:
    """Read a numeral below 100, by digits or hanzi.

    Examples:
        >>> read_small("12"), read_small("十二"), read_small("二十"), read_small("廿三")
        (12, 12, 20, 23)
    """
    for mark, value in _TENS.items():
        if mark in text:
            tens, ones = text.split(mark, 1)
            return (read_digits(tens) if tens else 1) * value * 10 + read_digits(ones)
    return read_digits(text)

"""A number with its unit: 3亿元, ￥100, 五块六毛, 港币50, 两美元又三美分 – and bare 百亿.

``read_single`` starts from a numeral and takes in the currency words and signs on both sides and
the small change. It does not judge whether a number without a unit is money: ``contexts.py`` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.change import (
    MORE_AFTER,
    SUB_PARTS,
    UNDER_100,
    read_after_jiao,
    read_change,
    under_100,
)
from gaoyou_nlp.money.currencies import (
    Currency,
    currency_at,
    currency_before,
    last_characters,
    skip_blanks,
)
from gaoyou_nlp.money.cuts import suspicious
from gaoyou_nlp.money.numerals import Numeral, read_common_numeral, read_run
from gaoyou_nlp.money.quantity import YUAN, Quantity
from gaoyou_nlp.money.scales import scale_at
from gaoyou_nlp.money.signs import MINUS, is_sign
from gaoyou_nlp.money.terms import plain
from gaoyou_nlp.money.tokens import BLANK, Exact

_FOREIGN_CHANGE: Final = re.compile(rf"[{BLANK}]?[又零〇]?({UNDER_100})")
_WHOLE: Final = re.compile(r"[整正](?=$|[^\w]|_|以[上下内]|左右|的)")
_MINUS_OF: Final = ("负的", "負的")
_SLANG_ENDS: Final = re.compile(r"$|[^\w]|[的了以左上下]")
_COMMON_AFTER: Final = frozenset("，。、；：！？,;）)的以左和")


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a number: where it starts, the currency word, the sign."""

    start: int
    prefix: Currency | None
    negative: bool


def read_single(text: str, numeral: Numeral, floor: int = 0) -> Quantity:
    """Read a numeral with its unit.

    Parameters:
        text: The text.
        numeral: The numeral.
        floor: No character before this offset may be taken.

    Returns:
        The quantity; its form is ``bare`` where no currency word was found.

    Examples:
        >>> quantity = read_single("五块六毛", read_run("五块六毛", 0, 1)[0])
        >>> quantity.low, quantity.currency, quantity.end
        (Fraction(28, 5), 'CNY', 4)
    """
    left = _left(text, numeral.start, floor)
    prefix = left.prefix
    numeral = _scaled(text, numeral, prefix)
    unit = skip_blanks(text, numeral.end)
    char = text[unit : unit + 1]
    if char and char in YUAN:
        return _yuan(text, numeral, left, unit)
    if char and char in "个個箇":
        counted = currency_at(text, unit + 1)
        if counted is not None and counted.kind == "name":
            return _named(text, numeral, left, counted)
        if prefix is not None and prefix.kind == "name":
            return _yuan(text, numeral, left, unit)
    word = currency_at(text, unit)
    comma = text.rfind("，", numeral.start, numeral.end)
    if comma > 0 and word is not None and prefix is not None and prefix.kind == "symbol":
        # $20，300美元: two amounts, since a number has one unit
        numeral = read_run(text, numeral.start, comma)[0]
        return _quantity(left, numeral, comma, prefix.code, "mark", comma)
    if word is not None and (word.kind != "slang" or _slang(text, numeral, word)):
        return _named(text, numeral, left, word)
    if char and char in SUB_PARTS and numeral.big == 1 and not numeral.bare:
        return _sub(text, numeral, left, unit)
    code = "CNY" if prefix is None else prefix.code
    return _quantity(left, numeral, numeral.end, code, "mark" if prefix else "bare", unit)


def read_common(text: str, start: int, end: int) -> Quantity | None:
    """Read what most amounts of news are, 35万元 between words, in one step.

    Parameters:
        text: The text.
        start, end: A run of numeral characters.

    Returns:
        What ``read_single`` would give, or None where something stands beside that it has to see.

    Examples:
        >>> read_common("投资35万元，", 2, 5).low
        350000
    """
    if text[end : end + 1] != "元" or text[end + 1 : end + 2] not in _COMMON_AFTER:
        return None
    if text[start - 1 : start] in _not_common_before() or text.endswith(_MINUS_OF, 0, start):
        return None
    numeral = read_common_numeral(text, start, end)
    if numeral is None:
        return None
    low = numeral.low
    return Quantity(start, end + 1, low, low, "CNY", "unit", numeral, end)


@lru_cache(maxsize=1)
def _not_common_before() -> frozenset[str]:
    return last_characters() | suspicious() | frozenset(MINUS + "负負―─~～〜∼至到")


def _scaled(text: str, numeral: Numeral, prefix: Currency | None) -> Numeral:
    """Multiply by an English word between a number and a currency: 5 million USD."""
    scale = scale_at(text, numeral.end)
    if scale is None or numeral.low is None or numeral.high is None:
        return numeral
    if prefix is None and currency_at(text, skip_blanks(text, scale.end)) is None:
        return numeral
    low, high = plain(numeral.low * scale.factor), plain(numeral.high * scale.factor)
    factor = scale.factor
    return replace(numeral, end=scale.end, low=low, high=high, full=factor, big=factor, tail=None)


def _quantity(
    left: _Left,
    numeral: Numeral,
    end: int,
    code: str | None,
    form: str,
    unit: int,
    low: Exact | None = None,
    high: Exact | None = None,
    more: bool = False,
) -> Quantity:
    """Build the record; the bounds are the numeral's where none are given."""
    if low is None or high is None:
        low, high = numeral.low, numeral.high
    if left.negative and low is not None and high is not None:
        low, high = -high, -low
    vague, more = numeral.vague or more, numeral.more or more
    return Quantity(left.start, end, low, high, code, form, numeral, unit, vague, more)


def _left(text: str, start: int, floor: int) -> _Left:
    """Take in a sign and a currency word before a number, in either order."""
    at = start
    negative = at > floor and is_sign(text, at - 1)
    if negative:
        at -= 1
    elif text.endswith(_MINUS_OF, floor, at) and is_sign(text, at - 2):
        negative, at = True, at - 2
    back = at
    while back > floor and at - back < 3 and text[back - 1] in BLANK:
        back -= 1
    mark = currency_before(text, back) if back > floor else None
    if mark is None or mark.start < floor or (mark.kind == "symbol" and back < at - 1):
        return _Left(at, None, negative)
    if not negative and mark.start > floor and is_sign(text, mark.start - 1):
        return _Left(mark.start - 1, mark, True)
    return _Left(mark.start, mark, negative)


def _slang(text: str, numeral: Numeral, word: Currency) -> bool:
    """刀 is a dollar only after digits and at an end: 100刀."""
    return text[numeral.start].isdigit() and bool(_SLANG_ENDS.match(text, word.end))


def _yuan(text: str, numeral: Numeral, left: _Left, unit: int) -> Quantity:
    """Read 元, 块 and their like, the change behind, 钱, 整 and a second currency word."""
    low, high, more = numeral.low, numeral.high, False
    word = text[unit]
    at = unit + 1
    form = "kuai" if word in "块塊" else "unit"
    if low is not None and high is not None and low == high:
        may_drop = word not in "元圆圓" and numeral.big < 10**4  # 13万块1-5亩的地
        change, end = read_change(text, at, may_drop=may_drop, large=numeral.big > 1)
        if end == at and may_drop and text[at : at + 1] == "半":
            change, end = Fraction(1, 2), at + 1
        if end > at:
            low, high, at, form = low + change, high + change, end, "unit"
        elif MORE_AFTER.match(text, at):
            high, at, more = high + numeral.big, at + 1, True
    if text[at : at + 1] in ("钱", "錢"):
        at, form = at + 1, "unit"
    if _WHOLE.match(text, at):
        at += 1
    code = "CNY" if left.prefix is None else left.prefix.code
    after = currency_at(text, skip_blanks(text, at, 1))
    if _doubles(after, left.prefix) and after is not None:
        code, at, form = after.code, after.end, "unit"
    if left.prefix is not None:
        form = "unit"
    return _quantity(left, numeral, at, code, form, unit, low, high, more)


def _doubles(after: Currency | None, prefix: Currency | None) -> bool:
    """Say whether a currency word behind 元 belongs to it (8亿元人民币, 三万元欧元)."""
    if after is None or after.kind not in ("name", "code") or after.end - after.start < 2:
        return False
    return prefix is None or after.code == prefix.code


def _sub(text: str, numeral: Numeral, left: _Left, unit: int) -> Quantity:
    """Read 角, 毛, 分 … without a main unit before them."""
    part = SUB_PARTS[text[unit]]
    at, form, more = unit + 1, "sub", False
    low: Exact | None = None
    high: Exact | None = None
    if numeral.low is not None and numeral.high is not None:
        low, high = Fraction(numeral.low) / part, Fraction(numeral.high) / part
        if part == 10 and low == high:
            change, end = read_after_jiao(text, at)
            if end > at:
                low, high, at, form = low + change, high + change, end, "unit"
        if low == high and MORE_AFTER.match(text, at):
            high, at, more = high + Fraction(1, part), at + 1, True
    if text[at : at + 1] in ("钱", "錢"):
        at, form = at + 1, "unit"
    after = currency_at(text, at)
    if left.prefix is not None:
        form = "unit"
    elif after is not None and after.code == "CNY":
        at, form = after.end, "unit"
    code = "CNY" if left.prefix is None else left.prefix.code
    return _quantity(left, numeral, at, code, form, unit, low, high, more)


def _named(text: str, numeral: Numeral, left: _Left, word: Currency) -> Quantity:
    """Read a currency by its name, its code or its symbol, and its cents."""
    low: Exact | None = None
    high: Exact | None = None
    at, more = word.end, False
    if numeral.low is not None and numeral.high is not None:
        low, high = numeral.low * word.factor, numeral.high * word.factor
        if low == high and word.kind == "name":
            change, end = _foreign_change(text, word, numeral.big > 1)
            if end > at:
                low, high, at = low + change, high + change, end
            elif MORE_AFTER.match(text, at):
                high, at, more = high + numeral.big, at + 1, True
    code = word.code
    if left.prefix is not None and code is None:
        code = left.prefix.code
    elif left.prefix is not None and left.prefix.code != code:
        signed = left.negative and text[numeral.start - 1] in MINUS
        left = _Left(numeral.start - signed, None, signed)
    form = "slang" if word.kind == "slang" else "unit"
    return _quantity(left, numeral, at, code, form, word.start, low, high, more)


def _foreign_change(text: str, word: Currency, large: bool) -> tuple[Exact, int]:
    """Read 三美分 behind 两美元, or 角 and 分 behind the name of a 元."""
    number = _FOREIGN_CHANGE.match(text, word.end)
    if number is not None:
        sub = currency_at(text, number.end())
        if sub is not None and sub.kind == "sub" and sub.code == word.code:
            return under_100(number[1]) * sub.factor, sub.end
    if text[word.end - 1] in "元圆圓":
        return read_change(text, word.end, may_drop=False, large=large)
    return 0, word.end

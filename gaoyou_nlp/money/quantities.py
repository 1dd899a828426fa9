"""A number with its unit: 3亿元, ￥100, 五块六毛, 港币50, 2亿至3亿元 – and bare 百亿.

``read_quantity`` starts from a numeral that the kernel has read and takes in the currency words on
both sides, the small change and the end of a range. It does not judge whether a quantity without
a unit is money: ``contexts.py`` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from gaoyou_nlp.money.currencies import Currency, currency_at, currency_before, skip_blanks
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.tokens import BLANK, HAN_DIGITS, PAIR_WORDS, RUN, SMALL, Exact

YUAN: Final = "元圆圓块塊蚊"
JIAO: Final = "角毛毫"
FEN: Final = "分仙"
SUB_PARTS: Final = {**dict.fromkeys(JIAO, 10), **dict.fromkeys(FEN, 100), "厘": 1000}
RANGE: Final = re.compile(
    rf"(?:[（(]含[）)])?[{BLANK}]{{0,2}}(?:-{{1,2}}|—{{1,2}}|–|－|―|─{{1,2}}|~|～|〜|∼|至|到)[{BLANK}]{{0,2}}"
)

_HAN = "".join(HAN_DIGITS)
_ONE = f"[0-9０-９{_HAN}]"
_TWO = f"(?:[0-9０-９]{{1,2}}|[{_HAN}]?[十拾][{_HAN}]?|[{_HAN}])"
_DROPPED = (
    r"(?=$|[^\w]|[以左上下至到的了吧吗嘛呢啊一每钱和与及起]|(?:RMB|CNY|rmb)|人民)(?![点點.．])"
)
_CHANGE: Final = re.compile(
    rf"[{BLANK}]?(?P<zero>[零〇○又]?)"
    rf"(?:(?P<jiao>{_ONE})[{BLANK}]?[{JIAO}](?![落度钱]))?"
    rf"(?:[零〇○]?(?P<fen>{_TWO})[{BLANK}]?[{FEN}](?![钟鐘之])|)"
    rf"(?:(?P<li>{_ONE})厘)?"
)
_LAST: Final = re.compile(rf"(?P<zero>[零〇○]?)(?P<digit>{_ONE}){_DROPPED}")
_NOT_A_CENT: Final = re.compile("[钱錢]?[不没未也都]")
_MORE_AFTER: Final = re.compile(r"[多余](?=$|[^\w]|[钱錢的])")
_WHOLE: Final = re.compile(r"[整正](?=$|[^\w]|_)")
_SLANG_ENDS: Final = re.compile(r"$|[^\w]|[的了以左上下]")
_NOT_SIGNED_BY: Final = frozenset("担肩背自欠抱胜承重减擔勝")
_MINUS: Final = frozenset("-－−")


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


def read_quantity(text: str, numeral: Numeral, floor: int = 0) -> Quantity:
    """Read a numeral with its unit, and the second half of a range.

    Parameters:
        text: The text.
        numeral: Where it begins.
        floor: No character before this offset may be taken.

    Returns:
        The quantity; its form is ``bare`` where no currency word was found.

    Example:
        >>> numeral = read_run("3至5亿元", 0, 1)[0]
        >>> quantity = read_quantity("3至5亿元", numeral)
        >>> quantity.low, quantity.high, quantity.currency
        (300000000, 500000000, 'CNY')
    """
    first = _single(text, numeral, floor)
    between = RANGE.match(text, first.end)
    if between:
        second = _at(text, between.end())
        joined = None if second is None else _join(text, first, second)
        if joined is not None:
            return joined
    elif text[first.end : first.end + 1] == "、":
        second = _at(text, first.end + 1)
        joined = None if second is None else _pair(text, first, second)
        if joined is not None:
            return joined
    return first


def _at(text: str, at: int) -> Quantity | None:
    """Read the quantity that begins exactly at an offset, a currency word first or not."""
    start = at
    mark = currency_at(text, at) or _symbol_at(text, at)
    if mark is not None:
        start = skip_blanks(text, mark.end)
    run = RUN.match(text, start)
    if run is None:
        return None
    numerals = read_run(text, run.start(), run.end())
    if not numerals or numerals[0].start != start:
        return None
    return _single(text, numerals[0], at)


def _symbol_at(text: str, at: int) -> Currency | None:
    for length in (4, 3, 2, 1):
        mark = currency_before(text, at + length) if at + length <= len(text) else None
        if mark is not None and mark.start == at and mark.kind == "symbol":
            return mark
    return None


def _single(text: str, numeral: Numeral, floor: int) -> Quantity:
    start, prefix, negative = _left(text, numeral.start, floor)
    unit = skip_blanks(text, numeral.end)
    char = text[unit : unit + 1]
    if char and char in YUAN:
        return _yuan(text, numeral, start, prefix, negative, unit)
    if char and char in "个個箇":
        counted = currency_at(text, unit + 1)
        if counted is not None and counted.kind == "name":
            return _named(text, numeral, start, prefix, negative, counted)
        if prefix is not None and prefix.kind == "name":
            return _yuan(text, numeral, start, prefix, negative, unit)
    word = currency_at(text, unit)
    comma = text.rfind("，", numeral.start, numeral.end)
    if comma > 0 and word is not None and prefix is not None and prefix.kind == "symbol":
        numeral, word = read_run(text, numeral.start, comma)[0], None
        unit, char = comma, ""
    if word is not None and (word.kind != "slang" or _slang(text, numeral, word)):
        return _named(text, numeral, start, prefix, negative, word)
    if char and char in SUB_PARTS and not numeral.bare:
        return _sub(text, numeral, start, prefix, negative, unit)
    return Quantity(
        start,
        numeral.end,
        *_signed(numeral.low, numeral.high, negative),
        prefix.code if prefix else "CNY",
        "mark" if prefix else "bare",
        numeral,
        unit,
        numeral.vague,
        numeral.more,
    )


def _left(text: str, start: int, floor: int) -> tuple[int, Currency | None, bool]:
    """Take in a sign and a currency word before a number, in either order."""
    negative = False
    at = start
    for _ in range(2):
        sign = text[at - 1 : at] if at > floor else ""
        if sign and not negative and _signs(text, at - 1, floor):
            negative, at = True, at - 1
        back = at
        while back > floor and at - back < 3 and text[back - 1] in BLANK:
            back -= 1
        mark = currency_before(text, back) if back > floor else None
        if (
            mark is not None
            and mark.start >= floor
            and not (mark.kind == "symbol" and back < at - 1)
        ):
            sign = text[mark.start - 1 : mark.start] if mark.start > floor else ""
            if sign and not negative and _signs(text, mark.start - 1, floor):
                return mark.start - 1, mark, True
            return mark.start, mark, negative
        if not negative:
            break
    return at, None, negative


def _signs(text: str, at: int, floor: int) -> bool:
    """Say whether the character here is the sign of what follows (not a dash, not 担负)."""
    before = text[at - 1 : at] if at > floor else ""
    if text[at] in _MINUS:
        return not before.isalnum() and before not in _MINUS and before != "%"
    return text[at] in "负負" and before not in _NOT_SIGNED_BY


def _slang(text: str, numeral: Numeral, word: Currency) -> bool:
    """刀 is a dollar only after digits and at an end: 100刀."""
    return text[numeral.start].isdigit() and bool(_SLANG_ENDS.match(text, word.end))


def _yuan(
    text: str, numeral: Numeral, start: int, prefix: Currency | None, negative: bool, unit: int
) -> Quantity:
    low, high = numeral.low, numeral.high
    more = numeral.more
    word = text[unit]
    at = unit + 1
    form = "kuai" if word in "块塊" else "unit"
    if low is not None and high is not None and low == high:
        change, end = _change(text, at, word not in "元圆圓", numeral.big > 1)
        if end > at:
            low, high, at, form = low + change, high + change, end, "unit"
        elif word in "块塊蚊個个" and text[at : at + 1] == "半":
            low, high, at, form = low + Fraction(1, 2), high + Fraction(1, 2), at + 1, "unit"
        elif _MORE_AFTER.match(text, at):
            high, at, more = high + _one_of(numeral), at + 1, True
    if text[at : at + 1] in ("钱", "錢"):
        at, form = at + 1, "unit"
    whole = _WHOLE.match(text, at)
    if whole:
        at = whole.end()
    code = prefix.code if prefix else "CNY"
    after = currency_at(text, skip_blanks(text, at, 1))
    doubled = after is not None and after.kind in ("name", "code") and after.end - after.start > 1
    if after is not None and doubled and (prefix is None or after.code == prefix.code):
        code, at, form = after.code, after.end, "unit"
    if prefix is not None:
        form = "unit"
    return Quantity(
        start,
        at,
        *_signed(low, high, negative),
        code,
        form,
        numeral,
        unit,
        numeral.vague or more,
        more,
    )


def _one_of(numeral: Numeral) -> int:
    return max(numeral.big, 1)


def _change(text: str, at: int, may_drop: bool, large: bool) -> tuple[Fraction, int]:
    """Read 角, 分 and 厘 after a main unit; the last unit may be dropped after 块 and 毛."""
    value = Fraction(0)
    end = at
    found = _CHANGE.match(text, at)
    if (
        found is not None
        and found["fen"]
        and not (found["jiao"] or found["zero"])
        and (large or _NOT_A_CENT.match(text, found.end()))
    ):
        return value, end
    if found is not None and (found["jiao"] or found["fen"] or found["li"]):
        end = found.end()
        for name, part in (("jiao", 10), ("fen", 100), ("li", 1000)):
            if found[name]:
                value += Fraction(_small_number(found[name]), part)
        if found["fen"] or found["li"]:
            return value, end
        may_drop, part = True, 100
    else:
        part = 10
    last = _LAST.match(text, end) if may_drop else None
    if last is not None and last["digit"] not in PAIR_WORDS:
        value += Fraction(_small_number(last["digit"]), 100 if last["zero"] else part)
        end = last.end()
    return value, end


def _small_number(chars: str) -> int:
    """Read a number below 100."""
    if chars.isdigit() and chars not in HAN_DIGITS:
        return int(chars)
    tens, _, ones = chars.replace("拾", "十").rpartition("十")
    if "十" in chars or "拾" in chars:
        return 10 * (HAN_DIGITS[tens] if tens else 1) + (HAN_DIGITS[ones] if ones else 0)
    return HAN_DIGITS[chars]


def _sub(
    text: str, numeral: Numeral, start: int, prefix: Currency | None, negative: bool, unit: int
) -> Quantity:
    """Read 角, 毛, 分 … without a main unit."""
    part = SUB_PARTS[text[unit]]
    low = None if numeral.low is None else Fraction(numeral.low) / part
    high = None if numeral.high is None else Fraction(numeral.high) / part
    at, form = unit + 1, "sub"
    if part == 10 and low is not None and low == high:
        found = _CHANGE.match(text, at)
        last = _LAST.match(text, at)
        if found is not None and found["fen"] and not found["jiao"]:
            low += Fraction(_small_number(found["fen"]), 100)
            at, form = found.end(), "unit"
        elif last is not None and last["digit"] not in PAIR_WORDS:
            low += Fraction(_small_number(last["digit"]), 100)
            at, form = last.end(), "unit"
        high = low
    more = high is not None and low == high and bool(_MORE_AFTER.match(text, at))
    if more and high is not None:
        high, at = high + Fraction(1, part), at + 1
    if text[at : at + 1] in ("钱", "錢"):
        at, form = at + 1, "unit"
    if prefix is not None:
        form = "unit"
    after = currency_at(text, at)
    if after is not None and after.code == "CNY" and prefix is None:
        at, form = after.end, "unit"
    code = prefix.code if prefix else "CNY"
    return Quantity(
        start,
        at,
        *_signed(low, high, negative),
        code,
        form,
        numeral,
        unit,
        numeral.vague or more,
        more,
    )


def _named(
    text: str,
    numeral: Numeral,
    start: int,
    prefix: Currency | None,
    negative: bool,
    word: Currency,
) -> Quantity:
    low = None if numeral.low is None else numeral.low * word.factor
    high = None if numeral.high is None else numeral.high * word.factor
    at = word.end
    if low is not None and high is not None and low == high and word.kind == "name":
        more = re.compile(rf"[{BLANK}]?[又零〇]?({_TWO})").match(text, at)
        sub = currency_at(text, more.end()) if more else None
        if more is not None and sub is not None and sub.kind == "sub" and sub.code == word.code:
            change = _small_number(more[1]) * sub.factor
            low, high, at = low + change, high + change, sub.end
        elif text[at - 1] in "元圆圓":
            change, end = _change(text, at, False, numeral.big > 1)
            low, high, at = low + change, high + change, end
    code = prefix.code if prefix is not None and word.code is None else word.code
    if prefix is not None and prefix.code != word.code and word.code is not None:
        start = numeral.start - (1 if negative else 0)
    return Quantity(
        start,
        at,
        *_signed(low, high, negative),
        code,
        "slang" if word.kind == "slang" else "unit",
        numeral,
        word.start,
        numeral.vague,
        numeral.more,
    )


def _signed(
    low: Exact | None, high: Exact | None, negative: bool
) -> tuple[Exact | None, Exact | None]:
    if not negative or low is None or high is None:
        return low, high
    return -high, -low


def _join(text: str, first: Quantity, second: Quantity) -> Quantity | None:
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
        low = _spread(first, second)
    if low > second.high or second.low < low:
        return None
    currency = first.currency if second.form == "bare" else second.currency
    form = first.form if second.form == "bare" else second.form
    return Quantity(
        first.start,
        second.end,
        low,
        second.high,
        currency,
        form,
        second.numeral,
        second.unit,
        first.vague or second.vague,
        second.more,
    )


def _spread(first: Quantity, second: Quantity) -> Exact:
    """Give the multiplier of the right end to the left one: 3至5亿 → 3亿, 8500到3万 → 8500."""
    low = first.low if first.low is not None else 0
    numeral = second.numeral
    if numeral.low is None or second.low is None:
        return low
    candidates = []
    if 0 < low < 10 and numeral.full > 1 and numeral.low < 10 * numeral.full:
        candidates.append(low * numeral.full)
    candidates += [low * numeral.big, low]
    return next((c for c in candidates if c <= second.low), low)


def _pair(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Read 三、四百万元 as one amount, as 三四百万元 is."""
    left, right = text[first.start : first.end], text[second.start : second.start + 1]
    if first.form != "bare" or left not in HAN_DIGITS or right not in HAN_DIGITS:
        return None
    full = second.numeral.full
    if second.form == "bare" and second.numeral.big == 1:
        return None
    if HAN_DIGITS[right] != HAN_DIGITS[left] + 1 or second.low != HAN_DIGITS[right] * full:
        return None
    if second.numeral.end - second.numeral.start < 2 or text[second.start + 1] not in SMALL:
        return None
    low = HAN_DIGITS[left] * full
    return Quantity(
        first.start,
        second.end,
        low,
        second.high,
        second.currency,
        second.form,
        second.numeral,
        second.unit,
        True,
    )

"""Amounts of money in a text: ``find_money``, ``parse_money`` and ``read_amount``.

One pass over the runs of numeral characters; each run is read once, the words around it are looked
up in windows of bounded length, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from gaoyou_nlp.money.change import SUB_PARTS
from gaoyou_nlp.money.comparators import Beside, look_beside
from gaoyou_nlp.money.contexts import (
    counts,
    is_count_of,
    is_counted,
    is_large,
    is_listable,
    is_money,
    listed_with,
)
from gaoyou_nlp.money.currencies import currency_at, currency_before, skip_blanks
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.quantity import YUAN, Quantity
from gaoyou_nlp.money.ranges import RANGE, read_quantity
from gaoyou_nlp.money.tokens import BIG, BLANK, HAN_DIGITS, LETTERS, NUMERAL_START, RUN, Exact
from gaoyou_nlp.money.units import read_common
from gaoyou_nlp.records import Amount

_LARGE: Final = re.compile(f"[千仟{''.join(BIG)}{''.join(LETTERS)}]")
_PLAIN: Final = re.compile(
    rf"[0-9０-９.．,，]+[十百千]?[{''.join(BIG)}]{{1,2}}[多余]?|[{''.join(LETTERS)}0-9]+"
)
_UNITS: Final = frozenset(YUAN) | frozenset(SUB_PARTS)
_RANGE_STARTS: Final = frozenset("-—–－―─~～〜∼至到（(、")
_RANGE_AHEAD: Final = re.compile(rf"(?:{RANGE.pattern}|、)(?=[^\u4e00-\u9fff]|[{NUMERAL_START}])")
_LONGEST_WHOLE: Final = 80
_LONGEST_PARSED: Final = 600
_AROUND: Final = re.compile(
    r"^[\s“”\"'（(]*(?:从|自|由|大约|大概|约合|约|近|将近|接近|超过|超|逾|突破|高于|大于|不到|不足|低于|小于|"
    r"不超过|不低于|不少于|至少|最多|至多|起码|起碼|最少|最低|最高|达到|高达|达|上|过|破|≥|≤|>|<|＞|＜|共计|合计|共)?\s*$"
)
_CANTONESE: Final = re.compile(
    rf"\s*([{''.join(c for c in HAN_DIGITS if HAN_DIGITS[c])}]?個)([半{''.join(HAN_DIGITS)}])\s*$"
)
_BEHIND: Final = re.compile(
    r"\s*(?:[（(]含[^（）()]{0,12}[）)])?\s*(?:及?以上|及?以下|以内|左右|上下|之内|起|级|[+＋])?[\s。.！!”\"'）)]*$"
)


def find_money(text: str) -> list[Amount]:
    """Find the amounts of money of a text.

    Parameters:
        text: Any text. Offsets are its code points.

    Returns:
        The amounts in order, not overlapping. Comparators and units of price stay outside the
        span and are given as fields. A text that is nothing but a number with 万 or 亿, or with
        角 or 分, is read as an amount too.

    Example:
        >>> [(a.text, str(a.low), str(a.high)) for a in find_money("总投资3至5亿元，产值超百亿")]
        [('3至5亿元', '300000000', '500000000'), ('百亿', '10000000000', 'None')]
    """
    quantities = _quantities(text)
    kept = _money(text, quantities)
    if not kept and len(text) <= _LONGEST_WHOLE:
        whole = _whole(text, strict=True)
        kept = [] if whole is None else [whole]
    return _amounts(text, kept)


def parse_money(text: str) -> Amount | None:
    """Read a text that is one amount, with comparators at most around it.

    Parameters:
        text: Such as ``约3.5亿元``, ``五毛``, ``100``; a missing unit is 元.

    Returns:
        The amount, or None where the text is something else, or longer than 600 characters.

    Example:
        >>> amount = parse_money("约4.287亿美元")
        >>> str(amount.low), amount.currency, amount.comparator
        ('428700000', 'USD', '~')
    """
    whole = _whole(text, strict=False) if len(text) <= _LONGEST_PARSED else None
    if whole is None:
        return None
    return _amounts(text, [whole])[0]


def read_amount(text: str, start: int, end: int) -> Amount:
    """Read a span that is known to be money, with what stands around it.

    Parameters:
        text: The text.
        start, end: The span, comparators outside it.

    Returns:
        The amount of exactly this span, also where the span holds its comparator; every field is
        null where it cannot be read.

    Example:
        >>> read_amount("产值超百亿", 3, 5).comparator
        '>'
        >>> read_amount("若干资金", 0, 2).low is None
        True
    """
    run = RUN.search(text, start, end)
    if run is not None:
        for numeral in read_run(text, run.start(), run.end()):
            quantity = read_quantity(text[:end], numeral, start)
            if quantity.start == start and quantity.end == end:
                return _amounts(text, [quantity])[0]
    inside = parse_money(text[start:end])
    span = Amount(start, end, text[start:end]) if inside is None else inside
    return replace(span, start=start, end=end, text=text[start:end])


def _quantities(text: str) -> list[Quantity]:
    """Every number of the text that may be money, each with its unit."""
    found: list[Quantity] = []
    floor = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < floor:
            if end <= floor:
                continue
            again = RUN.search(text, floor, end)
            if again is None:
                continue
            start = again.start()
        common = read_common(text, start, end)
        if common is not None:
            found.append(common)
            floor = common.end
            continue
        if not _marked(text, start, end):
            if not _LARGE.search(text, start, end):
                continue
            if _PLAIN.fullmatch(text, start, end) and counts(text, end):
                continue
        floor = _read_all(text, read_run(text, start, end), floor, found)
    return found


def _marked(text: str, start: int, end: int) -> bool:
    """Say whether a currency word or the sign of a range stands beside a run."""
    if text[end : end + 1] in _UNITS:
        return True
    at = skip_blanks(text, end)
    after = text[at : at + 1]
    if after and (after in _UNITS or currency_at(text, at) is not None):
        return True
    if after and after in _RANGE_STARTS and _RANGE_AHEAD.match(text, end):
        return True
    back = start
    while back and start - back < 3 and text[back - 1] in BLANK:
        back -= 1
    return back > 0 and currency_before(text, back) is not None


def _read_all(text: str, numerals: list[Numeral], floor: int, found: list[Quantity]) -> int:
    """Add the quantities of a run; return the offset up to which the text is used."""
    for numeral in numerals:
        if numeral.start < floor:
            continue
        quantity = read_quantity(text, numeral, floor)
        if numeral.counted is not None and is_count_of(text, quantity):
            inner = read_run(text, numeral.counted, numeral.end)
            floor = _read_all(text, inner, numeral.counted, found)
            continue
        if quantity.form == "bare" and numeral.tail is not None and counts(text, numeral.end):
            # 38万一台: the digit counts what follows
            quantity = read_quantity(text, read_run(text, numeral.start, numeral.tail)[0], floor)
        if quantity.form == "bare" and not is_large(quantity):
            continue
        found.append(quantity)
        floor = quantity.end
        if floor < numeral.end:
            floor = _read_all(text, read_run(text, floor, numeral.end), floor, found)
    return floor


def _money(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Keep what is money, by itself or because its neighbour in a list is."""
    sure = [is_money(text, q) for q in quantities]
    order = list(range(len(quantities) - 1, 0, -1))
    for i, j in [(i - 1, i) for i in order] + [(i, i - 1) for i in reversed(order)]:
        if sure[i] or not sure[j] or quantities[i].form not in ("bare", "kuai"):
            continue
        left, right = (quantities[i], quantities[j]) if i < j else (quantities[j], quantities[i])
        sure[i] = (
            (quantities[i].form == "kuai" or is_large(quantities[i]))
            and is_listable(quantities[i])
            and listed_with(text, left.end, right.start)
            and not is_counted(text, quantities[i])
        )
    kept = [q for q, keep in zip(quantities, sure, strict=True) if keep]
    return _share_unit(text, kept)


def _share_unit(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give the unit at the end of a list to all of it: 300亿、400亿美元, 100万、130万亿元."""
    shared = list(quantities)
    bigs = [quantity.numeral.big for quantity in quantities]
    for i in range(len(shared) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if left.form != "bare" or (left.currency == right.currency and left.numeral.big >= 10**8):
            continue
        if not listed_with(text, left.end, right.start) or left.low is None or left.high is None:
            continue
        factor = 10**8 if (bigs[i], bigs[i + 1]) == (10**4, 10**12) else 1
        bigs[i] *= factor
        shared[i] = replace(
            left, low=left.low * factor, high=left.high * factor, currency=right.currency
        )
    return shared


def _whole(text: str, *, strict: bool) -> Quantity | None:
    """Read a text that is nothing but one amount."""
    changed = _CANTONESE.match(text)
    if changed is not None:
        return _cantonese(changed)
    run = RUN.search(text)
    if run is None or run.start() > 24:
        return None
    numerals = read_run(text, run.start(), run.end())
    if not numerals:
        return None
    quantity = read_quantity(text, numerals[0])
    if not _AROUND.match(text[: quantity.start]) or not _BEHIND.match(text, quantity.end):
        return None
    if strict and quantity.form == "bare":
        letters = text[quantity.numeral.end - 1] in LETTERS
        small = quantity.numeral.tail is None and quantity.numeral.big < 1000
        if (
            small
            or not is_large(quantity)
            or (letters and text[quantity.numeral.end - 1] not in "kKwW")
        ):
            return None
    return quantity


def _cantonese(found: re.Match[str]) -> Quantity:
    """Read 個半 (1.5) and 五個半 (5.5), which are money where nothing else is said."""
    start, end = found.span(1)[0], found.span(2)[1]
    tenths = 5 if found[2] == "半" else HAN_DIGITS[found[2]]
    value = (HAN_DIGITS[found[1][0]] if len(found[1]) > 1 else 1) + Fraction(tenths, 10)
    numeral = Numeral(start, end, value, value)
    return Quantity(start, end, value, value, "CNY", "unit", numeral, end)


def _amounts(text: str, quantities: list[Quantity]) -> list[Amount]:
    """Build the records, with what stands beside each quantity."""
    beside = look_beside(text, quantities)
    return [_amount(text, q, b) for q, b in zip(quantities, beside, strict=True)]


def _amount(text: str, quantity: Quantity, beside: Beside) -> Amount:
    """Build a record; a comparator opens one side of an exact amount."""
    start, end, vague = quantity.start, quantity.end, quantity.vague
    low = _decimal(quantity.low)
    high = low if quantity.high == quantity.low else _decimal(quantity.high)
    sign = beside.comparator
    if low is not None and low is high:
        if sign in (">", ">="):
            high = None
            vague = vague or text[start - 1 : start] == "上"
        elif sign in ("<", "<="):
            low = None
    currency = None if quantity.low is None else quantity.currency
    return Amount(start, end, text[start:end], low, high, currency, sign, beside.per, vague)


def _decimal(number: Exact | None) -> Decimal | None:
    """Write an exact number as a decimal; every number here is a whole one over a power of ten."""
    if number is None:
        return None
    if isinstance(number, int):
        return Decimal(number)
    numerator, denominator = Fraction(number).as_integer_ratio()
    places = 0
    while 10**places % denominator:
        places += 1
    return Decimal(f"{numerator * (10**places // denominator)}E-{places}")

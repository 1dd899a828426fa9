"""Amounts of money in a text: ``find_money``, ``parse_money`` and ``read_amount``.

One pass over the runs of numeral characters; each run is read once, the words around it are looked
up in windows of bounded length, so the time is linear in the length of the text. A text whose
numbers are torn is read a second time, in a copy where they are whole.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from gaoyou_nlp.money.alone import read_alone
from gaoyou_nlp.money.beside import Beside, look_beside
from gaoyou_nlp.money.cuts import is_cut
from gaoyou_nlp.money.headers import find_headed, has_headers
from gaoyou_nlp.money.lists import keep_money
from gaoyou_nlp.money.lone_units import stands_alone
from gaoyou_nlp.money.numerals import read_run
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.ranges import read_quantity
from gaoyou_nlp.money.scan import scan
from gaoyou_nlp.money.scopes import Scopes
from gaoyou_nlp.money.spoken_of import leave_open
from gaoyou_nlp.money.tears import Mended, mend
from gaoyou_nlp.money.tokens import RUN, Exact
from gaoyou_nlp.records import Amount

_LONGEST_WHOLE: Final = 80
_LONGEST_PARSED: Final = 600
_AROUND: Final = 1000


_LARGEST: Final = 10**60
"""From here on a number is no sum of money, but digits that somebody wrote in a row."""


def find_money(text: str) -> list[Amount]:
    """Find the amounts of money of a text.

    Parameters:
        text: Any text. Offsets are its code points.

    Returns:
        The amounts in order, not overlapping. Comparators and units of price stay outside the
        span and are given as fields. A text that is nothing but a number with 万 or 亿, or with
        角 or 分, is read as an amount too.

    Examples:
        >>> [(a.text, str(a.low), str(a.high)) for a in find_money("总投资3至5亿元，产值超百亿")]
        [('3至5亿元', '300000000', '500000000'), ('百亿', '10000000000', 'None')]
    """
    found = scan(text)
    if found.torn:
        mended = mend(text)
        if mended.joints:
            again = scan(mended.text).quantities
            return [_in_text(text, mended, a) for a in _find(mended.text, again)]
    return _find(text, found.quantities)


def parse_money(text: str) -> Amount | None:
    """Read a text that is one amount, with comparators at most around it.

    Parameters:
        text: Such as ``约3.5亿元``, ``五毛``, ``100``; a missing unit is 元.

    Returns:
        The amount, or None where the text is something else, or longer than 600 characters.

    Examples:
        >>> amount = parse_money("约4.287亿美元")
        >>> str(amount.low), amount.currency, amount.comparator
        ('428700000', 'USD', '~')
    """
    if len(text) > _LONGEST_PARSED:
        return None
    mended = mend(text)
    whole = read_alone(mended.text, strict=False)
    return None if whole is None else _in_text(text, mended, _amounts(mended.text, [whole])[0])


def read_amount(text: str, start: int, end: int) -> Amount:
    """Read a span that is known to be money, with what stands up to 1000 characters around it.

    Parameters:
        text: The text.
        start, end: The span, comparators outside it.

    Returns:
        The amount that ``find_money`` finds at exactly this span; else what the span says, also
        where it holds its comparator; every field is null where it cannot be read, or where the
        span is a part of a number.

    Examples:
        >>> read_amount("产值超百亿", 3, 5).comparator
        '>'
        >>> read_amount("若干资金", 0, 2).low is None
        True
    """
    left = max(0, start - _AROUND)
    for found in find_money(text[left : end + _AROUND]):
        if (left + found.start, left + found.end) == (start, end):
            return replace(found, start=start, end=end)
    blank = Amount(start, end, text[start:end])
    run = RUN.search(text, start, end)
    if run is not None:
        for numeral in read_run(text, run.start(), run.end()):
            quantity = read_quantity(text[:end], numeral, start)
            if quantity.start == start and is_cut(text, quantity):
                return blank
            if quantity.start == start and quantity.end == end:
                alone = quantity.numeral.bare and not stands_alone(text, quantity)
                return blank if alone else _amounts(text, [quantity])[0]
    inside = parse_money(text[start:end])
    return blank if inside is None else replace(inside, start=start, end=end, text=text[start:end])


def _find(text: str, quantities: list[Quantity]) -> list[Amount]:
    """Find the amounts of a text whose numbers are whole."""
    kept = keep_money(text, quantities)
    if has_headers(text):
        kept = _merge(kept, find_headed(text))
    if not kept and len(text) <= _LONGEST_WHOLE:
        whole = read_alone(text, strict=True)
        kept = [] if whole is None else [whole]
    return _amounts(text, kept)


def _merge(kept: list[Quantity], headed: list[Quantity]) -> list[Quantity]:
    """Put the numbers of brackets and tables among the others, where they do not overlap."""
    if not headed:
        return kept
    merged: list[Quantity] = []
    for quantity in sorted([*kept, *headed], key=lambda q: (q.start, -q.end)):
        if not merged or quantity.start >= merged[-1].end:
            merged.append(quantity)
        elif merged[-1].form == "mark" and quantity.end == merged[-1].end:
            merged[-1] = replace(quantity, start=merged[-1].start)  # ￥85.6（万元）
    return merged


def _in_text(text: str, mended: Mended, amount: Amount) -> Amount:
    """Move an amount of a mended copy to its place in the text."""
    start, end = mended.start(amount.start), mended.end(amount.end)
    return replace(amount, start=start, end=end, text=text[start:end])


def _amounts(text: str, quantities: list[Quantity]) -> list[Amount]:
    """Build the records, with what stands beside each quantity."""
    quantities = leave_open(text, quantities)
    beside = look_beside(text, quantities)
    scopes = Scopes(text)
    return [_amount(text, q, b, scopes) for q, b in zip(quantities, beside, strict=True)]


def _amount(text: str, quantity: Quantity, beside: Beside, scopes: Scopes) -> Amount:
    """Build a record; a comparator opens one side of an exact amount."""
    start, end, vague = quantity.start, quantity.end, quantity.vague
    if not (_is_sum(quantity.low) and _is_sum(quantity.high)):
        return Amount(start, end, text[start:end])
    low = _decimal(quantity.low)
    high = low if quantity.high == quantity.low else _decimal(quantity.high)
    sign = beside.comparator
    if low is not None and low is high:
        if sign in (">", ">="):
            high = None
            vague = vague or text[start - 1 : start] == "上"
        elif sign in ("<", "<="):
            low = None
    currency = None if quantity.low is None else scopes.currency(start, end, quantity.currency)
    return Amount(start, end, text[start:end], low, high, currency, sign, beside.per, vague)


def _is_sum(number: Exact | None) -> bool:
    """Whether a number is of a size that sums of money have, and records may hold."""
    if number is None:
        return True
    exact = Fraction(number)
    return abs(exact) < _LARGEST and exact.denominator < _LARGEST


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

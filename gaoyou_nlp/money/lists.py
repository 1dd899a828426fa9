"""Amounts in lists: money because its neighbour is, one unit for all, 分别为1.2、3.4和5.6亿元."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.elided import is_large, is_listable
from gaoyou_nlp.money.judge import is_counted, is_money
from gaoyou_nlp.money.numerals import read_run
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.terms import plain

_LIST: Final = re.compile(
    r"[、，,；;]?(?:其中)?(?:第?[一二三四五1-5][期阶轮批]段?|[首前后][期批])(?:项目|工程|计划|投资|总投资|建设)*(?:约|为|达)?|"
    r"[、和及与或/／]|，和|、约|和约|甚至|或者|，甚至"
    r"|(?:左右|以上)?(?:[上下]?[跌涨降升增掉](?:加|长|高|少|低|到|至)?|提高|减少|减)[到至为]?"
)


def listed_with(text: str, left: int, right: int) -> bool:
    """Say whether two amounts that end and begin here stand in one list or comparison.

    Examples:
        >>> listed_with("3亿、5亿元", 2, 3), listed_with("从3亿增加到5亿元", 3, 6)
        (True, True)
    """
    return bool(_LIST.fullmatch(text, left, right))


def keep_money(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Keep what is money, by itself or because its neighbour in a list is.

    Parameters:
        text: The text.
        quantities: All that may be money, in order.

    Returns:
        Those that are, with the unit of their list; numbers without any unit that share one are
        added.
    """
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
    return _spread_unit(text, _share_unit(text, kept))


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


_BARE_LIST: Final = re.compile(
    r"(?:分别|依次|各)[^，。；：、0-9]{0,10}(?P<items>(?:[0-9]{1,9}(?:\.[0-9]{1,6})?[、和及与]){1,8})$"
)
_ITEM: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SIMPLE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?[万亿]{1,2}(?:[美欧港日]?元)?")
_JOINTS: Final = ("、", "和", "及", "与")


def _spread_unit(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Read the numbers without a unit that share the last one's: 分别为1.2、3.4和5.6亿元."""
    spread: list[Quantity] = []
    floor = 0
    for quantity in quantities:
        if text[quantity.start - 1 : quantity.start] in _JOINTS and _SIMPLE.fullmatch(
            text, quantity.start, quantity.end
        ):
            found = _BARE_LIST.search(text, max(floor, quantity.start - 120), quantity.start)
            if found is not None:
                for item in _ITEM.finditer(text, *found.span("items")):
                    spread.append(_with_unit(text, item.start(), item.end(), quantity))
        spread.append(quantity)
        floor = quantity.end
    return spread


def _with_unit(text: str, start: int, end: int, last: Quantity) -> Quantity:
    numeral = read_run(text, start, end)[0]
    value = plain((numeral.low or 0) * last.numeral.big)
    return Quantity(start, end, value, value, last.currency, "unit", numeral, end)

"""What stands beside the amounts of a text: comparators, shared along lists, and units of price."""

from __future__ import annotations

from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.comparators import comparator_of, ends_with_comparator
from gaoyou_nlp.money.per import price_unit
from gaoyou_nlp.money.per_goes_on import goes_on
from gaoyou_nlp.money.quantity import Quantity

_LISTED: Final = ("、", "和", "及", "或")
_ALIKE: Final = 10
"""How many times as large as another the price of the same thing never is in a list."""
_FOR_ALL: Final = re.compile("(?:分别|均|都|各)[^，。；]{0,5}$")


class Beside(NamedTuple):
    """What stands beside an amount: its comparator and its unit of price."""

    comparator: str | None
    per: str | None


def look_beside(text: str, quantities: list[Quantity]) -> list[Beside]:
    """Find the comparator and the unit of price of every amount of a text.

    Parameters:
        text: The text.
        quantities: Its amounts, in order.

    Returns:
        One pair for each. 以上 and 以下 behind the last amount of a list count for all of it, and
        so does a comparator before the first one after 均 or 分别. The unit of price behind the
        last amount of a list is that of all that are of its size: 3.7元、3.8元/斤.
    """
    signs: list[str | None] = []
    pers: list[str | None] = []
    ends: list[int] = []
    left = 0
    for quantity in quantities:
        price = price_unit(text, quantity, left)
        kept = price.unit is None and pers and goes_on(text, left, quantity.start)
        pers.append(pers[-1] if kept else price.unit)
        signs.append(comparator_of(text, quantity, price.start, price.end, left))
        ends.append(price.end)
        left = quantity.end
    for i in range(1, len(quantities)):
        if signs[i] is None and signs[i - 1] is not None and _starts_list(text, quantities, i):
            signs[i] = signs[i - 1]
    carried = False
    for i in range(len(quantities) - 1, 0, -1):
        if (
            signs[i - 1] is None
            and signs[i] in (">=", "<=")
            and _ends_list(text, quantities, i, ends[i])
        ):
            signs[i - 1] = signs[i]
        shared = carried or ends[i] > quantities[i].end
        carried = pers[i - 1] is None and shared and _is_alike(text, quantities, i)
        if carried:
            pers[i - 1] = pers[i]
    return list(map(Beside, signs, pers))


def _is_alike(text: str, quantities: list[Quantity], i: int) -> bool:
    """Say whether amount i ends a list of prices of one thing: 3.7元、3.8元/斤."""
    first, second = quantities[i - 1], quantities[i]
    if text[first.end : second.start] not in _LISTED or first.currency != second.currency:
        return False
    if not (first.low and first.high and second.low and second.high):
        return False
    return first.high < _ALIKE * second.low and second.high < _ALIKE * first.low


def _starts_list(text: str, quantities: list[Quantity], i: int) -> bool:
    """Say whether amount i goes on with a list whose comparator counts for all: 均超过, 分别达."""
    between = text[quantities[i - 1].end : quantities[i].start]
    if between not in _LISTED:
        return False
    first = i - 1
    while first and text[quantities[first - 1].end : quantities[first].start] in _LISTED:
        first -= 1
    start = quantities[first].start
    return bool(_FOR_ALL.search(text, max(0, start - 10), start))


def _ends_list(text: str, quantities: list[Quantity], i: int, end: int) -> bool:
    """Say whether amount i follows in a list and has its comparator after it."""
    between = text[quantities[i - 1].end : quantities[i].start]
    return between in _LISTED and ends_with_comparator(text, end)

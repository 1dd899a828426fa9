"""Numbers shared out among listed indicators: A、B分别增长5%、6%; A和B均增长5%以上."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.found import Found, end_of, fits
from gaoyou_nlp.figures.heads import Head
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.language import lazy_re as re

LISTED: Final = re.compile(r"[、和及与]|以及")
"""What stands between the items of a list."""
_MOST: Final = 8


def share_out(
    text: str,
    quantities: Sequence[Quantity],
    at: int,
    heads: Sequence[Head],
    last: int,
    dates: Sequence[DateMention],
) -> list[Found]:
    """Share the numbers from one on out among the indicators listed before it.

    Parameters:
        text: The text.
        quantities: Its numbers, in order.
        at: The index of the first of them.
        heads: The indicators of the text, in order.
        last: The index of the last indicator before that number.
        dates: The dates of the text.

    Returns:
        One figure for each indicator; none where no 分别 or 均 says that they are shared, or where
        there are more or fewer numbers than indicators.
    """
    first = quantities[at]
    link = read_link(text, heads[last].end, first.start, dates)
    if link is None or link.shared is None:
        return []
    listed = _listed(text, heads, last)
    if len(listed) < 2:
        return []
    numbers = [first] * len(listed)
    if link.shared == "each":
        numbers = list(quantities[at : at + len(listed) + 1])
        lined = [
            right
            for left, right in pairwise(numbers)
            if LISTED.fullmatch(text, end_of(text, left), right.start)
        ]
        if len(lined) != len(listed) - 1 or lined != numbers[1 : len(listed)]:
            return []
        numbers = numbers[: len(listed)]
    return [
        Found(number, head.start, end_of(text, number), head, link, "shared")
        for head, number in zip(listed, numbers, strict=True)
        if fits(text, head, number)
    ]


def _listed(text: str, heads: Sequence[Head], last: int) -> list[Head]:
    """Return the indicators of the list that ends with one."""
    listed = [heads[last]]
    while last >= 1 and len(listed) < _MOST:
        if not LISTED.fullmatch(text, heads[last - 1].end, heads[last].start):
            break
        last -= 1
        listed.insert(0, heads[last])
    return listed

"""Ranks: 居全省第2位, 进入全市前三名."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.dates.numerals import read_small
from gaoyou_nlp.figures.quantities import Quantity

_RANK: Final = re.compile(
    r"(?:位居|位列|排名|排在|跻身|进入|迈入|列|居|排)(?P<among>[\u4e00-\u9fff]{0,8}?)"
    r"(?P<which>第|前)(?P<number>[0-9０-９]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?:位|名|强)?(?![季个次批年届期线层])"
)


def find_ranks(text: str, dates: Sequence[DateMention] = ()) -> list[Quantity]:
    """Find the ranks of a text.

    Parameters:
        text: The text.
        dates: Its dates; what stands in them is no rank.

    Returns:
        The ranks as quantities of unit 位; 前三 is at most 3.

    Examples:
        >>> [(q.low, q.high, q.comparator) for q in find_ranks("增速居全省第2位，总量进入前三")]
        [(2, 2, None), (None, 3, '<=')]
    """
    taken = {offset for d in dates for offset in range(d.start, d.end)}
    found = []
    for match in _RANK.finditer(text):
        if match.start("which") in taken:
            continue
        number = read_small(match["number"])
        first = match["which"] == "第"
        found.append(
            Quantity(
                match.start(),
                match.end(),
                number if first else None,
                number,
                None if first else "<=",
                "位",
                "rank",
            )
        )
    return found

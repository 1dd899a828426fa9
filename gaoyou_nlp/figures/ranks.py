"""Ranks: 居全省第2位, 进入全市前三名."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.dates.numerals import read_small
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.language import lazy_re as re

_TABLE = "figures/clause_words.tsv"
_RANK = re.compile(
    "(?:{rank})(?P<among>(?!由|从)[\u4e00-\u9fff]{0,8}?)"
    "(?:(?P<which>第|前)(?P<number>[0-9０-９]{1,3}|"
    "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:位|名|强)?"
    "(?![0-9０-９季个次批年届期线层条章款项名]|[%％])|(?P<top>首位|榜首))"
    "(?:[\u4e00-\u9fff]{0,3}[升降退跃移](?:居|到|至)?[\u4e00-\u9fff]{0,4}第"
    "(?P<now>[0-9０-９]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|"
    "[一二三四五六七八九])(?:位|名)?)?",
    words=_TABLE,
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
        >>> [q.low for q in find_ranks("排名由全市第三降到第十七位，总量居全市首位")]
        [17, 1]
    """
    taken = {offset for d in dates for offset in range(d.start, d.end)}
    found = []
    for match in _RANK.finditer(text):
        if match.end() - 1 in taken or (match["number"] and match.start("which") in taken):
            continue
        if match[0][0] in "由从" and match["now"] is None:
            continue
        if "强" in match["among"]:
            continue  # 进入全国千强镇前600名 is a rank of the town
        digits = match["now"] or match["number"]
        number = 1 if digits is None else read_small(digits)
        first = match["which"] != "前" or match["now"] is not None
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

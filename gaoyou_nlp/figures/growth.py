"""Finds where a noun ends that grows: 外经营业额|同比增长5%, 灌溉面积|新增3万亩."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

_TABLE: Final = "figures/noun_words.tsv"
LONGEST_NOUN: Final = 24
"""Characters of a noun that grows."""
_COMPARED: Final = re.compile(
    "(?:[环同]?比|较|与|同)(?P<base>[^，。；、：比较]{1,16}?)(?:相比|相较)?$"
)
"""With what a noun is compared before it grows: 交易量|比2月底|增加50%."""
_BASES: Final = re.compile("[年月日季周底初期]|同期|[上前]届|高点|低点|计划|平均")
_STOCKS = re.compile("(?:{stock})$", words=_TABLE)
"""What 新增 behind it makes greater: 灌溉面积新增3万亩."""


@cache
def change_words() -> re.Pattern[str]:
    """Return a pattern of the words that say up or down: 增长, 下降."""
    rows = table("figures/links.tsv")
    return re.compile(alternation(word for word, sense, _ in rows if sense in ("up", "down")))


@cache
def _adverbs() -> re.Pattern[str]:
    words = alternation(word for word, _ in table("figures/adverbs.tsv"))
    return re.compile(f"(?:{words}|分别|(?<![人户亩株社村])均)+$")


def find_grown(
    text: str, opening: int, number: int, dates: Sequence[DateMention]
) -> tuple[int, int] | None:
    """Find where a noun ends that grows by a number, and where its link begins.

    Parameters:
        text: The text.
        opening: Where the clause begins.
        number: Where the number begins.
        dates: The dates of the text.

    Returns:
        The end of the noun and the beginning of 增长 and the like; None where anything else stands
        before the number.

    Examples:
        >>> find_grown("外经营业额同比增长", 0, 9, ())
        (5, 7)
    """
    for change in change_words().finditer(text, max(opening, number - LONGEST_NOUN), number):
        if text.endswith("新", opening, change.start()):
            stock = _STOCKS.search(text, opening, change.start() - 1)
            if stock is None:
                continue  # 新增 counts
            return stock.end(), change.start()
        link = read_link(text, change.start(), number, dates)
        if link is None or link.direction is None or link.shared is not None or link.begins:
            continue
        plain = _adverbs().search(text[opening : change.start()])
        if plain is not None and "分别" in plain[0]:
            return None
        end = change.start() if plain is None else opening + plain.start()
        compared = _COMPARED.search(text[max(opening, end - LONGEST_NOUN) : end])
        if compared is not None and _BASES.search(compared["base"]):
            end -= len(compared[0])
            if text.endswith("分别", opening, end):
                return None
            end = without_plain(text, opening, end)
        return end, change.start()
    return None


def without_plain(text: str, start: int, end: int) -> int:
    """Return where a noun ends without what only says how it grows: 产值|同比.

    Examples:
        >>> without_plain("产值同比", 0, 4)
        2
    """
    plain = _adverbs().search(text[start:end])
    return end if plain is None else start + plain.start()

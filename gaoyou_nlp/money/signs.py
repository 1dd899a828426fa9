"""Signs before a number: when a dash is a minus, and when 负 is one.

``净利润-3亿元`` and ``差额为－3亿元`` are negative; ``3月-5亿元``, ``A01-500元`` and the dash of a
list are not. Which words may have a negative number behind them stands in
``contexts.tsv`` (``signed``).
"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import may_be_negative
from gaoyou_nlp.money.tokens import BLANK

MINUS: Final = "-－−–—﹣‐‑"
"""Characters that may be a minus, as the inside of a character class where ``-`` comes first."""
_DASHES: Final = frozenset("—")
_LINKS: Final = frozenset("为是至到达约合均于过从由币在")
_COLONS: Final = frozenset("：:=＝")
_NOT_SIGNED_BY: Final = frozenset("担肩背自欠抱胜承重减擔勝正不亏")
_AMOUNT_ENDS: Final = frozenset("元万亿萬億%％")
_BREAKS: Final = frozenset("\n\r\u2028")
_OF_A_KIND: Final = re.compile(
    "(?:及|[（(]含[）)])?(?:以[上下]|级)|[\u4e00-\u9fff]{0,4}?(?:项目|企业)"
)
_WORD: Final = re.compile(r"[0-9A-Za-z０-９_%％]")


def is_bullet(text: str, start: int, end: int) -> bool:
    """Say whether the dash before an amount begins an item of a list: -5亿元以上项目12个.

    Parameters:
        text: The text.
        start, end: The amount with its sign.
    """
    if text[start] not in MINUS or not _OF_A_KIND.match(text, end):
        return False
    return not start or text[start - 1] in _BREAKS


def is_sign(text: str, at: int) -> bool:
    """Say whether the character here is the sign of the number that follows.

    Parameters:
        text: The text.
        at: Offset of the character.

    Examples:
        >>> is_sign("净利润-3亿元", 3), is_sign("3月-5亿元", 2), is_sign("背负3亿元", 1)
        (True, False, False)
    """
    char = text[at]
    before = text[at - 1] if at else ""
    if char in "负負":
        return before not in _NOT_SIGNED_BY
    if char not in MINUS or (before and before in MINUS) or _WORD.match(before):
        return False
    if before in _LINKS or before in _COLONS:
        return True
    if before.isalnum():
        return may_be_negative(text, at)
    if char in _DASHES:
        return False
    left = at
    while left and at - left < 2 and text[left - 1] in BLANK:
        left -= 1
    single = at - left == 1 and before == " "
    return not (single and text[left - 1 : left] in _AMOUNT_ENDS)

"""万元 and 亿元 without a number: an amount only where a word beside them says so.

亿元以上项目, 超亿元 and 5个亿元项目 speak of 100,000,000 元; 投资额（亿元） and a torn-off 亿元 do
not.
"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.quantity import Quantity

_TABLE: Final = "money/words.tsv"

_BIG: Final = ("万", "亿", "萬", "億")
_KIND: Final = "(?:(?![用于由在将为和与及等的了到从对向可已未给归入其该])[\u4e00-\u9fff])"
"""A character of a word that says of which kind a project is (亿元工业项目)."""
_IN_BRACKETS: Final = re.compile(r"[（(](?:单位[：:]?|人民币)?$")
_LOOK_BACK: Final = 8
_BEHIND = re.compile(
    f"(?:[（(]?人民币[）)]?)?(?:[（(]含[^（）()]{{0,6}}[）)])?(?:及|或|元)?"
    f"(?:以上|以下|之上|之下|以内|上下|左右|级|上台阶)|(?:{{behind lone unit}})|"
    f"(?:乡镇|强?[村镇乡县区])(?![\u4e00-\u9fff])|{_KIND}{{0,6}}?(?:{{described}})"
    "(?![名编数单序类])",
    words=_TABLE,
)
_BEFORE = re.compile(
    "(?:{before lone unit}|[≥≤＞＜]|(?<![a-zA-Z0-9/\"'<> ])[<>])了?$", words=_TABLE
)
_HEADS = re.compile("(?:{money noun})$", words=_TABLE)


def has_reason_behind(text: str, start: int) -> bool:
    """Say whether a lone unit that begins here is an amount by what follows it.

    Examples:
        >>> has_reason_behind("亿元以上项目", 0), has_reason_behind("亿元）", 0)
        (True, False)
    """
    end = start
    while end - start < 2 and text[end : end + 1] in _BIG:
        end += 1
    return bool(_BEHIND.match(text, end + (text[end : end + 1] == "元")))


def stands_alone(text: str, quantity: Quantity) -> bool:
    """Say whether a unit without a number is an amount.

    Parameters:
        text: The text.
        quantity: One without digits.

    Returns:
        True for 百万元 and the like too, which hold a numeral of their own, unless a bracket shows
        that they are the unit of a column.

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> text = "新开工亿元以上项目3个"
        >>> stands_alone(text, read_quantity(text, read_run(text, 3, 4)[0]))
        True
    """
    start, end = quantity.start, quantity.end
    left = max(0, start - _LOOK_BACK)
    after = text[end : end + 1]
    if after and after in "）)／/" and _IN_BRACKETS.search(text, left, start):
        return False
    numeral = quantity.numeral
    if numeral.full not in (10**4, 10**8):
        return True
    if _BEFORE.search(text, left, start):
        return True
    found = _BEHIND.match(text, end)
    if found is None:
        return False
    noun = found.group()[-1] not in "上下内右级阶"
    return not (noun and _HEADS.search(text, left, start))

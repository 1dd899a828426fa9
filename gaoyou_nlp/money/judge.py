"""Whether a number with its unit is money where it stands.

元 behind a number is nearly always money, 块, 角 and 分 only as a price (``prices.py``), a number
without a unit only between words of money (``elided.py``).
"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import counts, is_cued, patterns
from gaoyou_nlp.money.elided import is_elided, is_large
from gaoyou_nlp.money.prices import AT_END, IDIOMS, is_price, is_priced
from gaoyou_nlp.money.quantity import YUAN, Quantity

_TABLE: Final = "money/words.tsv"
_IN_HEADER: Final = re.compile(r"(?:单位|计量单位|以)[：:为是]?[（(]?$")
_ROUND: Final = tuple("满梦了形心桌柱滑融润珠盘规弧孔圈环")
_NAMED: Final = re.compile("[张李王赵刘陈杨周吴孙][一二三四五六七八九]$")
_HEADED: Final = re.compile(
    "(?:{heading})[一二三四五六七八九十0-9０-９]{1,2}$",
    words="money/words.tsv",
)
"""A heading with its number: 焦点三|人民币升值."""
_RATIO: Final = re.compile("[ ]?[：:∶][ ]?[0-9０-９]")
_ONE: Final = re.compile("10{0,2}")
_TO_ONE: Final = re.compile("[ ]?[：:∶][ ]?10{0,2}(?![0-9.．万亿])")
"""What stands behind the first number of a rate of exchange: 人民币与美元6.5|：1."""
_PADDED: Final = re.compile("[0０][0-9０-９]+")
_SIZED = re.compile(
    "(?:级|台阶|大关|关口)|(?:以上|以下|左右)?的?"
    "(?:[重大点特工业产制造招商农服务外内资民营科技高新]{0,4})(?:{sized})",
    words=_TABLE,
)


def is_money(text: str, quantity: Quantity) -> bool:
    """Say whether a quantity is money where it stands, by itself.

    Parameters:
        text: The text.
        quantity: As ``read_quantity`` gives it.

    Returns:
        False also where only a neighbour can decide (3亿 in 3亿、5亿元).

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> text = "突破百亿大关"
        >>> is_money(text, read_quantity(text, read_run(text, 2, 4)[0]))
        True
    """
    form = quantity.form
    if form == "unit":
        return not _another_word(text, quantity)
    if form == "slang":
        return True
    if form == "mark":
        return not is_counted(text, quantity) and not _runs_on(text, quantity)
    if form in ("kuai", "sub"):
        return is_price(text, quantity)
    return is_large(quantity) and is_elided(text, quantity)


def is_counted(text: str, quantity: Quantity) -> bool:
    """Say whether a unit or a counted noun follows a number (3亿斤, 1200万人次).

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> is_counted("3亿斤", read_quantity("3亿斤", read_run("3亿斤", 0, 2)[0]))
        True
    """
    return counts(text, quantity.end)


def is_count_of(text: str, quantity: Quantity) -> bool:
    """Say whether a number with 个 counts things of a size: 5个亿元项目, 3个万亿级产业集群.

    Parameters:
        text: The text.
        quantity: One whose numeral has a 个 before its last multiplier.

    Returns:
        True where the amount begins after the 个.
    """
    if quantity.numeral.low is None or quantity.numeral.vague:
        return False
    if text.startswith(("级", "台阶", "大关", "关口"), quantity.end):
        return True
    if is_cued(text, quantity.start):
        return False
    return bool(_SIZED.match(text, quantity.end))


def _runs_on(text: str, quantity: Quantity) -> bool:
    """Say whether a number after a currency word is none (人民币一体化, SAR 01)."""
    numeral = quantity.numeral
    if _is_ratio(text, quantity):
        return True
    if text[numeral.start].isdigit():
        return bool(_PADDED.fullmatch(text, numeral.start, numeral.end))
    name = text[quantity.start : numeral.start].strip()[-1:].isalpha()
    return name and numeral.end - numeral.start == 1 and not AT_END.match(text, quantity.end)


def _is_ratio(text: str, quantity: Quantity) -> bool:
    """Say whether a number after a currency word is half of a rate: 美元6.5：1, 人民币1：6.5."""
    if _TO_ONE.match(text, quantity.end):
        return True
    numeral = quantity.numeral
    one = _ONE.fullmatch(text, numeral.start, numeral.end) is not None
    return one and _RATIO.match(text, quantity.end) is not None


def _another_word(text: str, quantity: Quantity) -> bool:
    """元 of 元旦, 三元区, 单位：亿元; 一分钱 as a way of speaking; 李四|人民币."""
    at = quantity.unit
    if text.startswith("人民", at) and _NAMED.search(text, max(0, at - 3), at):
        return True
    if text.startswith("人民", at) and _HEADED.search(text, max(0, at - 6), at):
        return True
    if text[quantity.start : quantity.end] in IDIOMS:
        return not is_priced(text, quantity.start)
    if text[at : at + 1] not in YUAN or quantity.end != at + 1:
        return False
    numeral = quantity.numeral
    found = patterns()
    if text[at] in "圆圓" and text[at + 1 : at + 2] in _ROUND:
        return True
    if numeral.bare and _IN_HEADER.search(text, max(0, quantity.start - 6), quantity.start):
        return True
    if numeral.big > 1:
        return text.startswith("户", at + 1) and not text.startswith("户均", at + 1)
    if found["yuan"].match(text, at + 1):
        return True
    if numeral.end - numeral.start > 1 or text[numeral.start].isdigit():
        return False
    if text[numeral.start] in "二三" and not (
        AT_END.match(text, at + 1) or found["noun"].match(text, at + 1) or text[at + 1] == "用"
    ):
        return True
    return bool(found["yuan1"].match(text, at + 1))

"""When a number is money: the contexts of a missing 元, and of 元, 块, 角 and 分 that are others.

The words stand in ``contexts.tsv``, each with an example; the rules that combine them are here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from gaoyou_nlp.money.quantity import YUAN, Quantity

KINDS: Final = ("cue", "link", "verb", "noun", "giant", "stop", "go", "yuan", "yuan1")
"""cue: a word of money before a number; link: what may stand between them; verb: a verb of paying,
which needs an end behind the number; noun: a word of money behind it; giant: the same behind 亿;
stop: what is counted; go: a word that only begins like one; yuan, yuan1: what makes another word of
元 (after one digit only)."""

_LOOK_BACK: Final = 18
_LOOK_AHEAD: Final = 6
_EACH: Final = (
    r"(?:一|每)(?:斤|公斤|吨|亩|台|辆|套|平|平米|平方米|股|桶|只|头|间|户|人|个人|家)"
    r"(?:从|要|得|卖|能卖|能收|净赚|也就|就|才|只|不过|大概|约|平均){0,3}"
)
_PRICED: Final = re.compile(
    r"(?:花|卖|买|租|收|付|给|拿|退|押|能有|借|交|缴|送|赚|挣|赔|亏|省|涨|降|跌|补|奖|罚|(?<![主重需首])要|才|仅|只|每斤|一斤|便宜|贵|价|费|票|各|再加)"
    r"(?:[了到至为我你他她它人是约有出从上下]|价|费|格|不过|能){0,3}$"
)
_DEARER: Final = re.compile("(?:便宜|贵|涨价|降价|让利|多收|少收)了?$")
_AT_END: Final = re.compile(
    r"$|[^\w]|_|[以左上下的就每都](?!道|面|降|级)|(?:跌|涨|降|掉|卖|增|减)|打底"
    r"|一(?:斤|公斤|个|张|份|只|瓶|碗|天|支|本|件|条|次|亩|台|吨|平)"
)
_COUNTED: Final = re.compile(r"[0-9一二两三四五六七八九十几半]{1,3}[个只斤张份瓶碗支本件条根串袋]")
_SIZED: Final = re.compile(
    r"(?:级|台阶|大关|关口)|(?:以上|以下|左右)?的?(?:[重大点特工业产制造招商农服务外内资民营科技高新]{0,4})"
    r"(?:项目|企业|产业|园区|集群|工程|基地|平台|市场|强镇|强村|大县|镇|村)"
)
_LIST: Final = re.compile(
    r"[、和及与或/／]|，和|、约|和约|甚至|或者|，甚至"
    r"|(?:左右|以上)?(?:[上下]?[跌涨降升增掉](?:加|长|高|少|低|到|至)?|提高|减少|减)[到至为]?"
)
_IN_HEADER: Final = re.compile(r"(?:单位|计量单位|以)[：:为是]?[（(]?$")
_ROUND: Final = tuple("满梦了形心桌柱滑融润珠盘规弧孔圈环")
_NAMED: Final = re.compile("[张李王赵刘陈杨周吴孙][一二三四五六七八九]$")
_PADDED: Final = re.compile("[0０][0-9０-９]+")
_IDIOMS: Final = ("一分钱", "一毛钱")


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, word, _ in rows():
        words[kind].append(re.escape(word))
    joined = {k: "|".join(sorted(w, key=len, reverse=True)) for k, w in words.items()}
    between = rf"(?:[（(][^（）()]{{0,10}}[）)])?(?:{joined['link']}|连续.{{1,3}}年){{0,4}}"
    links = r"(?:[了到过下出走有能近约的从由]|上千|不到|超过|大概|至少|最多){0,2}"
    patterns = {
        "cue": re.compile(rf"(?:{joined['cue']}){between}$"),
        "verb": re.compile(rf"(?:(?:{joined['verb']}){links}|{_EACH})$"),
    }
    for kind in ("noun", "giant", "stop", "go", "yuan", "yuan1"):
        patterns[kind] = re.compile(rf"(?:{joined[kind]})")
    return patterns


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of ``contexts.tsv``: kind, word, example with the amounts in brackets."""
    lines = files(__package__).joinpath("contexts.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(kind, word, example) for kind, word, example in fields]


def is_money(text: str, quantity: Quantity) -> bool:
    """Say whether a quantity is money where it stands, by itself.

    Parameters:
        text: The text.
        quantity: As ``read_quantity`` gives it.

    Returns:
        False also where only a neighbour can tell (3亿 in 3亿、5亿元).

    Example:
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
        return _is_price(text, quantity)
    return is_large(quantity) and _is_elided(text, quantity)


def is_large(quantity: Quantity) -> bool:
    """Say whether a number without a unit has 千, 万, 亿 or a letter at its end."""
    numeral = quantity.numeral
    return numeral.full >= 1000 or (numeral.tail is not None and (numeral.low or 0) >= 10**4)


def is_listable(quantity: Quantity) -> bool:
    """Say whether a number without a unit is money where its neighbour in a list is."""
    numeral = quantity.numeral
    return numeral.tail is not None or numeral.big >= 10**8 or not numeral.bare


def is_counted(text: str, quantity: Quantity) -> bool:
    """Say whether a unit or a counted noun follows a number (3亿斤, 1200万人次).

    Example:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> is_counted("3亿斤", read_quantity("3亿斤", read_run("3亿斤", 0, 2)[0]))
        True
    """
    return counts(text, quantity.end)


def counts(text: str, end: int) -> bool:
    """Say whether what follows a number that ends here is a unit or a counted noun.

    Example:
        >>> counts("3亿斤", 2), counts("3亿资金", 2)
        (True, False)
    """
    patterns = _patterns()
    after = text[end : end + _LOOK_AHEAD].lstrip(" \u3000")
    if after[:1] in ("%", "％", "‰", "℃", "°") or (after[:1].isascii() and after[:1].isalnum()):
        return True
    stop = patterns["stop"].match(after)
    if stop is None:
        return False
    others = [patterns[kind].match(after) for kind in ("go", "noun", "giant")]
    return all(other is None or other.end() < stop.end() for other in others)


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
    if _patterns()["cue"].search(text, max(0, quantity.start - _LOOK_BACK), quantity.start):
        return False
    return bool(_SIZED.match(text, quantity.end))


def listed_with(text: str, left: int, right: int) -> bool:
    """Say whether two amounts that end and begin here stand in one list or comparison.

    Example:
        >>> listed_with("3亿、5亿元", 2, 3), listed_with("从3亿增加到5亿元", 3, 6)
        (True, True)
    """
    return bool(_LIST.fullmatch(text, left, right))


def _runs_on(text: str, quantity: Quantity) -> bool:
    """Say whether a number after a currency word is none (人民币一体化, SAR 01)."""
    numeral = quantity.numeral
    if text[numeral.start].isdigit():
        return bool(_PADDED.fullmatch(text, numeral.start, numeral.end))
    name = text[quantity.start : numeral.start].strip()[-1:].isalpha()
    return name and numeral.end - numeral.start == 1 and not _AT_END.match(text, quantity.end)


def _is_elided(text: str, quantity: Quantity) -> bool:
    if is_counted(text, quantity):
        return False
    patterns = _patterns()
    numeral = quantity.numeral
    left = max(0, quantity.start - _LOOK_BACK)
    small = numeral.big < 1000 and numeral.tail is None
    if text[numeral.end - 1] == "兆":  # mega-: 万兆光网
        return False
    letters = text[numeral.end - 1].isascii()
    if letters and not _AT_END.match(text, quantity.end):
        return False
    if not small and patterns["cue"].search(text, left, quantity.start):
        return True
    if letters:
        return False
    bare = numeral.bare and numeral.big < 10**8
    at_end = not bare and _AT_END.match(text, quantity.end)
    if at_end and patterns["verb"].search(text, left, quantity.start):
        return True
    if small:
        return False
    if numeral.counted is not None and numeral.big >= 10**8:
        return True
    if patterns["noun"].match(text, quantity.end):
        return True
    if numeral.big >= 10**8 and (numeral.full > 10**8 or not numeral.bare):
        return bool(patterns["giant"].match(text, quantity.end))
    return False


def _another_word(text: str, quantity: Quantity) -> bool:
    """元 of 元旦, 三元区, 单位：亿元; 一分钱 as a way of speaking; 李四人民币."""
    at = quantity.unit
    if text.startswith("人民", at) and _NAMED.search(text, max(0, at - 3), at):
        return True
    if text[quantity.start : quantity.end] in _IDIOMS:
        return not _PRICED.search(text, max(0, quantity.start - 6), quantity.start)
    if text[at : at + 1] not in YUAN or quantity.end != at + 1:
        return False
    numeral = quantity.numeral
    patterns = _patterns()
    if text[at] in "圆圓" and text[at + 1 : at + 2] in _ROUND:
        return True
    if numeral.bare and _IN_HEADER.search(text, max(0, quantity.start - 6), quantity.start):
        return True
    if numeral.big > 1:
        return text.startswith("户", at + 1) and not text.startswith("户均", at + 1)
    if patterns["yuan"].match(text, at + 1):
        return True
    if numeral.end - numeral.start > 1 or text[numeral.start].isdigit():
        return False
    if text[numeral.start] in "二三" and not (
        _AT_END.match(text, at + 1) or patterns["noun"].match(text, at + 1) or text[at + 1] == "用"
    ):
        return True
    return bool(patterns["yuan1"].match(text, at + 1))


def _is_price(text: str, quantity: Quantity) -> bool:
    """块 and lone 角 and 分 are money only as a price: 卖三块, 几百块, 十块五个."""
    at_end = _AT_END.match(text, quantity.end) is not None
    dearer = bool(_DEARER.search(text, max(0, quantity.start - 4), quantity.start))
    if quantity.form == "sub" and text[quantity.unit] not in "角毛毫":
        return at_end and dearer
    if quantity.more and not quantity.numeral.more:  # 九块多, 九毛多
        return at_end
    start = quantity.start
    priced = bool(_PRICED.search(text, max(0, start - 6), start)) or bool(
        _patterns()["verb"].search(text, max(0, start - _LOOK_BACK), start)
    )
    if quantity.form == "sub":
        return at_end and (priced or text.startswith("一斤", quantity.end))
    if _COUNTED.match(text, quantity.end):
        return True
    low = quantity.low or 0
    spoken = low >= 100 and not text[quantity.start].isdigit()
    return at_end and (dearer or (low != 1 and (priced or spoken)))

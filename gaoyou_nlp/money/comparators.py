"""What stands beside an amount: comparators (超, 以上) and units of price (/亩, 每股)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from gaoyou_nlp.money.quantity import Quantity

_WORDS_BEFORE: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "≥",
            "大于等于",
            "大于或等于",
            "不低于",
            "不少于",
            "不下于",
            "不小于",
            "不下",
            "不止",
            "至少",
            "起码",
            "起碼",
            "最少",
            "最低",
            "不亚于",
        ),
        ">=",
    ),
    **dict.fromkeys(
        (
            "＞",
            ">",
            "超过",
            "超過",
            "超",
            "超出",
            "逾",
            "突破",
            "高于",
            "高於",
            "大于",
            "大於",
            "多于",
            "多於",
            "高出",
            "过",
            "破",
            "冲破",
        ),
        ">",
    ),
    **dict.fromkeys(
        (
            "≤",
            "小于等于",
            "小于或等于",
            "不超过",
            "不超過",
            "不超",
            "不高于",
            "不大于",
            "不多于",
            "至多",
            "最多",
            "最高",
            "不突破",
        ),
        "<=",
    ),
    **dict.fromkeys(
        (
            "＜",
            "<",
            "不到",
            "不足",
            "低于",
            "低於",
            "小于",
            "小於",
            "少于",
            "少於",
            "未到",
            "未满",
            "不满",
            "不及",
            "未达",
            "未超过",
        ),
        "<",
    ),
    **dict.fromkeys(
        (
            "大约",
            "大約",
            "约合",
            "约为",
            "约计",
            "约",
            "約",
            "大概",
            "将近",
            "將近",
            "接近",
            "近",
            "几近",
            "差不多",
            "大致",
            "估计",
        ),
        "~",
    ),
    "上": ">=",
}
_WORDS_AFTER: Final[Mapping[str, str]] = {
    **dict.fromkeys(("以上", "之上", "及以上", "或以上", "起", "+", "＋"), ">="),
    **dict.fromkeys(("开外", "有余"), ">"),
    **dict.fromkeys(("以下", "之下", "及以下", "以内", "之内", "或以下"), "<="),
    **dict.fromkeys(("左右", "上下"), "~"),
}
_NOT_AFTER: Final[Mapping[str, str]] = {
    "约": "节合公条签契集制违预特协盟履邀租续毁纽俭誓",
    "近": "最附靠临邻贴",
    "超": "反高赶",
    **dict.fromkeys("<>", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/\"'>"),
    "过": "通经透越不度路跨错难渡",
    "破": "攻打爆",
    "上": "以加述网线之赶身",
}
"""Characters before a comparator that make another word of it (节约, 附近, 通过)."""
_ONLY_BARE: Final = frozenset("过上")

_GAPS: Final = ("了", "达", "到", "为", "至", "合", "需", "有", "计", "是", "在")
_LONG_GAPS: Final = ("人民币", "达到", "大约", "区区", "投资", "总额")
_GAP: Final = rf"(?:{'|'.join(_GAPS + _LONG_GAPS)}){{0,2}}"
_BEFORE: Final = re.compile(
    rf"(?P<word>{'|'.join(sorted(_WORDS_BEFORE, key=len, reverse=True))})(?P<gap>{_GAP})[ \u3000]?$"
)
_AFTER: Final = re.compile(
    r"级?[ \u3000]?(?:[（(][^（）()]{0,14}[）)])?(?:人民币)?"
    rf"(?P<word>{'|'.join(map(re.escape, sorted(_WORDS_AFTER, key=len, reverse=True)))})"
)
# What the patterns can begin and end with: a look at one character spares most searches.
_BEFORE_ENDS: Final = frozenset(w[-1] for w in (*_WORDS_BEFORE, *_GAPS, *_LONG_GAPS, " ", "\u3000"))
_AFTER_STARTS: Final = frozenset(
    w[0] for w in (*_WORDS_AFTER, " ", "\u3000", "（", "(", "人", "级")
)
_LISTED: Final = ("、", "和", "及", "或")
_FOR_ALL: Final = re.compile("(?:分别|均|都|各)[^，。；]{0,5}$")
_PER_STARTS: Final = frozenset(" /／每一")
_UNITS: Final = (
    "平方公里|平方千米|平方公尺|立方公尺|平方米|平米|立方米|千瓦时|千瓦小时|公顷|公里|公斤|千克|小时|千瓦|标方|人次|课时|学时|学期|学年|季度|"
    "亩|股|吨|斤|克|升|米|度|方|户|人|家|个|头|只|条|张|份|件|台|套|辆|瓶|桶|箱|盒|株|棵|枚|支|间|床|晚|天|日|月|年|周|次|场|"
    "平|畝|噸|期|位|名|项|座|艘|架|本|注|票|桌|单|班|节|点|分钟|千卡|吉焦|手|亿|万元"
)
_TIMES: Final = frozenset(("天", "日", "月", "年", "周", "季度", "学期", "学年", "次", "期"))
_SLASH: Final = re.compile(
    rf"[ ]?[/／][ ]?(?P<unit>(?:{_UNITS})(?:[·/／.](?:{_UNITS}))?"
    r"|[a-zA-Zμ]{1,6}[²³]?|㎡|[\u4e00-\u9fff]{1,3}(?=$|[^\w]))"
)
_EACH_AFTER: Final = re.compile(
    rf"(?:每(?P<unit>{_UNITS})|一(?P<one>斤|公斤|吨|亩|平方米|平米|升|瓶|只|张|份|碗|天|小时|股|克)(?=$|[^\w]))"
)
_EACH_BEFORE: Final = re.compile(
    rf"每个?(?P<unit>{_UNITS})(?:[、/]?每个?(?P<second>{_UNITS}))?(?P<gap>[^\s，。；、：！？,;:!?0-9０-９每]{{0,7}})$"
)
_OF_A_KIND: Final = re.compile("以[上下]的?[\u4e00-\u9fff]{0,4}?(?:项目|企业|工程)")
"""Behind an amount that tells which ones 每个 speaks of: 每个亿元以上项目."""
_LOOK_BACK: Final = 20


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
        so does a comparator before the first one after 均 or 分别.
    """
    signs: list[str | None] = []
    pers: list[str | None] = []
    left = 0
    for quantity in quantities:
        per, start = _per(text, quantity, left)
        pers.append(per)
        signs.append(_comparator(text, quantity, start, left))
        left = quantity.end
    for i in range(1, len(quantities)):
        if signs[i] is None and signs[i - 1] is not None and _starts_list(text, quantities, i):
            signs[i] = signs[i - 1]
    for i in range(len(quantities) - 1, 0, -1):
        if signs[i - 1] is None and signs[i] in (">=", "<=") and _ends_list(text, quantities, i):
            signs[i - 1] = signs[i]
    return list(map(Beside, signs, pers))


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


def _ends_list(text: str, quantities: list[Quantity], i: int) -> bool:
    """Say whether amount i follows in a list and has its comparator after it."""
    between = text[quantities[i - 1].end : quantities[i].start]
    return between in _LISTED and bool(_AFTER.match(text, quantities[i].end))


def _comparator(text: str, quantity: Quantity, start: int, floor: int) -> str | None:
    before = _before(text, quantity, start, floor)
    after = None
    found = (
        _AFTER.match(text, quantity.end)
        if text[quantity.end : quantity.end + 1] in _AFTER_STARTS
        else None
    )
    if found is not None:
        word = found["word"]
        following = text[found.end() : found.end() + 1]
        if word not in ("起", "+", "＋") or not following.isalnum():
            after = _WORDS_AFTER[word]
        if word == "以上" and following in ("述", "为"):
            after = None
    if after in (">=", "<=", ">") or (after and before is None):
        return after
    return before or (">" if quantity.more else None)


def _before(text: str, quantity: Quantity, start: int, floor: int) -> str | None:
    if text[start - 1 : start] not in _BEFORE_ENDS:
        return None
    found = _BEFORE.search(text, max(floor, start - 12), start)
    if found is None:
        return None
    word = found["word"]
    previous = text[found.start() - 1 : found.start()]
    if previous and previous in _NOT_AFTER.get(word[0] if len(word) == 1 else word, ""):
        return None
    if word in _ONLY_BARE and (found["gap"] or not _starts_bare(text, quantity)):
        return None
    return _WORDS_BEFORE[word]


def _starts_bare(text: str, quantity: Quantity) -> bool:
    return text[quantity.numeral.start] in "十百千万亿拾佰仟萬億"


def _per(text: str, quantity: Quantity, floor: int) -> tuple[str | None, int]:
    """Find the unit of price; return it and where comparators before the amount end."""
    if text[quantity.end : quantity.end + 1] in _PER_STARTS:
        slash = _SLASH.match(text, quantity.end)
        if slash is not None:
            return slash["unit"], quantity.start
        each = _EACH_AFTER.match(text, quantity.end)
        if each is not None:
            return each["unit"] or each["one"], quantity.start
    left = max(floor, quantity.start - _LOOK_BACK)
    found = None
    if text.find("每", left, quantity.start) >= 0:
        found = _EACH_BEFORE.search(text, left, quantity.start)
    if found is None:
        return None, quantity.start
    unit = found["second"] or found["unit"]
    gap = found["gap"]
    if unit in ("个", "项", "家") and _OF_A_KIND.match(text, quantity.end):
        return None, quantity.start
    if gap and (unit in _TIMES or not _plain_gap(gap)):
        return None, quantity.start
    if found["second"]:
        unit = f"{found['unit']}·{unit}"
    return unit, quantity.start if gap else found.start()


def _plain_gap(gap: str) -> bool:
    return not any(c in gap for c in "的元平均")

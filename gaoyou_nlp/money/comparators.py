"""Comparators beside an amount: 超, 不低于, 以上, 左右, ≥, and chains such as 50万元≤合同额."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.quantity import Quantity

_NOT: Final = (
    "未",
    "没有",
    "沒有",
    "没",
    "沒",
    "从未",
    "尚未",
    "并未",
    "不得",
    "不能",
    "不会",
    "不应",
    "不可",
)
_OVER: Final = ("超过", "超過", "突破", "超出", "高于", "大于", "多于")
_WORDS_BEFORE: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "≥",
            "大于等于",
            "大于或等于",
            "不低于",
            "不低於",
            "不少于",
            "不少於",
            "不下于",
            "不下於",
            "不小于",
            "不小於",
            "不下",
            "不止",
            "至少",
            "起码",
            "起碼",
            "最少",
            "最低",
            "不亚于",
            "不亞於",
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
            "不高於",
            "不大于",
            "不大於",
            "不多于",
            "不多於",
            "至多",
            "最多",
            "最高",
            "不突破",
            *(f"{no}{over}" for no in _NOT for over in _OVER),
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
            "未滿",
            "不满",
            "不滿",
            "不及",
            "未达",
            "跌破",
            "跌穿",
            "失守",
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
    **dict.fromkeys(("左右", "上下", "附近"), "~"),
    "内": "<=",
}
_WITHIN: Final = r"内(?=的|[^\w]|$)"
"""内 as a bound: 25万元内的车; not 3亿元内资."""
_NOT_AFTER: Final[Mapping[str, str]] = {
    "约": "节合公条签契集制违预特协盟履邀租续毁纽俭誓",
    "近": "最附靠临邻贴",
    "超": "反高赶",
    **dict.fromkeys("<>", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/\"'>"),
    "过": "通经透越不度路跨错难渡",
    "破": "攻打爆",
    "上": "以加述网线之赶身迈站跃登踏",
}
"""Characters before a comparator that make another word of it (节约, 附近, 通过)."""
_ONLY_BARE: Final = frozenset("过上")

_GAPS: Final = ("了", "达", "到", "为", "至", "合", "需", "有", "计", "是", "在", "可", "要", "能")
_LONG_GAPS: Final = ("人民币", "达到", "大约", "区区", "投资", "总额", "需要", "可以", "将达")
_UTMOST: Final[Mapping[str, str]] = {
    **dict.fromkeys(("最高", "最多", "至多"), "<="),
    **dict.fromkeys(("最低", "最少", "至少"), ">="),
}
_GIVES: Final = (
    "给予",
    "奖励",
    "奖补",
    "补贴",
    "补助",
    "资助",
    "支持",
    "获",
    "获得",
    "得到",
    "享受",
    "领取",
    "领到",
    "发放",
    "罚款",
    "处罚",
    "申请",
    "报销",
    "支付",
    "赔付",
    "赔偿",
    "减免",
    "优惠",
    "返还",
    "提供",
)
"""What is given, and 最高 before it bounds: 最高补贴3000元."""
_GAP: Final = rf"(?:{'|'.join(_GAPS + _LONG_GAPS)}){{0,2}}"
_BEFORE: Final = re.compile(
    rf"(?P<word>{'|'.join(sorted(_WORDS_BEFORE, key=len, reverse=True))})(?P<gap>{_GAP})[ \u3000]?$"
)
_UTMOST_GIVEN: Final = re.compile(
    rf"(?P<word>{'|'.join(_UTMOST)})(?:可以?|能|将)?(?:一次性)?"
    rf"(?:{'|'.join(_GIVES)})(?:一次性)?[ \u3000]?$"
)
_AFTER: Final = re.compile(
    r"级?[ \u3000]?(?:[（(][^（）()]{0,14}[）)])?(?:人民币)?(?P<word>"
    + "|".join(map(re.escape, sorted(_WORDS_AFTER.keys() - {"内"}, key=len, reverse=True)))
    + rf"|{_WITHIN})"
)
_FALLEN: Final = re.compile("[跌降落滑回](?:到|至)[了]?$")
"""Before an amount that 以下 makes an open bound: 跌至每吨3000元以下."""
_CHAINED: Final[Mapping[str, str]] = {
    **dict.fromkeys("<＜", ">"),
    **dict.fromkeys("≤≦⩽", ">="),
}
"""Signs behind an amount that is the lower end of a chain: 50万元≤合同额."""
_CHAIN: Final = re.compile(
    r"[ \u3000]?(?P<sign>[<＜≤≦⩽])[ \u3000]?[^<＜≤≦⩽>/0-9，。；\n]{1,12}[<＜≤≦⩽]"
)
# What the patterns can begin and end with: a look at one character spares most searches.
_BEFORE_ENDS: Final = frozenset(
    w[-1] for w in (*_WORDS_BEFORE, *_GAPS, *_LONG_GAPS, *_GIVES, "性", " ", "\u3000")
)
_AFTER_STARTS: Final = frozenset(
    w[0] for w in (*_WORDS_AFTER, *_CHAINED, " ", "\u3000", "（", "(", "人", "级")
)


def ends_with_comparator(text: str, at: int) -> bool:
    """Say whether 以上, 以下 or the like stands behind an amount, and its unit, that end here."""
    return bool(_AFTER.match(text, at))


def comparator_of(text: str, quantity: Quantity, start: int, end: int, floor: int) -> str | None:
    """Find the comparator of an amount.

    Parameters:
        text: The text.
        quantity: The amount.
        start: Where words before it end, left of 每亩 and the like.
        end: Where words behind it begin, right of /吨 and the like.
        floor: Nothing before this offset is looked at.

    Returns:
        One of ``COMPARATORS``; None where the amount is said to be exact.
    """
    before = _before(text, quantity, start, floor)
    after = None
    found = _AFTER.match(text, end) if text[end : end + 1] in _AFTER_STARTS else None
    if found is not None:
        word = found["word"]
        following = text[found.end() : found.end() + 1]
        if word not in ("起", "+", "＋") or not following.isalnum():
            after = _WORDS_AFTER[word]
        if word == "以上" and following in ("述", "为"):
            after = None
    if after == "<=" and (before == "<" or _FALLEN.search(text, max(floor, start - 4), start)):
        return "<"
    if after in (">=", "<=", ">") or (after and before is None):
        return after
    if before is None and text[quantity.end : quantity.end + 2].strip()[:1] in _CHAINED:
        chain = _CHAIN.match(text, quantity.end)
        before = None if chain is None else _CHAINED[chain["sign"]]
    return before or (">" if quantity.more else None)


def _before(text: str, quantity: Quantity, start: int, floor: int) -> str | None:
    if text[start - 1 : start] not in _BEFORE_ENDS:
        return None
    found = _BEFORE.search(text, max(floor, start - 12), start)
    if found is None:
        given = _UTMOST_GIVEN.search(text, max(floor, start - 12), start)
        return None if given is None else _UTMOST[given["word"]]
    word = found["word"]
    previous = text[found.start() - 1 : found.start()]
    if previous and previous in _NOT_AFTER.get(word[0] if len(word) == 1 else word, ""):
        return None
    if word in _ONLY_BARE and (found["gap"] or not _starts_bare(text, quantity)):
        return None
    return _WORDS_BEFORE[word]


def _starts_bare(text: str, quantity: Quantity) -> bool:
    return text[quantity.numeral.start] in "十百千万亿拾佰仟萬億"

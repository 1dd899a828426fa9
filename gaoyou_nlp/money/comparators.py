"""Comparators beside an amount: 超, 不低于, 以上, 左右, ≥, and chains such as 50万元≤合同额."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money.quantity import Quantity

_WITHIN: Final = r"内(?=的|[^\w]|$)"
"""内 as a bound: 25万元内的车; not 3亿元内资."""
_SIDE: Final = re.compile(
    r"[上下]方(?={behind a side}|(?![^，。；、！）)\n]))", words="money/words.tsv"
)
"""上方 and 下方 as bounds: 站在30元上方; not 100元上方印着."""
_SIDES: Final[Mapping[str, str]] = {"上方": ">=", "下方": "<="}
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
_WITHIN_WORD: Final = "内"


class _Words(NamedTuple):
    """The words of ``comparators.tsv``, and the patterns that are made of them.

    ``ends`` and ``starts`` are what the patterns can begin and end with: a look at one character
    spares most searches.
    """

    before: Mapping[str, str]
    behind: Mapping[str, str]
    utmost: Mapping[str, str]
    before_amount: re.Pattern[str]
    utmost_given: re.Pattern[str]
    behind_amount: re.Pattern[str]
    ends: frozenset[str]
    starts: frozenset[str]


@cache
def _words() -> _Words:
    words: dict[str, dict[str, str]] = {}
    for word, place, comparator, _ in table("money/comparators.tsv"):
        words.setdefault(place, {})[word] = comparator
    over = words["over"]
    before = words["before"] | {f"{no}{word}": over[word] for no in words["not"] for word in over}
    behind, utmost, given, gaps = (words[k] for k in ("behind", "utmost", "given", "gap"))
    gap = f"(?:{'|'.join(gaps)}){{0,2}}"
    return _Words(
        before,
        {**behind, **_SIDES, _WITHIN_WORD: "<="},
        utmost,
        re.compile(rf"(?P<word>{_longest_first(before)})(?P<gap>{gap})[ \u3000]?$"),
        re.compile(
            rf"(?P<word>{'|'.join(utmost)})(?:可以?|能|将)?(?:一次性)?"
            rf"(?:{'|'.join(given)})(?:一次性)?[ \u3000]?$"
        ),
        re.compile(
            r"级?[ \u3000]?(?:[（(][^（）()]{0,14}[）)])?(?:人民币)?"
            rf"(?P<word>{_longest_first(behind)}|{_WITHIN}|{_SIDE.pattern})"
        ),
        frozenset(word[-1] for word in (*before, *gaps, *given, "性", " ", "\u3000")),
        frozenset(w[0] for w in (*behind, *_SIDES, _WITHIN_WORD, *_CHAINED, *" \u3000（(人级")),
    )


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def ends_with_comparator(text: str, at: int) -> bool:
    """Say whether 以上, 以下 or the like stands behind an amount, and its unit, that end here."""
    return bool(_words().behind_amount.match(text, at))


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
    words = _words()
    found = words.behind_amount.match(text, end) if text[end : end + 1] in words.starts else None
    if found is not None:
        word = found["word"]
        following = text[found.end() : found.end() + 1]
        if word not in ("起", "+", "＋") or not following.isalnum():
            after = words.behind[word]
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
    words = _words()
    if text[start - 1 : start] not in words.ends:
        return None
    found = words.before_amount.search(text, max(floor, start - 12), start)
    if found is None:
        given = words.utmost_given.search(text, max(floor, start - 12), start)
        return None if given is None else words.utmost[given["word"]]
    word = found["word"]
    previous = text[found.start() - 1 : found.start()]
    if previous and previous in _NOT_AFTER.get(word[0] if len(word) == 1 else word, ""):
        return None
    if word in _ONLY_BARE and (found["gap"] or not _starts_bare(text, quantity)):
        return None
    return words.before[word]


def _starts_bare(text: str, quantity: Quantity) -> bool:
    return text[quantity.numeral.start] in "十百千万亿拾佰仟萬億"

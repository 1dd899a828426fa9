"""Says where the head of a post is none: other words behind it, a length, nothing that it is of.

市长 is no post in 城市长大, 市长热线 and 市长江大桥; 段长 is none in 段长2公里; 委员 needs the body
that it is a member of.
"""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.names import name_score
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.persons.readings import NO_LAST, Place
from gaoyou_nlp.rules.segmentation import Segmentation

_MEASURE = re.compile(
    "[约近达逾超仅]?[0-9０-９.]+[多余]?(?:公里|千米|米|里|华里|km|KM)|[约近达逾超仅][一二三四五六七八九十百千数几]"
)
"""The length of a road or a word of it: 段长2.7公里, 村长约3公里的路."""
_LONGER = re.compile(
    "主席[台团令]|书记[处员]|司令部|参谋部|(?:总统|总理|首相)府|经理[层人部]|主任[医护药]|董事[会局]|监事会|"
    "议员团|会长团|参事室|领事馆|大使馆|常委会|委员会|理事会|秘书处|总裁班|总编室|总监办|部长级|所长班"
)
_LONG = frozenset("期远久效足处江三春沙征廊度势大宽短篇短项线满跑假虹椅眠寿治城征荣夜舒叹吁单")
_TRADES = re.compile("(?:招商|形象|推广|旅游|爱心|公益|品牌|推介|代言|亲善|体验|环保|健康)$")
"""What makes a 大使 no ambassador."""

_BODY_LEFT = re.compile(
    "(?:公司|集团|银行|协会|学会|商会|联合会|国会|议会|委员会|基金会|论坛|理事会|董事会|政协|人大|"
    "工会|青联|妇联|文联|侨联|残联|科协|工商联|联盟|联谊会)(?:[（(][^（）()\n]{1,12}[)）])?$"
)
_BODY_WINDOW = 20
_SURE = 4.0
_SURE_NAME, _GOOD_NAME = 13.0, -17.0
"""Scores of a name whose first character ends a word with the head (市长江健麟), and of one before
a head (毛泽东主席); 江大桥 scores 12.8, the least of 21 names of the corpus behind 长 13.9."""

_CUT_HEADS = {
    "支书": frozenset("记"),
    "村支书": frozenset("记"),
    "副总": frozenset("理统裁监经工会编督司指干规农建设参队支部"),
    "总监": frozenset("理"),
}
_MEMBERS = frozenset(["委员", "理事", "成员"])
_MEMBER = re.compile(
    "(?:党组|党委|党工委|工委|纪委|纪检组|常委会|委员会|政治局|支部|总支|董事会|理事会|中央|"
    "[省市县区州]委|管委会|立法|书记处|审委会|检委会)(?:专职|常务|执行|候补|兼职|副)?$|(?:常务|执行|候补)$"
)
STRONG_LEFT = frozenset(
    "任为的和兼由时是老女男与及名位、，。；：（“《 　\n\t(\"'—-·】]）)”》:;,!！?？"
)
"""What stands before a post, and seldom before a word that ends like one."""


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("|".join(row[0] for row in table("rules/title_behind.tsv")))


@cache
def _before() -> dict[str, str]:
    return {row[0]: row[1] for row in table("rules/title_before.tsv")}


def is_other_word(text: str, head_at: int, head: str) -> bool:
    """Whether what stands behind a head makes it the beginning of another word: 市长热线.

    Parameters:
        text: The text.
        head_at: Where the head begins.
        head: Such as 市长.

    Examples:
        >>> is_other_word("市长热线", 0, "市长"), is_other_word("市长来了", 0, "市长")
        (True, False)
    """
    end = head_at + len(head)
    if text[end : end + 1] in _CUT_HEADS.get(head, ()):
        return True
    return bool(_behind().match(text, end) or _LONGER.match(text, max(head_at, end - 2)))


def is_other_thing(text: str, start: int, end: int, head: str, units: set[int]) -> bool:
    """Whether a post is something else: a length, a 大使 of a brand, the 主编 of a book.

    Parameters:
        text: The text.
        start, end: Of the post with its head and what belongs to it.
        head: Its head.
        units: Where bodies and areas end.

    Examples:
        >>> is_other_thing("旅游大使", 2, 4, "大使", set())
        True
    """
    if _MEASURE.match(text, end) or (head == "大使" and _TRADES.search(text, 0, start)):
        return True
    beside = text[end : end + 1] in ("，", "、", "：", "《")
    return head == "主编" and start not in units and beside


def ends_inside_word(text: str, end: int, segmented: Segmentation) -> bool:
    """Whether the end of a head is inside a word (市|长江|大桥), and no name follows it."""
    if not is_word(text[segmented.start_before(end) : segmented.end_after(end - 1)]):
        return False
    names = Place(text, end).readings(_SURE)
    return not any(r.score > _SURE_NAME and text[r.end - 1] not in NO_LAST for r in names)


def is_long_head(text: str, head: str, head_at: int, start: int, units: set[int]) -> bool:
    """Whether a head with 长 is one: 市长 in 副市长, and not in 全市长远规划."""
    left, right = text[start - 1 : start], text[head_at + len(head) : head_at + len(head) + 1]
    if start < head_at or start in units or not left or left in STRONG_LEFT:
        return True
    if left in _before().get(head, ""):
        return False
    return right not in _LONG


def has_unit(text: str, head: str, head_at: int, start: int, units: set[int], before: int) -> bool:
    """Whether a head that other words have too stands beside a body, a rank, a name or a post."""
    if head in _MEMBERS:
        if text[head_at + len(head) : head_at + len(head) + 1].isdigit():
            return False
        if text[max(0, head_at - 3) : head_at] == "常委、":
            return before == head_at - 1
        return _MEMBER.search(text, max(0, head_at - 8), head_at) is not None
    if head == "主席" and start not in units and text[start:head_at] in ("执行", "常务"):
        return False
    if start < head_at or start in units:
        return True
    if _BODY_LEFT.search(text, max(before, start - _BODY_WINDOW), start):
        return True
    if head == "主席" and name_score(text[max(0, start - 3) : start]) > _GOOD_NAME:
        return True
    return before > 0 and start - before <= 1 and text[before:start] in ("、", "兼", "，", "")

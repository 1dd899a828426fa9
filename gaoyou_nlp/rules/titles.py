"""Proposes posts: a leading body inside the unit, words of rank, and the head of a post.

    党组(body) 副(rank) 书记(head)
    原(grade) 常务副(rank) 市长(head)
    镇(level) 党委(body) 书记(head)

The head is looked for; whatever belongs to the post is then taken in leftwards. The unit itself
stays outside: it is an organisation or a place.
"""

from __future__ import annotations

import re
from functools import cache

from gaoyou_nlp.language.dictionary import COMMON, is_word, word_cost
from gaoyou_nlp.language.names import name_score
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.persons.readings import NO_LAST, Place
from gaoyou_nlp.rules.segmentation import Segmentation

_NOT_AFTER = re.compile(
    "制(?!定|订|作|造)|办公会|办公室|信箱|热线|专线|接待日|接访日|质量奖|论坛|级(?!别)|会议|会审|"
    "联席会|单位|班子|杯|项目|工程|医师|护士|护师|药师|技师|编辑|记者|负责制|领航|讲堂|茶座|培训|岗位|"
    "委(?=会|部)|理事?会|学校|沙龙|大会|公室|事务所|任期|员(?!工)|竞选|选举|职责|[（(]扩大[)）]|面对面|联席|指数|国(?!军)|教师|队伍|"
    "保护(?!司)|办(?=[、，。的总等])"
)
_MEASURE = re.compile(
    "[约近达逾超仅]?[0-9０-９.]+[多余]?(?:公里|千米|米|里|华里|km|KM)|[约近达逾超仅][一二三四五六七八九十百千数几]"
)
"""The length of a road or a word of it: 段长2.7公里, 村长约3公里的路."""
_LONGER = re.compile(
    "主席[台团令]|书记[处员]|司令部|参谋部|(?:总统|总理|首相)府|经理[层人部]|主任[医护药]|董事[会局]|监事会|"
    "议员团|会长团|参事室|领事馆|大使馆|常委会|委员会|理事会|秘书处|总裁班|总编室|总监办|部长级|所长班"
)
_LONG = frozenset("期远久效足处江三春沙征廊度势大宽短篇短项线满跑假虹椅眠寿治城征荣夜舒叹吁单")
_BEFORE_LONG = {
    "市长": "城超上股门全各我夜都楼入菜集闹",
    "县长": "全各我",
    "省长": "全各我节",
    "区长": "地城社小片景园街辖山",
    "村长": "农全各我乡",
    "部长": "内外中东西南北全局干",
    "局长": "布格全结大",
    "处长": "此好到四各远深害益用长",
    "行长": "进举运执流实推发步飞旅",
    "会长": "机社大开聚不才",
    "场长": "市现立",
    "厂长": "",
    "队长": "排",
    "组长": "",
    "台长": "平",
    "站长": "",
    "团长": "集",
    "院长": "医法",
    "所长": "",
    "署长": "部",
    "校长": "学高",
    "科长": "学",
    "关长": "海",
    "室长": "",
    "班长": "",
}
_STRONG_LEFT = frozenset(
    "任为的和兼由时是老女男与及名位、，。；：（“《 　\n\t(\"'—-·】]）)”》:;,!！?？"
)
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
_BEFORE_LEVEL = frozenset("请当给让被各由选任")
_MEMBERS = frozenset(["委员", "理事", "成员"])
_MEMBER = re.compile(
    "(?:党组|党委|党工委|工委|纪委|纪检组|常委会|委员会|政治局|支部|总支|董事会|理事会|中央|"
    "[省市县区州]委|管委会|立法|书记处|审委会|检委会)(?:专职|常务|执行|候补|兼职|副)?$|(?:常务|执行|候补)$"
)
_GRASSROOTS = re.compile("(?:村|社区|[乡镇]|街道)$")
_AREAS = {"主席": ("自治区", "国家"), "州长": ("自治州",), "县长": ("自治县",)}
_OF_AREA = frozenset("市县区省州盟旗央")
_GRADED = re.compile("([副正][部省厅局师处县团科]级)[\u4e00-\u9fff]{1,4}[室处科]$")
_NOT_AREA = re.compile("(?:[镇乡道局院校司团厂委厅会行所部社处队区城园港心村站场库矿店业]|集团)$")


@cache
def _heads() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in table("rules/title_heads.tsv")}


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(alternation(_heads()))


class _Before:
    """Finds the longest of some words right before a place."""

    def __init__(self, entries: frozenset[str]) -> None:
        self._entries = entries
        self._lengths = sorted({len(entry) for entry in entries}, reverse=True)

    def start(self, text: str, at: int) -> int:
        """Return where the longest word that ends at ``at`` starts, or ``at``."""
        for length in self._lengths:
            if length <= at and text[at - length : at] in self._entries:
                return at - length
        return at


@cache
def _before(name: str) -> _Before:
    return _Before(words(name))


def find_titles(evidence: Evidence) -> list[Span]:
    """Propose the posts of a text.

    Parameters:
        evidence: Of a text; its bodies and areas help to see where a unit ends.

    Returns:
        Spans labelled TITLE, in order, not overlapping.

    Examples:
        >>> [s.text for s in find_titles(Evidence("市发改委党组书记、主任张三和副市长李四"))]
        ['党组书记', '主任', '副市长']
    """
    text, named = evidence.text, evidence.labelled("ORG", "GPE")
    units = {s.end for s in named}
    seams = units & {s.start for s in named}
    inside = {e: s for s in named for e in range(s.start + 1, s.end)}
    titles: list[Span] = []
    at = 0
    pattern = _head_pattern()
    while True:
        match = pattern.search(text, at)
        if match is None:
            return titles
        at = match.end()
        if text.startswith("助理", at):
            at += 2
        before = titles[-1].end if titles else 0
        start = _title_start(text, match.start(), match[0], units, seams, before, evidence.words)
        if start is None:
            at = match.start() + 1
            continue
        if _inside_unit(start, at, inside):
            continue
        titles.append(Span(start, at, "TITLE", text[start:at], "title.post"))


def _inside_unit(start: int, end: int, inside: dict[int, Span]) -> bool:
    unit = inside.get(end)
    return unit is not None and unit.start <= start


def _title_start(
    text: str,
    head_at: int,
    head: str,
    units: set[int],
    seams: set[int],
    before: int,
    segmented: Segmentation,
) -> int | None:
    """Where the post whose head stands at ``head_at`` starts; None where it is no post."""
    end = head_at + len(head)
    kind, field = _heads()[head]
    if text[end : end + 1] in _CUT_HEADS.get(head, ()) or end - 1 in seams:
        return None
    if _NOT_AFTER.match(text, end) or _LONGER.match(text, max(head_at, end - 2)):
        return None
    start = _leftwards(text, head_at, head, field, units, before)
    if _MEASURE.match(text, end) or (head == "大使" and _TRADES.search(text, 0, start)):
        return None
    if head == "主编" and start not in units and text[end : end + 1] in ("，", "、", "：", "《"):
        return None
    if end not in segmented.edge_set and _ends_inside_word(text, end, segmented):
        return None
    if kind == "long" and not _is_long_head(text, head, head_at, start, units):
        return None
    if kind == "beside" and not _has_company(text, head, head_at, start, units, before):
        return None
    return start


def _ends_inside_word(text: str, end: int, segmented: Segmentation) -> bool:
    """Whether the end of a head is inside a word (市|长江|大桥), and no name follows it."""
    if not is_word(text[segmented.start_before(end) : segmented.end_after(end - 1)]):
        return False
    names = Place(text, end).readings(_SURE)
    return not any(r.score > _SURE_NAME and text[r.end - 1] not in NO_LAST for r in names)


def _is_long_head(text: str, head: str, head_at: int, start: int, units: set[int]) -> bool:
    left, right = text[start - 1 : start], text[head_at + len(head) : head_at + len(head) + 1]
    if start < head_at or start in units or not left or left in _STRONG_LEFT:
        return True
    if left in _BEFORE_LONG.get(head, ""):
        return False
    return right not in _LONG


def _has_company(
    text: str, head: str, head_at: int, start: int, units: set[int], before: int
) -> bool:
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


def _leftwards(text: str, head_at: int, head: str, field: str, units: set[int], before: int) -> int:
    start = _take("rules/title_ranks.txt", text, head_at, units, before)
    if field == "corporate":
        start = _take("rules/title_functions.txt", text, start, units, before)
    at_body = start
    body = _before("rules/title_bodies.txt").start(text, start)
    if body < start and body >= before and not _is_own_body(text, body, start, units, before):
        start = _take_level(text, body, units, before)
    if start == at_body and head == "书记" and _GRASSROOTS.search(text, before, start):
        start = _take_level(text, start, units, before)
    if start == at_body:
        for area in _AREAS.get(head, ()):
            if text.endswith(area, before, start):
                start = _area(text, start, before, len(area))
                break
    graded = _GRADED.search(text, max(before, start - 9), start)
    if graded and start not in units:
        return graded.start()
    grade = _before("rules/title_grades.txt").start(text, start)
    if grade < start and grade >= before and _grade_fits(text, grade, start, units):
        start = grade
    return start


def _area(text: str, start: int, before: int, length: int) -> int:
    """自治区主席 is whole unless the area has its name before it."""
    if text.startswith("国家", start - length):
        return start - length
    left = text[start - length - 1 : start - length]
    return start - length if not _is_han(left) or left in _STRONG_LEFT else start


def _take(name: str, text: str, start: int, units: set[int], before: int) -> int:
    while True:
        left = _before(name).start(text, start)
        if left == start or left < before or (start in units and left not in units):
            return start
        start = left


def _take_level(text: str, start: int, units: set[int], before: int) -> int:
    if start in units:
        return start
    level = _before("rules/title_levels.txt").start(text, start)
    if level == start or level < before:
        return start
    left = text[level - 1 : level]
    free = not _is_han(left) or left in _STRONG_LEFT or left in _BEFORE_LEVEL
    return level if free or word_cost(text[level - 2 : level]) < COMMON else start


def _is_own_body(text: str, body: int, end: int, units: set[int], before: int) -> bool:
    """Whether a committee is one of an area (市纪委, 自治区党委): a body of its own."""
    name, left = text[body:end], text[body - 1 : body]
    if name in ("村委会", "居委会", "人大"):
        return _is_han(left) and left not in _STRONG_LEFT
    if name == "党委":
        if text[body - 3 : body] == "自治区" or text[body - 2 : body] == "兵团":
            return True
        return end in units and _NOT_AREA.search(text, max(0, body - 3), body) is None
    if name in ("纪检监察组", "纪检组"):
        return end in units and "驻" in text[max(0, before, body - 22) : body]
    if name == "工委":
        return left not in ("、", "", "区", "园", "城")
    if name == "纪委" and left == "、" and before == body - 1:
        return text[max(0, before - 6) : before].count("党") == 0
    if name == "纪委" and left in ("镇", "乡"):
        return True
    return name in ("纪委", "团委", "团工委") and left in _OF_AREA


def _grade_fits(text: str, grade: int, start: int, units: set[int]) -> bool:
    left = text[grade - 1 : grade]
    if grade in units or not _is_han(left) or left in _STRONG_LEFT:
        return True
    if text[grade:start] == "前":
        return left in "党司团局院府部"
    return left not in "平高草中太还复三开"


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

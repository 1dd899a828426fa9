"""Proposes posts: a leading body inside the unit, words of rank, and the head of a post.

    党组(body) 副(rank) 书记(head)
    原(grade) 常务副(rank) 市长(head)
    镇(level) 党委(body) 书记(head)

The head is looked for; whatever belongs to the post is then taken in leftwards. The unit itself
stays outside: it is an organisation or a place.
"""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import COMMON, word_cost
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.segmentation import Segmentation
from gaoyou_nlp.rules.title_refusals import (
    STRONG_LEFT,
    ends_inside_word,
    has_unit,
    is_long_head,
    is_other_thing,
    is_other_word,
)

_BEFORE_LEVEL = frozenset("请当给让被各由选任")
_GRASSROOTS = re.compile("(?:村|社区|[乡镇]|街道)$")
_AREAS = {"主席": ("自治区", "国家"), "州长": ("自治州",), "县长": ("自治县",)}
_OF_AREA = frozenset("市县区省州盟旗央")
_GRADED = re.compile("([副正][部省厅局师处县团科]级)[\u4e00-\u9fff]{1,4}[室处科]$")
_NOT_AREA = re.compile("(?:[镇乡道局院校司团厂委厅会行所部社处队区城园港心村站场库矿店业]|集团)$")


@cache
def _heads() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in table("rules/title_heads.tsv")}


@cache
def _head_pattern() -> WordPattern:
    return word_pattern(_heads())


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
    if end - 1 in seams or is_other_word(text, head_at, head):
        return None
    start = _leftwards(text, head_at, head, field, units, before)
    if is_other_thing(text, start, end, head, units):
        return None
    if end not in segmented.edge_set and ends_inside_word(text, end, segmented):
        return None
    if kind == "long" and not is_long_head(text, head, head_at, start, units):
        return None
    if kind == "beside" and not has_unit(text, head, head_at, start, units, before):
        return None
    return start


def _leftwards(text: str, head_at: int, head: str, field: str, units: set[int], before: int) -> int:
    """Where a post begins with what belongs to it: ranks, functions, its body, level and grade."""
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
    return start - length if not _is_han(left) or left in STRONG_LEFT else start


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
    free = not _is_han(left) or left in STRONG_LEFT or left in _BEFORE_LEVEL
    return level if free or word_cost(text[level - 2 : level]) < COMMON else start


def _is_own_body(text: str, body: int, end: int, units: set[int], before: int) -> bool:
    """Whether a committee is one of an area (市纪委, 自治区党委): a body of its own."""
    name, left = text[body:end], text[body - 1 : body]
    if name in ("村委会", "居委会", "人大"):
        return _is_han(left) and left not in STRONG_LEFT
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
    if grade in units or not _is_han(left) or left in STRONG_LEFT:
        return True
    if text[grade:start] == "前":
        return left in "党司团局院府部"
    return left not in "平高草中太还复三开"


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

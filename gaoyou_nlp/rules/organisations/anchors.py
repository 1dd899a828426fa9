"""What the name of a public body is anchored by: an area, an elided level, the state."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import segment, word_count
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.segmentation import CLAUSE, Segmentation

_TABLE = "organisations/pattern_words.tsv"
_LEVELS = frozenset("省市县区州盟旗镇乡村") | {"地区", "街道", "自治区", "自治州", "自治县", "兵团"}
_LEADING = re.compile("{before body}", words=_TABLE)
_STATE = ("国家", "全国", "中国", "武警", "中共", "自治", "街道", "国务", "地区", "兵团", "中央")
_NUMBERED = re.compile(
    "(?:[（(]?[0-9一二三四五六七八九十]{1,3}[.．、）)]|[0-9]{1,2}月份?|[0-9]{4}年度?|[0-9]{1,3}(?=[\u4e00-\u9fff])(?![0-9]*[世号院所一二三四五六七八九十年月日度]))+"
)
_MANY = re.compile(
    "(?:{one of many})(?:[省市县区镇乡州]|设区市|乡镇|街道|地区|直辖市|自治区|、|和|及)*"
    "(?:[（(][^（()）]{1,12}[）)])?(?:的|等)?$",
    words=_TABLE,
)
_NEVER_IN_NAMES = frozenset("的在由与对向从将为把被及")
_RARE_IN_NAMES = 400  # a word that stands less often in running text may be part of a name
_AND = "和与及"
_FULL = frozenset("省市县区州盟旗镇乡")


class Anchors:
    """The places of a text where the name of a body may begin.

    Parameters:
        evidence: Of the text, with its areas.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.cut = evidence.words
        self.text = evidence.text
        self.areas = evidence.areas
        self.by_end = {end: start for start, end in self.areas.items()}

    def find(self, left: int, stop: int, last_end: int) -> int | None:
        """Return the anchor of a name whose ending begins at ``stop``.

        It is the first one on the way from ``left``, or the first behind a conjunction, or the
        one right behind the body before: 县财政局和县审计局, 区委区政府.

        Parameters:
            left: Where the walk to the left ended.
            stop: Where the ending begins.
            last_end: Where the body before ended.
        """
        if left < last_end <= stop and (last_end in self.areas or self._level(last_end, stop)):
            left = last_end
        first = None
        for at in range(left, stop + 1):
            if self.areas.get(at, stop + 1) > stop and not (
                self._level(at, stop) and (at == left or self._free_before(at, left))
            ):
                continue
            if first is None or self.text[at - 1] in "和与及同":
                first = at
        return first

    def behind_verb(self, left: int) -> int | None:
        """An anchor right before a verb that belongs to the name: 县招生办公室, 区征迁办."""
        if left < 3 or left not in self.cut.edge_set:
            return None
        word = self.cut.start_before(left)
        if not 2 <= left - word <= 4 or self.text[word] in "联会由请对":
            return None
        if word in self.by_end:
            return self.by_end[word]
        before = self.cut.start_before(word)
        return before if self.text[before:word] in _LEVELS else None

    def chain(self, start: int) -> int:
        """Take in all the areas right before an area: 某省某市某区人民法院, 陕西佳县人民医院.

        Parameters:
            start: Where a body's name begins: with an area, or without.

        Returns:
            Where it begins with all the areas that belong to it.
        """
        while start in self.by_end:
            start = self.by_end[start]
        return start

    def _free_before(self, at: int, left: int) -> bool:
        """Whether a level may begin behind what stands there: a word, not half a name."""
        before = self.cut.start_before(at)
        return before < left or at - before > 1 or self.text[before] in "和与及同、）”"

    def _level(self, at: int, stop: int) -> bool:
        if at not in self.cut.edge_set:
            return False
        leading = _LEADING.match(self.text, at)
        return bool(leading and leading.end() <= stop and not self._inside_word(at))

    def _inside_word(self, at: int) -> bool:
        """Whether a level's character belongs to a longer word: 市场, 区域, 村庄."""
        word = self.text[at : self.cut.end_after(at)]
        if len(word) == 1 or word in _LEVELS or word.startswith(_STATE):
            return False
        return not (word[1:] in departments() or word.endswith(("政府", "政协", "人大", "委")))


@cache
def departments() -> frozenset[str]:
    """Names of departments and sections that stand without an area: 财政局, 宣传部."""
    suffixes = ("局", "委", "厅", "办", "部", "委员会", "办公室", "总局")
    made = {
        field + suffix
        for field in words("organisations/department_fields.txt")
        for suffix in suffixes
    }
    common = {
        field + "部" for field in ("工业", "项目", "投资", "计划", "科学", "规划", "商业", "贸易")
    }
    return frozenset(made | words("organisations/bare_bodies.txt")) - common - {"项目办", "创建委"}


@cache
def _conjunctions() -> frozenset[str]:
    """Conjunctions inside the names of departments, each with the characters beside it."""
    fields = [
        *words("organisations/department_fields.txt"),
        "资产和财务",
        "宣传和统战",
        "协调与应急",
        "人才和人",
    ]
    return frozenset(
        field[at - 1 : at + 2] for field in fields for at, c in enumerate(field) if c in _AND
    )


def joins_two(text: str, start: int, stop: int) -> bool:
    """Whether a conjunction joins two names there: none that belongs to a department's name."""
    return any(
        text[at] in _AND and text[at - 1 : at + 2] not in _conjunctions()
        for at in range(start, stop)
    )


@cache
def _loose() -> WordPattern:
    return word_pattern(words("organisations/loose_words.txt"))


def is_loose(text: str, start: int, stop: int) -> bool:
    """Whether words stand there that no name holds: 当地, 各级, 一家, 三级甲等.

    Parameters:
        text: Any text.
        start, stop: Where that begins and ends.

    Examples:
        >>> is_loose("清河县当地学校", 3, 5)
        True
    """
    return _loose().search(text, start, stop) is not None


def behind_number(text: str, start: int, stop: int) -> int:
    """Drop the number of an item, a month or a year before a name.

    Parameters:
        text: Any text.
        start, stop: Where what may be a name begins and ends.

    Returns:
        Where the name begins.

    Examples:
        >>> behind_number("（1）清河县医院", 0, 8)
        3
    """
    number = _NUMBERED.match(text, start, stop)
    return number.end() if number else start


def is_one_of_many(text: str, start: int) -> bool:
    """Whether what starts there is said of many bodies: 各市（含县级市）教育局, 有关市政府.

    Parameters:
        text: Any text.
        start: Where the body begins.

    Examples:
        >>> is_one_of_many("各市（含直管县）教育局", 8), is_one_of_many("市教育局", 0)
        (True, False)
    """
    return _MANY.search(text, max(0, start - 24), start) is not None


def back_to_area(cut: Segmentation, start: int, low: int, areas: dict[int, int]) -> int:
    """Take in the area before a name whose own words look like the end of a clause: 云河全盛.

    Parameters:
        cut: The words of a text.
        start: Where the name seems to begin.
        low: How far an area may lie back.
        areas: From the starts of the areas of the text to their ends.

    Returns:
        Where the area begins; ``start`` where none belongs to the name.
    """
    text = cut.text
    for at in range(start - 1, low - 1, -1):
        if text[at] in CLAUSE or text[at] in _NEVER_IN_NAMES:
            return start
        end = areas.get(at, start + 1)
        if end <= start:
            gap = text[end:start]
            words_in = [gap[a:b] for a, b in pairwise(segment(gap))] if gap else []
            rare = all(len(w) == 1 or word_count(w) < _RARE_IN_NAMES for w in words_in)
            return at if rare else start
    return start

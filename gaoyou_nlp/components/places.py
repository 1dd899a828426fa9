"""Proposes administrative areas: country, province, city, county, town, street office, village.

Four sources of evidence, one function each: the table of divisions, name patterns with an ending
(X镇, X村), lists that a head noun closes (A、B等乡镇), and short forms of names the text gave in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gaoyou_nlp.components.edges import SINGLE, Words, words_of
from gaoyou_nlp.components.place_table import CONTEXT, FREE, FULL, TOWN_ENDINGS, Places, places
from gaoyou_nlp.lexicon.matcher import Matcher
from gaoyou_nlp.lexicon.tables import table, words
from gaoyou_nlp.records import Span

_ENDING = re.compile("街道|社区|嘎查|苏木|[镇乡村县市区旗]")
_NOT_AFTER = {
    "镇": "静痛压定魔守宅长",
    "乡": "村镇亲愁音情土间邻企野贤长",
    "村": "民子庄落寨镇官规史屯组里中内口头道容貌医长局厅部办委信电商合",
    "社区": "居民医卫矫",
    "街道": "两口上边面",
    "县": "城域乡直级际内里上长",
    "市": "场民区值容面价政井长直级内里域郊",
    "区": "域位间划块段直级内里",
    "旗": "帜下舰号袍长",
}
_LANDMARK = re.compile(
    "(?:中|东|西|南|北|环)?(?:路|大道|大街|街(?!道)|湖(?!北|南)|江(?!苏|西)|河(?!北|南)|山(?!东|西)|水库|岛|湾|机场|火车站|高铁站|"
    "汽车站|站|大桥|特大桥|高速|铁路|港|话|味|菜|戏|剧|队|籍|经济圈|城市圈|城市群|都市圈|都市区|经济带|盆地|平原|高原|"
    "半岛|海峡|关区|军区|战区|大学|学院|银行|杯|节|会战|战役|大捷|时间|梦|式)"
)
_CHINA = re.compile("特色|梦|制造|智造|创造|共产党|人民|队|式|好人|最美|之")
_LIST_HEAD = re.compile(
    "等?(?:地(?![方区理])|国(?![际家内外有防民])|省区市|省市|省区|省(?![级内会直])|[一二两三四五六七八九十多几0-9]{0,3}个?(?:重灾|受灾|重点|沿线|沿江|偏远|山区|中心|城区|城关)?"
    "(?:乡镇|镇乡|镇街|街镇|镇办|乡镇街道|镇村|街道|镇(?!长|党|委|政)|乡(?!党|村|委)|村(?!民|委|党|支)|社区|苏木|县区|县市区|县市|市县|区县|市区|县(?!委|长|政)|"
    "市(?!委|长|场|政)|区(?!委|长|域|政)|国家|省份|城市))"
)
_BODY = re.compile(
    "[局办委厅院楼厂路所站部队桥河江段洪厂库场馆园线塘渠闸校]$|中心|项目|工程|基地|公司|部门|集团"
)
_VERBAL = frozenset(
    [
        "和县",
        "任县",
        "开县",
        "应县",
        "代县",
        "成县",
        "达县",
        "随县",
        "单县",
        "安县",
        "通县",
        "会同县",
        "和平区",
        "和平县",
    ]
)
_GENERIC = words("place_generic.txt")


def find_places(text: str, found: Sequence[Span]) -> list[Span]:
    """Propose administrative areas.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers; amounts are passed over.

    Returns:
        GPE candidates, which do not overlap one another.

    Example:
        >>> text = "到清河县葛仙庄镇、连庄镇调研，清河发展很快"
        >>> [s.text for s in find_places(text, [])]
        ['清河县', '葛仙庄镇', '连庄镇', '清河']
    """
    known = places()
    cut = words_of(text)
    taken: dict[int, tuple[int, str]] = {}
    pending: list[tuple[int, int]] = []
    for start, end, use in _listed(text, cut, known):
        if use == CONTEXT:
            pending.append((start, end))
        else:
            taken[start] = (end, "gpe.division" if use == FULL else "gpe.short")
    marks = _Marks(text, taken)
    for start, end in _patterned(text, cut, known, marks):
        marks.add(start, end, "gpe.pattern")
    for start, end in pending:
        if marks.free(start, end) and (marks.ends_at(start) or _names_seat(text, end)):
            marks.add(start, end, "gpe.context")
    for start, end in _in_lists(text, cut, known, marks):
        marks.add(start, end, "gpe.list")
    for start, end in _again(text, cut, known, marks):
        marks.add(start, end, "gpe.again")
    return marks.spans()


class _Marks:
    """The areas found so far, by offset."""

    def __init__(self, text: str, taken: dict[int, tuple[int, str]]) -> None:
        self.text = text
        self.at = taken
        self._ends = {end for end, _ in taken.values()}
        self._covered = bytearray(len(text) + 1)
        for start, (end, _) in taken.items():
            self._covered[start:end] = b"\x01" * (end - start)

    def add(self, start: int, end: int, rule: str) -> None:
        if self.free(start, end) and not _in_title(self.text, start, end):
            self.at[start] = (end, rule)
            self._ends.add(end)
            self._covered[start:end] = b"\x01" * (end - start)

    def replace(self, start: int, end: int, rule: str) -> None:
        """Put a longer area in the place of those it covers."""
        for old in [s for s in range(start, end) if s in self.at]:
            self._ends.discard(self.at[old][0])
            del self.at[old]
        self._covered[start:end] = b"\x00" * (end - start)
        self.add(start, end, rule)

    def free(self, start: int, end: int) -> bool:
        return not any(self._covered[start:end])

    def ends_at(self, offset: int) -> bool:
        return offset in self._ends

    def last_end(self, low: int, high: int) -> int:
        """Return the last end of an area between two offsets, or ``low``."""
        for offset in range(high, low, -1):
            if offset in self._ends:
                return offset
        return low

    def spans(self) -> list[Span]:
        return [
            Span(start, end, "GPE", self.text[start:end], rule)
            for start, (end, rule) in sorted(self.at.items())
        ]


def _listed(text: str, cut: Words, known: Places) -> Iterator[tuple[int, int, str]]:
    """Areas of the table that stand on word edges."""
    last = 0
    edges = cut.edge_set
    for start in cut.edges:
        if start < last:
            continue
        end = known.longest(text, start)
        if end == start:
            continue
        surface = text[start:end]
        use = known.use[surface]
        if use == FULL and _SEAT.match(text, end - 1):
            if surface[:-1] not in known.stems and surface[:-1] not in known.provinces:
                continue
            end, use = end - 1, FREE
        elif use != FULL:
            ending = text[end : end + 1]
            if ending and ending in "市县区" and _rename(text, end, cut):
                end, use = end + 1, FULL
            elif end not in edges or use == "never" or _LANDMARK.match(text, end):
                continue
        elif (
            (end not in edges and len(surface) == 2)
            or (surface == "中国" and _CHINA.match(text, end))
            or (surface in known.abroad and (end not in edges or _LANDMARK.match(text, end)))
        ):
            continue
        if _in_title(text, start, end):
            continue
        if surface in _VERBAL and not _clean(text, start):
            continue
        last = end
        yield start, end, use


_SEAT = re.compile(
    "省长|市长|县长|区长|州长|市区(?![委政人])|市民|市场|市郊|市域|市容|县城|省网|省城|省会"
)
_EVENT = re.compile("[0-9届]中国[·（(•]|中国[·•]")


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether an area stands inside the title of a document or the name of an event."""
    opened = text.rfind("《", max(0, start - 40), start)
    if opened >= 0 and "》" not in text[opened:start] and "\n" not in text[opened:start]:
        closed = text.find("》", end, end + 60)
        return closed < 0 or closed - opened > 9
    if text[start:end] == "中国":
        return text[end : end + 1] in ("·", "•", "（", "(") or text[start - 1 : start] == "届"
    return text[start - 3 : start - 1] == "中国" and text[start - 1] in "·•（("


def _clean(text: str, start: int) -> bool:
    """Whether a name that could be 和 + 县 or 任 + 县 begins here: after a mark, a place word."""
    before = text[start - 1 : start]
    return not before or before in "，。；：、“（\n\u3000 ]" or before in "省市州在到赴于是的"


def _rename(text: str, end: int, cut: Words) -> bool:
    """Whether 市, 县 or 区 after a short form belongs to it: a county that became a city."""
    after = text[end + 1 : end + 2]
    if after and after in _NOT_AFTER[text[end]]:
        return False
    return end + 1 in cut.edge_set or cut.end_after(end) == end + 1


def _names_seat(text: str, end: int) -> bool:
    return text.startswith(("县委", "市委", "区委", "县县", "县人", "市人", "区人"), end)


def _patterned(text: str, cut: Words, known: Places, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Names with an ending: towns of the table first, others by the evidence on their left."""
    for match in _ENDING.finditer(text):
        ending, end = match[0], match.end()
        stop = match.start()
        if not marks.free(stop, end):
            continue
        after = text[end : end + 1]
        if after and after in _NOT_AFTER.get(ending, ""):
            continue
        start = _town(text, stop, ending, known, cut, marks)
        if start >= 0:
            marks.replace(start, end, "gpe.town")
            continue
        start = _by_edges(text, stop, end, ending, cut, marks)
        if start >= 0 and marks.free(start, end):
            yield start, end


def _town(text: str, stop: int, ending: str, known: Places, cut: Words, marks: _Marks) -> int:
    code = TOWN_ENDINGS.get(ending)
    if code is None:
        return -1
    for length in range(min(8, stop), 1, -1):
        start = stop - length
        if start in cut.edge_set and code in known.towns.get(text[start:stop], ""):
            return start if length > 2 or _bounded(text, start, cut, marks) else -1
    return -1


def _bounded(text: str, start: int, cut: Words, marks: _Marks) -> bool:
    """Whether a name may begin at an offset: after a mark, an area, or a word that ends names."""
    if start == 0 or marks.ends_at(start) or not text[start - 1].isalnum():
        return True
    before = cut.start_before(start)
    return start - before > 1 or cut.is_stop(before, start)


def _by_edges(text: str, stop: int, end: int, ending: str, cut: Words, marks: _Marks) -> int:
    word_start = cut.start_before(end)
    word = text[word_start:end]
    if word != ending and (word in _GENERIC or text[end - 2 : end] in _GENERIC):
        return -1
    floor = marks.last_end(max(0, stop - 6), stop)
    start = cut.name_start(stop, floor=floor, window=6)
    length = stop - start
    if ending in ("县", "旗", "市", "区"):
        if ending in ("市", "区") or not 1 < length < 4:
            return -1
        if not (marks.ends_at(start) or ending == "县"):
            return -1
    if not 1 <= length <= 4 or (length == 1 and not marks.ends_at(start)):
        return -1
    if any(not "\u4e00" <= c <= "\u9fff" for c in text[start:stop]):
        return -1
    first = text[start : cut.end_after(start)]
    if _common(text, start, stop, cut) or all(
        c in "一二两三四五六七八九十几多" for c in text[start:stop]
    ):
        return -1
    if text[start] in "省市县区" and not marks.ends_at(start + 1):
        return -1
    if (len(first) > 1 and first in _GENERIC) or text[start:end] in _GENERIC or text[start:stop] in _GENERIC:
        return -1
    if text[start] in SINGLE and not marks.ends_at(start) and length > 2:
        return -1
    return start


def _common(text: str, start: int, stop: int, cut: Words) -> bool:
    """Whether a common word stands in what would be a name: 优秀村, 配齐村."""
    known = places()
    counts = _counts()
    at = start
    while at < stop:
        end = cut.end_after(at)
        word = text[at : min(end, stop)]
        if len(word) > 1 and word[-1] != "家" and counts.get(word, 0) > 400 and word not in known.stems:
            return True
        at = end
    return False


@cache
def _counts() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("words.tsv") if len(row[0]) > 1}


def _in_lists(text: str, cut: Words, known: Places, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Items of a list that a head noun closes: 泗门、朗霞等乡镇; or beside known areas."""
    at = 0
    while (at := text.find("、", at + 1)) >= 0:
        items, at = _items(text, at, cut)
        if len(items) < 2:
            continue
        head = _LIST_HEAD.match(text, items[-1][1])
        named = [(s, e) for s, e in items if not marks.free(s, e) or text[s:e] in known.towns]
        small = head is not None and re.search("[镇乡村街]|社区|苏木", head[0]) is not None
        if (
            head is None
            and not (len(items) > 2 and len(named) * 5 >= len(items) * 3)
            and not any(s in marks.at and marks.at[s][0] == e for s, e in items)
        ):
            continue
        many = len(items) > 2 and len(named) * 5 >= len(items) * 4
        places_near = any(not marks.free(s, e) for s, e in items)
        for start, end in items:
            surface = text[start:end]
            if not marks.free(start, end) or surface in _GENERIC or "和" in surface:
                continue
            if surface not in known.stems and _common(text, start, end, cut):
                continue
            if small or many or (places_near and (surface in known.stems or surface in known.towns)):
                yield start, end


def _items(text: str, mark: int, cut: Words) -> tuple[list[tuple[int, int]], int]:
    """The items of a 、-list whose first mark stands at ``mark``; and where the list ends."""
    start = cut.name_start(mark, window=6)
    items = []
    if 2 <= mark - start <= 5:
        items.append((start, mark))
    at = mark
    while at < len(text) and text[at] == "、":
        begin = at + 1
        end = begin
        while end < len(text) and end - begin < 7 and "\u4e00" <= text[end] <= "\u9fff":
            if text[end] in "等和及与" and end > begin + 1:
                break
            if end > begin + 1 and _LIST_HEAD.match(text, end):
                break
            end += 1
        if not 2 <= end - begin <= 5 or _BODY.search(text, begin, end):
            return (items if len(items) > 1 else []), max(at, begin - 1)
        items.append((begin, end))
        at = end
        if text[at : at + 1] in ("和", "及", "与") and text[at + 1 : at + 2]:
            text_at = at
            at = text_at
            break
    return items, max(at - 1, mark)


def _again(text: str, cut: Words, known: Places, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Later short forms of areas whose full name the text gives."""
    stems: set[str] = set()
    for start, (end, _) in marks.at.items():
        surface = text[start:end]
        for ending in ("街道", "社区", "嘎查", "苏木", "镇", "乡", "村", "县", "市", "区", "旗"):
            if surface.endswith(ending):
                stem = surface[: -len(ending)]
                use = known.use.get(stem, FREE)
                if len(stem) > 1 and use != "never" and _distinct(stem, known):
                    stems.add(stem)
                break
    if not stems:
        return
    for start, end in Matcher(stems).find(text):
        if not marks.free(start, end) or _LANDMARK.match(text, end):
            continue
        if start in cut.edge_set and end in cut.edge_set:
            yield start, end


def _distinct(stem: str, known: Places) -> bool:
    return stem not in _GENERIC and (stem in known.use or stem not in words("edge_words.txt"))

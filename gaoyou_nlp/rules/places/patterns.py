"""Areas by their ending (X镇, X村, X街道): names of the table first, others by their left edge."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import CONTEXT, TOWN_ENDINGS
from gaoyou_nlp.language.dictionary import word_count
from gaoyou_nlp.language.names import is_surname
from gaoyou_nlp.rules.places.marks import Marks
from gaoyou_nlp.rules.segmentation import SINGLE

_TABLE = "places/pattern_words.tsv"
_ENDING = re.compile("街道|社区|嘎查|苏木|[镇乡村县旗]")
# Characters behind an ending that make another word of it.
NOT_AFTER = {
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
# 市 or 区 with an organ behind it, or with a smaller area that has one.
_GOVERNED = re.compile("[市区](?=(?:[\u4e00-\u9fff]{2,4}[区县镇乡])?(?:{organ}))", words=_TABLE)
_ALL = frozenset("各含")
_LEVELS = frozenset("省市县区州镇乡村地")
_BEFORE_PERSONS = ("记者", "通讯员", "作者", "导演", "先生", "电(", "电（")
_BEHIND_PERSONS = (
    "说",
    "表示",
    "介绍",
    "去世",
    "之子",
    "出生",
    "先生",
    "女士",
    "同志",
    "逝世",
    "毕业",
    "曾任",
    "当选",
)
_NUMERALS = frozenset("一二两三四五六七八九十几多")
# What makes a kind of town of a name that also says where the town lies: 一流|城关镇.
_KIND_BEFORE = re.compile("(?:{kind of area before})$", words=_TABLE)
_KINDS = ("城关镇", "中心镇", "城厢镇")
_FREQUENT = 400  # a word that stands more often in running text makes no name


def mark_patterns(marks: Marks) -> None:
    """Add the areas of a text that have an ending of towns, villages, counties.

    Parameters:
        marks: The areas found so far; they are added to.
    """
    text = marks.text
    for match in _ENDING.finditer(text):
        ending, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if after and after in NOT_AFTER.get(ending, ""):
            continue
        start = _town(marks, stop, ending)
        if not marks.free(stop, end):
            # 辛丰镇 is a town of the table, 丰镇 a city.
            if start is not None and marks.ends_at(end) and marks.free(start, start + 1):
                marks.replace(start, end, "gpe.town")
            continue
        if start is None and ending == "镇":
            start = _seat(marks, stop, end)
        if start is not None and _is_kind(text, start, end):
            continue
        if start is not None:
            marks.replace(start, end, "gpe.town")
            continue
        start = _by_edges(marks, stop, end)
        if start is not None:
            marks.add(start, end, "gpe.pattern")


def mark_governed(marks: Marks) -> None:
    """Add cities and districts that no table knows, where an organ of theirs stands behind.

    Parameters:
        marks: The areas found so far; they are added to.
    """
    for match in _GOVERNED.finditer(marks.text):
        stop = match.start()
        if marks.free(stop, stop + 1):
            start = _by_edges(marks, stop, stop + 1)
            if start is not None and stop - start < 4:
                marks.add(start, stop + 1, "gpe.governed")


def _town(marks: Marks, stop: int, ending: str) -> int | None:
    """Where the longest town of the table begins that ends here."""
    code = TOWN_ENDINGS.get(ending)
    if code is None:
        return None
    for length in range(min(8, stop), 1, -1):
        start = stop - length
        name = marks.text[start:stop]
        if start in marks.cut.edge_set and code in marks.known.towns.get(name, ""):
            return start if length > 2 or _is_bounded(marks, start) else None
    return None


def _is_kind(text: str, start: int, end: int) -> bool:
    """Whether 城关镇 and the like name a kind of town."""
    kind = text[start:end] in _KINDS
    return kind and _KIND_BEFORE.search(text, max(0, start - 3), start) is not None


def _seat(marks: Marks, stop: int, end: int) -> int | None:
    """Where a town begins that bears the name of its county or city: 清河镇 in 清河县."""
    text, known = marks.text, marks.known
    if end not in marks.cut.edge_set or text[end : end + 1] in tuple("村街办级"):
        return None
    for length in (4, 3, 2):
        start = stop - length
        if start < 0 or start not in marks.cut.edge_set:
            continue
        name = text[start:stop]
        if name not in known.stems or name in known.provinces or name in known.abroad:
            continue
        if marks.is_area(start, stop) or (
            known.use.get(name) == CONTEXT and not is_common(marks, start, stop)
        ):
            return start
    return None


def _is_bounded(marks: Marks, start: int) -> bool:
    """Whether a name may begin at an offset: after a mark, an area, or a word that ends names."""
    if start == 0 or marks.ends_at(start) or not marks.text[start - 1].isalnum():
        return True
    before = marks.cut.start_before(start)
    return start - before > 1 or marks.cut.is_stop(before, start)


def _by_edges(marks: Marks, stop: int, end: int) -> int | None:
    """Where a name begins that the table does not know, by the words on its left."""
    text, generic, cut = marks.text, marks.generic, marks.cut
    ending = text[stop:end]
    word = text[cut.start_before(end) : end]
    if word != ending and (word in generic or text[end - 2 : end] in generic):
        return None
    start = cut.name_start(stop, floor=marks.last_end(max(0, stop - 6), stop), window=6)
    while start < stop - 2 and is_common(marks, start, cut.end_after(start)):
        start = cut.end_after(start)
    name = text[start:stop]
    if name[:1] in _ALL or set(name) <= _LEVELS or _is_person(text, start, end):
        return None
    placed = marks.ends_at(start)
    if ending in "县旗市区" and (not 1 < len(name) < 4 or (ending == "旗" and not placed)):
        return None
    if not (1 if placed else 2) <= len(name) <= 4 or not _is_name(marks, start, stop):
        return None
    first = text[start : cut.end_after(start)]
    if (len(first) > 1 and first in generic) or text[start:end] in generic or name in generic:
        return None
    if placed:
        return start
    level = name[0] in "省市县区" and not marks.ends_at(start + 1)
    return None if level or (name[0] in SINGLE and len(name) > 2) else start


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a name that ends like a village is a person's: 记者李夏村, 李夏村说."""
    person = end - start == 3 and text[end - 1] in "村乡" and is_surname(text[start])
    beside = text.endswith(_BEFORE_PERSONS, 0, start) or text.startswith(_BEHIND_PERSONS, end)
    return person and beside


def _is_name(marks: Marks, start: int, stop: int) -> bool:
    name = marks.text[start:stop]
    if not all("\u4e00" <= c <= "\u9fff" for c in name) or name[-1] in _NUMERALS:
        return False
    return not has_common_word(marks, start, stop)


def has_common_word(marks: Marks, start: int, stop: int) -> bool:
    """Whether a common word stands in what would be a name: 优秀村, 配齐村."""
    at = start
    while at < stop:
        end = min(marks.cut.end_after(at), stop)
        if is_common(marks, at, end):
            return True
        at = end
    return False


def is_common(marks: Marks, start: int, end: int) -> bool:
    """Whether a word is common in running text, and no area."""
    word = marks.text[start:end]
    frequent = len(word) > 1 and word[-1] != "家" and word_count(word) > _FREQUENT
    return frequent and word not in marks.known.stems

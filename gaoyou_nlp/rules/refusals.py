"""Words beside a candidate that show that it is no name: 临沂北站, 下级…, 教育部|门."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.records import Span

_TABLES = {
    "GPE": "rules/no_places.tsv",
    "ORG": "rules/no_bodies.tsv",
    "PROJECT": "rules/no_projects.tsv",
}
_ANY = "-"
_BEFORE = 12  # characters before a candidate that the rows look at
_RIVER_LIST = re.compile(
    "(?:、[\u4e00-\u9fff]{1,3}[江河湖山])*等(?:[0-9一二三四五六七八九十]+[条座个])?(?:主要|重点)?"
    "(?:河流|江河|湖泊|名山|景区|风景)"
)
_STOP_LIST = re.compile(
    "(?:[、，][\u4e00-\u9fff]{2,9}){0,12}等(?:[0-9一二三四五六七八九十]+个)?[\u4e00-\u9fff]{0,3}"
    "(?:口岸|通道|车站|站点|客站)"
)
_LISTED = 80  # characters that a list of bodies behind 各 may have
_BODY = "(?:局|委|办|厅|政府|法院|检察院|联合会)"
_ALL_OF = re.compile(
    "(?<!因)各(?:设区|直辖|辖|省|市|县|区|州|地)[市县区州、]{0,6}(?:[（(][^（()）\n]*[）)])?"
    f"(?:[\u4e00-\u9fff]{{0,10}}{_BODY}(?:[（(][^（()）\n]*[）)])?[、）)])*[（(]?"
)
_KIND_OF_BODY = re.compile(f"(?![省国雄市县区州])[\u4e00-\u9fff]{{1,12}}{_BODY}(?<!新区管委)")
_NAMED_ZONE = re.compile("[^设各]新区|兵团")  # what stands behind 雄安新区管委会 is one of its own


class _Rows(NamedTuple):
    """The rows of a table: those of one condition joined, those of several apart.

    Parameters:
        before, name, behind: The conditions of rows that have one alone.
        last: The characters that ``before`` may end with.
        several: The rows with more than one condition.
    """

    before: re.Pattern[str]
    last: frozenset[str]
    name: re.Pattern[str]
    behind: re.Pattern[str]
    several: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]


def _joined(patterns: list[str], end: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)}){end}" if patterns else "(?!)")


@cache
def _rows(label: str) -> _Rows:
    """The table of a label as patterns: rows of one condition joined, those of several each."""
    before: list[str] = []
    name: list[str] = []
    behind: list[str] = []
    several = []
    for *conditions, _ in table(_TABLES[label]):
        given = [one for one in conditions if one != _ANY]
        if len(given) == 1:
            kinds = (before, name, behind)
            kinds[conditions.index(given[0])].append(given[0])
        else:
            left, inside, right = (("" if one == _ANY else one) for one in conditions)
            several.append((_joined([left], "$"), re.compile(inside), re.compile(right)))
    last = frozenset(word[-1] for words in before for word in words.split("|"))
    return _Rows(_joined(before, "$"), last, _joined(name), _joined(behind), tuple(several))


def is_other(text: str, span: Span) -> bool:
    """Say whether the words beside a candidate show that it is no area, body or project.

    Parameters:
        text: The text of the span.
        span: A candidate; of other labels none is refused.

    Examples:
        >>> is_other("列车停靠临沂北站", Span(4, 6, "GPE", "临沂"))
        True
        >>> is_other("列车停靠临沂", Span(4, 6, "GPE", "临沂"))
        False
        >>> text = "各市（含直管县）教育局、财政局"
        >>> is_other(text, Span(12, 15, "ORG", "财政局"))
        True
    """
    if span.label not in _TABLES:
        return False
    start, end = span.start, span.end
    rows = _rows(span.label)
    low = max(0, start - _BEFORE)
    if (
        rows.behind.match(text, end)
        or rows.name.fullmatch(text, start, end)
        or (text[start - 1 : start] in rows.last and rows.before.search(text, low, start))
    ):
        return True
    if any(
        (not name.pattern or name.fullmatch(text, start, end))
        and behind.match(text, end)
        and before.search(text, low, start)
        for before, name, behind in rows.several
    ):
        return True
    if span.label == "GPE":
        return _is_river(text, start, end) or _is_stop(text, start, end)
    if span.label != "ORG":
        return False
    return _is_latin_word(text, start, end) or _is_each(text, start, end)


def _is_latin_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin word names a technique, a trade, a post: HVDC, but a body in （ISO）."""
    name = text[start:end]
    if not name.isascii() or name.istitle() or text[start - 1 : start] in ("（", "("):
        return False
    return name.strip().lower() in words("organisations/latin_words.txt")


def _is_stop(text: str, start: int, end: int) -> bool:
    """Whether a place stands in a list of stations or border crossings: 天保、都龙等口岸."""
    if text[end - 1] in "省市县区州镇乡村旗盟" or end - start > 4:
        return False
    listed = text[start - 1 : start] in ("、", "，") or text[end : end + 1] in ("、", "，")
    if not listed or text[start:end] in places().use:
        return False
    return _STOP_LIST.match(text, end) is not None


def _is_river(text: str, start: int, end: int) -> bool:
    """Whether a river or a hill stands in a list of rivers or hills: 桂江、连江等14条河流."""
    if text[end - 1] not in "江河湖山" or end - start > 4:
        return False
    listed = text[start - 1 : start] == "、" or text[end : end + 1] == "、"
    return listed and _RIVER_LIST.match(text, end) is not None


def _is_each(text: str, start: int, end: int) -> bool:
    """Whether a body stands in a list that 各 opens: 各市教育局、财政局."""
    if text[start - 1 : start] not in ("、", "）", ")"):
        return False
    opened = text.rfind("各", max(0, start - _LISTED), start)
    if opened < 0 or not _KIND_OF_BODY.fullmatch(text, start, end):
        return False
    named = _NAMED_ZONE.search(text, opened, end) is not None
    if named or places().longest(text, start) > start:
        return False
    return _ALL_OF.fullmatch(text, opened, start) is not None

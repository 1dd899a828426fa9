"""Finds indicators in a text: the common ones of the table, and any …率 or …占比."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

_TABLE: Final = "figures/noun_words.tsv"

_NOT_BEFORE: Final = ("单位", "人均", "占", "每", "万元", "亿元", "拉动", "由")
_TOTAL: Final = re.compile("(?:总数|总量|数量|保有量|拥有量)")
_NOT_RATE: Final = ("速率", "频率", "概率", "草率", "轻率", "坦率", "效率")
_PROJECTS: Final = (
    (re.compile("新?签约?"), "新签约项目"),
    (re.compile("新?开工(?:建设)?"), "新开工项目"),
    (re.compile("新?竣工"), "竣工项目"),
)
_PROJECT: Final = (
    r"(?P<verb>新?(?:签约|开工(?:建设)?|竣工))(?!的|了)"
    r"[^，。；、：！？\s（）]{0,14}?项目数?(?=[^\u4e00-\u9fff]|[、和及与分均都达各不超近约力共\d])"
)
_NAME: Final = "figures/indicators.tsv"
_RATE = re.compile("(?:{rate})(?![先领队])", words=_TABLE)


class Head(NamedTuple):
    """An indicator as written, its canonical head and what a bare percentage of it is."""

    start: int
    end: int
    canonical: str | None
    nature: str


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    entries = {surface: (name, nature) for surface, name, nature, _ in table(_NAME)}
    return re.compile(f"{alternation(entries)}|{_PROJECT}"), entries


def find_heads(text: str) -> list[Head]:
    """Find the indicators of the table in a text.

    Parameters:
        text: The text.

    Returns:
        The indicators in order. Part of another word (占GDP, 单位…) is none.

    Examples:
        >>> [h.canonical for h in find_heads("GDP增长6%，占GDP的3%")]
        ['地区生产总值']
    """
    pattern, entries = _table()
    found = []
    for match in pattern.finditer(text):
        if text.endswith(_NOT_BEFORE, 0, match.start()):
            continue
        entry = entries.get(match.group())
        if entry is None:
            verb = match["verb"]
            entry = next(name for form, name in _PROJECTS if form.fullmatch(verb)), "count"
        found.append(Head(*match.span(), *entry))
    return found


def find_ending(text: str, start: int, end: int, *, total: bool = False) -> tuple[int, int] | None:
    """Find the last …率 or …占比 between two offsets, or …总数 where a total is asked for.

    Returns:
        Where its ending (率, 占比, 总数) begins and ends.
    """
    last = None
    for match in (_TOTAL if total else _RATE).finditer(text, start, end):
        last = match.span()
    if last is None or text.endswith(_NOT_RATE, 0, last[1]):
        return None
    return last

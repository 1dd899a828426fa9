"""Companies named by an area: its branch of a national one, a brand beside a code or a purchase."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.rules.organisations.behind_areas import pattern_behind_areas
from gaoyou_nlp.rules.organisations.company_full import Found
from gaoyou_nlp.rules.organisations.company_names import is_rare, is_unknown, trade_run
from gaoyou_nlp.rules.segmentation import Segmentation

_FULL = frozenset("省市县区州盟旗镇乡村")
_SHARE = re.compile("[（(](?:[0368][0-9]{5}|[A-Z]{2}[0-9]{5,6})(?![0-9])")
_BOUGHT = re.compile("(?:收购|并购|入股|控股|参股|兼并|重组)了?$")
_BOUGHT_END = re.compile("[，。；、（(％%0-9的]|股权|股份|旗下|之后|后|等|及|和|$")
_ITEM = re.compile("[\u4e00-\u9fff]{2,6}")
_GOES_ON = re.compile("有限|股份|分?公司|集团|[\u4e00-\u9fff]{0,2}医院|分?局|厅|学院|大学|党|团委")
_BRAND = 4  # characters of a brand in a row of such names
_ROW = 3  # names of area and brand in a row that show what they are


def by_branch(cut: Segmentation, areas: dict[int, int]) -> Iterator[Found]:
    """Find branches of national companies and services: 云南移动, 大庆石化.

    Parameters:
        cut: The words of a text.
        areas: From the starts of its areas to their ends.

    Yields:
        Start, end and rule of a candidate.
    """
    branches = pattern_behind_areas("organisations/area_branches.tsv")
    for start, at in areas.items():
        match = branches.match(cut.text, at)
        if match is None or match.end() not in cut.edge_set or _abroad(cut.text[start:at]):
            continue
        if not _GOES_ON.match(cut.text, match.end()):
            yield start, match.end(), "org.company.branch"


def by_share(cut: Segmentation, areas: dict[int, int]) -> Iterator[Found]:
    """Find area and brand before the code of a share or behind a purchase: 收购宁海啤酒.

    Parameters:
        cut: The words of a text.
        areas: From the starts of its areas to their ends.

    Yields:
        Start, end and rule of a candidate.
    """
    text = cut.text
    for start, at in areas.items():
        run = trade_run().match(text, at)
        end = run.end() if run else at + 2
        if text[at - 1] in _FULL or end > len(text) or end not in cut.edge_set:
            continue
        bought = _BOUGHT.search(text, max(0, start - 4), start) and _BOUGHT_END.match(text, end)
        if not (bought or _SHARE.match(text, end)):
            continue
        if run or is_unknown(cut, at, end) or is_rare(text[at:end]):
            yield start, end, "org.company.placed"


def by_row(cut: Segmentation, areas: dict[int, int]) -> Iterator[Found]:
    """Find area and brand where several stand in a row: 宁海恒岳、深圳林盛、河北博格.

    Parameters:
        cut: The words of a text.
        areas: From the starts of its areas to their ends.

    Yields:
        Start, end and rule of a candidate.
    """
    text, row = cut.text, list[Found]()
    known = 0
    for start, at in sorted(areas.items()):
        if row and start < row[-1][1]:
            continue
        if row and text[row[-1][1] : start] != "、":
            yield from _row(row, known)
            row, known = [], 0
        item = _ITEM.match(text, at, _stop(text, at))
        if item is None or at + _BRAND < item.end() or text[at - 1] in _FULL:
            continue
        name = text[at : item.end()]
        row.append((start, item.end(), "org.company.placed"))
        placed = name in places().use or name in places().towns
        known += placed or not (is_unknown(cut, at, item.end()) or is_rare(name))
    yield from _row(row, known)


def _row(row: list[Found], known: int) -> Iterator[Found]:
    """The names of a row, if it is long and few of its brands are common words."""
    if len(row) >= _ROW and known * 2 < len(row):
        yield from row


def _stop(text: str, at: int) -> int:
    """Where the item of a list ends that goes on at an offset."""
    end = at
    while end < len(text) and text[end] not in "、，。；：等和及（(\n" and end - at <= _BRAND:
        end += 1
    return end


def _abroad(name: str) -> bool:
    return name in places().abroad or name == "中国"

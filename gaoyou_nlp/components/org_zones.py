"""Zones with an authority: 高新区, 经开区, X开发区, X工业园区, X新区 — bodies in every use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gaoyou_nlp.components.edges import Words, words_of
from gaoyou_nlp.lexicon.tables import alternation
from gaoyou_nlp.records import Span

# Alone they are a zone that the text has in mind; the others need a name.
_ALONE = (
    "高新区 经开区 开发区 经济开发区 经济技术开发区 高新技术产业开发区 高新技术开发区 高新技术产业园区 综合保税区 综保区 "
    "保税区 保税港区 自贸区 自贸试验区 科技城 科学城 空港新区 空港经济区 临空经济区 临港新区 化工园区 出口加工区"
)
_NAMED = (
    "开发区 新区 工业园区 工业园 工业区 产业园区 产业集聚区 工业集中区 工业集聚区 集聚区 示范区 试验区 先行区 保税物流园区 "
    "旅游度假区 度假区 投资区 合作区 商务区 科技园区 科技园 产业新城 教育园区 科教园区 物流园区 循环经济区 经济区 产业区 "
    "旅游区 工业城 产业城 管理区 工业小区 产业基地 新片区 创业园区"
)
_ENDING = re.compile(alternation([*_ALONE.split(), *_NAMED.split()]))
_OFFICE = re.compile(
    "(?:党工委|管委会|管理委员会|工委|管委)?(?:办公室|经济发展局|经发局|招商局|规划建设局|财政局|社会事业局|综合办公室)|"
    "(?:党工委|管委会|管理委员会|工委)"
)
_TITLE = re.compile("(?:常务|第一|原|代)?副?(?:书记|主任|委员|局长|秘书长)|成员|主要领导")
_NOT_BEFORE = "级家个各该本类座批些种型省国"
_GENERIC = re.compile(
    "^(?:国家级|省级|市级|县级|国家|全国|各类|各级|现代|现代化|新型|大型|特色|重点|重要|主要|多个|一个|两个|产业|工业|经济|生态|科技|"
    "农业|文化|旅游|物流|商贸|改革|创新|综合|先行|城市|中心|循环|绿色|智慧|高端|先进|核心|专业|专门|民营|外商|台商|示范|试点|经济技术|"
    "高新技术|高新技术产业|出口|技术|农产品|食品|加工|建设|规划|发展|自主|特别|合作|现代农业|现代服务业|高标准|国际|乡镇|全域|都市|"
    "新兴|承接|转移|产业转移|集中|连片)+$"
)


def find_zones(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Propose zones.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers: areas begin names.

    Yields:
        ORG candidates.

    Example:
        >>> [s.text for s in find_zones("由开发区与城南经济新区共建", [])]
        ['开发区', '城南经济新区']
    """
    cut = words_of(text)
    starts = {s.start: s.end for s in found if s.label == "GPE"}
    ends = {s.end: s.start for s in found if s.label == "GPE"}
    alone = frozenset(_ALONE.split())
    for match in _ENDING.finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        if ends.get(end) is not None and text[ends[end] : end].endswith("新区"):
            continue
        start = _start(text, stop, starts, ends, cut)
        if text[start : start + 1] in ("（", "("):
            continue
        kind = text[start:stop]
        if start < stop and not _GENERIC.match(kind):
            if not _named(name, kind, start, stop, starts, text, end):
                continue
            rule = "org.zone"
        elif (name in _WITH_OFFICE and _OFFICE.match(text, end)) or (name in alone and text[stop - 1 : stop] not in tuple(_NOT_BEFORE)):
            start, rule = _level(text, stop), "org.zone"
        else:
            continue
        office = _OFFICE.match(text, end)
        if office and not (
            _TITLE.match(text, office.end())
            and office[0] in ("党工委", "管委会", "管理委员会", "工委")
        ):
            whole = office.end()
            yield Span(start, whole, "ORG", text[start:whole], "org.zone.office")
        yield Span(start, end, "ORG", text[start:end], rule)


_WITH_OFFICE = frozenset(
    ["产业集聚区", "工业园区", "工业园", "产业园区", "示范区", "度假区", "集聚区", "工业集中区", "新区", "商务区"]
)


def _level(text: str, stop: int) -> int:
    """Take in an elided level before a bare zone: 县产业集聚区, 市高新区."""
    if text[stop - 1 : stop] in ("市", "县", "区", "省") and text[stop - 2 : stop - 1] in tuple(
        "，。、；：到在由与和 \n向是"
    ):
        return stop - 1
    return stop


def _start(text: str, stop: int, starts: dict[int, int], ends: dict[int, int], cut: Words) -> int:
    left = cut.name_start(stop, window=16, through=("和", "一体化", "现代", "发展"))
    for at in range(left, stop):
        if at in starts and starts[at] <= stop:
            last = at
            while starts.get(starts[last], stop + 1) <= stop:
                last = starts[last]
            own = text[starts[last] : stop]
            if len(own) > 1 and not _GENERIC.match(own) and text[starts[last] - 1] in "省市县区":
                return starts[last]
            return _chain(at, ends)
    if "和" in text[left:stop]:
        left = text.rindex("和", left, stop) + 1
    return left


def _chain(start: int, ends: dict[int, int]) -> int:
    while start in ends:
        start = ends[start]
    return start


def _named(
    name: str, kind: str, start: int, stop: int, starts: dict[int, int], text: str, end: int
) -> bool:
    """Whether what stands before the ending is a name, and the ending one of an authority."""
    placed = start in starts
    if name == "新区" and 2 <= len(kind) <= 3:
        return True
    if name in (
        "新区",
        "片区",
        "示范区",
        "试验区",
        "产业基地",
        "集聚区",
        "合作区",
        "管理区",
        "旅游区",
        "科技园",
        "先行区",
    ):
        return (placed and len(kind) > 2) or bool(_OFFICE.match(text, end))
    if name in ("经济区", "产业区", "商务区"):
        return len(kind) > 3
    if name in ("工业园", "科技园区", "创业园区", "物流园区", "产业园区"):
        return placed or bool(_OFFICE.match(text, end))
    return len(kind) > 1

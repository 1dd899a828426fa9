"""Proposes the names of concrete projects.

Five sources of evidence, a function each: a head noun with a distinctive name before it, the items
of a list that 等项目 closes, the neighbours of a project in a list, what an amount is invested in,
a capacity with its product; and later mentions of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects.lists import by_phase, closed_start, quoted
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import (
    AND,
    BUILT_AFTER,
    BUILT_BEFORE,
    CAPACITY,
    KIND,
    LEADING,
    LIST_END,
    NO_HEAD,
    SEPARATORS,
    TAIL,
    generic,
    heads,
)
from gaoyou_nlp.rules.segmentation import CLAUSE

_Offsets = tuple[int, int]
_CLOSED_LIST = re.compile(
    "等(?=[^，。！？；\n]{0,16}?(?:项目|工程))|(?<=[\u4e00-\u9fff])(?=[0-9一二三四五六七八九十]{1,3}个[\u4e00-\u9fff]{0,6}(?:项目|工程))|"
    "等(?=(?:陆续|相继|尽快|早日|年内|如期|顺利|全面|实质性)?(?:竣工|开工|投产|见效|达产))"
)
_OF_MONEY = re.compile("(?:以上)?(?:的|，?(?:建设|新建|兴建|建成|打造|实施|投建))")
_INVESTED = re.compile("(?:投资|投入|斥资|耗资)[^，。；]{0,10}$")
_NO_PROJECT = re.compile(
    "[%％]|合同|贷|政策|资金|订单|市场|基金|企业|公司$|产值|收入|缺口|意见|方案|规划|计划|任务|目标|要求|问题|工作|上月|去年|行动|机制|制度"
)


def find_projects(evidence: Evidence) -> list[Span]:
    """Propose the names of projects.

    Parameters:
        evidence: Of a text, with areas, bodies and amounts.

    Returns:
        PROJECT candidates; they may overlap.

    Example:
        >>> [s.text for s in find_projects(Evidence("恒安纸业年产20万吨生活用纸项目开工"))]
        ['恒安纸业年产20万吨生活用纸项目']
    """
    text, names = evidence.text, ProjectEvidence(evidence)
    spans: dict[_Offsets, str] = {}
    for offsets in _listed(names):
        spans.setdefault(offsets, "project.list")
    for offsets in (*by_phase(names), *quoted(names)):
        spans.setdefault(offsets, "project.list")
    for offsets in _headed(names):
        spans.setdefault(offsets, "project.head")
    for offsets in _with_capacity(names):
        spans.setdefault(offsets, "project.capacity")
    for offsets in _beside(names, list(spans)):
        spans.setdefault(offsets, "project.list")
    for offsets in _invested(names):
        spans.setdefault(offsets, "project.invested")
    for offsets in _again(text, spans):
        spans.setdefault(offsets, "project.again")
    return [Span(s, e, "PROJECT", text[s:e], rule) for (s, e), rule in sorted(spans.items())]


def _headed(names: ProjectEvidence) -> list[_Offsets]:
    """Names with a head noun; one that is also a place only where it is being built."""
    pattern, kinds = heads()
    text = names.text
    sure: set[_Offsets] = set()
    plain: list[_Offsets] = []
    maybe: list[_Offsets] = []
    for match in pattern.finditer(text):
        head, stop, end = match[0], match.start(), match.end()
        if NO_HEAD.match(text, end) or (end not in names.cut.edge_set and len(head) < 3):
            continue
        kind = kinds[head]
        tail = TAIL.match(text, end)
        end = tail.end() if tail else end
        if text[end - 2 : end] == "建设":
            end -= 2
        start = names.start(stop, road=kind == "r")
        if start >= stop:
            continue
        if end != match.end():
            kind = "s"
        distinct = names.distinct(start, stop, head)
        if not distinct and not names.loose(start, stop):
            continue
        if (
            not distinct
            and kind == "s"
            and not _STRONG_BEFORE.search(text[max(0, start - 3) : start])
        ):
            plain.append((start, end))
            continue
        built = kind == "s" or names.capacity(start, stop) or _is_built(names, start, end)
        if built and (distinct or _is_strong(text, start, end)):
            sure.add((start, end))
        elif distinct:
            maybe.append((start, end))
    if len(sure) >= _MANY:
        sure |= {(s, e) for s, e in maybe if not _is_landmark(text, s, e)}
    _spread(text, sure, maybe)
    whole = {text[s:e] for s, e in sure}
    for start, end in plain:
        if end - start > 4 and any(name.endswith(text[start:end]) for name in whole):
            sure.add((start, end))
    return sorted(sure)


def _is_built(names: ProjectEvidence, start: int, end: int) -> bool:
    text = names.text
    if end in names.money_starts:
        return True
    if end in names.names:
        return False
    return bool(
        BUILT_BEFORE.search(text[max(0, start - 6) : start]) or BUILT_AFTER.match(text, end)
    )


_STRONG_BEFORE = re.compile("(?:一座|一个|建设|新建|兴建|投建|建起|签下|上马|打造|元的)$")
_STRONG_AFTER = re.compile(
    "[，（]?(?:总|计划|估算|概算)*投资|开工|奠基|竣工|投产|破土|建成|投用|动工"
)


def _is_strong(text: str, start: int, end: int) -> bool:
    """Whether the context alone speaks for one concrete thing."""
    return bool(
        _STRONG_BEFORE.search(text[max(0, start - 3) : start]) or _STRONG_AFTER.match(text, end)
    )


_MANY = 4  # projects of a text that make its other built things projects as well
_LANDMARK_BEFORE = re.compile(
    "(?:在|到|于|来到|前往|走进|从|至|距|紧邻|毗邻|途经|经过|沿|靠近|参观|走访|往|赴|位于|的|与|和|由|向|对|把|被|据)$"
)
_LANDMARK_AFTER = re.compile(
    "举行|召开|内|里|附近|旁|门口|开展|主任|院长|校长|党|副|负责|工作|职工|学生|医生|教师|师生|的|等|、|，|。|组织|"
    "开幕|联合|说|表示|介绍|获悉"
)


def _is_landmark(text: str, start: int, end: int) -> bool:
    """Whether a building is only named as a place or an actor."""
    before = text[max(0, start - 2) : start]
    return bool(_LANDMARK_BEFORE.search(before) or _LANDMARK_AFTER.match(text, end))


def _spread(text: str, sure: set[_Offsets], maybe: list[_Offsets]) -> None:
    """In a list with a project, the other built things are projects too."""
    ends = {end for _, end in sure}
    starts = {start for start, _ in sure}
    for start, end in maybe:
        if _before_mark(text, start) in ends:
            sure.add((start, end))
            ends.add(end)
            starts.add(start)
    for start, end in reversed(maybe):
        mark = AND.match(text, end)
        if mark and mark.end() in starts:
            sure.add((start, end))
            starts.add(start)


def _before_mark(text: str, start: int) -> int:
    for mark in ("以及", "、", "和", "及", "与"):
        if text.endswith(mark, 0, start):
            return start - len(mark)
    return -1


def _listed(names: ProjectEvidence) -> Iterator[_Offsets]:
    """The items of lists that 等项目 closes, each from the last to the first."""
    text = names.text
    for match in _CLOSED_LIST.finditer(text):
        if not LIST_END.match(text, match.start()):
            continue
        end = match.start()
        if not match[0] and "、" not in text[max(0, end - 24) : end]:
            continue
        while end > 0:
            at = max(text.rfind(c, max(0, end - 45), end) for c in "、，。；：\n")
            begin = max(at + 1, names.floor(end))
            start = closed_start(names, begin, end)
            if 2 <= end - start <= 40 and not generic().fullmatch(text, start, end):
                yield start, end
            if at <= 0 or text[at] != "、" or start > begin:
                break
            end = at


def _item_start(names: ProjectEvidence, begin: int, end: int) -> int:
    """Where an item proper begins: behind a verb, a relative clause or a conjunction."""
    return names.start(end, road=True, floor=begin)


def _beside(names: ProjectEvidence, spans: Sequence[_Offsets]) -> Iterator[_Offsets]:
    """Items without head beside projects of the same list."""
    text = names.text
    known = set(spans)
    starts = {start for start, _ in known}
    ends = {end for _, end in known}
    for start, end in spans:
        at = start
        while at > 0 and text[at - 1] in "、和及":
            stop = at - 1
            begin = max(text.rfind(c, max(0, stop - 30), stop) for c in SEPARATORS) + 1
            item = _item_start(names, begin, stop)
            if stop in ends or not _is_item(names, item, stop):
                break
            yield item, stop
            if item > begin or text[begin - 1 : begin] != "、":
                break
            at = begin
        at = end
        while at < len(text) and text[at] in "、和及":
            begin = at + 1
            if begin in starts:
                break
            stop = begin
            while stop < len(text) and text[stop] not in SEPARATORS and stop - begin < 30:
                if text[stop] in "和等及" and stop in names.cut.edge_set and stop > begin + 3:
                    break
                stop += 1
            if text.endswith("建设", begin + 4, stop):
                stop -= 2
            if names.start(stop, floor=begin) != begin or not _is_item(names, begin, stop):
                break
            yield begin, stop
            at = stop


def _is_item(names: ProjectEvidence, start: int, end: int) -> bool:
    text = names.text
    return (
        4 <= end - start <= 30
        and names.distinct(start, end)
        and _NO_PROJECT.search(text, start, end) is None
        and names.names.get(start) != end
    )


def _with_capacity(names: ProjectEvidence) -> Iterator[_Offsets]:
    """A maker, a capacity and its product: 恒安年产20万吨生活用纸."""
    text = names.text
    for match in CAPACITY.finditer(text):
        end = match.end()
        while end < len(text) and end - match.end() < 20 and text[end] not in CLAUSE:
            stop = names.cut.end_after(end)
            if names.cut.is_stop(end, stop) or not text[end].isalnum():
                break
            end = stop
        start = names.start(match.start())
        maker = text[start : match.start()].removesuffix("年产").removesuffix("日产")
        if (
            end - match.end() < 2
            or len(maker) < 2
            or text[end : end + 1] not in tuple("、，。；：（)和等")
        ):
            continue
        if names.distinct(start, start + len(maker)) and KIND.fullmatch(maker) is None:
            yield start, end


def _invested(names: ProjectEvidence) -> Iterator[_Offsets]:
    """What an amount is invested in: 投资5亿元的X, 投资5亿元建设X."""
    text = names.text
    for money in names.money_ends:
        match = _OF_MONEY.match(text, money)
        if not match or not _INVESTED.search(text[max(0, money - 24) : money]):
            continue
        start = end = match.end()
        while end < len(text) and end - start < 40 and text[end] not in CLAUSE:
            stop = names.cut.end_after(end)
            if names.cut.is_stop(end, stop) or text[end] in "（(":
                break
            end = stop
        lead = LEADING.match(text[start:end])
        start += lead.end() if lead else 0
        closed = text[end : end + 1] in tuple("、，。；等和（")
        if not closed or end - start < 4 or _NO_PROJECT.search(text, start, end):
            continue
        if names.distinct(start, end):
            yield start, end


def _again(text: str, spans: dict[_Offsets, str]) -> Iterator[_Offsets]:
    """Later mentions of a name."""
    names = {text[s:e] for s, e in spans if e - s >= 4}
    if names:
        yield from Matcher(names).find(text)

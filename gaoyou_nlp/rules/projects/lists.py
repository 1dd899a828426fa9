"""Names of projects that their surroundings bound: behind a verb of building, in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import KIND, generic

_Offsets = tuple[int, int]
_PUSHED = re.compile(
    "(?:[\u4e00-\u9fff]{0,6}?(?:加快推进|推进|力促|督促|促进|推动|加快|加速|力推|力争|确保|保障|服务))"
)
_NOT_WITHIN = re.compile("[的了]|等$|以及|建设|[0-9.]+[万亿]元")
_PHASES = re.compile(
    "(?:推进|推动|加快|加速|启动|实施)([^，。；：！？、的\n]{4,30}(?:、[^，。；：！？、的\n]{4,30})+)建设(?=[，。；！\n])"
)
_PHASE = re.compile("[一二三四五六]期$")
_QUOTED = re.compile(
    "(?:推动|推进|加快|建设|新建|筹建|启动|运营|建好)“([^“”，。；、：\n]{3,28}"
    "(?:展厅|展馆|基地|中心|馆|园|园区|平台|综合体|大厦|广场|小镇|工厂))”"
)
_AWARD = re.compile("示范|样板|一流|先进|国家级|省级|试点")


def closed_start(names: ProjectEvidence, begin: int, end: int) -> int:
    """Where an item of a closed list begins.

    Parameters:
        names: The evidence of the text.
        begin: Where the clause or the item begins.
        end: Where the item ends.

    Returns:
        Behind the verb that governs the list; the mark before, where the item is one name.
    """
    text, cut = names.text, names.cut
    start = names.start(end, road=True, floor=begin)
    if start == begin:
        return start
    if text[begin - 1 : begin] == "、":
        first = cut.is_stop(begin, cut.end_after(begin)) or _PUSHED.match(text, begin, end)
        whole = not first and end - begin <= 16 and not _NOT_WITHIN.search(text, begin, end)
        return begin if whole and begin in cut.edge_set else start
    pushed = _PUSHED.match(text, begin, end)
    if not pushed or pushed.end() not in cut.edge_set or pushed.end() >= start:
        return start
    item = names.stripped(pushed.end(), end)
    long = end - item > 16 or _NOT_WITHIN.search(text, item, end)
    stop = item < end and cut.is_stop(item, cut.end_after(item))
    return start if long or stop else item


def by_phase(names: ProjectEvidence) -> Iterator[_Offsets]:
    """The items of a list that is being built, where one bears a phase: A、B二期建设.

    Parameters:
        names: The evidence of the text.

    Yields:
        The offsets of every item.
    """
    text = names.text
    for match in _PHASES.finditer(text):
        at, items = match.start(1), []
        for item in match[1].split("、"):
            start = names.stripped(at, at + len(item))
            items.append((start, at + len(item)))
            at += len(item) + 1
        if any(_PHASE.search(text, s, e) for s, e in items):
            yield from ((s, e) for s, e in items if e - s > 3)


def quoted(names: ProjectEvidence) -> Iterator[_Offsets]:
    """Built things in quotes behind a verb of building, as a whole.

    Parameters:
        names: The evidence of the text.

    Yields:
        The offsets between the quotes.
    """
    for match in _QUOTED.finditer(names.text):
        start, end = match.span(1)
        kind = KIND.fullmatch(names.text, start, end) or generic().fullmatch(names.text, start, end)
        if not kind and not _AWARD.search(names.text, start, end):
            yield start, end

"""Tells whether a stage is told of a project itself, of a part of it, or of something else."""

from __future__ import annotations

import re

from gaoyou_nlp.relations.stages import Fact

_CLAUSE = re.compile("[，,；;：:。\n]")
_PART = re.compile(
    "主体|桩基|标段|[东南西北中]段|第[一二三四五六七八九十0-9]{1,3}(?:座|标|段|合同段)|"
    "配电所|变电所|隧道|桥梁|主[桥塔墩线]|特大桥|控制性|节点|路基|管廊|基坑|围堰|箱梁|幕墙|土建|"
    "首[座个段处][^，。；]{0,14}(?:工程|枢纽|站|所|隧道|桥|段|楼)"
)
_FIRST = re.compile("首[座个段处]")
_WORK = re.compile("[^，。；]{0,8}(?:工程|枢纽|站|所|隧道|桥|段|楼)")
_WHOLE = re.compile("(?:及|和|与|等)?(?:附属|配套)|全部|整体|所有|均|全线(?=建成|通车|竣工|完工)")
_OTHER = re.compile(
    "以及|还有|另外|另[一有][家个座条处]|其[他它]|与此同时|走访|参观|观看|考察|视察|座谈|取代|代替"
)
_ATTRIBUTE = re.compile("了?的(?!项目|工程|[是基同前时])[\u4e00-\u9fff]")
_NEXT_VERB = re.compile("[、，,](?:[^、，,]{0,6})(?:建设|打造|组织|开展|设立|成立|举办|培育)")
_OF_PART = ("竣工", "投产")


def told_of(text: str, end: int, fact: Fact) -> Fact | None:
    """Return what a fact behind the name of a project says of the whole project.

    Parameters:
        text: The article.
        end: Where the name ends.
        fact: A stage told behind it in the same sentence.

    Returns:
        The fact; the project is under construction where only a part of it is ready; None where
        the words are of something else (新近动工的沙坪装置).

    Examples:
        >>> told_of("云岭高铁首座隧道竣工", 4, Fact(8, 10, "竣工", True)).stage
        '在建'
        >>> told_of("云岭基地，以及新近动工的沙坪装置", 4, Fact(9, 11, "开工", True)) is None
        True
    """
    if _OTHER.search(text, end, fact.start):
        return None
    if _ATTRIBUTE.match(text, fact.end) and _CLAUSE.search(text, end, fact.start):
        return None
    low = end
    for mark in _CLAUSE.finditer(text, end, fact.start):
        low = mark.end()
    if fact.stage not in _OF_PART or not fact.sure:
        return fact
    dug = text[fact.start : fact.end].endswith("贯通") and text.endswith("隧道", 0, end)
    first = _FIRST.search(text, low, fact.start) and _WORK.match(text, fact.end)
    part = (first or _PART.search(text, low, fact.start)) and not _WHOLE.search(text, low, fact.end)
    return Fact(fact.start, fact.end, "在建", True) if dug or part else fact


def governs(text: str, fact: Fact, start: int) -> bool:
    """Say whether a stage told before a name is told of it, not of what stands between.

    Parameters:
        text: The article.
        fact: A stage told in the same clause.
        start: Where the name begins.

    Examples:
        >>> governs("签约体检中心、建设转化平台", Fact(0, 2, "签约", True), 9)
        False
    """
    return _NEXT_VERB.search(text, fact.end, start) is None

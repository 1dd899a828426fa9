"""Bodies with names of their own: state organs, media, universities, associations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import alternation, words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors

_MEDIA = re.compile(
    "(?<![0-9])日报(?:社(?!论))?(?![道告价送考])|晚报|晨报|都市报|商报|时报|早报|快报|导报|周报|法制报|农民报|青年报|新闻网|政府网|信息网|热线|新闻社|通讯社|新闻中心|融媒体中心|"
    "融媒|电视台|广播电台|广播电视台|新闻传媒集团|传媒集团|报业集团|(?<=[\u4e00-\u9fff])(?:网|发布(?![消《])|在线|报)(?=讯|记者|消息|[》）)《]|特约|[0-9]{1,2}月[0-9]{1,2}日[^，。]{0,4}[讯电])"
)
_LEARNED = re.compile(
    "大学|学院|研究院|研究所|设计院|协会|商会|学会|联合会|基金会|促进会|医院|中学|职教中心|农场|油田|海关|海事局|铁路局|总队|总院|军区"
)
_GENERIC_LEARNED = re.compile(
    "^(?:已有|现有|新型|产业|产业技术|各|各级|各类|高水平|研究型|函授|电视|夜|干部|成人|老年|开放|综合|重点|知名|著名|名牌|国内|国外|海外|多所|几所|高等|本科|医科|师范|职业|技术|职业技术|民办|公办|独立|二级|部属|省属|"
    "大型|三甲|公立|私立|专科|综合性|中心|中|西|村级|乡镇|县级|市级|省级|行业|商|外地|异地|中医|儿童|妇幼|科学|勘察|规划|建筑|等|所|家|个|"
    "[0-9一二两三四五六七八九十几多]+)+$"
)


@cache
def _national() -> Matcher:
    return Matcher(words("organisations/national_bodies.txt"))


@cache
def _ministry() -> re.Pattern[str]:
    fields = alternation(words("organisations/department_fields.txt"))
    return re.compile(f"(?:国家|中央)?(?:{fields})(?:部|总局)(?![门位分队件署长])|国务院")


def find_institutions(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose state organs, media, universities, hospitals, associations.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates; they may overlap.
    """
    text, cut = evidence.text, evidence.words
    areas = anchors.areas
    for start, end in _national().find(text):
        if text[end : end + 1] != "门" and (start in cut.edge_set or end - start > 3):
            yield Span(start, end, "ORG", text[start:end], "org.national")
    for match in _ministry().finditer(text):
        start, end = match.span()
        if start in cut.edge_set and end in cut.edge_set:
            yield Span(start, end, "ORG", match[0], "org.ministry")
    for match in _MEDIA.finditer(text):
        start = cut.name_start(match.start(), window=8)
        last = [a for a in range(start, match.start()) if a in areas]
        start = last[-1] if last and text[areas[last[0]] - 1] in "省市县区" else start
        if match.start() - start >= 2 and not text.endswith("机关", start, match.start()):
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.media")
    for match in _LEARNED.finditer(text):
        if text[match.end() : match.end() + 1] in tuple("生城校区路站长科"):
            continue
        start = cut.name_start(match.start(), window=18)
        kind = text[start : match.start()]
        inside = [a for a in range(start, match.start()) if a in areas]
        if inside:
            start = anchors.chain(inside[0])
        if len(kind) >= 2 and not _GENERIC_LEARNED.match(kind):
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.institution")

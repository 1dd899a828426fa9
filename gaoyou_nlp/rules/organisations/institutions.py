"""Bodies with names of their own: state organs, media, universities, associations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import word_count
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors, back_to_area, behind_number, is_loose
from gaoyou_nlp.rules.segmentation import Segmentation

_TABLE = "organisations/pattern_words.tsv"


# An ending of media that is one only before these: 清河发布讯, 《清河在线》.
_MEDIA_BEFORE = re.compile(
    "(?<=[\u4e00-\u9fff])(?:网|发布(?![消《])|在线|报)(?=讯|记者|消息|[》）)《]|特约|"
    "[0-9]{1,2}月[0-9]{1,2}日[^，。]{0,4}[讯电])"
)

# A paper that is quoted: 《恒岳周刊》记者; the source of an article: 来源：恒岳网.
_QUOTED = re.compile("《([^《》，。]{2,12})》(?=的?(?:{behind a paper}))", words=_TABLE)
_SOURCE = re.compile(
    r"(?:来源|发布人|稿源|出处|供稿)[：: ]+-?\s?"
    r"([\u4e00-\u9fffA-Za-z0-9·]{1,14}?(?:{end of a medium}))(?=[\s，。；）)\-—]|$)",
    words=_TABLE,
)
_COUNTRY = ("中国", "中华人民共和国")
_NUMBER_OF_PAPER = re.compile("[\u4e00-\u9fff]{0,4}[〔［]")  # 国办发〔2018〕43号
_NO_MINISTRY = tuple("门位分队件署长")


@cache
def _endings(name: str) -> tuple[WordPattern, dict[str, str]]:
    forbidden = {row[0]: row[1].strip("-") for row in table(f"organisations/{name}.tsv")}
    return word_pattern(forbidden), forbidden


@cache
def _generic() -> re.Pattern[str]:
    kinds = alternation(words("organisations/institution_generic.txt"))
    return re.compile(f"(?:{kinds}|[0-9一二两三四五六七八九十几多])+")


@cache
def _national() -> Matcher:
    return Matcher(words("organisations/national_bodies.txt"))


@cache
def _ministry() -> WordPattern:
    fields = words("organisations/department_fields.txt")
    states, ends = ("", "国家", "中央"), ("部", "总局")
    return word_pattern({f"{s}{field}{end}" for field in fields for s in states for end in ends})


def _ministries(text: str) -> Iterator[tuple[int, int]]:
    """Ministries of the state; a department (教育部门) or its head is none."""
    at = 0
    while (match := _ministry().search(text, at)) is not None:
        start, at = match.span()
        if text[at : at + 1] in _NO_MINISTRY:
            at = start + 1
        else:
            yield start, at


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
            if _NUMBER_OF_PAPER.match(text, end) or _is_word(text, start, end):
                continue
            start = _with_country(text, start, end, anchors)
            yield Span(start, end, "ORG", text[start:end], "org.national")
    for start, end in _ministries(text):
        if start in cut.edge_set and end in cut.edge_set:
            start = _with_country(text, start, end, anchors)
            yield Span(start, end, "ORG", text[start:end], "org.ministry")
    yield from _media(cut, areas)
    yield from _cited(text)
    yield from _institutions(cut, anchors)


def _with_country(text: str, start: int, end: int, anchors: Anchors) -> int:
    """Take in the country before an organ of the state: 中华人民共和国商务部."""
    area = anchors.by_end.get(start)
    country = area is not None and text[area:start] in _COUNTRY
    return area if area is not None and country and text[end - 1] in "部局署院委会" else start


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the end of a short name belongs to the next word: 高|通胀."""
    return end - start == 2 and word_count(text[end - 1 : end + 1]) > 0


def _media(cut: Segmentation, areas: dict[int, int]) -> Iterator[Span]:
    """Papers, stations, sites."""
    text = cut.text
    pattern, forbidden = _endings("media_endings")
    for match in chain(pattern.finditer(text), _MEDIA_BEFORE.finditer(text)):
        stop, end = match.span()
        after = text[end : end + 1]
        if after and after in forbidden.get(match[0], ""):
            continue
        start = behind_number(text, cut.name_start(stop, window=8), stop)
        last = [a for a in range(start, stop) if a in areas]
        start = last[-1] if last and text[areas[last[0]] - 1] in "省市县区" else start
        if stop - start >= 2 and not text.endswith("机关", start, stop):
            yield Span(start, end, "ORG", text[start:end], "org.media")


def _cited(text: str) -> Iterator[Span]:
    """Papers and sites that are quoted, or named as the source of an article."""
    for match in chain(_QUOTED.finditer(text), _SOURCE.finditer(text)):
        start, end = match.span(1)
        yield Span(start, end, "ORG", match[1], "org.media.cited")


def _institutions(cut: Segmentation, anchors: Anchors) -> Iterator[Span]:
    """Universities, hospitals, publishers, associations."""
    text, areas = cut.text, anchors.areas
    pattern, forbidden = _endings("institution_endings")
    for match in pattern.finditer(text):
        stop, end = match.span()
        after = text[end : end + 1]
        if (after and after in forbidden[match[0]]) or _inside_word(cut, stop):
            continue
        start = behind_number(text, cut.name_start(stop, window=18), stop)
        inside = [a for a in range(start, stop) if areas.get(a, stop + 1) <= stop]
        if inside:
            start = anchors.chain(inside[0])
            named = not is_loose(text, areas[inside[-1]], stop)
        elif (back := back_to_area(cut, start, max(0, start - 8), areas)) < start:
            start, named = back, not is_loose(text, areas[back], stop)
        else:
            named = stop - start > 1 and not _generic().fullmatch(text, start, stop)
        if named:
            yield Span(start, end, "ORG", text[start:end], "org.institution")


def _inside_word(cut: Segmentation, stop: int) -> bool:
    """Whether an ending begins inside a word that makes no name: 集中|学习."""
    return stop not in cut.edge_set and cut.end_after(stop) - cut.start_before(stop + 1) == 2

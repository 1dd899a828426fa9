"""Companies: full names by their ending, short names by their trade or by a post beside them,
names in brackets and in Latin letters, and every later mention of an established brand.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from gaoyou_nlp.language.areas import FREE, FULL, places
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import alternation, words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.company_names import (
    after_area,
    endings,
    forms,
    is_generic,
    is_named,
    is_rare,
    is_unknown,
    short_names,
    trade_run,
    trade_verbs,
    trades,
)
from gaoyou_nlp.rules.segmentation import CLAUSE, Segmentation

_Found = tuple[int, int, str]
_POSTS = (
    "总监|党委书记|党组书记|党总支书记|副董事长|董事长|监事长|监事会主席|常务副总经理|副总经理|总经理|"
    "执行总裁|高级总裁|副总裁|总裁|生产副总|副总|首席执行官|CEO|CTO|CFO|总工程师|总工|创始人|负责人|"
    "法定代表人|法人代表|厂长|副行长|行长|老板|项目经理"
)
_POST = re.compile(f"(?:[\u4e00-\u9fff]{{2}})?总监|{_POSTS}")
_POST_ANYWHERE = re.compile(_POSTS)
_CALLED = re.compile('(?:下称|以下简称|简称)[：:]?[“"《「]([^”"》」，。]{2,10})[”"》」]')
_DOCUMENTS = re.compile("(?:条例|办法|规定|意见|方案|规划|通知|法|协议|纲要|细则|项目|工程)$")
_LATIN = re.compile(
    r"[A-Z][A-Za-z]*(?:[ .&’'-]+[A-Z][A-Za-z]*|\.)*(?:,? (?:Co\.,? ?)?(?:Ltd|Inc|GmbH|AG|LLC|PLC|"
    r"Group|Corporation|Corp|B\.V|S\.A|Limited|Oyj?|SpA|Srl|NV|BV|AB|Pte)\.?)"
)
# What stands before a name without belonging to it.
_LEAD = re.compile(
    "(?:(?:研发|投资|项目|总包|施工|建设|承建|运营|代建|合作|出资|供货|业主|总承包)方|利用|建设|注资|伙同|"
    "兼|任|整合|依托|日资|美资|德资|外资|港资|台资|省属|市属|县属|区属|主体|业主|其中|民营|国有|央企|民企|"
    "国企|外企|龙头|骨干|上市|知名|著名|大型|本土|企业|公司|巨头|行业|世界|500强)+"
)
# Endings that are common nouns as well.
_BARE = ("公司", "集团", "合作社", "事务所", "工作室", "家庭农场", "总公司", "分公司", "机械厂", "食品厂")
_NEAR = 5000  # characters around a mention in which another one speaks for it


def find_companies(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose companies, banks, cooperatives.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates; they may overlap.

    Example:
        >>> text = "由恒岳（河北）纸业有限公司承建，恒岳纸业董事长说"
        >>> evidence = Evidence(text)
        >>> [s.text for s in find_companies(evidence, Anchors(evidence))]
        ['恒岳（河北）纸业有限公司', '恒岳纸业']
    """
    text, cut = evidence.text, evidence.words
    areas = anchors.areas
    money = {s.end for s in evidence.labelled("MONEY")}
    spans: dict[tuple[int, int], str] = {}
    names: set[str] = set()
    covered = bytearray(len(text))
    for start, end, rule in _by_ending(cut, areas, money):
        spans[start, end] = rule
        names |= short_names(text[start:end])
        covered[start:end] = b"\x01" * (end - start)
    for start, end, rule in (*_by_trade(cut, areas), *_by_post(cut), *_by_area(cut, areas)):
        if not all(covered[start:end]):
            spans.setdefault((start, end), rule)
            names |= short_names(text[start:end])
    ends = {end for _, end in spans}
    for match in _CALLED.finditer(text):
        if not _DOCUMENTS.search(match[1]) and _names_a_body(text, match.start(), ends):
            names.add(match[1])
            spans.setdefault(match.span(1), "org.company.called")
    for match in _LATIN.finditer(text):
        spans.setdefault(match.span(), "org.company.latin")
    for (start, end), rule in sorted(spans.items()):
        covered[start:end] = b"\x01" * (end - start)
        yield Span(start, end, "ORG", text[start:end], rule)
    yield from _again(cut, names, covered)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(alternation(endings()))


def _by_ending(cut: Segmentation, areas: dict[int, int], money: Container[int]) -> Iterator[_Found]:
    """Names with a legal form, banks, cooperatives."""
    text = cut.text
    last = 0
    for match in _ending().finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if after and after in endings()[name][1]:
            continue
        floor = 0 if name in ("支行", "分行") else last
        start = cut.name_start(
            stop,
            floor=floor,
            window=32,
            through=words("organisations/company_words.txt"),
        )
        start = next((at for at in range(stop, start, -1) if at in money), start)
        if "有限" in name and is_generic(text[start:stop]) and start - floor > 4:
            start = cut.name_start(cut.start_before(start), floor=floor, window=24)
        lead = _LEAD.match(text, start, stop)
        start = _from_area(lead.end() if lead else start, stop, areas, cut)
        start = _after_and(text, start, stop)
        placed = start in areas or text[start] in "省市县区"
        if stop - start < 2 or (is_generic(text[start:stop]) and not placed):
            continue
        if not placed and name in _BARE and not is_named(cut, start, stop, common=name == "集团"):
            continue
        last = end
        yield start, end, "org.company.full" if "公司" in name else "org.company.ending"


def _after_and(text: str, start: int, stop: int) -> int:
    """Begin behind a conjunction between two bodies: 市环保局和市供电公司."""
    at = max(text.rfind(c, start, stop) for c in "和与及")
    if at > start and (text[at - 1] in "局委办厅部院会司团府校" or text[at + 1] in "省市县区"):
        return at + 1
    return start


def _from_area(start: int, stop: int, areas: dict[int, int], cut: Segmentation) -> int:
    """Drop what stands before the area a name begins with, and a country before a foreign name."""
    text = cut.text
    for at in range(start, stop):
        if areas.get(at, stop + 1) <= stop:
            if at > start and _is_part(start, at, cut):
                return start
            abroad = text[at : areas[at]] in places().countries and areas[at] < stop
            return areas[at] if abroad else at
        if text[at] in "（(":
            break
    return start


def _is_part(start: int, at: int, cut: Segmentation) -> bool:
    """Whether what stands before an area belongs to a company's name: a brand, a mother."""
    before = cut.text[start:at]
    return (
        before in words("organisations/national_bodies.txt")
        or before.endswith(("集团", "银行", "公司", "大学"))
        or (at - start <= 4 and is_unknown(cut, start, at))
    )


def _by_trade(cut: Segmentation, areas: dict[int, int]) -> Iterator[_Found]:
    """Unknown brand and trade: 林盛家居; the words behind must not go on with the name."""
    text = cut.text
    for match in trade_run().finditer(text):
        stop, end = match.span()
        if stop not in cut.edge_set or end not in cut.edge_set:
            continue
        start = _from_area(cut.name_start(stop, window=8), stop, areas, cut)
        lead = _LEAD.match(text, start, stop)
        start = lead.end() if lead else start
        brand = after_area(text, start)
        while stop - brand > 3 and _count(text, brand + 1, stop) > _count(text, brand, stop):
            brand += 1
            start = brand
        while end > stop and text[end - 2 : end] in trade_verbs():
            end -= 2
        name = text[brand:stop]
        if end <= stop or not 2 <= len(name) <= 4 or is_generic(name) or name.isascii():
            continue
        known = not is_unknown(cut, brand, stop) and not is_rare(name)
        strong = trades().get(text[stop:end], "strong").startswith("strong")
        # Several items of a list with one ending are goods: 室内照明、道路照明.
        if known or _is_goods(text, start, stop, end) or not (strong or _ends_here(end, cut)):
            continue
        if (brand > start and end - stop > 1) or _is_told(text, brand, stop, end):
            yield start, end, "org.company.trade"


def _is_goods(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the items on both sides of a list end with the same trade."""
    kind = re.escape(text[stop:end])
    after = re.compile(f"、[\u4e00-\u9fff]{{2,6}}{kind}").match(text, end)
    return after is not None and text.endswith(text[stop:end] + "、", 0, start)


def _by_post(cut: Segmentation) -> Iterator[_Found]:
    """An unknown name before a post of companies: 绣克董事长."""
    for match in _POST_ANYWHERE.finditer(cut.text):
        # 技术总监, 质量总监: the two characters before belong to the post.
        end = max(0, match.start() - 2) if match[0] == "总监" else match.start()
        start = cut.name_start(end, window=9)
        if 2 <= end - start <= 6 and is_unknown(cut, start, end):
            yield start, end, "org.company.post"


def _by_area(cut: Segmentation, areas: dict[int, int]) -> Iterator[_Found]:
    """A name that the text keeps setting behind one area: 宁海恒岳, three times."""
    text = cut.text
    seen: dict[str, list[_Found]] = {}
    for start, at in areas.items():
        end = at + 2
        if end > len(text):
            continue
        word = text[at:end]
        whole = cut.end_after(at) == end and is_rare(word)
        if (whole or is_unknown(cut, at, end)) and word not in places().towns:
            seen.setdefault(text[start:end], []).append((start, end, "org.company.area"))
    for mentions in seen.values():
        if len(mentions) > 2:
            yield from mentions


def _count(text: str, start: int, stop: int) -> int:
    """How often a stretch stands around its place."""
    return text.count(text[start:stop], max(0, start - _NEAR), stop + _NEAR)


def _is_told(text: str, start: int, stop: int, end: int) -> bool:
    """Whether enough speaks for a company: its trade, a list, a post, another mention."""
    worth = trades().get(text[stop:end], "strong").partition("+")[0]
    post = _POST.match(text, end) is not None
    if worth == "kind" or post:
        return post
    listed = text[end : end + 1] in ("、", "（", "(") or text[start - 1 : start] == "、"
    return worth == "strong" or listed or _count(text, start, stop) > 1


def _ends_here(end: int, cut: Segmentation) -> bool:
    text = cut.text
    if end >= len(text) or text[end] in CLAUSE or text[end] in "”’）)（(":
        return True
    return cut.is_stop(end, cut.end_after(end)) or _POST.match(text, end) is not None


def _names_a_body(text: str, at: int, ends: Container[int]) -> bool:
    """Whether a body's name ends right before the bracket that says what it is called."""
    while at > 0 and text[at - 1] in "（(以下 ":
        at -= 1
    return at in ends


def _again(cut: Segmentation, names: set[str], covered: bytearray) -> Iterator[Span]:
    """Later mentions: the brand, with an area before it or trades and a legal form behind."""
    text = cut.text
    for start, end in Matcher(n for n in names if len(n) > 1).find(text):
        form = forms().match(text, end)
        end = form.end() if form else end
        if all(covered[start:end]):
            continue
        area = cut.start_before(start) if start else 0
        if area < start and places().use.get(text[area:start]) in (FULL, FREE):
            start = area
        yield Span(start, end, "ORG", text[start:end], "org.company.again")

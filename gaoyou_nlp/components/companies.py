"""Companies: full names by their ending, short names by their trade or by a title beside them,
and every later mention of a brand that the text establishes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gaoyou_nlp.components.edges import CLAUSE, Words, words_of
from gaoyou_nlp.components.place_table import FREE, FULL, places
from gaoyou_nlp.lexicon.matcher import Matcher
from gaoyou_nlp.lexicon.tables import alternation, words
from gaoyou_nlp.records import Span

_LEGAL = "有限责任公司 股份有限公司 集团股份有限公司 集团有限公司 有限公司 集团公司 股份公司 总公司 分公司 公司 集团 株式会社 控股集团 控股 股份".split()
_MONEY_HOUSES = "支行 分行 银行 农商行 信用社 信用联社 农信联社 农村商业银行".split()
_OTHERS = "合作社 事务所 联合社 家庭农场 工作室 制造厂 机械厂 水泥厂 酒厂 纸厂 化肥厂 钢铁厂 制药厂 卷烟厂 造船厂 服装厂 食品厂 电子厂 玩具厂".split()
_ENDING = re.compile(alternation([*_LEGAL, *_MONEY_HOUSES, *_OTHERS]))
_NOT_AFTER = {
    "公司": "化法债",
    "集团": "化军群",
    "股份": "制权比额的转公化改占合认",
    "控股": "权子股投了",
    "银行": "卡业贷账存间信授家",
    "信用社": "区",
}
_POST = re.compile(
    "(?:党委书记|党组书记|党总支书记|副?董事长|监事长|监事会主席|常务副总经理|副总经理|总经理|总经理助理|副总裁|执行总裁|高级总裁|总裁|副总|首席执行官|CEO|CTO|CFO|"
    "总工程师|总工|财务总监|技术总监|质量总监|市场总监|生产总监|销售总监|总监|创始人|负责人|法定代表人|法人代表|厂长|行长|副行长|老板|生产副总|项目经理|车间)"
)
_CALLED = re.compile('(?:下称|以下简称|简称)[：:]?[“"《「]([^”"》」，。]{2,10})[”"》」]')
_LATIN = re.compile(
    r"[A-Z][A-Za-z]*(?:[ .&’'-]+[A-Z][A-Za-z]*|\.)*(?:,? (?:Co\.,? ?)?(?:Ltd|Inc|GmbH|AG|LLC|PLC|Group|Corporation|Corp|B\.V|S\.A|Limited)\.?)"
)
_BRACKETED = re.compile("[（(]([\u4e00-\u9fff]{2,6})[)）]")
_LEAD = re.compile(
    "^(?:民营|国有|央企|民企|国企|外企|港资|台资|龙头|骨干|上市|知名|著名|大型|本土|企业|公司|巨头|行业|世界|500强)+"
)


def find_companies(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Propose companies, banks, cooperatives.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers.

    Yields:
        ORG candidates; they may overlap.

    Example:
        >>> text = "由恒安（河北）纸业有限公司承建，恒安纸业董事长说"
        >>> [s.text for s in find_companies(text, [])]
        ['恒安（河北）纸业有限公司', '恒安纸业']
    """
    cut = words_of(text)
    spans: dict[tuple[int, int], str] = {}
    names: set[str] = set()
    for start, end, rule in _by_ending(text, cut, found):
        spans[start, end] = rule
        names |= _short_names(text[start:end])
    for start, end, rule in _by_trade(text, cut):
        if not any(a <= start and end <= b for a, b in spans if b - a > end - start):
            spans.setdefault((start, end), rule)
            names |= _short_names(text[start:end])
    for match in _CALLED.finditer(text):
        names.add(match[1])
        spans.setdefault(match.span(1), "org.company.called")
    for match in _LATIN.finditer(text):
        spans.setdefault(match.span(), "org.company.latin")
    for (start, end), rule in sorted(spans.items()):
        yield Span(start, end, "ORG", text[start:end], rule)
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    yield from _again(text, names, covered, cut)


def _by_ending(text: str, cut: Words, found: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    floors = {s.end for s in found if s.label == "MONEY"}
    last = 0
    for match in _ENDING.finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if after and after in _NOT_AFTER.get(name, ""):
            continue
        floor = 0 if name in ("支行", "分行") else last
        start = cut.name_start(stop, floor=floor, window=32, through=_THROUGH)
        start = _after_money(start, stop, floors)
        if "有限" in name and _is_generic(text[start:stop]) and start - floor > 4:
            start = cut.name_start(cut.start_before(start), floor=floor, window=24)
        lead = _LEAD.match(text[start:stop])
        if lead:
            start += lead.end()
        kind = text[start:stop]
        if len(kind) < 2 or _is_generic(kind):
            continue
        last = end
        yield start, end, "org.company.full" if "公司" in name else "org.company.ending"


_THROUGH = frozenset(
    "发展 开发 投资 有限 责任 和 联合 第一 第二 第三 第四 第五 中国 世纪 时代 未来 天下 到家 一起 共赢 经营 担保 生活 成长 建设 运营".split()
)


def _after_money(start: int, stop: int, floors: set[int]) -> int:
    for offset in range(stop, start, -1):
        if offset in floors:
            return offset
    return start


@cache
def _generic_pattern() -> re.Pattern[str]:
    return re.compile(
        f"(?:{alternation(words('company_generic.txt'))}|[0-9一二两三四五六七八九十百]+[家个])+"
    )


def _is_generic(kind: str) -> bool:
    return _generic_pattern().fullmatch(kind) is not None


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words('industries.txt'))})+")


def _by_trade(text: str, cut: Words) -> Iterator[tuple[int, int, str]]:
    """Unknown brand and trade: 林盛家居; the words beside it must not go on with the name."""
    for match in _trades().finditer(text):
        stop, end = match.span()
        if stop not in cut.edge_set or end not in cut.edge_set:
            continue
        start = cut.name_start(stop, window=8)
        brand_start = _after_area(text, start)
        brand = text[brand_start:stop]
        if not 2 <= len(brand) <= 4 or not _unknown(cut, brand_start, stop):
            continue
        if not _ends_here(text, end, cut) or not _told(text, brand_start, stop, end):
            continue
        yield start, end, "org.company.trade"
    for match in _POST.finditer(text):
        end = match.start()
        start = cut.name_start(end, window=9)
        if 2 <= end - start <= 6 and _unknown(cut, start, end):
            yield start, end, "org.company.post"


def _told(text: str, start: int, stop: int, end: int) -> bool:
    """Whether more than its trade speaks for a company: a list, a post, another mention."""
    if text[end : end + 1] in ("、", "（", "(") or text[start - 1 : start] == "、":
        return True
    return bool(_POST.match(text, end)) or text.count(text[start:stop]) > 1


def _after_area(text: str, start: int) -> int:
    known = places()
    end = known.longest(text, start)
    if end > start and known.use[text[start:end]] in (FULL, FREE):
        return end
    return start


def _unknown(cut: Words, start: int, end: int) -> bool:
    """Whether a stretch is made of Han characters that the dictionary does not join."""
    text = cut.text
    at = start
    joined = 0
    while at < end:
        stop = cut.end_after(at)
        if stop - at > 1:
            joined += 1
        if not all("\u4e00" <= c <= "\u9fff" or c.isalpha() for c in text[at:stop]):
            return False
        at = stop
    return at == end and joined == 0


def _ends_here(text: str, end: int, cut: Words) -> bool:
    if end >= len(text) or text[end] in CLAUSE or text[end] in "”’）)（(":
        return True
    stop = cut.end_after(end)
    return cut.is_stop(end, stop) or bool(_POST.match(text, end))


def _short_names(name: str) -> set[str]:
    """The forms under which a text may come back to a company: 恒安纸业, 恒安."""
    core = _BRACKETED.sub("", name)
    start = _after_area(core, 0)
    if start and core[start : start + 1] in ("省", "市", "县", "区"):
        start += 1
    second = _after_area(core, start)
    core = core[second:] if second < len(core) - 3 else core[start:]
    for legal in (*_LEGAL, *_OTHERS):
        if core.endswith(legal):
            core = core[: -len(legal)]
            break
    else:
        if core.endswith(tuple(_MONEY_HOUSES)):
            return set()
    names = set()
    brand = core
    pattern = _trades()
    for cutoff in range(2, len(core)):
        if pattern.fullmatch(core, cutoff):
            brand = core[:cutoff]
            break
    else:
        if len(core) > 4:
            found = pattern.search(core, 2)
            brand = core[: found.start()] if found else ""
    if len(core) >= 2 and not _is_generic(core) and len(core) <= 8:
        names.add(core)
    if 2 <= len(brand) <= 4 and _is_brand(brand):
        names.add(brand)
    return names


def _is_brand(brand: str) -> bool:
    known = places()
    return (
        not _is_generic(brand)
        and brand not in known.use
        and brand not in words("edge_words.txt")
        and brand not in words("words.tsv")
    )


@cache
def _forms() -> re.Pattern[str]:
    """What may follow a brand: (河北), trades, a legal form; verbs only where that form follows."""
    trades = words("industries.txt")
    plain = alternation(trades - {"投资", "建设", "设计", "规划", "制造", "工程", "咨询", "担保"})
    legal = alternation(_LEGAL)
    return re.compile(
        f"(?:[（(][\u4e00-\u9fff]{{2,6}}[)）])?(?:(?:{alternation(trades)}){{0,4}}(?:{legal})|(?:{plain}){{0,3}})"
    )


def _again(text: str, names: set[str], covered: bytearray, cut: Words) -> Iterator[Span]:
    """Later mentions: the brand, with an area before it or trades and a legal form behind."""
    names = {n for n in names if len(n) > 1}
    if not names:
        return
    for start, end in Matcher(names).find(text):
        end = _forms().match(text, end).end()  # type: ignore[union-attr]
        if all(covered[start:end]):
            continue
        area = cut.start_before(start) if start else 0
        if area < start and places().use.get(text[area:start]) in (FULL, FREE):
            yield Span(area, end, "ORG", text[area:end], "org.company.again")
        else:
            yield Span(start, end, "ORG", text[start:end], "org.company.again")

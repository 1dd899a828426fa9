"""Companies: full names by their ending, short names by their trade or by a title beside them,
and every later mention of a brand that the text establishes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from gaoyou_nlp.components.edges import CLAUSE, Words, words_of
from gaoyou_nlp.components.place_table import FREE, FULL, places
from gaoyou_nlp.lexicon.matcher import Matcher
from gaoyou_nlp.lexicon.segmenter import cut as cut_words
from gaoyou_nlp.lexicon.tables import alternation, table, words
from gaoyou_nlp.records import Span

_LEGAL = ["有限责任公司", "股份有限公司", "集团股份有限公司", "集团有限公司", "有限公司", "集团公司", "股份公司", "总公司", "分公司", "公司", "集团", "株式会社", "控股集团", "控股", "股份"]
_MONEY_HOUSES = ["支行", "分行", "银行", "农商行", "信用社", "信用联社", "农信联社", "农村商业银行"]
_OTHERS = ["合作社", "事务所", "联合社", "家庭农场", "工作室", "制造厂", "机械厂", "水泥厂", "酒厂", "纸厂", "化肥厂", "钢铁厂", "制药厂", "卷烟厂", "造船厂", "服装厂", "食品厂", "电子厂", "玩具厂"]
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
    "(?:(?:[\u4e00-\u9fff]{2})?总监|党委书记|党组书记|党总支书记|副?董事长|监事长|监事会主席|常务副总经理|副总经理|总经理|总经理助理|副总裁|执行总裁|高级总裁|总裁|副总|首席执行官|CEO|CTO|CFO|"
    "总工程师|总工|财务总监|技术总监|质量总监|市场总监|生产总监|销售总监|总监|创始人|负责人|法定代表人|法人代表|厂长|行长|副行长|老板|生产副总|项目经理|车间)"
)
_CALLED = re.compile('(?:下称|以下简称|简称)[：:]?[“"《「]([^”"》」，。]{2,10})[”"》」]')
_LATIN = re.compile(
    r"[A-Z][A-Za-z]*(?:[ .&’'-]+[A-Z][A-Za-z]*|\.)*(?:,? (?:Co\.,? ?)?(?:Ltd|Inc|GmbH|AG|LLC|PLC|Group|Corporation|Corp|B\.V|S\.A|Limited|Oyj?|SpA|Srl|NV|BV|AB|Pte)\.?)"
)
_BRACKETED = re.compile("[（(]([\u4e00-\u9fff]{2,6})[)）]")
_LEAD = re.compile(
    "^(?:(?:研发|投资|项目|总包|施工|建设|承建|运营|代建|合作|出资|供货|业主|总承包)方|利用|建设|注资|伙同|兼|任|整合|依托|日资|美资|德资|外资|港资|台资|"
    "省属|市属|县属|区属|主体|业主|其中|民营|国有|央企|民企|国企|外企|龙头|骨干|上市|知名|著名|大型|本土|企业|公司|巨头|行业|世界|500强)+"
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
    areas = {s.start: s.end for s in found if s.label == "GPE"}
    for start, end, rule in _by_ending(text, cut, found):
        spans[start, end] = rule
        names |= _short_names(text[start:end])
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    for start, end, rule in _by_trade(text, cut, areas):
        if not all(covered[start:end]):
            spans.setdefault((start, end), rule)
            names |= _short_names(text[start:end])
    ends = {end for _, end in spans}
    for match in _CALLED.finditer(text):
        if match[1].endswith(_DOCUMENTS) or not _names_a_body(text, match.start(), ends):
            continue
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


_DOCUMENTS = ("条例", "办法", "规定", "意见", "方案", "规划", "通知", "法", "协议", "纲要", "细则", "项目", "工程")


def _names_a_body(text: str, at: int, ends: Container[int]) -> bool:
    """Whether a body's name ends right before the bracket that says what it is called."""
    while at > 0 and text[at - 1] in "（(以下 ":
        at -= 1
    return at in ends


def _by_ending(text: str, cut: Words, found: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    floors = {s.end for s in found if s.label == "MONEY"}
    areas = {s.start: s.end for s in found if s.label == "GPE"}
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
        start = _after_and(text, _from_area(text, start, stop, areas, cut), stop)
        kind = text[start:stop]
        if len(kind) < 2 or (_is_generic(kind) and not (start in areas or kind[0] in "省市县区")):
            continue
        last = end
        yield start, end, "org.company.full" if "公司" in name else "org.company.ending"


_THROUGH = frozenset(
    ["发展", "开发", "投资", "有限", "责任", "联合", "第一", "第二", "第三", "第四", "第五", "中国", "世纪", "时代", "未来", "天下", "到家", "一起", "共赢", "经营", "担保", "生活", "成长", "建设", "运营"]
)


def _after_and(text: str, start: int, stop: int) -> int:
    """Begin behind a conjunction between two bodies: 市环保局和市供电公司."""
    at = max(text.rfind(c, start, stop) for c in "和与及")
    if at > start and (text[at - 1] in "局委办厅部院会司团府校" or text[at + 1] in "省市县区"):
        return at + 1
    return start


def _from_area(text: str, start: int, stop: int, areas: dict[int, int], cut: Words) -> int:
    """Drop what stands before the area a name begins with, and a country before a foreign name."""
    for at in range(start, stop):
        if at in areas and areas[at] <= stop:
            if at > start and _is_part(text, start, at, cut):
                return start
            if text[at : areas[at]] in places().countries and areas[at] < stop:
                return areas[at]
            return at
        if text[at] in "（(":
            return start
    return start


def _is_part(text: str, start: int, at: int, cut: Words) -> bool:
    """Whether what stands before an area belongs to a company's name: a brand, a mother."""
    before = text[start:at]
    return (
        before in words("national_bodies.txt")
        or before.endswith(("集团", "银行", "公司", "大学"))
        or (at - start <= 4 and _unknown(cut, start, at))
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


def _by_trade(text: str, cut: Words, areas: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    """Unknown brand and trade: 林盛家居; the words beside it must not go on with the name."""
    for match in _trades().finditer(text):
        stop, end = match.span()
        if stop not in cut.edge_set or end not in cut.edge_set:
            continue
        start = _from_area(text, cut.name_start(stop, window=8), stop, areas, cut)
        lead = _LEAD.match(text[start:stop])
        start += lead.end() if lead else 0
        brand_start = _after_area(text, start)
        while stop - brand_start > 3 and _count(text, brand_start + 1, stop) > _count(
            text, brand_start, stop
        ):
            brand_start += 1
            start = brand_start
        brand = text[brand_start:stop]
        while end > stop and text[end - 2 : end] in _VERBS:
            end -= 2
        if end <= stop:
            continue
        if not 2 <= len(brand) <= 4 or _is_generic(brand) or brand.isascii():
            continue
        if not _unknown(cut, brand_start, stop) and not _rare(brand):
            continue
        if not _ends_here(text, end, cut) or not _told(text, brand_start, stop, end):
            continue
        yield start, end, "org.company.trade"
    for match in _POST.finditer(text):
        end = match.start()
        start = cut.name_start(end, window=9)
        if 2 <= end - start <= 6 and _unknown(cut, start, end):
            yield start, end, "org.company.post"


_KINDS = frozenset(
    ["产业", "制造", "技术", "工艺", "制品", "设计", "规划", "装备制造", "信息技术", "工程", "文化", "旅游", "教育", "环境", "生态", "农业", "能源", "市场", "物流"]
)
_WEAK = frozenset(
    ["阀门", "水泥", "芯片", "材料", "仪表", "仪器", "玻璃", "陶瓷", "石材", "橡胶", "塑料", "轮胎", "包装", "家具", "地板", "食品", "饮料", "服装", "服饰", "能源", "环境", "农业", "水产", "饲料", "教育", "文化", "投资", "建设", "工程", "设计", "规划", "咨询", "贸易", "汽车", "车辆", "电池", "电力", "煤炭", "金属", "健康", "旅游", "体育", "医疗", "器械", "物流", "快递", "超市", "开关", "工具", "燃气", "供水", "供热", "供暖", "制造", "制品", "产业", "技术", "信息", "数据", "网络", "软件", "动力", "机械", "装备", "模具", "轴承", "纤维", "涂料", "树脂", "生态", "生物", "设备", "板材", "国际", "金融", "基金", "保险", "担保", "租赁", "资本", "百货", "商业", "影视", "动漫", "工艺", "珠宝", "玩具", "文具", "乐器", "化妆品", "茶业", "粮油", "肉食", "混凝土", "铸件", "线束", "管件", "门窗", "园林", "装饰", "测绘", "监理", "照明", "显示", "液晶", "激光", "数字", "智能", "集成电路", "传感器", "机器人", "自动化", "通信", "通讯", "稀土", "有色", "天然气", "石油", "环保", "地产", "房地产", "冷链", "铁路", "港口", "航空", "航天", "船舶", "煤化", "焦化", "数控", "新能源", "新材料", "太阳能", "光伏", "风电", "储能", "医药", "建材", "钢铁", "建筑", "纺织", "化工", "汽车零部件", "水务", "水业"]
)


_VERBS = frozenset(["投资", "建设", "开发", "制造", "控股", "设计", "规划", "生产", "担保", "租赁"])


@cache
def _counts() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("words.tsv") if len(row[0]) > 1}


def _rare(word: str) -> bool:
    """Whether the dictionary has a word, but hardly ever in running text: a brand it knows."""
    return 0 < _counts().get(word, 0) < 60 and word not in words("edge_words.txt")


def _count(text: str, start: int, stop: int) -> int:
    """How often a stretch stands within some thousand characters around it."""
    return text.count(text[start:stop], max(0, start - 5000), stop + 5000)


def _told(text: str, start: int, stop: int, end: int) -> bool:
    """Whether more than its trade speaks for a company: a list, a post, another mention."""
    if text[stop:end] in _KINDS:
        return bool(_POST.match(text, end))
    if (
        text[stop:end] not in _WEAK
        or text[end : end + 1] in ("、", "（", "(")
        or text[start - 1 : start] == "、"
    ):
        return True
    return bool(_POST.match(text, end)) or _count(text, start, stop) > 1


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
    if 2 <= len(core) <= 8 and not _is_generic(core) and not pattern.fullmatch(core):
        if (core not in words("words.tsv") or len(core) > 3) and core[-1] not in "镇乡村县市区":
            names.add(core)
    edges = cut_words(core)
    for edge, after in zip(edges, edges[1:], strict=False):
        if after - edge > 1:
            if 2 <= edge <= 4:
                brand = core[:edge] if not brand or edge < len(brand) else brand
            break
    if 2 <= len(brand) <= 4 and _is_brand(brand):
        names.add(brand)
    return names


def _is_brand(brand: str) -> bool:
    known = places()
    return (
        not _is_generic(brand)
        and brand not in known.use
        and brand not in words("edge_words.txt")
        and (brand not in _counts() or _rare(brand))
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

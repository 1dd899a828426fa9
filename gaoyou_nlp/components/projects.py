"""Proposes the names of concrete projects.

Four sources of evidence, a function each: a head noun with a distinctive name before it, the items
of a list that 等项目 closes, what an amount is invested in, and later mentions of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from gaoyou_nlp.components.edges import CLAUSE, Words, words_of
from gaoyou_nlp.lexicon.matcher import Matcher
from gaoyou_nlp.lexicon.tables import alternation, table, words
from gaoyou_nlp.records import Span

_PHASE = "(?:[一二三四五六]期|首期|[（(][一二三四五六]期[)）])"
_TAIL = re.compile(
    f"(?:{_PHASE})?(?:扩建|改扩建|建设)?(?:工程|项目)?(?:建设)?(?:工程|项目)?{_PHASE}?(?:工程|项目)?"
)
_LIST_END = re.compile(
    "等?(?:[0-9一二两三四五六七八九十多几]+(?:个|项|条|座|处|大))?(?:(?:[\u4e00-\u9fff]{0,12}?)(?:项目|工程)|一批|一大批)"
)
_AND = re.compile("以及|[、和及与]")
_THROUGH = frozenset("内前后名")
_THROUGH_ROADS = _THROUGH | frozenset("至到和及与")
_GENERIC_HEADS = frozenset(
    "项目 工程 建设项目 建设工程 工程项目 工程建设项目 改造 治理 整治 续建 扩建 新建".split()
)
_NO_HEAD = re.compile(
    "经理|总监|部(?!分)|师|组|办公|股|科(?!技)|公司|队|局|院|法人|资料|质量|机械|学院|大学|指挥|领导|攻坚|推进|负责|业主|清单|库|观摩|督查|化|管理|"
    "名称|编号|概况|审批|服务|招商|落地年|建设年|投资额|用地(?!红)|资金|款|量|技术|咨询|监理|造价|承包|建设指挥|调度|签约率|开工率|大会战|秘书|专班|"
    "会议|论坛|区域|上空|大厅|街|路|门口|附近|周边|人"
)
_LEADING = re.compile(
    "^(?:建设|新建|兴建|开发|实施|推进|生产|培育|打造|引进|续建|启动|完善|发展|运营|规划|设计|施工|研发|承包|监理|投资|招商|新上|上马|在建|"
    "大型|重点|重大|首个|首条|首座|首期|全国|全省|全市|全县|全区|现代化|一流|国内|世界|最大|规模|单体|高标准|高起点|高质量|"
    "[0-9一二两三四五六七八九十]+[条座个家处]|一条|一座|一个|一处|两条|两座|集中|统一|共同|联合|独资|合资|标志性|总投资|其中|"
    "[0-9]+[.．、](?![0-9])|（[一二三四五六七八九十]+）|[一二三四五六七八九十]是)+"
)
_KIND = re.compile(
    "(?:第?[0-9一二三四五六七八九十]+(?:[—~～－-][0-9]+)?(?:年度?|月份?|季度|批次?|个|项|大|号|期)|上半年|下半年|全年|当前|首批|全域|县定|市定|省定|区定|"
    f"(?:{alternation(words('project_generic.txt'))}))*"
)
_BUILT_BEFORE = re.compile(
    "(?:建设|新建|兴建|修建|筹建|拟建|续建|共建|启动|推进|实施|开工|动工|上马|新上|投资|投入|建成|建起|开建|开发|打造|规划|引进|落户|签下|签约|完成|确保|"
    "加快|安排|用于|察看了?|查看了?|看了|考察了?|调研了?|视察了?|参观了?|来到|走进|拨付|争取|建|元|元的|元，|元；|元）|包括|包含|分别是|的是|就是|即|有|"
    "主体是|[：:；]|[0-9][.．、])$"
)
_BUILT_AFTER = re.compile(
    "(?:[（(]?(?:计划|估算|概算|规划|预计)?总?投资|项目|工程|[，,]?(?:总|计划|估算|概算|规划|预计|完成|累计|一期|静态)+投资|建设|开工|动工|奠基|竣工|建成|投产|投用|投入(?:使用|运营|运行)|"
    "通车|运营|封顶|主体|完成|占地|落户|签约|正式(?:开工|投产|投用|签约|启动|运营)|进入|进展|前期|选址|可研|可行性|初步设计|"
    "设计|施工|征迁|征地|拆迁|土建|桩基|基础|设备|全线|开建|动建|启动|试运行|试生产|达产|今年|年内|年底|争取|力争|预计|计划|将于|已于|于[0-9]|"
    "同步|同日|同时|全面|提前|按期|如期|迟迟|尚未|仍|已|将|正在|正|列入|纳入|通过|获批|立项|批复|落地|建设内容|的(?:建设|施工|开工|投产|桩基|工地))"
)


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row[0]: row[1] for row in table("project_heads.tsv")}
    return re.compile(alternation(kinds)), kinds


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words('project_generic.txt'))})*")


def find_projects(text: str, found: Sequence[Span]) -> list[Span]:
    """Propose the names of projects.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers: areas, bodies and amounts.

    Returns:
        PROJECT candidates; they may overlap.

    Example:
        >>> [s.text for s in find_projects("恒安纸业年产20万吨生活用纸项目开工", [])]
        ['恒安纸业年产20万吨生活用纸项目']
    """
    cut = words_of(text)
    finder = _Finder(text, cut, found)
    spans: dict[tuple[int, int], str] = {}
    for start, end in finder.listed():
        spans.setdefault((start, end), "project.list")
    for start, end, rule in finder.headed():
        spans.setdefault((start, end), rule)
    for start, end in finder.invested():
        spans.setdefault((start, end), "project.invested")
    for start, end in _again(text, spans):
        spans.setdefault((start, end), "project.again")
    return [Span(s, e, "PROJECT", text[s:e], rule) for (s, e), rule in sorted(spans.items())]


class _Finder:
    def __init__(self, text: str, cut: Words, found: Sequence[Span]) -> None:
        self.text = text
        self.cut = cut
        self.money_ends = sorted(s.end for s in found if s.label == "MONEY")
        self.money_starts = {s.start for s in found if s.label == "MONEY"}
        self.names: dict[int, int] = {}
        for span in found:
            if span.label in ("GPE", "ORG"):
                self.names[span.start] = max(span.end, self.names.get(span.start, 0))
        self.name_starts = sorted(self.names)

    def floor(self, at: int) -> int:
        index = bisect_left(self.money_ends, at + 1)
        return self.money_ends[index - 1] if index else 0

    def has_name(self, start: int, end: int) -> bool:
        """Whether an area or a body begins between two offsets and ends there."""
        index = bisect_left(self.name_starts, start)
        while index < len(self.name_starts) and self.name_starts[index] < end:
            if self.names[self.name_starts[index]] <= end:
                return True
            index += 1
        return False

    def start(self, stop: int, kind: str) -> int:
        """Where the name before a head begins."""
        floor = self.floor(stop)
        start = self.cut.name_start(
            stop, floor=floor, through=_THROUGH_ROADS if kind == "r" else _THROUGH
        )
        while True:
            name = self.covering(start)
            if name is None or name <= floor:
                break
            start = self.cut.name_start(name, floor=floor, through=_THROUGH)
        if kind == "r" and "和" in self.text[start:stop]:
            start = self.text.rindex("和", start, stop) + 1
        return self.stripped(start, stop)

    def stripped(self, start: int, stop: int) -> int:
        """Take verbs and attributes off the front of a name."""
        while True:
            lead = _LEADING.match(self.text[start:stop])
            if lead and lead.end():
                start += lead.end()
            elif self.text[start] in "建盖修造" and self.cut.end_after(start) == start + 1:
                start += 1
            else:
                return start

    def covering(self, at: int) -> int | None:
        """Where the area or body begins that an offset lies inside of."""
        index = bisect_left(self.name_starts, at) - 1
        for start in reversed(self.name_starts[max(0, index - 3) : index + 1]):
            if start < at < self.names[start]:
                return start
        return None

    def distinct(self, start: int, stop: int, head: str = "") -> bool:
        """Whether what stands before a head is a name and not a kind."""
        text = self.text
        rest = start
        while self.names.get(rest, stop + 1) <= stop:
            rest = self.names[rest]
        plain = rest == start
        if not plain and head in _GENERIC_HEADS and _KIND.fullmatch(text, rest, stop):
            return False
        if len(text[start:stop]) < 2 or _generic().fullmatch(text, start, stop):
            return False
        if not plain or self.has_name(start, stop):
            return True
        if any(c.isdigit() or c in "“”" or c.isascii() for c in text[start:stop]):
            return _KIND.fullmatch(text, start, stop) is None
        at, unknown, longest = start, 0, 0
        while at < stop:
            end = self.cut.end_after(at)
            unknown = unknown + 1 if end - at == 1 else 0
            longest = max(longest, unknown)
            at = end
        return longest >= 2

    def headed(self) -> list[tuple[int, int, str]]:
        """Names with a head noun; one of a kind of place only where it is being built."""
        pattern, kinds = _heads()
        text = self.text
        sure: dict[tuple[int, int], str] = {}
        maybe: list[tuple[int, int]] = []
        for match in pattern.finditer(text):
            head, stop = match[0], match.start()
            kind = kinds[head]
            if match.end() not in self.cut.edge_set or _NO_HEAD.match(text, match.end()):
                continue
            tail = _TAIL.match(text, match.end())
            end = tail.end() if tail else match.end()
            if text[end - 2 : end] == "建设":
                end -= 2
            start = self.start(stop, kind)
            if start >= stop or not self.distinct(start, stop, head):
                continue
            whole_kind = kind if end == match.end() else "s"
            if whole_kind == "s" or self._built(start, end):
                sure[start, end] = "project.head"
            else:
                maybe.append((start, end))
        self._spread(sure, maybe)
        return [(s, e, rule) for (s, e), rule in sure.items()]

    def _spread(self, sure: dict[tuple[int, int], str], maybe: list[tuple[int, int]]) -> None:
        """In a list with a project, the other items are projects too."""
        ends = {end for _, end in sure}
        starts = {start for start, _ in sure}
        for ordered, forward in ((maybe, True), (maybe[::-1], False)):
            for start, end in ordered:
                beside = self._next_item(end) if not forward else self._previous_item(start)
                if beside in (starts if not forward else ends):
                    sure.setdefault((start, end), "project.beside")
                    ends.add(end)
                    starts.add(start)

    def _next_item(self, end: int) -> int:
        match = _AND.match(self.text, end)
        return match.end() if match else -1

    def _previous_item(self, start: int) -> int:
        for mark in ("以及", "、", "和", "及", "与"):
            if self.text.endswith(mark, 0, start):
                return start - len(mark)
        return -1

    def _built(self, start: int, end: int) -> bool:
        text = self.text
        if end in self.money_starts:
            return True
        before = text[max(0, start - 6) : start]
        return bool(_BUILT_BEFORE.search(before) or _BUILT_AFTER.match(text, end))

    def listed(self) -> Iterator[tuple[int, int]]:
        text = self.text
        for match in re.finditer("等(?=[^，。；！？\n]{0,16}?(?:项目|工程))", text):
            if not _LIST_END.match(text, match.start()):
                continue
            yield from self._items(match.start())

    def _items(self, stop: int) -> Iterator[tuple[int, int]]:
        """The items of the list that ends at ``stop``, from the last to the first."""
        text = self.text
        end = stop
        while end > 0:
            at = max(text.rfind(c, max(0, end - 45), end) for c in "、，。；：\n")
            begin = at + 1
            start = max(begin, self.floor(end))
            inner = self._after_verb(start, end)
            last = text[at] != "、" or inner > start
            if 2 <= end - inner <= 40 and not _generic().fullmatch(text, inner, end):
                yield inner, end
            if last or at <= 0:
                return
            end = at

    def _after_verb(self, start: int, end: int) -> int:
        """Where the item proper begins: behind a verb, a relative clause or a conjunction."""
        walk = self.cut.name_start(end, floor=start, through=_THROUGH | frozenset("至到"))
        covering = self.covering(walk)
        if covering is not None and covering >= start:
            walk = self.cut.name_start(covering, floor=start, through=_THROUGH)
        return self.stripped(walk, end)

    def invested(self) -> Iterator[tuple[int, int]]:
        """投资5亿元的X, 投资5亿元建设X."""
        text = self.text
        for money in self.money_ends:
            match = re.compile("(?:以上)?(?:的|，?(?:建设|新建|兴建|建成|打造|实施))").match(
                text, money
            )
            if not match:
                continue
            start = match.end()
            end = start
            while (
                end < len(text)
                and end - start < 40
                and text[end] not in CLAUSE
                and text[end] != "、"
            ):
                word_end = self.cut.end_after(end)
                if self.cut.is_stop(end, word_end):
                    break
                end = word_end
            lead = _LEADING.match(text[start:end])
            if lead:
                start += lead.end()
            if (
                end - start >= 4
                and self.distinct(start, end)
                and re.search("投资|投入|元$", text[max(0, money - 14) : money])
            ):
                yield start, end


def _again(text: str, spans: dict[tuple[int, int], str]) -> Iterator[tuple[int, int]]:
    names = {text[s:e] for s, e in spans if e - s >= 4}
    if not names:
        return
    yield from Matcher(names).find(text)

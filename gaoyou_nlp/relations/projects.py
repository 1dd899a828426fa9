"""Brings the mentions of one project together and reads its status and its total from the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Amount, Project, Span

_SUFFIX = re.compile("(?:建设项目|建设工程|工程项目|项目|工程|建设)+$")
_PHASE = re.compile("[一二三四五六]期|首期")
_STOPS = "。；！？\n"
_NEAR = 100  # groups a new name is compared with
_WINDOW = 400  # characters that a sentence may have
_HEADLINE = tuple(
    (name, re.compile(cues))
    for name, cues in (
        ("开工", "集中开工|开工|奠基|破土"),
        ("签约", "签约|招商|推介|签下|落户"),
        ("前期", "招标|中标|预算|公告"),
        ("竣工", "竣工|通车|建成"),
        ("投产", "投产|投用"),
        ("在建", "督查|进展|通报|调度|推进|进度"),
    )
)
# What the beginning says of all projects of the article: 41个重点项目集中开工.
_LEAD = re.compile(
    "(?<![未将拟])集中(开工|动工|奠基|签约|竣工|投产)|"
    "[0-9一二三四五六七八九十百]+(?:个|项)[^，。；\n]{0,14}(?:项目|工程)(?:(?!未|将|拟|计划|力争|确保)[^。；\n]){0,14}?"
    "(开工|动工|奠基|签约|竣工|投产)"
)
_LEAD_LENGTH = 200
_TOTAL = re.compile(
    "(?:总投资|计划投资|估算投资|概算投资|投资总额|总投入|投资额|概算|估算|投资规模|项目投资|预算|总造价|造价|静态投资|固定资产投资|中标价|招标控制价|最高限价|总价|投资|投入|斥资|"
    "耗资|出资|拟投|增资|要投|体量在|掷|砸下)"
    "(?:为|达到|达|约|近|超过|超|额|逾|突破|概算|估算|共|规模|预计|计划|金额|人民币|总额|约为|不少于|不低于|高达|：|:|，)*$"
)
_PART = re.compile(
    "完成投资|年度|年内|今年|一期|二期|首期|其中|到位|累计|补助|资本金|贷款|产值|收入|税收|利税|销售|工业投资|合计|共计|批项目"
)
_BETWEEN = re.compile(
    "(?:项目|工程)?(?:（[^（）\n]{0,20}）)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?"
)
_FUTURE = re.compile(
    "将|拟|计划|预计|力争|争取|确保|明年|后年|年底前?|月底前?|下月|尽快|有望|可望|届时|能$|可$|早日|年内|[0-9]{4}年(?=[^，]{0,4}$)"
)
_GOES_ON = re.compile(
    "(?:总|计划|估算|概算|项目|工程|该|中心|基地|园区|公司|静态|预算)*(?:总?投资|项目|工程|概算|估算|中心|基地|预算|该|园区|厂区)"
)


def relate_projects(
    text: str, spans: Sequence[Span], amounts: Sequence[Amount]
) -> tuple[Project, ...]:
    """Bring the mentions of each project together, with its status and its total.

    Parameters:
        text: The article's text.
        spans: Its entities, ordered and flat.
        amounts: Its amounts, in order.

    Returns:
        The projects in the order of their first mentions. The name is the longest mention;
        ``amount`` is an index into ``amounts``, ``mentions`` are indices into ``spans``.

    Example:
        >>> text = "恒安纸业项目开工，总投资5亿元。"
        >>> spans = [Span(0, 6, "PROJECT", text[:6]), Span(12, 15, "MONEY", text[12:15])]
        >>> relate_projects(text, spans, [Amount(12, 15, "5亿元")])
        (Project(name='恒安纸业项目', status='开工', amount=0, mentions=(0,)),)
    """
    groups: list[list[int]] = []
    by_core: dict[str, list[int]] = {}
    for index, span in enumerate(spans):
        if span.label != "PROJECT":
            continue
        core = _core(span.text)
        group = by_core.get(core)
        if group is None:
            near = (
                g for g in groups[-_NEAR:] if any(_same(_core(spans[i].text), core) for i in g[:8])
            )
            group = next(near, None)
        if group is None:
            group = []
            groups.append(group)
        group.append(index)
        by_core.setdefault(core, group)
    reader = _Reader(text, spans, amounts)
    return tuple(
        Project(
            max((spans[i].text for i in group), key=len),
            reader.status(group),
            reader.amount(group),
            tuple(group),
        )
        for group in groups
    )


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that speak for a status."""
    rows = table("relations/project_cues.tsv")
    return tuple(
        (name, re.compile("|".join(cue for cue, status in rows if status == name)))
        for name in reversed(STATUSES)
    )


def _core(name: str) -> str:
    return _SUFFIX.sub("", name) or name


def _same(a: str, b: str) -> bool:
    """Whether two names may be those of one project: equal, or the one a shorter form."""
    if a == b:
        return True
    if _PHASE.findall(a) != _PHASE.findall(b):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) < 3:
        return False
    if short in long:
        return len(short) >= 4 or long.startswith(short)
    return len(short) >= 5 and short[:2] == long[:2] and _within(short, long)


def _within(short: str, long: str) -> bool:
    """Whether the characters of one string stand in another in the same order."""
    rest = iter(long)
    return all(c in rest for c in short)


class _Reader:
    def __init__(self, text: str, spans: Sequence[Span], amounts: Sequence[Amount]) -> None:
        self.text = text
        self.spans = spans
        self.amounts = amounts
        self._amount_starts = [amount.start for amount in amounts]
        self._projects = [s for s in spans if s.label == "PROJECT"]
        self._project_starts = [s.start for s in self._projects]
        head = text[: max(0, text.find("\n", 0, 60))]
        self.headline = head if len(head) < 40 else ""

    def _next_project(self, at: int) -> int:
        """Where the first project at or behind an offset begins."""
        index = bisect_left(self._project_starts, at)
        return self._project_starts[index] if index < len(self._projects) else len(self.text)

    def _bounds(self, at: int) -> tuple[int, int]:
        """The sentence around an offset."""
        low = max(0, at - _WINDOW)
        start = max(max(self.text.rfind(c, low, at) for c in _STOPS) + 1, low)
        return start, self._sentence_end(at)

    def _sentence_end(self, at: int) -> int:
        high = min(len(self.text), at + _WINDOW)
        ends = (self.text.find(c, at, high) for c in _STOPS)
        return min((e for e in ends if e >= 0), default=high)

    def status(self, group: Sequence[int]) -> str | None:
        """The status said in the sentence, behind it, of all at the beginning, or before it."""
        spans = [self._block(index) for index in group]
        for look in (self._in_sentence, self._behind, self._said_of_all, self._in_paragraph):
            for span in spans:
                found = look(span)
                if found:
                    return found
        return None

    def _said_of_all(self, _: Span) -> str | None:
        """What headline or beginning says of all projects of the article."""
        for name, cue in _HEADLINE:
            if cue.search(self.headline):
                return name
        lead = _LEAD.search(self.text, 0, _LEAD_LENGTH)
        said = lead and (lead[1] or lead[2])
        return {"动工": "开工", "奠基": "开工"}.get(said, said) if said else None

    def _block(self, index: int) -> Span:
        """The list a mention stands in, as one span: what is said of it holds for each item."""
        projects = self._projects
        at = bisect_left(self._project_starts, self.spans[index].start)
        first = last = at
        while first and _BETWEEN.fullmatch(
            self.text, projects[first - 1].end, projects[first].start
        ):
            first -= 1
        while last + 1 < len(projects) and _BETWEEN.fullmatch(
            self.text, projects[last].end, projects[last + 1].start
        ):
            last += 1
        start, end = projects[first].start, projects[last].end
        return Span(start, end, "PROJECT", self.text[start:end])

    def _in_sentence(self, span: Span) -> str | None:
        low, high = self._bounds(span.start)
        best: tuple[int, str] | None = None
        for name, pattern in _cues():
            for match in pattern.finditer(self.text, low, high):
                if span.start <= match.start() < span.end:
                    continue
                if match.start() >= span.end:
                    gap = match.start() - span.end
                    gap += 6 * self.text.count("，", span.end, match.start())
                else:
                    gap = 8 + span.start - match.end()
                    gap += 8 * self.text.count("，", match.end(), span.start)
                if best is None or gap < best[0]:
                    best = (gap, self._now(name, low, match.start()))
        return best[1] if best else None

    def _now(self, name: str, low: int, at: int) -> str:
        """What a cue says of today: a work that will be finished is being built."""
        clause = max(low, self.text.rfind("，", low, at) + 1, at - 16)
        if not _FUTURE.search(self.text, clause, at):
            return name
        return {"竣工": "在建", "投产": "在建", "达产": "在建", "开工": "前期"}.get(name, name)

    def _behind(self, span: Span) -> str | None:
        """The first cue in the next sentences, up to the next project."""
        high = min(span.end + 90, self._next_project(span.end))
        line = self.text.find("\n", span.end, high)
        high = high if line < 0 else line
        best: tuple[int, str] | None = None
        for name, pattern in _cues():
            match = pattern.search(self.text, span.end, high)
            if match and (best is None or match.start() < best[0]):
                best = (match.start(), self._now(name, span.end, match.start()))
        return best[1] if best else None

    def _in_paragraph(self, span: Span) -> str | None:
        """The last cue before a mention in its paragraph, or in the short line above."""
        low = self.text.rfind("\n", max(0, span.start - _WINDOW), span.start) + 1
        above = self.text.rfind("\n", max(0, low - 31), max(0, low - 1)) + 1
        if above and low - above < 30:
            low = above
        best: tuple[int, str] | None = None
        for name, pattern in _cues():
            for match in pattern.finditer(self.text, max(low, span.start - 200), span.start):
                if best is None or match.end() > best[0]:
                    best = (match.end(), name)
        return best[1] if best else None

    def amount(self, group: Sequence[int]) -> int | None:
        """The index of the amount that the text gives as the project's total."""
        best: tuple[int, int] | None = None
        for index in group:
            span = self.spans[index]
            low, high = self._bounds(span.start)
            if _GOES_ON.match(self.text, high + 1) and self.text[high : high + 1] in ("。", "；"):
                high = self._sentence_end(high + 1)
            following = self._next_project(span.end)
            first = bisect_left(self._amount_starts, low)
            for number in range(first, bisect_left(self._amount_starts, high)):
                cost = self._cost(span, self.amounts[number], low, high, following)
                if cost is not None and (best is None or cost < best[0]):
                    best = (cost, number)
        return best[1] if best else None

    def _cost(self, span: Span, amount: Amount, low: int, high: int, following: int) -> int | None:
        """How far an amount stands from being the total of a project; None where it is not."""
        text = self.text
        cue = _TOTAL.search(text, max(low, amount.start - 16), amount.start)
        before = text[max(low, amount.start - 16) : amount.start]
        if amount.end <= span.start and amount.start >= low:
            between = text[amount.end : span.start]
            if cue and len(between) <= 12 and "，" not in between and "、" not in between:
                return 2 + len(between)
            return None
        if not span.end <= amount.start < high or amount.start > following:
            return None
        between = text[span.end : amount.start]
        if between in ("（", "(", "", "（总投资", "："):
            return 1
        if cue is None or _PART.search(before):
            return None
        strong = 0 if "总投资" in cue[0] or "概算" in cue[0] else 10
        return 3 + strong + len(between) // 2

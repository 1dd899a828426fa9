"""Brings the mentions of one project together and reads its status and its total from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyou_nlp.records import Amount, Project, Span

_SUFFIX = re.compile("(?:建设项目|建设工程|工程项目|项目|工程|建设)+$")
_PHASE = re.compile("[一二三四五六]期|首期")
_STOPS = "。；！？\n"
_STATUS = (
    ("达产", re.compile("(?<!后)(?<!可)达产(?!后|达效后|年)|达效")),
    ("在谈", re.compile("在谈|洽谈|商谈|接洽|对接|谈判|意向")),
    (
        "前期",
        re.compile(
            "前期|可研|可行性研究|立项|获批|批复|核准|审批|报批|待批|招标|招投标|中标|挂网|选址|规划建设|规划中|拟建|拟投资|筹建|谋划|筹划|"
            "计划(?:今年|明年|于|在)?[^，。]{0,8}(?:开工|动工|建设)|将(?:于|在)?[^，。]{0,10}(?:开工|动工|启动|建设)|力争[^，。]{0,10}(?:开工|动工)|尽快开工|争取[^，。]{0,10}开工|"
            "初步设计|环评|用地预审|征地|征迁|拆迁|储备|前期工作"
        ),
    ),
    ("签约", re.compile("签约|签订|签署|签下|签了|落户|敲定|牵手|合作协议|投资协议|框架协议")),
    (
        "投产",
        re.compile(
            "(?<!竣工)投产(?!后|达效后)|投用|投入使用|投入运营|投入运行|试运行|试生产|试运营|投运|运营(?!管理)|开园|开业|启用|并网|通水|开通|迎客|投料"
        ),
    ),
    ("竣工", re.compile("竣工|建成(?!后|投产后)|通车|完工|落成|交付|贯通|验收|交工|全面完成")),
    (
        "开工",
        re.compile("开工|奠基|破土|动工|开建|动土|启动建设|举行(?:了)?启动|打下第一桩|铲土|培土"),
    ),
    (
        "在建",
        re.compile(
            "在建|施工|主体|封顶|完成投资|建设中|正在建设|加快建设|推进|路基|桩基|浇筑|安装|调试|完成(?:了)?工程量|进度|续建|形象进度|吊装|进场|铺设|装修|掘进|已完成|序时|扩建"
        ),
    ),
)
_TOTAL = re.compile(
    "(?:总投资|计划投资|估算投资|概算投资|投资总额|总投入|投资额|概算|估算|投资规模|项目投资|预算|总造价|造价|静态投资|固定资产投资|中标价|招标控制价|总价|投资|投入|斥资|耗资|出资)"
    "(?:为|达到|达|约|近|超过|超|额|逾|突破|概算|估算|共|规模|预计|计划|金额|人民币|总额|约为|不少于|不低于|高达|：|:|，)*$"
)
_PART = re.compile(
    "完成投资|年度|年内|今年|一期|二期|首期|其中|到位|累计|补助|资本金|贷款|产值|收入|税收|利税|销售|工业投资"
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
    for index, span in enumerate(spans):
        if span.label != "PROJECT":
            continue
        for group in groups:
            if any(_same(spans[other].text, span.text) for other in group):
                group.append(index)
                break
        else:
            groups.append([index])
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


def _core(name: str) -> str:
    return _SUFFIX.sub("", name) or name


def _same(one: str, other: str) -> bool:
    """Whether two names may be those of one project: equal, or the one a shorter form."""
    a, b = _core(one), _core(other)
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
        head = text[: max(0, text.find("\n"))]
        self.headline = head if len(head) < 40 else ""

    def _bounds(self, at: int) -> tuple[int, int]:
        """The sentence around an offset."""
        start = max((self.text.rfind(c, 0, at) for c in _STOPS), default=-1) + 1
        ends = [e for e in (self.text.find(c, at) for c in _STOPS) if e >= 0]
        return start, min(ends, default=len(self.text))

    def status(self, group: Sequence[int]) -> str | None:
        for index in group:
            found = self._status_at(self.spans[index])
            if found:
                return found
        return None

    def _status_at(self, span: Span) -> str | None:
        low, high = self._bounds(span.start)
        best: tuple[int, str] | None = None
        for name, pattern in _STATUS:
            for match in pattern.finditer(self.text, low, high):
                if span.start <= match.start() < span.end:
                    continue
                if match.start() >= span.end:
                    gap = match.start() - span.end
                    gap += 6 * sum(self.text.count(c, span.end, match.start()) for c in "，")
                else:
                    gap = 8 + span.start - match.end()
                    gap += 8 * self.text.count("，", match.end(), span.start)
                if best is None or gap < best[0]:
                    best = (gap, name)
        return best[1] if best else None

    def amount(self, group: Sequence[int]) -> int | None:
        best: tuple[int, int] | None = None
        for index in group:
            span = self.spans[index]
            low, high = self._bounds(span.start)
            following = next(
                (s.start for s in self.spans[index + 1 :] if s.label == "PROJECT"), len(self.text)
            )
            for number, amount in enumerate(self.amounts):
                cost = self._cost(span, amount, low, high, following)
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

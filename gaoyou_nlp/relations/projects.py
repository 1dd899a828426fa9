"""Brings the mentions of one project together and reads its status and its total from the text."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Amount, Project, Span
from gaoyou_nlp.relations.services import is_item_of_service, is_service
from gaoyou_nlp.relations.status import StatusReader
from gaoyou_nlp.relations.totals import TotalReader
from gaoyou_nlp.rules.ranks import IN_TABLE

_SUFFIX = re.compile("(?:建设项目|建设工程|工程项目|项目|工程|建设)+$")
_TABLE = "relations/project_contexts.tsv"
_RENEWED = re.compile("(?:{renewed})(?:项目|工程)*$", words=_TABLE)
_PHASE = re.compile("[一二三四五六]期|首期")
_COUNTED = re.compile(
    "[0-9.]+(?:[万千百]?余?(?:处|套|个|座|项|户)|[本该]?(?:工程|项目)$)"
)  # 529处灌区改造工程
_COUNTED_BEHIND = re.compile(
    "(?:建设)?[0-9.一二三四五六七八九十百]+[万千百]?[余多]?[个座处家所间套台](?=[，。；、\n]|$)"
)  # 建成村级服务站34.6万个
_PROGRAMME = re.compile("(?:创建|申报|认定|管理|评选|评价)(?:指南|办法|细则)")
_DEVICE = re.compile(
    "^(?:{portable})式|^(?:{device})(?:装置|设施|设备)$|(?:{no works})$", words=_TABLE
)
_ZONE = re.compile("(?:{zone of a policy})区$", words=_TABLE)
_AIM = re.compile(
    "国际[\u4e00-\u9fff]{0,4}(?:{international})[\u4e00-\u9fff]{0,4}中心(?:城市)?$|"
    "(?:{aim or fund})$",
    words=_TABLE,
)
"""What an area wants to be, or money is given for: 国际科技创新中心, 某某资金项目."""
_LIKELY = 0.6
"""The score from which a name gets a status: a kind of works has none."""
_NEAR = 100  # groups a new name is compared with


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

    Examples:
        >>> text = "恒安纸业项目开工，总投资5亿元。"
        >>> spans = [Span(0, 6, "PROJECT", text[:6]), Span(12, 15, "MONEY", text[12:15])]
        >>> relate_projects(text, spans, [Amount(12, 15, "5亿元")])
        (Project(name='恒安纸业项目', status='开工', amount=0, mentions=(0,)),)
    """
    groups: list[list[int]] = []
    by_core: dict[str, list[int]] = {}
    cores: dict[int, str] = {}
    for index, span in enumerate(spans):
        if span.label != "PROJECT":
            continue
        core = cores[index] = _core(span.text)
        group = by_core.get(core)
        if group is None:
            near = (g for g in groups[-_NEAR:] if any(_same(cores[i], core) for i in g[:8]))
            group = next(near, None)
        if group is None:
            group = []
            groups.append(group)
        group.append(index)
        by_core.setdefault(core, group)
    statuses = StatusReader(text, spans)
    totals = TotalReader(text, spans, amounts)
    return tuple(
        Project(
            max((spans[i].text for i in group), key=len),
            statuses.of([spans[i] for i in group]) if _has_stages(text, spans, group) else None,
            totals.of([spans[i] for i in group]),
            tuple(group),
        )
        for group in groups
    )


def _has_stages(text: str, spans: Sequence[Span], group: Sequence[int]) -> bool:
    """Whether a name is one work that is planned and built; a service or a purchase is none."""
    names = [spans[i] for i in group]
    if any(is_service(span.text) or _ZONE.search(span.text) for span in names):
        return False
    if any(_AIM.search(span.text) for span in names):
        return False
    if any(_DEVICE.search(span.text) for span in names):
        return False
    if any(_PROGRAMME.match(text, span.end) for span in names):
        return False
    if all(_COUNTED_BEHIND.match(text, span.end) for span in names):
        return False
    listed = all(is_item_of_service(text, span.end) for span in names)
    return _is_likely(spans, group) and not listed


def _is_likely(spans: Sequence[Span], group: Sequence[int]) -> bool:
    """Whether a name is one project: by the odds of its mentions, where a model gives them."""
    if any(spans[i].rule.startswith(IN_TABLE) for i in group):
        return True
    if all(_COUNTED.match(spans[i].text) for i in group):
        return False
    scores = [score for i in group if (score := spans[i].score) is not None]
    return not scores or max(scores) >= _LIKELY


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
        if _RENEWED.search(long, long.find(short) + len(short)) and not _RENEWED.search(short):
            return False  # the road, and its works of today
        return len(short) >= 4 or long.startswith(short)
    begins = short[:2] == long[:2] or (
        len(short) > 5 and short[:4] in long and long.endswith(short[-2:])
    )
    return len(short) >= 5 and begins and _within(short, long)


def _within(short: str, long: str) -> bool:
    """Whether the characters of one string stand in another in the same order."""
    rest = iter(long)
    return all(c in rest for c in short)

"""Proposes named bodies: public bodies, zones, companies, institutions, media."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.components.companies import find_companies
from gaoyou_nlp.components.institutions import find_institutions
from gaoyou_nlp.components.org_bodies import find_bodies
from gaoyou_nlp.components.org_zones import find_zones
from gaoyou_nlp.records import Span


def find_organisations(text: str, found: Sequence[Span]) -> list[Span]:
    """Propose named bodies.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers, with areas.

    Returns:
        ORG candidates; they may overlap.
    """
    spans: dict[tuple[int, int], Span] = {}
    for find in (find_bodies, find_zones, find_institutions, find_companies):
        for span in find(text, found):
            spans.setdefault((span.start, span.end), span)
    for span in _nested(text, list(spans.values())):
        spans.setdefault((span.start, span.end), span)
    return sorted(spans.values(), key=lambda s: (s.start, s.end))


_UNITS = ["分局", "分中心", "分院", "分公司", "支行", "分行", "办事处", "工区", "分会", "分社", "研究院", "研究所", "第一工程局", "发展司", "管理司", "规划司", "处", "科", "科室", "股", "所", "站", "大队", "中队", "支队", "支公司", "营业部", "项目部", "综合组", "营业部", "总院", "园区", "分区", "办公室", "工委", "委员会", "分部", "法庭", "分校", "执行局", "党支部"]


def _nested(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """A unit of a body right behind it is one name with it: 某局海沧分局."""
    longest: dict[int, int] = {}
    for span in spans:
        longest[span.end] = min(span.start, longest.get(span.end, span.start))
    for span in spans:
        start = longest.get(span.start)
        if (
            start is not None
            and span.text.endswith(tuple(_UNITS))
            and not span.text.startswith(("省", "市", "县", "区", "镇", "乡", "州"))
        ):
            yield Span(start, span.end, "ORG", text[start : span.end], "org.nested")

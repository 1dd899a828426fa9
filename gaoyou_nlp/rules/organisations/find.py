"""Proposes named bodies: public bodies, zones, institutions, media, companies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.bodies import find_bodies
from gaoyou_nlp.rules.organisations.committees import find_committees
from gaoyou_nlp.rules.organisations.companies import find_companies
from gaoyou_nlp.rules.organisations.institutions import find_institutions
from gaoyou_nlp.rules.organisations.titles import cover_titles
from gaoyou_nlp.rules.organisations.zones import find_zones

_FINDERS = (find_bodies, find_committees, find_zones, find_institutions, find_companies)
_UNIT = re.compile(
    "(?![省市县区镇乡])[\u4e00-\u9fff]{0,7}?"
    "(分局|分中心|分院|分公司|工区|营业部|法务部|交警大队|执行局|园区|分校|分会|综合组)(?![\u4e00-\u9fff]{0,2}项目)"
)
_LEVELS = ("省", "市", "县", "区", "镇", "乡", "州")


def find_organisations(evidence: Evidence) -> list[Span]:
    """Propose named bodies.

    Parameters:
        evidence: Of a text, with areas and amounts.

    Returns:
        ORG candidates in the order of the text; they may overlap.

    Example:
        >>> [s.text for s in find_organisations(Evidence("县发改委与恒岳集团签约"))]
        ['县发改委', '恒岳集团']
    """
    spans: dict[tuple[int, int], Span] = {}
    text, anchors = evidence.text, Anchors(evidence)
    titled = cover_titles(text)
    for find in _FINDERS:
        for span in map(partial(_with_quote, text), find(evidence, anchors)):
            if not titled[span.start]:
                spans.setdefault((span.start, span.end), span)
    for span in _nested(evidence, list(spans.values())):
        spans.setdefault((span.start, span.end), span)
    return sorted(spans.values(), key=lambda s: (s.start, s.end))


def _with_quote(text: str, span: Span) -> Span:
    """Begin at the quotation mark that a name closes: “两新”办公室."""
    closed = span.text.find("”")
    if closed < 0 or "“" in span.text[:closed]:
        return span
    start = text.rfind("“", max(0, span.start - 12), span.start)
    if start < 0 or re.search("[，。；！？\n”]", text[start : span.start]):
        return span
    return Span(start, span.end, span.label, text[start : span.end], span.rule, span.score)


def _nested(evidence: Evidence, spans: Sequence[Span]) -> Iterator[Span]:
    """A unit of a body right behind it is one name with it: 某局海沧分局, 某公司法务部."""
    text, cut = evidence.text, evidence.words
    units = tuple(words("organisations/unit_endings.txt"))
    longest: dict[int, int] = {}
    for span in spans:
        longest[span.end] = min(span.start, longest.get(span.end, span.start))
    for span in spans:
        start = longest.get(span.start)
        if start is None or span.text.startswith(_LEVELS):
            continue
        daughter = span.rule.startswith("org.company") and text.endswith("集团", start, span.start)
        if not daughter and not span.text.endswith(units):
            continue
        yield Span(start, span.end, "ORG", text[start : span.end], "org.nested")
    for end, start in longest.items():
        unit = _UNIT.match(text, end)
        if unit and unit.end() in cut.edge_set and cut.name_start(unit.start(1)) <= end:
            yield Span(start, unit.end(), "ORG", text[start : unit.end()], "org.nested")

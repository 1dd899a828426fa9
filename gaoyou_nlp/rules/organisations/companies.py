"""Companies: full names, short names, names in brackets and in Latin letters, and every later
mention of an established brand.
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import FREE, FULL, places
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.company_areas import by_branch, by_row, by_share
from gaoyou_nlp.rules.organisations.company_full import by_ending
from gaoyou_nlp.rules.organisations.company_lists import by_list, by_neighbour
from gaoyou_nlp.rules.organisations.company_names import forms, short_names
from gaoyou_nlp.rules.organisations.company_short import (
    Acts,
    by_area,
    by_kind,
    by_placed,
    by_post,
    by_sign,
    by_trade,
)
from gaoyou_nlp.rules.organisations.company_signs import find_signs
from gaoyou_nlp.rules.segmentation import Segmentation

_LATIN = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z]*(?:[ .&’'-]+[A-Z][A-Za-z]*|\.){0,8}"
    r"(?:,? (?:Co\.,? ?)?(?:Ltd|Inc|GmbH|AG|LLC|PLC|Group|Corporation|Corp|B\.V|S\.A|Limited|"
    r"Oyj?|SpA|Srl|NV|BV|AB|Pte)\.?)"
)


def find_companies(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose companies, banks, cooperatives.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates; they may overlap.

    Examples:
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
    for start, end, rule in by_ending(cut, areas, money):
        spans[start, end] = rule
        names |= short_names(text[start:end])
        covered[start:end] = b"\x01" * (end - start)
    signs = find_signs(text)
    acting, said = Acts(text, signs.acts), Acts(text, signs.said)
    for start, end, rule in (
        *by_trade(cut, areas, signs),
        *by_post(cut),
        *by_sign(cut, signs),
        *by_kind(cut, signs),
        *by_area(cut, areas, signs),
        *by_placed(cut, areas, signs, spans),
        *by_branch(cut, areas),
        *by_share(cut, areas),
        *by_row(cut, areas),
    ):
        if not all(covered[start:end]):
            spans.setdefault((start, end), rule)
            if rule in ("org.company.placed", "org.company.trade"):
                names.add(text[start:end])
            names |= {n for n in short_names(text[start:end]) if acting.near(n, start)}
    ends = {end for _, end in spans}
    for start, end, rule in (*by_list(cut, ends), *by_neighbour(cut, list(spans))):
        if not any(covered[start:end]):
            spans.setdefault((start, end), rule)
            if end - start > 2 or said.near(text[start:end], start):
                names.add(text[start:end])
    for match in _LATIN.finditer(text):
        spans.setdefault(match.span(), "org.company.latin")
    for (start, end), rule in sorted(spans.items()):
        covered[start:end] = b"\x01" * (end - start)
        yield Span(start, end, "ORG", text[start:end], rule)
    yield from _again(cut, names, covered)


def _again(cut: Segmentation, names: set[str], covered: bytearray) -> Iterator[Span]:
    """Later mentions: the brand, with an area before it or trades and a legal form behind."""
    text = cut.text
    for start, end in Matcher(n for n in names if len(n) > 1).find(text):
        if start not in cut.edge_set or end not in cut.edge_set:
            continue
        form = forms().match(text, end)
        end = form.end() if form else end
        if all(covered[start:end]):
            continue
        area = cut.start_before(start) if start else 0
        if area < start and places().use.get(text[area:start]) in (FULL, FREE):
            start = area
        yield Span(start, end, "ORG", text[start:end], "org.company.again")

"""Proposes named bodies: public bodies, zones, institutions, media, companies."""

from __future__ import annotations

import re
from functools import partial

from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.bodies import find_bodies
from gaoyou_nlp.rules.organisations.committees import find_committees
from gaoyou_nlp.rules.organisations.companies import find_companies
from gaoyou_nlp.rules.organisations.institutions import find_institutions
from gaoyou_nlp.rules.organisations.nested import find_nested
from gaoyou_nlp.rules.organisations.titles import cover_titles
from gaoyou_nlp.rules.organisations.zones import find_zones

_FINDERS = (find_bodies, find_committees, find_zones, find_institutions, find_companies)
_MARK_UP = re.compile(r"[<>={}|\\_#@;]|://")

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
            if not titled[span.start] and not is_debris(span.text):
                spans.setdefault((span.start, span.end), span)
    for span in find_nested(evidence, list(spans.values())):
        spans.setdefault((span.start, span.end), span)
    return sorted(spans.values(), key=lambda s: (s.start, s.end))


def is_debris(name: str) -> bool:
    """Whether a stretch is mark-up, or a Latin word that names no body.

    Parameters:
        name: What would be a body.

    Example:
        >>> [is_debris(name) for name in ("strong>云河网", "GDP", "ABB", "云河网")]
        [True, True, False, False]
    """
    if _MARK_UP.search(name) or name.count('"') % 2:
        return True
    return name.isascii() and name.strip().lower() in words("organisations/latin_words.txt")


def _with_quote(text: str, span: Span) -> Span:
    """Begin at the quotation mark that a name closes: “两新”办公室."""
    closed = span.text.find("”")
    if closed < 0 or "“" in span.text[:closed]:
        return span
    start = text.rfind("“", max(0, span.start - 12), span.start)
    if start < 0 or re.search("[，。；！？\n”]", text[start : span.start]):
        return span
    return Span(start, span.end, span.label, text[start : span.end], span.rule, span.score)

"""Proposes named bodies: public bodies, zones, institutions, media, companies."""

from __future__ import annotations

from functools import partial

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.bodies import find_bodies
from gaoyou_nlp.rules.organisations.called import find_called
from gaoyou_nlp.rules.organisations.committees import find_committees
from gaoyou_nlp.rules.organisations.companies import find_companies
from gaoyou_nlp.rules.organisations.foreign import find_foreign
from gaoyou_nlp.rules.organisations.institutions import find_institutions
from gaoyou_nlp.rules.organisations.nested import find_nested
from gaoyou_nlp.rules.organisations.titles import cover_titles
from gaoyou_nlp.rules.organisations.zones import find_zones

_FINDERS = (
    find_bodies,
    find_committees,
    find_zones,
    find_institutions,
    find_foreign,
    find_companies,
)
_MARK_UP = re.compile(r"[<>={}|\\_#@;]|://")


def find_organisations(evidence: Evidence) -> list[Span]:
    """Propose named bodies.

    Parameters:
        evidence: Of a text, with areas and amounts.

    Returns:
        ORG candidates in the order of the text; they may overlap.

    Examples:
        >>> [s.text for s in find_organisations(Evidence("县发改委与恒岳集团签约"))]
        ['县发改委', '恒岳集团']
    """
    spans: dict[tuple[int, int], Span] = {}
    text, anchors = evidence.text, Anchors(evidence)
    titled = cover_titles(text)
    for find in _FINDERS:
        for span in map(partial(_with_quote, text), find(evidence, anchors)):
            kept = None if titled[span.start] else without_mark_up(text, span)
            if kept is not None:
                spans.setdefault((kept.start, kept.end), kept)
    for span in find_called(evidence, list(spans.values())):
        spans.setdefault((span.start, span.end), span)
    for span in find_nested(evidence, list(spans.values())):
        spans.setdefault((span.start, span.end), span)
    return sorted(spans.values(), key=lambda s: (s.start, s.end))


def without_mark_up(text: str, span: Span) -> Span | None:
    """Begin behind mark-up, and drop a Latin word that names no body.

    Parameters:
        text: The text of the span.
        span: What would be a body.

    Examples:
        >>> without_mark_up("<b>云河网", Span(1, 6, "ORG", "b>云河网")).text
        '云河网'
        >>> without_mark_up("GDP", Span(0, 3, "ORG", "GDP"))
    """
    marks = list(_MARK_UP.finditer(span.text))
    if marks or span.text.count('"') % 2:
        start = span.start + max([m.end() for m in marks] + [span.text.rfind('"') + 1])
        kept = Span(start, span.end, span.label, text[start : span.end], span.rule, span.score)
        return kept if span.end - start > 1 else None
    latin = span.text.isascii() and span.text.strip().lower()
    return None if latin and latin in words("organisations/latin_words.txt") else span


def _with_quote(text: str, span: Span) -> Span:
    """Begin at the quotation mark that a name closes: “两新”办公室."""
    closed = span.text.find("”")
    if closed < 0 or "“" in span.text[:closed]:
        return span
    start = text.rfind("“", max(0, span.start - 12), span.start)
    if start < 0 or re.search("[，。；！？\n”]", text[start : span.start]):
        return span
    return Span(start, span.end, span.label, text[start : span.end], span.rule, span.score)

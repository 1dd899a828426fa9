"""Proposes named bodies: public bodies, zones, companies, institutions, media."""

from __future__ import annotations

from collections.abc import Sequence

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
    return sorted(spans.values(), key=lambda s: (s.start, s.end))

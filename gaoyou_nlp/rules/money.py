"""Candidates for amounts of money: the money grammar as a rule."""

from __future__ import annotations

from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence


def find_amounts(evidence: Evidence) -> list[Span]:
    """Propose every amount that the money grammar reads.

    Parameters:
        evidence: Of a text.

    Returns:
        MONEY candidates.

    Example:
        >>> [s.text for s in find_amounts(Evidence("总投资约50亿元"))]
        ['50亿元']
    """
    return [Span(a.start, a.end, "MONEY", a.text, "money.amount") for a in evidence.amounts]

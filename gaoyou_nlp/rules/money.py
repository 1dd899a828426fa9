"""Candidates for amounts of money, and what a MONEY span says: the money grammar as a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gaoyou_nlp.money import read_amount
from gaoyou_nlp.records import Amount, Span
from gaoyou_nlp.rules.evidence import Evidence


def find_amounts(evidence: Evidence) -> list[Span]:
    """Propose every amount that the money grammar reads.

    Parameters:
        evidence: Of a text.

    Returns:
        MONEY candidates.

    Examples:
        >>> [s.text for s in find_amounts(Evidence("总投资约50亿元"))]
        ['50亿元']
    """
    return [Span(a.start, a.end, "MONEY", a.text, "money.amount") for a in evidence.amounts]


def amount_at(text: str, start: int, end: int, amounts: Iterable[Amount]) -> Amount:
    """Read a span that has been found to be money, by the grammar, the model or a user's list.

    Parameters:
        text: The text.
        start, end: The span.
        amounts: What ``find_money`` finds in the text.

    Returns:
        The amount that the grammar finds at exactly this span; else the one that it finds inside
        (of 近百亿元), with this span; else what the span says by itself. All fields are null where
        the span is only a part of an amount, such as the digits without the minus.

    Examples:
        >>> from gaoyou_nlp.money import find_money
        >>> text = "净利润为-4.6亿元"
        >>> [amount_at(text, at, 10, find_money(text)).low for at in (4, 5)]
        [Decimal('-460000000'), None]
    """
    beside = [a for a in amounts if a.start < end and start < a.end]
    if not beside:
        return read_amount(text, start, end)
    first = beside[0]
    if len(beside) == 1 and start <= first.start and first.end <= end:
        return replace(first, start=start, end=end, text=text[start:end])
    return Amount(start, end, text[start:end])

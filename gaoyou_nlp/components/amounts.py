"""Candidates for amounts of money, and what a MONEY span says: the money grammar as a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from gaoyou_nlp.money import find_money, read_amount
from gaoyou_nlp.records import Amount, Span

RULE: Final = "money.amount"
"""The id of the rule. Its spans are exact as they are: the minus of -4.6亿元 belongs to them."""


@lru_cache(maxsize=64)
def amounts_of(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text; those of the last texts are kept, a batch of the tagger long,
    since candidates, projects and records all need them.

    Parameters:
        text: Any text.
    """
    return tuple(find_money(text))


def propose_amounts(text: str, found: Sequence[Span]) -> list[Span]:
    """Propose every amount that the money grammar reads.

    Parameters:
        text: Any text.
        found: Not used; the grammar needs nothing but the text.

    Returns:
        MONEY candidates.

    Example:
        >>> [s.text for s in propose_amounts("总投资约50亿元", [])]
        ['50亿元']
    """
    return [Span(a.start, a.end, "MONEY", a.text, RULE) for a in amounts_of(text)]


def amount_at(text: str, start: int, end: int) -> Amount:
    """Read a span that has been found to be money, by the grammar, the model or a user's list.

    Parameters:
        text: The text.
        start, end: The span.

    Returns:
        The amount that the grammar finds at exactly this span; else the one that it finds inside
        (of 近百亿元), with this span; else what the span says by itself. All fields are null where
        the span is only a part of an amount, such as the digits without the minus.

    Example:
        >>> text = "净利润为-4.6亿元"
        >>> amount_at(text, 4, 10).low, amount_at(text, 5, 10).low
        (Decimal('-460000000'), None)
    """
    beside = [a for a in amounts_of(text) if a.start < end and start < a.end]
    if not beside:
        return read_amount(text, start, end)
    first = beside[0]
    if len(beside) == 1 and start <= first.start and first.end <= end:
        return replace(first, start=start, end=end, text=text[start:end])
    return Amount(start, end, text[start:end])

"""Candidates for amounts of money: the money grammar as a rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Amount, Span


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
    return [Span(a.start, a.end, "MONEY", a.text, "money.amount") for a in amounts_of(text)]

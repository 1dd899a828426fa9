"""Which currency a number without a word has in a sentence that speaks of foreign money: none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.quantity import Quantity

_STOP: Final = re.compile("[。！？!?；\n]")


def leave_open(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Take 元 from numbers without a currency word in sentences that speak of foreign money.

    Parameters:
        text: The text.
        quantities: Its amounts, in order.

    Returns:
        The amounts; one without a word has no currency where others of its sentence have words,
        and none of these is of the yuan family.

    Examples:
        >>> from gaoyou_nlp.money import find_money
        >>> [a.currency for a in find_money("抢走8000美元，还有办公间的12万现金")]
        ['USD', None]
    """
    if all(q.form == "bare" or q.currency == "CNY" for q in quantities):
        return list(quantities)
    kept: list[Quantity] = []
    for sentence in _sentences(text, quantities):
        named = {q.currency for q in sentence if q.form != "bare"}
        foreign = bool(named) and "CNY" not in named
        kept += [replace(q, currency=None) if foreign and _unsaid(q) else q for q in sentence]
    return kept


def _unsaid(quantity: Quantity) -> bool:
    return quantity.form == "bare" and quantity.currency == "CNY"


def _sentences(text: str, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Yield the amounts of each sentence."""
    sentence: list[Quantity] = []
    for quantity in quantities:
        if sentence and _STOP.search(text, sentence[-1].end, quantity.start):
            yield sentence
            sentence = []
        sentence.append(quantity)
    if sentence:
        yield sentence

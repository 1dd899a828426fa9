"""Every unit of price_units.tsv is tested by the example beside it."""

from __future__ import annotations

import pytest
from money_notation import mark, unmark

from gaoyou_nlp.money import find_money
from gaoyou_nlp.money.per import UNIT_KINDS, price_units


@pytest.mark.parametrize(("kind", "unit", "example"), price_units())
def test_example(kind: str, unit: str, example: str) -> None:
    text, _ = unmark(example)
    [amount] = find_money(text)
    assert kind in UNIT_KINDS
    assert (mark(text, [amount]), amount.per) == (
        example,
        f"人·{unit}" if kind == "time" else unit,
    )


def test_a_unit_stands_once_for_each_kind() -> None:
    pairs = [(kind, unit) for kind, unit, _ in price_units()]
    assert len(set(pairs)) == len(pairs)
    assert {kind for kind, _ in pairs} == set(UNIT_KINDS)

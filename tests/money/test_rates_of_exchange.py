"""The halves of a rate of exchange are no amounts: 人民币与美元6.5：1.

Each row is a text with its amounts in brackets, and their readings; see ``money_notation``.
"""

from __future__ import annotations

import pytest
from money_notation import mark, readings, rows_of, unmark

from gaoyou_nlp.money import find_money

TABLE = """
按人民币与美元6.5：1的汇率折算 | none
按美元6.8:1结汇 | none
人民币与日元1：15 | none
人民币兑卢布1:12.5 | none
港币与人民币100：92 | none
按人民币7.2∶1换美元 | none
报价：[人民币500]：含税 | 500 CNY
[人民币6.5万]：首付 | 65000 CNY
"""


@pytest.mark.parametrize(("marked", "expected"), rows_of(TABLE))
def test_row(marked: str, expected: str) -> None:
    text, _ = unmark(marked)
    amounts = find_money(text)
    assert (mark(text, amounts), readings(amounts)) == (marked, expected)

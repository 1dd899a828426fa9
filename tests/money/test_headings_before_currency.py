"""The number of a heading before 人民币 is no amount: 焦点三人民币升值.

Each row is a text with its amounts in brackets, and their readings; see ``money_notation``.
"""

from __future__ import annotations

import pytest
from money_notation import mark, readings, rows_of, unmark

from gaoyou_nlp.money import find_money

TABLE = """
焦点三人民币升值 | none
焦点2人民币汇率走稳 | none
看点一人民币债券扩容 | none
问题四人民币怎样结算 | none
话题十人民币走强 | none
误区二人民币不能买卖 | none
补助[三百人民币] | 300 CNY
罚款[50人民币] | 50 CNY
焦点三：捐款[三千人民币] | 3000 CNY
焦点三是人民币升值 | none
"""


@pytest.mark.parametrize(("marked", "expected"), rows_of(TABLE))
def test_row(marked: str, expected: str) -> None:
    text, _ = unmark(marked)
    amounts = find_money(text)
    assert (mark(text, amounts), readings(amounts)) == (marked, expected)

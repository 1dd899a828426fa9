"""上方 and 下方 behind an amount are bounds of a price, and a place on a note.

Each row is a text with its amounts in brackets, and their readings; see ``money_notation``.
"""

from __future__ import annotations

import pytest
from money_notation import mark, readings, rows_of, unmark

from gaoyou_nlp.money import find_money

TABLE = """
铜价稳在[61500元]/吨上方。 | 61500 … CNY `>=` /吨
铜价守在[61500元]/吨上方的高位 | 61500 … CNY `>=` /吨
股价在[30元]上方运行 | 30 … CNY `>=`
股价守在[30元]下方，成交清淡 | … 30 CNY `<=`
豆价跌至每吨[3000元]下方。 | … 3000 CNY `<` /吨
金价在[400元]下方徘徊 | … 400 CNY `<=`
面值[100元]上方印着编号 | 100 CNY
标价[80元]下方写着产地 | 80 CNY
票面[5元]上方的图案 | 5 CNY
"""


@pytest.mark.parametrize(("marked", "expected"), rows_of(TABLE))
def test_row(marked: str, expected: str) -> None:
    text, _ = unmark(marked)
    amounts = find_money(text)
    assert (mark(text, amounts), readings(amounts)) == (marked, expected)

"""Comparators in traditional characters: the negated ones are not read as their contrary."""

import pytest

from gaoyou_nlp.money import find_money

TWINS = {
    "不低於3億元": "不低于3亿元",
    "不少於3億元": "不少于3亿元",
    "不下於3億元": "不下于3亿元",
    "不小於3億元": "不小于3亿元",
    "不亞於3億元": "不亚于3亿元",
    "不高於3億元": "不高于3亿元",
    "不大於3億元": "不大于3亿元",
    "不多於3億元": "不多于3亿元",
    "不超過3億元": "不超过3亿元",
    "未超過3億元": "未超过3亿元",
    "未滿3億元": "未满3亿元",
    "不滿3億元": "不满3亿元",
    "超過3億元": "超过3亿元",
    "低於3億元": "低于3亿元",
}


@pytest.mark.parametrize("text", TWINS)
def test_the_same_as_its_twin(text: str) -> None:
    [amount], [twin] = find_money("投資" + text), find_money("投资" + TWINS[text])
    assert (amount.low, amount.high, amount.comparator) == (twin.low, twin.high, twin.comparator)
    assert amount.text == "3億元"

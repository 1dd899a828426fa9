"""Numbers that no sum of money may be have no value: a record that holds one could not be read."""

import pytest

from gaoyou_nlp.money import find_money


@pytest.mark.parametrize(
    "text",
    [
        "9" * 3000 + "亿元",
        "1" * 5000 + ".5亿元",
        "0." + "0" * 70 + "1元",
        "3亿至" + "9" * 70 + "亿元",
        "一" * 5000 + "亿元",
    ],
    ids=["digits", "digits and a part", "too small", "end of a range", "numerals"],
)
def test_digits_in_a_row_have_no_value(text: str) -> None:
    (amount,) = find_money(text)
    assert (amount.text, amount.low, amount.high, amount.currency) == (text, None, None, None)

"""Amounts of money in Chinese text, read exactly: pure functions, text in, records out."""

from gaoyou_nlp.money.amounts import find_money, parse_money, read_amount
from gaoyou_nlp.money.numbers import find_numbers, parse_number
from gaoyou_nlp.money.numerals import Numeral

__all__ = [
    "Numeral",
    "find_money",
    "find_numbers",
    "parse_money",
    "parse_number",
    "read_amount",
]

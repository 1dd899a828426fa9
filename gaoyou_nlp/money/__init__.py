"""Amounts of money in Chinese text, read exactly: pure functions, text in, records out.

What is public is named in ``__all__``; everything else may change. The way of a text:

1. ``scan`` finds the runs of numeral characters. Torn numbers (``gaps``) are made whole in a copy
   (``tears``), and what is only a part of a number is set aside (``cuts``).
2. ``numerals.read_run`` reads a run: ``tokens`` cuts it, ``reader`` reads it token by token with a
   ``cursor`` (``digits``, ``multipliers``; ``reading`` and ``terms`` hold what has been read).
3. ``units.read_single`` takes in the unit, the currency (``currencies``), the sign (``signs``), an
   English multiplier (``scales``) and small change (``change``): a ``quantity.Quantity``.
4. ``ranges.read_quantity`` joins the two ends of a range.
5. ``judge.is_money`` decides by context whether it is money: ``contexts`` (the words), ``elided``
   (no 元), ``prices`` (块, 角, 分), ``lone_units`` (no number).
6. ``lists.keep_money`` carries money and unit along lists; ``headers`` adds the numbers whose unit
   stands in a bracket or above a table.
7. ``beside.look_beside`` adds ``comparators`` and units of price (``per``), and ``amounts`` builds
   the records.

``numbers`` reads numbers for their own sake; ``alone`` a text that is one amount.
"""

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

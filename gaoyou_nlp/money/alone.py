"""A text that is nothing but one amount: an answer, a cell of a table, 個半."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.cuts import is_cut
from gaoyou_nlp.money.elided import is_large
from gaoyou_nlp.money.lone_units import stands_alone
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.ranges import read_quantity
from gaoyou_nlp.money.tokens import HAN_DIGITS, LETTERS, RUN

_TABLE: Final = "money/words.tsv"
_CANTONESE: Final = re.compile(
    rf"\s*([{''.join(c for c in HAN_DIGITS if HAN_DIGITS[c])}]?個)([半{''.join(HAN_DIGITS)}])\s*$"
)
_BEHIND: Final = re.compile(
    r"\s*(?:[（(]含[^（）()]{0,12}[）)])?\s*(?:及?以上|及?以下|以内|左右|上下|之内|起|级|[+＋])?[\s。.！!”\"'）)]*$"
)
_AROUND = re.compile(r"^[\s“”\"'（(]*(?:{bound}|≥|≤|>|<|＞|＜)?\s*$", words=_TABLE)


def read_alone(text: str, *, strict: bool) -> Quantity | None:
    """Read a text that is nothing but one amount.

    Parameters:
        text: The text.
        strict: Whether a number without any unit has to be a large one (三百万), and a unit without
            a number has to have a reason beside it.

    Returns:
        The quantity, or None.

    Examples:
        >>> read_alone("约300万", strict=True).low
        3000000
    """
    changed = _CANTONESE.match(text)
    if changed is not None:
        return _cantonese(changed)
    run = RUN.search(text)
    if run is None or run.start() > 24:
        return None
    numerals = read_run(text, run.start(), run.end())
    if not numerals:
        return None
    quantity = read_quantity(text, numerals[0])
    if not _AROUND.match(text[: quantity.start]) or not _BEHIND.match(text, quantity.end):
        return None
    if strict and (
        is_cut(text, quantity) or (quantity.numeral.bare and not stands_alone(text, quantity))
    ):
        return None
    if strict and quantity.form == "bare":
        letters = text[quantity.numeral.end - 1] in LETTERS
        small = quantity.numeral.tail is None and quantity.numeral.big < 1000
        if (
            small
            or not is_large(quantity)
            or (letters and text[quantity.numeral.end - 1] not in "kKwW")
        ):
            return None
    return quantity


def _cantonese(found: re.Match[str]) -> Quantity:
    """Read 個半 (1.5) and 五個半 (5.5), which are money where nothing else is said."""
    start, end = found.span(1)[0], found.span(2)[1]
    tenths = 5 if found[2] == "半" else HAN_DIGITS[found[2]]
    value = (HAN_DIGITS[found[1][0]] if len(found[1]) > 1 else 1) + Fraction(tenths, 10)
    numeral = Numeral(start, end, value, value)
    return Quantity(start, end, value, value, "CNY", "unit", numeral, end)

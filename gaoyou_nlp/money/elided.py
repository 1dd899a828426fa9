"""Numbers without a unit that are money: 投资20亿, GDP首破4000亿, 两千亿 that something reached."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import counts, is_cued, patterns
from gaoyou_nlp.money.prices import AT_END
from gaoyou_nlp.money.quantity import Quantity

_LOOK_BACK: Final = 18
_SENTENCE: Final = 36
_SENTENCE_ENDS: Final = "。！？；\n"
_REACHED: Final = re.compile(
    "(?:(?P<first>{first reached})|{reached})了?$", words="money/words.tsv"
)
"""Words before a number that is reached; ``first``: for the first time."""


def is_large(quantity: Quantity) -> bool:
    """Say whether a number without a unit has 千, 万, 亿 or a letter at its end."""
    numeral = quantity.numeral
    return numeral.full >= 1000 or (numeral.tail is not None and (numeral.low or 0) >= 10**4)


def is_listable(quantity: Quantity) -> bool:
    """Say whether a number without a unit is money where its neighbour in a list is."""
    numeral = quantity.numeral
    return numeral.tail is not None or numeral.big >= 10**8 or not numeral.bare


def is_elided(text: str, quantity: Quantity) -> bool:
    """Say whether a large number without a unit is money by the words around it.

    Parameters:
        text: The text.
        quantity: A number that ``is_large``.

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> text = "GDP首破4000亿"
        >>> is_elided(text, read_quantity(text, read_run(text, 5, 10)[0]))
        True
    """
    if counts(text, quantity.end):
        return False
    numeral = quantity.numeral
    if text[numeral.end - 1] == "兆":  # mega-: 万兆光网
        return False
    small = numeral.big < 1000 and numeral.tail is None
    vast = numeral.big >= 10**8
    at_end = bool(AT_END.match(text, quantity.end))
    letters = text[numeral.end - 1].isascii()
    if letters and not at_end:
        return False
    if not small and is_cued(text, quantity.start, vast=vast):
        return True
    if letters:
        return False
    found = patterns()
    left = max(0, quantity.start - _LOOK_BACK)
    spoken = numeral.bare and not vast
    if at_end and not spoken and found["verb"].search(text, left, quantity.start):
        return True
    if small:
        return False
    if (numeral.counted is not None and vast) or found["noun"].match(text, quantity.end):
        return True
    if not vast:
        return False
    if (numeral.full > 10**8 or not numeral.bare) and found["giant"].match(text, quantity.end):
        return True
    return at_end and _is_reached(text, quantity)


def _is_reached(text: str, quantity: Quantity) -> bool:
    """Say whether the words before 达到4000亿 or 首破百亿 speak of money and not of a count."""
    left = max(0, quantity.start - _SENTENCE)
    reached = _REACHED.search(text[left : quantity.start])
    if reached is None:
        return False
    before = text[left : left + reached.start()]
    sentence = before[max(map(before.rfind, _SENTENCE_ENDS)) + 1 :]
    subjects = [found.lastgroup for found in patterns()["subject"].finditer(sentence)]
    if subjects:
        return subjects[-1] == "cue"
    return quantity.numeral.bare and quantity.numeral.full > 10**9 and bool(reached["first"])

"""The numeral kernel: Chinese and arabic numerals in every mixture, read exactly.

``read_run`` reads a run of numeral characters from left to right in linear time; ``parse_number``
and ``find_numbers`` of ``numbers.py`` and the grammar of amounts stand on it.
"""

from __future__ import annotations

from gaoyou_nlp.money.reader import Reader
from gaoyou_nlp.money.terms import Numeral
from gaoyou_nlp.money.tokens import tokenize

__all__ = ["Numeral", "read_run"]


def read_run(text: str, start: int, end: int) -> list[Numeral]:
    """Read a run of numeral characters as one numeral or several.

    Parameters:
        text: The text.
        start, end: A run in it, as ``RUN`` of ``tokens.py`` finds them.

    Returns:
        The numerals in order. Bare multipliers (亿, 百万) count as numerals.

    Example:
        >>> [(n.start, n.end, n.low) for n in read_run("统一3亿5千万", 1, 7)]
        [(1, 2, 1), (2, 7, 350000000)]
    """
    tokens = tokenize(text, start, end)
    numerals = []
    at = 0
    while at < len(tokens):
        numeral, after = Reader(text, tokens, at).read()
        if numeral is not None:
            numerals.append(numeral)
        at = max(after, at + 1)
    return numerals
